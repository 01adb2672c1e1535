"""Who may come in: keys, origins and quotas, before any work is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.edge.clients import Clients
from app.api.edge.paths import CHAT_EVENTS, Rule, rule_of
from app.api.edge.quotas import Quotas, Window
from app.api.edge.visit import header, visit_of
from app.api.problems import Problem, make_problem, problem_of_status, problem_response
from app.keys.model import Key, has_our_shape, origin_matches
from app.keys.ring import KeyRing

_CONVERSATION = 4
"""In the web chat the whole conversation travels with each question: its bytes count for so much less."""


@dataclass(frozen=True)
class Amounts:
    """Requests a minute for each kind of caller, and how many bytes cost as much as one question."""

    anonymous: int
    visitor: int
    site: int
    secret: int
    reads: int
    chat: int
    cost_bytes: int
    require_key: bool


class _RefusedError(Exception):
    def __init__(self, problem: Problem, headers: Mapping[str, str] | None = None) -> None:
        self.problem = problem
        self.headers = headers or {}


class Admission:
    """Refuses what has no valid key, comes from the wrong origin or is over its quota.

    An origin is what a browser says of a page; anybody else can say it too. So a site key opens nothing but
    answers, in small numbers for each visitor.
    """

    def __init__(self, app: ASGIApp, ring: KeyRing, quotas: Quotas, clients: Clients, amounts: Amounts) -> None:
        self._app = app
        self._ring = ring
        self._quotas = quotas
        self._clients = clients
        self._amounts = amounts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request that may come in."""
        rule = rule_of(scope["method"], scope["path"]) if scope["type"] == "http" else Rule.OPEN
        if rule is Rule.OPEN:
            await self._app(scope, receive, send)
            return
        try:
            headers = await self._admit(scope, rule)
        except _RefusedError as refused:
            await problem_response(refused.problem, scope, refused.headers)(scope, receive, send)
            return

        async def with_quota(message: Message) -> None:
            if message["type"] == "http.response.start":
                added = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
                message = {**message, "headers": [*message.get("headers", ()), *added]}
            await send(message)

        await self._app(scope, receive, with_quota)

    async def _admit(self, scope: Scope, rule: Rule) -> dict[str, str]:
        """Return the RateLimit headers of an admitted request; raises for a refused one."""
        if rule is Rule.REFUSED:
            raise _RefusedError(problem_of_status(404))
        if rule is not Rule.CHAT:
            await self._ring.refresh()
            visit = visit_of(scope)
            visit.key = self._key(scope, rule)
            if visit.key is not None and visit.key.site is not None and rule is Rule.ASK:
                visit.surface = "widget"
        windows = self._windows(scope, rule, self._clients.hashed(scope, await self._quotas.salt()))
        standing = await self._quotas.take(windows, self._cost(rule, scope["path"], visit_of(scope).body_bytes))
        if standing.allowed:
            return standing.headers()
        seconds = max(1, standing.reset_seconds)
        detail = f"too many requests in a short time; try again in {seconds} seconds"
        problem = make_problem("rate-limited", "Too many requests", 429, detail)
        raise _RefusedError(problem, standing.headers())

    def _cost(self, rule: Rule, path: str, size: int) -> int:
        """Return as how many questions a request of `size` bytes counts: an article is more work than a question."""
        if rule is Rule.ASK or path == "/check":
            return 1 + size // self._amounts.cost_bytes
        return 1 + size // (_CONVERSATION * self._amounts.cost_bytes) if path == CHAT_EVENTS else 1

    def _key(self, scope: Scope, rule: Rule) -> Key | None:
        """Return the key that the request carries, if any; raises when it needs one or may not use it here."""
        value = _sent_key(scope, rule)
        key = self._ring.find(value) if value else None
        is_closed = self._ring.is_closed or self._amounts.require_key
        if key is None and value and (is_closed or has_our_shape(value)):
            # Clients of the OpenAI protocol must send some key; an open service overlooks what is not one of ours.
            raise _unauthorised("invalid-key", "the key that was sent is not valid; it may have been revoked")
        if key is None and rule is Rule.SITE:
            raise _unauthorised("key-required", "send the site key in the header X-Caveat-Key")
        if key is None and is_closed:
            raise _unauthorised("key-required", "send a secret key as a bearer token, or a site key in X-Caveat-Key")
        if key is not None and key.site is not None:
            _check_site(scope, rule, key)
        return key

    def _windows(self, scope: Scope, rule: Rule, caller: str) -> list[Window]:
        amounts, key = self._amounts, visit_of(scope).key
        if rule is Rule.CHAT:
            return [Window("chat", amounts.chat, caller)]
        if rule is not Rule.ASK:
            by = key.id if key is not None and key.site is None else caller
            return [Window("read", amounts.reads, by)]
        if key is None:
            return [Window("anonymous", amounts.anonymous, caller)]
        if key.site is None:
            return [Window("secret", key.per_minute or amounts.secret, key.id)]
        of_site = Window("site", key.per_minute or amounts.site, key.id)
        return [Window("visitor", amounts.visitor, f"{key.id}:{caller}"), of_site]


def _sent_key(scope: Scope, rule: Rule) -> str | None:
    scheme, _, token = (header(scope, b"authorization") or "").partition(" ")
    if scheme.lower() == "bearer" and token.strip():
        return token.strip()
    sent = header(scope, b"x-caveat-key")
    if sent is None and rule is Rule.SITE:
        sent = parse_qs(scope["query_string"].decode("latin-1")).get("key", [None])[0]
    return sent.strip() if sent else None


def _check_site(scope: Scope, rule: Rule, key: Key) -> None:
    """Raise unless a site's key may be used by the page that sends it."""
    site, origin = key.site, header(scope, b"origin")
    if site is None:
        return
    # A browser names the origin of every request that could have an effect, and of every one to another origin.
    missing = origin is None and rule is Rule.ASK
    if missing or (origin is not None and not origin_matches(origin, site.origins)):
        detail = "this site key may only be used by pages of the origins that it was made for"
        raise _RefusedError(make_problem("origin-not-allowed", "This origin may not call", 403, detail))
    if not site.enabled and rule is not Rule.SITE:
        detail = "this site has turned its assistant off; show its contacts instead"
        raise _RefusedError(make_problem("site-paused", "The assistant is turned off here", 403, detail))


def _unauthorised(code: str, detail: str) -> _RefusedError:
    problem = make_problem(code, "A valid key is needed", 401, detail)
    return _RefusedError(problem, {"WWW-Authenticate": "Bearer"})
