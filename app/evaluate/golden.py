"""Golden answers: whole records pinned to the content version, so that a change of content shows what it changes."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.answer.record import Answer
from app.assistant import Assistant
from app.evaluate.guard import RowTurn
from app.evaluate.results import EvaluationError
from app.guard.decision import Message

FILE = "answers.json"
_VERSIONS = ("id", "content_version", "index_version")
"""Parts of a record that change with every version, and say nothing about the answer."""


@dataclass(frozen=True)
class Changed:
    """A golden question whose answer is another one now, with the difference line by line."""

    question: str
    diff: tuple[str, ...]


class _Row(BaseModel):
    """One golden question, with the answer that was accepted for it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    turns: tuple[RowTurn, ...] = Field(min_length=1)
    answer: dict[str, Any] = {}
    """Empty for a question that is new."""

    @property
    def messages(self) -> list[Message]:
        return [Message(turn.role, turn.content) for turn in self.turns]


class _Golden(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    content_version: str
    answers: tuple[_Row, ...]


def compare(assistant: Assistant, folder: Path) -> list[Changed]:
    """Return every golden question whose answer differs from the accepted one.

    Raises `EvaluationError` when the golden file is missing or malformed.
    """
    rows = _read(folder / FILE).answers
    answered = ((row, plain(_answer(assistant, row))) for row in rows)
    return [
        Changed(row.messages[-1].content, tuple(_difference(row.answer, now)))
        for row, now in answered
        if row.answer != now
    ]


def accept(assistant: Assistant, folder: Path) -> int:
    """Write the present answers as the golden ones; return how many there are."""
    path = folder / FILE
    rows = tuple(row.model_copy(update={"answer": plain(_answer(assistant, row))}) for row in _read(path).answers)
    golden = _Golden(content_version=assistant.index.manifest.content_version, answers=rows)
    path.write_text(json.dumps(golden.model_dump(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return len(rows)


def pinned_to(folder: Path) -> str:
    """Return the content version that the golden answers were accepted for."""
    return _read(folder / FILE).content_version


def plain(answer: Answer) -> dict[str, Any]:
    """Return the record as JSON values without what changes with every version."""
    record = answer.model_dump(mode="json")
    return {name: value for name, value in record.items() if name not in _VERSIONS}


def _answer(assistant: Assistant, row: _Row) -> Answer:
    *history, last = row.messages
    return assistant.ask(last.content, history)


def _difference(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    old, new = (json.dumps(one, ensure_ascii=False, indent=1, sort_keys=True).splitlines() for one in (before, after))
    yield from difflib.unified_diff(old, new, "accepted", "now", lineterm="", n=1)


def _read(path: Path) -> _Golden:
    try:
        return _Golden.model_validate_json(path.read_bytes())
    except OSError as error:
        raise EvaluationError(f"no golden answers at {path}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise EvaluationError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
