"""The stable types of problems, each with what it means: what a client may rely on."""

from __future__ import annotations

from http import HTTPStatus

PROBLEM_TYPES: dict[str, str] = {
    "bad-request": "The request cannot be read at all, a body that is not JSON for example.",
    "invalid-request": "The request does not have the expected shape; `errors` says where.",
    "invalid-question": "The question or its history breaks a stated limit; `errors` says which.",
    "invalid-article": "The article cannot be checked as it was sent.",
    "key-required": "A key is needed.",
    "invalid-key": "The key is unknown or revoked.",
    "origin-not-allowed": "Pages of this origin may not call with this key, or at all.",
    "site-paused": "The site has turned its assistant off; show its contacts.",
    "request-refused": "The request was refused for another reason.",
    "not-found": "There is no such thing.",
    "method-not-allowed": "The method is not allowed here; see `Allow`.",
    "slow-body": "The head or the body took too long to arrive.",
    "body-too-large": "The body is larger than what is read.",
    "rate-limited": "The quota is used up for now; see `Retry-After`.",
    "busy": "Too many questions are waiting; see `Retry-After`.",
    "time-limit": "The answer took too long; ask again.",
    "database": "The database cannot be reached, read or written.",
    "encoder": "The encoder does not work.",
    "not-ready": "The service cannot answer questions.",
    "internal": "Something went wrong in the server; nothing that was sent has been kept.",
}
"""Every type, without its prefix. None is ever renamed; new ones may be added."""

_OF_STATUS = {
    400: ("bad-request", "Bad Request"),
    401: ("key-required", "A valid key is needed"),
    404: ("not-found", "Not Found"),
    405: ("method-not-allowed", "Method Not Allowed"),
    408: ("slow-body", "The request took too long to arrive"),
    413: ("body-too-large", "The request is too large"),
    422: ("invalid-request", "The request cannot be read"),
    429: ("rate-limited", "Too many requests"),
    503: ("busy", "No answer is possible right now"),
}


def general_type(status: int) -> tuple[str, str]:
    """Return the type and title of an error of which only the HTTP status is known."""
    if status in _OF_STATUS:
        return _OF_STATUS[status]
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return "internal", "Something went wrong"
    return "request-refused", "The request was refused"


def problem_types_table() -> str:
    """Return the types as a Markdown table."""
    return "\n".join(["| type | meaning |", "|---|---|", *(f"| `{n}` | {text} |" for n, text in PROBLEM_TYPES.items())])
