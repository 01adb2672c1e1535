"""Time `ask` in process over 200 varied questions: `python tests/bench/ask_latency.py [--json]`.

Prints p50, p95 and p99 in milliseconds. Each question is asked once, so that it is new to the cache of
embeddings; other questions warm the process up first.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

import numpy as np

from app.evaluate.latency import ask_seconds, percentiles
from app.guard.decision import Message
from app.opening import open_assistant
from app.settings import Settings

SETS = Path(__file__).resolve().parent.parent / "eval" / "answers"
QUESTIONS = 200


def conversations(limit: int = QUESTIONS) -> list[list[Message]]:
    """Return `limit` conversations spread evenly over the train and dev questions; most have one turn."""
    paths = (SETS / "train.jsonl", SETS / "dev.jsonl")
    rows = [json.loads(line) for path in paths for line in path.read_text().splitlines() if line]
    picked = [rows[at] for at in np.linspace(0, len(rows) - 1, limit).astype(int)]
    turns = [row.get("turns") or [{"role": "user", "content": row["question"]}] for row in picked]
    return [[Message(turn["role"], turn["content"]) for turn in one] for one in turns]


def main() -> None:
    """Print the latency percentiles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = percentiles(ask_seconds(open_assistant(Settings()), conversations()))
    if options.json:
        sys.stdout.write(json.dumps(found) + "\n")
        return
    sys.stdout.write(
        f"ask, in process, {found['n']} questions, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n"
    )
    sys.stdout.write(f"p50 {found['p50_ms']} ms   p95 {found['p95_ms']} ms   p99 {found['p99_ms']} ms\n")


if __name__ == "__main__":
    main()
