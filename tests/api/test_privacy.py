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
        "/v1/check": {"article": f"Kratom {CANARY} is not addictive. It may ease pain."},
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
    form = {"question": f"Is kratom {CANARY} addictive?", "earlier": CANARY}
    yield "POST", "/ask", {"data": form}
    yield "POST", "/ask", {"data": {**form, "question": crash}}
    yield "POST", "/ask", {"json": form}
    yield "POST", "/check", {"data": {"article": f"Kratom {CANARY} is not addictive."}}
    yield "GET", "/check", {"params": {"article": CANARY}}
    yield "GET", f"/topics/{CANARY}", {}
    yield "GET", "/widget/config.json", {"params": {"lang": CANARY, "region": CANARY}}
    yield "GET", f"/widget/{CANARY}.js", {}
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


def assert_nowhere(folder: Path) -> None:
    """Fail when the word is in a file below `folder`, or in a file's name."""
    for path in folder.rglob("*"):
        assert CANARY not in str(path).lower()
        if path.is_file():
            assert CANARY.encode() not in path.read_bytes().lower(), path


@pytest.fixture
def environment(data: Path, tmp_path: Path) -> dict[str, str]:
    """Settings under which everything that is written is seen."""
    (tmp_path / "temporary").mkdir()
    return {
        "CAVEAT_DATA_DIR": str(data),
        "CAVEAT_FEEDBACK": "true",
        "CAVEAT_LOG_LEVEL": "debug",
        "CAVEAT_ANONYMOUS_PER_MINUTE": "1000",
        "CAVEAT_CHAT_PER_MINUTE": "1000",
        "TMPDIR": str(tmp_path / "temporary"),
    }


def test_what_is_asked_is_found_nowhere_afterwards(environment: dict[str, str], data: Path, tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    environment["CAVEAT_CHAT"] = "false"
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
    assert log.exists() and (data / "caveat.db").exists()
    assert_nowhere(tmp_path)


class Chat:
    """A client of the web chat's own endpoints, as the page in a browser calls them."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        self._session = "abc123"
        config = client.get("/chat/config").json()
        self.numbers = {event["api_name"]: event["id"] for event in config["dependencies"]}

    def send(self, event: str, data: list[Any], **more: Any) -> str:
        """Run one event through the queue and return its stream of messages."""
        body = {"data": data, "fn_index": self.numbers[event], "session_hash": self._session, **more}
        joined = self._client.post("/chat/gradio_api/queue/join", json=body)
        assert joined.status_code == 200, joined.text
        return self._client.get("/chat/gradio_api/queue/data", params={"session_hash": self._session}).text


def refused_by_the_chat() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield requests with the word that the chat cannot serve, or does not offer."""
    join = "/chat/gradio_api/queue/join"
    yield "POST", join, {"json": {"data": CANARY, "fn_index": CANARY}}
    yield "POST", join, {"json": {"data": [CANARY], "fn_index": 0}}
    yield "POST", join, {"json": {"data": [CANARY], "fn_index": 10_000, "session_hash": "a"}}
    yield "POST", join, {"content": f'{{"data": ["{CANARY}'}
    yield "POST", join, {"content": CANARY * 100_000}
    yield "POST", "/chat/gradio_api/cancel", {"json": {"session_hash": 1, CANARY: CANARY}}
    for endpoint in ("call/answer", "call/v2/answer", "run/answer", "api/answer", "component_server", "upload"):
        yield "POST", f"/chat/gradio_api/{endpoint}", {"json": {"data": [CANARY], "session_hash": CANARY}}
    for endpoint in ("deep_link?session_hash=abc123", f"file={CANARY}", f"proxy=https://{CANARY}", "dev/reload"):
        yield "GET", f"/chat/gradio_api/{endpoint}", {}
    yield "GET", f"/chat/assets/{CANARY}.js", {}
    yield "GET", f"/chat/{CANARY}", {}


def test_what_is_asked_in_the_chat_is_found_nowhere_afterwards(
    environment: dict[str, str], data: Path, tmp_path: Path
) -> None:
    port, log = free_port(), tmp_path / "log"
    question, crash = f"Is kratom {CANARY} addictive?", f"Is kratom {CRASH_WORD} {CANARY} addictive?"
    turns: list[dict[str, Any]] = [
        {"role": "user", "content": [{"type": "text", "text": question}]},
        {"role": "assistant", "content": [{"type": "text", "text": CANARY}], "metadata": {"id": "b663a0f9a5527ede"}},
    ]
    with (
        program(["-m", "tests.faults.crashing_server", str(port)], environment, port, log),
        httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=20) as client,
    ):
        chat = Chat(client)
        assert "cv-answer" in chat.send("answer", [question, [], "US", ""])
        assert "cv-answer" in chat.send("answer", [question, turns, "US", "es"])
        assert "cv-answer" in chat.send("answer_starter", [f"kratom {CANARY}", [], "US", ""])
        assert "cv-answer" in chat.send("answer_option", [turns, "US", ""], event_data={"value": question, "index": 0})
        assert "cv-report" in chat.send("check", [f"Kratom {CANARY} is not addictive."])
        chat.send("rate", [turns], event_data={"index": [1, 0], "value": CANARY, "liked": True})
        for event in ("answer", "answer_starter"):
            failed = chat.send(event, [crash, [], "US", ""])
            assert '"success":false' in failed and "nothing that was sent has been kept" in failed
            assert CANARY not in failed
        # Gradio itself cannot read this conversation, and says so with what stands in it.
        assert '"success":false' in chat.send("answer", [question, [{"role": CANARY, "content": CANARY}], CANARY, ""])
        for method, path, call in refused_by_the_chat():
            response = client.request(method, path, **call)
            assert response.headers["content-type"] == "application/problem+json", path
            assert CANARY not in response.text + str(response.headers)
        metrics = client.get("/metrics").text
    assert 'surface="chat"' in metrics and CANARY not in metrics.lower()
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    assert {"crash", "printed", "request"} <= {line["event"] for line in lines}
    assert sum(line["event"] == "crash" and line.get("surface") == "chat" for line in lines) == 2
    assert (data / "caveat.db").exists()
    assert_nowhere(tmp_path)
