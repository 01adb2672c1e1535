"""Which item a question belongs to, judged by all texts of each item together: linear discriminant analysis.

The nearest single text is a noisy judge: a card has a dozen phrasings, and the one that happens to share a question's
style is often another card's. Here an item is the mean of its texts, and distances are measured where the texts of
one item differ least from each other, so that how something is asked counts less than what is asked.
Hastie, Tibshirani and Friedman, The Elements of Statistical Learning (2nd ed.), section 4.3.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.encoder import Vectors
from index.fusion import Scores

SHRINKAGE = 0.5
"""How far the pooled covariance is drawn towards a sphere (phrasings held out in turn)."""


class Discriminant:
    """One linear score per item, from the vectors of its texts. Safe to share between threads."""

    def __init__(self, rows: Vectors, items: NDArray[np.int64], count: int, shrinkage: float = SHRINKAGE) -> None:
        """`items` gives the item, from 0 to `count` - 1, of each of `rows`; every item has a row."""
        order = np.argsort(items, kind="stable")
        starts = np.searchsorted(items[order], np.arange(count))
        means = np.add.reduceat(rows[order].astype(np.float64), starts) / np.bincount(items, minlength=count)[:, None]
        spread = rows - means[items]
        pooled = spread.T @ spread / max(len(rows) - count, 1)
        size = pooled.shape[0]
        sphere = max(float(np.trace(pooled)) / size, 1e-6) * np.eye(size)
        weights = np.linalg.solve((1 - shrinkage) * pooled + shrinkage * sphere, means.T).T
        self._weights = weights.astype(np.float32)
        self._bias = (-0.5 * (weights * means).sum(axis=1)).astype(np.float32)

    def scores(self, vector: Vectors) -> Scores:
        """Return how well `vector` fits each item: the logarithm of its likelihood, up to a common constant."""
        fit: Scores = self._weights @ vector + self._bias
        return fit


def positions_of(items: Sequence[str]) -> NDArray[np.int64]:
    """Return the position of each item in the order in which they first appear."""
    at: dict[str, int] = {}
    return np.asarray([at.setdefault(item, len(at)) for item in items], dtype=np.int64)
