"""Read disguised letters: digits for letters, masked, spaced and run-together words."""

from __future__ import annotations

import re
from itertools import product

from app.guard.lexicon import Lexicon

_LEET: dict[str, str] = {
    "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g", "2": "z", "6": "g",
    "@": "a", "$": "s", "!": "i", "|": "li", "+": "t", "(": "c", "€": "e", "£": "l", "¡": "i", "^": "a",
}  # fmt: skip
MAX_LEET_READINGS = 16
_LEET_TOKEN = re.compile(r"[a-z0-9@$!|+(€£¡^]{2,20}")
_SUM = re.compile(r"[$€£]\d[\d.,]*k?")
"""A sum of money: no word in disguise."""
_MASKED = re.compile(r"(?<![a-z])[a-z][a-z]*(?:[*#_•·.~-]{1,2}[a-z]+)+(?![a-z])")
_SPACED = re.compile(r"(?<![^\W_])[^\W_](?:[ .\-_*,|/+~·•]{1,2}[^\W_])+(?![^\W_])")
_JOINED = re.compile(r"(?<![^\W_])[a-z]{9,60}(?![^\W_])")
_REPEATED = re.compile(r"([a-z])\1{2,}")
_WORD = re.compile(r"[a-z]{3,14}")
_LETTERS = re.compile(r"[a-z]+")
MIN_PIECES, MAX_PIECES, MAX_PIECE_CHARS, MAX_REGROUPED = 4, 60, 4, 200
"""How many pieces a text in cut-up words has, the longest piece on average, and the characters that are put together."""


def without_leet(text: str, lexicon: Lexicon) -> str:
    """Return lower-case `text` with digits and signs read as letters wherever that makes a known word."""

    def read(match: re.Match[str]) -> str:
        token = match.group()
        if not any(c in _LEET for c in token) or token in lexicon.words or token.isdigit() or _SUM.fullmatch(token):
            return token
        if not any(c.isalpha() for c in token) and len(token) < 3:
            return token
        options = [_LEET.get(c, c) for c in token.rstrip("!")]
        for count, reading in enumerate(product(*options)):
            if count >= MAX_LEET_READINGS:
                break
            word = "".join(reading)
            if word in lexicon.words and (len(word) > 2 or word in ("is", "it", "to", "do", "me", "my")):
                return word
        return token

    return _LEET_TOKEN.sub(read, text)


def without_masks(text: str, lexicon: Lexicon) -> str:
    """Return lower-case `text` with masked ("d*se") and dotted ("k.r.a.t.o.m") words read."""

    def read(match: re.Match[str]) -> str:
        token = match.group()
        letters = re.sub(r"[^a-z]", "", token)
        masked = lexicon.unmasked(token) if re.search(r"[*#_•·]", token) else None
        if masked:
            return masked
        if letters in lexicon.words and not re.fullmatch(r"[a-z]{2,}(?:[.-][a-z]{2,})+", token):
            return letters
        return token

    return _MASKED.sub(read, text)


def joined_letters(text: str, lexicon: Lexicon) -> str:
    """Return lower-case `text` with spaced-out letters ("h o w") joined and divided into known words."""

    def read(match: re.Match[str]) -> str:
        run = match.group()
        if sum(c.isalnum() for c in run) < 4:
            return run
        words = [re.sub(r"[^\w]|_", "", part) for part in re.split(r" {2,}", run)]
        return " ".join(lexicon.segmented(word) or word for word in words if word)

    return _SPACED.sub(read, text)


def regrouped(text: str, lexicon: Lexicon) -> str:
    """Return lower-case `text` whose words were cut up ("ho w mu ch") put together again and divided into known words."""
    pieces = _LETTERS.findall(text)
    if not MIN_PIECES <= len(pieces) <= MAX_PIECES:
        return text
    letters = "".join(pieces)
    if len(letters) > MAX_PIECE_CHARS * len(pieces) or len(letters) > MAX_REGROUPED:
        return text
    unknown = sum(piece not in lexicon.words for piece in pieces)
    if unknown * 3 < len(pieces):
        return text
    words = lexicon.segmented(letters)
    return words if words and len(words.split()) < len(pieces) else text


def divided(text: str, lexicon: Lexicon) -> str:
    """Return lower-case `text` with words that were run together ("howmuchshouldi") divided."""

    def read(match: re.Match[str]) -> str:
        run = match.group()
        return run if run in lexicon.words else lexicon.segmented(run) or run

    return _JOINED.sub(read, text)


def spelled(text: str, lexicon: Lexicon, *, foreign: bool = False) -> str:
    """Return lower-case `text`, perhaps `foreign`, with drawn-out letters shortened and misspelt key words corrected."""
    short = _REPEATED.sub(r"\1", text)
    return _WORD.sub(lambda match: lexicon.corrected(match.group(), foreign=foreign), short)
