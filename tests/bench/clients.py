"""Answers with 1, 8 and 32 clients, in process and over HTTP: `python -m tests.bench.clients [--seconds 10]`.

Every question is new to the cache of embeddings. Beside: how soon the program is there, and its memory.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from threadpoolctl import threadpool_limits

from app.opening import open_assistant
from app.settings import Settings
from tests.bench.load import Situation, Tally, measure
from tests.bench.shared import heading, percentile_cells, questions, resident_mb, table
from tests.live import ROOT, free_port, program

CLIENTS = (1, 8, 32)


def in_process(clients: int, seconds: float) -> tuple[Tally, float]:
    """Return what came of `clients` threads that ask one assistant for `seconds`, and the resident memory in MB."""
    assistant, tally = open_assistant(Settings()), Tally()
    texts, lock = itertools.cycle(questions()), threading.Lock()

    def ask() -> None:
        while time.perf_counter() < end:
            with lock:
                question = next(texts)
            started = time.perf_counter()
            assistant.ask(question)
            tally.seconds.append(time.perf_counter() - started)

    for question in questions()[-20:]:
        assistant.ask(question)
    end = time.perf_counter() + seconds
    threads = [threading.Thread(target=ask) for _ in range(clients)]
    with threadpool_limits(1):  # as `caveat serve` has it
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return tally, resident_mb(os.getpid())


@contextmanager
def served(*, chat: bool, workers: int = 1) -> Iterator[tuple[int, int, float]]:
    """Serve with raised quotas; gives port, process id and the seconds until it answered."""
    port, started = free_port(), time.perf_counter()
    data = Path(os.environ.get("CAVEAT_DATA_DIR", ROOT / ".caveat")).resolve()
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "CAVEAT_DATA_DIR": str(data),
            "CAVEAT_DATABASE_URL": f"sqlite:///{folder}/keys.db",
            "CAVEAT_CHAT": str(chat).lower(),
            "CAVEAT_LOG_LEVEL": "warning",
            "CAVEAT_ANONYMOUS_PER_MINUTE": "1000000",
        }
        arguments = ["-c", "from app.cli import main; main()", "serve", "--port", str(port), "--workers", str(workers)]
        with program(arguments, environment, port, Path(folder) / "log") as process:
            yield port, process.pid, time.perf_counter() - started


def _row(name: str, clients: int, tally: Tally, seconds: float, alone: float) -> list[str]:
    rate = len(tally.seconds) / seconds
    cells = [name, str(clients), str(len(tally.seconds)), str(sum(tally.failures.values()))]
    return [*cells, f"{rate:.0f}", f"{rate / alone:.2f}x" if alone else "–", *percentile_cells(tally.seconds)]


def _cold_ask() -> float:
    started = time.perf_counter()
    ask = [sys.executable, "-c", "from app.cli import main; main()", "ask", "is kratom addictive"]
    subprocess.run(ask, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - started


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0)
    seconds = parser.parse_args().seconds
    print(heading(f"Answers, {seconds:g} s each, the clients on the same cores"))
    rows, started = [], [["`caveat ask`, cold", f"{_cold_ask():.1f}", "–"]]
    alone = 0.0
    for clients in CLIENTS:
        tally, memory = in_process(clients, seconds)
        alone = alone or len(tally.seconds) / seconds
        rows.append(_row("in process", clients, tally, seconds, alone))
    started.append(["in process, after all of it", "–", f"{memory:.0f}"])
    failed = 0
    for chat, workers in ((False, 1), (False, 2), (True, 1)):
        with served(chat=chat, workers=workers) as (port, pid, ready):
            asyncio.run(measure(port, Situation("warm", 2), 1.0))
            for clients in CLIENTS:
                tally = asyncio.run(measure(port, Situation("asking", clients), seconds))
                failed += sum(tally.failures.values())
                if not chat:
                    rows.append(_row(f"HTTP, {workers} worker(s)", clients, tally, seconds, alone))
            name = "API with chat" if chat else "API alone"
            if workers == 1:
                started.append([f"{name}, after {sum(CLIENTS)} clients", f"{ready:.1f}", f"{resident_mb(pid):.0f}"])
    head = ("way", "clients", "answers", "failed", "answers/s", "to 1 in process", "p50 ms", "p95 ms", "p99 ms")
    print(table(head, rows))
    print(heading("Start and memory"))
    print(table(("program", "ready, s", "resident, MB"), started))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
