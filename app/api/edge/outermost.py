"""The outermost layer: gives each request an id, its response headers and one log line, and lets no error out."""

from __future__ import annotations

import anyio
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.answering import ClientGoneError
from app.api.edge.headers import merged, security_headers
from app.api.edge.logs import log, place_of
from app.api.edge.metrics import Metrics
from app.api.edge.paths import ASKING, FORMS, surface_of
from app.api.edge.visit import Visit, visit_of
from app.api.problems import problem_of, problem_response

CLIENT_GONE_STATUS = 499
"""As nginx writes it: the client closed the connection before there was an answer. Never sent."""
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class BrokenResponseError(Exception):
    """A response that had begun cannot be finished; the connection is closed. Holds nothing of the cause."""


class Outermost:
    """Wraps the whole application."""

    def __init__(self, app: ASGIApp, metrics: Metrics, hsts_days: int, stalled_seconds: float) -> None:
        self._app = app
        self._metrics = metrics
        self._hsts_days = hsts_days
        self._stalled_seconds = stalled_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        visit = visit_of(scope)
        visit.surface = surface_of(scope["path"])
        out = _Out(scope, send, visit, self._hsts_days, self._stalled_seconds)
        try:
            await self._serve(scope, receive, out, visit)
        finally:
            self._record(scope, visit, out.status)

    async def _serve(self, scope: Scope, receive: Receive, out: _Out, visit: Visit) -> None:
        try:
            await self._app(scope, receive, out.send)
        except Exception as error:
            if _is_gone(error):
                out.status = CLIENT_GONE_STATUS
                return
            visit.crash = error
            if out.finished:
                return
            if out.status:
                raise BrokenResponseError from None
            await problem_response(problem_of(error), scope)(scope, receive, out.send)

    def _record(self, scope: Scope, visit: Visit, status: int) -> None:
        route, method = _template(scope), scope["method"] if scope["method"] in _METHODS else "other"
        self._metrics.count_request(method, route, status or CLIENT_GONE_STATUS)
        if visit.crash is not None:
            self._metrics.count_fault("crash")
            kind, where = type(visit.crash).__name__, place_of(visit.crash)
            log("crash", "error", request_id=visit.request_id, route=route, error=kind, where=where)
        log(
            "request",
            "debug" if route in ("/healthz", "/readyz", "/metrics") else "info",
            request_id=visit.request_id,
            method=method,
            route=route,
            status=status or CLIENT_GONE_STATUS,
            ms=round(visit.seconds * 1000, 1),
            surface=visit.surface,
            outcome=visit.outcome,
            reason=visit.reason,
            key_id=visit.key.id if visit.key else None,
        )


class _Out:
    """The way out of one response: adds the headers, remembers the status, gives up on a reader that takes nothing."""

    def __init__(self, scope: Scope, send: Send, visit: Visit, hsts_days: int, stalled_seconds: float) -> None:
        self.status = 0
        self.finished = False
        self._send = send
        self._stalled_seconds = stalled_seconds
        self._added = {"x-request-id": visit.request_id, **security_headers(scope["path"], hsts_days)}
        self._keeps_nothing = scope["path"].startswith("/v1/") and scope["method"] == "POST"

    async def send(self, message: Message) -> None:
        """Send one message of the response."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message = {**message, "headers": self._headers(message)}
        elif message["type"] == "http.response.body":
            self.finished = not message.get("more_body", False)
        with anyio.fail_after(self._stalled_seconds):
            await self._send(message)

    def _headers(self, message: Message) -> list[tuple[bytes, bytes]]:
        present = list(message.get("headers", ()))
        if self._keeps_nothing:
            # Answers are about a person's health: no cache keeps them, and no proxy holds a stream back.
            present = [(name, value) for name, value in present if name.lower() != b"cache-control"]
            present.append((b"cache-control", b"no-store, no-cache, no-transform"))
        return merged(present, self._added)


def _is_gone(error: Exception) -> bool:
    """Return whether an error says only that the client went away; out of a stream it comes in a group."""
    if isinstance(error, ExceptionGroup):
        return error.split(ClientGoneError)[1] is None
    return isinstance(error, ClientGoneError)


def _template(scope: Scope) -> str:
    """Return the template of the route that served the request, never its path, which a client chooses."""
    path = getattr(scope.get("route"), "path", None)
    if not isinstance(path, str):
        # Refused before there was a route: where it wanted to go is still known for what needs work.
        return str(scope["path"]) if scope["path"] in ASKING | FORMS else "unmatched"
    return f"/chat{path}" if scope["path"].startswith("/chat") and not path.startswith("/chat") else path
