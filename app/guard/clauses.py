"""The parts of a longer message, so that a request or a cry for help among other sentences is judged on its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.answer.record import Reason
from app.guard.head import Head, harmless, to_decline
from index.encoder import Embedded
from index.question import ASSUMED

MIN_WORDS, MAX_WORDS = 3, 40
"""Words of a part that is judged."""
MAX_PARTS = 40
"""Parts of one message that are looked at, the first and the last ones."""
MAX_EMBEDDED = 2
"""Parts of one message that are embedded: the worst request, and the worst of the others, by their letters."""
DECLINE, DECLINE_SURELY = 0.75, 0.97
"""Share of probability from which a part is declined; the second when the whole or the part seems harmless (dev data)."""
WHOLE_ALLOWED = 0.85
"""A message that is allowed with this probability seems harmless, unless it is long."""
LONG_CHARS = 200
"""Of a longer message the whole says little about one part."""
CRISIS = 0.985
"""Share of probability from which a part tells of a crisis (dev data)."""
MIN_CRISIS_WORDS = 5

_SENTENCE = re.compile(r"(?<=[.!?;。？！؟])\s+|\n+")
_OPENS = (
    r"(?:what(?:'?s)?|which|where|when|who|how|can|could|should|would|will|do|does|did|is|are|tell|give|show|write|"
    r"list|name|print|recommend|suggest|explain|then|also|please|if)"
)
_BREAK = re.compile(
    rf"(?:,?\s+(?:and|but|or|so|then|also|plus|oh and)\s+(?:also\s+|then\s+|please\s+)?|,\s+)(?={_OPENS}\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"^(?:\W*(?:and|but|so|ok|well|also|then|now|first|oh|anyway|please|just|finally)\b)*\W*{_OPENS}\b|[?？؟]\W*$|"
    r"\b(?:want|like|need|love|curious|trying) to (?:know|hear|find|see|learn|get)\b|\bwonder\w*\b|\blooking for\b|"
    r"\b(?:should|can|could|may|do|how (?:much|many|often)) (?:i|we|he|she|they|people|you)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Part:
    """A message or one part of it, with the head's scores for it."""

    text: str
    scores: dict[str, float]


def parts_of(text: str) -> list[str]:
    """Return the sentences of `text`, those that ask several things in clauses; empty when it is one part."""
    parts: list[str] = []
    for sentence in _SENTENCE.split(text):
        clauses = [clause.strip() for clause in _BREAK.split(sentence)]
        parts += [sentence] if any(len(clause.split()) < MIN_WORDS for clause in clauses) else clauses
    if len(parts) > MAX_PARTS:
        parts = parts[: MAX_PARTS // 2] + parts[-MAX_PARTS // 2 :]
    judged = [part for part in parts if MIN_WORDS <= len(part.split()) <= MAX_WORDS]
    return judged if len(parts) > 1 else []


def joins_requests(text: str) -> bool:
    """Return whether `text` goes on to ask something else within a sentence: "is it legal and how much"."""
    return bool(_BREAK.search(text))


def worst_parts(parts: Sequence[str], head: Head, embed: Callable[[str], Embedded]) -> list[Part]:
    """Return those of `parts` that look worst by their letters, scored with their vectors."""
    letters = {part: head.scores_by_letters(part) for part in parts}
    asking = sorted(filter(asks, letters), key=lambda part: -to_decline(letters[part]))
    telling = sorted(letters, key=lambda part: harmless(letters[part]))
    worst = list(dict.fromkeys([*asking[:1], *telling]))[:MAX_EMBEDDED]
    return [Part(part, head.scores(part, embed(part))) for part in worst]


def asks(part: str) -> bool:
    """Return whether a part of a message asks for something, rather than tells."""
    return bool(_ASKS.search(part.removeprefix(ASSUMED)))


def declined_part(parts: Sequence[Part], message: Part, is_harmless: Callable[[str], bool]) -> Part | None:
    """Return the part of `message` that asks for something that is declined, or None."""
    calm = harmless(message.scores) >= WHOLE_ALLOWED and len(message.text) <= LONG_CHARS
    for part in parts:
        least = DECLINE_SURELY if calm or is_harmless(part.text) else DECLINE
        if asks(part.text) and to_decline(part.scores) >= least:
            return part
    return None


def crisis_in(parts: Sequence[Part], is_general: Callable[[str], bool]) -> tuple[Part, Reason] | None:
    """Return the part that tells of a crisis, with which, or None."""
    for part in parts:
        for reason in (Reason.SELF_HARM, Reason.EMERGENCY):
            told = part.scores.get(reason.value, 0.0) >= CRISIS and len(part.text.split()) >= MIN_CRISIS_WORDS
            if told and not is_general(part.text):
                return part, reason
    return None
