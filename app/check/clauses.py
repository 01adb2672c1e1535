"""The clauses of a sentence: one that is right and one that is wrong can stand side by side in it."""

from __future__ import annotations

import re

_MIN_WORDS = 4
_SUBJECT = (
    r"(?=(?:it|its|it's|they|this|that|you|you'll|your|we|there|kratom|the|no|nobody|he|she|nothing|every\w*|"
    r"all|none|users?|"
    r"people|most|many|some)\b)"
)
_SEAM = re.compile(
    rf";\s+|:\s+{_SUBJECT}|\s+[–—]\s+|,?\s+\b(?:and|but|so|because|yet|while|whereas|although|though|"
    rf"since)\b,?\s+{_SUBJECT}|"
    rf",\s+{_SUBJECT}|[?!.]\s+",
    re.IGNORECASE,
)


def clauses_of(sentence: str) -> list[str]:
    """Return the clauses of `sentence` that could stand alone; none when it is of one piece."""
    parts = [part.strip(" ,.!?") for part in _SEAM.split(sentence)]
    whole = [part for part in parts if len(part.split()) >= _MIN_WORDS]
    return whole if len(parts) > 1 else []
