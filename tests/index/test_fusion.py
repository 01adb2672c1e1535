"""Fusion of lexical and vector scores."""

from __future__ import annotations

import numpy as np

from index.fusion import fuse, scaled


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
