"""What an article leaves out: the risks of its topics that no sentence of it mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from datetime import date

from app.check.at_sight import names_kratom
from index.library import Library
from index.model import CERTAINTY_ORDER, Certainty, Claim, Form, Population, Role
from index.units import is_usable

MAX_LEFT_OUT = 6
CORE_TOPICS = ("dependence", "breathing", "liver", "interactions", "side-effects", "pregnancy")
"""Topics whose risks bear on any article that praises kratom."""

OTHER_TOPICS = frozenset(
    {"seizures", "heart", "deaths", "mood", "pain", "product-quality", "seven-oh", "children", "memory-and-thinking"}
)
"""Further topics whose risks are named when the article misleads on them."""

CONCENTRATED = "seven-oh"
"""Of an article that misleads on concentrated products their own risks come first."""
_CONCENTRATED = re.compile(r"\b(?:7-?\s?oh|seven[- ]?oh|7-?hydroxy\w*|pseudoindoxyl|concentrated?s?)\b", re.IGNORECASE)
_GRAVE = ("deaths", "seizures")
"""Risks that come before those of topics that the article does not speak of."""

NAMED_BY = {
    "dependence": frozenset({"dependence", "withdrawal"}),
    "breathing": frozenset({"breathing"}),
    "liver": frozenset({"liver", "liver-injury", "jaundice"}),
    "seizures": frozenset({"seizures"}),
    "pregnancy": frozenset({"pregnancy", "newborns"}),
    "deaths": frozenset({"death"}),
}
"""Vocabulary ids by which a supported sentence mentions the risks of a topic ("warns about liver damage")."""


def left_out(library: Library, topics: Set[str], mentioned: Set[str], today: date) -> list[Claim]:
    """Return a risk claim for each of `topics`, the gravest first, and each core topic that is not `mentioned`."""
    order = [
        *({CONCENTRATED} & topics),
        *(topic for topic in (*CORE_TOPICS, *_GRAVE) if topic in topics),
        *CORE_TOPICS,
        *sorted(topics & OTHER_TOPICS),
    ]
    wanted = [topic for topic in dict.fromkeys(order) if topic not in mentioned]
    leads = Counter(claim_id for card in library.cards.values() for claim_id in card.lead_claims)
    chosen = []
    for topic in wanted:
        risks = [
            claim
            for claim in library.claims.values()
            if claim.role is Role.RISK and library.topic_of[claim.id] == topic and _is_plain(claim, library, today)
        ]
        if risks:
            chosen.append(max(risks, key=lambda claim: (leads[claim.id], _rank(claim.certainty), claim.id)))
    return chosen[:MAX_LEFT_OUT]


def names_concentrated(text: str) -> bool:
    """Return whether `text` names 7-OH or another concentrated product."""
    return bool(_CONCENTRATED.search(text))


def risk_topics(library: Library, claim_ids: Sequence[str], named: Set[str]) -> set[str]:
    """Return the topics whose risks a sentence mentions: by the claims it matched, or by the terms `named` in it."""
    topics = {library.topic_of[claim_id] for claim_id in claim_ids if library.claims[claim_id].role is Role.RISK}
    return topics | {topic for topic, terms in NAMED_BY.items() if terms & named}


def _is_plain(claim: Claim, library: Library, today: date) -> bool:
    """Return whether `claim` speaks of people and of kratom, and may be shown."""
    about_people = claim.population is Population.HUMANS or claim.form is Form.EFFECT
    return about_people and names_kratom(claim.text) and is_usable(library, claim, today)


def _rank(certainty: Certainty) -> int:
    return CERTAINTY_ORDER.index(certainty) if certainty in CERTAINTY_ORDER else -1
