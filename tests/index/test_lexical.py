"""The lexical index and its queries."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.lexical import LexicalIndex, tokenize
from index.query import LONG_QUERY, lexical_query


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Is 7-OH an opioid?", ["7-oh", "opioid"]),
        ("5-HT1A receptors", ["5-ht1a", "receptor"]),
        ("I don’t sleep", ["sleep"]),
        ("kratom plus Prozac", ["kratom", "prozac"]),
        ("", []),
        ("?!… 🌿", []),
    ],
)
def test_words_are_stemmed_and_names_with_figures_stay_whole(text: str, tokens: list[str]) -> None:
    assert tokenize(text) == tokens


def test_the_text_with_the_rarer_word_scores_higher() -> None:
    index = LexicalIndex.of(["kratom and sleep", "kratom and pain", "kratom and pain again"])
    scores = index.scores(tokenize("kratom sleep"))
    assert scores[0] > scores[1]


def test_unknown_words_score_nothing() -> None:
    assert LexicalIndex.of(["kratom"]).scores(["zebra"]).tolist() == [0.0]


def test_an_index_without_any_word_answers_with_zeros() -> None:
    assert LexicalIndex.of(["?", "the"]).scores(["kratom"]).tolist() == [0.0, 0.0]


def test_a_saved_index_scores_as_before(tmp_path: Path) -> None:
    index = LexicalIndex.of(["kratom and sleep", "kratom and pain"])
    index.save(tmp_path)
    loaded = LexicalIndex.load(tmp_path)
    assert loaded.scores(["sleep"]).tolist() == index.scores(["sleep"]).tolist()
    assert loaded.document_frequency("kratom") == 2
    assert loaded.document_frequency("zebra") == 0


def test_a_long_message_is_condensed_to_its_rarest_words() -> None:
    story = [f"word{number}" for number in range(40)]
    index = LexicalIndex.of([*(" ".join(story) for _ in range(5)), "mitragynine liver"])
    tokens = lexical_query(" ".join([*story, "mitragynine liver"]), index)
    assert len(tokens) == LONG_QUERY
    assert {"mitragynin", "liver"} <= set(tokens)


def test_a_short_question_keeps_every_word() -> None:
    index = LexicalIndex.of(["kratom liver"])
    assert lexical_query("does kratom hurt the liver", index, also="hepatic") == ["kratom", "hurt", "liver", "hepat"]
