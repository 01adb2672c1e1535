"""Security headers for every response, by what it is."""

from __future__ import annotations

from collections.abc import Iterable

API_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
PAGE_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
LIBRARY_PAGE_POLICY = PAGE_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
"""For pages whose library sets styles on elements: the API description."""
CHAT_POLICY = LIBRARY_PAGE_POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'").replace(
    "base-uri 'none'", "base-uri 'self'"
)
"""For the web chat, whose page starts itself with an inline script and sets its own base address."""

_COMMON = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
}
_API_PREFIXES = ("/v1/", "/healthz", "/readyz", "/metrics", "/openapi.json")
WIDGET_FILES = "/widget/"


def security_headers(path: str, hsts_days: int) -> dict[str, str]:
    """Return the headers that a response to `path` gets unless it sets them itself."""
    headers = dict(_COMMON)
    is_api = path.startswith(_API_PREFIXES)
    if path.startswith("/docs"):
        policy = LIBRARY_PAGE_POLICY
    elif path.startswith("/chat"):
        policy = CHAT_POLICY
    else:
        policy = API_POLICY if is_api else PAGE_POLICY
    headers["content-security-policy"] = policy
    # A widget is loaded by other people's pages; a page that must not share is protected by CORS, not by this.
    is_shared = is_api or is_widget_file(path)
    headers["cross-origin-resource-policy"] = "cross-origin" if is_shared else "same-origin"
    if hsts_days:
        headers["strict-transport-security"] = f"max-age={hsts_days * 86_400}"
    return headers


def is_widget_file(path: str) -> bool:
    """Return whether `path` is the widget's script, words or numbers, which every page may load."""
    return path.startswith(WIDGET_FILES) and path.endswith((".js", ".json"))


def merged(present: Iterable[tuple[bytes, bytes]], added: dict[str, str]) -> list[tuple[bytes, bytes]]:
    """Return `present` with those of `added` whose names are not there yet."""
    kept = list(present)
    names = {name.lower() for name, _value in kept}
    return kept + [
        (name.encode(), value.encode("latin-1")) for name, value in added.items() if name.encode() not in names
    ]
