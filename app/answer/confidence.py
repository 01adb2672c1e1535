"""How sure it is that an item answers a question: a small logistic score, fitted on questions with known outcomes.

The weights and the threshold are data (`calibration.json`), written by `caveat eval calibrate` together with the
reason for the threshold. A cosine alone does not tell: "kratom and rosacea" is near to every card on kratom and skin.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from index.search import Hit, Hits

CALIBRATION_FILE = Path(__file__).with_name("calibration.json")
FEATURES = (
    "cosine",
    "best_cosine",
    "words_met",
    "best_words_met",
    "words",
    "about_named",
    "names_nothing",
    "strange",
    "assumed",
    "elsewhere",
    "off_topic",
    "unknowable",
    "likelihood",
    "ahead",
    "sure",
    "score",
    "margin",
    "length",
)
MANY_WORDS = 6
NEAR = 10
LONG = 20
LIKELY, FAR_AHEAD = 150.0, 150.0
HIGH = 2.0
"""A score that hardly any item exceeds."""


class Calibration(BaseModel):
    """The fitted weights, the threshold and why it is what it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    weights: Mapping[str, float]
    bias: float
    threshold: float
    """Probability from which an item is taken to answer the question."""
    reason: str
    fitted_on: Mapping[str, int]
    """How many answerable and unanswerable questions it was fitted on."""
    encoder_origin_sha256: str
    """The encoder whose cosines it was fitted on."""


@cache
def calibration() -> Calibration:
    """Return the shipped calibration."""
    return Calibration.model_validate(json.loads(CALIBRATION_FILE.read_text(encoding="utf-8")))


def features(hit: Hit, hits: Hits) -> dict[str, float]:
    """Return what the score looks at, each from 0 to 1.

    The cosine of the item and the best one; which share of the question's words the item and the best of the
    `NEAR` first items hold, and how many words those are (the longer, the less of it is met); which share of the
    things it names the item is about, and whether it names nothing; whether it holds a word that nothing indexed
    holds (more so a rare one); whether kratom is only assumed, and whether it then seems to be about something else;
    how likely the guard takes it to be about something else, or to ask for what nobody could have reviewed, which
    says less where the network is sure of the item and it holds every content word ("what is MGM-15?"); how likely
    the likeliest item is, by all its texts together, and how far ahead of the crowd; how sure the network is of one
    card; the item's score, and how far the first card's is above the second's; how long the question is.
    """
    values = (
        hit.cosine,
        hits.best_cosine,
        hit.words_met,
        max(near.words_met for near in hits.ranked[:NEAR]),
        min(len(hits.question.weights), MANY_WORDS) / MANY_WORDS,
        hit.about_named,
        float(not hits.question.names_something),
        hits.question.strangeness,
        float(hits.question.is_assumed),
        float(hits.question.is_elsewhere),
        hits.off_topic,
        _unknowable(hit, hits),
        min(max(hits.likelihood / LIKELY, 0.0), 1.0),
        min(hits.ahead / FAR_AHEAD, 1.0),
        hits.sure,
        min(max(hit.score / HIGH, 0.0), 1.0),
        _margin(hits),
        min(len(hits.question.text.split()) / LONG, 1.0),
    )
    return dict(zip(FEATURES, values, strict=True))


def _unknowable(hit: Hit, hits: Hits) -> float:
    is_met = hit.item == hits.surest and hit.words_met >= 1
    return hits.unknowable * (1 - hits.sure if is_met else 1.0)


def _margin(hits: Hits) -> float:
    first, second, *_ = (*(hit.score for hit in hits.of("card")[:2]), 0.0, 0.0)
    return min(max(first - second, 0.0), 1.0)


def confidence(hit: Hit, hits: Hits, by: Calibration | None = None) -> float:
    """Return the probability that the item of `hit` answers the question."""
    fitted = by or calibration()
    logit = fitted.bias + sum(fitted.weights.get(name, 0.0) * value for name, value in features(hit, hits).items())
    return 1 / (1 + math.exp(-logit))


def is_confident(hit: Hit, hits: Hits) -> bool:
    """Return whether the item may carry an answer."""
    return hit.is_asked or confidence(hit, hits) >= calibration().threshold
