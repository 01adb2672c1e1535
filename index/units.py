"""What is indexed: one unit per text, several units per item. An item is a card or a claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from index.library import Library
from index.model import Claim

ItemKind = Literal["card", "claim"]

UNUSABLE_AFTER = timedelta(days=365)
"""A claim this long past its review date is not answered from."""


@dataclass(frozen=True)
class Unit:
    """One indexed text: a claim's sentence, or a card's title, lead or one of its phrasings."""

    id: str
    item: str
    kind: ItemKind
    text: str


def units_of(library: Library) -> list[Unit]:
    """Return every unit of the library in a stable order. Phrasings are indexed and never shown."""
    units = [
        Unit(f"claim:{claim.id}", claim.id, "claim", claim.text)
        for claim in library.claims.values()
        if is_held(library, claim) and not claim.id.startswith("drug.")
    ]
    for card in library.cards.values():
        texts = [("title", card.title), ("lead", card.lead)]
        texts += [(f"asked-{at}", phrasing) for at, phrasing in enumerate(card.asked_as)]
        units += [Unit(f"card:{card.id}#{part}", card.id, "card", text) for part, text in texts]
    return units


def is_held(library: Library, claim: Claim) -> bool:
    """Return whether `claim` still stands: not retired, and a source that is not retracted carries it."""
    return claim.retired is None and not all(library.sources[source].retracted for source in claim.sources)


def is_usable(library: Library, claim: Claim, today: date) -> bool:
    """Return whether `claim` may be shown in an answer: it still stands and is not long overdue."""
    return is_held(library, claim) and claim.review_by + UNUSABLE_AFTER >= today
