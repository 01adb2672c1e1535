"""The command line: `caveat serve`, `index`, `lint`, `ask`, `eval`."""

from app.cli.main import main

__all__ = ["main"]
