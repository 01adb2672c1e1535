"""Crisis first: emergencies and self-harm, found with high recall before anything else is considered."""

from __future__ import annotations

import re

from app.answer.record import Reason

_PERSON = r"(?:i|i'm|im|me|my|he|she|they|him|her|them|someone|somebody|friend|buddy|mate|husband|wife|partner|boyfriend|girlfriend|son|daughter|kid|child|toddler|baby|mom|mum|dad|brother|sister|roommate|guy|dog|cat|puppy)"
_SELF_HARM = re.compile(
    r"\b(?:kill(?:ing)? my ?self|end(?:ing)? (?:my|it) (?:life|all)|suicid\w*|want to die|wanna die|don'?t want to (?:live|be here|wake up)|"
    r"better off dead|no reason to live|hurt(?:ing)? my ?self|harm(?:ing)? my ?self|cut(?:ting)? my ?self|take my own life|"
    r"on purpose|overdose myself)\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(
    r"\b(?:not breathing|stopped breathing|isn'?t breathing|barely breathing|breath\w* (?:is |are |really |very |so )*(?:slow\w*|shallow|weird|stopp\w*)|"
    r"can'?t breathe|cant breathe|trouble breathing|struggling to breathe|gasping|gurgling|turn(?:ing|ed) blue|blue lips|lips are blue|"
    r"unconscious|unresponsive|won'?t wake|wont wake|can'?t wake|cant wake|not waking|passed out|collapsed|not responding|"
    r"having a seizure|seizing|had a seizure|convulsing|fitting|foaming|chest pain|heart attack|"
    r"(?:is|are|was|am|i'?m) overdosing|(?:has|have|he|she|they|just|think i|i) (?:just )?(?:overdosed|od'?d|od)|took too (?:much|many))\b",
    re.IGNORECASE,
)
_INGESTED = re.compile(r"\b(?:swallowed|ate|eaten|got into|drank|ingested|chewed)\b", re.IGNORECASE)
_VULNERABLE = re.compile(
    r"\b(?:toddler|baby|infant|(?:my|the|our|a|\d+ ?(?:year|yr|month)s?[ -]old) (?:kid|child|son|daughter|boy|girl|dog|cat|puppy|kitten|niece|nephew|grandson|granddaughter)|"
    r"\d+ ?(?:yo|y/o|year old|yr old|month old)|puppy|kitten)\b",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"\b(?:what (?:are|is|does)|signs of|symptoms of|can (?:you|kratom|someone|a person|people|it)|does kratom|is it possible|history of|"
    r"article|news|statistics|how many people|study|studies|movie|song|definition)\b",
    re.IGNORECASE,
)
_NAMED_PERSON = re.compile(rf"\b{_PERSON}\b", re.IGNORECASE)


def crisis(text: str) -> tuple[Reason, str] | None:
    """Return the crisis that `text` tells of and the rule that saw it, or nothing."""
    if _SELF_HARM.search(text):
        return Reason.SELF_HARM, "crisis.self-harm"
    if _SIGNS.search(text) and _NAMED_PERSON.search(text) and not _GENERAL.match(text.strip()):
        return Reason.EMERGENCY, "crisis.signs"
    if _INGESTED.search(text) and _VULNERABLE.search(text):
        return Reason.EMERGENCY, "crisis.child-or-pet"
    return None
