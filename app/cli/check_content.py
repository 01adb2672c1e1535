"""`caveat lint`: every problem of the content at once."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import typer


def lint(
    content: Annotated[Path | None, typer.Argument(help="The content folder; by default the configured one.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the problems as JSON.")] = False,
) -> None:
    """Report every problem of the content as `file:line: id: rule: what to do`; exit 1 when there is an error."""
    from app.settings import Settings  # noqa: PLC0415
    from index.lint import lint as lint_content  # noqa: PLC0415
    from index.problems import Severity  # noqa: PLC0415

    problems = lint_content((content or Settings().content_dir).resolve(), date.today())
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if as_json:
        print(json.dumps([problem.as_dict() for problem in problems], ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            print(problem)
        print(f"{len(errors)} error(s), {len(problems) - len(errors)} warning(s)")
    if errors:
        raise typer.Exit(1)
