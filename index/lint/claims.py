"""Rules for claims: evidence that fits together, wording that fits the evidence, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from index.library import Library
from index.lint.shown import plain_sentence, shown_text
from index.load import Reading
from index.model import Basis, Certainty, Claim, Form, Population, Role, SourceKind
from index.problems import Problem, Severity
from index.verbs import EXPECTED, matches

REVIEW = timedelta(days=366)
"""How long after its last review a claim is due at the latest."""
LAW_REVIEW = timedelta(days=93)
"""The same for what the law says."""

_UNGRADED_FORMS = {Form.LEGAL, Form.DEFINITION, Form.GUIDANCE}
_POPULATIONS: dict[Basis, set[Population]] = {
    Basis.RANDOMISED_TRIAL: {Population.HUMANS},
    Basis.HUMAN_EXPERIMENT: {Population.HUMANS},
    Basis.COHORT: {Population.HUMANS},
    Basis.CROSS_SECTIONAL_SURVEY: {Population.HUMANS},
    Basis.SURVEILLANCE: {Population.HUMANS},
    Basis.CASE_SERIES: {Population.HUMANS},
    Basis.CASE_REPORT: {Population.HUMANS},
    Basis.ANIMAL: {Population.ANIMALS},
    Basis.IN_VITRO: {Population.CELLS},
    Basis.IN_SILICO: {Population.NONE},
    Basis.PRODUCT_ANALYSIS: {Population.NONE},
    Basis.STATUTE: {Population.NONE},
    Basis.DEFINITION: {Population.NONE},
}
_FORM_BASES: dict[Form, set[Basis]] = {
    Form.LEGAL: {Basis.STATUTE, Basis.REGULATOR_STATEMENT},
    Form.DEFINITION: {Basis.DEFINITION},
    Form.GUIDANCE: {Basis.GUIDELINE, Basis.REGULATOR_STATEMENT, Basis.DEFINITION},
    Form.SCOPE: {Basis.NO_STUDY_FOUND, Basis.SYSTEMATIC_REVIEW},
}
_ANIMAL_WORDS = re.compile(
    r"\b(mouse|mice|rats?|rodents?|zebrafish|animals?|dogs?|chicks?|monkeys?|guinea pigs?|rabbits?)\b",
    re.IGNORECASE,
)
_CELL_WORDS = re.compile(
    r"\b(cells?|test[- ]tubes?|laborator(?:y|ies)|lab|tissues?|assays?|enzyme tests?|plasma|liver preparations?|dish|"
    r"binding studies|binding tests?|brain samples?)\b",
    re.IGNORECASE,
)
_PEOPLE_WORDS = re.compile(r"\b(people|human|humans|person|persons|patients?|adults?|children|anyone)\b", re.IGNORECASE)
_SECOND_HAND = re.compile(
    r"second.hand|\b(?:cop(?:y|ies)|summar\w+|press|news\w*|wire|advocacy|registr\w+|abstract|peer.review\w*|title|tracker|"
    r"trackers|pages?|notes?|article|minutes|commentary|critique|listings?|advisory|tables?|bulletin|record|code|bill|statute)\b|"
    r"\bknown (?:only|here|partly|from)|\b(?:is|was|were|been|be) (?:seen|read|checked)\b|\bread (?:in|as|on|from)\b|"
    r"\bnot read\b|\bseen (?:only|as|in|on)\b",
    re.IGNORECASE,
)
"""Words by which a caveat says that the source was seen second hand or in part."""


def claim_rules(reading: Reading, library: Library, today: date) -> Iterator[Problem]:
    """Yield the problems of every claim that is not retired."""
    shown_by = _shown_by(library)
    for claim_id in library.claims:
        if ("claims", claim_id) not in reading.places or library.claims[claim_id].retired:
            continue
        claim = library.claims[claim_id]
        yield from _combination(reading, claim)
        yield from _wording(reading, claim)
        yield from _dates(reading, claim, today, shown_by.get(claim_id, ()))
        yield from _access(reading, library, claim)


def _at(reading: Reading, claim: Claim, rule: str, fix: str, *keys: str | int) -> Problem:
    return reading.problem_at(reading.places["claims", claim.id], claim.id, rule, fix, *keys)


def _combination(reading: Reading, claim: Claim) -> Iterator[Problem]:
    rule = "impossible-combination"
    if (claim.form in _UNGRADED_FORMS) != (claim.certainty is Certainty.NOT_GRADED):
        fix = "legal, definition and guidance claims are not-graded, and only they are"
        yield _at(reading, claim, rule, fix, "certainty")
    allowed = _POPULATIONS.get(claim.basis)
    if allowed and claim.population not in allowed:
        fix = f"basis {claim.basis} goes with population {' or '.join(sorted(allowed))}"
        yield _at(reading, claim, rule, fix, "population")
    bases = _FORM_BASES.get(claim.form)
    if bases and claim.basis not in bases:
        fix = f"form {claim.form} goes with basis {' or '.join(sorted(bases))}"
        yield _at(reading, claim, rule, fix, "basis")
    if claim.form in (Form.OBSERVATION, Form.EFFECT) and claim.basis in (
        Basis.NO_STUDY_FOUND,
        Basis.STATUTE,
        Basis.DEFINITION,
    ):
        fix = f"form {claim.form} needs evidence; {claim.basis} goes with scope, legal or definition"
        yield _at(reading, claim, rule, fix, "basis")
    not_people = claim.population in (Population.ANIMALS, Population.CELLS)
    if not_people and claim.form is Form.EFFECT and claim.certainty is not Certainty.VERY_LOW:
        fix = "an effect in people read from animals or cells is very-low; or make it an observation"
        yield _at(reading, claim, rule, fix, "certainty")
    if not_people and claim.certainty is Certainty.HIGH:
        yield _at(reading, claim, rule, "animal or cell evidence is never of high certainty for people", "certainty")
    if claim.form is Form.LEGAL and claim.jurisdiction is None:
        yield _at(reading, claim, "missing-jurisdiction", "add jurisdiction: (US, US-OH, GB, EU, UN ...)")
    if claim.form in (Form.LEGAL, Form.SCOPE) and claim.as_of is None:
        yield _at(reading, claim, "missing-as-of", f"a {claim.form} claim says as of when: add as_of:")
    if claim.form is Form.LEGAL and "chang" not in f"{claim.text} {claim.caveat}".lower():
        yield _at(reading, claim, "law-changes", "say in the caveat that law changes", "caveat")
    if claim.benefit and claim.role is Role.RISK:
        yield _at(reading, claim, rule, "a claim is a benefit or a risk, not both", "benefit")


def _wording(reading: Reading, claim: Claim) -> Iterator[Problem]:
    place = reading.places["claims", claim.id]
    yield from shown_text(reading, place, claim.id, claim.text, "text")
    yield from plain_sentence(reading, place, claim.id, claim.text, "text")
    if claim.caveat:
        yield from shown_text(reading, place, claim.id, claim.caveat, "caveat")
    if not claim.text.endswith("."):
        yield _at(reading, claim, "one-sentence", "end the sentence with a full stop", "text")
    if (
        claim.caveat is None
        and claim.certainty is not Certainty.HIGH
        and claim.form
        not in (
            Form.DEFINITION,
            Form.GUIDANCE,
        )
    ):
        yield _at(reading, claim, "missing-caveat", "every claim below high certainty says what it does not show")
    if claim.population is Population.ANIMALS and not _ANIMAL_WORDS.search(claim.text):
        yield _at(reading, claim, "animals-not-named", "name the animals in the sentence ('In mice, ...')", "text")
    if claim.population is Population.CELLS and not _CELL_WORDS.search(claim.text):
        yield _at(
            reading,
            claim,
            "cells-not-named",
            "say in the sentence that it is from cells or a laboratory",
            "text",
        )
    if (
        claim.form is Form.OBSERVATION
        and claim.population in (Population.ANIMALS, Population.CELLS)
        and not _PEOPLE_WORDS.search(claim.caveat or "")
    ):
        fix = "say in the caveat that it is not about people"
        yield _at(reading, claim, "not-about-people", fix, "caveat")
    if claim.form is Form.EFFECT and not matches(claim.text, claim.certainty):
        fix = f"at {claim.certainty} certainty {EXPECTED.get(claim.certainty, 'grade it')}"
        yield _at(reading, claim, "verb-table", fix, "text")


def _shown_by(library: Library) -> dict[str, list[str]]:
    """Return the cards that show each claim."""
    found: dict[str, list[str]] = {}
    for card in library.cards.values():
        for claim_id in dict.fromkeys((*card.lead_claims, *card.claims)):
            found.setdefault(claim_id, []).append(card.id)
    return found


def _dates(reading: Reading, claim: Claim, today: date, cards: Sequence[str]) -> Iterator[Problem]:
    if claim.review_by <= claim.last_reviewed:
        yield _at(reading, claim, "review-date", "review_by must be after last_reviewed", "review_by")
    is_law = claim.form is Form.LEGAL
    if claim.review_by - claim.last_reviewed > (LAW_REVIEW if is_law else REVIEW):
        fix = f"it is due {'three' if is_law else 'twelve'} months after last_reviewed at the latest"
        yield _at(reading, claim, "review-date", fix, "review_by")
    if claim.last_reviewed > today:
        yield _at(reading, claim, "review-date", "last_reviewed lies in the future", "last_reviewed")
    if claim.review_by < today:
        under = f" (under the cards {', '.join(cards)})" if cards else ""
        problem = _at(reading, claim, "review-overdue", f"was due on {claim.review_by}: review it{under}", "review_by")
        yield Problem(problem.file, problem.line, problem.id, problem.rule, problem.fix, Severity.WARNING)


def _access(reading: Reading, library: Library, claim: Claim) -> Iterator[Problem]:
    sources = [library.sources[source_id] for source_id in claim.sources]
    is_secondary = all(not source.link and source.kind is not SourceKind.OWN_POLICY for source in sources)
    if is_secondary and not _SECOND_HAND.search(claim.caveat or ""):
        fix = "no source has a DOI, PMID, PMCID or listed address: say in the caveat what was seen instead"
        yield _at(reading, claim, "secondary-access", fix, "caveat")
