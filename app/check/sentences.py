"""Split an article into sentences."""

from __future__ import annotations

import re

MAX_SENTENCE_CHARS = 600
"""A longer sentence is judged and shown in pieces, cut at clauses or words."""

_CUT = re.compile(r"(?<=[;:,])\s+|\s+-\s+|\s+[–—]\s+")
_AFTER_INITIALS = re.compile(r"(?<=\b[A-Z]{3}\.)\s+(?=(?:[A-Z][a-z']+|I|A)\b)")
"""Where a sentence ends in initials such as FDA, which the library takes for an abbreviation within one."""


def sentences_of(text: str) -> list[str]:
    """Return the sentences of `text` in order, spaces collapsed; each line is a block of its own."""
    from nupunkt import sent_tokenize  # noqa: PLC0415 - only a check pays for loading its model

    found: list[str] = []
    for line in text.split("\n"):
        block = " ".join(line.split())
        if block:
            for sentence in sent_tokenize(block):
                for part in _AFTER_INITIALS.split(str(sentence)):
                    found += _pieces(part.strip())
    return [sentence for sentence in found if sentence]


def _pieces(sentence: str) -> list[str]:
    if len(sentence) <= MAX_SENTENCE_CHARS:
        return [sentence]
    pieces: list[str] = []
    rest = ""
    for part in _CUT.split(sentence):
        for word in _words(part):
            if rest and len(rest) + len(word) + 1 > MAX_SENTENCE_CHARS:
                pieces.append(rest)
                rest = ""
            rest = f"{rest} {word}".strip()
    return [*pieces, rest] if rest else pieces


def _words(part: str) -> list[str]:
    """Return the words of `part`; one longer than a piece is cut too."""
    return [
        word[at : at + MAX_SENTENCE_CHARS] for word in part.split() for at in range(0, len(word), MAX_SENTENCE_CHARS)
    ]
