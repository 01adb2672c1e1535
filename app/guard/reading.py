"""Read a text: its normal form, its language, the guard words in it and the things it names."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.guard import foreign
from app.guard.language import ENGLISH_WORDS, candidates, detect
from app.guard.lexicon import Lexicon
from app.guard.text import normal
from app.guard.words import Found, GuardWords, named_words
from index.glossary import Glossary
from index.library import Library
from index.model import Relation
from index.vocabulary import Mention, Vocabulary

MIN_ENGLISH = 0.5
"""Share of letters in English words from which a follow-up without foreign words is English."""
GARBLED, LEGIBLE = 0.3, 0.8
"""Share of letters in English words below which a text is no English, and of those of its clearest view that make it that."""
MAX_TOLD_CHARS = 200
"""Longest text whose language its single words are asked for."""


@dataclass(frozen=True)
class Reading:
    """One window of one view: its text, its normal form, the guard words in it and the things it names."""

    view: str
    text: str
    normal: str
    found: Found
    languages: tuple[str, ...]
    mentions: tuple[Mention, ...]
    told: str | None = None
    """The language that the words of the glossary tell, when they tell one."""


class Reader:
    """Reads texts with the words of one library. Safe to share between threads."""

    def __init__(self, library: Library, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
        """`library` holds the guard words and the glossary; `lexicon` tells English words."""
        self._vocabulary = vocabulary
        self._lexicon = lexicon
        self._words = GuardWords(library.words, named_words(library))
        self._supported = frozenset(library.notices)
        self.glossary = Glossary(library)

    def legible(self, readings: Sequence[Reading], clear: str) -> Sequence[Reading]:
        """Return the readings in which words mean something: not a text as typed that is read another way, "od woh"."""
        if self._lexicon.share(clear) < LEGIBLE:
            return readings
        return [one for one in readings if one.text in clear or self._lexicon.english(one.text) >= GARBLED]

    def language(self, spoken: Reading, evidence: Reading) -> str:
        """Return the language to answer in, of those that there are notices in; `evidence` tells it where it is open."""
        if spoken.told in self._supported:
            return str(spoken.told)
        return detect(evidence.text, spoken.languages, evidence.found, self._supported)

    def read(self, view: str, window: str) -> Reading:
        """Return the reading of `window`, which stands in the view named `view`."""
        found = self._words.find(window)
        english = self._lexicon.english(window)
        languages = candidates(window, found, english)
        told = self._told(window, languages, english)
        if told:
            languages = tuple(dict.fromkeys((told, *languages)))
        said = normal(window)
        mentions = tuple(self._vocabulary.mentions(said))
        return Reading(view, window, said, found, languages, mentions, told)

    def is_foreign(self, text: str) -> bool:
        """Return whether the words of a short text as it is typed tell that it is in another language."""
        english = self._lexicon.english(text)
        if english >= ENGLISH_WORDS:
            return False
        return self._told(text, candidates(text, self._words.find(text), english), english) not in {None, "en"}

    def _told(self, window: str, languages: tuple[str, ...], english: float) -> str | None:
        """Return the language that the words of a short text tell, where its script does not."""
        is_open = len(languages) > 1 or languages[0] == "en"
        if not is_open or len(window) > MAX_TOLD_CHARS or english >= ENGLISH_WORDS:
            return None
        return self.glossary.language_of(window, english)

    def is_understood(self, clear: Reading, besides: frozenset[str]) -> bool:
        """Return whether the words of another language make up a question that is answered.

        Not when guard words tell of danger, or when any of `besides` is named or asked.
        """
        language = clear.languages[0]
        if language == "en" or not foreign.is_calm(clear.found, clear.languages):
            return False
        mentions = self._vocabulary.mentions(clear.text)
        return any(
            self.glossary.in_english(one, mentions) and besides.isdisjoint({*one.things, *one.relations})
            for one in self.glossary.read(clear.text, (language,))
        )

    def asks_why_not_told(self, clear: Reading) -> bool:
        """Return whether a question in another language is why something is not told here: "why no doses?"."""
        if clear.languages[0] == "en":
            return False
        read = next(iter(self.glossary.read(clear.text, clear.languages[:1])), None)
        return read is not None and {Relation.WHY, Relation.NOT_TOLD} <= read.relations

    def read_said(self, said: str, told: str) -> Reading:
        """Return a follow-up read in its own language, or in that of the conversation when it is too short to tell."""
        own = self.read("said", said)
        if own.languages != ("en",) or self._lexicon.english(said) >= MIN_ENGLISH:
            return own
        context = self.read("told", told)
        return replace(own, languages=context.languages, told=context.told)


def has_words(text: str) -> bool:
    """Return whether a text holds a letter, a figure or a picture, and not only stops and blanks."""
    return any(char.isalnum() or unicodedata.category(char) == "So" for char in text)


def speaks_another(reading: Reading) -> bool:
    """Return whether a text holds guard words of another language, the name of the plant aside."""
    return any(concept != "kratom" for concepts in reading.found.values() for concept in concepts)
