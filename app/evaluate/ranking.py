"""Figures of a ranking: nDCG@10, recall, reciprocal rank, and the difference of two systems with its interval."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BOOTSTRAP_ROUNDS = 2000


def ndcg_at(ranked: Sequence[str], grades: Mapping[str, int], depth: int = 10) -> float:
    """Return nDCG at `depth`: linear gains and a log2 discount, as trec_eval computes it."""
    gained = sum(grades.get(item, 0) / math.log2(rank + 2) for rank, item in enumerate(ranked[:depth]))
    best = sorted(grades.values(), reverse=True)[:depth]
    ideal = sum(grade / math.log2(rank + 2) for rank, grade in enumerate(best))
    return gained / ideal if ideal else 0.0


def recall_at(ranked: Sequence[str], grades: Mapping[str, int], depth: int) -> float:
    """Return which share of the relevant items is among the first `depth`."""
    relevant = {item for item, grade in grades.items() if grade > 0}
    return len(relevant.intersection(ranked[:depth])) / len(relevant) if relevant else 0.0


def reciprocal_rank(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return 1 / the rank of the first relevant item; 0 when none was found."""
    return next((1 / rank for rank, item in enumerate(ranked, start=1) if grades.get(item, 0) > 0), 0.0)


@dataclass(frozen=True)
class Difference:
    """By how much the first system is better than the second, with the 95% interval over queries."""

    mean: float
    low: float
    high: float


def paired_bootstrap(first: Sequence[float], second: Sequence[float], rounds: int = BOOTSTRAP_ROUNDS) -> Difference:
    """Return the mean difference of paired figures with its percentile bootstrap interval (fixed seed)."""
    differences: NDArray[np.float64] = np.asarray(first, dtype=np.float64) - np.asarray(second, dtype=np.float64)
    random = np.random.default_rng(20261123)
    picks = random.integers(0, len(differences), size=(rounds, len(differences)))
    means = differences[picks].mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return Difference(float(differences.mean()), float(low), float(high))
