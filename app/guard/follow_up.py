"""What the head's scores say of an elliptical turn: of its words alone, and together with what they refer to."""

from __future__ import annotations

from app.answer.record import Reason
from app.guard.head import harmless, to_decline

CRISIS_ALONE, CRISIS_TOLD = 0.7, 0.5
"""Share of probability from which a turn tells of a crisis: by its own words, and with those before (dev data)."""
DECLINE, DECLINE_SURELY = 0.7, 0.97
"""Share of probability from which the own words of a turn are declined (dev data)."""
DECLINE_TOLD, DECLINE_SURELY_TOLD = 0.3, 0.05
"""Share that each needs together with what the turn refers to: "which others" is harmless after "is it an opioid"."""
DECLINE_FOREIGN = 0.45
"""`DECLINE` for a turn in another language that is likelier to be declined than to be allowed."""
CLEAN, CLEAN_TOPIC = 0.1, 0.3
"""Share of probability below which a question asks for nothing to decline; the second when it names a risk or law."""
OFF_TOPIC = 0.75
"""Probability from which a turn that points back at nothing is about something else (dev data)."""


def crisis(alone: dict[str, float], told: dict[str, float]) -> Reason | None:
    """Return the crisis that a turn tells of by its own words and with those before it, or None."""
    if _crisis(alone) < CRISIS_ALONE or _crisis(told) < CRISIS_TOLD:
        return None
    return max((Reason.SELF_HARM, Reason.EMERGENCY), key=lambda reason: alone.get(reason.value, 0.0))


def declines(alone: dict[str, float], told: dict[str, float], *, foreign: bool) -> bool:
    """Return whether the own words of a turn ask for something that is declined, also after what it refers to."""
    asked = to_decline(alone)
    if foreign and asked >= DECLINE_FOREIGN and asked > harmless(alone):
        return True
    together = to_decline(told)
    return (asked >= DECLINE_SURELY and together >= DECLINE_SURELY_TOLD) or (
        asked >= DECLINE and together >= DECLINE_TOLD
    )


def is_clean(alone: dict[str, float], *, topical: bool) -> bool:
    """Return whether a turn that is a question of its own asks for nothing that is declined."""
    return to_decline(alone) < (CLEAN_TOPIC if topical else CLEAN)


def is_elsewhere(alone: dict[str, float], *, strange: bool, points_back: bool) -> bool:
    """Return whether a turn that leads on by its words is about something else."""
    return strange and not points_back and alone.get(Reason.OFF_TOPIC.value, 0.0) >= OFF_TOPIC


def _crisis(scores: dict[str, float]) -> float:
    return scores.get(Reason.SELF_HARM.value, 0.0) + scores.get(Reason.EMERGENCY.value, 0.0)
