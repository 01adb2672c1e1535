"""`caveat serve`: chat and API on one port."""

from __future__ import annotations

import os
from typing import Annotated

import typer


def serve(
    host: Annotated[str | None, typer.Option(help="Address to serve on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to serve on.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes; more than one for API and widget only.")] = 1,
) -> None:
    """Serve the chat and the API."""
    # One question's vectors are too few to share out: more threads only wait for each other, and halve the throughput.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from app.server import run  # noqa: PLC0415
    from app.settings import Settings  # noqa: PLC0415

    settings = Settings()
    run(settings, host or settings.host, port or settings.port, workers)
