"""Read a text whose letters were turned round: rotated, mirrored, reversed, upside down, or in pig Latin."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from app.guard.lexicon import Lexicon
from app.guard.lookalikes import upright

BETTER_BY = 0.3
"""A turned text is believed when so much more of it is known words than of the text as it stands."""
ROTATED_SHARE = 0.75
"""Share of known words from which a text that is rotated by another number than 13 is believed."""
MAX_ROTATED_CHARS = 200
"""Characters by which the number of a rotation is found."""
PIG_SHARE = 0.6
"""Share of words with the ending of pig Latin from which a text is read as that."""

_LOWER, _UPPER = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ATBASH = str.maketrans(_LOWER + _UPPER, _LOWER[::-1] + _UPPER[::-1])
_ROTATIONS = [
    str.maketrans(_LOWER + _UPPER, _LOWER[by:] + _LOWER[:by] + _UPPER[by:] + _UPPER[:by]) for by in range(1, 26)
]
_WORD = re.compile(r"[A-Za-z]+")
_PIG = re.compile(r"(?P<stem>[a-z]+?)(?:-?(?P<way>[wyh]?ay))", re.IGNORECASE)
_MAX_ONSET = 4


def turned_round(text: str, lexicon: Lexicon) -> str | None:
    """Return `text` turned back, in the way that reads as language while the text does not; None when none does."""
    own = lexicon.share(text)
    for candidate in _ways(text, lexicon):
        if candidate and lexicon.share(candidate) >= own + BETTER_BY and lexicon.reads_as_language(candidate):
            return candidate
    return _rotated(text, lexicon) if own + BETTER_BY < ROTATED_SHARE else None


def _ways(text: str, lexicon: Lexicon) -> Iterator[str | None]:
    yield codecs.encode(text, "rot13")
    yield text[::-1]
    yield " ".join(word[::-1] for word in text.split())
    yield text.translate(_ATBASH)
    yield upright(text)
    yield _from_pig_latin(text, lexicon)


def _rotated(text: str, lexicon: Lexicon) -> str | None:
    """Return an ASCII `text` of a few words rotated by the number that makes most of it known words."""
    start = text[:MAX_ROTATED_CHARS]
    if not start.isascii() or len(_WORD.findall(start)) < 3:
        return None
    shares = [lexicon.share(start.translate(table)) for table in _ROTATIONS]
    best = max(range(len(shares)), key=shares.__getitem__)
    return text.translate(_ROTATIONS[best]) if shares[best] >= ROTATED_SHARE else None


def _from_pig_latin(text: str, lexicon: Lexicon) -> str | None:
    words = _WORD.findall(text[:MAX_ROTATED_CHARS])
    if len(words) < 3 or sum(word.lower().endswith("ay") for word in words) < PIG_SHARE * len(words):
        return None
    return re.sub(r"[A-Za-z-]+", lambda match: _pig_word(match.group(), lexicon), text)


def _pig_word(word: str, lexicon: Lexicon) -> str:
    match = _PIG.fullmatch(word)
    if match is None:
        return word
    stem = word[:-2].replace("-", "").lower()
    readings = [stem[-onset:] + stem[:-onset] for onset in range(1, min(_MAX_ONSET, len(stem)) + 1)]
    readings += [stem[:-1]] if stem[-1:] in {"w", "y", "h"} else []
    known = [reading for reading in readings if lexicon.knows(reading)]
    in_content = [reading for reading in known if reading in lexicon.words]
    return next(iter(in_content or known), word)
