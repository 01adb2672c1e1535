"""Mask what may not be shown in echoed text: amounts, schedules, sellers, prices and links."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from index.prohibited import ProhibitedKind, find_prohibited

_INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF])
_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])@\w{3,}|\b(?:https?|ftp):/*\S+|\bwww\.\S+|"
    r"(?<![\w@.])(?:[a-z0-9-]+\.)+(?:com|net|org|shop|store|biz|io|co|us|uk|ca|eu|de|info|online|example|site|club|"
    r"me|app|link|ly|"
    r"health|life|live|world|today|xyz|top)(?:/\S*)?(?![\w-])",
    re.IGNORECASE,
)
_CONTROL = {"Cc", "Cf", "Cs", "Co"}
_MASKS = {kind: f"[{kind.value} removed]" for kind in ProhibitedKind}
_MAX_PASSES = 8
_SEAM = 60
"""How many characters on each side of the gap between two sentences are read together."""


def normalised(text: str) -> str:
    """Return `text` in the form in which it is judged and shown: NFKC, without invisible and control characters."""
    clean = unicodedata.normalize("NFKC", text).translate(_INVISIBLE)
    return "".join(c for c in clean if c in "\n\t" or unicodedata.category(c) not in _CONTROL)


def masked(text: str) -> str:
    """Return `text`, normalised, with every amount, schedule, seller, price and link replaced by what it was.

    Masking is repeated until nothing is found: what is left of a mask may read as an amount together.
    """
    shown = normalised(text)
    for _ in range(_MAX_PASSES):
        spans = _spans(shown)
        if not spans:
            return shown
        for start, end, kind in reversed(spans):
            shown = f"{shown[:start]}{_MASKS[kind]}{shown[end:]}"
    return "[removed]"


def has_address(text: str) -> bool:
    """Return whether `text` names a web or mail address or an account on a platform."""
    return bool(_ADDRESS.search(text))


def torn(sentences: Sequence[str]) -> set[int]:
    """Return the places of neighbouring sentences across which an amount, schedule, price or seller can be read.

    A table puts "2-3" and "grams" into two cells: neither is an amount, both together are.
    """
    found: set[int] = set()
    for at, (first, second) in enumerate(pairwise(sentences)):
        head, tail = first[-_SEAM:], second[:_SEAM]
        for hit in find_prohibited(f"{head} {tail}"):
            if hit.start < len(head) and hit.end > len(head) + 1:
                found |= {at, at + 1}
    return found


def _spans(text: str) -> list[tuple[int, int, ProhibitedKind]]:
    """Return the spans to mask, in order, overlapping ones merged under the kind of the first."""
    found = [(hit.start, hit.end, hit.kind) for hit in find_prohibited(text, frozenset())]
    found += [(match.start(), match.end(), ProhibitedKind.LINK) for match in _ADDRESS.finditer(text)]
    merged: list[tuple[int, int, ProhibitedKind]] = []
    for start, end, kind in sorted(found, key=lambda span: (span[0], -span[1])):
        if merged and start < merged[-1][1]:
            first, last, first_kind = merged[-1]
            merged[-1] = (first, max(last, end), first_kind)
        else:
            merged.append((start, end, kind))
    return merged
