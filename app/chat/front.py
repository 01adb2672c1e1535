"""The chat's page before any script has run: its own title and description, and words for who has no scripts.

The library's page calls itself "Gradio" to whoever shares its link, points to a picture on another host, and is blank
without scripts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.render.phone import with_phone_links

TITLE = "Caveat: what the evidence says about kratom"
PATHS = ("/chat", "/chat/")
_SAID_BY_THE_LIBRARY = re.compile(
    r'<meta\s+(?:property|name)="(?:og|twitter):[^>]*>\s*|<link rel="manifest"[^>]*>\s*|<title>[^<]*</title>\s*'
)
_BODY = re.compile(r"<body\b[^>]*>")
_PAGES = (("/topics", "All topics"), ("/map", "Evidence map"), ("/check", "Check an article"), ("/about", "About"))


@dataclass(frozen=True)
class FrontTexts:
    """What the page says of itself."""

    title: str
    about: str
    emergency: str


def fronted(page: str, texts: FrontTexts) -> str:
    """Return `page` with its own title and description and with words for who has no scripts."""
    title, about = escape(texts.title), escape(texts.about)
    head = (
        f'<title>{title}</title>\n<meta name="description" content="{about}" />\n'
        f'<meta property="og:title" content="{title}" />\n<meta property="og:type" content="website" />\n'
        f'<meta property="og:description" content="{about}" />\n'
    )
    links = "".join(f'<li><a href="{href}">{name}</a></li>' for href, name in _PAGES)
    without_scripts = (
        f'<noscript><main style="max-width:44rem;margin:0 auto;padding:1rem"><p><strong>'
        f"{with_phone_links(texts.emergency)}</strong></p><h1>{title}</h1><p>{about}</p>"
        f'<p>The chat needs scripts. You can <a href="/ask">ask without them</a>, and read all that it knows:</p>'
        f"<ul>{links}</ul></main></noscript>"
    )
    page = _SAID_BY_THE_LIBRARY.sub("", page).replace("</head>", f"{head}</head>", 1)
    return _BODY.sub(lambda body: body.group() + without_scripts, page, count=1)


class ChatFront:
    """Rewrites the chat's page on its way out."""

    def __init__(self, app: ASGIApp, texts: Callable[[], FrontTexts]) -> None:
        self._app = app
        self._texts = texts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] not in PATHS:
            await self._app(scope, receive, send)
            return
        started: Message | None = None
        body = b""

        async def rewritten(message: Message) -> None:
            nonlocal started, body
            if message["type"] == "http.response.start" and _is_page(message):
                started = message
            elif started is None or message["type"] != "http.response.body":
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body", False):
                    page = fronted(body.decode(), self._texts()).encode()
                    kept = [(name, value) for name, value in started["headers"] if name.lower() != b"content-length"]
                    await send({**started, "headers": [*kept, (b"content-length", str(len(page)).encode())]})
                    await send({"type": "http.response.body", "body": page})

        await self._app(scope, receive, rewritten)


def _is_page(message: Message) -> bool:
    kinds = dict(message.get("headers", ()))
    return bool(kinds.get(b"content-type", b"").startswith(b"text/html"))
