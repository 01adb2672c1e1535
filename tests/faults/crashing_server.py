"""The program with an encoder that fails on one word, telling all: `python -m tests.faults.crashing_server PORT`."""

from __future__ import annotations

import sys
from typing import Any

from app.server import run
from app.settings import Settings
from index.encoder import Encoder

CRASH_WORD = "kaboom"


def main() -> None:
    """Serve; a question with the word crashes behind the route with the question in the error's message."""
    real = Encoder.embed_one

    def failing(self: Encoder, text: str) -> Any:
        if CRASH_WORD in text:
            raise RuntimeError(f"cannot encode {text}")
        return real(self, text)

    Encoder.embed_one = failing  # type: ignore[method-assign]
    run(Settings(), "127.0.0.1", int(sys.argv[1]))


if __name__ == "__main__":
    main()
