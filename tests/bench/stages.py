"""Where the time of one question goes: `python -m tests.bench.stages`. Each question is new to every cache.

The processor's time is what a question costs whatever else runs; the other times include waiting for others.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any
from unittest.mock import patch

from app.guard import screen
from app.opening import open_assistant
from app.settings import Settings
from index.encoder import Encoder
from tests.bench.shared import heading, percentile_cells, questions, table

QUESTIONS = 400
STAGES = ("guard: views", "guard: rules and head", "embedding", "search", "compose", "verify")
BEGUN = {"screening": "guard: rules and head", "searching": "search", "composing": "compose", "verifying": "verify"}


class Clock:
    """Gives the time on the wall and of the processor to one stage at a time; an inner stage interrupts the outer."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys(STAGES, 0.0)
        self.worked = dict.fromkeys(STAGES, 0.0)
        self.embedded = 0
        self._stage, self._since = "", (0.0, 0.0)

    def turn(self, stage: str) -> str:
        """Begin `stage`; return the one that ends."""
        now, before = (time.perf_counter(), time.thread_time()), self._stage
        if before:
            self.spent[before] += now[0] - self._since[0]
            self.worked[before] += now[1] - self._since[1]
        self._stage, self._since = stage, now
        return before

    def inside(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """Return `work` timed as `stage`."""

        @wraps(work)
        def timed(*arguments: Any, **options: Any) -> Any:
            outer = self.turn(stage)
            self.embedded += stage == "embedding"
            try:
                return work(*arguments, **options)
            finally:
                self.turn(outer)

        return timed


def main() -> None:
    """Print the profile."""
    assistant = open_assistant(Settings())
    asked = questions()
    for question in asked[-20:]:
        assistant.ask(question)
    spent: dict[str, list[float]] = {stage: [] for stage in (*STAGES, "all")}
    worked: dict[str, list[float]] = {stage: [] for stage in (*STAGES, "all")}
    embedded = 0
    title = heading(f"One question by stage, {QUESTIONS} questions, in process")
    for question in asked[:QUESTIONS]:
        clock = Clock()
        views = patch.object(screen, "views_of", clock.inside("guard: views", screen.views_of))
        encode = patch.object(Encoder, "_rows", clock.inside("embedding", Encoder._rows))
        with views, encode:
            assistant.explain(question, at=lambda stage, clock=clock: clock.turn(BEGUN[stage]) and None)
            clock.turn("")
        embedded += clock.embedded
        for kept, measured in ((spent, clock.spent), (worked, clock.worked)):
            for stage, seconds in {**measured, "all": sum(measured.values())}.items():
                kept[stage].append(seconds)
    whole = sum(worked["all"])
    rows = [
        [stage, *percentile_cells(taken, (50, 95)), *percentile_cells(spent[stage]), f"{sum(taken) / whole:.0%}"]
        for stage, taken in worked.items()
    ]
    print(title)
    print(table(("stage", "processor, p50 ms", "p95", "wall, p50 ms", "p95", "p99", "share"), rows))
    print(f"\n{embedded / QUESTIONS:.2f} embeddings per question.")


if __name__ == "__main__":
    main()
