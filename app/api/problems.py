"""Every error as `application/problem+json` (RFC 9457). What a person typed is never echoed."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.types import Scope

from app.api.edge.visit import visit_of
from app.api.problem_types import general_type
from index.errors import CaveatError, QuestionError

MEDIA_TYPE = "application/problem+json"
TYPE_PREFIX = "urn:caveat:problem:"
OPENAI_PATHS = ("/v1/chat/", "/v1/models")
RETRY_SECONDS = 2
"""When to come back after a passing fault of the server."""


class FieldProblem(BaseModel):
    """One field at fault: a JSON pointer into the body, and the fix."""

    pointer: str = Field(examples=["/question"])
    detail: str


class Problem(BaseModel):
    """An error as RFC 9457 describes it. `type` is stable."""

    type: str = Field(examples=["urn:caveat:problem:invalid-question"])
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = []
    request_id: str | None = Field(default=None, description="Quote it when you report the problem.")


def make_problem(code: str, title: str, status: int, detail: str, errors: list[FieldProblem] | None = None) -> Problem:
    """Return a problem whose type is the stable `code`."""
    return Problem(type=f"{TYPE_PREFIX}{code}", title=title, status=status, detail=detail, errors=errors or [])


def problem_of(error: Exception) -> Problem:
    """Return the problem that a visitor may read about `error`; an unexpected one tells nothing of itself."""
    if isinstance(error, QuestionError):
        pointer = "/" + error.field.replace(".", "/")
        fields = [FieldProblem(pointer=pointer, detail=error.detail)]
        return make_problem(error.code, error.title, error.status, str(error), fields)
    if isinstance(error, CaveatError):
        return make_problem(error.code, error.title, error.status, str(error))
    detail = "the server could not answer; nothing that was sent has been kept"
    return make_problem("internal", "Something went wrong", 500, detail)


def problem_response(problem: Problem, scope: Scope, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """Return `problem` as a response to the request in `scope`; one that passes says when to come back.

    On the OpenAI-compatible routes it carries an `error` object too, which is what such clients show.
    """
    sent = dict(headers or {})
    if problem.status == HTTPStatus.SERVICE_UNAVAILABLE:
        sent.setdefault("Retry-After", str(RETRY_SECONDS))
    body = problem.model_copy(update={"request_id": visit_of(scope).request_id}).model_dump()
    if scope["path"].startswith(OPENAI_PATHS):
        body["error"] = openai_error(problem)
    return JSONResponse(body, status_code=problem.status, media_type=MEDIA_TYPE, headers=sent)


def openai_error(problem: Problem) -> dict[str, str | None]:
    """Return `problem` as the `error` object of the OpenAI protocol."""
    kind = "server_error" if problem.status >= 500 else "invalid_request_error"
    return {
        "message": problem.detail,
        "type": kind,
        "param": problem.errors[0].pointer if problem.errors else None,
        "code": problem.type.removeprefix(TYPE_PREFIX),
    }


def problem_of_status(status: int, detail: str | None = None) -> Problem:
    """Return the general problem of an HTTP status."""
    code, title = general_type(status)
    return make_problem(code, title, status, detail or title)


def problem_of_validation(error: RequestValidationError) -> Problem:
    """Return which fields of the request are at fault, without their values."""
    errors = [FieldProblem(pointer=_pointer(detail), detail=detail["msg"]) for detail in error.errors()]
    detail = "the request does not have the expected shape; see errors"
    return make_problem("invalid-request", "The request cannot be read", 422, detail, errors)


def install_problem_handlers(app: FastAPI) -> None:
    """Make every error of `app` a problem response."""

    @app.exception_handler(CaveatError)
    async def _caveat(request: Request, error: CaveatError) -> JSONResponse:
        return problem_response(problem_of(error), request.scope)

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        return problem_response(problem_of_validation(error), request.scope)

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> Response:
        if error.status_code < 400:
            return Response(status_code=error.status_code, headers=error.headers)
        problem = problem_of_status(error.status_code, str(error.detail))
        return problem_response(problem, request.scope, error.headers)

    @app.exception_handler(Exception)
    async def _unexpected(request: Request, error: Exception) -> JSONResponse:
        return problem_response(problem_of(error), request.scope)


def _pointer(detail: Mapping[str, Any]) -> str:
    """Return the place of a validation error as a JSON pointer; a body that is not JSON is at fault as a whole."""
    steps = () if detail["type"] == "json_invalid" else detail["loc"][1:]
    return "/" + "/".join(str(step) for step in steps)
