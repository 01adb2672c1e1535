"""Which of the cards found comes first: a linear score of all that speaks for each, with weights fitted on questions.

The fused score finds the cards that may answer; which of a few near ones does is told better by weighing everything at
once. The weights are data (`card_order.json`), a conditional logit written by `caveat eval calibrate` (McFadden,
Conditional logit analysis of qualitative choice behavior, 1974).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

ORDER_FILE = Path(__file__).with_name("card_order.json")
DEPTH = 15
"""How many cards are put in order."""


class Signs(NamedTuple):
    """What speaks for a card as the answer to a question; only differences between cards of one question count."""

    score: float
    """Its score in the search."""
    words_met: float
    """Which share of the question's words its texts hold."""
    fused: float
    """Its best texts' lexical and vector scores, fused."""
    cosine: float
    """The cosine of its nearest text."""
    lead_words: float
    """BM25 of the best claim that it leads with, beside the best of all items."""
    about_named: float
    """Which share of the things that the question names it is about."""
    likelihood: float
    """How far the likelihood of all its texts together is behind the best card's, in `index.discriminant`."""
    network: float
    """Logarithm of the share that the network gives it."""
    topic: float
    """Logarithm of the share that the network gives to its topic."""


class CardOrder(BaseModel):
    """The fitted weights, and what they were fitted on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    weights: Mapping[str, float]
    reason: str
    fitted_on: int
    """How many questions."""

    def scores(self, signs: Sequence[Signs]) -> NDArray[np.float64]:
        """Return one number per card, the higher the likelier it answers."""
        weights = np.asarray([self.weights[name] for name in Signs._fields])
        scores: NDArray[np.float64] = np.asarray(signs, dtype=np.float64).reshape(-1, len(weights)) @ weights
        return scores


@cache
def card_order() -> CardOrder:
    """Return the shipped order."""
    return CardOrder.model_validate(json.loads(ORDER_FILE.read_text(encoding="utf-8")))
