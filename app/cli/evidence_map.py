"""`caveat map`: the evidence map as SVG files or as one page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from index.errors import CaveatError


class MapFileError(CaveatError):
    code = "map-file"
    title = "The map cannot be written"


def draw_map(
    svg: Annotated[Path | None, typer.Option("--svg", help="Folder for topic-map.svg and receptor-map.svg.")] = None,
    html: Annotated[Path | None, typer.Option("--html", help="File for both maps with their tables.")] = None,
    links: Annotated[str, typer.Option(help="Address under which the topic pages are served.")] = "/topics",
) -> None:
    """Draw the evidence map: topics by certainty, and alkaloids by targets."""
    from app.evidence_map import map_page, receptor_map_svg, topic_map_svg  # noqa: PLC0415
    from app.settings import Settings  # noqa: PLC0415
    from index.load import load_library  # noqa: PLC0415

    if svg is None and html is None:
        raise MapFileError("say where to write: --svg FOLDER or --html FILE")
    library = load_library(Settings().content_dir.resolve())
    files: dict[Path, str] = {}
    if svg is not None:
        files[svg / "topic-map.svg"] = topic_map_svg(library, links, standalone=True)
        files[svg / "receptor-map.svg"] = receptor_map_svg(library, links, standalone=True)
    if html is not None:
        files[html] = map_page(library, links)
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise MapFileError(f"cannot write {path}: {error.strerror}") from error
        print(path)
