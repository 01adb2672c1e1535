"""The canary: a unique word asked at every route, in streams, in errors and in a crash, is found nowhere afterwards."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.settings import Settings
from index.manifest import Pointer, read_pointer, write_pointer
from tests.faults.crashing_server import CRASH_WORD
from tests.live import free_port, program

CANARY = "zyxcanary7391"
STREAM = {"Accept": "text/event-stream"}


def every_call(schema: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield each operation of the API with the word wherever a client could put it."""
    bodies = {
        "/v1/ask": {"question": f"Is kratom {CANARY} addictive?", "history": [{"role": "user", "content": CANARY}]},
        "/v1/chat/completions": {"model": "caveat", "messages": [{"role": "user", "content": f"kratom {CANARY}"}]},
        "/v1/feedback": {"answer_id": CANARY, "rating": CANARY, "comment": CANARY},
    }
    for path, operations in schema["paths"].items():
        for method in operations:
            address = path
            while "{" in address:
                address = address[: address.index("{")] + CANARY + address[address.index("}") + 1 :]
            call: dict[str, Any] = {"params": {"q": CANARY, "about": CANARY, "key": f"pk_{CANARY}{CANARY}"}}
            if method == "post":
                call["json"] = bodies.get(path, {"text": CANARY, "question": CANARY})
            yield method.upper(), address, call


def more_calls() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield streams, errors, crashes and addresses that do not exist, all with the word."""
    crash = f"Is kratom {CRASH_WORD} {CANARY} addictive?"
    message = {"role": "user", "content": crash}
    chat = {"model": "caveat", "messages": [message]}
    yield "POST", "/v1/ask", {"json": {"question": f"Is kratom {CANARY} addictive?"}, "headers": STREAM}
    yield "POST", "/v1/ask", {"json": {"question": crash}}
    yield "POST", "/v1/ask", {"json": {"question": crash}, "headers": STREAM}
    yield "POST", "/v1/chat/completions", {"json": chat}
    yield "POST", "/v1/chat/completions", {"json": {**chat, "stream": True}}
    yield "POST", "/v1/chat/completions", {"json": {**chat, "model": CANARY}}
    yield "POST", "/v1/ask", {"json": {"question": CANARY * 1000}}
    yield "POST", "/v1/ask", {"json": {"question": 7, CANARY: CANARY}}
    yield "POST", "/v1/ask", {"content": CANARY * 100_000}
    yield "POST", "/v1/ask", {"content": f'{{"question": "{CANARY}'}
    yield "POST", "/v1/ask", {"json": {"question": CANARY}, "headers": {"Authorization": f"Bearer sk_{CANARY * 3}"}}
    yield "POST", "/v1/ask", {"json": {"question": CANARY}, "headers": {"X-Request-ID": CANARY, "Origin": CANARY}}
    yield "POST", "/v1/ask/", {"json": {"question": CANARY}, "params": {"question": CANARY}}
    yield "GET", f"/{CANARY}", {}
    yield "GET", f"/v1/{CANARY}", {}
    yield "GET", "/v1/ask", {"params": {"question": CANARY}}
    yield CANARY.upper(), "/v1/ask", {}


@pytest.fixture
def data(built_settings: Settings, tmp_path: Path) -> Path:
    """A data folder of its own, so that everything written is seen."""
    root = tmp_path / "data" / "index"
    root.mkdir(parents=True)
    current = read_pointer(built_settings.index_root).current
    shutil.copytree(built_settings.index_root / current, root / current)
    write_pointer(root, Pointer(current=current))
    return tmp_path / "data"


def test_what_is_asked_is_found_nowhere_afterwards(data: Path, tmp_path: Path) -> None:
    port, log, temporary = free_port(), tmp_path / "log", tmp_path / "temporary"
    temporary.mkdir()
    environment = {
        "CAVEAT_DATA_DIR": str(data),
        "CAVEAT_CHAT": "false",
        "CAVEAT_FEEDBACK": "true",
        "CAVEAT_LOG_LEVEL": "debug",
        "CAVEAT_ANONYMOUS_PER_MINUTE": "1000",
        "TMPDIR": str(temporary),
    }
    statuses: set[int] = set()
    with (
        program(["-m", "tests.faults.crashing_server", str(port)], environment, port, log),
        httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=20) as client,
    ):
        schema = client.get("/openapi.json").json()
        for method, path, call in [*every_call(schema), *more_calls()]:
            response = client.request(method, path, **call)
            statuses.add(response.status_code)
            assert CANARY not in str(response.headers)
            if response.status_code >= 500:
                assert CANARY not in response.text
        answered = client.post("/v1/ask", json={"question": "Is kratom addictive?"}).json()
        rating = {"answer_id": answered["id"], "rating": "helpful"}
        assert client.post("/v1/feedback", json=rating).status_code == 204
        metrics = client.get("/metrics").text
    assert statuses >= {200, 401, 404, 405, 413, 422, 500}
    assert CANARY.lower() not in metrics.lower()
    lines = log.read_text().splitlines()
    assert any(json.loads(line)["event"] == "crash" for line in lines if line.startswith("{"))
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert log in written and data / "caveat.db" in written
    for path in written:
        assert CANARY.encode() not in path.read_bytes().lower(), path
        assert CANARY not in path.name
