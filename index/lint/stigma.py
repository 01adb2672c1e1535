"""Words that stigmatise people who use substances, and what to write instead.

Source: National Institute on Drug Abuse, "Words Matter: Preferred Language for Talking About Addiction",
https://nida.nih.gov/research-topics/addiction-science/words-matter-preferred-language-talking-about-addiction
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BETTER = {
    r"addicts?": "person with a substance use disorder",
    r"(?:drug |substance |kratom )?abusers?": "person who uses kratom",
    r"junkies?": "person who uses drugs",
    r"drug users?": "person who uses drugs",
    r"(?:(?:kratom|daily|regular|heavy|long-term|traditional|current|former) )?users?": "person who uses kratom",
    r"(?:got|getting|get|stay|staying|being) clean": "in recovery, not using",
    r"substance abuse(?! (?:and|treatment|policy))": "substance use",
    r"drug habit": "substance use disorder",
}
_PATTERNS = [(re.compile(rf"\b{pattern}\b", re.IGNORECASE), better) for pattern, better in _BETTER.items()]


def stigmatising(text: str) -> Iterator[tuple[str, str]]:
    """Yield each stigmatising word in `text` with a better wording."""
    for pattern, better in _PATTERNS:
        for match in pattern.finditer(text):
            yield match.group(), better
