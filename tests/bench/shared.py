"""What the benchmarks share: questions that no cache knows, headings that tell the load, and tables."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

EVAL = Path(__file__).resolve().parent.parent / "eval"
FILES = ("answers/train.jsonl", "answers/dev.jsonl", "guard/dev.jsonl")


def questions() -> list[str]:
    """Return different questions in mixed order, no test rows among them.

    They are more than the encoder remembers: whoever asks them in turn has each one embedded.
    """
    rows = [json.loads(line) for name in FILES for line in (EVAL / name).read_text().splitlines() if line.strip()]
    texts = dict.fromkeys(row["question"] for row in rows if row.get("question") and row.get("language", "en") == "en")
    order = np.random.default_rng(7).permutation(len(texts))
    found = list(texts)
    return [found[at] for at in order]


def heading(title: str) -> str:
    """Return the title of a table with the cores and the load of the moment."""
    return f"\n**{title}** ({os.cpu_count()} cores, load {os.getloadavg()[0]:.1f})\n"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def percentile_cells(seconds: Sequence[float], shares: Sequence[float] = (50, 95, 99)) -> list[str]:
    """Return the percentiles of `seconds` as milliseconds in words."""
    if not seconds:
        return ["–"] * len(shares)
    return [f"{value * 1000:.1f}" for value in np.percentile(seconds, shares)]


def resident_mb(pid: int) -> float:
    """Return the resident memory of a process in MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS:")).split()[1]) / 1000


def seconds_of(work: Callable[[str], object], texts: Sequence[str], others: Sequence[str]) -> list[float]:
    """Return the seconds that `work` takes for each text, after `others` have warmed it up."""
    for text in others:
        work(text)
    seconds = []
    for text in texts:
        start = time.perf_counter()
        work(text)
        seconds.append(time.perf_counter() - start)
    return seconds
