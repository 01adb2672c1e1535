"""The trained head: how likely a question asks for something that is declined. Loads with numpy alone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from app.answer.record import Reason
from app.guard.nearest import NearestExamples
from index.encoder import Embedded, Vectors
from index.errors import IndexBrokenError
from index.grams import ngrams
from index.network import Network

WEIGHTS_FILE = "head.npz"
CARD_FILE = "head.json"
ALLOWED = "allowed"
NEAREST_SHARE = 0.6
"""Share of the nearest examples beside the network, in the logarithm of the probability (dev data)."""

FOLDER = "guard"
"""The head's folder in an index."""


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
    """Allowed, off topic and unknowable together: from here on a rule that would decline a plain question only doubts it."""
    overrule_crisis: float
    """The same for a rule that sees a crisis: it takes all but certainty."""
    clear: float
    """The same, from where not even a doubt is left."""
    on_topic: float
    """Allowed: from here on a question is on topic, whatever words are missing."""
    on_topic_foreign: float
    """The same for a question that is not in English, whose words tell less; the search then judges it once more."""
    off_topic: float
    crisis: float
    """Self-harm and emergency together."""
    crisis_foreign: float
    crisis_general: float
    """The same for a question put in general terms."""
    crisis_over_rules: float
    """The same for a question that a rule may decline."""
    crisis_over_words: float
    """The same for a question whose words are understood and name no danger."""


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
    """A network over a question's general vector and character n-grams, beside the vote of the nearest examples.

    The examples are near in the tuned space, which differs enough that the two judges err on other questions. Each
    gives one probability per policy, and their geometric mean decides.
    """

    def __init__(
        self, labels: tuple[str, ...], network: Network, thresholds: Thresholds, examples: NearestExamples | None
    ) -> None:
        """Without `examples`, when there are none to compare with, the network decides alone."""
        self.labels = labels
        self.thresholds = thresholds
        self._network = network
        self._examples = examples

    @classmethod
    def load(cls, folder: Path) -> Head:
        """Return the head in `folder`. Raises `IndexBrokenError` when it is missing or does not fit."""
        try:
            card = json.loads((folder / CARD_FILE).read_text())
            with np.load(folder / WEIGHTS_FILE, allow_pickle=False) as arrays:
                network = Network.from_arrays(arrays)
            examples = NearestExamples.load(folder) if card["examples"] else None
            return cls(tuple(card["labels"]), network, Thresholds(**card["thresholds"]), examples)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexBrokenError(f"the guard's head in {folder} cannot be read; run `caveat index`") from error

    def scores(self, text: str, vectors: Embedded) -> dict[str, float]:
        """Return the probability of each label for a text with its vectors."""
        grams = ngrams(text)
        logits = self._network.logits(vectors.general, grams)
        if self._examples:
            votes = np.log(self._examples.votes(vectors.tuned, grams, len(self.labels)))
            logits = (1 - NEAREST_SHARE) * (logits - np.logaddexp.reduce(logits)) + NEAREST_SHARE * votes
        return self._probabilities(logits)

    def scores_by_letters(self, text: str) -> dict[str, float]:
        """Return what the n-grams alone say of a text: quick, and enough to find its worst parts."""
        return self._probabilities(self._network.logits(None, ngrams(text)))

    def _probabilities(self, logits: Vectors) -> dict[str, float]:
        shifted = np.exp(logits - logits.max())
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

    def is_surely_crisis(self, scores: dict[str, float]) -> bool:
        """Return whether the scores tell of a crisis whatever the words of the question seem to ask."""
        told = scores.get(Reason.SELF_HARM.value, 0.0) + scores.get(Reason.EMERGENCY.value, 0.0)
        return told >= self.thresholds.crisis_over_words

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
        return to_decline(scores) >= limit

    def doubts(self, scores: dict[str, float], *, harmless: bool) -> bool:
        """Return whether the question is answered from safe content with a notice."""
        return to_decline(scores) >= (self.thresholds.doubt_harmless if harmless else self.thresholds.doubt)

    def overrules(self, scores: dict[str, float]) -> bool:
        """Return whether the question is harmless so surely that a rule against it is only a doubt."""
        return harmless(scores) >= self.thresholds.overrule

    def clears(self, scores: dict[str, float]) -> bool:
        """Return whether the question is harmless so surely that a rule against it is wrong."""
        return harmless(scores) >= self.thresholds.clear

    def overrules_crisis(self, scores: dict[str, float]) -> bool:
        """Return whether the question is harmless so surely that a rule that sees a crisis in it is wrong."""
        return harmless(scores) >= self.thresholds.overrule_crisis

    def is_off_topic(self, scores: dict[str, float], *, strange: bool, foreign: bool = False) -> bool:
        """Return whether the question is off topic; `strange` says that its words seem to be."""
        if strange:
            return scores[ALLOWED] + scores.get(Reason.NO_EVIDENCE.value, 0.0) < (
                self.thresholds.on_topic_foreign if foreign else self.thresholds.on_topic
            )
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


def harmless(scores: dict[str, float]) -> float:
    """Return the probability that a text asks for nothing to decline and tells of no crisis."""
    others = (Reason.OFF_TOPIC, Reason.NO_EVIDENCE)
    return scores[ALLOWED] + sum(scores.get(reason.value, 0.0) for reason in others)


def to_decline(scores: dict[str, float]) -> float:
    """Return the probability of the reasons to decline together."""
    return sum(value for label, value in scores.items() if label in _DECLINED)
