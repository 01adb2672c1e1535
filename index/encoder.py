"""The encoder: text to unit vectors, with onnxruntime and tokenizers only (no torch).

One pass gives two vectors that share the lower layers: a general one, for likeness of any texts, and one tuned to tell
this library's subjects and policies apart (see `index.tuned`). A model that was not tuned gives the general one twice.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from index.errors import EncoderError

if TYPE_CHECKING:
    import onnxruntime
    from tokenizers import Encoding, Tokenizer

Vectors = NDArray[np.float32]

MODEL_FILE = "model.onnx"
TOKENIZER_FILE = "tokenizer.json"
CARD_FILE = "encoder.json"
GENERAL, TUNED = "vectors", "tuned"
"""Names of the model's outputs."""


class EncoderCard(BaseModel):
    """What an encoder is: its name, precision, vector size, window and the hash of its exported weights."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    precision: str
    dimensions: int
    max_tokens: int
    weights_sha256: str
    """SHA-256 of the exported model file, which is what embeds; checked when it is loaded."""
    origin_sha256: str
    """SHA-256 of the weights that were exported."""
    tuning_sha256: str | None = None
    """SHA-256 of the file that the tuned layers came from, or None without any."""


class Embedded(NamedTuple):
    """What the encoder makes of texts: one unit vector each, or a row of unit vectors each, in two spaces."""

    general: Vectors
    tuned: Vectors


class Encoder:
    """Embeds texts with the exported model in a folder; the last ones are remembered, in memory only.

    The cache is bounded and keyed by a hash salted per process, so that no text is held.
    """

    def __init__(self, folder: Path, threads: int = 1, cache_size: int = 1024, workers: int = 1) -> None:
        """Load the encoder in `folder`. Raises `EncoderError` when a file is missing or altered.

        `threads` share one text; `workers` take one text each, which is faster for many.
        """
        self.card = read_card(folder)
        model = folder / MODEL_FILE
        if file_sha256(model) != self.card.weights_sha256:
            raise EncoderError(f"{model} is not the file that {CARD_FILE} describes; build the index again")
        self._session = _session(model, threads)
        self._only_wanted = _only_wanted()
        self._tokenizer = _tokenizer(folder / TOKENIZER_FILE, self.card.max_tokens)
        self._cache: OrderedDict[bytes, Embedded] = OrderedDict()
        self._cache_size = cache_size
        self._workers = workers
        self._salt = secrets.token_bytes(16)
        self._lock = Lock()

    def embed(self, texts: Sequence[str]) -> Embedded:
        """Return both unit vectors of each text, as rows of float32 arrays; longer texts are cut at the window."""
        keys = [hashlib.blake2b(_utf8(text), key=self._salt, digest_size=16).digest() for text in texts]
        found = self._remembered(keys)
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
        if new:
            fresh = dict(zip(new, map(Embedded, *self._rows(list(new.values()), None)), strict=True))
            self._remember(fresh)
            found |= fresh
        shape = (len(texts), self.card.dimensions)
        return Embedded(*(np.reshape([found[key][at] for key in keys], shape).astype(np.float32) for at in (0, 1)))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return the general unit vectors of texts, as rows; the tuned layers are not run."""
        return self._rows(texts, [GENERAL])[0]

    def _rows(self, texts: Sequence[str], outputs: list[str] | None) -> tuple[Vectors, Vectors]:
        """Return the first and the last of the `outputs` of the model (all without any) for each text, as rows."""
        encodings = self._tokenizer.encode_batch([_utf8(text).decode() for text in texts])

        def run(encoding: Encoding) -> list[Vectors]:
            return self._run(encoding, outputs)

        if self._workers > 1 and len(encodings) > self._workers:
            with ThreadPoolExecutor(self._workers) as pool:
                found = list(pool.map(run, encodings))
        else:
            found = [run(encoding) for encoding in encodings]
        if not found:
            return (np.empty((0, self.card.dimensions), dtype=np.float32),) * 2
        return np.vstack([one[0] for one in found]), np.vstack([one[-1] for one in found])

    def _run(self, encoding: Encoding, outputs: list[str] | None) -> list[Vectors]:
        # One text per run: int8 activations are scaled per run, so a batch would make the vector of a
        # text depend on its neighbours, and an incremental build differ from a full one.
        ids = np.asarray([encoding.ids], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        found: list[Vectors] = self._session.run(outputs, inputs, self._only_wanted)
        return found

    def embed_one(self, text: str) -> Embedded:
        """Return the unit vectors of one question, which guard and search share through the cache."""
        general, tuned = self.embed([text])
        return Embedded(general[0], tuned[0])

    def encode_one(self, text: str) -> Vectors:
        """Return the general vector of one question, from the same cache."""
        return self.embed_one(text).general

    def _remembered(self, keys: Sequence[bytes]) -> dict[bytes, Embedded]:
        with self._lock:
            found = {key: self._cache[key] for key in keys if key in self._cache}
            for key in found:
                self._cache.move_to_end(key)
        return found

    def _remember(self, found: Mapping[bytes, Embedded]) -> None:
        with self._lock:
            self._cache.update(found)
            while len(self._cache) > self._cache_size:
                self._cache.popitem(last=False)

    def pieces(self, word: str) -> int:
        """Return how many pieces the tokenizer splits `word` into: common English words are one piece."""
        if word.isascii() and word.islower() and self._tokenizer.token_to_id(word) is not None:
            return 1  # what the tokenizer holds whole it does not split
        return len(self._tokenizer.encode(word, add_special_tokens=False).ids)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where each token of the whole `text` starts and ends, however long the text is."""
        return list(self._untruncated.encode(text, add_special_tokens=False).offsets)

    @cached_property
    def _untruncated(self) -> Tokenizer:
        from tokenizers import Tokenizer  # noqa: PLC0415

        tokenizer = Tokenizer.from_str(self._tokenizer.to_str())
        tokenizer.no_truncation()
        return tokenizer

    def count_tokens(self, text: str) -> int:
        """Return how many tokens of the window `text` takes, at most the window."""
        return len(self._tokenizer.encode(text).ids)


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "replace")  # half of a surrogate pair cannot be written in UTF-8


def read_card(folder: Path) -> EncoderCard:
    """Return the card of the encoder in `folder`. Raises `EncoderError` when there is none."""
    try:
        return EncoderCard.model_validate(json.loads((folder / CARD_FILE).read_text()))
    except (OSError, ValueError) as error:
        raise EncoderError(f"no encoder in {folder}; build the index") from error


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file as hex. Raises `EncoderError` when it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise EncoderError(f"cannot read {path}") from error


def _session(model: Path, threads: int) -> onnxruntime.InferenceSession:
    import onnxruntime  # noqa: PLC0415 - only commands that embed pay for it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def _only_wanted() -> onnxruntime.RunOptions:
    import onnxruntime  # noqa: PLC0415

    options = onnxruntime.RunOptions()
    options.only_execute_path_to_fetches = True  # layers above an output that nobody asked for are left out
    return options


def _tokenizer(path: Path, max_tokens: int) -> Tokenizer:
    from tokenizers import Tokenizer  # noqa: PLC0415

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()  # the file pads every text to 128 tokens, which makes a short question six times slower
    tokenizer.enable_truncation(max_tokens)
    return tokenizer
