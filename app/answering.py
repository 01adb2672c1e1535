"""Answering for HTTP: in a small thread pool, within a time limit, and no longer than somebody waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Event
from typing import TypeVar

import anyio
from fastapi import Request

from app.answer.record import Answer
from app.assistant import Assistant
from app.guard.decision import Message
from index.errors import AnswerTimeError, BusyError

T = TypeVar("T")


class ClientGoneError(Exception):
    """The client closed the connection, so that there is nobody to answer."""


class AbandonedError(Exception):
    """Raised inside the work that nobody waits for any more."""


@dataclass(frozen=True)
class Asked:
    """One question as a surface received it."""

    question: str
    history: Sequence[Message] = ()
    region: str | None = None
    language: str | None = None
    without_topics: frozenset[str] = frozenset()

    def at_site(self, region: str | None, without_topics: frozenset[str]) -> Asked:
        """Return the question with what a site chose: its region unless the visitor named one, and its topics."""
        return replace(self, region=self.region or region, without_topics=without_topics)


class Answering:
    """Runs the assistant off the event loop: `threads` answers at once, at most `max_waiting` more in the queue."""

    def __init__(self, assistant: Assistant, threads: int, max_waiting: int, seconds: float) -> None:
        self.assistant = assistant
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="answer")
        self._threads = threads
        self._max_waiting = max_waiting
        self._seconds = seconds
        self._asked = 0

    @property
    def waiting(self) -> int:
        """How many questions wait for a thread."""
        return max(0, self._asked - self._threads)

    async def answer(self, asked: Asked) -> Answer:
        """Return the answer. Raises `BusyError`, `AnswerTimeError`, and what the assistant raises.

        When the caller is cancelled, a waiting question is dropped and one in work stops at its next stage.
        """
        if self.waiting >= self._max_waiting:
            raise BusyError("too many questions are waiting; try again in a moment")
        gone = Event()
        self._asked += 1
        try:
            async with asyncio.timeout(self._seconds):
                # Cancelling the wrapped future takes a question that nobody has begun out of the queue.
                return await asyncio.wrap_future(self._pool.submit(self._answer, asked, gone))
        except TimeoutError as error:
            raise AnswerTimeError(f"no answer within {self._seconds:g} seconds; try again") from error
        finally:
            self._asked -= 1
            gone.set()

    def close(self) -> None:
        """Let go of the threads when their answers are finished."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _answer(self, asked: Asked, gone: Event) -> Answer:
        def stop_when_gone(_stage: str) -> None:
            if gone.is_set():
                raise AbandonedError

        return self.assistant.explain(
            asked.question,
            asked.history,
            asked.region,
            asked.language,
            without_topics=asked.without_topics,
            at=stop_when_gone,
        ).answer


async def unless_gone(request: Request, work: Callable[[], Awaitable[T]]) -> T:
    """Return what `work` returns; cancels it and raises `ClientGoneError` when the client disconnects first."""
    results: list[T] = []
    failures: list[Exception] = []
    async with anyio.create_task_group() as group:

        async def watch() -> None:
            while (await request.receive())["type"] != "http.disconnect":
                continue
            group.cancel_scope.cancel()

        group.start_soon(watch)
        try:
            results.append(await work())
        except Exception as error:
            failures.append(error)
        group.cancel_scope.cancel()
    if failures:
        raise failures[0]
    if not results:
        raise ClientGoneError
    return results[0]
