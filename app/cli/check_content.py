"""`caveat lint`: every problem of the content at once, what it covers, and what changes for readers."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated

import typer


def lint(
    content: Annotated[Path | None, typer.Argument(help="The content folder; by default the configured one.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
    coverage: Annotated[bool, typer.Option("--coverage", help="Show what the content covers instead.")] = False,
    diff: Annotated[str | None, typer.Option(metavar="REV", help="Show which answers changed since REV.")] = None,
) -> None:
    """Report every problem of the content as `file:line: id: rule: what to do`; exit 1 when there is an error."""
    from app.settings import Settings  # noqa: PLC0415

    folder = (content or Settings().content_dir).resolve()
    if coverage:
        _print_coverage(folder, as_json)
    elif diff is not None:
        _print_changes(folder, diff, as_json)
    else:
        _print_problems(folder, as_json)


def _print_problems(folder: Path, as_json: bool) -> None:
    from index.lint import lint as lint_content  # noqa: PLC0415
    from index.problems import Severity  # noqa: PLC0415

    problems = lint_content(folder, date.today())
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if as_json:
        print(json.dumps([problem.as_dict() for problem in problems], ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            print(problem)
        print(f"{len(errors)} error(s), {len(problems) - len(errors)} warning(s)")
    if errors:
        raise typer.Exit(1)


def _print_coverage(folder: Path, as_json: bool) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    from index.coverage import coverage_of  # noqa: PLC0415
    from index.load import load_library  # noqa: PLC0415
    from index.model import Certainty, Form  # noqa: PLC0415

    found = coverage_of(load_library(folder))
    if as_json:
        print(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        return
    table = Table("topic", "cards", "claims", *(certainty.value for certainty in Certainty), *(f.value for f in Form))
    for topic in found.topics:
        counts = [topic.certainties.get(certainty, 0) for certainty in Certainty]
        counts += [topic.forms.get(form, 0) for form in Form]
        table.add_row(topic.topic, str(topic.cards), str(topic.claims), *(str(count or "") for count in counts))
    console = Console(width=160)
    console.print(table)
    console.print(f"{sum(t.cards for t in found.topics)} cards, {sum(t.claims for t in found.topics)} claims")
    console.print(f"{found.drugs} drugs and substances, {found.drugs_with_property} with a sourced property:")
    for name, count in sorted(found.drugs_by_property.items(), key=lambda item: -item[1]):
        console.print(f"  {name}: {count}")
    console.print(f"{found.aliases} English aliases; {len(found.unused_claims)} claims shown by no card")
    bands = ", ".join(f"{band}: {found.grades[band]}" for band in sorted(found.grades, key=_band_order))
    console.print(f"Reading grade of claims: median {found.median_grade:.1f} ({bands})")


def _band_order(band: str) -> float:
    return float(band.split()[1]) + (0.5 if band.startswith(">") else 0)


def _print_changes(folder: Path, revision: str, as_json: bool) -> None:
    from index.load import load_library  # noqa: PLC0415
    from index.revisions import changed_cards, changed_texts, library_at  # noqa: PLC0415

    before, after = library_at(revision, folder), load_library(folder)
    cards, texts = changed_cards(before, after), changed_texts(before, after)
    if as_json:
        print(json.dumps([asdict(change) for change in (*cards, *texts)], ensure_ascii=False, indent=1))
        return
    for change in (*cards, *texts):
        print(f"{change.id}: {change.title}")
        for line in change.changes:
            print(f"    {line}")
    print(f"{len(cards)} answer(s) and {len(texts)} other text(s) read differently than at {revision}")
