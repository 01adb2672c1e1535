"""Read a question: what it names, which of its words carry it, and which of them nothing here holds."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from index.encoder import Encoder
from index.lexical import LexicalIndex, stems_of, tokenize
from index.model import TermKind
from index.vocabulary import SUBJECTS, Mention, Vocabulary, words_of

TAKEN_KINDS = frozenset({TermKind.DRUG, TermKind.DRUG_CLASS, TermKind.SUBSTANCE})
"""Kinds of things that somebody may take together with kratom."""

ASSUMED = "kratom: "
"""Put before a question that names no subject: it is then taken to be about kratom."""

MIN_DRUG_LENGTH = 5

MIN_SPELT = 5
"""Shortest stem that is read as a slip of another."""

_POINTS = re.compile(
    r"\b(?:it|its|this|that|these|those|them|the (?:plant|leaf|leaves|stuff|powder|tea))\b", re.IGNORECASE
)
_NOT_A_DRUG = re.compile(
    r"(?:ists?|ogy|ogies|tions?|ness|ments?|ings?|ed|ly|ism|osis|itis|emia|pathy|ers?|ies|ous|scop[ey]s?)$"
)
_DRUG_ENDING = re.compile(
    r"(?:ine|ol|am|pril|sartan|statin|mab|nib|vir|zole|cillin|mycin|oxacin|ide|one|ate|lam|tide|fen|xib|ium|idol|azine|barb|"
    r"ital|tadine|caine|phen|parin|xaban|gliptin|gliflozin|lukast|setron|triptan|dronate|thiazide|cycline)$"
)
_TAKEN_WITH = re.compile(
    r"\b(?:with|and|plus|mix\w*|combin\w*|together|on|taking|takes|take|prescribed|interact\w*|while|my)\b",
    re.IGNORECASE,
)
_MIXES = re.compile(
    r"\b(?:with|w/?|and|n|plus|mix\w*|combin\w*|together|on|taking|takes?|took|prescribed|interact\w*|while|"
    r"along ?side|same (?:time|day|night)|after|before)\b|[+&]|\bif i\b",
    re.IGNORECASE,
)
_TREATS = re.compile(
    r"\b(?:quit\w*|stop\w*|withdraw\w*|taper\w*|get(?:ting)? off|com(?:e|ing) off|addict\w*|detox\w*|treat\w*|cure\w*|"
    r"test(?:s|ed|ing)?|legal\w*|law\w*|screen\w*|positives?|laced|spiked|tainted|adulterat\w*|contaminat\w*)\b",
    re.IGNORECASE,
)
_UNMIXED = re.compile(
    r"\b(?:withdraw\w*|taper\w*|detox\w*|get(?:ting)? off|com(?:e|ing) off|positives?|laced|spiked|tainted|"
    r"adulterat\w*|contaminat\w*)\b",
    re.IGNORECASE,
)
_ON_LAW = re.compile(
    r"\b(?:il)?legal\w*|(?<!\bin[ -])\blaws?\b|\b(?:banned|ban|allowed|rules?|prohibited|outlawed)\b", re.IGNORECASE
)
_OF_LAW = re.compile(
    r"\b(?:(?:il|i|ill|l)l?e+g[ae]l\w*|laws?|lawful\w*|ban|bans|banned|banning|allow\w*|rules?|ruling|prohibit\w*|"
    r"outlaw\w*|schedul\w*|controlled|crim\w+|arrest\w*|jail\w*|prison|felony|misdemeanou?rs?|police|cops?|possess\w*|"
    r"borders?|customs|age|how old|1[68]|21|sell\w*|sold|shops?|stores?|regulat\w*|restrict\w*|acts?|bills?|statutes?|"
    r"trouble|fined?|bring\w*|carry\w*|travel\w*|fly\w*|plane|mail\w*|driv\w+ (?:through|to)|mov(?:e|ing)|status|"
    r"permit\w*|licen[cs]\w*|attorneys?|courts?|lawsuits?|kcpa|penal\w*|charged?|ok|okay|caught|buy\w*|vot\w+|senate|"
    r"governor|county|city|signed|boards?|exports?|imports?|ships?|shipping|misuse|drugs act)\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:how (?:many|much|often|old)|who|whose|whom|when|name of|number of|rates?|statistics|numbers|percent\w*|"
    r"last (?:week|weekend|month|night|\w+day)|this (?:week|weekend|month))\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\b(?:(?<!, )like|than|vs\.?|versus|or|instead|compared?|comparison|difference|different|better|safer|stronger|"
    r"weaker|"
    r"replace\w*|substitute|alternative|stack up|next to|equals?|same as|head to head|"
    r"as (?:good|bad|strong|safe|effective)|switch(?:ing|ed)? (?:from|to)|swap\w*|do(?:es)? what|nature'?s|"
    r"outperforms?|beats?|equivalent|related|similar|resembles?)\b|=",
    re.IGNORECASE,
)
_LEAVES_OUT = re.compile(
    r"(?:better|worse|safer|stronger|weaker|milder) than\b|"
    r"(?:instead of|in place of|compared (?:to|with))\b(?!.*\bcan\b)|"
    r"(?:i'?m|i am|(?:s?he|they)(?:'?s|'?re| is| are)|my \w+(?:'?s| is)) on\b.*"
    r"\b(?:can (?:i|s?he|they|we)|ok|okay|safe|allowed)\W*$"
)


@dataclass(frozen=True)
class Question:
    """A question as the search reads it."""

    text: str
    mentions: tuple[Mention, ...]
    gated: tuple[str, ...]
    """Ids of the drugs, places, illnesses and products that it names: a card must be about them to lead."""
    others: tuple[str, ...]
    """Ids of the other things that it names, kratom itself left out."""
    weights: Mapping[str, float]
    """Weight of each stemmed content word apart from kratom's names: the rarer in the index, the heavier."""
    strange: tuple[str, ...]
    """Content words that no indexed text and no vocabulary term holds, nor one like them; rarest first."""
    unknown: tuple[str, ...]
    """Those among the strange words that look like the name of a medicine."""
    mixes: bool
    """Whether it asks about taking a named medicine or substance together with kratom."""
    compares: bool
    """Whether it compares kratom with a named medicine or substance, or asks about it instead of one."""
    unmixed: bool
    """Whether it names a medicine or substance in withdrawal, in a test result or in what kratom is laced with."""
    is_assumed: bool
    """Whether it neither names kratom nor points at it, so that kratom is only assumed."""
    is_elsewhere: bool
    """Whether, kratom only assumed, it names another medicine and says more of it: "is aspirin good for the heart"."""

    places: tuple[Mention, ...]
    """The places that it names."""
    on_law: bool
    """Whether it holds a word of laws and trade, so that the place is named for its law."""
    counts: bool
    """Whether it asks for a number, a name or a date: then what holds anywhere does not answer it for a place."""
    unknown_place: str | None
    """A rare word that nothing here holds, in a question on law that names no place: likely a place."""
    strangeness: float
    """0 when nothing is strange; else 0.5 for a common word that nothing here holds, 1 for a rare one."""

    @property
    def names_something(self) -> bool:
        """Whether it names anything of the vocabulary besides kratom."""
        return bool(self.gated or self.others)


class QuestionReader:
    """Reads questions against one vocabulary and one lexical index."""

    def __init__(self, vocabulary: Vocabulary, lexical: LexicalIndex, encoder: Encoder) -> None:
        self._vocabulary, self._lexical, self._encoder = vocabulary, lexical, encoder
        self._subject = frozenset(
            stem for subject in sorted(SUBJECTS) for name in vocabulary.names(subject) for stem in tokenize(name)
        )

    def read(self, text: str) -> Question:
        """Return what `text` names and which of its words carry it."""
        mentions = tuple(self._vocabulary.mentions(text))
        gated = tuple(mention.id for mention in mentions if mention.is_gated)
        named = {word for mention in mentions for word in mention.words.split()}
        slips, strange = self._unheld(text, named)
        takes = any(mention.kind in TAKEN_KINDS for mention in mentions)
        weights = self._weights(text, strange, slips)
        is_assumed = text.startswith(ASSUMED) and not _POINTS.search(text)
        rest = set(weights) - set(stems_of([mention.words for mention in mentions if mention.kind in TAKEN_KINDS]))
        return Question(
            text,
            mentions,
            gated,
            tuple(mention.id for mention in mentions if not mention.is_gated and mention.id not in SUBJECTS),
            weights,
            strange,
            tuple(word for word in strange if self._is_drug_like(word)) if _TAKEN_WITH.search(text) else (),
            takes and _asks_of_mixing(text),
            takes and bool(_COMPARES.search(text)),
            takes and bool(_UNMIXED.search(text)),
            is_assumed,
            is_assumed and takes and (len(gated) > 1 or len(rest) > 1) and not leaves_out(text),
            tuple(mention for mention in mentions if mention.kind is TermKind.PLACE),
            bool(_OF_LAW.search(text)),
            bool(_COUNTS.search(text)),
            self._unknown_place(text, mentions, strange),
            self._strangeness(strange),
        )

    def says_more_than(self, text: str) -> bool:
        """Return whether `text` holds content words apart from kratom's names."""
        return bool(self._weights(text, (), {}))

    def strangeness(self, text: str) -> float:
        """Return how strange `text` is: 0, 0.5 or 1, as `Question.strangeness`."""
        named = {word for mention in self._vocabulary.mentions(text) for word in mention.words.split()}
        return self._strangeness(self._unheld(text, named)[1])

    def _strangeness(self, strange: Sequence[str]) -> float:
        return (1.0 if self._encoder.pieces(strange[0]) > 1 else 0.5) if strange else 0.0

    def _weights(self, text: str, strange: Sequence[str], slips: Mapping[str, str]) -> dict[str, float]:
        weights = {}
        for typed in tokenize(text):
            stem = slips.get(typed, typed)
            if stem not in self._subject:
                seen = self._lexical.document_frequency(stem)
                weights[stem] = math.log((self._lexical.size + 1) / (seen + 0.5))
        for word in strange:  # a name that nothing here holds weighs as much as the rarest word
            for stem in tokenize(word):
                weights[stem] = math.log((self._lexical.size + 1) / 0.5)
        return weights

    def _unknown_place(self, text: str, mentions: Sequence[Mention], strange: Sequence[str]) -> str | None:
        if not strange or not _ON_LAW.search(text) or any(mention.kind is TermKind.PLACE for mention in mentions):
            return None
        return strange[0] if self._encoder.pieces(strange[0]) > 1 else None

    def _unheld(self, text: str, named: set[str]) -> tuple[dict[str, str], tuple[str, ...]]:
        """Return what no indexed text holds: slips, with the stems they stand for, and strange words, rarest first."""
        slips: dict[str, str] = {}
        found = []
        for word in dict.fromkeys(words_of(text)):
            stems = tokenize(word)
            if word in named or not stems or any(self._lexical.document_frequency(stem) for stem in stems):
                continue
            if word.isdigit():
                continue
            spelt = self._as_spelt(stems[0]) if self._encoder.pieces(word) > 1 else None
            if spelt:
                slips[stems[0]] = spelt
            else:
                found.append(word)
        return slips, tuple(sorted(found, key=lambda word: -self._encoder.pieces(word)))

    def _as_spelt(self, stem: str) -> str | None:
        """Return the stem of the index that `stem` is a slip of, as "yelow" of "yellow": the nearest, commonest."""
        if len(stem) < MIN_SPELT:
            return None
        limit = 1 if len(stem) < 8 else 2
        near = [
            (distance, -self._lexical.document_frequency(known), known)
            for known in self._lexical.starting_with(stem[0])
            if abs(len(known) - len(stem)) <= limit
            and (distance := DamerauLevenshtein.distance(stem, known, score_cutoff=limit)) <= limit
        ]
        return min(near)[-1] if near else None

    def _is_drug_like(self, word: str) -> bool:
        if len(word) < MIN_DRUG_LENGTH or not (word.isascii() and word.isalpha()):
            return False
        if _DRUG_ENDING.search(word):
            return self._encoder.pieces(word) >= 2
        return self._encoder.pieces(word) >= 4 and not _NOT_A_DRUG.search(word)


def without(text: str, mentions: Sequence[Mention]) -> str:
    """Return `text` without the words of `mentions`."""
    for mention in mentions:
        words = r"[\W_]+".join(map(re.escape, mention.words.split()))
        text = re.sub(rf"(?<!\w){words}(?!\w)", "", text, flags=re.IGNORECASE)
    return text


def leaves_out(text: str) -> bool:
    """Return whether `text` leaves out what it asks about: "better than xanax?", "i'm on nardil, can i"."""
    return bool(_LEAVES_OUT.match(text.removeprefix(ASSUMED).lower()))


def _asks_of_mixing(text: str) -> bool:
    """Return whether a text that names a medicine is about taking it too, not about comparing or treating."""
    return bool(_MIXES.search(text)) and not _COMPARES.search(text) and not _TREATS.search(text)


def share_met(weights: Mapping[str, float], *held: frozenset[str]) -> float:
    """Return which share of the words in `weights`, by weight, is in one of `held`; 1 when there are none."""
    whole = sum(weights.values())
    met = sum(weight for stem, weight in weights.items() if any(stem in stems for stems in held))
    return met / whole if whole else 1.0
