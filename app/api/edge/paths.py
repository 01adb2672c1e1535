"""Which rule a request falls under, by its method and path."""

from __future__ import annotations

import re
from enum import StrEnum


class Rule(StrEnum):
    """How a request is admitted."""

    ASK = "ask"
    """Needs work: counted by cost, needs a key when keys are needed."""
    READ = "read"
    """Reads what is loaded: counted, needs a key when keys are needed."""
    SITE = "site"
    """The settings of a site key: counted, works for a paused site."""
    CHAT = "chat"
    """The web chat's own endpoints and the page without scripts: counted by address."""
    REFUSED = "refused"
    """An endpoint that comes with a library and is not offered."""
    OPEN = "open"
    """Pages, files, health: not counted."""


ASKING = frozenset({"/v1/ask", "/v1/chat/completions", "/v1/check"})
CHAT_EVENTS = "/chat/gradio_api/queue/join"
"""Where the web chat sends questions and articles."""
FORMS = frozenset({"/ask", "/check"})
"""Pages that work without scripts: their forms are counted like the web chat."""

_CHAT_OFFERED = re.compile(
    r"/chat/(?:(?:assets|static|svelte)/.+|config|theme\.css|favicon\.ico|robots\.txt|manifest\.json"
    r"|gradio_api/(?:queue/(?:join|data)|heartbeat/[^/]+|app_id|cancel|reset|startup-events))?"
)
"""What the web chat's page needs of Gradio; by the id of the app it comes back after a lost connection. Uploads, files,
direct calls, deep links (which write conversations to disk), proxying and development endpoints are not offered."""


def rule_of(method: str, path: str) -> Rule:
    """Return the rule for a request."""
    if is_chat(path):
        if not _CHAT_OFFERED.fullmatch(path):
            return Rule.REFUSED
        return Rule.CHAT if method == "POST" else Rule.OPEN
    if path in FORMS and method == "POST":
        return Rule.CHAT
    if not path.startswith("/v1/"):
        return Rule.OPEN
    if path == "/v1/site":
        return Rule.SITE
    return Rule.ASK if path in ASKING and method == "POST" else Rule.READ


def surface_of(path: str) -> str:
    """Return the surface a path belongs to, as logs and metrics name it."""
    if path.startswith("/v1/chat/"):
        return "openai"
    if path.startswith("/v1/"):
        return "api"
    return "chat" if is_chat(path) else "page"


def is_chat(path: str) -> bool:
    """Return whether `path` belongs to the mounted web chat."""
    return path.startswith("/chat/")
