"""Read look-alike characters: letters of another script, small capitals and turned letters in the place of others."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from confusable_homoglyphs import confusables

from app.guard.lexicon import Lexicon

_TOKEN = re.compile(r"\S+")
_SHAPES = str.maketrans(
    {
        "η": "n", "τ": "t", "χ": "x", "ω": "w", "μ": "u", "π": "n", "σ": "o", "ε": "e", "ρ": "p", "υ": "u", "β": "b",
        "κ": "k", "ι": "i", "ν": "v", "γ": "y", "θ": "o", "н": "h", "т": "t", "м": "m", "к": "k", "в": "b", "п": "n",
        "и": "u", "я": "r", "з": "e", "ь": "b", "г": "r", "ш": "w", "щ": "w", "ч": "y", "ё": "e", "є": "e", "ї": "i",
        "і": "i", "ɔ": "c", "ƃ": "g", "ɟ": "f", "ɓ": "b",
    }
)  # fmt: skip
"""Letters that resemble a Latin one by their shape, beyond the data of UTS 39."""
_NATIVE: dict[str, dict[int, int]] = {
    "CYRILLIC": str.maketrans("aeopcxykmtbhiu03", "аеорсхукмтвнііоз"),
    "GREEK": str.maketrans("aeoptkivnuxy0", "αεορτκινηυχγο"),
}
"""What Latin letters and digits stand for in words of a script."""
_UPRIGHT = str.maketrans("nupdbqı", "undpqbi")
MIN_TURNED = 2
"""Turned letters that a text needs to be read upside down."""


@cache
def _latin_lookalikes() -> dict[int, str]:
    """Return the Latin letter that each non-ASCII character can be mistaken for (UTS 39 data)."""
    table: dict[int, str] = {}
    for char, twins in confusables.confusables_data.items():
        if len(char) == 1 and not char.isascii():
            letter = next((t["c"] for t in twins if len(t["c"]) == 1 and t["c"].isascii() and t["c"].isalnum()), None)
            if letter:
                table[ord(char)] = letter
    for code in (*range(0x250, 0x2B0), *range(0x1D00, 0x1D30), *range(0xA720, 0xA800)):
        table |= _named(code, "LATIN LETTER SMALL CAPITAL")
    return table


@cache
def _turned_letters() -> dict[int, str]:
    """Return the letter that each turned Latin letter is."""
    table: dict[int, str] = {ord("ɔ"): "c", ord("ƃ"): "g", ord("ɟ"): "f"}
    for code in (*range(0x180, 0x2B0), *range(0x1D00, 0x1D80)):
        table |= _named(code, "LATIN SMALL LETTER TURNED")
    return table


def _named(code: int, kind: str) -> dict[int, str]:
    head, _, letter = unicodedata.name(chr(code), "").rpartition(" ")
    return {code: letter.lower()} if head == kind and len(letter) == 1 else {}


def _is_latin(c: str) -> bool:
    return c.isascii() or "LATIN" in unicodedata.name(c, "")


def without_lookalikes(text: str, lexicon: Lexicon) -> str:
    """Return `text` with look-alikes as Latin letters, in words of mixed scripts only, so that real Russian stays.

    A word written wholly in look-alikes is read too when the text is mostly Latin and the result is a known word.
    """
    table = _latin_lookalikes()
    letters = [c for c in text if c.isalpha()]
    mostly_latin = sum(_is_latin(c) for c in letters) * 2 >= len(letters)

    def read(match: re.Match[str]) -> str:
        token = match.group()
        if token.isascii():
            return token
        own = [_is_latin(c) for c in token if c.isalpha()]
        mixed = any(own) and not all(own)
        swapped, known = _best(token, table, lexicon)
        return swapped if mixed or (known and (mostly_latin or all(own))) else token

    read_once = _TOKEN.sub(read, text)
    if not mostly_latin and read_once == text:
        whole = text.translate(table)
        if lexicon.reads_as_language(whole) and whole.isascii():
            return whole
    return read_once


def _best(token: str, table: dict[int, str], lexicon: Lexicon) -> tuple[str, bool]:
    """Return the first reading of `token` that is a known word, and True; else the plainest reading and False."""
    swapped = token.translate(table)
    readings = (
        swapped,
        token.translate(_turned_letters()),
        swapped.lower().translate(_SHAPES),
        token.lower().translate(_SHAPES).translate(table),
    )
    for reading in readings:
        if "".join(c for c in reading.lower() if c.isalnum()) in lexicon.words:
            return reading, True
    return next((reading for reading in readings if reading.isascii()), swapped), False


def in_native_letters(text: str, lexicon: Lexicon) -> str:
    """Return a Cyrillic or Greek `text` with the Latin letters and digits inside its words as its own letters."""
    letters = [c for c in text if c.isalpha()]
    script = next((one for one in _NATIVE if sum(_is_of(one, c) for c in letters) * 2 > len(letters)), None)
    return _TOKEN.sub(lambda match: _as_native(match.group(), script, lexicon), text) if script else text


def _is_of(script: str, c: str) -> bool:
    return unicodedata.name(c, "").startswith(script)


def _as_native(token: str, script: str, lexicon: Lexicon) -> str:
    own = any(_is_of(script, c) for c in token)
    if not own or not any(c.isascii() and c.isalnum() for c in token):
        return token
    swapped = token.lower().translate(_NATIVE[script])
    if any(c.isascii() and c.isalnum() for c in swapped):
        read, known = _best(token, _latin_lookalikes(), lexicon)
        return read if known else token
    return swapped


def upright(text: str) -> str | None:
    """Return a `text` that was turned upside down, letter by letter and as a whole; None without turned letters."""
    turned = _turned_letters()
    if sum(ord(c) in turned for c in text) < MIN_TURNED:
        return None
    return "".join(turned.get(ord(c)) or c.translate(_UPRIGHT) for c in reversed(text))
