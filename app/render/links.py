"""Addresses of things on the pages."""

from __future__ import annotations

from index.library import Library


def claim_address(library: Library, claim_id: str) -> str:
    """Return the address of a claim on its topic page."""
    return f"/topics/{library.topic_of[claim_id]}#{claim_id}"
