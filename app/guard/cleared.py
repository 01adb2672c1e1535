"""The library's sentences in which nothing prohibited was found when the index was built, known by their hashes.

Searching a sentence takes longer than anything else in an answer, and an answer holds dozens that never change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from index import prohibited
from index.encoder import Encoder, file_sha256
from index.errors import IndexBrokenError
from index.library import Library
from index.prohibited import find_prohibited

ARTIFACT = "cleared"
FILE = "hashes.npy"
HASH_BYTES = 16
ARTIFACT_SHA256 = hashlib.sha256(f"cleared-1 {file_sha256(Path(prohibited.__file__))}".encode()).hexdigest()
"""Changes with the rules of what is prohibited, so that what was cleared by others is searched again."""


class Cleared:
    """Tells which texts were cleared. Safe to share between threads."""

    def __init__(self, hashes: frozenset[bytes] = frozenset()) -> None:
        self._hashes = hashes

    def __contains__(self, text: str) -> bool:
        return _hash(text) in self._hashes


def write_cleared(folder: Path, library: Library, _encoder: Encoder) -> None:
    """Write the hashes of the clean sentences of `library` into `folder`."""
    hosts, sellers = frozenset(library.hosts), library.sellers or None
    clean = {_hash(text) for text in _sentences(library) if not any(find_prohibited(text, hosts, sellers))}
    np.save(folder / FILE, np.frombuffer(b"".join(sorted(clean)), dtype=np.uint8).reshape(-1, HASH_BYTES))


def load_cleared(index_folder: Path) -> Cleared:
    """Return what was cleared in an index; nothing for one built without. Raises `IndexBrokenError`."""
    path = index_folder / ARTIFACT / FILE
    if not path.parent.is_dir():
        return Cleared()
    try:
        return Cleared(frozenset(row.tobytes() for row in np.load(path, allow_pickle=False)))
    except (OSError, ValueError) as error:
        raise IndexBrokenError(f"{path} cannot be read; run `caveat index`") from error


def _hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=HASH_BYTES).digest()


def _sentences(library: Library) -> Iterator[str]:
    yield from library.sentences()
    for source in library.sources.values():
        yield source.title
        yield source.venue or ""
        yield str(source.url or "")
