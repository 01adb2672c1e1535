"""Rank items by their indexed texts: lexical, vector and fused scores, each item by its best text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.encoder import Vectors
from index.fusion import Scores, fuse
from index.lexical import LexicalIndex
from index.vectors import VectorTable


@dataclass(frozen=True)
class ItemScores:
    """One score per item from each side and from both."""

    lexical: Scores
    cosine: Scores
    fused: Scores


class RankedTexts:
    """Texts of items in one lexical index and one vector table. Safe to share between threads."""

    def __init__(self, items: Sequence[str], vectors: VectorTable, lexical: LexicalIndex) -> None:
        """`items` names the item of each text, in the order of `vectors` and `lexical`."""
        at: dict[str, int] = {}
        order = [at.setdefault(item, len(at)) for item in items]
        self.items = tuple(at)
        self._vectors, self._lexical = vectors, lexical
        # Sorted by item, so that one `reduceat` finds the best text of every item; often they stand so already.
        numbers = np.asarray(order, dtype=np.int64)
        sorting = np.argsort(numbers, kind="stable")
        is_sorted = bool((sorting == np.arange(len(sorting))).all())
        self._order: NDArray[np.int64] | slice = slice(None) if is_sorted else sorting
        self._starts = np.searchsorted(numbers[self._order], np.arange(len(at)))

    def scores(self, tokens: Sequence[str], vector: Vectors) -> ItemScores:
        """Return the scores of every item for the lexical query `tokens` and the question's `vector`.

        Each side takes an item's best text before the sides are fused: the words and the meaning of a long
        item may be met in different texts of it.
        """
        lexical, cosine = self.lexical(tokens), self.cosines(vector)
        return ItemScores(lexical, cosine, fuse(lexical, cosine))

    def lexical(self, tokens: Sequence[str]) -> Scores:
        """Return the BM25 score of every item's best text."""
        return self._best(self._lexical.scores(tokens))

    def cosines(self, vector: Vectors) -> Scores:
        """Return the cosine of every item's nearest text."""
        return self._best(self._vectors.similarities(vector))

    def _best(self, scores: Scores) -> Scores:
        if not len(self.items):
            return scores[:0]
        if len(self.items) == len(scores):
            return scores
        best: Scores = np.maximum.reduceat(scores[self._order], self._starts)
        return best
