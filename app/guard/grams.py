"""Character n-grams of a text, hashed into buckets: they see spelling, inflection and words in any language."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

from index.vocabulary import fold

BUCKETS = 1 << 16
"""Character n-grams are hashed into so many features."""
SIZES = (2, 3, 4, 5)
MAX_CHARS = 600

Grams = tuple[NDArray[np.int64], NDArray[np.float32]]


def ngrams(text: str) -> Grams:
    """Return the buckets of the character n-grams of `text`, and weights that make a vector of length 1."""
    padded = f" {' '.join(fold(text.removeprefix('kratom: ')[:MAX_CHARS]).split())} ".encode()
    counts: dict[int, int] = {}
    for size in SIZES:
        for start in range(len(padded) - size + 1):
            bucket = zlib.crc32(padded[start : start + size]) % BUCKETS
            counts[bucket] = counts.get(bucket, 0) + 1
    at = np.fromiter(counts.keys(), dtype=np.int64, count=len(counts))
    weights = np.sqrt(np.fromiter(counts.values(), dtype=np.float32, count=len(counts)))
    length = float(np.linalg.norm(weights))
    return at, (weights / max(length, 1e-9)).astype(np.float32)
