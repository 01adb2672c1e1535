"""`POST /v1/ask`: a question and its conversation in, the answer record out."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from app.answer.record import Answer
from app.api.problems import Problem
from app.assistant import Assistant
from app.guard.decision import Message

router = APIRouter(prefix="/v1", tags=["ask"])
PROBLEMS = {status: {"model": Problem, "content": {"application/problem+json": {}}} for status in (400, 413, 422, 503)}


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

    question: str = Field(min_length=1, description="The question, in the person's own words.")
    history: list[TurnBody] = Field(default=[], description="Earlier turns, oldest first.")
    region: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = Field(
        default=None, description="Region for emergency numbers; by default the operator's."
    )
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] | None = Field(
        default=None, description="Language of fixed texts; by default the question's."
    )


@router.post("/ask", response_model=Answer, responses=PROBLEMS)  # type: ignore[arg-type]
def ask(body: AskBody, request: Request) -> Answer:
    """Return the verified answer record. Nothing that is sent is stored or logged."""
    assistant: Assistant = request.app.state.assistant
    history = [Message(turn.role, turn.content) for turn in body.history]
    return assistant.ask(body.question, history, body.region, body.language)
