"""The examples nearest to a question vote on its policy: what a network over the whole text may not see.

A question that is worded almost like an allowed example is rarely a violation, whatever single words it holds.
Nearness is the cosine of embeddings (without their common part, which all questions about one plant share) beside
the cosine of character n-grams weighted by rarity. Cover and Hart, Nearest neighbor pattern classification, 1967.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray

from index.encoder import Vectors
from index.grams import GramIndex, Grams

FILE = "nearest.npz"
DIMENSIONS = 192
"""Principal directions of the embeddings that are kept."""
NEIGHBOURS = 12
GRAM_SHARE = 0.6
"""Weight of the n-grams' cosine beside that of the embeddings (writers of examples held out in turn)."""
TEMPERATURE = 0.04
"""How fast an example's vote falls with its distance from the nearest one (held out likewise)."""
SMOOTHING = 0.01
"""Votes that every label gets, so that none is ever ruled out."""
FIRST = 64
"""Directions by which all examples are compared at first: they tell most of the distance in a third of the time."""
WINDOW = 0.25
"""How far behind the best an example may then be to be compared in full: no share of a vote differs by 0.01."""
MOST = 3000
"""How many are compared in full at the most; with more no share of a vote differs by 0.01 either."""


class _Parts(TypedDict):
    first: Vectors
    rest: NDArray[np.float16]


@dataclass(frozen=True)
class NearestExamples:
    """All examples, ready to be compared with a question. Safe to share between threads."""

    mean: Vectors
    basis: Vectors
    """One row per principal direction."""
    first: Vectors
    """One unit vector per example, in the principal directions: its part in the first of them."""
    rest: NDArray[np.float16]
    """Its part in the others, in half precision: few are looked at for one question."""
    labels: NDArray[np.int64]
    weights: Vectors
    spelling: GramIndex

    def votes(self, vector: Vectors, grams: Grams, count: int) -> Vectors:
        """Return the share of the vote for each of `count` labels, for a text with this embedding and n-grams."""
        asked = (1 - GRAM_SHARE) * _unit((self.basis @ (vector - self.mean))[None])[0]
        roughly = self.first @ asked[:FIRST]
        roughly += GRAM_SHARE * self.spelling.cosines(grams)
        some = np.flatnonzero(roughly > roughly.max() - WINDOW)
        if len(some) > MOST:
            some = some[np.argpartition(-roughly[some], MOST)[:MOST]]
        near = roughly[some] + self.rest[some].astype(np.float32) @ asked[FIRST:]
        best = np.argpartition(-near, min(NEIGHBOURS, len(near) - 1))[:NEIGHBOURS]
        nearest, near = some[best], near[best]
        weights = self.weights[nearest] * np.exp((near - near.max()) / TEMPERATURE)
        votes = SMOOTHING + np.bincount(self.labels[nearest], weights, count)
        shares: Vectors = (votes / votes.sum()).astype(np.float32)
        return shares

    def save(self, folder: Path) -> None:
        """Write the examples into `folder`, in half precision."""
        np.savez(
            folder / FILE,
            mean=self.mean,
            basis=self.basis,
            rows=np.hstack((self.first, self.rest)).astype(np.float16),
            labels=self.labels.astype(np.uint8),
            weights=self.weights.astype(np.float16),
            **self.spelling.arrays(),
        )

    @classmethod
    def load(cls, folder: Path) -> NearestExamples:
        """Return the examples in `folder`. Raises `OSError`, `KeyError` or `ValueError` when they cannot be read."""
        with np.load(folder / FILE, allow_pickle=False) as arrays:
            return cls(
                mean=arrays["mean"],
                basis=arrays["basis"],
                **_split(arrays["rows"]),
                labels=arrays["labels"].astype(np.int64),
                weights=arrays["weights"].astype(np.float32),
                spelling=GramIndex.from_arrays(arrays),
            )


def nearest_examples(
    vectors: Vectors, grams: Sequence[Grams], labels: Sequence[int], weights: Sequence[float]
) -> NearestExamples:
    """Return the examples with these embeddings, n-grams, labels and weights, ready to be compared with."""
    mean = vectors.mean(axis=0)
    centred = (vectors - mean).astype(np.float64)
    _, directions = np.linalg.eigh(centred.T @ centred)  # in ascending order
    basis = directions[:, ::-1][:, :DIMENSIONS].T.astype(np.float32)
    return NearestExamples(
        mean=mean.astype(np.float32),
        basis=basis,
        **_split(_unit(centred.astype(np.float32) @ basis.T)),
        labels=np.asarray(labels, dtype=np.int64),
        weights=np.asarray(weights, dtype=np.float32),
        spelling=GramIndex.of(grams),
    )


def _split(rows: NDArray[np.float32] | NDArray[np.float16]) -> _Parts:
    first, rest = rows[:, :FIRST].astype(np.float32), rows[:, FIRST:].astype(np.float16)
    return {"first": np.ascontiguousarray(first), "rest": np.ascontiguousarray(rest)}


def _unit(rows: Vectors) -> Vectors:
    unit: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit
