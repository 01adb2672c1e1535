"""How long an answer takes in process."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np

from app.assistant import Assistant
from app.guard.decision import Message

WARM_UP = 20

Conversation = Sequence[Message]


def ask_seconds(assistant: Assistant, asked: Sequence[Conversation]) -> list[float]:
    """Return the seconds that each conversation's answer took, each asked once, after other questions warmed up."""
    for number in range(WARM_UP):
        assistant.ask(f"does kratom change what the {number}th nerve does?")
    seconds = []
    for turns in asked:
        start = time.perf_counter()
        assistant.ask(turns[-1].content, turns[:-1])
        seconds.append(time.perf_counter() - start)
    return seconds


def percentiles(seconds: Sequence[float]) -> dict[str, float]:
    """Return p50, p95 and p99 in milliseconds, and how many were measured."""
    p50, p95, p99 = (round(float(value) * 1000, 2) for value in np.percentile(seconds, [50, 95, 99]))
    return {"n": len(seconds), "p50_ms": p50, "p95_ms": p95, "p99_ms": p99}
