"""Fuse lexical and vector scores of the same texts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LEXICAL_WEIGHT = 0.25
"""Weight of BM25 beside 0.75 for the vectors; `caveat eval retrieval --set DIR` tries it on any collection."""

DEPTH = 100
"""How many candidates each side brings."""

Scores = NDArray[np.float32]


def fuse(lexical: Scores, vector: Scores, weight: float = LEXICAL_WEIGHT, depth: int = DEPTH) -> Scores:
    """Return one score from 0 to 1 per text: the weighted sum of min-max scaled scores of both sides.

    Each side is scaled over its own `depth` best candidates; a text outside them scores 0 on that side. Unlike
    reciprocal rank fusion this keeps how far the best is ahead. Fox and Shaw, Combination of multiple searches, 1994.
    """
    return weight * scaled(lexical, depth) + (1 - weight) * scaled(vector, depth)


def scaled(scores: Scores, depth: int = DEPTH) -> Scores:
    """Return `scores` scaled to 0-1 over the `depth` best; the rest, and unmatched texts, are 0."""
    if len(scores) == 0:
        return np.zeros(0, dtype=np.float32)
    depth = min(depth, len(scores))
    low, high = _least_of_best(scores, depth), float(scores.max())
    result = np.zeros(len(scores), dtype=np.float32)
    if high > low:
        np.maximum((scores - low) / (high - low), 0, out=result)
    elif high > 0:
        result[np.argpartition(scores, -depth)[-depth:]] = 1.0
    return result


def _least_of_best(scores: Scores, depth: int) -> float:
    """Return the lowest of the `depth` highest scores.

    BM25 leaves most texts at 0, and partitioning so many equal values takes ten times as long as without them.
    """
    positive = scores[scores > 0]
    if len(positive) >= depth:
        return float(np.partition(positive, -depth)[-depth])
    return float(np.partition(scores, -depth)[-depth]) if scores.min() < 0 else 0.0
