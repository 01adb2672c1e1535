"""The assistant: screen, search, compose, verify."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from app.answer.compose import Composer
from app.answer.record import Answer
from app.guard.decision import Decision, Message
from app.guard.screen import Guard
from app.guard.verify import Verifier
from index.errors import QuestionError
from index.opened import OpenedIndex
from index.search import Hits


@dataclass(frozen=True)
class Limits:
    """The longest input that is read."""

    question_chars: int = 4000
    history_turns: int = 40


@dataclass(frozen=True)
class Explained:
    """An answer with what led to it, for operators."""

    answer: Answer
    decision: Decision
    hits: Hits


class Assistant:
    """Answers questions from one opened index. Stateless: the conversation comes with each call."""

    def __init__(
        self,
        index: OpenedIndex,
        limits: Limits | None = None,
        default_region: str = "US",
        today: Callable[[], date] = date.today,
    ) -> None:
        self.index = index
        self.limits = limits or Limits()
        self.default_region = default_region
        self._today = today
        self._guard = Guard(index.searcher)
        self._composer = Composer(index.library, index.manifest.version)
        self._verifier = Verifier(index.library)

    def ask(
        self,
        question: str,
        history: Sequence[Message] = (),
        region: str | None = None,
        language: str | None = None,
    ) -> Answer:
        """Return the verified answer to `question`. Raises `QuestionError` for input beyond the limits."""
        return self.explain(question, history, region, language).answer

    def explain(
        self,
        question: str,
        history: Sequence[Message] = (),
        region: str | None = None,
        language: str | None = None,
    ) -> Explained:
        """Return the answer to `question` together with the decision and the hits behind it."""
        self._check(question, history)
        region = region or self.default_region
        decision = self._guard.screen(question, history, language)
        hits = self.index.searcher.search(decision.question)
        answer = self._composer.compose(decision, hits, region, self._today())
        return Explained(self._verifier.verify(answer, region), decision, hits)

    def _check(self, question: str, history: Sequence[Message]) -> None:
        if not question.strip():
            raise QuestionError("question", "write a question; this one is blank")
        if len(question) > self.limits.question_chars:
            raise QuestionError("question", f"at most {self.limits.question_chars} characters; please shorten it")
        if len(history) > self.limits.history_turns:
            raise QuestionError("history", f"at most {self.limits.history_turns} turns; send the latest ones")
