"""Search the index: cards and claims in one ranking, with the entity gate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.encoder import Encoder, Vectors
from index.lexical import LexicalIndex
from index.library import Library
from index.query import lexical_query
from index.ranked import ItemScores, RankedTexts
from index.units import ItemKind, Unit
from index.vectors import VectorTable
from index.vocabulary import SUBJECTS, Mention, Vocabulary, words_of

ENTITY_BONUS = 0.15
"""Added in full when an item is about every thing that the question names."""

MISSING_PENALTY = 0.25
"""Taken from a card that is not about a drug, place or illness that the question names."""

_DRUG_ENDING = re.compile(
    r"(?:ine|ol|am|pril|sartan|statin|mab|nib|vir|zole|cillin|mycin|oxacin|ide|one|ate|lam|tide|fen|xib|ium|idol|azine|barb|"
    r"ital|tadine|caine|phen|parin|xaban|gliptin|gliflozin|lukast|setron|triptan|dronate|thiazide|cycline)$"
)
_TAKEN_WITH = re.compile(
    r"\b(?:with|and|plus|mix\w*|combin\w*|together|on|taking|takes|take|prescribed|interact\w*|while|my)\b",
    re.IGNORECASE,
)
MIN_DRUG_LENGTH = 5


@dataclass(frozen=True)
class Hit:
    """One item found: its fused score with the entity bonus, its best cosine, and what it is not about."""

    item: str
    kind: ItemKind
    score: float
    cosine: float
    missing: tuple[str, ...]

    @property
    def may_lead(self) -> bool:
        """Whether the item is about every drug, place, illness or product that the question names."""
        return not self.missing


@dataclass(frozen=True)
class Hits:
    """What a search found, best first, and what the question names."""

    ranked: tuple[Hit, ...]
    mentions: tuple[Mention, ...]
    unknown: tuple[str, ...]
    """Words that look like the name of a medicine that the vocabulary does not hold."""

    def of(self, kind: ItemKind) -> list[Hit]:
        """Return the hits of one kind, best first."""
        return [hit for hit in self.ranked if hit.kind == kind]

    @property
    def best_cosine(self) -> float:
        """The highest cosine of any item with the question; 0 when nothing was found."""
        return max((hit.cosine for hit in self.ranked), default=0.0)


class Searcher:
    """Finds the cards and claims that answer a question. Safe to share between threads."""

    def __init__(
        self,
        library: Library,
        units: Sequence[Unit],
        vectors: VectorTable,
        lexical: LexicalIndex,
        encoder: Encoder,
    ) -> None:
        self.library = library
        self.encoder = encoder
        self.vocabulary = Vocabulary(library, encoder.pieces)
        self._lexical = lexical
        self._ranked = RankedTexts([unit.item for unit in units], vectors, lexical)
        kinds: dict[str, ItemKind] = {unit.item: unit.kind for unit in units}
        self._items = [(item, kinds[item]) for item in self._ranked.items]
        self._about = [frozenset(self._about_of(item, kind)) for item, kind in self._items]

    def _about_of(self, item: str, kind: ItemKind) -> Sequence[str]:
        return self.library.cards[item].about if kind == "card" else self.library.claims[item].about

    def search(self, question: str, limit: int = 30) -> Hits:
        """Return the `limit` best items for `question` (already resolved against the conversation).

        Lexical and vector scores are fused per indexed text, an item takes its best text, and items about
        what the question names come first. Whether that is enough to answer is for the caller to judge.
        """
        mentions = tuple(self.vocabulary.mentions(question))
        vector = self.encoder.encode_one(question)
        scores = self._scores(question, mentions, vector)
        gated = [mention.id for mention in mentions if mention.is_gated]
        others = [mention.id for mention in mentions if not mention.is_gated and mention.id not in SUBJECTS]
        hits = []
        for at in np.argsort(-scores.fused, kind="stable")[: limit * 3]:
            item, kind = self._items[at]
            fused, cosine = float(scores.fused[at]), float(scores.cosine[at])
            hits.append(self._hit(item, kind, fused, cosine, self._about[at], gated, others))
        hits.sort(key=lambda hit: -hit.score)
        return Hits(tuple(hits[:limit]), mentions, self._unknown(question, mentions))

    def _scores(self, question: str, mentions: Sequence[Mention], vector: Vectors) -> ItemScores:
        tokens = lexical_query(question, self._lexical, self.vocabulary.expansion(mentions))
        return self._ranked.scores(tokens, vector)

    def _hit(
        self,
        item: str,
        kind: ItemKind,
        fused: float,
        cosine: float,
        about: frozenset[str],
        gated: list[str],
        others: list[str],
    ) -> Hit:
        named = gated + others
        covered = [term_id for term_id in named if self.vocabulary.covered(term_id, about)]
        missing = tuple(term_id for term_id in gated if term_id not in covered)
        score = fused + (ENTITY_BONUS * len(covered) / len(named) if named else 0.0)
        if missing and not (kind == "card" and self.library.cards[item].general):
            score -= MISSING_PENALTY * len(missing) / len(gated)
        return Hit(item, kind, score, cosine, missing)

    def _unknown(self, question: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
        """Return words that look like an unlisted medicine: rare, ending like one, beside "with" or "taking"."""
        if not _TAKEN_WITH.search(question):
            return ()
        known = {word for mention in mentions for word in mention.words.split()}
        return tuple(
            word
            for word in words_of(question)
            if word not in known
            and len(word) >= MIN_DRUG_LENGTH
            and word.isascii()
            and word.isalpha()
            and self.encoder.pieces(word) >= (2 if _DRUG_ENDING.search(word) else 4)
        )
