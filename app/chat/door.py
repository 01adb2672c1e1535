"""Turns away what the chat's library would fail at: events and conversations that it does not know.

A page that stays open over a restart asks for both; each would count as a crash of the server.
"""

from __future__ import annotations

import json
from collections.abc import Container
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.problems import problem_of_status, problem_response

JOIN, DATA = "/chat/gradio_api/queue/join", "/chat/gradio_api/queue/data"


class ChatDoor:
    """Answers 404 for an event that is not one of `events` and for a conversation that is not one of `sessions`."""

    def __init__(self, app: ASGIApp, events: Container[int], sessions: Container[str]) -> None:
        self._app = app
        self._events = events
        self._sessions = sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request that the chat knows what to do with."""
        path = scope["path"] if scope["type"] == "http" else ""
        if path == JOIN and scope["method"] == "POST":
            first = await receive()  # the whole body: it has been read before it came here
            receive = _again(first, receive)
            if self._is_unknown_event(first.get("body", b"")):
                await problem_response(problem_of_status(404), scope)(scope, receive, send)
                return
        elif path == DATA and self._is_unknown_session(scope):
            await problem_response(problem_of_status(404), scope)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _is_unknown_event(self, body: bytes) -> bool:
        try:
            sent = json.loads(body)
        except ValueError:
            return False  # what has no expected shape is refused where it is read
        number = sent.get("fn_index") if isinstance(sent, dict) else None
        return isinstance(number, int) and number not in self._events

    def _is_unknown_session(self, scope: Scope) -> bool:
        named = parse_qs(scope["query_string"].decode("latin-1")).get("session_hash")
        return named is not None and named[-1] not in self._sessions


def _again(first: Message, receive: Receive) -> Receive:
    """Return a `receive` that gives `first` once more, then whatever follows."""
    waiting = [first]

    async def given() -> Message:
        return waiting.pop() if waiting else await receive()

    return given
