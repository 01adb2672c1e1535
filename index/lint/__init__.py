"""The linter: every problem of a content folder at once, each with its file, line and fix."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from index.lint.cards import card_rules
from index.lint.claims import claim_rules
from index.lint.fixed import fixed_text_rules
from index.lint.sources import source_rules
from index.lint.whole import whole_rules
from index.load import read_content
from index.problems import Problem

__all__ = ["lint"]

RULES = (claim_rules, card_rules, source_rules, fixed_text_rules)


def lint(root: Path, today: date) -> list[Problem]:
    """Return every problem of the content folder `root`, sorted by file and line.

    While something cannot be read, what follows from its absence is no problem of its own: items that name it are
    not judged, nor is the library as a whole.
    """
    reading = read_content(root)
    judged = [problem for rules in RULES for problem in rules(reading, reading.library, today)]
    problems = {*reading.problems, *(problem for problem in judged if problem.id not in reading.touched)}
    if not reading.problems:
        problems.update(whole_rules(reading, reading.library, today))
    return sorted(problems)
