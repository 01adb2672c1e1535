"""An answer as Markdown, complete in itself: lead, evidence in words, caveats, sources, clinician note."""

from __future__ import annotations

import re

from app.answer.record import Answer, NoticeKind, Outcome, Source, Statement

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


def escape(text: str) -> str:
    """Return `text` with Markdown and HTML characters escaped."""
    return _SPECIAL.sub(r"\\\1", text)


def answer_markdown(answer: Answer) -> str:
    """Return the whole answer as Markdown; a surface that shows only text still shows everything."""
    numbers = {source.id: at for at, source in enumerate(answer.sources, start=1)}
    blocks = [f"**{escape(answer.lead)}**"]
    for notice in answer.notices:
        if notice.kind is NoticeKind.CRISIS and answer.outcome is Outcome.URGENT:
            steps = notice.text.split("\n")
            blocks.append("\n".join(f"{at}. {escape(step)}" for at, step in enumerate(steps, start=1)))
    if answer.statements:
        blocks.append(escape(answer.evidence.explanation))
    blocks += [_statement(statement, numbers) for statement in answer.statements]
    blocks.append(f"**{escape(answer.clinician_note)}**")
    rest = [notice.text for notice in answer.notices if notice.kind is not NoticeKind.CRISIS]
    blocks += [f"*{escape(text)}*" for text in rest]
    if answer.sources:
        listed = "\n".join(_source(source, numbers[source.id]) for source in answer.sources)
        blocks.append(f"**Sources**\n\n{listed}")
    return "\n\n".join(blocks)


def _statement(statement: Statement, numbers: dict[str, int]) -> str:
    marks = " ".join(f"\\[{numbers[source]}\\]" for source in statement.source_ids)
    lines = [f"- {escape(statement.text)} {marks}", f"  <br>**{escape(statement.evidence.label)}**"]
    if statement.caveat:
        lines.append(f"  <br>*Caveat: {escape(statement.caveat)}*")
    return "\n".join(lines)


def _source(source: Source, number: int) -> str:
    year = f", {source.year}" if source.year else ""
    kind = source.kind.replace("-", " ")
    title = f"[{escape(source.title)}]({source.url})" if source.url else escape(source.title)
    retracted = " **Retracted.**" if source.retracted else ""
    return f"{number}. {title}. {escape(source.venue)}{year} ({kind}).{retracted}"
