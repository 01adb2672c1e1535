"""Take up a new index while serving: the old one answers until the new one is open."""

from __future__ import annotations

from collections.abc import Callable

import anyio
from anyio import to_thread

from app.assistant import Assistant
from app.opening import open_served
from app.settings import Settings
from index.manifest import POINTER_FILE, read_pointer


async def watch_index(
    settings: Settings,
    assistant: Assistant,
    on_loaded: Callable[[str], None],
    on_failure: Callable[[Exception], None],
) -> None:
    """Look for another index every `reload_seconds`, for ever.

    `on_loaded` is told the version of each index taken up. An index that cannot be opened is passed over until
    the pointer is written again; `on_failure` is told once.
    """
    passed_over: tuple[int, str] | None = None
    while True:
        await anyio.sleep(settings.reload_seconds)
        found = (0, "")
        try:
            found = await to_thread.run_sync(_pointed_at, settings)
            if found == passed_over or found[1] == assistant.index.folder.name:
                continue
            assistant.serve(await to_thread.run_sync(open_served, settings))
        except Exception as error:  # whatever a damaged folder raises, the loaded index goes on answering
            if found != passed_over:
                on_failure(error)
            passed_over = found
            continue
        passed_over = None
        on_loaded(assistant.index.manifest.version)


def _pointed_at(settings: Settings) -> tuple[int, str]:
    """Return when the pointer was written, in nanoseconds, and the folder that it names."""
    written = (settings.index_root / POINTER_FILE).stat().st_mtime_ns
    return written, read_pointer(settings.index_root).current
