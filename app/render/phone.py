"""Telephone numbers that a thumb can press: on a phone, a number to call now should be one touch away."""

from __future__ import annotations

import re
from html import escape

_NUMBER = re.compile(
    r"(?<![\w.,/-])(?:\+?\d(?:[ -]?\d){8,14}|\d{2} \d{2} \d{2}|\d{3,4}|\d-\d-\d)(?![\w/%-]|[.,:]\d| ?[%°])"
)
"""A long number, a short number as emergency and crisis lines have, and what a contact line writes with hyphens."""


def with_phone_links(text: str) -> str:
    """Return `text` as escaped HTML in which each telephone number, where it first stands, is a link that calls it.

    For texts that hold no other numbers: emergency lines, contacts and the steps of an urgent answer.
    """
    parts: list[str] = []
    at, linked = 0, set[str]()
    for found in _NUMBER.finditer(text):
        digits = re.sub(r"[ -]", "", found.group())
        if digits in linked:
            continue
        linked.add(digits)
        parts += [escape(text[at : found.start()]), f'<a class="cv-call" href="tel:{digits}">{found.group()}</a>']
        at = found.end()
    return "".join([*parts, escape(text[at:])])
