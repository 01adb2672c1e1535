"""What libraries print while serving: kept out of the output, since an error's message may hold what a person typed."""

from __future__ import annotations

import io
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from types import FrameType

from app.api.edge.logs import log

SAME_PLACE_SECONDS = 1.0
"""A traceback is printed line by line; one log line is enough."""
_PRINTING = (__file__, traceback.__file__)


@contextmanager
def without_prints() -> Iterator[None]:
    """Turn what is printed into a log line that names the place only. Logs keep the output that they were given."""
    silent = _Silent()
    with redirect_stdout(silent), redirect_stderr(silent):
        yield


def silence_prints() -> None:
    """Do so for the rest of the process."""
    sys.stdout = sys.stderr = _Silent()


class _Silent(io.TextIOBase):
    """A stream that writes nothing down."""

    def __init__(self) -> None:
        self._place = ""
        self._until = 0.0

    def writable(self) -> bool:
        """Return that it may be written to."""
        return True

    def write(self, text: str) -> int:
        """Log that something was printed, and where; never what."""
        place, now = _place(sys._getframe(1)), time.monotonic()
        if text.strip() and (place != self._place or now >= self._until):
            self._place, self._until = place, now + SAME_PLACE_SECONDS
            log("printed", "warning", where=place)
        return len(text)


def _place(frame: FrameType | None) -> str:
    """Return the module, function and line that printed."""
    while frame is not None and frame.f_code.co_filename in _PRINTING:
        frame = frame.f_back
    if frame is None:
        return "unknown"
    return f"{Path(frame.f_code.co_filename).name}:{frame.f_code.co_name}:{frame.f_lineno}"
