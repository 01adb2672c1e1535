"""`POST /v1/ask`: a question and its conversation in; the answer record out, whole or as server-sent events."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.routing import APIRoute
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, ConfigDict, Field
from starlette.routing import Match
from starlette.types import Scope

from app.answer.record import Answer, Source, Statement
from app.answering import Asked, unless_gone
from app.api.edge.visit import visit_of
from app.api.problems import problem_of
from app.api.responses import event_stream, problems
from app.api.services import answer_counted, services_of
from app.guard.decision import Message
from index.errors import CaveatError

EVENT_STREAM = "text/event-stream"
STREAM_EXAMPLE = (
    'event: status\ndata: {"stage": "searching"}\nid: 1\n\n'
    'event: statement\ndata: {"text": "…", "claim_id": "…", "sources": [{"id": "…"}]}\nid: 2\n\n'
    'event: answer\ndata: {"id": "…", "outcome": "answered"}\nid: 3\n\n'
)


class TurnBody(BaseModel):
    """One turn of the conversation so far; only user turns are believed."""

    model_config = ConfigDict(extra="forbid")

    role: Literal["user", "assistant", "system"]
    content: str = Field(max_length=50_000)


class AskBody(BaseModel):
    """A question, and what was said before."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"question": "Does kratom act on opioid receptors?", "region": "US"}]},
    )

    question: str = Field(
        min_length=1, description="The question, in the person's own words.", json_schema_extra={"pattern": r"\S"}
    )
    history: list[TurnBody] = Field(default=[], description="Earlier turns, oldest first.")
    region: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = Field(
        default=None, description="Region for emergency numbers; by default the operator's."
    )
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] | None = Field(
        default=None, description="Language of fixed texts; by default the question's."
    )


class StatementEvent(Statement):
    """One verified statement with its sources, as the `statement` event carries it."""

    sources: tuple[Source, ...]


class StreamRoute(APIRoute):
    """The route of a request that accepts an event stream; others go to the next route of the same path."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Return no match unless the Accept header names an event stream."""
        accepts = (value for name, value in scope.get("headers", ()) if name == b"accept")
        if not any(EVENT_STREAM.encode() in value.lower() for value in accepts):
            return Match.NONE, {}
        return super().matches(scope)


router = APIRouter(prefix="/v1", tags=["ask"])
stream_router = APIRouter(prefix="/v1", tags=["ask"], route_class=StreamRoute)


def checked(body: AskBody, request: Request) -> Asked:
    """Return the question when it is within the limits; an event stream only begins for one that is."""
    history = [Message(turn.role, turn.content) for turn in body.history]
    services_of(request).assistant.check(body.question, history)
    return Asked(body.question, history, body.region, body.language)


CheckedQuestion = Annotated[Asked, Depends(checked)]
OK = event_stream(
    "The answer record; or, with `Accept: text/event-stream`, the events `status`, `statement` (one per verified "
    "statement, with its sources), `answer` (the whole record) and `error` (a problem).",
    STREAM_EXAMPLE,
    ("status", "statement", "answer", "error"),
)


@stream_router.post("/ask", response_class=EventSourceResponse, include_in_schema=False)
async def ask_stream(asked: CheckedQuestion, request: Request) -> AsyncIterator[ServerSentEvent]:
    """Yield the answer as events. Everything is verified before the first statement leaves."""
    number = 1
    yield ServerSentEvent(event="status", data={"stage": "searching"}, id="1")
    try:
        answer = await answer_counted(request, asked)
    except CaveatError as error:
        yield _error(error, request)
        return
    except Exception as error:
        visit_of(request.scope).crash = error
        yield _error(error, request)
        return
    for number, event in enumerate(statement_events(answer), start=2):
        yield ServerSentEvent(event="statement", data=event, id=str(number))
    yield ServerSentEvent(event="answer", data=answer, id=str(number + 1))


def statement_events(answer: Answer) -> list[StatementEvent]:
    """Return each statement of `answer` with the sources that it cites."""
    sources = {source.id: source for source in answer.sources}
    return [
        StatementEvent(**dict(statement), sources=tuple(sources[source_id] for source_id in statement.source_ids))
        for statement in answer.statements
    ]


def _error(error: Exception, request: Request) -> ServerSentEvent:
    problem = problem_of(error).model_copy(update={"request_id": visit_of(request.scope).request_id})
    return ServerSentEvent(event="error", data=problem, id="2")


@router.post("/ask", responses=OK | problems(400, 401, 403, 408, 413, 422, 429, 500, 503))
async def ask(asked: CheckedQuestion, request: Request) -> Answer:
    """Return the verified answer record. Nothing that is sent is stored or logged."""
    return await unless_gone(request, lambda: answer_counted(request, asked))
