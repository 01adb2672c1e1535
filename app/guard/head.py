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
    """Shares of probability from which the head decides (from dev data)."""

    decline: float
    """Declined outright: the reasons to decline together."""
    decline_foreign: float
    """The same for a question that is not in English."""
    decline_doubted: float
    """The same for a question that a rule doubts too."""
    decline_strange: float
    """The same for a question that otherwise seems off topic."""
    decline_harmless: float
    """The same for a question that names a subject such as the law or the evidence."""
    doubt: float
    """Answered from safe content with a notice."""
    doubt_harmless: float
    overrule: float
    """Allowed and off topic together: from here on a rule that would decline a plain question only doubts it."""
    overrule_crisis: float
    """The same for a rule that sees a crisis: it takes all but certainty."""
    on_topic: float
    """Allowed: from here on a question is on topic, whatever words are missing."""
    off_topic: float
    crisis: float
    """Self-harm and emergency together."""
    crisis_foreign: float
    crisis_general: float
    """The same for a question put in general terms."""
    crisis_over_rules: float
    """The same for a question that a rule may decline."""


@dataclass(frozen=True)
class Circumstances:
    """What else is known of a question whose scores are judged."""

    foreign: bool = False
    doubted: bool = False
    """A rule doubts it."""
    strange: bool = False
    """It seems off topic."""
    harmless: bool = False
    """It names a subject such as the law or the evidence."""


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

    def crisis(self, scores: dict[str, float], *, general: bool, foreign: bool, over_rules: bool) -> Reason | None:
        """Return the crisis that the question likely tells of, or None."""
        self_harm, emergency = scores.get(Reason.SELF_HARM.value, 0.0), scores.get(Reason.EMERGENCY.value, 0.0)
        limits = self.thresholds
        least = (
            limits.crisis_over_rules
            if over_rules
            else limits.crisis_general
            if general
            else limits.crisis_foreign
            if foreign
            else limits.crisis
        )
        if self_harm + emergency < least:
            return None
        return Reason.SELF_HARM if self_harm >= emergency else Reason.EMERGENCY

    def declines(self, scores: dict[str, float], by: Circumstances) -> bool:
        """Return whether the question is declined outright."""
        limits = self.thresholds
        limit = limits.decline_foreign if by.foreign else limits.decline
        if by.harmless:
            limit = limits.decline_harmless
        elif by.strange:
            limit = limits.decline_strange
        elif by.doubted:
            limit = limits.decline_doubted
        return _to_decline(scores) >= limit

    def doubts(self, scores: dict[str, float], *, harmless: bool) -> bool:
        """Return whether the question is answered from safe content with a notice."""
        return _to_decline(scores) >= (self.thresholds.doubt_harmless if harmless else self.thresholds.doubt)

    def overrules(self, scores: dict[str, float]) -> bool:
        """Return whether the question is harmless so surely that a rule against it is only a doubt."""
        return _harmless(scores) >= self.thresholds.overrule

    def overrules_crisis(self, scores: dict[str, float]) -> bool:
        """Return whether the question is harmless so surely that a rule that sees a crisis in it is wrong."""
        return _harmless(scores) >= self.thresholds.overrule_crisis

    def is_off_topic(self, scores: dict[str, float], *, strange: bool) -> bool:
        """Return whether the question is off topic; `strange` says that its words seem to be."""
        if strange:
            return scores[ALLOWED] < self.thresholds.on_topic
        return scores.get(Reason.OFF_TOPIC.value, 0.0) >= self.thresholds.off_topic


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


def _harmless(scores: dict[str, float]) -> float:
    return scores[ALLOWED] + scores.get(Reason.OFF_TOPIC.value, 0.0)


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
