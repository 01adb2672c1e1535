"""The linter: each rule with a failing example, and none on the valid folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from index.lint import lint
from tests.index.content_folder import CARD, documents, write

TODAY = date(2026, 6, 1)
Files = dict[str, Any]


def rules_of(folder: Path) -> set[str]:
    return {problem.rule for problem in lint(folder, TODAY)}


def test_the_valid_folder_has_no_problem(tmp_path: Path) -> None:
    assert [str(problem) for problem in lint(write(tmp_path, documents()), TODAY)] == []


def claim(**fields: object) -> Callable[[Files], None]:
    return lambda files: files["topics/leaf.yaml"]["claims"][0].update(fields)


def risk(**fields: object) -> Callable[[Files], None]:
    return lambda files: files["topics/leaf.yaml"]["claims"][1].update(fields)


def card(**fields: object) -> Callable[[Files], None]:
    return lambda files: files["topics/leaf.yaml"]["cards"][0].update(fields)


def notice(key: str, value: object) -> Callable[[Files], None]:
    return lambda files: files["notices/en.yaml"]["texts"].update({key: value})


def without(name: str, key: str) -> Callable[[Files], None]:
    return lambda files: files[name]["texts"].pop(key)


def extra_card(**fields: object) -> Callable[[Files], None]:
    return lambda files: files["topics/leaf.yaml"]["cards"].append({**CARD, "id": "leaf-other", **fields})


LEGAL = {
    "form": "legal",
    "certainty": "not-graded",
    "basis": "statute",
    "population": "none",
    "text": "In Example, leaf tea is banned.",
    "caveat": "Law changes.",
    "jurisdiction": "US",
    "as_of": "2026",
    "last_reviewed": "2026-05-01",
    "review_by": "2026-07-31",
}


def legal(**fields: object) -> Callable[[Files], None]:
    return claim(**{**LEGAL, **fields})


def retracted(files: Files) -> None:
    files["sources.yaml"][0]["retracted"] = True


def unlisted_link(files: Files) -> None:
    files["sources.yaml"][0]["url"] = "https://shop.example.com/leaf"


def uncovered(files: Files) -> None:
    files["circulating.yaml"] = [
        {"id": "cc-1", "section": "s", "claim": "Leaf is magic.", "verdict": "unproven", "why": "Nobody tested it."}
    ]


def shared_alias(files: Files) -> None:
    files["vocabulary/terms.yaml"] += [
        {"id": "a-drug", "term": "a drug", "kind": "drug", "aliases": ["pill"]},
        {"id": "b-drug", "term": "b drug", "kind": "drug", "aliases": ["Pill"]},
    ]


def unsafe_policy(files: Files) -> None:
    policy = {"reason": "dosing", "outcome": "declined", "rule": "No amounts.", "claims": ["leaf.calm-mice"]}
    files["policy/dosing.yaml"] = {**policy, "examples": {"en": ["how much"]}}


def hard_to_read(files: Files) -> None:
    for spoil in (claim, risk):
        spoil(text="In mice and rats, leaf preparations probably reduced spontaneous activity considerably.")(files)


def second_hand(files: Files) -> None:
    del files["sources.yaml"][0]["doi"]
    files["sources.yaml"][0]["access"] = "secondary"


def access_of_what_nobody_can_look_up(files: Files) -> None:
    del files["sources.yaml"][0]["doi"]
    for claim in files["topics/leaf.yaml"]["claims"]:
        claim["caveat"] = "Known only from a news report; this is not about people."


def seller(files: Files) -> None:
    files["policy/sellers.yaml"] = {"sellers": ["Leafy Brand"]}
    risk(caveat="Seen in people who drank Leafy Brand tea.")(files)


@pytest.mark.parametrize(
    ("rule", "spoil"),
    [
        ("impossible-combination", claim(certainty="high")),
        ("impossible-combination", claim(population="humans")),
        ("impossible-combination", risk(certainty="not-graded")),
        ("impossible-combination", legal(basis="animal")),
        ("impossible-combination", claim(form="effect", certainty="low", text="Leaf may calm mice.")),
        ("impossible-combination", risk(benefit=True)),
        ("missing-jurisdiction", legal(jurisdiction=None)),
        ("missing-as-of", legal(as_of=None)),
        ("law-changes", legal(caveat="Ask a lawyer.")),
        ("animals-not-named", claim(text="Leaf tea made them move less.")),
        ("cells-not-named", claim(basis="in-vitro", population="cells", text="Leaf switched on a receptor.")),
        ("not-about-people", claim(caveat="One small study.")),
        ("verb-table", risk(text="Leaf tea makes people dizzy.")),
        ("verb-table", risk(text="Leaf tea probably makes people dizzy.")),
        ("missing-caveat", risk(caveat=None)),
        ("one-sentence", risk(text="Leaf tea may make people dizzy")),
        ("sentence-length", risk(text=f"Leaf tea may make {'very ' * 40}dizzy people.")),
        (
            "reading-grade",
            risk(
                text="Phytopharmacological characterisation may demonstrate multifactorial interindividual variability."
            ),
        ),
        ("median-grade", hard_to_read),
        ("review-overdue", claim(review_by="2026-05-01")),
        ("review-date", claim(last_reviewed="2026-12-01")),
        ("review-date", claim(review_by="2025-05-01")),
        ("review-date", claim(review_by="2031-01-01")),
        ("review-date", legal(review_by="2027-05-01")),
        ("shown-amount", risk(text="Leaf tea may make people dizzy after 5 grams.")),
        ("shown-amount", risk(caveat="Seen after two capsules.")),
        ("shown-schedule", risk(caveat="Seen in people who drank it twice a day.")),
        ("shown-amount", lambda files: files["topics/leaf.yaml"]["topic"].update(description="About 5 grams of leaf.")),
        ("shown-amount", lambda files: (uncovered(files), files["circulating.yaml"][0].update(claim="Take 5 grams."))),
        ("stigmatising-word", risk(caveat="Seen in daily users.")),
        ("shown-price", card(title="Is leaf tea worth $20?")),
        ("shown-seller", seller),
        ("shown-link", card(lead="In mice, see www.leaf-shop.example.com for what happened.")),
        ("stigmatising-word", risk(text="Leaf tea may make addicts dizzy.")),
        ("secondary-access", second_hand),
        ("secondary-access", access_of_what_nobody_can_look_up),
        ("secondary-access", lambda files: (second_hand(files), legal(caveat=None)(files))),
        ("retracted-source", retracted),
        ("unlisted-link", unlisted_link),
        ("lead-length", card(lead="In mice, " + "word " * 45)),
        ("lead-outruns-claims", card(lead="Leaf tea calms you down.")),
        ("lead-leans-on-question", card(lead="No, nobody has tested it in people.")),
        ("shared-phrasing", extra_card(asked_as=["Does leaf tea calm you down?"])),
        ("retired-claim", risk(retired="2026-02-01")),
        ("contested-one-way", claim(contested=["leaf.risk"])),
        ("benefit-without-risk", lambda files: (claim(benefit=True)(files), risk(role="finding")(files))),
        ("uncovered-claim", uncovered),
        ("shared-alias", shared_alias),
        ("not-a-safety-claim", unsafe_policy),
        ("missing-fallback", lambda files: files["policy/fallbacks.yaml"].pop("drug")),
        ("fallback-not-general", card(general=False)),
        ("missing-notice", without("notices/en.yaml", "declined.dosing")),
        ("unknown-key", notice("declined.jokes", "A joke.")),
        ("too-many-steps", notice("urgent.steps", ["Call."] * 6)),
        ("unknown-placeholder", notice("urgent.lead", "Call {superman}.")),
        ("missing-file", lambda files: files.pop("notices/es.yaml")),
    ],
)
def test_each_rule_catches_its_failing_example(tmp_path: Path, rule: str, spoil: Callable[[Files], object]) -> None:
    files = documents()
    spoil(files)
    assert rule in rules_of(write(tmp_path, files))


def test_an_overdue_claim_names_the_cards_that_show_it(tmp_path: Path) -> None:
    files = documents()
    risk(review_by="2026-05-01")(files)
    (problem,) = lint(write(tmp_path, files), TODAY)
    assert problem.fix == "was due on 2026-05-01: review it (under the cards leaf-calm)"


def test_an_observation_may_say_daily_and_by_mouth(tmp_path: Path) -> None:
    files = documents()
    claim(text="In mice given leaf tea daily by mouth, 40% moved less over 15 days.")(files)
    assert rules_of(write(tmp_path, files)) == set()


def test_a_problem_prints_file_line_id_rule_and_fix(tmp_path: Path) -> None:
    files = documents()
    risk(text="Leaf tea makes people dizzy.")(files)
    (problem,) = lint(write(tmp_path, files), TODAY)
    line = str(problem)
    assert line.startswith("content/topics/leaf.yaml:")
    assert ": leaf.risk: verb-table: at low certainty use 'may'" in line


def test_the_shipped_content_has_no_error() -> None:
    root = Path(__file__).resolve().parents[2] / "content"
    errors = [str(problem) for problem in lint(root, date.today()) if problem.severity == "error"]
    assert errors == []
