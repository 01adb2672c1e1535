"""A network tells classes apart by vector and letters, and is the same after it was saved."""

from __future__ import annotations

import numpy as np
import pytest

from index.encoder import Vectors
from index.grams import ngrams
from index.network import Network, Schedule, fit

SCHEDULE = Schedule(epochs=4, batch=32, rate=1e-2, least_holders=1)
TEXTS = ["a red leaf", "red leaves", "the reddest leaf", "a blue stone", "blue stones", "the bluest stone"]


@pytest.fixture
def vectors() -> Vectors:
    """One unit vector per text: the first dimension leans to the first class, the second to the second."""
    rows = np.random.default_rng(7).normal(size=(len(TEXTS), 8)).astype(np.float32) / 8
    rows[:3, 0] += 1
    rows[3:, 1] += 1
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def fitted(vectors: Vectors, classes: list[int]) -> Network:
    return fit(vectors, [ngrams(text) for text in TEXTS], classes, SCHEDULE, [1.0] * len(TEXTS))


@pytest.mark.parametrize("classes", [[0, 0, 0, 1, 1, 1], [0, 0, 1, 2, 2, 3]], ids=["two classes", "several"])
def test_each_text_gets_its_class_before_and_after_saving(vectors: Vectors, classes: list[int]) -> None:
    network = fitted(vectors, classes)
    for one in (network, Network.from_arrays(network.arrays())):
        found = [int(one.logits(row, ngrams(text)).argmax()) for row, text in zip(vectors, TEXTS, strict=True)]
        assert found == classes


def test_the_letters_alone_tell_something_and_unknown_ones_nothing(vectors: Vectors) -> None:
    network = fitted(vectors, [0, 0, 0, 1, 1, 1])
    assert network.logits(None, ngrams("reddish leaf")).argmax() == 0
    assert network.logits(None, ngrams("bluish stone")).argmax() == 1
    assert np.allclose(network.logits(None, ngrams("ω")), network.logits(None, ngrams("Ж")))


def test_one_class_is_found_as_likely_as_itself(vectors: Vectors) -> None:
    assert fitted(vectors, [0] * 6).logits(vectors[0], ngrams("a leaf")).tolist() == [0.0]


def test_a_blank_network_prefers_nothing(vectors: Vectors) -> None:
    assert Network.blank(8, 3).logits(vectors[0], ngrams("a leaf")).tolist() == [0.0, 0.0, 0.0]


def test_a_missing_part_is_told(vectors: Vectors) -> None:
    arrays = fitted(vectors, [0, 0, 0, 1, 1, 1]).arrays()
    del arrays["outputs"]
    with pytest.raises(KeyError, match="outputs"):
        Network.from_arrays(arrays)
