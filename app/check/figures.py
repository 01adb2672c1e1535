"""Figures in a sentence: one that its evidence does not hold is not vouched for."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FIGURE = re.compile(
    r"(?<![\w.-])\d{1,3}(?:,\d{3})+(?![\w-])|(?<![\w.,-])\d+(?:\.\d+)?(?![\w-])(?:\s*(million|billion))?"
)
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
    rf"\b(?:{'|'.join(_WORDS)})\b(?![- ](?:hundred|thousand|million|one|two|five|state))", re.IGNORECASE
)
_NEAR = 0.06
"""How far apart two figures may be, as a share, to be the same one rounded."""
_SMALL = 3
"""Figures up to this one are counted in words as often as not, and are left aside."""


def figures_of(text: str) -> list[float]:
    """Return the figures that `text` states, as numbers; not telephone numbers or names."""
    plain = _PHONE.sub(" ", _NOT_A_FIGURE.sub(" ", text))
    found = []
    for match in _FIGURE.finditer(plain):
        value = (
            float(match.group(0).split()[0].replace(",", ""))
            if match.group(1)
            else float(match.group(0).replace(",", ""))
        )
        found.append(value * {"million": 1e6, "billion": 1e9}.get(match.group(1) or "", 1.0))
    found += [float(_WORDS[match.group(0).lower()]) for match in _IN_WORDS.finditer(plain)]
    return [value for value in found if value > _SMALL or value != int(value)]


def figures_held(sentence: str, evidence: Iterable[str]) -> bool:
    """Return whether each figure of `sentence` stands in `evidence`, rounded or not; True when it states none."""
    wanted = figures_of(sentence)
    if not wanted:
        return True
    held = [value for text in evidence for value in figures_of(text)]
    return all(
        any(abs(one - other) <= _NEAR * max(one, other) and _same_year(one, other) for other in held) for one in wanted
    )


def _same_year(one: float, other: float) -> bool:
    """Return whether the two are not different years: those may not be rounded."""
    first, last = 1900, 2100
    are_years = first <= one <= last and first <= other <= last
    return one == other or not are_years
