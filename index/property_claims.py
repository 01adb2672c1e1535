"""The sourced properties of medicines as claims, so that they are shown, cited and reviewed like any other."""

from __future__ import annotations

from collections.abc import Iterator

from index.model import Basis, Certainty, Claim, Form, Population, PropertyText, ReviewDates, Role, Term


def property_claims(
    terms: dict[str, Term], properties: dict[str, PropertyText], reviewed: ReviewDates | None
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
                    caveat="This describes the medicine itself, not what happens when it is taken with kratom.",
                    sources=use.sources,
                    about=(term.id,),
                    last_reviewed=reviewed.last_reviewed,
                    review_by=reviewed.review_by,
                )
