"""Liveness and readiness."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel

from app.api.services import services_of

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """The process is up."""

    status: Literal["ok"] = "ok"


class Readiness(BaseModel):
    """The index is loaded and the encoder works."""

    status: Literal["ready"] = "ready"
    content_version: str
    index_version: str


@router.get("/healthz")
def healthz() -> Health:
    """Return ok while the process runs; needs no key."""
    return Health()


@router.get("/readyz")
def readyz(request: Request) -> Readiness:
    """Return ready when a question could be answered now."""
    assistant = services_of(request).assistant
    assistant.index.searcher.encoder.encode(["ready"])
    return Readiness(content_version=assistant.index.library.version, index_version=assistant.index.manifest.version)
