"""What is refused before it reaches a form, over its quota or too long, as a page for the browser that sent it."""

from __future__ import annotations

import json
from typing import Any

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.edge.headers import merged
from app.api.edge.paths import FORMS
from app.api.edge.visit import header
from app.api.problems import MEDIA_TYPE
from app.pages.shell import page

_OF_THE_BODY = (b"content-type", b"content-length")


class ReadableRefusals:
    """Turns the problem that a form was refused with into a page, for whoever asks for HTML."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        is_form = scope["type"] == "http" and scope["path"] in FORMS
        if not is_form or "text/html" not in (header(scope, b"accept") or "").lower():
            await self._app(scope, receive, send)
            return
        started: Message | None = None
        body = b""

        async def readable(message: Message) -> None:
            nonlocal started, body
            if message["type"] == "http.response.start" and _is_problem(message):
                started = message
            elif started is None:
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body", False):
                    await _send_page(scope, receive, send, started, json.loads(body))

        await self._app(scope, receive, readable)


def _is_problem(message: Message) -> bool:
    kinds = dict(message.get("headers", ()))
    return bool(kinds.get(b"content-type", b"").startswith(MEDIA_TYPE.encode()))


async def _send_page(scope: Scope, receive: Receive, send: Send, started: Message, problem: dict[str, Any]) -> None:
    detail = f"{problem['detail'][:1].upper()}{problem['detail'][1:]}."
    response = page(Request(scope), "refused.html", problem["title"], started["status"], detail=detail)
    kept = [(name, value) for name, value in started.get("headers", ()) if name.lower() not in _OF_THE_BODY]
    response.raw_headers = merged(kept, dict(response.headers))
    await response(scope, receive, send)
