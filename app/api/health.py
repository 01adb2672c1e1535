"""Liveness, readiness and metrics."""

from __future__ import annotations

from datetime import date
from typing import Literal

from anyio import to_thread
from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from app.api.edge.metrics import IndexState
from app.api.responses import problems
from app.api.services import services_of
from app.settings import Settings
from index.errors import CaveatError
from index.library import Library
from index.manifest import read_pointer
from index.opened import OpenedIndex

router = APIRouter(tags=["health"])


class NotReadyError(CaveatError):
    """The service cannot answer questions."""

    code = "not-ready"
    status = 503
    title = "The service is not ready"


class Health(BaseModel):
    """The process is up."""

    status: Literal["ok"] = "ok"


class Readiness(BaseModel):
    """A question could be answered now; `warnings` names what an operator should look at."""

    status: Literal["ready"] = "ready"
    content_version: str
    index_version: str
    encoder: str
    claims: int
    overdue_claims_share: float = Field(ge=0, le=1, description="Share of the claims past their review date.")
    index_on_disk: Literal["same", "newer", "missing"] = Field(
        description="`newer` when another index is waiting to be taken up, `missing` when none can be read."
    )


@router.head("/healthz", include_in_schema=False)
@router.get("/healthz", responses=problems(500))
async def healthz() -> Health:
    """Return ok while the process runs; needs no key."""
    return Health()


@router.head("/readyz", include_in_schema=False)
@router.get("/readyz", responses=problems(500, 503))
async def readyz(request: Request) -> Readiness:
    """Return ready when a question could be answered now; needs no key."""
    services = services_of(request)
    index = services.assistant.index
    await to_thread.run_sync(_check, index)
    return Readiness(
        content_version=index.library.version,
        index_version=index.manifest.version,
        encoder=index.manifest.encoder.name,
        claims=len(index.library.claims),
        overdue_claims_share=overdue_share(index.library, services.assistant.today),
        index_on_disk=await to_thread.run_sync(_on_disk, services.settings, index),
    )


@router.get("/metrics", include_in_schema=False)
async def metrics(request: Request) -> Response:
    """Return the Prometheus metrics of all workers."""
    services = services_of(request)
    if not services.settings.metrics:
        raise HTTPException(404)
    assistant = services.assistant
    library = assistant.index.library
    state = IndexState(len(library.claims), overdue_share(library, assistant.today))
    services.metrics.set_index(state)
    page, media_type = await to_thread.run_sync(services.metrics.page)
    return Response(page, media_type=media_type)


def overdue_share(library: Library, today: date) -> float:
    """Return the share of the claims in use that are past their review date."""
    used = [claim for claim in library.claims.values() if not (claim.retired and claim.retired <= today)]
    return round(sum(claim.review_by < today for claim in used) / len(used), 4) if used else 0.0


def _check(index: OpenedIndex) -> None:
    """Raise `NotReadyError` unless the loaded parts belong together and the encoder embeds."""
    encoder = index.searcher.encoder
    if index.manifest.content_version != index.library.version or index.manifest.encoder != encoder.card:
        raise NotReadyError("the loaded index is not the one that its manifest describes; run `caveat index`")
    try:
        width = encoder.encode(["ready"]).shape[1]
    except Exception as error:
        raise NotReadyError("the encoder does not work; restart, or run `caveat index`") from error
    if width != index.manifest.encoder.dimensions:
        raise NotReadyError("the encoder does not fit the index; run `caveat index`")


def _on_disk(settings: Settings, index: OpenedIndex) -> Literal["same", "newer", "missing"]:
    try:
        current = read_pointer(settings.index_root).current
    except CaveatError:
        return "missing"
    if not (settings.index_root / current).is_dir():
        return "missing"
    return "same" if current == index.folder.name else "newer"
