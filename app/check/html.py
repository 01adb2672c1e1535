"""The report as one self-contained, printable page."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from app.check.report import Report
from app.check.wording import MESSAGE_LIMITS, VERDICTS
from app.render.phone import with_phone_links
from app.render.words import SOURCE_WORDS


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("app.check"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render_html(report: Report) -> str:
    """Return `report` as a page without scripts and without requests; everything echoed is escaped."""
    numbers = {source.id: at for at, source in enumerate(report.sources, start=1)}
    return (
        _environment()
        .get_template("report.html")
        .render(
            report=report,
            summary=report.summary,
            emergency=Markup(with_phone_links(report.summary.emergency)),  # noqa: S704 - escapes what it is given
            verdicts=VERDICTS,
            limits=MESSAGE_LIMITS,
            numbers=numbers,
            source_words=SOURCE_WORDS,
        )
    )
