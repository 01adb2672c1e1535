"""Run the application on one port, in one process or several."""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import sys
import tempfile
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from app.api.edge.logs import configure_logging, log
from app.api.edge.metrics import MULTIPROCESS_VARIABLE
from app.api.edge.prints import silence_prints, without_prints
from app.main import build_app
from app.settings import Settings, SettingsError
from app.store.database import Database

BACKLOG = 4096
PROTOCOL = "app.api.edge.wire:ProblemProtocol"
"""The server's own protocol, whose refusal of what is no HTTP is a problem object."""
ARENA_MAX, MMAP_THRESHOLD, TRIM_THRESHOLD = -8, -3, -1
"""How glibc's malloc.h numbers, for `mallopt`, how many heaps there are, from which size on memory lies outside of
them, and how much of a heap's free end is kept."""
LARGE_BYTES, KEPT_BYTES = 8 * 2**20, 16 * 2**20
"""More than the arrays of one answer take, so that they come from the heap and it is not given back and asked for anew;
less than the tables of an index, whose parts are then given back when they are let go."""


def run(settings: Settings, host: str, port: int, workers: int = 1) -> None:
    """Serve until stopped; prints the addresses first. Raises an error when content or index are not usable."""
    if workers > 1 and settings.chat:
        raise SettingsError(
            "the web chat runs in one process: set CAVEAT_CHAT=false to serve API and widget with several workers, "
            "and run the chat as a second service without --workers"
        )
    _check_content(settings)
    _allow_many_connections()
    database = Database(settings.database)
    if settings.feedback or settings.database_url or database.exists:
        database.migrate()
    database.close()
    _print_addresses(settings, host, port)
    configure_logging(settings.log_level)
    if workers == 1:
        _share_one_heap()
        app = build_app(settings)
        with without_prints():
            _serve(app, settings, host, port)
        return
    if settings.limits_url.startswith("memory"):
        log("quotas-per-worker", "warning", count=workers)
    folder = _metrics_folder()
    try:
        # Each worker reads the same settings from the environment.
        _serve("app.server:worker", settings, host, port, workers)
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def worker() -> FastAPI:
    """Return the application of one of several worker processes."""
    settings = Settings()
    configure_logging(settings.log_level)
    _share_one_heap()
    app = build_app(settings)
    silence_prints()
    return app


def _serve(app: FastAPI | str, settings: Settings, host: str, port: int, workers: int | None = None) -> None:
    uvicorn.run(
        app,
        factory=isinstance(app, str),
        host=host,
        port=port,
        workers=workers,
        http=PROTOCOL,
        access_log=False,
        log_config=None,
        log_level="warning",
        proxy_headers=False,  # addresses are read from trusted proxies only; see CAVEAT_TRUSTED_PROXIES
        server_header=False,
        backlog=BACKLOG,
        timeout_graceful_shutdown=settings.shutdown_seconds,
    )


def _print_addresses(settings: Settings, host: str, port: int) -> None:
    base = f"http://{host}:{port}"
    lines = [f"API:  {base}/v1/ask", f"Docs: {base}/docs"]
    if settings.chat:
        lines.insert(0, f"Chat: {base}/chat/")
    sys.stdout.write("\n".join(["Caveat is serving", *lines, "Stop with Ctrl+C.", ""]))
    sys.stdout.flush()


def _metrics_folder() -> Path | None:
    """Prepare the folder in which workers count together; return it when it is ours to remove."""
    named = os.environ.get(MULTIPROCESS_VARIABLE)
    if named:
        for counted in Path(named).glob("*.db"):
            counted.unlink()
        Path(named).mkdir(parents=True, exist_ok=True)
        return None
    folder = Path(tempfile.mkdtemp(prefix="caveat-metrics-"))
    os.environ[MULTIPROCESS_VARIABLE] = str(folder)
    return folder


def _allow_many_connections() -> None:
    """Raise the soft limit of open files to the hard one; each idle connection takes one."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _share_one_heap() -> None:
    """Let every thread take from one heap, without what is large, where the C library is glibc.

    It gives each thread a heap of its own otherwise, and what one has freed is of no use to the others; and it moves
    large tables into the heap after the first one is freed, where nothing of the room they leave is given back.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(ARENA_MAX, 1)
        mallopt(MMAP_THRESHOLD, LARGE_BYTES)
        mallopt(TRIM_THRESHOLD, KEPT_BYTES)


def _check_content(settings: Settings) -> None:
    """Refuse to serve an index that is not the configured content's, or content that does not validate."""
    from index.errors import IndexStaleError  # noqa: PLC0415
    from index.load import load_library  # noqa: PLC0415
    from index.manifest import content_sha256, read_manifest, read_pointer  # noqa: PLC0415

    content, root = settings.content_dir.resolve(), settings.index_root
    if not content.is_dir():
        return
    manifest = read_manifest(root / read_pointer(root).current)
    if content_sha256(content) == manifest.content_sha256:
        return  # not one file differs from those that were read and found valid when the index was built
    if load_library(content).version != manifest.content_version:
        raise IndexStaleError("the content has changed since the index was built; run `caveat index`")
