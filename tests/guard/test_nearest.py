"""The nearest examples vote: their labels win, and no label is ever ruled out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.guard.nearest import NearestExamples, nearest_examples
from index.encoder import Vectors
from index.grams import ngrams

ASKED = [f"how much {what} should i take" for what in ("kratom", "powder", "extract", "leaf")]
ALLOWED = [f"is {what} legal where i live" for what in ("kratom", "powder", "extract", "leaf")]


@pytest.fixture
def vectors() -> Vectors:
    """One group of directions for each kind of question."""
    near = np.random.default_rng(0).normal(0, 0.1, (8, 256)).astype(np.float32)
    near[:4, 0] += 1
    near[4:, 1] += 1
    return near / np.linalg.norm(near, axis=1, keepdims=True)


def test_the_label_of_the_nearest_examples_wins_before_and_after_saving(vectors: Vectors, tmp_path: Path) -> None:
    grams = [ngrams(text) for text in ASKED + ALLOWED]
    examples = nearest_examples(vectors, grams, [0] * 4 + [1] * 4, [1.0] * 8)
    examples.save(tmp_path)
    for one in (examples, NearestExamples.load(tmp_path)):
        votes = one.votes(vectors[1], ngrams("how much powder should i take now"), 3)
        assert votes.argmax() == 0
        assert votes.sum() == pytest.approx(1)
        assert (votes > 0).all()
