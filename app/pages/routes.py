"""The pages' addresses: /about, /topics, /topics/{id}, /map, /check, the stylesheet, and the list of all pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import FileResponse, HTMLResponse, PlainTextResponse, Response

from app.api.services import services_of
from app.check import render_html
from app.check.article import MAX_CHARS
from app.check.wording import VERDICTS
from app.evidence_map import receptor_map_svg, topic_map_svg
from app.evidence_map.page import map_body
from app.pages.shell import REPORT_POLICY, STYLESHEET, html_response, page
from app.pages.site_map import site_map, site_map_row
from app.pages.topics import topic_data, topic_headings, topic_page
from index.errors import CaveatError
from index.library import Library
from index.model import Certainty, Status
from index.units import is_usable

router = APIRouter(include_in_schema=False)
_STATIC = Path(__file__).parent / "static"
_GRADES = (Certainty.HIGH, Certainty.MODERATE, Certainty.LOW, Certainty.VERY_LOW, Certainty.NOT_GRADED)
_DECLINED = ("dosing", "purchasing", "production", "evasion", "concealment", "other_harm", "manipulation")


def _library(request: Request) -> Library:
    return services_of(request).assistant.index.library


@router.get(STYLESHEET)
def stylesheet() -> FileResponse:
    """Return the stylesheet of the pages."""
    return FileResponse(_STATIC / "pages.css", media_type="text/css", headers={"cache-control": "public, max-age=3600"})


@router.get("/about")
def about(request: Request) -> HTMLResponse:
    """Return how evidence is graded, what is declined and why, who curates, privacy, sources and version."""
    library = _library(request)
    reviewed = sum(claim.status is Status.CLINICIAN_REVIEWED for claim in library.claims.values())
    return page(
        request,
        "about.html",
        "About Caveat",
        grades=_GRADES,
        declined=_DECLINED,
        verdicts=VERDICTS,
        reviewed=reviewed,
        topic_count=len(library.topics),
    )


@router.get("/topics")
def topics(request: Request) -> HTMLResponse:
    """Return the list of topics with how many claims each has."""
    library = _library(request)
    counts = dict.fromkeys((heading.id for heading in topic_headings(library)), 0)
    today = services_of(request).assistant.today
    for claim_id, claim in library.claims.items():
        topic = library.topic_of[claim_id]
        if is_usable(library, claim, today) and topic in counts:
            counts[topic] += 1
    return page(request, "topics.html", "Topics", headings=topic_headings(library), counts=counts)


@router.get("/topics/{topic_id}")
def topic(request: Request, topic_id: str) -> HTMLResponse:
    """Return one topic with every claim, or a page that says that there is none of this name."""
    library = _library(request)
    shown = topic_page(library, topic_id, services_of(request).assistant.today)
    if shown is None:
        return page(request, "missing.html", "No such topic", status=404)
    address = str(request.url.replace(query="", fragment=""))
    return page(request, "topic.html", shown.heading.title, data=topic_data(library, shown, address), topic=shown)


@router.get("/robots.txt")
def robots(request: Request) -> PlainTextResponse:
    """Return what search engines may read: the pages, which hold the content, and not the programs' endpoints."""
    return PlainTextResponse(
        f"User-agent: *\nDisallow: /v1/\nDisallow: /chat/gradio_api/\nSitemap: {request.base_url}sitemap.xml\n"
    )


@router.get("/sitemap.xml")
def sitemap(request: Request) -> Response:
    """Return the address of every page, with the day on which a topic's claims were last checked."""
    services = services_of(request)
    library, today = services.assistant.index.library, services.assistant.today
    rows = [site_map_row(f"{request.base_url}{path}") for path in ("topics", "map", "check", "about")]
    for heading in topic_headings(library):
        shown = topic_page(library, heading.id, today)
        changed = shown.latest_review if shown else None
        rows.append(site_map_row(f"{request.base_url}topics/{heading.id}", changed))
    return Response(site_map(rows), media_type="application/xml")


@router.get("/map")
def evidence_map(request: Request) -> HTMLResponse:
    """Return both evidence maps with their tables."""
    return page(request, "map.html", "Evidence map", body=map_body(_library(request)))


@router.get("/map/{name}.svg")
def evidence_map_drawing(request: Request, name: Literal["topics", "receptors"]) -> Response:
    """Return one of the maps as a drawing that stands alone."""
    draw = topic_map_svg if name == "topics" else receptor_map_svg
    return Response(draw(_library(request), standalone=True), media_type="image/svg+xml")


@router.get("/check")
def check_form(request: Request) -> HTMLResponse:
    """Return the form of the article check."""
    return _form(request, None, 200)


@router.post("/check")
def check_posted(request: Request, article: Annotated[str, Form()] = "") -> HTMLResponse:
    """Return the report on a posted article, or the form with what to do."""
    services = services_of(request)
    try:
        report = services.checkers.check(article, services.assistant.today)
    except CaveatError as error:
        return _form(request, str(error), error.status)
    if not report.sentences:
        return _form(request, report.summary.message, 422)
    return html_response(render_html(report), REPORT_POLICY)


def _form(request: Request, problem: str | None, status: int) -> HTMLResponse:
    title = "Check an article"
    return page(request, "check.html", title, status, max_chars=MAX_CHARS, problem=problem, verdicts=VERDICTS)
