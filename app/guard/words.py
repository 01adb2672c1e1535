"""The guard words of every language, found in a text by concept."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from index.library import Library
from index.marks import MARKED, may_be
from index.vocabulary import fold

_SEPARATORS = re.compile(r"[\s!-/:-@\[-`{-~…“”«»¿¡、。，？！؟،।：；·「」『』（）]+")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PROCLITICS = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف")
_INTENSIFIERS = frozenset(
    [
        "muy",
        "mucho",
        "mucha",
        "tan",
        "muito",
        "muita",
        "tao",
        "bem",
        "tres",
        "trop",
        "tellement",
        "tout",
        "toute",
        "toutes",
        "tous",
        "sehr",
        "so",
        "ganz",
        "total",
        "richtig",
        "molto",
        "tanto",
        "tutto",
        "tutta",
        "tutte",
        "troppo",
        "heel",
        "erg",
        "zo",
        "helemaal",
        "bardzo",
        "strasznie",
        "calkiem",
        "cala",
        "caly",
        "очень",
        "так",
        "сильно",
        "совсем",
        "весь",
        "вся",
        "дуже",
        "cok",
        "sangat",
        "banget",
        "sekali",
        "rat",
        "qua",
        "mycket",
        "jattemycket",
        "veldig",
        "meget",
        "velmi",
        "foarte",
        "nagyon",
        "πολυ",
        "מאוד",
        "خیلی",
        "جدا",
        "كثيرا",
    ]
)
"""Words such as "very" between the parts of a phrase, in the form in which words are compared."""
MAX_PHRASE = 8
MIN_STEM = 5
MAX_ENDING = 4
MAX_WORDS = 4_000

_NONE: frozenset[str] = frozenset()

Found = dict[str, dict[str, int]]
"""By language, then concept: how many different phrases were found."""


def split(text: str) -> list[str]:
    """Return the folded words of a text in any script; marks inside words stay."""
    return [word for word in _SEPARATORS.split(fold(text)) if word][:MAX_WORDS]


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a phrase says in one language."""

    language: str
    concept: str
    listed: tuple[str, ...] = ()
    """Its words as they are listed, marks and all, where marks make other words."""


@cache
def _alone(language: str, concept: str) -> tuple[_Entry]:
    """Return what nearly every phrase of a concept says: one object for all of them, for there are very many."""
    return (_Entry(language, concept),)


def named_words(library: Library) -> dict[str, frozenset[str]]:
    """Return the folded words of each language that name a thing by themselves: "verstopping", constipation."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for language, known in library.glossary.items():
        for forms in known.things.values():
            named[language].update(fold(form) for form in forms)
    for term in library.terms.values():
        for language, forms in term.languages.items():
            named[language].update(fold(form) for form in forms)
    return {language: frozenset(forms) for language, forms in named.items()}


_Note = Callable[[str, Iterable[_Entry]], None]
"""Takes down a phrase that was met and what it is listed as."""


class GuardWords:
    """Finds guard words of every language but English, which has rules of its own."""

    def __init__(
        self,
        words: Mapping[str, Mapping[str, Iterable[str]]],
        named: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        """`words` by concept and language; `named` holds words that are no inflections of them."""
        self._phrases: dict[str, tuple[_Entry, ...]] = {}
        self._unspaced: dict[str, tuple[_Entry, ...]] = {}
        self._named = named or {}
        for concept, languages in words.items():
            for language, phrases in languages.items():
                if language != "en":
                    for phrase in phrases:
                        self._add(phrase, language, concept)

    def _add(self, phrase: str, language: str, concept: str) -> None:
        if _UNSPACED.search(phrase):
            run = fold(phrase).replace(" ", "")
            self._unspaced[run] = self._unspaced.get(run, ()) + _alone(language, concept)
            return
        words = split(phrase)
        if 0 < len(words) <= MAX_PHRASE:
            said = " ".join(words)
            marked = language in MARKED
            entries = (_Entry(language, concept, tuple(_as_typed(phrase))),) if marked else _alone(language, concept)
            self._phrases[said] = self._phrases[said] + entries if said in self._phrases else entries

    def find(self, text: str) -> Found:
        """Return the concepts that `text` names, by language."""
        found: dict[str, dict[str, set[str]]] = {}

        def note(key: str, entries: Iterable[_Entry]) -> None:
            for entry in entries:
                found.setdefault(entry.language, {}).setdefault(entry.concept, set()).add(key)

        words = split(text)
        typed = _as_typed(text)
        marked = typed if not text.isascii() and len(typed) == len(words) else []
        self._note_words(words, marked, note)
        kept = [at for at, word in enumerate(words) if word not in _INTENSIFIERS]
        if len(kept) < len(words):
            self._note_words([words[at] for at in kept], [marked[at] for at in kept if marked], note)
        if _UNSPACED.search(text):
            run = fold(text).replace(" ", "")
            for phrase, entries in self._unspaced.items():
                if phrase in run:
                    note(phrase, entries)
        return {
            language: {concept: len(phrases) for concept, phrases in concepts.items()}
            for language, concepts in found.items()
        }

    def _note_words(self, words: Sequence[str], marked: Sequence[str], note: _Note) -> None:
        """Note the phrases that stand in `words`, and the stems of single words; `marked` has them as typed, or none."""
        for at in range(len(words)):
            for length in range(1, min(MAX_PHRASE, len(words) - at) + 1):
                phrase = " ".join(words[at : at + length])
                entries = self._phrases.get(phrase)
                if entries:
                    here = marked[at : at + length]
                    note(phrase, [one for one in entries if not (here and one.listed) or may_be(here, one.listed)])
            for stem in _stems(words[at]):
                entries = self._phrases.get(stem)
                if entries:
                    note(stem, [one for one in entries if self._is_inflected(words[at], one)])
                    break

    def _is_inflected(self, word: str, entry: _Entry) -> bool:
        """Return whether `word` may be another form of an entry: not a name of its own, or in a language without forms."""
        return not entry.listed and word not in self._named.get(entry.language, _NONE)


def _as_typed(text: str) -> list[str]:
    """Return the words of a text as they are typed, in lower case, marks and all."""
    return [word for word in _SEPARATORS.split(text.lower()) if word][:MAX_WORDS]


def _stems(word: str) -> Iterable[str]:
    """Yield shorter forms of an inflected word: endings off, Arabic particles off."""
    for length in range(len(word) - 1, max(MIN_STEM, len(word) - MAX_ENDING) - 1, -1):
        yield word[:length]
    for particle in _PROCLITICS:
        if word.startswith(particle) and len(word) - len(particle) >= 3:
            yield word[len(particle) :]
