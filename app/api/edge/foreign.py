"""Errors that others word: what a mounted application or the framework answers in its own form becomes a problem."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.edge.headers import merged
from app.api.edge.paths import is_chat
from app.api.edge.visit import header
from app.api.problems import MEDIA_TYPE, problem_of_status, problem_response

_OF_THE_BODY = frozenset(
    {
        *(b"content-type", b"content-length", b"content-encoding", b"content-disposition", b"transfer-encoding"),
        *(b"accept-ranges", b"etag", b"last-modified"),
    }
)
"""Headers that describe the body that is replaced."""


class ProblemBodies:
    """Replaces the body of every error that is not a problem yet; what it held, the request's own words even, is gone.

    Successes and streams pass as they are. So does an error that a page of ours shows to a visitor whose browser asks
    for HTML: it says what to do and holds the form to do it with.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_replaced = False

        async def worded(message: Message) -> None:
            nonlocal is_replaced
            if is_replaced:
                return
            if message["type"] == "http.response.start" and _is_foreign(scope, message):
                is_replaced = True
                await _problem(scope, message, receive, send)
                return
            await send(message)

        await self._app(scope, receive, worded)


async def _problem(scope: Scope, message: Message, receive: Receive, send: Send) -> None:
    response = problem_response(problem_of_status(message["status"]), scope)
    kept = [(name, value) for name, value in message.get("headers", ()) if name.lower() not in _OF_THE_BODY]
    response.raw_headers = merged(kept, dict(response.headers))
    await response(scope, receive, send)


def _is_foreign(scope: Scope, message: Message) -> bool:
    if message["status"] < 400:
        return False
    kinds = [value for name, value in message.get("headers", ()) if name.lower() == b"content-type"]
    kind = kinds[0].decode("latin-1") if kinds else ""
    if kind.startswith(MEDIA_TYPE):
        return False
    is_page = kind.startswith("text/html") and not is_chat(scope["path"])
    return not (is_page and "text/html" in (header(scope, b"accept") or "").lower())
