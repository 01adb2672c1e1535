"""JSON logs of allow-listed keys. What people type, who they are and messages of libraries never reach them."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import MutableMapping
from datetime import UTC, datetime
from typing import Any

import structlog

ALLOWED_KEYS = frozenset(
    {
        "event",
        "level",
        "timestamp",
        "request_id",
        "method",
        "route",
        "status",
        "ms",
        "surface",
        "outcome",
        "reason",
        "key_id",
        "error",
        "where",
        "version",
        "count",
    }
)
"""Every key that a log line may have. None of them can hold text that a client sent."""
_SPEAKING_LOGGERS = ("uvicorn",)
"""Loggers of libraries whose messages are constant; of all others only the place is kept."""
_PROGRAM = ("app", "index")


def allow_listed(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Return the event without the keys that are not allowed."""
    return {key: value for key, value in event.items() if key in ALLOWED_KEYS and value is not None}


def configure_logging(level: str) -> None:
    """Send the logs of this process, its libraries' included, to standard error as JSON lines."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            allow_listed,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(PlaceFormatter())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.captureWarnings(True)


class PlaceFormatter(logging.Formatter):
    """Formats a record of a library as the place that it comes from and the class of its error, without message."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one JSON line."""
        line = {
            "event": "library",
            "level": record.levelname.lower(),
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "where": f"{record.name}:{record.funcName}:{record.lineno}",
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
        elif record.name.startswith(_SPEAKING_LOGGERS):
            line["event"] = record.getMessage()
        return json.dumps(line)


def log(event: str, level: str = "info", **values: str | float | None) -> None:
    """Write one log line."""
    getattr(structlog.get_logger(), level)(event, **values)


def place_of(error: BaseException) -> str:
    """Return where in this program `error` was raised: module, function and line, never its message."""
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        parts = frame.filename.replace("\\", "/").split("/")
        for root in _PROGRAM:
            if root in parts and "site-packages" not in parts:
                return f"{'/'.join(parts[parts.index(root) :])}:{frame.name}:{frame.lineno}"
    return f"{frames[-1].name}:{frames[-1].lineno}" if frames else "unknown"
