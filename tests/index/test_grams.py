"""Texts that are spelt alike are near to each other, and n-grams that everybody shares say nothing."""

from __future__ import annotations

import numpy as np

from index.grams import GramIndex, ngrams

TEXTS = [f"{start} {end}" for start in ("does kratom", "can kratom") for end in ("hurt the liver", "help sleep")]


def test_the_nearest_text_is_the_one_spelt_most_alike() -> None:
    index = GramIndex.of([ngrams(text) for text in TEXTS * 10 + ["is it legal in ohio", "legal in texas"]])
    assert int(np.argmax(index.cosines(ngrams("is it leagal in ohio")))) == len(TEXTS) * 10


def test_a_saved_index_gives_the_same_cosines() -> None:
    index = GramIndex.of([ngrams(text) for text in TEXTS])
    again = GramIndex.from_arrays(index.arrays())
    asked = ngrams("hurts the liver")
    assert np.allclose(index.cosines(asked), again.cosines(asked), atol=1e-3)


def test_an_empty_index_and_an_empty_text_give_no_cosines() -> None:
    assert GramIndex.of([]).cosines(ngrams("kratom")).size == 0
    assert not GramIndex.of([ngrams("kratom")]).cosines(ngrams("")).any()


def test_more_texts_than_a_byte_can_number_are_told_apart() -> None:
    index = GramIndex.of([ngrams(f"text number {at} xyzzy") for at in range(300)] + [ngrams("text number 7 plugh")] * 2)
    assert int(np.argmax(index.cosines(ngrams("plugh")))) == 300
