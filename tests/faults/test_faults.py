"""Things that break while serving: no answer is lost that could be given, and every refusal is a problem."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event
from structlog.testing import capture_logs

from app.api.edge import quotas
from app.assistant import Assistant
from app.main import build_app
from app.opening import open_assistant
from app.settings import Settings
from index.encoder import MODEL_FILE
from index.errors import EncoderError
from index.manifest import MANIFEST_FILE, POINTER_FILE, Pointer, read_pointer, write_pointer
from tests.live import free_port, program

QUESTION = {"question": "Is kratom addictive?"}
STREAM = {"Accept": "text/event-stream"}
CHAT = {"model": "caveat", "messages": [{"role": "user", "content": "Is kratom addictive?"}]}


@pytest.fixture
def own(built_settings: Settings, tmp_path: Path) -> Settings:
    """Settings on a copy of the index, which a test may spoil."""
    root = tmp_path / "index"
    root.mkdir()
    current = read_pointer(built_settings.index_root).current
    shutil.copytree(built_settings.index_root / current, root / current)
    write_pointer(root, Pointer(current=current))
    return Settings(data_dir=tmp_path, chat=False, reload_seconds=0.1, anonymous_per_minute=100_000)


def problem(response: httpx.Response) -> dict[str, Any]:
    """Return the problem that a response carries."""
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body["status"] == response.status_code
    return body


def until(true: Callable[[], bool]) -> None:
    """Return when `true()` holds."""
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [(EncoderError("the encoder is gone"), 503, "encoder"), (RuntimeError("words of the question"), 500, "internal")],
)
def test_an_encoder_that_raises_gives_problems_and_recovers_by_itself(
    own: Settings, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, code: str
) -> None:
    assistant = open_assistant(own)
    encoder = type(assistant.index.searcher.encoder)

    def broken(*_args: object) -> None:
        raise error

    with capture_logs() as logs, TestClient(build_app(own, assistant)) as client:
        with monkeypatch.context() as patched:
            for name in ("encode", "embed", "embed_one"):
                patched.setattr(encoder, name, broken)
            answer = client.post("/v1/ask", json=QUESTION)
            assert answer.status_code == status
            assert problem(answer)["type"] == f"urn:caveat:problem:{code}"
            assert f"urn:caveat:problem:{code}" in client.post("/v1/ask", json=QUESTION, headers=STREAM).text
            assert problem(client.post("/v1/chat/completions", json=CHAT))["error"]["code"] == code
            assert problem(client.get("/readyz"))["type"] == "urn:caveat:problem:not-ready"
            assert client.get("/healthz").status_code == 200
            assert client.get("/v1/claims").status_code == 200
        assert client.post("/v1/ask", json=QUESTION).status_code == 200
        assert client.get("/readyz").status_code == 200
    crashes = [line for line in logs if line["event"] == "crash"]
    assert len(crashes) == (3 if status == 500 else 0)
    assert "words" not in str(logs)


def remove_everything(root: Path) -> None:
    shutil.rmtree(root)


def remove_the_pointer(root: Path) -> None:
    (root / POINTER_FILE).unlink()


def spoil_the_pointer(root: Path) -> None:
    (root / POINTER_FILE).write_text("{")


def point_at_nothing(root: Path) -> None:
    write_pointer(root, Pointer(current="nowhere"))


def point_at_a_damaged_encoder(root: Path) -> None:
    shutil.copytree(root / read_pointer(root).current, root / "damaged")
    (root / "damaged" / "encoder" / MODEL_FILE).write_bytes(b"not a model")
    write_pointer(root, Pointer(current="damaged"))


def point_at_a_damaged_manifest(root: Path) -> None:
    shutil.copytree(root / read_pointer(root).current, root / "damaged")
    (root / "damaged" / MANIFEST_FILE).write_text("[]")
    write_pointer(root, Pointer(current="damaged"))


def empty_every_file(root: Path) -> None:
    for path in root.rglob("*"):
        if path.is_file():
            path.write_bytes(b"")


@pytest.mark.parametrize(
    "spoil",
    [
        remove_everything,
        empty_every_file,
        remove_the_pointer,
        spoil_the_pointer,
        point_at_nothing,
        point_at_a_damaged_encoder,
        point_at_a_damaged_manifest,
    ],
)
def test_an_index_spoiled_while_serving_goes_on_answering_and_a_good_one_is_taken_up(
    own: Settings, spoil: Callable[[Path], None]
) -> None:
    root = own.index_root
    assistant = open_assistant(own)
    before = assistant.index
    kept = root.parent / "kept"
    shutil.copytree(before.folder, kept)
    with capture_logs() as logs, TestClient(build_app(own, assistant)) as client:
        spoil(root)
        until(lambda: any(line.get("reason") == "reload" for line in logs))
        assert client.post("/v1/ask", json=QUESTION).json()["outcome"] == "answered"
        ready = client.get("/readyz")
        assert (ready.status_code, ready.json()["index_on_disk"] != "same") == (200, True)
        time.sleep(0.5)
        assert sum(line.get("reason") == "reload" for line in logs) == 1, "logged once, not at every look"
        root.mkdir(exist_ok=True)
        shutil.copytree(kept, root / "good")
        write_pointer(root, Pointer(current="good"))
        until(lambda: assistant.index.folder.name == "good")
        assert client.post("/v1/ask", json=QUESTION).json()["outcome"] == "answered"


def test_a_full_disk_refuses_ratings_and_nothing_else(assistant: Assistant, tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, chat=False, reload_seconds=0, feedback=True, reads_per_minute=100_000)
    app = build_app(settings, assistant)
    store = app.state.services.feedback
    rating = {"answer_id": "b663a0f9a5527ede", "rating": "helpful"}
    with TestClient(app) as client:
        assert client.post("/v1/feedback", json=rating).status_code == 204
        engine = store._database.engine

        @event.listens_for(engine, "begin")
        def full(connection: Any) -> None:
            # SQLite then fails exactly as on a full disk: "database or disk is full".
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

        statuses = {client.post("/v1/feedback", json=rating).status_code for _ in range(200)}
        assert 503 in statuses and statuses <= {204, 503}
        refused = client.post("/v1/feedback", json=rating)
        assert problem(refused)["type"] == "urn:caveat:problem:database"
        assert refused.headers["retry-after"]
        assert client.post("/v1/ask", json=QUESTION).status_code == 200
        event.remove(engine, "begin", full)
        engine.dispose()  # the limit is kept by the connection, and there may be more than one
        assert client.post("/v1/feedback", json=rating).status_code == 204


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Start the real Redis on one port, as often as wanted."""
    port = free_port()
    started: list[subprocess.Popen[bytes]] = []

    def start() -> subprocess.Popen[bytes]:
        arguments = ["redis-server", "--port", str(port), "--save", "", "--dir", str(tmp_path)]
        process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
        started.append(process)
        until(lambda: _answers(port))
        return process

    start.port = port  # type: ignore[attr-defined]
    yield start
    for process in started:
        process.kill()
        process.wait()


def _answers(port: int) -> bool:
    import redis as client  # noqa: PLC0415

    try:
        with client.Redis(port=port, socket_connect_timeout=1) as connection:
            return bool(connection.ping())
    except client.exceptions.RedisError:
        return False


def test_a_redis_that_stops_is_replaced_by_memory_logged_once_and_taken_up_again(
    redis: Any, assistant: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quotas, "RETRY_STORE_SECONDS", 0.2)
    process = redis()
    settings = Settings(
        data_dir=tmp_path,
        chat=False,
        reload_seconds=0,
        anonymous_per_minute=5,
        limits_url=f"redis://127.0.0.1:{redis.port}/0",
    )

    def left(response: httpx.Response) -> int:
        assert response.status_code == 200
        return int(response.headers["ratelimit"].split("r=")[1].split(";")[0])

    with capture_logs() as logs, TestClient(build_app(settings, assistant)) as first:
        assert [left(first.post("/v1/ask", json=QUESTION)) for _ in range(2)] == [4, 3]
        with TestClient(build_app(settings, assistant)) as second:
            assert left(second.post("/v1/ask", json=QUESTION)) == 2, "two processes count together"
        process.kill()
        process.wait()
        assert [left(first.post("/v1/ask", json=QUESTION)) for _ in range(2)] == [4, 3], "memory counts anew"
        time.sleep(0.3)
        assert left(first.post("/v1/ask", json=QUESTION)) == 2
        assert [line["reason"] for line in logs if line["event"] == "fault"] == ["limits-store"]
        redis()
        time.sleep(0.3)
        assert left(first.post("/v1/ask", json=QUESTION)) == 4, "the new Redis counts"


def test_without_redis_at_the_start_it_serves_all_the_same(assistant: Assistant, tmp_path: Path) -> None:
    settings = Settings(
        data_dir=tmp_path, chat=False, reload_seconds=0, limits_url=f"redis://127.0.0.1:{free_port()}/0"
    )
    with TestClient(build_app(settings, assistant)) as client:
        assert client.post("/v1/ask", json=QUESTION).status_code == 200


class Callers:
    """Threads that ask one question after the other, each on a connection of its own, until nobody answers."""

    def __init__(self, address: str, count: int) -> None:
        self.answered = 0
        self.wrong: list[str] = []
        self._address = address
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._ask, args=(at % 2 == 0,)) for at in range(count)]

    def _ask(self, streamed: bool) -> None:
        headers = STREAM if streamed else {}
        while True:
            try:
                response = httpx.post(f"{self._address}/v1/ask", json=QUESTION, headers=headers, timeout=30)
            except (httpx.ConnectError, httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError):
                return
            with self._lock:
                if response.status_code == 200 and '"outcome":"answered"' in response.text:
                    self.answered += 1
                else:
                    self.wrong.append(f"{response.status_code} {response.text[:200]}")

    def start(self) -> None:
        """Begin to ask."""
        for thread in self._threads:
            thread.start()

    def join(self) -> None:
        """Return when nobody asks any more."""
        for thread in self._threads:
            thread.join(60)
            assert not thread.is_alive()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_stop_under_load_loses_no_answer(built_settings: Settings, tmp_path: Path, workers: int) -> None:
    port, log = free_port(), tmp_path / "log"
    environment = {
        "CAVEAT_DATA_DIR": str(built_settings.data_dir.resolve()),
        "CAVEAT_DATABASE_URL": f"sqlite:///{tmp_path / 'keys.db'}",
        "CAVEAT_CHAT": "false",
        "CAVEAT_ANONYMOUS_PER_MINUTE": "1000000",
    }
    serve = ["serve", "--port", str(port), "--workers", str(workers)]
    callers = Callers(f"http://127.0.0.1:{port}", 16)
    with program(["-c", "from app.cli import main; main()", *serve], environment, port, log) as process:
        callers.start()
        until(lambda: callers.answered > 50)
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        callers.join()
    assert callers.wrong == []
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    asked = [line for line in lines if line["event"] == "request" and line["route"] == "/v1/ask"]
    # Who was never let in may ask again elsewhere; every question that was taken is answered, whole.
    assert {line["status"] for line in asked} == {200}
    assert len(asked) == callers.answered
    assert {line["event"] for line in lines} <= {"request", "quotas-per-worker"}
