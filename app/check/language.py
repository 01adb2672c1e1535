"""Whether a text is in English: the only language that the check reads."""

from __future__ import annotations

import re

MIN_WORDS = 6
_FUNCTION_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "to",
        "in",
        "is",
        "are",
        "was",
        "were",
        "it",
        "this",
        "that",
        "for",
        "with",
        "on",
        "not",
        "no",
        "from",
        "by",
        "as",
        "be",
        "have",
        "has",
        "can",
        "may",
        "will",
        "you",
        "your",
        "they",
        "their",
        "which",
        "who",
        "what",
        "at",
        "but",
        "if",
        "than",
        "more",
        "most",
        "some",
        "many",
        "i",
        "we",
        "our",
        "do",
        "does",
        "its",
    ]
)
_WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Return whether `text` reads as English; a text of a few words is taken to be."""
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < MIN_WORDS:
        return not words or sum(word.isascii() for word in words) >= len(words) / 2
    if sum(word in _FUNCTION_WORDS for word in words) >= len(words) * 0.15:
        return True
    import py3langid  # noqa: PLC0415 - loads a model

    language: str = py3langid.classify(text[:4000])[0]
    return language == "en"
