"""The report as one self-contained, printable page."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from app.check.report import Report
from app.check.wording import MESSAGE_LIMITS, VERDICTS


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
    template = _environment().get_template("report.html")
    return template.render(
        report=report, summary=report.summary, verdicts=VERDICTS, limits=MESSAGE_LIMITS, numbers=numbers
    )
