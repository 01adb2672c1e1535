"""Evidence in words: the badge of a statement and of an answer."""

from __future__ import annotations

import re
from datetime import date

from index.model import Basis, Certainty, Claim, Form, Population, SourceKind

CERTAINTY_WORDS = {
    Certainty.HIGH: "High certainty",
    Certainty.MODERATE: "Moderate certainty",
    Certainty.LOW: "Low certainty",
    Certainty.VERY_LOW: "Very low certainty",
    Certainty.NOT_GRADED: "Not graded",
}
BASIS_WORDS = {
    Basis.SYSTEMATIC_REVIEW: "systematic review",
    Basis.RANDOMISED_TRIAL: "randomised trial",
    Basis.HUMAN_EXPERIMENT: "small human experiment",
    Basis.COHORT: "follow-up study",
    Basis.CROSS_SECTIONAL_SURVEY: "survey or one-off comparison",
    Basis.SURVEILLANCE: "poison-centre, death or registry records",
    Basis.CASE_SERIES: "series of cases",
    Basis.CASE_REPORT: "single case reports",
    Basis.ANIMAL: "animal study",
    Basis.IN_VITRO: "laboratory study",
    Basis.IN_SILICO: "computer model",
    Basis.PRODUCT_ANALYSIS: "product testing",
    Basis.REGULATOR_STATEMENT: "agency statement",
    Basis.GUIDELINE: "official or expert guidance",
    Basis.STATUTE: "law",
    Basis.DEFINITION: "definition",
    Basis.NO_STUDY_FOUND: "no study found",
}
POPULATION_WORDS = {
    Population.HUMANS: "in people",
    Population.ANIMALS: "in animals",
    Population.CELLS: "in cells",
    Population.NONE: "",
}
SOURCE_WORDS = {
    SourceKind.SYSTEMATIC_REVIEW: "systematic review",
    SourceKind.RANDOMISED_TRIAL: "randomised trial",
    SourceKind.HUMAN_EXPERIMENT: "small human experiment",
    SourceKind.OBSERVATIONAL: "observational study",
    SourceKind.SURVEY: "survey",
    SourceKind.SURVEILLANCE: "surveillance records",
    SourceKind.CASE_SERIES: "series of cases",
    SourceKind.CASE_REPORT: "case report",
    SourceKind.ANIMAL: "animal study",
    SourceKind.IN_VITRO: "laboratory study",
    SourceKind.IN_SILICO: "computer model",
    SourceKind.PRODUCT_ANALYSIS: "product testing",
    SourceKind.NARRATIVE_REVIEW: "review article",
    SourceKind.REGULATOR: "regulator or law",
    SourceKind.GUIDELINE: "guideline",
    SourceKind.OFFICIAL_RESOURCE: "official page",
    SourceKind.REFERENCE_WORK: "reference work",
    SourceKind.OWN_POLICY: "own policy",
}
_UNGRADED_WORDS = {Form.LEGAL: "Law", Form.DEFINITION: "Definition", Form.GUIDANCE: "Guidance"}
CIRCLES = {
    Certainty.HIGH: "⊕⊕⊕⊕",
    Certainty.MODERATE: "⊕⊕⊕○",
    Certainty.LOW: "⊕⊕○○",
    Certainty.VERY_LOW: "⊕○○○",
    Certainty.NOT_GRADED: "",
}
"""GRADE's circles, as decoration beside the words."""


_UNNAMED = re.compile(r"(?:authors?|issuing body) not (?:shown|named)", re.IGNORECASE)
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date_words(partial: str) -> str:
    """Return a date as people write it: "2026-11" is "November 2026", "2026-11-03" is "3 November 2026"."""
    year, *rest = partial.split("-")
    words = [str(int(part)) if at else _MONTHS[int(part) - 1] for at, part in enumerate(rest)]
    return " ".join([*reversed(words), year])


def day_words(day: date) -> str:
    """Return a day as people write it: "23 November 2026"."""
    return date_words(day.isoformat())


def authors_words(authors: str | None) -> str | None:
    """Return who wrote a source, as it stands before a full stop; None where it is only noted that none is named."""
    return None if not authors or _UNNAMED.match(authors) else authors.rstrip(".")


def certainty_words(certainty: Certainty) -> str:
    """Return the certainty in words."""
    return CERTAINTY_WORDS[certainty]


def evidence_words(claim: Claim) -> str:
    """Return a claim's badge: certainty, kind of study, in whom ("Low certainty · animal study · in animals")."""
    if claim.certainty is Certainty.NOT_GRADED:
        first = _UNGRADED_WORDS.get(claim.form, "Not graded")
        basis = BASIS_WORDS[claim.basis]
        return first if basis == first.lower() else f"{first} (not graded) · {basis}"
    parts = [CERTAINTY_WORDS[claim.certainty], BASIS_WORDS[claim.basis], POPULATION_WORDS[claim.population]]
    return " · ".join(part for part in parts if part)
