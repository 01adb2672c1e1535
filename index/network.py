"""A network of one hidden layer: which class a text belongs to, by its general vector and its character n-grams.

The vector tells what a text is about, the n-grams how it says it; the hidden layer sees what the two, or several
n-grams, say only together. Fitted by scikit-learn when the index is built; loads with numpy alone.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from index.encoder import Vectors
from index.errors import IndexBrokenError
from index.grams import BUCKETS, Grams

NGRAM_WEIGHT = 2.2
"""Length of the n-gram part beside the unit vector (dev data)."""
HIDDEN = 64
"""Units of the hidden layer. Twice as many, or several networks, are no better on dev."""
UNSETTLED = 1 / 3
"""Share of the epochs after which the weights are averaged, so that seeds and single examples move fewer verdicts.
Izmailov and others, Averaging weights leads to wider optima and better generalization, 2018."""
PENALTY = 1e-4
"""Strength of the L2 penalty."""
LEAST_STEPS = 300
"""A small library's texts are seen more often, until the network has taken so many steps."""
SEED = 20261127
_FITTED_ON = "fitted_on"


@dataclass(frozen=True)
class Schedule:
    """How a network is fitted."""

    epochs: int
    """How often all texts are seen."""
    batch: int
    rate: float
    """Learning rate (Adam)."""
    least_holders: int
    """Texts that hold an n-gram, from which on it is learnt from."""


@dataclass(frozen=True)
class Network:
    """A fitted network. Safe to share between threads."""

    vector: Vectors
    """What the hidden units take from the vector: one row per dimension."""
    row_of: NDArray[np.uint16]
    """The row of each n-gram bucket in `grams`; 0 for one that was not learnt from."""
    grams: NDArray[np.float16]
    """What they take from an n-gram, in half precision, as few are looked at for one text; the first row is zero."""
    hidden_bias: Vectors
    outputs: Vectors
    """What the classes take from the hidden units: one row per unit."""
    bias: Vectors

    def logits(self, vector: Vectors | None, grams: Grams) -> Vectors:
        """Return one number per class; without a vector, what the n-grams alone say."""
        hidden = self.hidden_bias.copy()
        if vector is not None:
            hidden += vector @ self.vector
        at, counts = grams
        if at.size:
            hidden += (counts * np.float32(NGRAM_WEIGHT)) @ self.grams[self.row_of[at]].astype(np.float32)
        found: Vectors = np.maximum(hidden, 0) @ self.outputs + self.bias
        return found

    def arrays(self) -> dict[str, Any]:
        """Return the network as arrays to save, in half precision."""
        return {
            name: value.astype(np.float16) if value.dtype == np.float32 else value for name, value in vars(self).items()
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """Return the network that was saved as `arrays`. Raises `KeyError` when one is missing."""
        single = ("vector", "hidden_bias", "outputs", "bias")
        return cls(
            row_of=arrays["row_of"], grams=arrays["grams"], **{name: arrays[name].astype(np.float32) for name in single}
        )

    @classmethod
    def blank(cls, dimensions: int, classes: int) -> Self:
        """Return a network that finds every class as likely."""
        return cls(
            np.zeros((dimensions, 1), dtype=np.float32),
            np.zeros(BUCKETS, dtype=np.uint16),
            np.zeros((1, 1), dtype=np.float16),
            np.zeros(1, dtype=np.float32),
            np.zeros((1, classes), dtype=np.float32),
            np.zeros(classes, dtype=np.float32),
        )


def settings() -> list[float]:
    """Return what shapes every network, so that an index can tell whether its own was fitted like this."""
    return [NGRAM_WEIGHT, HIDDEN, UNSETTLED, PENALTY, LEAST_STEPS, SEED]


def write(path: Path, network: Network | None, fitted_on: str, names: Mapping[str, Sequence[str]]) -> None:
    """Write a network to `path`, with the names of what it knows and the hash of what it was fitted on."""
    arrays: dict[str, Any] = {name: np.asarray(values, dtype=str) for name, values in names.items()}
    arrays[_FITTED_ON] = np.asarray(fitted_on)
    np.savez(path, **arrays, **(network.arrays() if network else {}))


def read(path: Path, *names: str) -> tuple[Network | None, list[tuple[str, ...]]]:
    """Return the network at `path`, None for one that knows nothing, and its names.

    Raises `IndexBrokenError` when the file cannot be read.
    """
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as arrays:
            known = [tuple(arrays[name].tolist()) for name in names]
            return (Network.from_arrays(arrays) if "bias" in arrays else None), known
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise IndexBrokenError(f"{path} cannot be read; run `caveat index`") from error


def fitted_before(path: Path, fitted_on: str) -> Network | None:
    """Return the network at `path` when it was fitted on the same; None for another, a missing or a damaged one."""
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as arrays:
            return Network.from_arrays(arrays) if str(arrays[_FITTED_ON]) == fitted_on else None
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None


def fit(
    vectors: Vectors, grams: Sequence[Grams], classes: Sequence[int], schedule: Schedule, weights: Sequence[float]
) -> Network:
    """Return the network fitted on texts with these vectors, n-grams, classes and weights.

    The classes are numbered from 0, and each has a text. Needs scikit-learn, of the `build` extra.
    """
    from scipy.sparse import csr_matrix, hstack  # noqa: PLC0415
    from sklearn.neural_network import MLPClassifier  # noqa: PLC0415

    count = 1 + max(classes)
    if count == 1:
        return Network.blank(vectors.shape[1], 1)
    buckets = np.concatenate([at for at, _ in grams])
    held = np.flatnonzero(np.bincount(buckets, minlength=BUCKETS) >= schedule.least_holders)
    held = held[: np.iinfo(np.uint16).max]
    if not held.size and not vectors.shape[1]:
        return Network.blank(0, count)  # nothing to tell them by
    rows = np.repeat(np.arange(len(grams)), [len(at) for at, _ in grams])
    values = np.concatenate([shares for _, shares in grams]) * np.float32(NGRAM_WEIGHT)
    spelt = csr_matrix((values, (rows, buckets)), shape=(len(grams), BUCKETS))[:, held]
    batch = min(schedule.batch, len(grams))
    epochs = max(schedule.epochs, LEAST_STEPS * batch // len(grams))
    model = MLPClassifier(
        (HIDDEN,), alpha=PENALTY, batch_size=batch, learning_rate_init=schedule.rate, random_state=SEED
    )
    texts = hstack([csr_matrix(vectors), spelt]).tocsr()
    unsettled = int(epochs * UNSETTLED)
    sums: list[Any] = [0, 0, 0, 0]
    for epoch in range(epochs):
        model.partial_fit(texts, classes, classes=range(count), sample_weight=weights)
        if epoch >= unsettled:
            parts = [*model.coefs_, *model.intercepts_]
            sums = [total + part for total, part in zip(sums, parts, strict=True)]
    inputs, outputs, hidden_bias, bias = (total / (epochs - unsettled) for total in sums)
    if count == 2:  # one output tells both
        outputs, bias = np.hstack((0 * outputs, outputs)), np.append(0, bias)
    row_of = np.zeros(BUCKETS, dtype=np.uint16)
    row_of[held] = 1 + np.arange(len(held))
    of_grams = np.vstack((np.zeros((1, HIDDEN)), inputs[vectors.shape[1] :])).astype(np.float16)
    return Network(
        inputs[: vectors.shape[1]].astype(np.float32),
        row_of,
        of_grams,
        *(part.astype(np.float32) for part in (hidden_bias, outputs, bias)),
    )
