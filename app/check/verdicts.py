"""The verdicts that a sentence of an article can have."""

from __future__ import annotations

from enum import StrEnum


class SentenceVerdict(StrEnum):
    """The verdicts on circulating claims, and the two that only a sentence of an article can have."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    UNPROVEN = "unproven"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"
    ADVICE_DECLINED = "advice-declined"
    BACKGROUND = "background"
    NO_CLAIM = "no-claim"
    NOT_COVERED = "not-covered"


UNJUDGED = frozenset({SentenceVerdict.NO_CLAIM, SentenceVerdict.NOT_COVERED})
"""What is said of a sentence that nothing reviewed bears on."""
