"""The commands. Each imports what it needs when it runs, so that `caveat ask` starts quickly."""

from __future__ import annotations

import sys

import typer

from app.cli import ask, check, check_content, evidence_map, indexing, keys, measure, serving, tuning
from index.errors import CaveatError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Evidence-graded answers about kratom: no amounts, no sellers, emergencies first.",
)
app.command("serve")(serving.serve)
app.command("index")(indexing.index)
app.command("tune")(tuning.tune)
app.command("lint")(check_content.lint)
app.command("ask")(ask.ask)
app.add_typer(keys.app, name="keys")
app.add_typer(measure.evaluation, name="eval")
app.command("check")(check.check)
app.command("map")(evidence_map.draw_map)


def main() -> None:
    """Run the command line; an expected error prints one clear message and exits 1."""
    try:
        app()
    except CaveatError as error:
        sys.stderr.write(f"caveat: {error}\n")
        sys.exit(1)
