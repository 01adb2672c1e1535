"""Search: which card comes first, and what may not lead."""

from __future__ import annotations

import pytest

from app.answer.lead import leading_card
from app.assistant import Assistant
from index.search import Hits, Searcher


@pytest.fixture(scope="module")
def searcher(assistant: Assistant) -> Searcher:
    return assistant.index.searcher


def led(hits: Hits) -> str | None:
    hit = leading_card(hits)
    return hit.item if hit else None


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("kratom plus prozac?", "interactions"),
        ("is it ok to mix kratom with lexapro", "interactions"),
        ("kratom and lithium", "interactions"),
        ("is kratom legal in alabama", "law-states"),
        ("does kratom work on opioid receptors", "opioid-receptors"),
        ("kratom during pregnancy", "pregnancy"),
    ],
)
def test_the_card_of_the_right_topic_leads(searcher: Searcher, question: str, topic: str) -> None:
    assert searcher.library.topic_of[str(led(searcher.search(question)))] == topic


def test_mixing_with_a_medicine_leads_with_the_card_on_its_class_and_comparing_does_not(searcher: Searcher) -> None:
    assert led(searcher.search("is it ok with kratom and lexapro")) == "kratom-ssri"
    assert searcher.search("kratom instead of lexapro").question.mixes is False


@pytest.mark.parametrize(
    "question",
    [
        "has anyone found kratom laced with fentanyl",
        "does gabapentin ease kratom withdrawal",
        "false positive for methadone from kratom",
    ],
)
def test_a_medicine_in_withdrawal_in_a_test_or_in_the_product_is_not_one_taken_too(
    searcher: Searcher, question: str
) -> None:
    assert searcher.library.topic_of[str(led(searcher.search(question)))] != "interactions"


def test_a_card_on_another_medicine_may_not_lead(searcher: Searcher) -> None:
    for question in ("kratom and celexa", "kratom and celebrex", "kratom and lamictal", "kratom and lamisil"):
        hits = searcher.search(question)
        hit = leading_card(hits)
        assert hit is None or hit.missing == ()


def test_an_invented_medicine_is_reported_as_unknown(searcher: Searcher) -> None:
    assert searcher.search("kratom with norvaxidol?").unknown == ("norvaxidol",)
    assert searcher.search("kratom with prozac?").unknown == ()


def test_a_word_that_nothing_holds_is_strange_and_a_slip_is_not(searcher: Searcher) -> None:
    assert searcher.search("kratom and keratoconus").question.strange == ("keratoconus",)
    assert searcher.search("does kratom hurt the livver").question.strange == ()


def test_kratom_is_assumed_only_where_nothing_points_at_it(searcher: Searcher) -> None:
    assert searcher.search("kratom: is aspirin good for heart attacks").question.is_elsewhere
    assert not searcher.search("kratom: is it ok with aspirin").question.is_elsewhere


def test_the_same_question_finds_the_same(searcher: Searcher) -> None:
    first, again = (searcher.search("does kratom cause seizures") for _ in range(2))
    assert first == again


@pytest.mark.parametrize("text", ["?", "🌿", "a" * 3000, "؟", "\ufffd"])
def test_any_text_is_searched_without_failing(searcher: Searcher, text: str) -> None:
    assert len(searcher.search(text, limit=5).ranked) == 5


def test_a_slip_weighs_as_the_word_it_stands_for(searcher: Searcher) -> None:
    asked = "does kratom slow the {}"
    slipped, spelt = (searcher.search(asked.format(word)).question.weights for word in ("hartbeat", "heartbeat"))
    assert slipped == spelt


@pytest.mark.parametrize("word", ["cataract", "measles", "impotence", "donor"])
def test_a_word_that_is_spelt_right_is_no_slip(searcher: Searcher, word: str) -> None:
    assert any(word.startswith(stem[:4]) for stem in searcher.search(f"kratom and {word}").question.weights)
