"""Every error as `application/problem+json` (RFC 9457). What a person typed is never echoed."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from index.errors import CaveatError, QuestionError

MEDIA_TYPE = "application/problem+json"
TYPE_PREFIX = "urn:caveat:problem:"


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


def problem_response(
    code: str, title: str, status: int, detail: str, errors: list[FieldProblem] | None = None
) -> JSONResponse:
    """Return a problem+json response."""
    problem = Problem(type=f"{TYPE_PREFIX}{code}", title=title, status=status, detail=detail, errors=errors or [])
    return JSONResponse(problem.model_dump(), status_code=status, media_type=MEDIA_TYPE)


def install_problem_handlers(app: FastAPI) -> None:
    """Make every error of `app` a problem response."""

    @app.exception_handler(CaveatError)
    async def _caveat(_request: Request, error: CaveatError) -> JSONResponse:
        errors = []
        if isinstance(error, QuestionError):
            errors = [FieldProblem(pointer="/" + error.field.replace(".", "/"), detail=error.detail)]
        return problem_response(error.code, error.title, error.status, str(error), errors)

    @app.exception_handler(RequestValidationError)
    async def _invalid(_request: Request, error: RequestValidationError) -> JSONResponse:
        errors = [
            FieldProblem(pointer="/" + "/".join(str(step) for step in detail["loc"][1:]), detail=detail["msg"])
            for detail in error.errors()
        ]
        detail = "the request does not have the expected shape; see errors"
        return problem_response("invalid-request", "The request cannot be read", 422, detail, errors)

    @app.exception_handler(HTTPException)
    async def _http(_request: Request, error: HTTPException) -> JSONResponse:
        title = HTTPStatus(error.status_code).phrase
        return problem_response(title.lower().replace(" ", "-"), title, error.status_code, str(error.detail))

    @app.exception_handler(Exception)
    async def _unexpected(_request: Request, _error: Exception) -> JSONResponse:
        detail = "the server could not answer; nothing that was sent has been kept"
        return problem_response("internal", "Something went wrong", 500, detail)
