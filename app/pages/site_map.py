"""The list of pages for search engines, as sitemaps.org defines it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape


def site_map(rows: Iterable[str]) -> str:
    """Return the document that holds `rows`."""
    start = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join([start, *rows, "</urlset>\n"])


def site_map_row(address: str, changed: date | None = None) -> str:
    """Return the row of one page, with the day on which it last changed where that is known."""
    day = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
    return f"<url><loc>{escape(address)}</loc>{day}</url>"
