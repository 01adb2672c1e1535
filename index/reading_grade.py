"""The reading grade of a text.

Flesch-Kincaid grade level: Kincaid JP et al., "Derivation of new readability formulas for Navy enlisted
personnel", 1975: 0.39 words per sentence + 11.8 syllables per word - 15.59.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")


def reading_grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of `text` (US school years); 0 for a text without words."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    syllables = sum(_syllables(word.lower()) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


@cache
def _hyphenator() -> Any:
    import pyphen  # noqa: PLC0415

    return pyphen.Pyphen(lang="en_US")


@cache
def _syllables(word: str) -> int:
    return sum(len(_hyphenator().positions(part)) + 1 for part in re.split(r"['\u2019-]", word) if part)
