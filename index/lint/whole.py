"""Rules about the library as a whole: conflicts linked both ways, risks beside benefits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from index.coverage import coverage_of
from index.library import Library
from index.load import Reading
from index.model import GATED_KINDS, Role, TermKind, Verdict
from index.problems import Problem, Severity

MAX_MEDIAN_GRADE = 9.0
"""Flesch-Kincaid grade that half of the claims may not pass."""
_NEED_FALLBACK = (TermKind.DRUG, TermKind.PLACE, TermKind.CONDITION)


def whole_rules(reading: Reading, library: Library, _today: date) -> Iterator[Problem]:
    """Yield the problems that only show when the library is seen as a whole."""
    yield from _conflicts(reading, library)
    yield from _benefits(reading, library)
    yield from _circulating(reading, library)
    yield from _aliases(reading, library)
    yield from _readability(library)
    for kind in _NEED_FALLBACK:
        if kind not in library.fallbacks:
            fix = f"name the general card for '{kind}'"
            yield Problem("content/policy/fallbacks.yaml", 1, kind, "missing-fallback", fix)
    for kind, card_id in library.fallbacks.items():
        if not library.cards[card_id].general:
            place = reading.places["fallbacks", kind]
            yield reading.problem_at(place, kind, "fallback-not-general", f"mark card '{card_id}' general: true")


def _readability(library: Library) -> Iterator[Problem]:
    median = coverage_of(library).median_grade
    if median > MAX_MEDIAN_GRADE:
        fix = f"the median reading grade of the claims is {median:.1f}; at most {MAX_MEDIAN_GRADE:.0f}: reword some"
        yield Problem("content/topics", 1, "-", "median-grade", fix, Severity.WARNING)


def _conflicts(reading: Reading, library: Library) -> Iterator[Problem]:
    for claim in library.claims.values():
        for at, other in enumerate(claim.contested):
            if claim.id not in library.claims[other].contested:
                fix = f"add '{claim.id}' to 'contested' of '{other}' too"
                place = reading.places["claims", claim.id]
                yield reading.problem_at(place, claim.id, "contested-one-way", fix, "contested", at)


def _benefits(reading: Reading, library: Library) -> Iterator[Problem]:
    for topic_id in library.topics:
        claims = [
            claim for claim in library.claims.values() if library.topic_of[claim.id] == topic_id and not claim.retired
        ]
        if any(claim.benefit for claim in claims) and not any(claim.role is Role.RISK for claim in claims):
            place = reading.places["topics", topic_id]
            fix = "the topic has benefit claims and no claim with role: risk; add the risks"
            yield reading.problem_at(place, topic_id, "benefit-without-risk", fix)


def _circulating(reading: Reading, library: Library) -> Iterator[Problem]:
    exempt = {Verdict.ADVICE_DECLINED}
    for row in library.circulating.values():
        if row.verdict not in exempt and not row.claims:
            fix = "name the claims that the verdict rests on"
            yield reading.problem_at(reading.places["circulating", row.id], row.id, "uncovered-claim", fix)


def _aliases(reading: Reading, library: Library) -> Iterator[Problem]:
    owner: dict[str, str] = {}
    for term in library.terms.values():
        if term.kind not in GATED_KINDS:
            continue
        for at, alias in enumerate((term.term, *term.aliases)):
            other = owner.setdefault(alias.casefold(), term.id)
            if other != term.id:
                fix = f"'{alias}' already belongs to '{other}'"
                place = reading.places["terms", term.id]
                keys: tuple[str | int, ...] = ("aliases", at - 1) if at else ("term",)
                yield reading.problem_at(place, term.id, "shared-alias", fix, *keys)
