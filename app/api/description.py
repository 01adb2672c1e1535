"""The OpenAPI description: what FastAPI derives from the routes, and what it cannot know."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from app.api.problems import Problem

TEXT = """Evidence-graded answers about kratom (*Mitragyna speciosa*) and neurotransmitters. It never gives amounts
or sellers; emergencies come first; every answer carries its evidence and a note to consult a clinician.

Every error is `application/problem+json` (RFC 9457) with a stable `type`. Quotas are told in `RateLimit` and
`RateLimit-Policy`; after a 429, wait for `Retry-After` seconds. Nothing that is asked is stored or logged."""
_SCHEMES = {
    "secretKey": {"type": "http", "scheme": "bearer", "description": "A secret key, for servers."},
    "siteKey": {"type": "apiKey", "in": "header", "name": "X-Caveat-Key", "description": "A site key, for pages."},
}


def description_of(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """Return the function that gives the description of `app`, made once."""

    def describe() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _describe(app)
        return app.openapi_schema

    return describe


def _describe(app: FastAPI) -> dict[str, Any]:
    schema = get_openapi(title=app.title, version=app.version, description=TEXT, routes=app.routes)
    components = schema.setdefault("components", {})
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    components.setdefault("schemas", {}).update(problem.pop("$defs"), Problem=problem)
    components["securitySchemes"] = _SCHEMES
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            if path == "/v1/site":
                operation["security"] = [{"siteKey": []}]
            elif path.startswith("/v1/"):
                operation["security"] = [{}, {"secretKey": []}, {"siteKey": []}]
    return schema
