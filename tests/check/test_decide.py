"""The decision on a sentence: head, stance, safety advice, the sentence before, and the sentences it learns from."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

from app.assistant import Assistant
from app.check import Checker
from app.check.advice import gives_advice
from app.check.article import ArticleFormat
from app.check.at_sight import at_sight
from app.check.decide import points_back
from app.check.head import VERDICTS, Head, load_head, train_head, word_features
from app.check.judged import neutral
from app.check.judgement import Rule
from app.check.stance import minimises, stance
from app.check.verdicts import UNJUDGED, SentenceVerdict
from app.evaluate.check import Row, before_of
from index.library import Library
from index.prohibited import find_prohibited
from tests.conftest import ROOT, TODAY

SUPPORTED, CONTRADICTED, PARTLY = SentenceVerdict.SUPPORTED, SentenceVerdict.CONTRADICTED, SentenceVerdict.PARTLY
WORD = re.compile(r"[a-z0-9]+")
NEARLY = 0.8
"""Share of common words from which two sentences are nearly the same."""


@pytest.fixture(scope="module")
def checker(assistant: Assistant) -> Checker:
    return Checker(assistant.index)


def verdicts(checker: Checker, *sentences: str) -> list[str]:
    """Return the verdict on each sentence of an article that is about kratom."""
    report = checker.check("\n".join(["Kratom is a tree.", *sentences]), TODAY, ArticleFormat.TEXT)
    return [row.verdict.value for row in report.sentences[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "Ask your pharmacist before you take it with other medicines.",
        "If you take it with a sleeping pill, tell your doctor.",
        "Call an ambulance if someone will not wake up after kratom.",
        "Do not drive when kratom makes you sleepy.",
        "Never mix kratom with alcohol.",
    ],
)
def test_advice_on_staying_safe_is_judged_and_not_taken_out(checker: Checker, text: str) -> None:
    assert not gives_advice(text)
    assert verdicts(checker, text) == ["supported"]


@pytest.mark.parametrize(
    "text",
    [
        "Ask the doctor, then start low and raise the dose slowly.",
        "Pharmacists say to take your serving on an empty stomach.",
        "No need for a doctor, just order from our shop today.",
        "Take it before driving to work and again at lunch.",
        "Add a second pouch for half the price before Friday.",
    ],
)
def test_advice_on_amounts_or_buying_stays_advice_beside_words_of_safety(checker: Checker, text: str) -> None:
    assert verdicts(checker, text) == ["advice-declined"]


@pytest.mark.parametrize(
    "text",
    [
        "Objective: To describe what is known about kratom and seizures.",
        "Methods: We searched for studies of kratom and the liver.",
        "The authors received no funding for this study of kratom.",
        "The authors thank the staff of the poison centre.",
        "Summary: The bill would set an age for buying kratom.",
    ],
)
def test_what_frames_a_paper_claims_nothing(text: str) -> None:
    judgement = at_sight(text)
    assert judgement is not None
    assert (judgement.verdict, judgement.rule) == (SentenceVerdict.NO_CLAIM, Rule.FRAME)


def test_a_list_of_mild_effects_told_as_all_there_is_is_right_in_part(checker: Checker) -> None:
    assert minimises("The only downside is nausea.")
    assert not minimises("Nausea was seen in kratom-only cases.")
    assert verdicts(checker, "The only complaints are constipation and dizziness.") == ["partly"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Some people who drink it daily find that they cannot stop.", "supported"),
        ("My liver tests went bad and my eyes turned yellow on kratom.", "supported"),
        ("Kratom has never been shown to treat addiction in a proper trial.", "supported"),
        ("A rodent study hinted at less slowing of breathing with mitragynine.", "supported"),
        ("Nobody becomes dependent on kratom.", "contradicted"),
        ("The British may buy kratom in any shop.", "contradicted"),
        ("7-OH pills are harmless and you will not get hooked.", "contradicted"),
        ("Kratom wipes out cancer.", "unsupported"),
        ("Red leaves make you drowsy and white leaves make you alert.", "unsupported"),
        ("A cup of kratom makes a rough day feel lighter.", "unproven"),
        ("Kratom is kinder to you than wine.", "unproven"),
        ("Buprenorphine partly activates opioid receptors.", "background"),
        ("The meeting was moved to the town hall.", "no-claim"),
        ("Kratom makes roses bloom.", "not-covered"),
    ],
)
def test_lay_wording_gets_the_verdict_of_what_it_says(checker: Checker, text: str, verdict: str) -> None:
    assert verdicts(checker, text) == [verdict]


def test_a_sentence_that_points_back_is_read_with_the_one_before() -> None:
    assert points_back("Many of them fell ill.")
    assert not points_back("Kratom made them ill.")
    assert not points_back("Rain is due on Sunday.")


def test_rows_of_one_article_follow_each_other_and_single_rows_do_not() -> None:
    ids = ("x-a1-01", "x-a1-02", "x-a2-01", "dev-001", "dev-002")
    rows = [Row(id=one, text="", verdict=SUPPORTED, style="news") for one in ids]
    assert before_of(rows, ["a", "b", "c", "d", "e"]) == ["", "a", "", "", ""]


def test_a_second_defensible_verdict_counts_only_when_it_is_given() -> None:
    row = Row(id="1", text="", verdict=SentenceVerdict.UNPROVEN, also=SentenceVerdict.UNSUPPORTED, style="news")
    assert row.expected(SentenceVerdict.UNSUPPORTED) is SentenceVerdict.UNSUPPORTED
    assert row.expected(SUPPORTED) is SentenceVerdict.UNPROVEN
    assert Row(id="2", text="", verdict=PARTLY, style="news").expected(SUPPORTED) is PARTLY


def tiny_head() -> tuple[Head, list[str], np.ndarray]:
    texts = ["it harms", "it may harm", "it never harms", "it cannot harm", "it only stings", "it just stings"]
    labels = [SUPPORTED, SUPPORTED, CONTRADICTED, CONTRADICTED, PARTLY, PARTLY]
    flat = np.zeros((len(texts), 4), dtype=np.float32)
    said = [stance(text) for text in texts]
    return train_head(texts, labels, [False] * len(texts), flat, flat, said), texts, flat


def test_the_head_learns_from_words_and_is_kept_as_arrays(tmp_path: Path) -> None:
    head, texts, flat = tiny_head()
    said = [stance(text) for text in texts]
    leanings = head.leanings(texts, flat, flat, said)
    assert np.allclose(np.exp(leanings).sum(axis=1), 1)
    best = [VERDICTS[at] for at in leanings.argmax(axis=1)]
    assert best == [SUPPORTED, SUPPORTED, CONTRADICTED, CONTRADICTED, PARTLY, PARTLY]
    head.save(tmp_path)
    assert np.allclose(load_head(tmp_path).leanings(texts, flat, flat, said), leanings, atol=0.02)


def test_a_head_without_enough_verdicts_leans_nowhere() -> None:
    flat = np.zeros((1, 4), dtype=np.float32)
    head = train_head(["it harms"], [SUPPORTED], [False], flat, flat, [stance("it harms")])
    assert np.ptp(head.leanings(["it harms"], flat, flat, [stance("it harms")])) == 0


def test_words_count_alike_in_long_and_short_sentences_and_none_is_fine() -> None:
    for text in ("it", "it is a very long sentence about it"):
        assert np.linalg.norm(word_features(text)[1]) == pytest.approx(0.9)
    assert len(word_features("…")[0]) == 0


def matched(library: Library) -> list[str]:
    rows = [*library.circulating.values(), *library.unjudged.values()]
    return [text for row in rows for text in row.said_as]


def test_phrasings_hold_no_amount_seller_price_or_link(assistant: Assistant) -> None:
    assert [text for text in matched(assistant.index.library) if next(find_prohibited(text, frozenset()), None)] == []


def test_phrasings_are_told_apart_and_unjudged_ones_cover_both_kinds(assistant: Assistant) -> None:
    texts = [text.casefold() for text in matched(assistant.index.library)]
    assert len(texts) == len(set(texts))
    assert set(assistant.index.library.unjudged) == {verdict.value for verdict in UNJUDGED}


def test_no_unjudged_sentence_is_nearly_a_labelled_one(assistant: Assistant) -> None:
    labelled = [
        set(WORD.findall(neutral(json.loads(line)["text"]).lower()))
        for split in ("train", "dev")
        for line in (ROOT / "tests/eval/check" / f"{split}.jsonl").read_text().splitlines()
    ]
    for row in assistant.index.library.unjudged.values():
        for text in row.said_as:
            words = set(WORD.findall(neutral(text).lower()))
            assert max(len(words & one) / len(words | one) for one in labelled) < NEARLY, text
