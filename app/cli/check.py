"""`caveat check`: an article, sentence by sentence, with what the evidence says."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from index.errors import CaveatError


class ReportFileError(CaveatError):
    code = "report-file"
    title = "The report cannot be written"


def check(
    article: Annotated[str, typer.Argument(help="A file of text, Markdown or HTML; - reads standard input.")],
    html: Annotated[Path | None, typer.Option("--html", help="Write the report as one printable page.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Check an article against the reviewed evidence: a verdict and a reason for each sentence."""
    from app.check import Checker  # noqa: PLC0415
    from app.check.article import ArticleFormat, decode_article, format_of  # noqa: PLC0415
    from app.check.errors import ArticleError  # noqa: PLC0415
    from app.check.html import render_html  # noqa: PLC0415
    from app.opening import open_served  # noqa: PLC0415
    from app.settings import Settings  # noqa: PLC0415

    text = decode_article(_read(article))
    settings = Settings()
    kind = ArticleFormat.AUTO if article == "-" else format_of(article)
    report = Checker(open_served(settings), settings.region).check(text, date.today(), kind)
    if not report.sentences:
        raise ArticleError(report.summary.message)
    if html is not None:
        try:
            html.write_text(render_html(report), encoding="utf-8")
        except OSError as error:
            raise ReportFileError(f"cannot write {html}: {error.strerror}") from error
    if as_json:
        print(report.model_dump_json(indent=2))
    elif html is None:
        _print(report)
    else:
        print(f"{report.summary.message}\nWritten to {html}.")


def _read(article: str) -> bytes:
    from app.check.article import MAX_BYTES  # noqa: PLC0415
    from app.check.errors import ArticleError  # noqa: PLC0415

    if article == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(article).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise ArticleError(f"cannot read {article}: {error.strerror}") from error


def _print(report: Any) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from app.check.wording import MESSAGE_LIMITS, VERDICTS  # noqa: PLC0415

    console, summary = Console(), report.summary
    for row in report.sentences:
        words = VERDICTS[row.verdict]
        console.print(Text.assemble((f"{words.mark} {words.name}: ", "bold"), row.text))
        console.print(Text(f"    {row.reason}", style="dim"))
    console.print(Text(f"\n{summary.message}", style="bold"))
    counts = ", ".join(
        f"{VERDICTS[verdict].name.lower()} {count}" for verdict, count in summary.counts.items() if count
    )
    console.print(Text(f"Sentences: {counts or 'none'}"))
    if summary.misleading:
        console.print(Text("\nMost misleading", style="bold"))
        for at, one in enumerate(summary.misleading, start=1):
            console.print(Text(f"{at}. {one.text}\n   {VERDICTS[one.verdict].name}: {one.reason}"))
    if summary.left_out:
        console.print(Text("\nLeft out", style="bold"))
        for one in summary.left_out:
            console.print(Text(f"- {one.text} ({one.evidence.label})"))
    console.print(Text(f"\n{summary.clinician_note}", style="bold"))
    console.print(Text(f"{MESSAGE_LIMITS} {summary.review_status}", style="dim"))
