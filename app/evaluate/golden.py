"""Golden answers: whole records pinned to the content version, so that a change of content shows what it changes."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.answer.record import Answer
from app.assistant import Assistant
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


def compare(assistant: Assistant, folder: Path) -> list[Changed]:
    """Return every golden question whose answer differs from the accepted one.

    Raises `EvaluationError` when the golden file is missing or malformed.
    """
    return [
        Changed(_asked(row)[-1].content, tuple(_difference(row["answer"], plain(_answer(assistant, row)))))
        for row in _read(folder / FILE)["answers"]
        if row["answer"] != plain(_answer(assistant, row))
    ]


def accept(assistant: Assistant, folder: Path) -> int:
    """Write the present answers as the golden ones; return how many there are."""
    path = folder / FILE
    rows = [{**row, "answer": plain(_answer(assistant, row))} for row in _read(path)["answers"]]
    golden = {"content_version": assistant.index.manifest.content_version, "answers": rows}
    path.write_text(json.dumps(golden, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return len(rows)


def pinned_to(folder: Path) -> str:
    """Return the content version that the golden answers were accepted for."""
    return str(_read(folder / FILE)["content_version"])


def plain(answer: Answer) -> dict[str, Any]:
    """Return the record as JSON values without what changes with every version."""
    record = answer.model_dump(mode="json")
    return {name: value for name, value in record.items() if name not in _VERSIONS}


def _answer(assistant: Assistant, row: dict[str, Any]) -> Answer:
    turns = _asked(row)
    return assistant.ask(turns[-1].content, turns[:-1])


def _asked(row: dict[str, Any]) -> list[Message]:
    return [Message(turn["role"], turn["content"]) for turn in row["turns"]]


def _difference(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    old, new = (json.dumps(one, ensure_ascii=False, indent=1, sort_keys=True).splitlines() for one in (before, after))
    yield from difflib.unified_diff(old, new, "accepted", "now", lineterm="", n=1)


def _read(path: Path) -> dict[str, Any]:
    try:
        golden: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise EvaluationError(f"{path} is missing or not JSON") from error
    if not isinstance(golden, dict) or not isinstance(golden.get("answers"), list):
        raise EvaluationError(f"{path} holds no list of answers")
    return golden
