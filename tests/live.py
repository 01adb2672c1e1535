"""A real server for tests: in a thread, or as the program itself in its own process."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn
from fastapi import FastAPI

from app.server import PROTOCOL

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60.0


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """Serve `app` from a thread of this process; gives its address."""
    port = free_port()
    config = uvicorn.Config(
        app, port=port, http=PROTOCOL, access_log=False, log_config=None, proxy_headers=False, server_header=False
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{port}"
    wait_until_up(address)
    try:
        yield address
    finally:
        server.should_exit = True
        thread.join(10)


@contextmanager
def program(
    arguments: list[str], environment: dict[str, str], port: int, log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Run `python ARGUMENTS` until it answers at `port`; its output goes to `log`; it is stopped at the end."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("CAVEAT_")}
    everything = {**inherited, "PYTHONPATH": str(ROOT), **environment}
    with log.open("ab") as output:
        process = subprocess.Popen(
            [sys.executable, *arguments], env=everything, cwd=log.parent, stdout=output, stderr=output
        )
    try:
        wait_until_up(f"http://127.0.0.1:{port}", process)
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(5)


def wait_until_up(address: str, process: subprocess.Popen[bytes] | None = None) -> None:
    """Return when `address` answers; fails when the process ends or nothing comes."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process is not None and process.poll() is not None:
            raise AssertionError(f"the server ended with {process.returncode}")
        try:
            if httpx.get(f"{address}/healthz", timeout=2).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError("the server did not start")
