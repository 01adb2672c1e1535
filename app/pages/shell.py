"""The shell of every page: the template environment, the strict headers, and what each page says in the same place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from app.answer.fixed import FixedTexts
from app.api.services import services_of
from app.render.phone import with_phone_links
from app.render.words import SOURCE_WORDS, authors_words, day_words

STYLESHEET = "/static/pages.css"
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
REPORT_POLICY = POLICY.replace("style-src 'self'", "style-src 'unsafe-inline'")
"""The checked article is one self-contained page, so that it can be saved; it holds no scripts either."""


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("app.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"day": day_words, "authors": authors_words}
    made.globals["source_words"] = SOURCE_WORDS
    return made


def page(
    request: Request,
    template: str,
    title: str,
    status: int = 200,
    data: Mapping[str, object] | None = None,
    **values: object,
) -> HTMLResponse:
    """Return the page that `template` makes, in the shell; `data` is embedded as schema.org JSON-LD."""
    services = services_of(request)
    assistant = services.assistant
    library = assistant.index.library
    texts = FixedTexts(library, "en", assistant.default_region)
    body = (
        _environment()
        .get_template(template)
        .render(
            title=title,
            path=request.url.path,
            library=library,
            emergency=Markup(with_phone_links(texts.text("emergency.line"))),  # noqa: S704 - escapes what it is given
            review_status=texts.text("notice.review_status"),
            clinician_note=texts.text("clinician.answered"),
            about_line=texts.text("about.line"),
            texts=texts,
            has_chat=services.settings.chat,
            json_ld=_json_ld(data) if data else None,
            index_version=assistant.index.manifest.version,
            stylesheet=STYLESHEET,
            **values,
        )
    )
    return html_response(body, POLICY, status)


def html_response(body: str, policy: str, status: int = 200) -> HTMLResponse:
    """Return `body` under its content security policy; the other headers are the same for every response."""
    headers = {"content-security-policy": policy}
    return HTMLResponse(body, status_code=status, headers=headers)


def _json_ld(data: Mapping[str, object]) -> Markup:
    """Return `data` as JSON that cannot close its element: `<`, `>` and `&` are written as escapes."""
    text = json.dumps(data, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704
