"""`caveat ask`: one question for a person, or JSON and JSON Lines for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Annotated, Any

import typer

from index.errors import CaveatError, QuestionError


def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in quotes.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer record as JSON.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Read JSON Lines from standard input.")] = False,
    region: Annotated[str | None, typer.Option(help="Region for emergency numbers: US, GB, CA ...")] = None,
    language: Annotated[str | None, typer.Option(help="Language of fixed texts: en, es ...")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show the decision and scores too.")] = False,
) -> None:
    """Answer a question from the built index."""
    from app.opening import open_assistant  # noqa: PLC0415
    from app.settings import Settings  # noqa: PLC0415

    if question is None and not jsonl:
        raise QuestionError("question", 'write a question: caveat ask "Is kratom addictive?"')
    assistant = open_assistant(Settings())
    if jsonl:
        _answer_lines(assistant, sys.stdin.buffer, region, language)
        return
    text = _readable(question or "")
    explained = assistant.explain(text, (), region, language)
    if as_json:
        print(explained.answer.model_dump_json(indent=2))
    else:
        from rich.console import Console  # noqa: PLC0415

        from app.render.terminal import print_answer  # noqa: PLC0415

        print_answer(explained.answer, Console())
    if explain:
        _print_explanation(explained)


def _readable(argument: str) -> str:
    """Return the argument; raises `QuestionError` when it is not UTF-8 text."""
    try:
        argument.encode("utf-8")
    except UnicodeEncodeError as error:
        raise QuestionError("question", "it is not valid UTF-8 text; type it again") from error
    return argument


def _answer_lines(assistant: Any, lines: Iterable[bytes], region: str | None, language: str | None) -> None:
    """Write one line per input line, in order; a bad line gives one error line and the rest go on."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        row_id: object = None
        try:
            row = _row(line, number)
            row_id = row.get("id")
            turns = _turns(row, number)
            answer = assistant.ask(
                turns[-1].content, turns[:-1], row.get("region") or region, row.get("language") or language
            )
            result: dict[str, object] = {"id": row_id, "answer": answer.model_dump(mode="json")}
        except CaveatError as error:
            result = {"id": row_id, "line": number, "error": {"code": error.code, "detail": str(error)}}
        sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
        sys.stdout.flush()


def _row(line: bytes, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise QuestionError(f"line {number}", "not a JSON object in UTF-8") from error
    if not isinstance(row, dict):
        raise QuestionError(f"line {number}", 'write an object: {"id": "1", "question": "..."}')
    return row


def _turns(row: dict[str, Any], number: int) -> list[Any]:
    from app.guard.decision import Message  # noqa: PLC0415

    for name in ("region", "language"):
        if not isinstance(row.get(name), str | None):
            raise QuestionError(f"line {number}: {name}", "must be text")
    if isinstance(row.get("question"), str) and "turns" not in row:
        return [Message("user", _readable(row["question"]))]
    turns = row.get("turns")
    if "question" in row or not isinstance(turns, list) or not turns:
        raise QuestionError(f"line {number}", "give either a text 'question' or a list of 'turns'")
    messages = []
    for at, turn in enumerate(turns):
        where = f"line {number}: turns.{at}"
        if not isinstance(turn, dict) or not isinstance(turn.get("content"), str):
            raise QuestionError(where, 'write {"role": "user", "content": "..."}')
        if turn.get("role") not in ("user", "assistant", "system"):
            raise QuestionError(where, "role must be user, assistant or system")
        messages.append(Message(turn["role"], _readable(turn["content"])))
    if messages[-1].role != "user":
        raise QuestionError(f"line {number}: turns", "the last turn must be the user's")
    return messages


def _print_explanation(explained: Any) -> None:
    decision = explained.decision
    detail = {
        "outcome": decision.outcome,
        "reason": decision.reason,
        "rules": decision.rules,
        "view": decision.view,
        "scores": dict(decision.scores),
        "searched_for": decision.question,
        "mentions": [mention.id for mention in explained.hits.mentions],
        "unknown": explained.hits.unknown,
        "hits": [
            {
                "item": hit.item,
                "kind": hit.kind,
                "score": round(hit.score, 3),
                "cosine": round(hit.cosine, 3),
                "missing": hit.missing,
            }
            for hit in explained.hits.ranked[:8]
        ],
    }
    sys.stderr.write(json.dumps(detail, indent=1, ensure_ascii=False) + "\n")
