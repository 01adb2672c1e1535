"""What the routes of one application share."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request

from app.answer.record import Answer
from app.answering import Answering, Asked
from app.api.edge.metrics import Metrics
from app.api.edge.visit import visit_of
from app.assistant import Assistant
from app.check import Checkers
from app.feedback.store import FeedbackStore
from app.keys.ring import KeyRing
from app.settings import Settings


@dataclass(frozen=True)
class Services:
    """The parts behind the routes."""

    settings: Settings
    answering: Answering
    ring: KeyRing
    metrics: Metrics
    feedback: FeedbackStore | None
    checkers: Checkers

    @property
    def assistant(self) -> Assistant:
        """The assistant that answers."""
        return self.answering.assistant


def services_of(request: Request) -> Services:
    """Return the services of the application that serves `request`."""
    services = request.app.state.services
    assert isinstance(services, Services)  # noqa: S101 - build_app put it there
    return services


async def answer_counted(request: Request, asked: Asked) -> Answer:
    """Return the answer, counted by its outcome and time; a site's own settings are applied."""
    services, visit = services_of(request), visit_of(request.scope)
    site = visit.key.site if visit.key else None
    if site is not None:
        asked = asked.at_site(site.region, frozenset(site.disabled_topics))
    answer = await services.answering.answer(asked)
    visit.note(answer)
    services.metrics.count_answer(visit.surface, answer.outcome, answer.reason, visit.seconds)
    return answer
