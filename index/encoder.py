"""The encoder: text to unit vectors, with onnxruntime and tokenizers only (no torch)."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

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


class Encoder:
    """Embeds texts with the exported model in a folder; the last questions are remembered in memory only."""

    def __init__(self, folder: Path, threads: int = 1, cache_size: int = 1024, workers: int = 1) -> None:
        """Load the encoder in `folder`. Raises `EncoderError` when a file is missing or altered.

        `threads` share one text; `workers` take one text each, which is faster for many.
        """
        self.card = read_card(folder)
        model = folder / MODEL_FILE
        if file_sha256(model) != self.card.weights_sha256:
            raise EncoderError(f"{model} is not the file that {CARD_FILE} describes; build the index again")
        self._session = _session(model, threads)
        self._tokenizer = _tokenizer(folder / TOKENIZER_FILE, self.card.max_tokens)
        self._cache: OrderedDict[bytes, Vectors] = OrderedDict()
        self._cache_size = cache_size
        self._workers = workers
        self._salt = secrets.token_bytes(16)
        self._lock = Lock()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector per text, as rows of a float32 array; longer texts are cut at the window."""
        encodings = self._tokenizer.encode_batch(list(texts))
        if self._workers > 1 and len(encodings) > self._workers:
            with ThreadPoolExecutor(self._workers) as pool:
                rows = list(pool.map(self._embed, encodings))
        else:
            rows = [self._embed(encoding) for encoding in encodings]
        return np.stack(rows) if rows else np.empty((0, self.card.dimensions), dtype=np.float32)

    def _embed(self, encoding: Encoding) -> Vectors:
        # One text per run: int8 activations are scaled per run, so a batch would make the vector of a
        # text depend on its neighbours, and an incremental build differ from a full one.
        ids = np.asarray([encoding.ids], dtype=np.int64)
        vector: Vectors = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0]
        return vector

    def encode_one(self, text: str) -> Vectors:
        """Return the unit vector of one question; guard and search share it through a bounded cache.

        The cache is keyed by a hash salted per process, so that no question text is held.
        """
        key = hashlib.blake2b(text.encode("utf-8", "replace"), key=self._salt, digest_size=16).digest()
        with self._lock:
            if key in self._cache:
                self._cache.move_to_end(key)
                return self._cache[key]
        vector: Vectors = self.encode([text])[0]
        with self._lock:
            self._cache[key] = vector
            if len(self._cache) > self._cache_size:
                self._cache.popitem(last=False)
        return vector

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


def _tokenizer(path: Path, max_tokens: int) -> Tokenizer:
    from tokenizers import Tokenizer  # noqa: PLC0415

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()  # the file pads every text to 128 tokens, which makes a short question six times slower
    tokenizer.enable_truncation(max_tokens)
    return tokenizer
