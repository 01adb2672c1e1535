"""`caveat tune`: train the encoder's tuned layers on the content."""

from __future__ import annotations

from rich.console import Console
from rich.progress import Progress


def tune() -> None:
    """Train the tuned layers on the content into index/tuned.npz; needs the build extra and most of an hour."""
    from app.settings import Settings  # noqa: PLC0415
    from app.tuning import tune as train  # noqa: PLC0415
    from index.load import load_library  # noqa: PLC0415

    console = Console()
    with Progress(console=console, transient=True) as bars:
        tasks = {stage: bars.add_task(stage, total=None) for stage in ("reading the texts", "training")}
        card = train(
            load_library(Settings().content_dir),
            lambda stage, done, total: bars.update(tasks[stage], completed=done, total=total),
        )
    console.print(f"{card.layers} layers tuned on {card.texts} texts of content {card.content_version}.")
