"""POST /v1/check: an article in, a report out, sentence by sentence."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from app.api.responses import problems
from app.api.services import services_of
from app.check import ArticleFormat, Report
from app.check.article import MAX_CHARS

router = APIRouter(prefix="/v1", tags=["check"])


class CheckBody(BaseModel):
    """An article to check."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"article": "Kratom is not addictive. It may ease pain."}]},
    )

    article: str = Field(min_length=1, max_length=MAX_CHARS, description="The article: text, Markdown or HTML.")
    format: ArticleFormat = Field(default=ArticleFormat.AUTO, description="How to read it; found out by default.")


@router.post("/check", responses=problems(400, 401, 403, 408, 413, 422, 429, 500, 503))
def check(body: CheckBody, request: Request) -> Report:
    """Return the verdict on each sentence of an article, and a summary. Nothing that is sent is stored or logged."""
    services = services_of(request)
    return services.checkers.check(body.article, services.assistant.today, body.format)
