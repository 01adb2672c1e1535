"""The starter questions of the chat, by topic: titles of cards, so that each can really be answered."""

from __future__ import annotations

from dataclasses import dataclass

from index.library import Library

_STARTERS = (
    ("How it works in the brain", ("kratom-in-the-brain", "kratom-opioid-receptors", "partial-agonist-safer")),
    ("Serotonin and dopamine", ("kratom-serotonin", "kratom-dopamine", "kratom-like-ssri")),
    ("Compared with medicines", ("kratom-safer-than-opioids", "kratom-natural-antidepressant", "kratom-vs-nsaids")),
    ("Uses and risks", ("kratom-addictive", "kratom-liver-damage", "kratom-alcohol")),
    ("Products and law", ("seven-oh-same-as-kratom", "law-by-state")),
    ("Getting help", ("where-to-get-help", "kratom-withdrawal-like")),
)


@dataclass(frozen=True)
class StarterGroup:
    """A topic and its starter questions."""

    heading: str
    questions: tuple[str, ...]


def starter_groups(library: Library) -> list[StarterGroup]:
    """Return the starter questions whose cards are in `library`, without empty groups."""
    groups = [
        StarterGroup(heading, tuple(library.cards[card].title for card in cards if card in library.cards))
        for heading, cards in _STARTERS
    ]
    return [group for group in groups if group.questions]
