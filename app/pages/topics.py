"""What a topic page shows: its claims by role, with badges, caveats, sources and review dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.render.words import date_words, evidence_words
from index.library import Library
from index.model import Claim, Role, Source, TopicHeading
from index.units import is_usable

MEDICINES = TopicHeading(
    id="drug",
    title="Medicines: what they are",
    description="Properties of medicines from which an interaction with kratom may follow; not about kratom itself.",
)
SECTIONS = {
    Role.FINDING: "What studies found",
    Role.RISK: "Risks",
    Role.UNKNOWN: "What is not known",
    Role.GUIDANCE: "What to do",
    Role.BACKGROUND: "Background",
}


@dataclass(frozen=True)
class ShownClaim:
    """A claim as a topic page shows it."""

    claim: Claim
    label: str
    as_of: str | None
    is_overdue: bool


@dataclass(frozen=True)
class TopicPage:
    """A topic with its claims by section and its sources by number.

    `last_reviewed` is the day on which the claim that waits longest was checked, `latest_review` the latest check.
    """

    heading: TopicHeading
    sections: dict[str, list[ShownClaim]]
    sources: dict[str, int]
    count: int
    last_reviewed: date | None
    latest_review: date | None
    review_by: date | None


def topic_headings(library: Library) -> list[TopicHeading]:
    """Return the headings of every topic page in reading order, the medicines last."""
    has_medicines = "drug" in library.topic_of.values()
    return [*library.topics.values(), *([MEDICINES] if has_medicines else [])]


def topic_page(library: Library, topic_id: str, today: date) -> TopicPage | None:
    """Return the page of a topic, or None when there is no such topic."""
    heading = next((one for one in topic_headings(library) if one.id == topic_id), None)
    if heading is None:
        return None
    claims = [
        claim
        for claim in library.claims.values()
        if library.topic_of[claim.id] == topic_id and is_usable(library, claim, today)
    ]
    sections: dict[str, list[ShownClaim]] = {}
    for role, name in SECTIONS.items():
        shown = [
            ShownClaim(
                claim,
                evidence_words(claim),
                date_words(claim.as_of) if claim.as_of else None,
                claim.review_by < today,
            )
            for claim in claims
            if claim.role is role
        ]
        if shown:
            sections[name] = shown
    ordered = dict.fromkeys(source for shown in sections.values() for one in shown for source in one.claim.sources)
    return TopicPage(
        heading=heading,
        sections=sections,
        sources={source: number for number, source in enumerate(ordered, start=1)},
        count=len(claims),
        last_reviewed=min((claim.last_reviewed for claim in claims), default=None),
        latest_review=max((claim.last_reviewed for claim in claims), default=None),
        review_by=min((claim.review_by for claim in claims), default=None),
    )


def topic_data(library: Library, page: TopicPage, address: str) -> dict[str, object]:
    """Return the schema.org data of a topic page at `address`. Nobody has reviewed it yet, so it has no `reviewedBy`.

    `lastReviewed` is the day on which the claim that waits longest was checked, `dateModified` the latest check.
    """
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "url": address,
        "name": page.heading.title,
        "description": page.heading.description,
        "inLanguage": "en",
        "audience": {"@type": "MedicalAudience", "audienceType": "Patient"},
        "about": {"@type": "Substance", "name": "Kratom", "alternateName": "Mitragyna speciosa"},
        "isPartOf": {"@type": "WebSite", "name": "Caveat", "url": address.partition("/topics/")[0] + "/"},
        "creativeWorkStatus": "Not yet reviewed by a clinician",
        "version": library.version,
        "citation": [_citation(library.sources[source]) for source in page.sources],
    }
    if page.last_reviewed and page.latest_review:
        data["lastReviewed"] = page.last_reviewed.isoformat()
        data["dateModified"] = page.latest_review.isoformat()
    return data


def _citation(source: Source) -> dict[str, object]:
    cited: dict[str, object] = {"@type": "CreativeWork", "name": source.title}
    if source.year:
        cited["datePublished"] = str(source.year)
    if source.link:
        cited["url"] = source.link
    return cited
