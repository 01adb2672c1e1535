"""Load on loopback: `python -m tests.bench.load [--seconds 60] [--clients 50] [--workers 1]`.

Starts `caveat serve` (API only, quotas raised) and asks questions of the evaluation over kept connections,
with readers that take nothing and idle connections beside. Prints a table; exits 1 when an answer failed.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import socket
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.shared import questions
from tests.live import ROOT, free_port, program

SLOW_READERS = 20
IDLE_CONNECTIONS = 2000


class Tally:
    """What came of the requests: seconds of the good ones, and how many failed."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.failures: dict[str, int] = {}

    def fail(self, kind: str) -> None:
        """Count a failure."""
        self.failures[kind] = self.failures.get(kind, 0) + 1


def bodies_of(texts: Sequence[str]) -> list[bytes]:
    """Return the bodies to send."""
    return [json.dumps({"question": text}).encode() for text in texts]


def request_of(body: bytes) -> bytes:
    """Return a request over a kept connection."""
    head = (
        f"POST /v1/ask HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def ask_until(port: int, bodies: Iterator[bytes], end: float, tally: Tally) -> None:
    """Ask one question after the other until `end`; the clients share `bodies`, so that each question is a new one."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while time.perf_counter() < end:
        started = time.perf_counter()
        writer.write(request_of(next(bodies)))
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            body = await reader.readexactly(length)
        except (asyncio.IncompleteReadError, OSError):
            tally.fail("connection")
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            continue
        if b" 200 " in head.split(b"\r\n")[0] and b'"outcome"' in body:
            tally.seconds.append(time.perf_counter() - started)
        else:
            tally.fail(head.split(b"\r\n")[0].decode())
    writer.close()


def stuck_readers(port: int) -> list[socket.socket]:
    """Return connections that asked for much and read nothing."""
    found = []
    for _ in range(SLOW_READERS):
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        connection.connect(("127.0.0.1", port))
        connection.sendall(b"GET /v1/claims?limit=200 HTTP/1.1\r\nHost: bench\r\n\r\n" * 10)
        found.append(connection)
    return found


def idle_connections(port: int) -> list[socket.socket]:
    """Return connections on which nothing is ever sent."""
    return [socket.create_connection(("127.0.0.1", port)) for _ in range(IDLE_CONNECTIONS)]


async def measure(port: int, clients: int, seconds: float) -> Tally:
    """Return what came of `clients` asking for `seconds`."""
    tally, bodies = Tally(), itertools.cycle(bodies_of(questions()))
    end = time.perf_counter() + seconds
    await asyncio.gather(*(ask_until(port, bodies, end, tally) for _ in range(clients)))
    return tally


def row(name: str, tally: Tally, seconds: float) -> str:
    """Return one line of the table."""
    ordered = sorted(tally.seconds)
    at = [ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000 for share in (0.5, 0.95, 0.99)]
    per_second = len(ordered) / seconds
    cells = [f"{per_second:.0f}", f"{per_second / (os.cpu_count() or 1):.0f}", *(f"{value:.0f}" for value in at)]
    return f"| {name} | {len(ordered)} | {sum(tally.failures.values())} | {' | '.join(cells)} |"


def main() -> None:
    """Run the load and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--workers", type=int, default=1)
    chosen = parser.parse_args()
    port = free_port()
    data = Path(os.environ.get("CAVEAT_DATA_DIR", ROOT / ".caveat")).resolve()
    rows = []
    failures: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "CAVEAT_DATA_DIR": str(data),
            "CAVEAT_DATABASE_URL": f"sqlite:///{folder}/keys.db",
            "CAVEAT_CHAT": "false",
            "CAVEAT_LOG_LEVEL": "warning",
            "CAVEAT_ANONYMOUS_PER_MINUTE": "1000000",
            "CAVEAT_READS_PER_MINUTE": "1000000",
        }
        serve = ["serve", "--port", str(port), "--workers", str(chosen.workers)]
        arguments = ["-c", "from app.cli import main; main()", *serve]
        with program(arguments, environment, port, Path(folder) / "log"):
            asyncio.run(measure(port, 4, 1.0))
            for name, held in (
                (f"1 client, {chosen.workers} worker(s)", []),
                (f"{chosen.clients} clients", []),
                (f"{chosen.clients} clients, {SLOW_READERS} stuck readers", stuck_readers),
                (f"{chosen.clients} clients, {IDLE_CONNECTIONS} idle connections", idle_connections),
            ):
                connections = held(port) if callable(held) else []
                clients = 1 if name.startswith("1 client,") else chosen.clients
                tally = asyncio.run(measure(port, clients, chosen.seconds))
                for connection in connections:
                    connection.close()
                rows.append(row(name, tally, chosen.seconds))
                for kind, count in tally.failures.items():
                    failures[kind] = failures.get(kind, 0) + count
    print(f"{chosen.seconds:g} s each, {os.cpu_count()} cores shared with the clients")
    print("| load | answers | failed | answers/s | per core | p50 ms | p95 ms | p99 ms |")
    print("|---|---|---|---|---|---|---|---|")
    print("\n".join(rows))
    if failures:
        print(failures, file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
