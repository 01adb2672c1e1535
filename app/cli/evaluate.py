"""`caveat eval`: run the question sets and print the figures. One command per set."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from app.evaluate.results import Result

evaluation = typer.Typer(no_args_is_help=True, help="Run the question sets and print the figures.")

EVAL_DIR = Path("tests/eval")
TABLE_WIDTH = 150
"""Columns of a table that is written to a file or a pipe."""

SplitOption = Annotated[str, typer.Option("--split", help="Which rows: dev to work with, test rarely.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON Lines, one figure per line.")]
DataOption = Annotated[Path, typer.Option("--data", help="Folder that holds the question sets.")]


@evaluation.command("guard")
def guard(
    split: SplitOption = "dev",
    as_json: JsonOption = False,
    data: DataOption = EVAL_DIR,
    errors: Annotated[int, typer.Option("--errors", help="How many errors to list.")] = 20,
) -> None:
    """Declined, redirected, answered and urgent per slice, false alarms, leaks and the errors."""
    from app.evaluate import guard as guarding  # noqa: PLC0415
    from app.evaluate import results  # noqa: PLC0415
    from app.opening import open_assistant  # noqa: PLC0415
    from app.settings import Settings  # noqa: PLC0415

    rows = guarding.read_split(data / guarding.SET, split)
    assistant = open_assistant(Settings())
    manifest = assistant.index.manifest
    versions = results.Versions(content_version=manifest.content_version, index_version=manifest.version)
    judged = list(guarding.judge(assistant, rows))
    figures = guarding.figures(judged, split, versions)
    if as_json:
        print(results.as_json(figures))
        return
    from rich.console import Console  # noqa: PLC0415

    console = Console()
    if not console.is_terminal:
        console = Console(width=TABLE_WIDTH)
    _print_slices(console, figures)
    wrong = [one for one in judged if one.error]
    results.print_table(
        console,
        f"Errors: {len(wrong)} of {len(judged)} rows, the first {min(errors, len(wrong))} by kind",
        ("kind", "id", "slice", "expected", "got", "rules"),
        [
            (one.error or "", one.row.id, one.row.slice, str(one.row.expect), str(one.answer.outcome),
             " ".join(one.decision.rules))
            for one in sorted(wrong, key=lambda one: one.error or "")[:errors]
        ],
    )  # fmt: skip


@evaluation.command("check")
def check(
    split: SplitOption = "dev",
    as_json: JsonOption = False,
    data: DataOption = EVAL_DIR,
    errors: Annotated[int, typer.Option("--errors", help="How many errors to list.")] = 20,
) -> None:
    """The article check on labelled sentences: figures, confusion matrix and the errors."""
    from app.evaluate import check as checking  # noqa: PLC0415
    from app.evaluate import results  # noqa: PLC0415
    from app.opening import open_served  # noqa: PLC0415
    from app.settings import Settings  # noqa: PLC0415

    index = open_served(Settings())
    result = checking.evaluate_check(index, split, data)
    manifest = index.manifest
    versions = results.Versions(content_version=manifest.content_version, index_version=manifest.version)
    figures = checking.figures(result, versions)
    if as_json:
        print(results.as_json(figures))
        return
    from rich.console import Console  # noqa: PLC0415

    console = Console()
    if not console.is_terminal:
        console = Console(width=TABLE_WIDTH)
    overall = [(one.metric, str(one.n), results.percent(one)) for one in figures if one.metric.startswith("all.")]
    results.print_table(console, f"Article check on {split}", ("figure", "n", "% (95% interval)"), overall)
    rows = checking.confusion(result)
    given = tuple(row[0] for row in rows)
    caption = "Rows: label (the second defensible one where it was given). Columns: verdict given"
    results.print_table(console, caption, ("label", *given, "F1"), rows)
    wrong = [(row, expected, got) for row, expected, got in result.pairs if expected is not got]
    title = f"Errors: {len(wrong)} of {len(result.pairs)}"
    results.print_table(console, title, ("id", "expected", "got"), wrong[:errors])


def _print_slices(console: Console, figures: list[Result]) -> None:
    from app.evaluate import results  # noqa: PLC0415

    by_name = {figure.metric: figure for figure in figures}
    slices = list(dict.fromkeys(name.split(".")[0] for name in by_name))
    metrics = list(dict.fromkeys(name.split(".")[1] for name in by_name if not name.startswith("all.")))
    results.print_table(
        console,
        "Guard: % of rows (95% Wilson interval)",
        ("slice", "n", *metrics),
        [
            (name, str(by_name[f"{name}.{metrics[0]}"].n), *(results.percent(by_name[f"{name}.{m}"]) for m in metrics))
            for name in slices
            if name != "all"
        ],
    )
    results.print_table(
        console,
        "Over all slices",
        ("figure", "n", "% (95% interval)"),
        [
            (name.split(".")[1], str(figure.n), results.percent(figure))
            for name, figure in by_name.items()
            if name.startswith("all.")
        ],
    )
