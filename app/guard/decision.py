"""What the guard decides about a question, before anything is looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from app.answer.record import NoticeKind, Outcome, Reason

Turn = Literal["user", "assistant", "system"]


@dataclass(frozen=True)
class Message:
    """One turn of the conversation as the client sent it; only user turns are ever believed."""

    role: Turn
    content: str


@dataclass(frozen=True)
class Decision:
    """The outcome, its reason, and what led to it (rule ids and scores, never the text)."""

    outcome: Outcome
    reason: Reason | None
    question: str
    """The question to search for, resolved against the conversation."""
    language: str = "en"
    written_in: str = "en"
    """The language of the turn itself, among those that we have notices in."""
    otherwise: tuple[str, ...] = ()
    """Other readings of a follow-up, to search for in turn when nothing answers the first."""
    notices: tuple[NoticeKind, ...] = ()
    rules: tuple[str, ...] = ()
    scores: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    view: str = "plain"
    """The view of the text in which the deciding rule fired."""
