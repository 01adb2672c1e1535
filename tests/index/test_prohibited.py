"""What may never be shown: 200 planted amounts, schedules, sellers, prices and links, and 100 harmless sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.answer.record import Answer, Outcome
from app.assistant import Assistant
from app.guard.cleared import ARTIFACT, load_cleared, write_cleared
from app.guard.verify import Verifier
from index.library import Library
from index.lint import lint
from index.model import Certainty
from index.prohibited import find_prohibited
from tests.index.content_folder import documents, write

PLANTED = Path(__file__).with_name("planted.txt")
TODAY = date(2026, 6, 1)
HOSTS = frozenset({"pubmed.ncbi.nlm.nih.gov"})


def planted() -> Iterator[tuple[str, str]]:
    kind = ""
    for line in PLANTED.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            kind = line.removeprefix("## ")
        elif line and not line.startswith("#"):
            yield kind, line


FORBIDDEN = [(kind, text) for kind, text in planted() if kind != "harmless"]
HARMLESS = [text for kind, text in planted() if kind == "harmless"]


def test_two_hundred_are_planted_beside_a_hundred_harmless_sentences() -> None:
    assert len(FORBIDDEN) >= 200
    assert len(HARMLESS) >= 100


@pytest.mark.parametrize(("kind", "text"), FORBIDDEN, ids=[text for _, text in FORBIDDEN])
def test_a_planted_text_is_found(kind: str, text: str) -> None:
    assert list(find_prohibited(text, HOSTS)), kind


@pytest.mark.parametrize("text", HARMLESS)
def test_a_harmless_sentence_passes(text: str) -> None:
    assert [hit.kind for hit in find_prohibited(text, HOSTS)] == []


def test_the_linter_catches_every_planted_text(tmp_path: Path) -> None:
    files = documents()
    caveats = [text for _, text in FORBIDDEN]
    risk = files["topics/leaf.yaml"]["claims"][1]
    files["topics/leaf.yaml"]["claims"] += [
        {**risk, "id": f"leaf.planted-{at}", "caveat": text} for at, text in enumerate(caveats)
    ]
    shown = {problem.id for problem in lint(write(tmp_path, files), TODAY) if problem.rule.startswith("shown-")}
    assert [text for at, text in enumerate(caveats) if f"leaf.planted-{at}" not in shown] == []


def test_the_verifier_withholds_every_planted_text(assistant: Assistant, tmp_path: Path) -> None:
    (tmp_path / ARTIFACT).mkdir()
    library = _with_planted_claims(assistant.index.library)
    write_cleared(tmp_path / ARTIFACT, library, assistant.index.searcher.encoder)
    cleared = load_cleared(tmp_path)
    assert [text for _, text in FORBIDDEN if text in cleared] == []
    verifier = Verifier(library, cleared)
    answer = assistant.ask("is kratom addictive")
    assert verifier.violations(answer, "US") == []
    kept = []
    for _, text in FORBIDDEN:
        for spoiled in (_in_lead(answer, text), _in_statement(answer, text), _in_notice(answer, text)):
            verified = verifier.verify(spoiled, "US")
            if text in verified.model_dump_json():
                kept.append(text)
    assert kept == []


def test_what_the_index_cleared_is_what_an_answer_is_made_of(assistant: Assistant) -> None:
    cleared = load_cleared(assistant.index.folder)
    answer = assistant.ask("is kratom addictive")
    assert all(statement.text in cleared for statement in answer.statements)
    assert f"{answer.statements[0].text} Take 5 grams." not in cleared


def test_the_fixed_text_that_stands_in_has_evidence_and_a_clinician_note(assistant: Assistant) -> None:
    answer = assistant.ask("is kratom addictive")
    verified = Verifier(assistant.index.library).verify(_in_lead(answer, "Take 5 grams."), "US")
    assert verified.statements == ()
    assert verified.clinician_note
    assert verified.evidence.label


def test_an_urgent_answer_with_other_words_is_withheld(assistant: Assistant) -> None:
    verifier = Verifier(assistant.index.library)
    answer = assistant.ask("my friend took kratom and is not breathing")
    assert verifier.violations(answer, "US") == []
    changed = answer.model_copy(update={"lead": "It will be fine."})
    assert "crisis.not-verbatim" in verifier.violations(changed, "US")
    verified = verifier.verify(changed, "US")
    assert verified.outcome is Outcome.URGENT, "who is in danger still reads what to do"
    assert (verified.lead, verified.notices[0].text) == (answer.lead, answer.notices[0].text)
    assert verifier.violations(verified, "US") == []


def test_a_withheld_answer_says_nothing_of_the_one_it_stands_for(assistant: Assistant) -> None:
    answer = assistant.ask("is kratom addictive")
    verified = Verifier(assistant.index.library).verify(_in_lead(answer, "Take 5 grams."), "US")
    assert verified.id != answer.id
    assert verified.reviewed_on is None
    assert verified.evidence.level is Certainty.NOT_GRADED


@pytest.mark.parametrize(
    "text",
    [
        "5\u200bgrams",
        "５ ｇｒａｍｓ",
        "5\u00a0mg",
        "f\u00adive grams",
        "5 g\u2060rams",
        "\u0665 \u063a\u0631\u0627\u0645",
    ],
)
def test_an_amount_in_disguise_is_found(text: str) -> None:
    assert list(find_prohibited(text, HOSTS))


@pytest.mark.parametrize("text", ["", "\ud800", "1" * 20_000, "one and " * 4_000, "a.b." * 5_000, "twenty " * 4_000])
def test_bait_for_regular_expressions_ends(text: str) -> None:
    assert len(list(find_prohibited(text, HOSTS))) <= len(text)


def _in_lead(answer: Answer, text: str) -> Answer:
    return answer.model_copy(update={"lead": f"{answer.lead} {text}"})


def _in_statement(answer: Answer, text: str) -> Answer:
    first, *rest = answer.statements
    return answer.model_copy(update={"statements": (first.model_copy(update={"caveat": text}), *rest)})


def _in_notice(answer: Answer, text: str) -> Answer:
    first, *rest = answer.notices
    return answer.model_copy(update={"notices": (first.model_copy(update={"text": text}), *rest)})


def _with_planted_claims(library: Library) -> Library:
    """Return `library` with one more claim for every planted text, which a curator might have slipped in."""
    claim = next(iter(library.claims.values()))
    planted = {
        f"planted-{at}": claim.model_copy(update={"id": f"planted-{at}", "text": text})
        for at, (_, text) in enumerate(FORBIDDEN)
    }
    return replace(library, claims={**library.claims, **planted})
