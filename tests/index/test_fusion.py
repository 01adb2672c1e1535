"""Fusion of lexical and vector scores."""

from __future__ import annotations

import numpy as np
import pytest

from index.fusion import Scores, fuse, scaled


def test_the_best_of_a_side_becomes_one_and_the_rest_stays_in_order() -> None:
    found = scaled(np.array([3.0, 9.0, 6.0], dtype=np.float32))
    assert found.tolist() == [0.0, 1.0, 0.5]


def test_texts_outside_the_depth_score_nothing() -> None:
    assert scaled(np.array([1.0, 2.0, 3.0, 4.0], dtype=np.float32), depth=2).tolist() == [0, 0, 0, 1]


def test_equal_scores_are_all_best_and_zeros_are_not() -> None:
    assert scaled(np.array([2.0, 2.0], dtype=np.float32)).tolist() == [1.0, 1.0]
    assert scaled(np.zeros(3, dtype=np.float32)).tolist() == [0, 0, 0]


def test_no_texts_give_no_scores() -> None:
    empty = np.zeros(0, dtype=np.float32)
    assert len(fuse(empty, empty)) == 0


def test_a_text_found_by_both_sides_comes_before_one_found_by_either() -> None:
    lexical = np.array([5.0, 5.0, 0.0, 0.0], dtype=np.float32)
    vector = np.array([0.9, 0.1, 0.9, 0.0], dtype=np.float32)
    fused = fuse(lexical, vector)
    assert int(np.argmax(fused)) == 0
    assert fused[2] > fused[1]  # meaning weighs more than words


def defined(scores: Scores, depth: int) -> Scores:
    """Scaling word for word: rank, take the best, scale them."""
    result = np.zeros(len(scores), dtype=np.float32)
    best = np.argsort(-scores, kind="stable")[:depth]
    low, high = float(scores[best].min()), float(scores[best].max())
    if high > low:
        result[best] = (scores[best] - low) / (high - low)
    return result


@pytest.mark.parametrize("size", [5, 100, 101, 3000])
@pytest.mark.parametrize("share", [0.01, 0.3, 1.0])
@pytest.mark.parametrize("shift", [0.0, -0.5])
def test_the_fast_way_of_scaling_gives_exactly_the_defined_scores(size: int, share: float, shift: float) -> None:
    random = np.random.default_rng(size)
    scores = np.where(random.random(size) < share, random.random(size) * 9, 0).astype(np.float32) + np.float32(shift)
    scores[0] = 9.5
    assert scaled(scores).tolist() == defined(scores, 100).tolist()
