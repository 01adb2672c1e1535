"""What the web chat tells its operator: answers and faults are counted and logged, never with a reader's words."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from app.answer.record import Answer
from app.api.edge.logs import log, place_of
from app.api.edge.metrics import Metrics
from app.api.problems import problem_of
from index.errors import CaveatError

P = ParamSpec("P")
R = TypeVar("R")
SURFACE = "chat"


class ChatWatch:
    """Watches the events of the chat. Gradio by itself prints the message of an error, which may hold a question."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    def answered(self, answer: Answer, seconds: float) -> None:
        """Count one answer."""
        self._metrics.count_answer(SURFACE, answer.outcome, answer.reason, seconds)

    def fault(self, kind: str) -> None:
        """Count a fault that was handled."""
        self._metrics.count_fault(kind)

    def watched(self, event: Callable[P, R]) -> Callable[P, R]:
        """Return `event` so that an error is shown as a sentence that tells nothing of it."""
        import gradio as gr  # noqa: PLC0415 - after the page has set how it is imported

        @wraps(event)
        def watched_event(*args: P.args, **options: P.kwargs) -> R:
            try:
                return event(*args, **options)
            except Exception as error:
                if not isinstance(error, CaveatError):
                    self._crashed(error)
                told = problem_of(error)
            sentence = f"{told.detail[0].upper()}{told.detail[1:]}."
            raise gr.Error(sentence, title=told.title, print_exception=False)

        return watched_event

    def _crashed(self, error: Exception) -> None:
        self.fault("crash")
        log("crash", "error", surface=SURFACE, error=type(error).__name__, where=place_of(error))
