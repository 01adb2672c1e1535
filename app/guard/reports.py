"""Turns that say that what was asked in general is happening: "too late, he got the bag", "yes, all of them, now"."""

from __future__ import annotations

import re

from app.guard.rules.people import DEPRESSANT, PET, VULNERABLE

MAX_WORDS = 14

_DONE = re.compile(
    r"^(?:\W*(?:well|ok|okay|oh|um|uh|yes|yeah|no|oops|but|and|so|because|bc)\b)*\W*(?:(?:its |it is )?too late\b|already (?:did|done|"
    r"happened|had|ate|took|drank|mixed)\b|(?:he|she|they|it|we|i)(?:ve| have| has|s)? (?:just|already) (?:did|done|ate|eaten|took|taken|"
    r"had|drank|swallowed|mixed)\b|(?:he|she|they|it) (?:got (?:into |hold of )?(?:the|my|a|some|it|into)|ate (?:it|some|the|a|them|two|"
    r"three|\d)|swallowed|licked|drank (?:it|some|the|a)|chewed))",
    re.IGNORECASE,
)
_HAS_THEM = re.compile(
    r"\b(?:right now|happening (?:now|to (?:me|him|her|us))|(?:he|she|they|i)(?:s|ve|'s|'ve| has| have|'m| am|m| is)? (?:got |having |have |"
    r"showing )?(?:all of (?:them|those|that)|every one of (?:them|those)|those|exactly that|all that|these))\b",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\b(?:those|that|them|all|both|these|yes|yeah|exactly|same)\b", re.IGNORECASE)
_SIGNS_ASKED = re.compile(
    r"\b(?:signs?|symptoms?|look like|recogni[sz]e|tell if)\b.{0,60}\b(?:overdos\w*|od|poison\w*|seizure|stroke|heart attack|"
    r"serotonin syndrome|respiratory depression)\b|\b(?:overdos\w*|poison\w*|stroke|heart attack)\b.{0,30}\b(?:signs?|symptoms?|look like)\b",
    re.IGNORECASE,
)
_MAY_NOT = re.compile(rf"\b{VULNERABLE}s?\b", re.IGNORECASE)
_PET = re.compile(rf"\b{PET}s?\b", re.IGNORECASE)
_WITH = re.compile(rf"\b{DEPRESSANT}\b", re.IGNORECASE)


def as_report(text: str, referent: str) -> str | None:
    """Return the event that `text` tells of after the general question `referent`, or None."""
    if len(text.split()) > MAX_WORDS:
        return None
    if _HAS_THEM.search(text) and _POINTS.search(text) and _SIGNS_ASKED.search(referent):
        return "help, i think this is an overdose right now"
    if not _DONE.search(text):
        return None
    if _MAY_NOT.search(referent):
        return f"my {'dog' if _PET.search(referent) else 'child'} just ate kratom"
    taken = _WITH.search(referent)
    return f"i just mixed kratom and {taken.group()} without thinking" if taken else None
