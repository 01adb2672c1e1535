"""The OpenAI-compatible routes: `GET /v1/models` and `POST /v1/chat/completions`, streamed or whole."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response, StreamingResponse
from starlette.exceptions import HTTPException

from app.answer.record import Answer
from app.answering import Asked, unless_gone
from app.api.edge.visit import visit_of
from app.api.openai_shapes import (
    MODEL_NAME,
    ChatCompletion,
    ChatMessage,
    ChatRequest,
    Choice,
    CompletionMessage,
    ModelCard,
    ModelList,
    Usage,
    annotations_of,
    evidence_of,
)
from app.api.problems import openai_error, problem_of
from app.api.responses import event_stream, problems
from app.api.services import answer_counted, services_of
from app.guard.decision import Message, Turn
from app.render.citations import citations
from app.render.markdown import answer_markdown
from index.errors import CaveatError

router = APIRouter(prefix="/v1", tags=["OpenAI-compatible"])
EVENT_STREAM = "text/event-stream"
DONE = "data: [DONE]\n\n"
_ROLES: dict[str, Turn] = {"user": "user", "assistant": "assistant"}
STREAMED = event_stream(
    "The completion; with `stream: true`, `chat.completion.chunk` objects and then `[DONE]`.",
    'data: {"object": "chat.completion.chunk", "choices": [{"delta": {"content": "…"}}]}\n\n' + DONE,
)


@router.get("/models", responses=problems(401, 403, 429, 500))
async def models() -> ModelList:
    """Return the one model there is."""
    return ModelList()


@router.get("/models/{model}", responses=problems(401, 403, 404, 422, 429, 500))
async def model(model: str = Path(examples=[MODEL_NAME])) -> ModelCard:
    """Return the one model there is."""
    _check_model(model)
    return ModelCard()


@router.post(
    "/chat/completions",
    response_model=ChatCompletion,
    responses=STREAMED | problems(400, 401, 403, 404, 408, 413, 422, 429, 500, 503),
)
async def chat_completions(body: ChatRequest, request: Request) -> ChatCompletion | Response:
    """Return the verified answer to the last user message as complete Markdown.

    System prompts and assistant turns that a client sends never change what is answered or declined.
    """
    _check_model(body.model)
    asked = _asked(body, services_of(request).assistant.limits.history_turns)
    services_of(request).assistant.check(asked.question, asked.history)
    if not body.stream:
        answer = await unless_gone(request, lambda: answer_counted(request, asked))
        return _completion(answer)
    with_usage = body.stream_options is not None and body.stream_options.include_usage
    headers = {"X-Accel-Buffering": "no"}
    return StreamingResponse(_chunks(request, asked, with_usage), media_type=EVENT_STREAM, headers=headers)


def _check_model(name: str) -> None:
    if name != MODEL_NAME:
        raise HTTPException(404, f"the only model is {MODEL_NAME}")


def _asked(body: ChatRequest, most_turns: int) -> Asked:
    """Return the question with the turns before it; of a long conversation, the latest turns."""
    *before, last = body.turns
    history = [_message(message) for message in before][-most_turns:] if most_turns else []
    return Asked(last.text, history, body.region, body.language)


def _message(message: ChatMessage) -> Message:
    return Message(_ROLES.get(message.role, "system"), message.text)


def _completion(answer: Answer) -> ChatCompletion:
    content = answer_markdown(answer)
    message = CompletionMessage(content=content, annotations=annotations_of(citations(answer, content)))
    return ChatCompletion(
        id=f"chatcmpl-{answer.id}",
        created=int(time.time()),
        choices=(Choice(message=message),),
        evidence=evidence_of(answer),
    )


async def _chunks(request: Request, asked: Asked, with_usage: bool) -> AsyncIterator[str]:
    """Yield the completion block by block; the last block carries the citations and the evidence."""
    visit = visit_of(request.scope)
    try:
        answer = await answer_counted(request, asked)
    except Exception as error:
        if not isinstance(error, CaveatError):
            visit.crash = error
        yield _data({"error": openai_error(problem_of(error))})
        yield DONE
        return
    completion = _completion(answer)
    message = completion.choices[0].message
    yield _chunk(completion, {"role": "assistant", "content": ""})
    blocks = message.content.split("\n\n")
    for block in blocks[:-1]:
        yield _chunk(completion, {"content": block + "\n\n"})
    citing = [annotation.model_dump() for annotation in message.annotations]
    evidence = completion.evidence.model_dump(mode="json")
    yield _chunk(completion, {"content": blocks[-1], "annotations": citing}, evidence=evidence)
    yield _chunk(completion, {}, finish_reason="stop")
    if with_usage:
        yield _data({**_head(completion), "choices": [], "usage": Usage().model_dump()})
    yield DONE


def _head(completion: ChatCompletion) -> dict[str, object]:
    return {
        "id": completion.id,
        "object": "chat.completion.chunk",
        "created": completion.created,
        "model": completion.model,
    }


def _chunk(
    completion: ChatCompletion, delta: dict[str, object], finish_reason: str | None = None, **extra: object
) -> str:
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    return _data({**_head(completion), "choices": [choice], **extra})


def _data(value: dict[str, object]) -> str:
    return f"data: {json.dumps(value, ensure_ascii=False)}\n\n"
