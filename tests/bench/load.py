"""Load on loopback: `python -m tests.bench.load [--seconds 60] [--clients 50] [--workers 1]`.

Starts `caveat serve` (API only, quotas raised) and asks the questions of the answer evaluation over kept connections:
alone, and beside slow readers, readers that take nothing, and idle connections. Prints a table of answers, failures,
answers a second (and for each core that the server kept busy) and latencies; exits 1 when anything failed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.shared import questions
from tests.live import ROOT, free_port, program

SLOW_READERS = 20
SLOW_BYTES, SLOW_PAUSE = 512, 0.05
STUCK_READERS = 20
IDLE_CONNECTIONS = 2000
BETWEEN_ARRIVALS = 0.01
"""Seconds; of connections that are all opened at once one of several workers may take most."""
_STREAM = "Accept: text/event-stream\r\nConnection: close\r\n"


@dataclass
class Tally:
    """What came of the requests: seconds of the good ones, how many failed, and the server's own seconds of work."""

    seconds: list[float] = field(default_factory=list)
    failures: dict[str, int] = field(default_factory=dict)
    beside: int = 0
    """Answers to the slow readers or the idle connections, not counted among the others."""
    work: float = 0.0

    def fail(self, kind: str) -> None:
        """Count a failure."""
        self.failures[kind] = self.failures.get(kind, 0) + 1


def bodies_of(texts: Sequence[str]) -> list[bytes]:
    """Return the bodies that ask `texts`."""
    return [json.dumps({"question": text}).encode() for text in texts]


def request_of(body: bytes, headers: str = "") -> bytes:
    """Return a request; over a kept connection unless `headers` say otherwise."""
    head = (
        "POST /v1/ask HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n"
        f"{headers}Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def ask_until(port: int, bodies: list[bytes], client: int, end: float, tally: Tally) -> None:
    """Ask one question after the other until `end`. Clients come one after the other, as people do."""
    await asyncio.sleep(client * BETWEEN_ARRIVALS)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    at = client * 13
    while time.perf_counter() < end:
        started = time.perf_counter()
        writer.write(request_of(bodies[at % len(bodies)]))
        at += 7
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


async def read_slowly(port: int, body: bytes, end: float, tally: Tally) -> None:
    """Ask for streams until `end` and read each a few bytes at a time; every one must come whole."""
    while time.perf_counter() < end:
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        connection.setblocking(False)
        await asyncio.get_running_loop().sock_connect(connection, ("127.0.0.1", port))
        reader, writer = await asyncio.open_connection(sock=connection, limit=2048)
        writer.write(request_of(body, _STREAM))
        text = b""
        try:
            while part := await reader.read(SLOW_BYTES):
                text += part
                await asyncio.sleep(SLOW_PAUSE)
        except OSError:
            tally.fail("slow reader cut off")
        if b"event: answer" in text and text.rstrip().endswith(b"0"):  # the last chunk of a whole response
            tally.beside += 1
        else:
            tally.fail("slow reader without an answer")
        writer.close()


def stuck_readers(port: int) -> list[socket.socket]:
    """Return connections that asked for much and read nothing."""
    found = []
    for _ in range(STUCK_READERS):
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        connection.connect(("127.0.0.1", port))
        connection.sendall(b"GET /v1/claims?limit=200 HTTP/1.1\r\nHost: bench\r\n\r\n" * 10)
        found.append(connection)
    return found


def idle_connections(port: int) -> list[socket.socket]:
    """Return connections on which nothing is sent for now."""
    return [socket.create_connection(("127.0.0.1", port)) for _ in range(IDLE_CONNECTIONS)]


def wake(connections: list[socket.socket], tally: Tally) -> None:
    """Ask on each connection that was idle; every one must still be served."""
    for connection in connections:
        connection.settimeout(10)
        try:
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: bench\r\n\r\n")
            answer = connection.recv(4096)
        except OSError:
            answer = b""
        if b" 200 " in answer.split(b"\r\n")[0]:
            tally.beside += 1
        else:
            tally.fail("idle connection lost")


@dataclass(frozen=True)
class Situation:
    """One line of the table: how many ask, and what else goes on."""

    name: str
    clients: int
    slow: int = 0
    held: Callable[[int], list[socket.socket]] | None = None
    woken: bool = False


@contextmanager
def held(situation: Situation, port: int) -> Iterator[list[socket.socket]]:
    """Hold the connections that the situation has beside the asking clients."""
    connections = situation.held(port) if situation.held else []
    try:
        yield connections
    finally:
        for connection in connections:
            connection.close()


async def measure(port: int, situation: Situation, seconds: float) -> Tally:
    """Return what came of asking for `seconds`."""
    tally, bodies = Tally(), bodies_of(questions())
    end = time.perf_counter() + seconds
    asking = [ask_until(port, bodies, client, end, tally) for client in range(situation.clients)]
    reading = [read_slowly(port, bodies[at % len(bodies)], end, tally) for at in range(situation.slow)]
    await asyncio.gather(*asking, *reading)
    return tally


def work_of(process: int) -> float:
    """Return the seconds of processor time that a process and its children have used."""
    stat = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    own = (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(work_of(int(child)) for child in children)


def run(port: int, process: int, situation: Situation, seconds: float) -> Tally:
    """Return what came of one situation."""
    with held(situation, port) as connections:
        before = work_of(process)
        tally = asyncio.run(measure(port, situation, seconds))
        tally.work = work_of(process) - before
        if situation.woken:
            wake(connections, tally)
    return tally


def row(situation: Situation, tally: Tally, seconds: float) -> str:
    """Return one line of the table."""
    ordered = sorted(tally.seconds) or [0.0]
    at = [ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000 for share in (0.5, 0.95, 0.99)]
    count, failed = len(tally.seconds), sum(tally.failures.values())
    cores = tally.work / seconds
    cells = [f"{count / seconds:.0f}", f"{cores:.2f}", f"{count / max(tally.work, 0.001):.0f}"]
    cells += [f"{value:.0f}" for value in at]
    return f"| {situation.name} | {count} | {tally.beside} | {failed} | {' | '.join(cells)} |"


def situations(clients: int) -> list[Situation]:
    """Return what is measured."""
    return [
        Situation("1 client", 1),
        Situation(f"{clients} clients", clients),
        Situation(f"{clients} clients, {SLOW_READERS} slow readers of streams", clients, slow=SLOW_READERS),
        Situation(f"{clients} clients, {STUCK_READERS} readers that take nothing", clients, held=stuck_readers),
        Situation(f"{clients} clients, {IDLE_CONNECTIONS} idle", clients, held=idle_connections, woken=True),
    ]


def main() -> None:
    """Run the load and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--workers", type=int, default=1)
    chosen = parser.parse_args()
    port = free_port()
    data = Path(os.environ.get("CAVEAT_DATA_DIR", ROOT / ".caveat")).resolve()
    busy = os.getloadavg()[0]
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
        with program(arguments, environment, port, Path(folder) / "log") as process:
            asyncio.run(measure(port, Situation("warm", 4), 1.0))
            for situation in situations(chosen.clients):
                tally = run(port, process.pid, situation, chosen.seconds)
                rows.append(row(situation, tally, chosen.seconds))
                for kind, count in tally.failures.items():
                    failures[kind] = failures.get(kind, 0) + count
    cores = os.cpu_count()
    print(f"{chosen.workers} worker(s), {chosen.seconds:g} s each, {cores} cores shared with the clients; ", end="")
    print(f"load of the machine before: {busy:.1f}. Per core: answers for each second of the server's processor time.")
    print("| load | answers | beside | failed | answers/s | cores busy | per core | p50 ms | p95 ms | p99 ms |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    print("\n".join(rows))
    if failures:
        print(failures, file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
