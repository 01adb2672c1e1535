"""The curated content over HTTP: topics, claims, sources, circulating claims and the version.

The routes are plain functions, so that a long page is made in a thread and answers do not wait for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from starlette.exceptions import HTTPException

from app.api.content_shapes import (
    Circulating,
    CirculatingList,
    ClaimDetail,
    ClaimFilter,
    ClaimPage,
    SourceDetail,
    TopicList,
    Version,
    circulating_of,
    claim_of,
    source_detail_of,
    topic_of,
)
from app.api.edge.visit import header
from app.api.responses import not_modified, problems
from app.api.services import services_of
from index.library import Library
from index.model import Claim

router = APIRouter(prefix="/v1", tags=["content"])
_LISTED = not_modified() | problems(401, 403, 422, 429, 500)
_ONE = not_modified() | problems(401, 403, 404, 422, 429, 500)


class _UnchangedError(HTTPException):
    """The client has this version already."""


def fresh(request: Request, response: Response) -> Library:
    """Return the library, with an ETag on the response; raises 304 when the client has this version already."""
    services = services_of(request)
    index, day = services.assistant.index, services.assistant.today.isoformat()
    # Claims become overdue or retired by date, so that the day belongs to the version.
    parts = "\x1f".join((index.manifest.version, day, request.url.path, request.url.query))
    tag = f'W/"{hashlib.sha256(parts.encode()).hexdigest()[:24]}"'
    known = header(request.scope, b"if-none-match") or ""
    headers = {"ETag": tag, "Cache-Control": "public, max-age=0, must-revalidate"}
    if tag in (part.strip() for part in known.split(",")):
        raise _UnchangedError(304, headers=headers)
    response.headers.update(headers)
    return index.library


Fresh = Annotated[Library, Depends(fresh)]


@router.get("/topics", responses=_LISTED)
def topics(request: Request, library: Fresh) -> TopicList:
    """Return the topics, with how much there is on each."""
    today = services_of(request).assistant.today
    return TopicList(items=tuple(topic_of(library, heading, today) for heading in library.topics.values()))


@router.get("/claims", responses=_LISTED)
def claims(request: Request, library: Fresh, chosen: Annotated[ClaimFilter, Query()]) -> ClaimPage:
    """Return the claims that pass every filter, a page at a time, in the order of the content."""
    today = services_of(request).assistant.today
    found = [claim for claim in library.claims.values() if chosen.accepts(library, claim)]
    items = found[chosen.offset : chosen.offset + chosen.limit]
    following = chosen.offset + len(items)
    return ClaimPage(
        items=tuple(claim_of(library, claim, today) for claim in items),
        total=len(found),
        offset=chosen.offset,
        next_offset=following if following < len(found) else None,
    )


@router.get("/claims/{claim_id}", responses=_ONE)
def claim(
    request: Request,
    library: Fresh,
    claim_id: Annotated[str, Path(max_length=200, examples=["dependence.can-develop"])],
) -> ClaimDetail:
    """Return one claim with its sources; a retired one says so."""
    found = library.claims.get(claim_id)
    if found is None:
        raise HTTPException(404, "no claim has this id")
    return claim_of(library, found, services_of(request).assistant.today)


@router.get("/sources/{source_id}", responses=_ONE)
def source(
    library: Fresh, source_id: Annotated[str, Path(max_length=200, examples=["kruegel-2016-jacs"])]
) -> SourceDetail:
    """Return one source and the claims that rest on it."""
    found = library.sources.get(source_id)
    if found is None:
        raise HTTPException(404, "no source has this id")
    return source_detail_of(library, found, tuple(_resting_on(library, source_id)))


def _resting_on(library: Library, source_id: str) -> Iterator[Claim]:
    return (claim for claim in library.claims.values() if source_id in claim.sources and claim.retired is None)


@router.get("/circulating", responses=_LISTED)
def circulating(library: Fresh) -> CirculatingList:
    """Return what marketing says, each with what the evidence says of it."""
    items: tuple[Circulating, ...] = tuple(circulating_of(one) for one in library.circulating.values())
    return CirculatingList(items=items)


@router.get("/version", responses=problems(401, 403, 429, 500))
def version(request: Request) -> Version:
    """Return which content, index and encoder answer now."""
    index = services_of(request).assistant.index
    return Version(
        content_version=index.library.version,
        index_version=index.manifest.version,
        encoder=index.manifest.encoder.name,
        encoder_precision=index.manifest.encoder.precision,
        claims=len(index.library.claims),
        sources=len(index.library.sources),
        cards=len(index.library.cards),
        topics=len(index.library.topics),
    )
