"""The result of an evaluation: one row per figure, the same for every set, printed as a table or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from math import sqrt
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict
from rich.console import Console
from rich.table import Table

from index.errors import CaveatError

Z_95 = 1.959964
"""Normal quantile of a two-sided 95% interval."""


class EvaluationError(CaveatError):
    code = "evaluation"
    title = "The evaluation cannot be run"


class Result(BaseModel):
    """One figure: which set and split, what was measured on how many, its value and its 95% interval."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    set: str
    split: str
    metric: str
    """Name of the figure; a slice comes first: `plain-dosing.declined`."""
    n: int
    value: float
    interval: tuple[float, float] | None
    content_version: str
    index_version: str


class Versions(BaseModel):
    """What was evaluated: the versions that every result of one run carries."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    content_version: str
    index_version: str


def share(name: tuple[str, str, str], hits: int, n: int, versions: Versions) -> Result:
    """Return the share `hits` / `n` with its Wilson interval, under (set, split, metric)."""
    value = hits / n if n else 0.0
    return measure(name, n, value, versions, wilson(hits, n))


def measure(
    name: tuple[str, str, str], n: int, value: float, versions: Versions, interval: tuple[float, float] | None = None
) -> Result:
    """Return a figure that is not a share, or one whose interval was computed elsewhere."""
    set_name, split, metric = name
    return Result(
        set=set_name, split=split, metric=metric, n=n, value=value, interval=interval, **versions.model_dump()
    )


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Return the Wilson 95% score interval of a share (Wilson 1927, doi:10.1080/01621459.1927.10502953)."""
    if n == 0:
        return (0.0, 1.0)
    observed = hits / n
    weight = Z_95**2 / n
    centre = observed + weight / 2
    half = Z_95 * sqrt(observed * (1 - observed) / n + weight / (4 * n))
    return (max(0.0, (centre - half) / (1 + weight)), min(1.0, (centre + half) / (1 + weight)))


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSON Lines file, one at least. Raises `EvaluationError` naming the line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    except UnicodeDecodeError as error:
        raise EvaluationError(f"{path} is not UTF-8 text") from error
    except OSError as error:
        raise EvaluationError(f"no question set at {path}; run from the project's folder or give --data") from error
    if lines == [""]:
        raise EvaluationError(f"{path} holds no question")
    rows = []
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line)
        except json.JSONDecodeError:
            row = None
        if not isinstance(row, dict):
            raise EvaluationError(f"{path}:{number} is not a JSON object")
        rows.append(row)
    return rows


def as_json(results: Iterable[Result]) -> str:
    """Return the results as JSON Lines, one figure per line."""
    return "\n".join(result.model_dump_json() for result in results)


def print_table(console: Console, title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table whose first column is text and the rest figures."""
    table = Table(title=title, title_justify="left")
    for at, column in enumerate(columns):
        table.add_column(column, justify="right" if at else "left")
    for row in rows:
        table.add_row(*row)
    console.print(table)


def percent(result: Result | None) -> str:
    """Return a share with its interval in percent, such as `98.3 (95.1-99.4)`; a dash for no result."""
    if result is None or not result.n:
        return "-"
    if result.interval is None:
        return f"{result.value:.3g}"
    low, high = result.interval
    return f"{100 * result.value:.1f} ({100 * low:.0f}-{100 * high:.0f})"
