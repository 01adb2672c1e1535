"""Where in a rendered answer each source is cited."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.answer.record import Answer, Source
from app.render.markdown import escape

_MARK = re.compile(r"\\\[(\d+)\\\]")


@dataclass(frozen=True)
class Citation:
    """One mark such as `\\[2\\]` in the Markdown: where it stands, in code points, and what it cites."""

    start: int
    end: int
    source: Source


def citations(answer: Answer, markdown: str) -> list[Citation]:
    """Return the citations of `markdown`, which `answer_markdown` made of `answer`, in the order of the text."""
    found: list[Citation] = []
    at = 0
    for statement in answer.statements:
        text = escape(statement.text)
        at = markdown.index(text, at) + len(text)
        line_end = markdown.find("\n", at)
        for mark in _MARK.finditer(markdown, at, line_end if line_end >= 0 else len(markdown)):
            number = int(mark.group(1))
            found.append(Citation(mark.start(), mark.end(), answer.sources[number - 1]))
    return found
