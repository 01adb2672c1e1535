"""Figures in a sentence: one that its evidence does not hold is not vouched for."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PERCENT = r"(?P<percent>\s*(?:%|percent\b|per cent\b|in (?:a|one) hundred\b))?"
_FIGURE = re.compile(
    r"(?P<number>(?<![\w.-])\d{1,3}(?:,\d{3})+(?![\w-])|(?<![\w.,-])\d+(?:\.\d+)?(?![\w-]))"
    rf"(?:\s*(?P<scale>million|billion))?{_PERCENT}"
)
_SCALES = {"million": 1e6, "billion": 1e9}
_NOT_A_FIGURE = re.compile(
    r"\b(?:cyp\w+|5-ht\w*|hiv-?\d|covid-?19|24/7|911|988|999|112|fifty|hepatitis \w)\b", re.IGNORECASE
)
_PHONE = re.compile(r"\b\d(?:[ -]?\d){6,}\b|\b\d-\d{3}-\d{3}-\d{4}\b")
_WORDS = {
    word: value
    for value, word in enumerate(
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
        10,
    )
} | {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_IN_WORDS = re.compile(
    rf"\b(?P<word>{'|'.join(_WORDS)})\b(?![- ](?:hundred|thousand|million|one|two|five|state)){_PERCENT}", re.IGNORECASE
)
_NEAR = 0.06
"""How far apart two figures may be, as a share, to be the same one rounded."""
_SMALL = 3
"""Figures up to this one are counted in words as often as not, and are left aside."""


def figures_of(text: str) -> list[tuple[float, bool]]:
    """Return the figures that `text` states and whether each is a percentage; not telephone numbers or names."""
    plain = _PHONE.sub(" ", _NOT_A_FIGURE.sub(" ", text))
    found = []
    for match in _FIGURE.finditer(plain):
        value = float(match["number"].replace(",", "")) * _SCALES.get(match["scale"] or "", 1.0)
        found.append((value, bool(match["percent"])))
    found += [(float(_WORDS[match["word"].lower()]), bool(match["percent"])) for match in _IN_WORDS.finditer(plain)]
    return [(value, percent) for value, percent in found if value > _SMALL or value != int(value)]


def figures_held(sentence: str, evidence: Iterable[str]) -> bool:
    """Return whether each figure of `sentence` stands in `evidence`, rounded or not; True when it states none.

    A percentage is no count: "forty of them" does not stand in "38% of them".
    """
    held = [figure for text in evidence for figure in figures_of(text)]
    return all(any(_same(wanted, one) for one in held) for wanted in figures_of(sentence))


def _same(wanted: tuple[float, bool], held: tuple[float, bool]) -> bool:
    """Return whether the two figures are one, rounded or not."""
    (one, is_percent), (other, other_is_percent) = wanted, held
    return is_percent is other_is_percent and abs(one - other) <= _NEAR * max(one, other) and _same_year(one, other)


def _same_year(one: float, other: float) -> bool:
    """Return whether the two are not different years: those may not be rounded."""
    first, last = 1900, 2100
    are_years = first <= one <= last and first <= other <= last
    return one == other or not are_years
