"""What the check finds of one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.check.judged import Match
from app.check.verdicts import SentenceVerdict


class Rule(StrEnum):
    """What settled a verdict."""

    NO_WORDS = "no-words"
    QUESTION = "question"
    FRAME = "frame"
    ADVICE = "advice"
    TOO_FAR = "too-far"
    DIVIDED = "divided"
    NEIGHBOURS = "neighbours"
    REPORTED = "reported"
    OVERCLAIMED = "overclaimed"
    DENIED = "denied"
    MINIMISED = "minimised"
    CARRIED_OVER = "carried-over"
    FIGURES = "figures"


@dataclass(frozen=True)
class Judgement:
    """A verdict, the rule that settled it and the judged sentences that carry it, best first."""

    verdict: SentenceVerdict
    rule: Rule
    matches: tuple[Match, ...] = ()
