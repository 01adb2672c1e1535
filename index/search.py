"""Search the index: cards and claims in one ranking, with the entity gate."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.card_network import CardNetwork
from index.card_order import DEPTH, Signs, card_order
from index.discriminant import Discriminant, positions_of
from index.encoder import Encoder, Vectors
from index.fusion import Scores, scaled
from index.grams import ngrams
from index.items import Items
from index.lexical import LexicalIndex, stems_of
from index.library import Library
from index.model import Care, TermKind
from index.query import lexical_query
from index.question import ASSUMED, TAKEN_KINDS, Question, QuestionReader, share_met, without
from index.ranked import ItemScores, RankedTexts
from index.units import ItemKind, Unit
from index.vectors import UnitVectors
from index.vocabulary import SUBJECTS, Mention, Vocabulary, words_of

ENTITY_BONUS = 0.2
"""Added in full when an item is about every thing that the question names."""

DISCRIMINANT_WEIGHT = 0.6
"""Weight of the discriminant beside the fused scores of an item's best texts (phrasings held out in turn)."""

NETWORK_WEIGHT = 0.4
"""Weight of the network's score of a card beside those (dev data)."""

PARAPHRASE_BONUS = 0.4
"""Added in full to a card one of whose texts has the vector of the question; nothing below `PARAPHRASE`."""

PARAPHRASE = 0.88
"""Cosine from which a text says nearly what the question says."""

MISSING_PENALTY = 0.25
"""Taken in full from an item that is about none of the drugs, places and illnesses that the question names."""

MIXING_BONUS = 0.8
"""Added in full to a card on mixing that is mainly about what the question asks to mix with kratom."""

CLAIM_BONUS = 0.5
"""Share of the score of its best lead claim that a card gains."""

MIXING_TOPIC = "interactions"

COMPARING_TOPIC = "comparisons"

COMPARING_BONUS = 0.3
"""Added to what compares kratom with the medicine that the question compares it with, taken from what is on mixing."""

_COMPARING = {COMPARING_TOPIC: 1, MIXING_TOPIC: -1}

UNMIXED_PENALTY = 0.8
"""Taken from what is on mixing when the question asks of a medicine in withdrawal, in a test or in the product."""

LAW_TOPICS = "law-"
"""How the topics that hold the law of places are called."""

BESIDE_LAW = 0.85
"""How far behind the law must be in what is asked without its place, in deviations of the cards' scores (dev)."""

BESIDE_LAW_PENALTY = 0.6
"""Taken from the law of a place when the question names the place but does not ask for its law."""

OURS_BONUS = 0.3
"""Added to what is about this assistant when the question is."""

ASSISTANT = "assistant"
"""The vocabulary's term for this assistant."""


LIKELIHOOD_UNIT = 50.0
"""What the likelihoods of cards are divided by as a sign, so that near cards differ by parts of one."""

LEAST_SHARE = 1e-9
"""Share that every card gets at least as a sign, so that its logarithm exists."""

CROWD = 100
"""Place in the ranking from which on items have nothing to do with a question."""


@dataclass(frozen=True)
class Hit:
    """One item found: its fused score with the entity bonus, its best cosine, and what it is not about."""

    item: str
    kind: ItemKind
    score: float
    cosine: float
    missing: tuple[str, ...]
    about_named: float
    """Which share of the things that the question names the item is about; 0 when it names nothing."""
    words_met: float
    """Which share of the question's content words, by weight, the item's texts hold; 1 when it has none."""
    leaves_out: tuple[str, ...] = ()
    """Places that the question only mentions, and that the item says nothing of."""
    is_asked: bool = False
    """Whether the question is word for word the title or a phrasing of this card."""
    signs: Signs | None = None
    """What speaks for it, when it is one of the first cards."""

    @property
    def may_lead(self) -> bool:
        """Whether the item is about every drug, place, illness or product that the question names."""
        return not self.missing


class _Found(NamedTuple):
    """An item before the words that it shares with the question are counted."""

    at: int
    """Its place among all items."""
    item: str
    kind: ItemKind
    score: float
    cosine: float
    missing: tuple[str, ...]
    about_named: float
    covered: tuple[str, ...]
    """Ids of the things that the question names and the item is about."""
    leaves_out: tuple[str, ...]


@dataclass(frozen=True)
class Hits:
    """What a search found, best first, and how the question was read."""

    ranked: tuple[Hit, ...]
    question: Question
    likelihood: float = 0.0
    """Logarithm of the likelihood of the likeliest item, up to a constant (see `index.discriminant`)."""
    ahead: float = 0.0
    """How far that is above the likelihood of the item that comes `CROWD` places later."""
    sure: float = 0.0
    """Share of the likelihood that the network gives to its likeliest card; 0 without cards."""
    surest: str = ""
    """That card."""
    beside_law: bool = False
    """Whether the question names a place but does not ask for its law."""
    off_topic: float = 0.0
    """How likely the guard takes the question to be about something else."""
    unknowable: float = 0.0
    """How likely the guard takes it to ask for what no library of evidence holds: a private fact, a forecast."""

    def of(self, kind: ItemKind) -> list[Hit]:
        """Return the hits of one kind, best first."""
        return [hit for hit in self.ranked if hit.kind == kind]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """What the question names."""
        return self.question.mentions

    @property
    def unknown(self) -> tuple[str, ...]:
        """Words that look like the name of a medicine that the vocabulary does not hold."""
        return self.question.unknown

    @property
    def best_cosine(self) -> float:
        """The highest cosine of any item with the question; 0 when nothing was found."""
        return max((hit.cosine for hit in self.ranked), default=0.0)


def _likelihood(scores: Scores) -> tuple[float, float]:
    """Return the highest of the items' likelihoods, and how far it is above that of the item `CROWD` places later."""
    if not len(scores):
        return 0.0, 0.0
    crowd = min(CROWD, len(scores) - 1)
    best = np.partition(scores, len(scores) - 1 - crowd)
    highest = float(scores.max())
    return highest, highest - float(best[len(scores) - 1 - crowd])


def _share_of_best(logits: Scores) -> float:
    """Return which share of the likelihood is that of the likeliest card; 0 without cards."""
    return float(1 / np.exp(logits - logits.max()).sum()) if len(logits) else 0.0


def _in_order(hits: Sequence[Hit], places: Sequence[int], signs: Sequence[Signs]) -> list[Hit]:
    """Return the hits with the cards at `places` in the order of their signs; one that was asked for stays first."""
    ordered = list(hits)
    cards = [replace(hits[place], signs=one) for place, one in zip(places, signs, strict=True)]
    by_score = sorted(
        zip(card_order().scores(signs), cards, strict=True), key=lambda one: (not one[1].is_asked, -one[0])
    )
    for place, (_, card) in zip(places, by_score, strict=True):
        ordered[place] = card
    return ordered


def said(text: str) -> str:
    """Return the words of `text`, by which two wordings are the same."""
    return " ".join(words_of(text))


class Searcher:
    """Finds the cards and claims that answer a question. Safe to share between threads."""

    def __init__(
        self,
        library: Library,
        units: Sequence[Unit],
        items: Items,
        vectors: UnitVectors,
        lexical: LexicalIndex,
        encoder: Encoder,
        network: CardNetwork,
    ) -> None:
        """Prepare to search `units`, whose `vectors` are in the same order."""
        self.library = library
        self.encoder = encoder
        self.vocabulary = Vocabulary(library, encoder.pieces)
        self._lexical = lexical
        self._reader = QuestionReader(self.vocabulary, lexical, encoder)
        self._ranked = RankedTexts([unit.item for unit in units], vectors.general, lexical)
        self._facts = items
        kinds: dict[str, ItemKind] = {unit.item: unit.kind for unit in units}
        self._items = [(item, kinds[item]) for item in self._ranked.items]
        self._kin = self._discriminant(units, vectors.tuned.rows)
        self._general_kin = self._discriminant(units, vectors.general.rows)
        self._is_law = np.asarray([library.topic_of[item].startswith(LAW_TOPICS) for item, _ in self._items])
        self._is_card = np.asarray([kind == "card" for _, kind in self._items])
        self._carried, self._carriers, self._carrier_starts = self._carry()
        self._topics = positions_of([library.topic_of[item] for item, _ in self._items])
        self._network = network
        at = {item: position for position, (item, _) in enumerate(self._items)}
        self._network_cards = np.asarray([at[card] for card in network.cards], dtype=np.int64)
        self._asked = {said(unit.text): unit.item for unit in units if unit.kind == "card"}
        self._titles = {said(card.title): card.care for card in library.cards.values()}

    def search(self, question: str, limit: int = 30) -> Hits:
        """Return the `limit` best items for `question` (already resolved against the conversation).

        Lexical and vector scores are fused per item, an item takes its best text on each side, and items about
        what the question names come first. Whether that is enough to answer is for the caller to judge.
        """
        read = self._reader.read(question)
        embedded = self.encoder.embed_one(read.text)
        scores = self._scores(read, embedded.general)
        likelihood = self._kin.scores(embedded.tuned)
        # Only cards were taught apart: among claims, the general vectors tell more.
        kin: Scores = np.where(self._is_card, scaled(likelihood), scaled(self._general_kin.scores(embedded.general)))
        fused = (1 - DISCRIMINANT_WEIGHT) * scores.fused + DISCRIMINANT_WEIGHT * kin
        by_network = self._network.scores(embedded.general, ngrams(read.text))
        fused[self._network_cards] += NETWORK_WEIGHT * scaled(by_network)
        fused = self._with_claims(fused)
        near = np.argsort(-fused, kind="stable")[: limit * 3]
        beside_law = self._is_beside_law(read)
        found = [
            self._found(int(at), float(fused[at]), float(scores.cosine[at]), read, beside_law=beside_law) for at in near
        ]
        asked = self._asked.get(said(question.removeprefix(ASSUMED)))
        found.sort(key=lambda one: (one.item != asked, -one.score))
        words = {mention.id: stems_of([mention.words]) for mention in read.mentions}
        hits = [self._hit(one, read, words, is_asked=one.item == asked) for one in found[:limit]]
        places = [(place, found[place].at) for place, hit in enumerate(hits) if hit.kind == "card"][:DEPTH]
        signs = self._signs([(hits[place], at) for place, at in places], scores, likelihood, by_network)
        hits = _in_order(hits, [place for place, _ in places], signs)
        surest = self._network.cards[int(by_network.argmax())] if len(by_network) else ""
        return Hits(tuple(hits), read, *_likelihood(likelihood), _share_of_best(by_network), surest, beside_law)

    def best_cosine(self, question: str) -> float:
        """Return the highest cosine of any indexed text with `question`; 0 for an empty index."""
        return float(self._ranked.cosines(self.encoder.encode_one(question)).max(initial=0.0))

    def strangeness(self, text: str) -> float:
        """Return how strange the words of `text` are to the index: 0, 0.5 or 1 (see `Question.strangeness`)."""
        return self._reader.strangeness(text)

    def title_care(self, question: str) -> Care | None:
        """Return the care of the card whose title `question` is, word for word; None when it is no title."""
        return self._titles.get(said(question))

    def asks_the_same(self, question: Question, card_id: str, understood: Collection[str]) -> bool:
        """Return whether a card is about all that `question` names, and its title about nothing but `understood`."""
        card = self.library.cards[card_id]
        about = self._facts.about(card_id)
        titled = self.vocabulary.mentions(card.title)
        only = all(one.id in understood for one in titled if one.is_gated or one.kind is TermKind.ALKALOID)
        needed = [*question.gated, *(one.id for one in question.mentions if one.kind is TermKind.ORGAN)]
        return only and (card.general or all(self.vocabulary.covered(one, about) for one in needed))

    def _discriminant(self, units: Sequence[Unit], rows: Vectors) -> Discriminant:
        """Return the discriminant of all items; the lead claims of a card count among its texts."""
        at = {item: position for position, item in enumerate(self._ranked.items)}
        row_of = {unit.item: row for row, unit in enumerate(units) if unit.kind == "claim"}
        texts = [(row, at[unit.item]) for row, unit in enumerate(units)]
        texts += [
            (row_of[claim], at[card])
            for card, kind in self._items
            if kind == "card"
            for claim in self.library.cards[card].lead_claims
            if claim in row_of
        ]
        taken, items = (np.asarray(column, dtype=np.int64) for column in zip(*texts, strict=True))
        return Discriminant(rows[taken], items, len(at))

    def _scores(self, question: Question, vector: Vectors) -> ItemScores:
        tokens = lexical_query(question.text, self._lexical, self.vocabulary.expansion(question.mentions))
        return self._ranked.scores(tokens, vector)

    def _with_claims(self, fused: Scores) -> Scores:
        """Return the scores with those of cards raised by the best claim that carries them.

        A question in a claim's words is answered by the card that the claim carries, though no phrasing is near.
        """
        return fused + np.float32(CLAIM_BONUS) * self._of_leads(fused)

    def _of_leads(self, scores: Scores) -> Scores:
        """Return for each card the best of `scores` among the claims that it leads with; 0 for other items."""
        best = np.zeros_like(scores)
        best[self._carried] = np.maximum.reduceat(np.append(scores, 0.0)[self._carriers], self._carrier_starts)
        return best

    def _signs(
        self, cards: Sequence[tuple[Hit, int]], scores: ItemScores, likelihood: Scores, by_network: Scores
    ) -> list[Signs]:
        """Return what speaks for each of `cards`, which come with their places among all items."""
        if not cards:
            return []
        lead_words = self._of_leads(scores.lexical) / max(float(scores.lexical.max()), 1e-6)
        behind = (likelihood - likelihood[self._is_card].max()) / LIKELIHOOD_UNIT
        shares = np.zeros(len(self._items))
        shares[self._network_cards] = np.exp(by_network - by_network.max())
        shares /= shares.sum()
        of_topic = np.bincount(self._topics, weights=shares)
        return [
            Signs(
                hit.score,
                hit.words_met,
                float(scores.fused[at]),
                hit.cosine,
                float(lead_words[at]),
                hit.about_named,
                float(behind[at]),
                math.log(shares[at] + LEAST_SHARE),
                math.log(of_topic[self._topics[at]] + LEAST_SHARE),
            )
            for hit, at in cards
        ]

    def _carry(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """Return the cards' positions, their lead claims' positions in one row, and where each card's start in it."""
        at = {item: position for position, (item, _) in enumerate(self._items)}
        cards: list[int] = []
        carriers: list[int] = []
        starts: list[int] = []
        for position, (item, kind) in enumerate(self._items):
            if kind == "card":
                cards.append(position)
                starts.append(len(carriers))
                # A position past the end stands for a claim that is not indexed.
                carriers += [at.get(claim, len(self._items)) for claim in self.library.cards[item].lead_claims]
        return (
            np.asarray(cards, dtype=np.int64),
            np.asarray(carriers, dtype=np.int64),
            np.asarray(starts, dtype=np.int64),
        )

    def _is_beside_law(self, question: Question) -> bool:
        """Return whether a question names a place but, by what else it says, does not ask for its law."""
        if not question.places or question.on_law:
            return False
        rest = without(question.text, question.places)
        if not self._reader.says_more_than(rest):
            return False
        scores = self._kin.scores(self.encoder.embed_one(rest).tuned)
        of_law = self._is_card & self._is_law
        others = self._is_card & ~self._is_law
        if not (of_law.any() and others.any()):
            return False
        behind = float(scores[others].max() - scores[of_law].max())
        return behind > BESIDE_LAW * float(scores[self._is_card].std())

    def _found(self, at: int, fused: float, cosine: float, question: Question, *, beside_law: bool) -> _Found:
        """Return the item at a place of the ranking, scored for what the question names and asks of it."""
        item, kind = self._items[at]
        about, general = self._facts.about(item), kind == "card" and self.library.cards[item].general
        covered = tuple(mention.id for mention in question.mentions if self.vocabulary.covered(mention.id, about))
        leaves_out: tuple[str, ...] = ()
        if beside_law:
            places = {mention.id for mention in question.places}
            if self._is_law[at]:
                covered = tuple(one for one in covered if one not in places)
                fused -= BESIDE_LAW_PENALTY
            elif not question.counts:
                leaves_out = tuple(one for one in question.gated if one in places and one not in covered)
        missing = tuple(one for one in question.gated if one not in covered and one not in leaves_out)
        named = question.gated + question.others
        share = sum(one in named for one in covered) / len(named) if named else 0.0
        score = fused + ENTITY_BONUS * share
        if kind == "card":
            score += PARAPHRASE_BONUS * max(0.0, cosine - PARAPHRASE) / (1 - PARAPHRASE)
        if missing and not general:
            score -= MISSING_PENALTY * len(missing) / len(question.gated)
        if question.mixes and kind == "card" and not general:
            score += MIXING_BONUS * self._mixing(item, question)
        if question.compares and covered:
            score += COMPARING_BONUS * _COMPARING.get(self.library.topic_of[item], 0)
        if question.unmixed and self.library.topic_of[item] == MIXING_TOPIC:
            score -= UNMIXED_PENALTY
        if ASSISTANT in question.others and ASSISTANT in about:
            score += OURS_BONUS
        return _Found(at, item, kind, score, cosine, missing, share, covered, leaves_out)

    def _hit(self, found: _Found, question: Question, words: Mapping[str, frozenset[str]], *, is_asked: bool) -> Hit:
        """Return what was found as a hit; `words` are the stems in which the question names each thing."""
        met = share_met(question.weights, self._facts.stems(found.item), *(words[one] for one in found.covered))
        missing = () if is_asked else found.missing
        out = () if is_asked else found.leaves_out
        return Hit(found.item, found.kind, found.score, found.cosine, missing, found.about_named, met, out, is_asked)

    def _mixing(self, card: str, question: Question) -> float:
        """Return how directly a card on mixing is about what the question asks to mix; 0 for any other card.

        What a card on mixing is mainly about comes first in its `about`.
        """
        if self.library.topic_of[card] != MIXING_TOPIC:
            return 0.0
        main = next((one for one in self.library.cards[card].about if one not in SUBJECTS), "")
        taken = [mention.id for mention in question.mentions if mention.kind in TAKEN_KINDS]
        return max((self.vocabulary.nearness(one, (main,)) for one in taken), default=0.0)
