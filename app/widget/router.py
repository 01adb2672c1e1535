"""The widget's routes: script versions, configuration and words, playground."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from app.api.services import services_of
from app.widget.files import BRIEFLY, FOR_AN_HOUR, FOR_EVER, ServedFile
from app.widget.releases import read_releases
from app.widget.texts import language_file, widget_config

PAGES = Path(__file__).resolve().parent / "pages"
JAVASCRIPT = "text/javascript; charset=utf-8"
_TRUSTED = "require-trusted-types-for 'script'; trusted-types 'none'"
PLAYGROUND_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
    f"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; {_TRUSTED}"
)
PREVIEW_POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'none'; "
    f"base-uri 'none'; form-action 'none'; frame-ancestors 'self'; {_TRUSTED}"
)
_PAGE_FILES = {
    "playground.js": JAVASCRIPT,
    "playground.css": "text/css; charset=utf-8",
    "preview.js": JAVASCRIPT,
    "ask.css": "text/css; charset=utf-8",
}
_LANGUAGE = re.compile(r"^[a-z]{2,3}$")

router = APIRouter(prefix="/widget", tags=["widget"], include_in_schema=False)
_GET = ["GET", "HEAD"]


@cache
def script_files() -> dict[str, ServedFile]:
    """Return every released script by file name, and the newest one as `caveat.js`."""
    releases = read_releases()
    files = {f"v{release.version}.js": ServedFile(release.body, JAVASCRIPT, FOR_EVER) for release in releases}
    return {**files, "caveat.js": ServedFile(releases[-1].body, JAVASCRIPT, FOR_AN_HOUR)}


@cache
def releases_file() -> ServedFile:
    """Return the list of releases with their integrity values, as JSON."""
    releases = read_releases()
    listed = {release.version: release.integrity for release in releases}
    return _json({"latest": releases[-1].version, "integrity": listed})


@cache
def page_file(name: str) -> ServedFile:
    """Return a file that belongs to the pages."""
    return ServedFile((PAGES / name).read_bytes(), _PAGE_FILES.get(name, "text/html; charset=utf-8"))


@router.api_route("/config.json", methods=_GET)
def config(
    request: Request,
    lang: Annotated[str, Query(max_length=10)] = "en",
    region: Annotated[str | None, Query(max_length=10)] = None,
    without: Annotated[str, Query(max_length=1000)] = "",
) -> Response:
    """Return numbers and fixed texts for a language and region; an unknown one falls back to the operator's.

    `without` names the topics that the site has disabled, so that none of them is offered.
    """
    services = services_of(request)
    library = services.assistant.index.library
    known = region if region in library.contacts else services.settings.region
    language = lang if _LANGUAGE.match(lang) else "en"
    made = widget_config(library, language, known, services.settings.max_question_chars, without.split(","))
    return _json(made.model_dump(mode="json")).response(request)


@router.api_route("/lang/{language}.json", methods=_GET)
def language(request: Request, language: str) -> Response:
    """Return the words of a language that is not inside the script."""
    library = services_of(request).assistant.index.library
    words = language_file(library, language) if _LANGUAGE.match(language) else None
    if words is None:
        raise HTTPException(404, "there are no words of the widget in this language")
    return _json(words).response(request)


@router.api_route("/releases.json", methods=_GET)
def releases(request: Request) -> Response:
    """Return the released versions with the hashes to pin."""
    return releases_file().response(request)


@router.api_route("/playground", methods=_GET)
def playground(request: Request) -> Response:
    """Return the page on which a site's own snippet is made and tried."""
    return page_file("playground.html").response(request, {"Content-Security-Policy": PLAYGROUND_POLICY})


@router.api_route("/preview", methods=_GET)
def preview(request: Request) -> Response:
    """Return the page inside the playground's preview frames."""
    headers = {"Content-Security-Policy": PREVIEW_POLICY, "X-Frame-Options": "SAMEORIGIN"}
    return page_file("preview.html").response(request, headers)


@router.api_route("/pages/{name}", methods=_GET)
def page_asset(request: Request, name: str) -> Response:
    """Return a style sheet or script of the pages."""
    if name not in _PAGE_FILES:
        raise HTTPException(404, "there is no such file")
    return page_file(name).response(request)


@router.api_route("/{name}", methods=_GET)
def script(request: Request, name: str) -> Response:
    """Return a released script, for ever; or the newest one as `caveat.js`."""
    file = script_files().get(name)
    if file is None:
        raise HTTPException(404, "there is no such version of the widget")
    return file.response(request)


def _json(content: object) -> ServedFile:
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return ServedFile(body, "application/json; charset=utf-8", BRIEFLY)
