"""An answer for the terminal: lead first, badges in words, sources numbered."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from app.answer.record import Answer, NoticeKind, Outcome, Statement

_TITLES = {
    Outcome.ANSWERED: "Answer",
    Outcome.DECLINED: "Not something Caveat answers",
    Outcome.URGENT: "Act now",
    Outcome.NOT_COVERED: "Not covered",
}
_STYLES = {
    Outcome.ANSWERED: "cyan",
    Outcome.DECLINED: "yellow",
    Outcome.URGENT: "bold red",
    Outcome.NOT_COVERED: "blue",
}


def print_answer(answer: Answer, console: Console) -> None:
    """Print `answer` for a person."""
    console.print(Panel(_head(answer), title=_TITLES[answer.outcome], border_style=_STYLES[answer.outcome]))
    numbers = {source.id: at for at, source in enumerate(answer.sources, start=1)}
    for statement in answer.statements:
        console.print(_statement(statement, numbers))
    console.print()
    console.print(Text(answer.clinician_note, style="bold"))
    for notice in answer.notices:
        if notice.kind is not NoticeKind.CRISIS:
            console.print(Text(notice.text, style="dim"))
    if answer.sources:
        console.print(Text("\nSources", style="bold"))
        for source in answer.sources:
            where = source.url or f"{source.venue} (no link)"
            year = f", {source.year}" if source.year else ""
            console.print(Text(f"[{numbers[source.id]}] {source.title}{year}. {source.kind}. {where}"))
    if answer.related:
        console.print(Text("\nYou can also ask", style="bold"))
        for question in answer.related:
            console.print(Text(f"- {question}"))


def _head(answer: Answer) -> Group:
    parts: list[RenderableType] = [Text(answer.lead, style="bold")]
    for notice in answer.notices:
        if notice.kind is NoticeKind.CRISIS and answer.outcome is Outcome.URGENT:
            parts += [Text(f"\n{at}. {line}") for at, line in enumerate(notice.text.split("\n"), start=1)]
    if answer.outcome is Outcome.ANSWERED:
        parts.append(Text(f"\n{answer.evidence.explanation}", style="dim"))
    return Group(*parts)


def _statement(statement: Statement, numbers: dict[str, int]) -> Padding:
    marks = " ".join(f"[{numbers[source]}]" for source in statement.source_ids)
    lines: list[RenderableType] = [
        Text.assemble(("• ", "bold"), statement.text, (f" {marks}", "dim")),
        Text(f"  {statement.evidence.label}", style="cyan"),
    ]
    if statement.caveat:
        lines.append(Text(f"  Caveat: {statement.caveat}", style="italic"))
    return Padding(Group(*lines), (1, 0, 0, 0))
