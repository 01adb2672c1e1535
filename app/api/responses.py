"""The problem responses that routes declare, so that the OpenAPI description is complete."""

from __future__ import annotations

from typing import Any

from app.api.problems import MEDIA_TYPE, TYPE_PREFIX, Problem

_MEANINGS: dict[int, tuple[str, str, str]] = {
    400: ("bad-request", "The body is not JSON.", "There was an error parsing the body"),
    401: ("key-required", "A key is needed, or the one sent is not valid.", "send a secret key as a bearer token"),
    403: ("origin-not-allowed", "The key may not be used from here.", "this site key is not for this origin"),
    404: ("not-found", "There is no such thing.", "no claim has this id"),
    405: ("method-not-allowed", "The method is not allowed here.", "Method Not Allowed"),
    408: ("slow-body", "The body took too long to arrive.", "the body did not arrive within 15 seconds"),
    413: ("body-too-large", "The body is larger than what is read.", "at most 655360 bytes are read"),
    422: ("invalid-request", "The request does not have the expected shape.", "see errors"),
    429: (
        "rate-limited",
        "The quota is used up for now.",
        "too many requests in a short time; try again in 20 seconds",
    ),
    500: ("internal", "The server could not answer.", "nothing that was sent has been kept"),
    503: ("busy", "No answer is possible right now.", "too many questions are waiting"),
}


def event_stream(description: str, example: str, events: tuple[str, ...] = ()) -> dict[int | str, dict[str, Any]]:
    """Return the OpenAPI 3.2 description of a 200 that is JSON or, when asked for, an event stream."""
    properties: dict[str, Any] = {"data": {"type": "string"}, "id": {"type": "string"}, "event": {"type": "string"}}
    if events:
        properties["event"]["enum"] = list(events)
    item = {"type": "object", "properties": properties, "required": ["data"]}
    content = {"text/event-stream": {"itemSchema": item, "example": example}}
    return {200: {"description": description, "content": content}}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the OpenAPI responses of `statuses`, each a problem with an example."""
    return {status: _response(status) for status in statuses}


def _response(status: int) -> dict[str, Any]:
    code, meaning, detail = _MEANINGS[status]
    example = Problem(type=f"{TYPE_PREFIX}{code}", title=meaning.rstrip("."), status=status, detail=detail)
    schema = {"$ref": "#/components/schemas/Problem"}
    content = {MEDIA_TYPE: {"schema": schema, "example": example.model_dump()}}
    return {"description": meaning, "content": content}


def not_modified() -> dict[int | str, dict[str, Any]]:
    """Return the OpenAPI response of a request whose ETag is still right."""
    return {304: {"description": "The client has this version already."}}
