"""The lead of an answer: a card's, or one computed from the state of the evidence; never an empty formula."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.answer.confidence import is_confident
from app.answer.fixed import FixedTexts
from app.answer.select import usable
from index.library import Library
from index.model import Basis, Card, Care, Claim, Population, TermKind
from index.question import TAKEN_KINDS
from index.search import COMPARING_TOPIC, MIXING_TOPIC, Hit, Hits
from index.units import is_usable

MIN_PAIR_COSINE = 0.45
"""Of two cards that answer together, each must be at least this close to the question."""

MAX_BEHIND = 0.3
"""A card leads although a claim scores higher, by at most this much: a curated answer reads better."""

CLOSE = 0.1
"""How far a claim may be from the question beyond the nearest item to answer it alone (dev data)."""
UNKNOWABLE = 0.7
"""Probability of asking for what nobody could have reviewed from which nothing answers (no answerable one of dev)."""

_POPULATION_KEYS = {
    Population.HUMANS: "lead.humans",
    Population.ANIMALS: "lead.animals",
    Population.CELLS: "lead.cells",
    Population.NONE: "lead.none",
}


@dataclass(frozen=True)
class Lead:
    """How an answer starts: its text, the claims that carry it, the claims that follow, and its card."""

    text: str
    carried_by: tuple[Claim, ...]
    followed_by: tuple[Claim, ...]
    card: Card | None = None
    answers: bool = True
    """False for what is said when nothing reviewed is about the medicine named: general safety, not an answer."""


def find_lead(library: Library, hits: Hits, texts: FixedTexts, today: date) -> Lead | None:
    """Return how to start the answer, or None when nothing reviewed is close enough.

    In this order: a card about everything the question names; that nothing is reviewed on an unknown medicine;
    two cards that cover what is named together; what is known of a medicine's properties; that nothing is
    reviewed on the thing named, with the general card; a claim.
    """
    leading = leading_card(hits)
    is_asked = leading is not None and leading.is_asked
    if hits.question.unknown_place or (hits.unknowable >= UNKNOWABLE and not is_asked):
        return None
    is_named = not hits.unknown or is_asked
    if leading and is_named and (is_confident(leading, hits) or _is_on_the_mix(library, leading, hits)):
        lead = _card_lead(library, library.cards[leading.item], texts, today)
        return _without(library, lead, leading.leaves_out, texts) if lead else None
    if hits.unknown:
        return _unknown_lead(library, hits.unknown[0], texts, today)
    if leading is None and not hits.question.is_elsewhere and (named := _named_lead(library, hits, texts, today)):
        return named
    return _claim_lead(library, hits, texts, today)


def topics_of(library: Library, lead: Lead) -> set[str]:
    """Return the topics that a lead speaks of: those of the claims that carry it, and of its card."""
    topics = {library.topic_of[claim.id] for claim in lead.carried_by if claim.id in library.topic_of}
    return topics | card_topics(library, lead.card) if lead.card else topics


def card_topics(library: Library, card: Card) -> set[str]:
    """Return the topics that the lead of `card` speaks of."""
    return {library.topic_of[found] for found in (card.id, *card.lead_claims)}


def _named_lead(library: Library, hits: Hits, texts: FixedTexts, today: date) -> Lead | None:
    """Return what can be said of the things named when no single card is about them all."""
    named = [mention for mention in hits.mentions if mention.is_gated]
    if hits.beside_law:
        named = [mention for mention in named if mention.kind is not TermKind.PLACE]
    if len(named) > 1 and (pair := _pair(library, hits, [mention.id for mention in named], texts, today)):
        return pair
    for mention in named:
        if mention.kind in TAKEN_KINDS and library.terms[mention.id].properties:
            return _interaction_lead(library, mention.id, texts, today)
    return _nothing_on(library, named[0].id, named[0].kind, texts, today) if named else None


def leading_card(hits: Hits) -> Hit | None:
    """Return the card that was asked for word for word, else the best one about everything the question names.

    A claim that is far better keeps a card from leading.
    """
    asked = next((hit for hit in hits.ranked if hit.is_asked), None)
    if asked:
        return asked
    top = max((hit.score for hit in hits.ranked), default=0.0)
    return next((hit for hit in hits.of("card") if hit.may_lead and hit.score >= top - MAX_BEHIND), None)


def _is_on_the_mix(library: Library, card: Hit, hits: Hits) -> bool:
    """Return whether a card is about the medicine that the question mixes or compares: then wording does not matter."""
    if hits.question.is_elsewhere or hits.unknown or not card.about_named:
        return False
    topic = library.topic_of[card.item]
    return (hits.question.mixes and topic == MIXING_TOPIC) or (hits.question.compares and topic == COMPARING_TOPIC)


def _card_lead(library: Library, card: Card, texts: FixedTexts, today: date) -> Lead | None:
    """Return the lead of a card; what else the card holds when its lead is not carried any more; None for nothing.

    A sentence whose claims are long overdue or rest on retracted work may not be said without them.
    """
    if is_carried(library, card, today):
        return Lead(card.lead, tuple(usable(library, card.lead_claims, today)), _followed(library, card, today), card)
    left = usable(library, [*card.lead_claims, *card.claims], today)
    if left:
        return Lead(_state_of(left[0], texts), (left[0],), tuple(left[1:]), card)
    return None if card.care is Care.ROUTINE else Lead(texts.text("not_covered.no_evidence"), (), (), card)


def _without(library: Library, lead: Lead, left_out: Sequence[str], texts: FixedTexts) -> Lead:
    """Return the lead with a sentence that names the first of what it says nothing of, if there is anything."""
    said = [texts.text("lead.left_out", {"term": library.terms[one].term}) for one in left_out]
    return replace(lead, text=" ".join([lead.text, *said[:1]])) if said else lead


def is_carried(library: Library, card: Card, today: date) -> bool:
    """Return whether every claim that carries the lead of `card` may be shown today."""
    return all(is_usable(library, library.claims[claim_id], today) for claim_id in card.lead_claims)


def _followed(library: Library, card: Card, today: date) -> tuple[Claim, ...]:
    return tuple(usable(library, card.claims, today))


def _state_of(claim: Claim, texts: FixedTexts) -> str:
    """Return what the closest evidence is, when that is `claim`."""
    return texts.text("lead.none" if claim.basis is Basis.NO_STUDY_FOUND else _POPULATION_KEYS[claim.population])


def _pair(library: Library, hits: Hits, named: Sequence[str], texts: FixedTexts, today: date) -> Lead | None:
    """Return the leads of two cards that together are about two things named or more, or None.

    What a third card would be about is named as left out.
    """
    chosen: list[Hit] = []
    open_ids = set(named)
    for hit in hits.of("card"):
        gained = open_ids - set(hit.missing)
        if gained and hit.cosine >= MIN_PAIR_COSINE and is_carried(library, library.cards[hit.item], today):
            chosen.append(hit)
            open_ids -= gained
        if not open_ids or len(chosen) == 2:
            break
    if not chosen or len(named) - len(open_ids) < min(len(named), 2):
        return None
    left_out = [texts.text("lead.left_out", {"term": library.terms[one].term}) for one in named if one in open_ids]
    cards = [library.cards[hit.item] for hit in chosen]
    return Lead(
        " ".join([*(card.lead for card in cards), *left_out[:1]]),
        tuple(claim for card in cards for claim in usable(library, card.lead_claims, today)),
        tuple(claim for card in cards for claim in _followed(library, card, today)),
        cards[0],
    )


def _interaction_lead(library: Library, term_id: str, texts: FixedTexts, today: date) -> Lead:
    """Return what follows from the sourced properties of a medicine, saying that it was not studied directly."""
    term = library.terms[term_id]
    uses = [use for use in term.properties if use.id in library.properties]
    clauses = [library.properties[use.id].clause for use in uses[:2]]
    text = texts.text("lead.interaction", {"term": term.term, "clause": " and ".join(clauses)})
    own = [f"drug.{term_id}.{use.id}" for use in uses[:2]]
    brought = [claim_id for use in uses[:2] for claim_id in library.properties[use.id].claims]
    general = library.cards[library.fallbacks[TermKind.DRUG]] if TermKind.DRUG in library.fallbacks else None
    follow = [*brought, *(general.lead_claims if general else ())]
    return Lead(text, tuple(usable(library, [*own, *brought[:1]], today)), tuple(usable(library, follow, today)))


def _unknown_lead(library: Library, word: str, texts: FixedTexts, today: date) -> Lead | None:
    """Return that nothing is reviewed on a medicine of this name, with what holds for any medicine."""
    if TermKind.DRUG not in library.fallbacks:
        return None
    fallback = library.cards[library.fallbacks[TermKind.DRUG]]
    text = texts.text("lead.unknown_drug", {"term": f"“{word}”"})
    carried = tuple(usable(library, fallback.lead_claims, today))
    return Lead(text, carried, _followed(library, fallback, today), answers=False)


def _nothing_on(library: Library, term_id: str, kind: TermKind, texts: FixedTexts, today: date) -> Lead | None:
    if kind not in library.fallbacks:
        return None
    fallback = library.cards[library.fallbacks[kind]]
    text = texts.text("lead.nothing_on", {"term": library.terms[term_id].term})
    if is_carried(library, fallback, today):
        text = f"{text} {fallback.lead}"
    carried = tuple(usable(library, fallback.lead_claims, today))
    # Rules on medicines and law hold for any of them; of an illness that nothing is known of, nothing can be said.
    answers = kind is not TermKind.CONDITION
    return Lead(text, carried, _followed(library, fallback, today), answers=answers)


def _claim_lead(library: Library, hits: Hits, texts: FixedTexts, today: date) -> Lead | None:
    near = [hit for hit in hits.of("claim") if hit.may_lead and hit.cosine >= hits.best_cosine - CLOSE]
    close = [hit for hit in near if is_confident(hit, hits)]
    claims = [library.claims[hit.item] for hit in close if is_usable(library, library.claims[hit.item], today)]
    if not claims:
        return None
    return Lead(_state_of(claims[0], texts), (claims[0],), tuple(claims[1:4]))
