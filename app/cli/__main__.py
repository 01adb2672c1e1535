"""`python -m app.cli` is `caveat`."""

from app.cli.main import main

main()
