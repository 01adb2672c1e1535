"""`caveat index`: build the index, or go back to the one before."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn


def index(
    rollback: Annotated[bool, typer.Option("--rollback", help="Serve the previous index again.")] = False,
) -> None:
    """Build the index; only what changed is embedded again, and a failed build leaves the served index as it is."""
    from app.opening import build  # noqa: PLC0415
    from app.settings import Settings  # noqa: PLC0415
    from index.build import rollback as roll_back  # noqa: PLC0415

    settings, console = Settings(), Console()
    if rollback:
        pointer = roll_back(settings.index_root)
        console.print(f"Now serving index {pointer.current}.")
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        tasks: dict[str, object] = {}

        def advance(stage: str, done: int, total: int) -> None:
            task = tasks.setdefault(stage, bars.add_task(stage, total=total) if stage not in tasks else None)
            bars.update(task, completed=done, total=total)  # type: ignore[arg-type]

        report = build(settings, advance)
    if report.unchanged:
        console.print(f"Index {report.version} is up to date ({report.units} texts).")
    else:
        console.print(f"Index {report.version} built: {report.units} texts, {report.embedded} embedded.")
