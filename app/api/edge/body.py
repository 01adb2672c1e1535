"""Reads the body of a request, up to a size and within a time, before anything else happens."""

from __future__ import annotations

import anyio
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.edge.visit import header, visit_of
from app.api.problems import make_problem, problem_response


class _TooLargeError(Exception):
    """The body is longer than what is read."""


class _GoneError(Exception):
    """The client went away while sending."""


class BodyLimit:
    """Answers 413 to a body over `max_bytes` and 408 to one that takes longer than `seconds`."""

    def __init__(self, app: ASGIApp, max_bytes: int, seconds: float) -> None:
        self._app = app
        self._max_bytes = max_bytes
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request whose body is within the limits."""
        if scope["type"] != "http" or not _has_body(scope):
            await self._app(scope, receive, send)
            return
        try:
            body = await self._read(scope, receive)
        except _GoneError:
            return
        except _TooLargeError:
            detail = f"at most {self._max_bytes} bytes are read; please shorten the request"
            problem = make_problem("body-too-large", "The request is too large", 413, detail)
            await problem_response(problem, scope, {"Connection": "close"})(scope, receive, send)
            return
        except TimeoutError:
            detail = f"the body did not arrive within {self._seconds:g} seconds"
            problem = make_problem("slow-body", "The request took too long to arrive", 408, detail)
            await problem_response(problem, scope, {"Connection": "close"})(scope, receive, send)
            return
        visit_of(scope).body_bytes = len(body)
        await self._app(scope, _replay(body, receive), send)

    async def _read(self, scope: Scope, receive: Receive) -> bytes:
        declared = header(scope, b"content-length") or "0"
        if declared.isdecimal() and int(declared[:12]) > self._max_bytes:
            raise _TooLargeError
        parts: list[bytes] = []
        size = 0
        with anyio.fail_after(self._seconds):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise _GoneError
                parts.append(message.get("body", b""))
                size += len(parts[-1])
                if size > self._max_bytes:
                    raise _TooLargeError
                if not message.get("more_body", False):
                    return b"".join(parts)


def _has_body(scope: Scope) -> bool:
    length = header(scope, b"content-length")
    return header(scope, b"transfer-encoding") is not None or (length is not None and length != "0")


def _replay(body: bytes, receive: Receive) -> Receive:
    """Return a `receive` that gives the body that was read, then whatever follows."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replayed() -> Message:
        return waiting.pop() if waiting else await receive()

    return replayed
