"""Words that differ by their marks alone: "bạn" is you and "bán" is to sell; without marks both are typed "ban"."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

MARKED = frozenset({"vi"})
"""Languages whose marks make other words; in the others they are left out and added freely."""


def marks_of(word: str) -> str:
    """Return the letters and marks of a lower-case word, in an order that does not depend on where a mark stands."""
    return "".join(sorted(unicodedata.normalize("NFD", word)))


def is_bare(word: str) -> bool:
    """Return whether a lower-case word is typed without marks."""
    return word.isascii()


def may_be(typed: Sequence[str], listed: Sequence[str]) -> bool:
    """Return whether words as typed may be the `listed` ones: the same marks on each, or none typed on it."""
    return len(typed) == len(listed) and all(
        is_bare(one) or marks_of(one) == marks_of(other) for one, other in zip(typed, listed, strict=True)
    )
