"""Character n-grams of a text, hashed into buckets: they see spelling, inflection and words in any language."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.vocabulary import fold

BUCKETS = 1 << 16
"""Character n-grams are hashed into so many features."""
SIZES = (2, 3, 4, 5)
MAX_CHARS = 600
MIN_HOLDERS = 2
"""Texts that hold an n-gram, from which on it says something of another text."""
MAX_SHARE = 0.008
"""Share of the texts from which on an n-gram is too common to tell them apart, and costs most of the time."""

Floats = NDArray[np.float32]
Grams = tuple[NDArray[np.int64], Floats]


def ngrams(text: str) -> Grams:
    """Return the buckets of the character n-grams of `text`, and weights that make a vector of length 1."""
    read = f" {' '.join(fold(text.removeprefix('kratom: ')[:MAX_CHARS]).split())} "
    padded = read.encode("utf-8", "replace")  # half of a surrogate pair cannot be written in UTF-8
    counts: dict[int, int] = {}
    for size in SIZES:
        for start in range(len(padded) - size + 1):
            bucket = zlib.crc32(padded[start : start + size]) % BUCKETS
            counts[bucket] = counts.get(bucket, 0) + 1
    at = np.fromiter(counts.keys(), dtype=np.int64, count=len(counts))
    weights = np.sqrt(np.fromiter(counts.values(), dtype=np.float32, count=len(counts)))
    length = float(np.linalg.norm(weights))
    return at, (weights / max(length, 1e-9)).astype(np.float32)


@dataclass(frozen=True)
class GramIndex:
    """An inverted index of texts by their n-grams, each weighted by rarity. Safe to share between threads."""

    count: int
    """How many texts it holds."""
    rarity: Floats
    """Inverse document frequency per bucket; 0 for a bucket that says nothing."""
    starts: NDArray[np.int64]
    """Where the texts that hold an n-gram of a bucket start in `holders`, and one past the end."""
    holders: NDArray[np.unsignedinteger[Any]]
    """In the smallest type that can number the texts: there are millions of them."""
    shares: NDArray[np.float16]
    """The n-gram's part in the unit vector of the text, in half precision, which is enough."""

    @classmethod
    def of(cls, grams: Sequence[Grams]) -> GramIndex:
        """Return the index of texts with these n-grams."""
        if not grams:
            starts = np.zeros(BUCKETS + 1, dtype=np.int64)
            nobody = np.zeros(0, dtype=np.uint8)
            return cls(0, np.zeros(BUCKETS, dtype=np.float32), starts, nobody, np.zeros(0, dtype=np.float16))
        numbers = np.arange(len(grams), dtype=np.min_scalar_type(len(grams)))
        text = np.repeat(numbers, [len(at) for at, _ in grams])
        bucket = np.concatenate([at for at, _ in grams])
        counts = np.concatenate([count for _, count in grams])
        holders = np.bincount(bucket, minlength=BUCKETS)
        most = max(MAX_SHARE * len(grams), MIN_HOLDERS)
        tells = (holders >= MIN_HOLDERS) & (holders <= most)
        rarity = np.where(tells, np.log((1 + len(grams)) / (1 + holders)), 0.0).astype(np.float32)
        parts = counts * rarity[bucket]
        lengths = np.sqrt(np.bincount(text, parts**2, len(grams)))
        parts = parts / np.maximum(lengths[text], 1e-9)
        kept = np.flatnonzero(parts)
        order = kept[np.argsort(bucket[kept], kind="stable")]
        starts = np.searchsorted(bucket[order], np.arange(BUCKETS + 1))
        return cls(len(grams), rarity, starts, text[order], parts[order].astype(np.float16))

    def cosines(self, grams: Grams) -> Floats:
        """Return the cosine of every text with a text that has `grams`."""
        at, counts = grams
        asked = counts * self.rarity[at]
        length = float(np.linalg.norm(asked))
        if not length:
            return np.zeros(self.count, dtype=np.float32)
        spans = [slice(self.starts[bucket], self.starts[bucket + 1]) for bucket in at]
        holders = np.concatenate([self.holders[span] for span in spans])
        shares = np.concatenate([self.shares[span] for span in spans])
        asked_of = np.repeat(asked / length, [span.stop - span.start for span in spans])
        return np.bincount(holders, shares * asked_of, self.count).astype(np.float32)

    def arrays(self) -> dict[str, Any]:
        """Return the index as arrays to save."""
        return {
            "count": np.asarray(self.count),
            "rarity": self.rarity,
            "starts": self.starts,
            "holders": self.holders,
            "shares": self.shares,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> GramIndex:
        """Return the index saved as `arrays`. Raises `KeyError` when one is missing."""
        return cls(
            count=int(np.asarray(arrays["count"]).item()),
            rarity=arrays["rarity"].astype(np.float32),
            starts=arrays["starts"].astype(np.int64),
            holders=np.asarray(arrays["holders"]),
            shares=arrays["shares"].astype(np.float16),
        )
