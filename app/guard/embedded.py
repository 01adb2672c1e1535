"""The vectors of the examples, kept in half precision beside the head: a rebuild embeds only what is new."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.encoder import Embedded, Encoder, Vectors

FILE = "embedded.npz"


def embed(texts: Sequence[str], encoder: Encoder, folder: Path, served: Path | None) -> Embedded:
    """Return the vectors of each text, as rows, and write them into `folder`; `served` may hold some already.

    They are rounded to half precision in either case, so that a rebuild and a fresh build come out equal.
    """
    known = _read(served, encoder) if served else {}
    keys = [_key(text) for text in texts]
    new = [at for at, key in enumerate(keys) if key not in known]
    for at, *both in zip(new, *encoder.embed([texts[at] for at in new]), strict=True):
        known[keys[at]] = np.stack(both).astype(np.float16)
    rows = np.stack([known[key] for key in keys], axis=1)
    np.savez(
        folder / FILE,
        encoder=np.asarray(encoder.card.weights_sha256),
        keys=np.frombuffer(b"".join(keys), dtype=np.uint8).reshape(len(keys), -1),
        rows=rows,
    )
    return Embedded(*rows.astype(np.float32))


def _read(folder: Path, encoder: Encoder) -> dict[bytes, Vectors]:
    try:
        with np.load(folder / FILE, allow_pickle=False) as arrays:
            if str(arrays["encoder"]) != encoder.card.weights_sha256:
                return {}
            rows = arrays["rows"].transpose(1, 0, 2)
            return {key.tobytes(): both for key, both in zip(arrays["keys"], rows, strict=True)}
    except (OSError, KeyError, ValueError):
        return {}  # an index from before, or a damaged one: everything is embedded anew


def _key(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()
