"""Run the application on one port."""

from __future__ import annotations

import sys

import uvicorn

from app.main import build_app
from app.settings import Settings
from index.problems import ContentError


def run(settings: Settings, host: str, port: int) -> None:
    """Serve until stopped; prints the addresses first. Raises an error when content or index are not usable."""
    _check_content(settings)
    app = build_app(settings)
    base = f"http://{host}:{port}"
    lines = [f"API:  {base}/v1/ask"]
    if settings.chat:
        lines.insert(0, f"Chat: {base}/chat/")
    sys.stdout.write("\n".join(["Caveat is serving", *lines, "Stop with Ctrl+C.", ""]))
    sys.stdout.flush()
    uvicorn.run(app, host=host, port=port, access_log=False, log_level="warning")


def _check_content(settings: Settings) -> None:
    """Refuse to serve an index that is not the configured content's, or content that does not validate."""
    from index.errors import IndexStaleError  # noqa: PLC0415
    from index.load import load_library  # noqa: PLC0415
    from index.manifest import read_manifest, read_pointer  # noqa: PLC0415

    if not settings.content_dir.is_dir():
        return
    try:
        library = load_library(settings.content_dir.resolve())
    except ContentError:
        raise
    root = settings.index_root
    if read_manifest(root / read_pointer(root).current).content_version != library.version:
        raise IndexStaleError("the content has changed since the index was built; run `caveat index`")
