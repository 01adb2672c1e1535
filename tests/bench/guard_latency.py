"""Time the guard beyond the shared embedding: `python tests/bench/guard_latency.py [--json]`.

The embedding of a question is computed before the clock starts, as search needs it anyway. Prints p50 and p95
in milliseconds over the guard's development rows.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

import numpy as np

from app.evaluate.guard import read_split
from app.guard.head import load_head
from app.guard.lexicon import Lexicon
from app.guard.screen import Guard
from app.opening import open_served
from app.settings import Settings

SETS = Path(__file__).resolve().parent.parent / "eval" / "guard"


def seconds(guard: Guard) -> list[float]:
    """Return the guard's time per conversation; each is screened once to warm the embedding, then timed."""
    taken = []
    for row in read_split(SETS, "dev"):
        *history, last = row.messages
        guard.screen(last.content, history)
        started = time.perf_counter()
        guard.screen(last.content, history)
        taken.append(time.perf_counter() - started)
    return taken


def main() -> None:
    """Print the percentiles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    served = open_served(Settings())
    guard = Guard(served.searcher, Lexicon.of(served), load_head(served.folder))
    taken = np.array(seconds(guard)) * 1000
    found = {
        "n": len(taken),
        "p50_ms": round(float(np.percentile(taken, 50)), 2),
        "p95_ms": round(float(np.percentile(taken, 95)), 2),
    }
    if options.json:
        sys.stdout.write(json.dumps(found) + "\n")
        return
    sys.stdout.write(
        f"guard alone, {found['n']} conversations, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n"
    )
    sys.stdout.write(f"p50 {found['p50_ms']} ms   p95 {found['p95_ms']} ms\n")


if __name__ == "__main__":
    main()
