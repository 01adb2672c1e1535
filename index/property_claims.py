"""The sourced properties of medicines as claims, so that they are shown, cited and reviewed like any other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from index.model import Basis, Certainty, Claim, Form, Population, PropertyText, ReviewDates, Role, Source, Term

_ABOUT = "This describes the medicine itself, not what happens when it is taken with kratom."


def property_claims(
    terms: Mapping[str, Term],
    properties: Mapping[str, PropertyText],
    sources: Mapping[str, Source],
    reviewed: ReviewDates | None,
) -> Iterator[Claim]:
    """Yield one sourced definition claim per drug property: "Sertraline acts on serotonin." and the like."""
    for term in terms.values():
        for use in term.properties:
            if reviewed and use.id in properties:
                yield Claim(
                    id=f"drug.{term.id}.{use.id}",
                    text=f"{term.term[0].upper()}{term.term[1:]} {properties[use.id].clause}.",
                    role=Role.BACKGROUND,
                    form=Form.DEFINITION,
                    certainty=Certainty.NOT_GRADED,
                    basis=Basis.DEFINITION,
                    population=Population.NONE,
                    caveat=f"{_ABOUT}{_second_hand([sources[one] for one in use.sources if one in sources])}",
                    sources=use.sources,
                    about=(term.id,),
                    last_reviewed=reviewed.last_reviewed,
                    review_by=reviewed.review_by,
                )


def _second_hand(sources: Sequence[Source]) -> str:
    """Return what to say when none of `sources` can be looked up, or nothing."""
    return "" if any(source.link for source in sources) else " It was read in a copy of a reference work."
