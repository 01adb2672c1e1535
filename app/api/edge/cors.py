"""CORS by key: a page may read an answer when the key it sent, or the operator's setting, names its origin."""

from __future__ import annotations

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.edge.headers import is_widget_file
from app.api.edge.visit import header, visit_of
from app.api.problems import make_problem, problem_response
from app.keys.model import origin_matches
from app.keys.ring import KeyRing

ALLOWED_HEADERS = "Content-Type, Accept, Authorization, X-Caveat-Key, If-None-Match"
EXPOSED_HEADERS = "RateLimit, RateLimit-Policy, Retry-After, X-Request-ID, ETag"
MAX_AGE_SECONDS = 600


class KeyedCors:
    """Answers preflights and marks responses. Credentials are never allowed, and nobody else's marks pass."""

    def __init__(self, app: ASGIApp, ring: KeyRing, allowed_origins: tuple[str, ...]) -> None:
        self._app = app
        self._ring = ring
        self._allowed = allowed_origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        origin = header(scope, b"origin")
        is_preflight = scope["method"] == "OPTIONS" and header(scope, b"access-control-request-method") is not None
        if origin is not None and is_preflight:
            await self._ring.refresh()
            await self._preflight(scope, origin)(scope, receive, send)
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": self._marked(message, scope, origin)}
            await send(message)

        await self._app(scope, receive, marked)

    def _preflight(self, scope: Scope, origin: str) -> Response:
        # A preflight carries no key, so that any site's origin passes here; the request itself is then held to its key.
        if not scope["path"].startswith("/v1/") or not self._some_key_allows(origin):
            detail = "pages of this origin may not call; the operator allows origins with a site key"
            problem = make_problem("origin-not-allowed", "This origin may not call", 403, detail)
            return problem_response(problem, scope, {"Vary": "Origin"})
        headers = {
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Allow-Methods": "GET, POST",
            "Access-Control-Allow-Headers": ALLOWED_HEADERS,
            "Access-Control-Max-Age": str(MAX_AGE_SECONDS),
            "Vary": "Origin",
        }
        return Response(status_code=204, headers=headers)

    def _some_key_allows(self, origin: str) -> bool:
        return origin_matches(origin, self._allowed) or self._ring.any_site_allows(origin)

    def _marked(self, message: Message, scope: Scope, origin: str | None) -> list[tuple[bytes, bytes]]:
        headers = [
            (name, value)
            for name, value in message.get("headers", ())
            if not name.lower().startswith(b"access-control-")
        ]
        if is_widget_file(scope["path"]):
            return [*headers, (b"access-control-allow-origin", b"*")]
        if not scope["path"].startswith("/v1/"):
            return headers
        headers.append((b"vary", b"Origin"))
        if origin is not None and self._allows(scope, origin):
            headers.append((b"access-control-allow-origin", origin.encode("latin-1")))
            headers.append((b"access-control-expose-headers", EXPOSED_HEADERS.encode()))
        return headers

    def _allows(self, scope: Scope, origin: str) -> bool:
        key = visit_of(scope).key
        if key is not None and key.site is not None:
            return origin_matches(origin, key.site.origins)
        # Without a site key only the setting counts; a refused key must still be readable as the error that it is.
        return self._some_key_allows(origin)
