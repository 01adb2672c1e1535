"""`POST /v1/feedback`: a rating of an answer. Off unless the operator turns it on."""

from __future__ import annotations

from anyio import to_thread
from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from app.api.responses import problems
from app.api.services import services_of
from app.feedback.store import Category, Feedback, Rating
from app.store.database import DatabaseError

router = APIRouter(prefix="/v1", tags=["feedback"])


class FeedbackBody(BaseModel):
    """A rating. There is no field for text, so that nobody's words are kept."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"answer_id": "b663a0f9a5527ede", "rating": "not-helpful", "category": "unclear"}]
        },
    )

    answer_id: str = Field(pattern=r"^[0-9a-f]{16}$", description="`id` of the answer record.")
    rating: Rating
    category: Category | None = None


@router.post("/feedback", status_code=204, responses=problems(400, 401, 403, 404, 408, 413, 422, 429, 500, 503))
async def feedback(body: FeedbackBody, request: Request) -> None:
    """Store a rating of an answer, without its question."""
    services = services_of(request)
    store = services.feedback
    if store is None:
        raise HTTPException(404, "feedback is turned off here")
    assistant = services.assistant
    rating = Feedback(body.answer_id, body.rating, body.category, assistant.index.library.version)
    try:
        await to_thread.run_sync(store.add, rating, assistant.today)
    except DatabaseError:
        services.metrics.count_fault("feedback")
        raise
