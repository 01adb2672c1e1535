"""Items ranked by their best texts."""

from __future__ import annotations

import numpy as np
import pytest

from index.lexical import LexicalIndex
from index.ranked import RankedTexts
from index.vectors import VectorTable

TEXTS = ["liver harm", "liver", "sleep", "sleep and liver"]
ROWS = np.array([[1, 0], [0, 1], [0.6, 0.8], [0.8, 0.6]], dtype=np.float32)


@pytest.mark.parametrize("items", [["a", "b", "c", "d"], ["a", "a", "b", "b"], ["b", "a", "b", "a"]])
def test_an_item_scores_as_its_best_text_in_whatever_order_the_texts_stand(items: list[str]) -> None:
    lexical = LexicalIndex.of(TEXTS)
    ranked = RankedTexts(items, VectorTable(tuple(TEXTS), ROWS), lexical)
    vector = np.array([0.6, 0.8], dtype=np.float32)
    assert ranked.items == tuple(dict.fromkeys(items))
    for found, whole in (
        (ranked.cosines(vector), ROWS @ vector),
        (ranked.lexical(["liver", "sleep"]), lexical.scores(["liver", "sleep"])),
    ):
        best = [max(score for score, owner in zip(whole, items, strict=True) if owner == item) for item in ranked.items]
        assert found.tolist() == best


def test_no_texts_give_no_scores() -> None:
    ranked = RankedTexts([], VectorTable((), np.zeros((0, 2), dtype=np.float32)), LexicalIndex.of([]))
    assert len(ranked.scores(["liver"], np.zeros(2, dtype=np.float32)).fused) == 0
