"""Rules for answer cards: the lead is carried by its claims, phrasings belong to one card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from index.library import Library
from index.lint.shown import shown_text
from index.load import Reading
from index.model import Card, lowest_certainty
from index.problems import Problem
from index.verbs import EXPECTED, outruns

MAX_LEAD_WORDS = 40
_LEANS_ON_QUESTION = re.compile(
    r"^(?:(?:yes|no)(?=\W*(?:[,.:;]|$))|not|it|they|them|that|this|these|those|because|possibly|perhaps|maybe|probably|partly|mostly|sometimes|"
    r"only|both|neither|nobody can say|unknown|unlikely|likely|somewhat)\b",
    re.IGNORECASE,
)
"""How a lead starts that only makes sense behind the question it was written for: "No." answers "is it legal?" and
"is it banned?" in opposite ways."""


def card_rules(reading: Reading, library: Library, _today: date) -> Iterator[Problem]:
    """Yield the problems of every card."""
    phrasing_of: dict[str, str] = {}
    for card in library.cards.values():
        place = reading.places["cards", card.id]
        yield from _lead(reading, library, card)
        yield from shown_text(reading, place, card.id, card.title, "title")
        for at, phrasing in enumerate(card.asked_as):
            key = " ".join(phrasing.lower().split()).rstrip("?!. ")
            other = phrasing_of.setdefault(key, card.id)
            if other != card.id:
                fix = f"'{phrasing}' also leads to '{other}': keep it on one card"
                yield reading.problem_at(place, card.id, "shared-phrasing", fix, "asked_as", at)
        for key, ids in (("lead_claims", card.lead_claims), ("claims", card.claims)):
            for at, claim_id in enumerate(ids):
                if library.claims[claim_id].retired:
                    fix = f"'{claim_id}' is retired: replace it"
                    yield reading.problem_at(place, card.id, "retired-claim", fix, key, at)


def _lead(reading: Reading, library: Library, card: Card) -> Iterator[Problem]:
    place = reading.places["cards", card.id]
    yield from shown_text(reading, place, card.id, card.lead, "lead")
    words = len(card.lead.split())
    if words > MAX_LEAD_WORDS:
        fix = f"{words} words; at most {MAX_LEAD_WORDS}"
        yield reading.problem_at(place, card.id, "lead-length", fix, "lead")
    if _LEANS_ON_QUESTION.match(card.lead):
        fix = "let the lead stand alone: name what it is about instead of starting with yes, no, it or because"
        yield reading.problem_at(place, card.id, "lead-leans-on-question", fix, "lead")
    certainty = lowest_certainty([library.claims[claim_id].certainty for claim_id in card.lead_claims])
    if outruns(card.lead, certainty):
        fix = f"its lead_claims are of {certainty} certainty: {EXPECTED[certainty]}, or say who saw what"
        if not _tells_who_saw(card.lead):
            yield reading.problem_at(place, card.id, "lead-outruns-claims", fix, "lead")


def _tells_who_saw(lead: str) -> bool:
    """Return whether the lead reports an observation ("In mice, ...", "Surveys found ...") and not an effect."""
    lowered = lead.lower()
    seen_in = (
        "in mice",
        "in rats",
        "in cells",
        "in animals",
        "in laboratory",
        "in one ",
        "in a ",
        "in surveys",
        "in tests",
    )
    told_by = (
        "study", "studies", "survey", "surveys", "reports", "records", "cases", "trial", "review", "experts",
        "agency", "agencies", "fda", "law", "poison cent", "evidence", "researchers", "reported", "recorded",
    )  # fmt: skip
    return lowered.startswith(seen_in) or any(word in lowered for word in told_by)
