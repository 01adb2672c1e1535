"""Fuse lexical and vector scores of the same texts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LEXICAL_WEIGHT = 0.25
"""Weight of BM25 beside 0.75 for the vectors: best on nine public health question sets (`make bench`)."""

DEPTH = 100
"""How many candidates each side brings."""

Scores = NDArray[np.float32]


def fuse(lexical: Scores, vector: Scores, weight: float = LEXICAL_WEIGHT, depth: int = DEPTH) -> Scores:
    """Return one score from 0 to 1 per text: the weighted sum of min-max scaled scores of both sides.

    Each side is scaled over its own `depth` best candidates; a text outside them scores 0 on that side. This
    gains over vectors alone on every consumer-health set, where equal reciprocal rank fusion gains nothing.
    """
    return weight * scaled(lexical, depth) + (1 - weight) * scaled(vector, depth)


def scaled(scores: Scores, depth: int = DEPTH) -> Scores:
    """Return `scores` scaled to 0-1 over the `depth` best; the rest, and unmatched texts, are 0."""
    result = np.zeros(len(scores), dtype=np.float32)
    if len(scores) == 0:
        return result
    depth = min(depth, len(scores))
    best = np.argpartition(scores, -depth)[-depth:]
    values = scores[best]
    low, high = float(values.min()), float(values.max())
    if high > low:
        result[best] = (values - low) / (high - low)
    elif high > 0:
        result[best] = 1.0
    return result
