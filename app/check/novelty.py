"""How much of a sentence its nearest evidence says nothing of.

An encoder finds that two sentences speak of the same matter; it overlooks that one of them adds a tax, a comparison
with another drug or an operation. Words that the evidence does not hold tell it, the rarer the more.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from index.lexical import stems_of


class Words:
    """How many of the judged sentences hold each word stem. Safe to share between threads."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self._held_by = Counter(stem for sentence in sentences for stem in stems_of([sentence]))
        self._size = len(sentences)

    def novelty(self, sentence: str, evidence: Iterable[str]) -> float:
        """Return which share of `sentence` no text of `evidence` speaks of, 0 to 1.

        The share of its word stems, each weighted by its inverse document frequency among the judged sentences.
        """
        weights = {stem: math.log((self._size + 1) / (self._held_by[stem] + 0.5)) for stem in stems_of([sentence])}
        new = weights.keys() - stems_of(evidence)
        return sum(weights[stem] for stem in new) / (sum(weights.values()) or 1.0)
