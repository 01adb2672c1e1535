"""The program with answers that take a third of a second each: `python -m tests.faults.slow_server PORT`."""

from __future__ import annotations

import sys
import time
from typing import Any

from app.assistant import Assistant
from app.server import run
from app.settings import Settings


def main() -> None:
    """Serve slow answers."""
    real = Assistant.explain

    def slow(self: Assistant, *args: Any, **options: Any) -> Any:
        time.sleep(0.33)
        return real(self, *args, **options)

    Assistant.explain = slow  # type: ignore[method-assign]
    run(Settings(), "127.0.0.1", int(sys.argv[1]))


if __name__ == "__main__":
    main()
