"""What a question names, in the words people use."""

from __future__ import annotations

import pytest

from app.assistant import Assistant
from index.vocabulary import Vocabulary, words_of


@pytest.fixture(scope="module")
def vocabulary(assistant: Assistant) -> Vocabulary:
    return assistant.index.searcher.vocabulary


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("kratom plus prozac?", "fluoxetine"),
        ("can I take it with Zoloft’s generic", "sertraline"),
        ("kratom and celexa", "citalopram"),
        ("kratom and celebrex", "celecoxib"),
        ("is it legal in Alabama", "alabama"),
        ("is it legal in Arkansas", "arkansas"),
        ("how does it work on opoid receptors", "opioid-receptors"),
        ("gabapenten and kratom", "gabapentin"),
        ("is 7-OH the same", "seven-oh"),
    ],
)
def test_names_slang_and_slips_are_recognised(vocabulary: Vocabulary, text: str, named: str) -> None:
    assert named in [mention.id for mention in vocabulary.mentions(text)]


@pytest.mark.parametrize(
    ("text", "not_named"),
    [
        ("kratom and celexa", "celecoxib"),
        ("any PET data in humans", "pets"),
        ("taking lamictal", "terbinafine"),
        ("taking lamisil", "lamotrigine"),
        ("hydralazine and kratom", "hydroxyzine"),
        ("cycloserine and kratom", "cyclosporine"),
        ("valganciclovir and kratom", "aciclovir"),
        ("pentobarbital and kratom", "phenobarbital"),
        ("kratom in georgia the country", "georgia-state"),
    ],
)
def test_names_that_sound_alike_are_kept_apart(vocabulary: Vocabulary, text: str, not_named: str) -> None:
    assert not_named not in [mention.id for mention in vocabulary.mentions(text)]


def test_a_class_covers_its_medicines_but_not_the_other_way_round(vocabulary: Vocabulary) -> None:
    assert vocabulary.covered("sertraline", {"ssri"})
    assert not vocabulary.covered("ssri", {"sertraline"})


def test_a_place_is_covered_only_by_itself(vocabulary: Vocabulary) -> None:
    assert vocabulary.covered("alabama", {"alabama"})
    assert not vocabulary.covered("alabama", {"united-states"})


def test_the_nearer_class_is_nearer(vocabulary: Vocabulary) -> None:
    itself, parent, above = (
        vocabulary.nearness("sertraline", [one]) for one in ("sertraline", "ssri", "antidepressants")
    )
    assert itself > parent > above > 0
    assert vocabulary.nearness("sertraline", ["ibuprofen"]) == 0


@pytest.mark.parametrize("text", ["", " ", "🌿", "\u0000", "a" * 5000, "क्रेटम क्या है"])
def test_any_text_is_read_without_failing(vocabulary: Vocabulary, text: str) -> None:
    assert isinstance(vocabulary.mentions(text), list)


def test_words_with_vowel_signs_stay_whole() -> None:
    assert words_of("কি বিশ্বাস?") == ["কি", "বিশবাস"]
    assert words_of("क्या लीवर।") == ["कया", "लीवर"]
