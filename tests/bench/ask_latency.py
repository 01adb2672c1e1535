"""Time `ask` in process over 200 varied questions: `python tests/bench/ask_latency.py [--json]`.

Prints p50, p95 and p99 in milliseconds. Each question is asked once, so that it is new to the cache of
embeddings; other questions warm the process up first.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

import numpy as np

from app.assistant import Assistant
from app.guard.decision import Message
from app.opening import open_assistant
from app.settings import Settings

SETS = Path(__file__).resolve().parent.parent / "eval" / "answers"
QUESTIONS = 200
WARM_UP = 20


def conversations(limit: int = QUESTIONS) -> list[list[Message]]:
    """Return `limit` conversations spread evenly over every group of the question sets; most have one turn."""
    rows = [json.loads(line) for path in sorted(SETS.glob("*.jsonl")) for line in path.read_text().splitlines() if line]
    picked = [rows[at] for at in np.linspace(0, len(rows) - 1, limit).astype(int)]
    turns = [row.get("turns") or [{"role": "user", "content": row["question"]}] for row in picked]
    return [[Message(turn["role"], turn["content"]) for turn in one] for one in turns]


def ask_seconds(assistant: Assistant, asked: list[list[Message]]) -> list[float]:
    """Return the seconds that each question took, each asked once."""
    for number in range(WARM_UP):
        assistant.ask(f"does kratom change what the {number}th nerve does?")
    seconds = []
    for turns in asked:
        start = time.perf_counter()
        assistant.ask(turns[-1].content, turns[:-1])
        seconds.append(time.perf_counter() - start)
    return seconds


def summary(seconds: list[float]) -> dict[str, float]:
    """Return the latency percentiles in milliseconds and the number of questions."""
    p50, p95, p99 = (round(float(value) * 1000, 2) for value in np.percentile(seconds, [50, 95, 99]))
    return {"n": len(seconds), "p50_ms": p50, "p95_ms": p95, "p99_ms": p99}


def main() -> None:
    """Print the latency percentiles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = summary(ask_seconds(open_assistant(Settings()), conversations()))
    if options.json:
        sys.stdout.write(json.dumps(found) + "\n")
        return
    sys.stdout.write(
        f"ask, in process, {found['n']} questions, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n"
    )
    sys.stdout.write(f"p50 {found['p50_ms']} ms   p95 {found['p95_ms']} ms   p99 {found['p99_ms']} ms\n")


if __name__ == "__main__":
    main()
