"""The trained head: how likely a question asks for something that is declined. Loads with numpy alone."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.answer.record import Reason
from index.encoder import Vectors
from index.errors import IndexBrokenError
from index.vocabulary import fold

WEIGHTS_FILE = "head.npz"
CARD_FILE = "head.json"
ALLOWED = "allowed"
BUCKETS = 1 << 16
"""Character n-grams are hashed into so many features."""
SIZES = (2, 3, 4, 5)
MAX_CHARS = 600
NGRAM_WEIGHT = 2.2
"""Length of the n-gram part beside the unit vector of the embedding (dev data)."""

FOLDER = "guard"
"""The head's folder in an index."""

Features = tuple[NDArray[np.int64], NDArray[np.float32]]


@dataclass(frozen=True)
class Thresholds:
    """Shares of probability at which a question is declined or answered with a notice (from dev data)."""

    decline: float
    decline_strange: float
    """For a question that otherwise seems off topic."""
    decline_doubted: float
    """For a question that a rule doubts too."""
    doubt: float
    doubt_harmless: float
    """For a question that names a subject such as the law or the evidence."""
    crisis: float
    """Of self-harm and emergency together."""
    crisis_over_rules: float
    """The same for a question that a rule may decline."""
    crisis_general: float
    """The same for a question put in general terms."""


class Head:
    """A linear model over the embedding and character n-grams of a question; one probability per policy."""

    def __init__(self, labels: tuple[str, ...], weights: Vectors, bias: Vectors, thresholds: Thresholds) -> None:
        """`weights` has one row per label: first the embedding's dimensions, then the n-gram buckets."""
        self.labels = labels
        self.thresholds = thresholds
        self._weights = weights
        self._bias = bias

    @classmethod
    def load(cls, folder: Path) -> Head:
        """Return the head in `folder`. Raises `IndexBrokenError` when it is missing or does not fit."""
        try:
            card = json.loads((folder / CARD_FILE).read_text())
            with np.load(folder / WEIGHTS_FILE, allow_pickle=False) as arrays:
                weights, bias = arrays["weights"].astype(np.float32), arrays["bias"].astype(np.float32)
            return cls(tuple(card["labels"]), weights, bias, Thresholds(**card["thresholds"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexBrokenError(f"the guard's head in {folder} cannot be read; run `caveat index`") from error

    def scores(self, text: str, vector: Vectors) -> dict[str, float]:
        """Return the probability of each label for a text with its embedding."""
        dimensions = vector.shape[0]
        at, counts = ngrams(text)
        raw = self._weights[:, :dimensions] @ vector + self._bias
        if at.size:
            raw = raw + self._weights[:, dimensions + at] @ counts
        shifted = np.exp(raw - raw.max())
        return dict(zip(self.labels, (shifted / shifted.sum()).tolist(), strict=True))

    def reason(self, scores: dict[str, float]) -> Reason:
        """Return the likeliest reason to decline."""
        return Reason(max((label for label in self.labels if label in _DECLINED), key=lambda label: scores[label]))

    def crisis(self, scores: dict[str, float], *, general: bool, over_rules: bool = False) -> Reason | None:
        """Return the crisis that the question likely tells of, or None."""
        self_harm, emergency = scores.get(Reason.SELF_HARM.value, 0.0), scores.get(Reason.EMERGENCY.value, 0.0)
        limits = self.thresholds
        least = limits.crisis_general if general else limits.crisis_over_rules if over_rules else limits.crisis
        if self_harm + emergency < least:
            return None
        return Reason.SELF_HARM if self_harm >= emergency else Reason.EMERGENCY

    def declines(self, scores: dict[str, float], *, doubted: bool = False, strange: bool = False) -> bool:
        """Return whether the question is declined outright; a rule may doubt it, or it may seem off topic."""
        limits = self.thresholds
        limit = limits.decline_strange if strange else limits.decline_doubted if doubted else limits.decline
        return _to_decline(scores) >= limit

    def doubts(self, scores: dict[str, float], *, harmless: bool = False) -> bool:
        """Return whether the question is answered from safe content with a notice; it may name a harmless subject."""
        return _to_decline(scores) >= (self.thresholds.doubt_harmless if harmless else self.thresholds.doubt)


def load_head(index_folder: Path) -> Head | None:
    """Return the head of the index in a folder, or None for an index that was built without one."""
    folder = index_folder / FOLDER
    return Head.load(folder) if folder.is_dir() else None


_DECLINED = frozenset(
    {
        Reason.DOSING.value, Reason.PURCHASING.value, Reason.PRODUCTION.value, Reason.EVASION.value,
        Reason.CONCEALMENT.value, Reason.OTHER_HARM.value, Reason.MANIPULATION.value,
    }
)  # fmt: skip


def _to_decline(scores: dict[str, float]) -> float:
    return sum(value for label, value in scores.items() if label in _DECLINED)


def ngrams(text: str) -> Features:
    """Return the buckets and weights of the character n-grams of `text`; the weights have length `NGRAM_WEIGHT`."""
    padded = f" {' '.join(fold(text.removeprefix('kratom: ')[:MAX_CHARS]).split())} ".encode()
    counts: dict[int, int] = {}
    for size in SIZES:
        for start in range(len(padded) - size + 1):
            bucket = zlib.crc32(padded[start : start + size]) % BUCKETS
            counts[bucket] = counts.get(bucket, 0) + 1
    at = np.fromiter(counts.keys(), dtype=np.int64, count=len(counts))
    weights = np.sqrt(np.fromiter(counts.values(), dtype=np.float32, count=len(counts)))
    length = float(np.linalg.norm(weights))
    return at, weights * np.float32(NGRAM_WEIGHT / length) if length else weights
