"""Choose the statements of an answer: conflicts paired, a risk beside any benefit, two to six in all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from index.library import Library
from index.model import Card, Care, Claim, Population, Role, TermKind
from index.search import MIXING_TOPIC, Hits
from index.units import is_usable

MIN_STATEMENTS = 2
MAX_STATEMENTS = 6
MAX_DECLINED_STATEMENTS = 3
NEARER = 0.1
"""How much better than the lead's claims a claim must score to be shown before them (dev data)."""
NEAR_COSINE = 0.5
"""How close to the question such a claim must be in any case."""
ELSEWHERE = 0.85
"""How well a claim of another topic than the card's must score to be shown before the card's own claims (dev data)."""
_ON_MIXING = frozenset({MIXING_TOPIC, "breathing", "deaths", "liver", "heart", "seizures"})
_IN_PEOPLE = frozenset({Population.HUMANS, Population.NONE})
_MECHANISM_KINDS = frozenset({TermKind.RECEPTOR, TermKind.TRANSMITTER, TermKind.ENZYME, TermKind.ALKALOID})
_OF_THE_LABORATORY = re.compile(
    r"\b(?:animals?|rats?|mice|mouse|rodents?|monkeys?|zebrafish|dogs?|cells?|vitro|lab|laboratory|mechanisms?|"
    r"pharmacology|receptors?|brains?|neurotransmitters?|alkaloids?)\b",
    re.IGNORECASE,
)
SAFETY_ROLES = frozenset({Role.RISK, Role.GUIDANCE})


def usable(library: Library, claim_ids: Iterable[str], today: date) -> list[Claim]:
    """Return the claims of `claim_ids` that may be shown today, in order, each once."""
    claims = (library.claims[claim_id] for claim_id in dict.fromkeys(claim_ids))
    return [claim for claim in claims if is_usable(library, claim, today)]


def choose(library: Library, first: Sequence[Claim], more: Sequence[Claim], hits: Hits, today: date) -> list[Claim]:
    """Return the claims to show: `first` always, `more` as far as there is room.

    What was seen in people comes before what was seen in animals or cells, unless that is what is asked. A contested
    claim is followed by its counterpart. When a benefit is shown and no risk, the best risk claim found takes a place.
    """
    risks = [claim for claim in found_claims(library, hits, today) if claim.role is Role.RISK]
    if not asks_of_the_laboratory(hits):
        first = people_first(first)
    wanted = list(dict.fromkeys([*first, *more]))
    chosen: list[Claim] = []
    for claim in wanted:
        pair = [claim, *_counterparts(library, claim, today)]
        new = [one for one in pair if one not in chosen]
        if claim in first or len(chosen) + len(new) <= MAX_STATEMENTS:
            chosen += new
    if any(claim.benefit for claim in chosen) and not any(claim.role is Role.RISK for claim in chosen):
        beside = _same_topic_risks(library, chosen, today) or risks
        if beside:
            if len(chosen) >= MAX_STATEMENTS:
                chosen = _without_last_single(chosen, first)
            chosen.append(beside[0])
    for claim in found_claims(library, hits, today):
        if len(chosen) >= MIN_STATEMENTS:
            break
        if claim not in chosen:
            chosen.append(claim)
    return chosen


def found_claims(library: Library, hits: Hits, today: date) -> list[Claim]:
    """Return the claims that the search found, best first, those of the best cards included."""
    ids: list[str] = []
    for hit in hits.ranked:
        if hit.missing:
            continue
        ids += [hit.item] if hit.kind == "claim" else [*library.cards[hit.item].lead_claims]
    return usable(library, ids, today)


def nearest_claim(library: Library, card: Card, lead: Sequence[Claim], hits: Hits, today: date) -> list[Claim]:
    """Return the claim that answers the question more closely than the claims of the lead do, if there is one.

    A card's lead answers what many people ask; who asks for one finding of it reads that finding first. Who asks in
    the card's own words gets the card as it is, and what is asked of a mix is answered by what is on harm from it.
    A claim that only shares words with the question is often on something else: one that is neither on the card nor
    in its topic must be very close, unless it says to get help.
    """
    if any(hit.is_asked for hit in hits.ranked):
        return []
    found = [hit for hit in hits.of("claim") if hit.may_lead]
    if found and hits.question.mixes and library.topic_of[found[0].item] not in _ON_MIXING:
        return []
    carried = {claim.id for claim in lead}
    beaten = max((hit.score for hit in found if hit.item in carried), default=0.0)
    if not found or found[0].score < beaten + NEARER or found[0].cosine < NEAR_COSINE:
        return []
    at_home = found[0].item in card.claims or library.topic_of[found[0].item] == library.topic_of[card.id]
    calls_for_help = library.claims[found[0].item].care is not Care.ROUTINE
    if not (at_home or calls_for_help) and found[0].score < ELSEWHERE:
        return []
    nearest = [claim for claim in usable(library, [found[0].item], today) if claim.role is not Role.BACKGROUND]
    if asks_of_the_laboratory(hits) or not any(claim.population in _IN_PEOPLE for claim in lead):
        return nearest
    return [claim for claim in nearest if claim.population in _IN_PEOPLE]


def asks_of_the_laboratory(hits: Hits) -> bool:
    """Return whether a question is about animals, cells or how something works: their evidence is then no detour."""
    named = any(mention.kind in _MECHANISM_KINDS for mention in hits.mentions)
    return named or bool(_OF_THE_LABORATORY.search(hits.question.text))


def people_first(claims: Sequence[Claim]) -> list[Claim]:
    """Return `claims` with those from animals and cells after the others, each kind in its order."""
    return sorted(claims, key=lambda claim: claim.population not in _IN_PEOPLE)


def safety_claims(library: Library, first: Sequence[Claim], hits: Hits, today: date) -> list[Claim]:
    """Return the risk and guidance claims that bear on a declined question, best first."""
    found = [*first, *found_claims(library, hits, today)]
    safe = [claim for claim in dict.fromkeys(found) if claim.role in SAFETY_ROLES]
    return safe[:MAX_DECLINED_STATEMENTS]


def _counterparts(library: Library, claim: Claim, today: date) -> list[Claim]:
    return usable(library, claim.contested[:1], today)


def _same_topic_risks(library: Library, chosen: Sequence[Claim], today: date) -> list[Claim]:
    topics = [library.topic_of[claim.id] for claim in chosen if claim.benefit]
    return [
        claim
        for claim in library.claims.values()
        if claim.role is Role.RISK and library.topic_of[claim.id] in topics and is_usable(library, claim, today)
    ]


def _without_last_single(chosen: list[Claim], keep: Sequence[Claim]) -> list[Claim]:
    for claim in reversed(chosen):
        paired = any(claim.id in other.contested for other in chosen)
        if claim not in keep and not paired:
            return [one for one in chosen if one is not claim]
    return chosen
