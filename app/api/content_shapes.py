"""The content as the API shows it, with FHIR's certainty codes."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from app.answer.compose import source_of
from app.answer.record import Source, StatementEvidence
from app.render.words import evidence_words
from index.library import Library
from index.model import (
    Care,
    Certainty,
    CirculatingClaim,
    Claim,
    Direction,
    Form,
    Population,
    Role,
    Status,
    TopicHeading,
    Verdict,
)
from index.model import Source as CuratedSource
from index.units import is_held

FHIR_SYSTEM: Literal["http://hl7.org/fhir/certainty-rating"] = "http://hl7.org/fhir/certainty-rating"
_FHIR_DISPLAYS = {
    Certainty.HIGH: "High quality",
    Certainty.MODERATE: "Moderate quality",
    Certainty.LOW: "Low quality",
    Certainty.VERY_LOW: "Very low quality",
}


class Shape(BaseModel):
    """Base of the shapes: frozen, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FhirCoding(Shape):
    """A FHIR Coding of how certain a claim is."""

    system: Literal["http://hl7.org/fhir/certainty-rating"] = FHIR_SYSTEM
    code: Literal["high", "moderate", "low", "very-low"]
    display: str


class ClaimFilter(BaseModel):
    """Which claims to list."""

    model_config = ConfigDict(extra="forbid")

    topic: str | None = Field(default=None, max_length=100, description="Topic id, as /v1/topics lists it.")
    certainty: Certainty | None = None
    form: Form | None = None
    role: Role | None = None
    population: Population | None = None
    about: str | None = Field(
        default=None, max_length=100, description="Vocabulary id; a class finds what belongs to it."
    )
    limit: int = Field(default=50, ge=1, le=200, description="Claims on a page.")
    offset: int = Field(default=0, ge=0, le=1_000_000, description="Claims to pass over.")

    def accepts(self, library: Library, claim: Claim) -> bool:
        """Return whether `claim` is in use and passes every filter."""
        if not is_held(library, claim):
            return False
        plain = (
            (self.topic, library.topic_of.get(claim.id)),
            (self.certainty, claim.certainty),
            (self.form, claim.form),
            (self.role, claim.role),
            (self.population, claim.population),
        )
        if any(wanted is not None and wanted != found for wanted, found in plain):
            return False
        return self.about is None or any(
            self.about == term or self.about in library.ancestors.get(term, ()) for term in claim.about
        )


class Topic(Shape):
    """One topic and how much there is on it."""

    id: str
    title: str
    description: str
    claims: int
    by_certainty: dict[Certainty, int]
    cards: int
    overdue: int
    reviewed_on: date | None = Field(description="The oldest review among its claims.")


class TopicList(Shape):
    """All topics."""

    items: tuple[Topic, ...]


class ClaimDetail(Shape):
    """One claim with its evidence, caveat, sources and dates."""

    id: str
    topic: str | None
    text: str
    role: Role
    form: Form
    evidence: StatementEvidence
    fhir_certainty: FhirCoding | None = Field(description="FHIR's code; none for what is not graded.")
    direction: Direction
    caveat: str | None
    contested: tuple[str, ...]
    about: tuple[str, ...]
    care: Care
    jurisdiction: str | None
    as_of: str | None
    status: Status
    last_reviewed: date
    review_by: date
    overdue: bool
    retired: date | None
    see_also: tuple[str, ...]
    sources: tuple[Source, ...]


class ClaimPage(Shape):
    """One page of claims."""

    items: tuple[ClaimDetail, ...]
    total: int
    offset: int
    next_offset: int | None = Field(description="`offset` of the next page; none on the last.")


class SourceDetail(Shape):
    """One source, how much of it was read, and which claims rest on it."""

    source: Source
    pmcid: str | None
    n: int | None
    population: str | None
    funding: str | None
    claim_ids: tuple[str, ...]


class Circulating(Shape):
    """One statement of marketing, and what the evidence says of it."""

    id: str
    section: str
    claim: str
    verdict: Verdict
    why: str
    claim_ids: tuple[str, ...]


class CirculatingList(Shape):
    """All circulating claims."""

    items: tuple[Circulating, ...]


class Version(Shape):
    """Which content, index and encoder answer now."""

    content_version: str
    index_version: str
    encoder: str
    encoder_precision: str
    claims: int
    sources: int
    cards: int
    topics: int


def fhir_coding(certainty: Certainty) -> FhirCoding | None:
    """Return FHIR's coding of `certainty`; none for what is not graded."""
    if certainty is Certainty.NOT_GRADED:
        return None
    return FhirCoding(code=certainty.value, display=_FHIR_DISPLAYS[certainty])


def claim_of(library: Library, claim: Claim, today: date) -> ClaimDetail:
    """Return `claim` as the API shows it."""
    return ClaimDetail(
        id=claim.id,
        topic=library.topic_of.get(claim.id),
        text=claim.text,
        role=claim.role,
        form=claim.form,
        evidence=StatementEvidence(
            certainty=claim.certainty,
            basis=claim.basis,
            population=claim.population,
            label=evidence_words(claim),
        ),
        fhir_certainty=fhir_coding(claim.certainty),
        direction=claim.direction,
        caveat=claim.caveat,
        contested=claim.contested,
        about=claim.about,
        care=claim.care,
        jurisdiction=claim.jurisdiction,
        as_of=claim.as_of,
        status=claim.status,
        last_reviewed=claim.last_reviewed,
        review_by=claim.review_by,
        overdue=claim.review_by < today,
        retired=claim.retired,
        see_also=claim.see_also,
        sources=tuple(source_of(library, source_id) for source_id in claim.sources),
    )


def topic_of(library: Library, heading: TopicHeading, today: date) -> Topic:
    """Return a topic with its counts."""
    claims = [
        claim
        for claim in library.claims.values()
        if library.topic_of.get(claim.id) == heading.id and is_held(library, claim)
    ]
    counts = {certainty: sum(claim.certainty is certainty for claim in claims) for certainty in Certainty}
    return Topic(
        id=heading.id,
        title=heading.title,
        description=heading.description,
        claims=len(claims),
        by_certainty=counts,
        cards=sum(library.topic_of.get(card) == heading.id for card in library.cards),
        overdue=sum(claim.review_by < today for claim in claims),
        reviewed_on=min((claim.last_reviewed for claim in claims), default=None),
    )


def source_detail_of(library: Library, source: CuratedSource, claims: tuple[Claim, ...]) -> SourceDetail:
    """Return a source with the claims that rest on it."""
    return SourceDetail(
        source=source_of(library, source.id),
        pmcid=source.pmcid,
        n=source.n,
        population=source.population,
        funding=source.funding,
        claim_ids=tuple(claim.id for claim in claims),
    )


def circulating_of(found: CirculatingClaim) -> Circulating:
    """Return a circulating claim as the API shows it."""
    return Circulating(
        id=found.id,
        section=found.section,
        claim=found.claim,
        verdict=found.verdict,
        why=found.why,
        claim_ids=found.claims,
    )
