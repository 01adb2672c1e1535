"""Which language a question is in: its script, guard words, and py3langid among the languages we have notices in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from app.guard.words import Found

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_FUNCTION_WORDS = """
    the is are was were be been do does did can could should would will may might i you he she it they we my
    your his her their this that these those what which who how when where why and or but if with without for
    from about of to in on at not no dont doesnt have has had take much many safe legal there any some a an me
    whats im please get help than
"""
_ENGLISH = frozenset(_FUNCTION_WORDS.split())
_SCRIPTS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"[\u3040-\u30ff]"), ("ja",)),
    (re.compile(r"[\uac00-\ud7af]"), ("ko",)),
    (re.compile(r"[\u0e00-\u0e7f]"), ("th",)),
    (re.compile(r"[\u0900-\u097f]"), ("hi",)),
    (re.compile(r"[\u3400-\u9fff]"), ("zh",)),
    (re.compile(r"[\u0600-\u06ff]"), ("ar", "fa")),
    (re.compile(r"[\u0400-\u04ff]"), ("ru", "uk", "bg")),
    (re.compile(r"[\u0590-\u05ff]"), ("he",)),
    (re.compile(r"[\u0370-\u03ff]"), ("el",)),
    (re.compile(r"[\u0980-\u09ff]"), ("bn",)),
    (re.compile(r"[\u0b80-\u0bff]"), ("ta",)),
)
_LATIN_WORD = re.compile(r"[a-z]+")
MIN_LETTERS = 4
ENGLISH_SHARE = 0.3
"""A Latin text with this share of English function words is English."""
ENGLISH_WORDS = 0.8
SHORT_WORDS = 3
_OURS = {"no": "nb"}
"""What languages of the identifier are called here."""


def candidates(text: str, found: Found, english_words: float = 0.0) -> tuple[str, ...]:
    """Return the languages that `text` may be in, the likeliest first; always at least one.

    `english_words` is the share of its letters that stand in English words of the content.
    """
    letters = [c for c in text if c.isalpha()]
    if len(letters) < MIN_LETTERS:
        return ("en",)
    for pattern, languages in _SCRIPTS:
        if len(pattern.findall(text)) * 3 >= len(letters):
            return languages
    words = _LATIN_WORD.findall(text.lower().replace("'", ""))
    english = sum(word in _ENGLISH for word in words) / max(len(words), 1)
    ranked = sorted(found, key=lambda language: -sum(found[language].values()))
    if english >= ENGLISH_SHARE or english_words >= ENGLISH_WORDS:
        return ("en",)
    likely = [language for language in _identified(text) if language in found or language == "en"]
    if not likely and not ranked:
        return ("en",)
    return tuple(dict.fromkeys([*likely, *ranked[:3]]))


def detect(text: str, possible: Sequence[str], found: Found, supported: Iterable[str]) -> str:
    """Return the language of `text` among `supported`, given its candidates; English when nothing speaks against."""
    supported = set(supported)
    if possible[0] == "en":
        return "en"
    if len(possible) == 1:
        return possible[0] if possible[0] in supported else "en"
    words = _LATIN_WORD.findall(text.lower())
    if any(word in _ENGLISH - {"a", "me", "no", "on", "do", "the"} for word in words) and len(words) <= SHORT_WORDS:
        return "en"
    best = max(possible, key=lambda language: _weight(found, language) - 0.9 * possible.index(language))
    if not _weight(found, best) and text.isascii() and len(words) <= SHORT_WORDS + 1:
        return "en"  # "kratom plus prozac" is said in every language
    return best if best in supported else "en"


def _weight(found: Found, language: str) -> float:
    """Return how much speaks for `language`; the name of the plant speaks for none."""
    return float(sum(count for concept, count in found.get(language, {}).items() if concept != "kratom"))


def _identified(text: str) -> list[str]:
    ranked = _identifier().rank(text[:400])
    return [_OURS.get(language, language) for language, _score in ranked[:3]]


@cache
def _identifier() -> LanguageIdentifier:
    """Return py3langid's identifier for the Latin-script languages of the guard words."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    known = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=False)
    known.set_languages(
        [
            "en",
            "es",
            "pt",
            "fr",
            "de",
            "it",
            "nl",
            "pl",
            "tr",
            "vi",
            "id",
            "ms",
            "tl",
            "sv",
            "da",
            "no",
            "fi",
            "cs",
            "ro",
            "hu",
            "sw",
        ]
    )
    # Made anew of what is left: the identifier keeps the table of all 142 languages beside, which takes 28 MB.
    return LanguageIdentifier(
        known.nb_ptc, known.nb_pc, known.nb_classes, known.tk_nextmove, known.tk_output, tk_row=known.tk_row
    )
