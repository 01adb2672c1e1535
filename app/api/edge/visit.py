"""What is known about one request while it is served. It never holds what was asked."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field

from starlette.types import Scope

from app.answer.record import Answer
from app.keys.model import Key

SCOPE_KEY = "caveat.visit"


@dataclass
class Visit:
    """One request: its id, when it began, whose key it carries, and what came of it."""

    request_id: str = field(default_factory=lambda: secrets.token_hex(8))
    started: float = field(default_factory=time.perf_counter)
    key: Key | None = None
    surface: str = "api"
    body_bytes: int = 0
    outcome: str | None = None
    reason: str | None = None
    crash: Exception | None = None
    """An unexpected error that was already told to the client, for the log."""

    @property
    def seconds(self) -> float:
        """Seconds since the request began."""
        return time.perf_counter() - self.started

    def note(self, answer: Answer) -> None:
        """Remember what kind of answer was given."""
        self.outcome, self.reason = answer.outcome.value, answer.reason.value if answer.reason else None


def visit_of(scope: Scope) -> Visit:
    """Return the visit of the request in `scope`; begins one when there is none yet."""
    visit = scope.get(SCOPE_KEY)
    if not isinstance(visit, Visit):
        visit = Visit()
        scope[SCOPE_KEY] = visit
    return visit


def header(scope: Scope, name: bytes) -> str | None:
    """Return the first header `name` (lower case) of the request."""
    for found, value in scope["headers"]:
        if found == name:
            return str(value.decode("latin-1"))
    return None
