"""The guard words of every language, found in a text by concept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

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

Found = dict[str, dict[str, int]]
"""By language, then concept: how many different phrases were found."""


def split(text: str) -> list[str]:
    """Return the folded words of a text in any script; marks inside words stay."""
    return [word for word in _SEPARATORS.split(fold(text)) if word][:MAX_WORDS]


class GuardWords:
    """Finds guard words of every language but English, which has rules of its own."""

    def __init__(self, words: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        self._phrases: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        self._unspaced: dict[str, list[tuple[str, str]]] = {}
        for concept, languages in words.items():
            for language, phrases in languages.items():
                if language != "en":
                    for phrase in phrases:
                        self._add(phrase, language, concept)

    def _add(self, phrase: str, language: str, concept: str) -> None:
        if _UNSPACED.search(phrase):
            self._unspaced.setdefault(fold(phrase).replace(" ", ""), []).append((language, concept))
            return
        words = tuple(split(phrase))
        if 0 < len(words) <= MAX_PHRASE:
            self._phrases.setdefault(words, []).append((language, concept))

    def find(self, text: str) -> Found:
        """Return the concepts that `text` names, by language."""
        found: dict[str, dict[str, set[str]]] = {}

        def note(key: str, entries: list[tuple[str, str]]) -> None:
            for language, concept in entries:
                found.setdefault(language, {}).setdefault(concept, set()).add(key)

        words = split(text)
        self._note_words(words, note)
        if len(plain := [word for word in words if word not in _INTENSIFIERS]) < len(words):
            self._note_words(plain, note)
        if _UNSPACED.search(text):
            run = fold(text).replace(" ", "")
            for phrase, entries in self._unspaced.items():
                if phrase in run:
                    note(phrase, entries)
        return {
            language: {concept: len(phrases) for concept, phrases in concepts.items()}
            for language, concepts in found.items()
        }

    def _note_words(self, words: Sequence[str], note: Callable[[str, list[tuple[str, str]]], None]) -> None:
        """Note the phrases that stand in `words`, and the stems of single words."""
        for at in range(len(words)):
            for length in range(1, min(MAX_PHRASE, len(words) - at) + 1):
                entries = self._phrases.get(tuple(words[at : at + length]))
                if entries:
                    note(" ".join(words[at : at + length]), entries)
            for stem in _stems(words[at]):
                entries = self._phrases.get((stem,))
                if entries:
                    note(stem, entries)
                    break


def _stems(word: str) -> Iterable[str]:
    """Yield shorter forms of an inflected word: endings off, Arabic particles off."""
    for length in range(len(word) - 1, max(MIN_STEM, len(word) - MAX_ENDING) - 1, -1):
        yield word[:length]
    for particle in _PROCLITICS:
        if word.startswith(particle) and len(word) - len(particle) >= 3:
            yield word[len(particle) :]
