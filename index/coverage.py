"""What the library covers: counts that show a curator where evidence and answers are thin."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median

from index.library import Library
from index.model import TermKind
from index.reading_grade import reading_grade


@dataclass(frozen=True)
class TopicCoverage:
    """One topic: its cards, and its claims by form and by certainty."""

    topic: str
    cards: int
    claims: int
    forms: dict[str, int]
    certainties: dict[str, int]


@dataclass(frozen=True)
class Coverage:
    """The coverage of a library. Grades are Flesch-Kincaid grades of the claims that are not retired."""

    topics: tuple[TopicCoverage, ...]
    drugs_by_property: dict[str, int]
    drugs: int
    drugs_with_property: int
    aliases: int
    unused_claims: tuple[str, ...]
    """Claims that no card and no circulating claim shows; search can still find them."""
    median_grade: float
    grades: dict[str, int]
    """How many claims have a reading grade up to 6, 8, 10, 12, 14, and above."""


def coverage_of(library: Library) -> Coverage:
    """Return the coverage of `library`."""
    live = [claim for claim in library.claims.values() if claim.retired is None and not claim.id.startswith("drug.")]
    topics = []
    for topic in library.topics:
        claims = [claim for claim in live if library.topic_of[claim.id] == topic]
        topics.append(
            TopicCoverage(
                topic=topic,
                cards=sum(library.topic_of[card] == topic for card in library.cards),
                claims=len(claims),
                forms=dict(Counter(claim.form.value for claim in claims)),
                certainties=dict(Counter(claim.certainty.value for claim in claims)),
            )
        )
    drugs = [term for term in library.terms.values() if term.kind in (TermKind.DRUG, TermKind.SUBSTANCE)]
    shown = {claim_id for card in library.cards.values() for claim_id in (*card.lead_claims, *card.claims)}
    shown |= {claim_id for row in library.circulating.values() for claim_id in row.claims}
    shown |= {claim_id for text in library.properties.values() for claim_id in text.claims}
    grades = [reading_grade(claim.text) for claim in live]
    return Coverage(
        topics=tuple(topics),
        drugs_by_property=dict(Counter(use.id.value for term in drugs for use in term.properties)),
        drugs=len(drugs),
        drugs_with_property=sum(bool(term.properties) for term in drugs),
        aliases=sum(len(term.aliases) for term in library.terms.values()),
        unused_claims=tuple(claim.id for claim in live if claim.id not in shown),
        median_grade=median(grades) if grades else 0.0,
        grades=dict(Counter(_band(grade) for grade in grades)),
    )


def _band(grade: float) -> str:
    for limit in (6, 8, 10, 12, 14):
        if grade <= limit:
            return f"<= {limit}"
    return "> 14"
