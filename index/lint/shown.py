"""Rules for any sentence that readers see."""

from __future__ import annotations

from collections.abc import Iterator

from index.lint.stigma import stigmatising
from index.load import Place, Reading
from index.problems import Problem, Severity
from index.prohibited import ProhibitedKind, find_prohibited
from index.reading_grade import reading_grade

_ARTICLES = {ProhibitedKind.AMOUNT: "an"}
MAX_GRADE = 14.0
"""Flesch-Kincaid grade of one sentence above which it must be split; the aim is 8 to 10."""

MAX_WORDS = 40
AIM_WORDS = 25


def shown_text(reading: Reading, place: Place, item: str, text: str, *keys: str | int) -> Iterator[Problem]:
    """Yield the problems of one shown text: things that may never be shown, stigmatising words."""
    for found in find_prohibited(text, frozenset(), reading.library.sellers or None):
        a_kind = f"{_ARTICLES.get(found.kind, 'a')} {found.kind}"
        fix = f"'{text[max(0, found.start - 12) : found.end + 12]}': {a_kind} may not be shown; reword"
        yield reading.problem_at(place, item, f"shown-{found.kind}", fix, *keys)
    for word, better in stigmatising(text):
        yield reading.problem_at(place, item, "stigmatising-word", f"write '{better}' for '{word}'", *keys)


def plain_sentence(reading: Reading, place: Place, item: str, text: str, *keys: str | int) -> Iterator[Problem]:
    """Yield the problems of length and reading grade of one shown sentence."""
    words = len(text.split())
    if words > MAX_WORDS:
        fix = f"{words} words; split it, or cut to at most {MAX_WORDS} (aim for {AIM_WORDS})"
        yield reading.problem_at(place, item, "sentence-length", fix, *keys)
    grade = reading_grade(text)
    if grade > MAX_GRADE:
        fix = f"reading grade {grade:.0f}; use shorter words and sentences (aim for 8 to 10, at most {MAX_GRADE:.0f})"
        problem = reading.problem_at(place, item, "reading-grade", fix, *keys)
        yield Problem(problem.file, problem.line, problem.id, problem.rule, problem.fix, Severity.WARNING)
