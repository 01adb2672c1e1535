"""What an operator relies on: readiness, metrics, workers, reload, and a stop that loses no answer."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import threading
import time
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from app.api.edge.metrics import Metrics
from app.assistant import Assistant
from app.main import build_app
from app.opening import open_assistant
from app.server import run
from app.settings import Settings, SettingsError
from index.manifest import Pointer, read_pointer, write_pointer
from tests.api.conftest import MakeClient
from tests.live import free_port, program, serving

QUESTION = {"question": "Is kratom addictive?"}


def samples(text: str, name: str) -> dict[tuple[tuple[str, str], ...], float]:
    """Return the samples of one metric by their labels."""
    return {
        tuple(sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.name == name
    }


@pytest.fixture
def copied(built_settings: Settings, tmp_path: Path) -> Settings:
    """Settings on a copy of the index, which a test may spoil."""
    root = tmp_path / "index"
    root.mkdir()
    current = read_pointer(built_settings.index_root).current
    shutil.copytree(built_settings.index_root / current, root / current)
    write_pointer(root, Pointer(current=current))
    return Settings(data_dir=tmp_path, chat=False, reload_seconds=0.1, anonymous_per_minute=100_000)


def test_the_process_is_healthy_and_ready(make_client: MakeClient, built_settings: Settings) -> None:
    client = make_client(data_dir=built_settings.data_dir)
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz")
    assert ready.status_code == 200
    assert (ready.json()["status"], ready.json()["index_on_disk"]) == ("ready", "same")
    assert 0 <= ready.json()["overdue_claims_share"] <= 1
    assert [client.head(path).status_code for path in ("/healthz", "/readyz")] == [200, 200], "as monitors ask"


def test_the_share_of_overdue_claims_grows_with_time(built_settings: Settings, tmp_path: Path) -> None:
    from datetime import date  # noqa: PLC0415

    from app.assistant import Limits  # noqa: PLC0415
    from app.opening import open_served  # noqa: PLC0415

    late = Assistant(open_served(built_settings), Limits(), "US", lambda: date(2100, 1, 1))
    settings = Settings(data_dir=tmp_path, chat=False, reload_seconds=0)
    with TestClient(build_app(settings, late)) as client:
        assert client.get("/readyz").json()["overdue_claims_share"] == 1.0
        assert samples(client.get("/metrics").text, "caveat_overdue_claims_share") == {(): 1.0}


def test_metrics_count_by_outcome_reason_and_surface_and_name_routes_by_template(client: TestClient) -> None:
    client.post("/v1/ask", json=QUESTION)
    declined = client.post("/v1/ask", json={"question": "How many grams of kratom should I take?"}).json()
    message = {"role": "user", "content": "Is kratom addictive?"}
    client.post("/v1/chat/completions", json={"model": "caveat", "messages": [message]})
    client.get("/v1/claims/dependence.can-develop")
    client.get("/v1/what-somebody-typed")
    text = client.get("/metrics").text
    answers = samples(text, "caveat_answers_total")
    assert answers[(("outcome", "answered"), ("reason", "none"), ("surface", "api"))] == 1
    assert answers[(("outcome", "declined"), ("reason", declined["reason"]), ("surface", "api"))] == 1
    assert answers[(("outcome", "answered"), ("reason", "none"), ("surface", "openai"))] == 1
    assert samples(text, "caveat_answer_seconds_count")[(("surface", "api"),)] == 2
    requests = samples(text, "caveat_requests_total")
    assert requests[(("method", "GET"), ("route", "/v1/claims/{claim_id}"), ("status", "200"))] == 1
    assert requests[(("method", "GET"), ("route", "unmatched"), ("status", "404"))] == 1
    assert "what-somebody-typed" not in text


def test_what_is_refused_at_the_door_is_counted_where_it_wanted_to_go(make_client: MakeClient) -> None:
    client = make_client(anonymous_per_minute=1)
    for _ in range(2):
        client.post("/v1/ask", json=QUESTION)
    requests = samples(client.get("/metrics").text, "caveat_requests_total")
    assert requests[(("method", "POST"), ("route", "/v1/ask"), ("status", "429"))] == 1


def test_metrics_can_be_turned_off(make_client: MakeClient) -> None:
    assert make_client(metrics=False).get("/metrics").status_code == 404


def test_a_new_index_is_taken_up_while_answers_go_on(copied: Settings) -> None:
    root = copied.index_root
    assistant = open_assistant(copied)
    old = assistant.index.folder.name
    shutil.copytree(root / old, root / "next")
    statuses: list[int] = []
    stop = threading.Event()
    with serving(build_app(copied, assistant)) as address:

        def ask() -> None:
            with httpx.Client(timeout=20) as client:
                while not stop.is_set():
                    statuses.append(client.post(f"{address}/v1/ask", json=QUESTION).status_code)

        asking = threading.Thread(target=ask)
        asking.start()
        write_pointer(root, Pointer(current="next", previous=old))
        deadline = time.monotonic() + 20
        while assistant.index.folder.name != "next" and time.monotonic() < deadline:
            time.sleep(0.05)
        stop.set()
        asking.join(20)
        assert httpx.get(f"{address}/readyz").json()["index_on_disk"] == "same"
    assert assistant.index.folder.name == "next"
    assert statuses and set(statuses) == {200}


def test_chat_and_several_workers_are_refused_with_what_to_do() -> None:
    with pytest.raises(SettingsError, match="CAVEAT_CHAT=false"):
        run(Settings(chat=True), "127.0.0.1", 1, workers=2)


def test_several_workers_serve_and_count_together(built_settings: Settings, tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    environment = {
        "CAVEAT_DATA_DIR": str(built_settings.data_dir.resolve()),
        "CAVEAT_DATABASE_URL": f"sqlite:///{tmp_path / 'keys.db'}",
        "CAVEAT_CHAT": "false",
        "CAVEAT_ANONYMOUS_PER_MINUTE": "1000",
    }
    arguments = ["-c", "from app.cli import main; main()", "serve", "--port", str(port), "--workers", "2"]
    with program(arguments, environment, port, log):
        for _ in range(12):
            assert httpx.post(f"http://127.0.0.1:{port}/v1/ask", json=QUESTION, timeout=20).status_code == 200
        with socket.create_connection(("127.0.0.1", port), 10) as connection:
            connection.sendall(b"no HTTP\r\n\r\n")
            assert b"application/problem+json" in connection.recv(4096), "every worker refuses what it cannot read"
        text = httpx.get(f"http://127.0.0.1:{port}/metrics").text
    assert samples(text, "caveat_answers_total") == {
        (("outcome", "answered"), ("reason", "none"), ("surface", "api")): 12
    }
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    assert {line["event"] for line in lines} >= {"request", "quotas-per-worker"}


def test_a_stop_finishes_every_answer_in_flight(built_settings: Settings, tmp_path: Path) -> None:
    port = free_port()
    environment = {"CAVEAT_DATA_DIR": str(built_settings.data_dir.resolve()), "CAVEAT_CHAT": "false"}
    results: list[int] = []

    def ask(accept: str) -> None:
        headers = {"Accept": accept}
        got = httpx.post(f"http://127.0.0.1:{port}/v1/ask", json=QUESTION, headers=headers, timeout=30)
        assert '"outcome":"answered"' in got.text
        results.append(got.status_code)

    with program(["-m", "tests.faults.slow_server", str(port)], environment, port, tmp_path / "log") as process:
        asking = [
            threading.Thread(target=ask, args=(accept,))
            for accept in ("application/json", "text/event-stream")
            for _ in range(3)
        ]
        for thread in asking:
            thread.start()
        metrics = f"http://127.0.0.1:{port}/metrics"
        deadline = time.monotonic() + 20
        while "caveat_answers_total{" not in httpx.get(metrics).text and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        for thread in asking:
            thread.join(30)
        process.wait(30)
    assert results == [200] * 6
    assert "error" not in (tmp_path / "log").read_text()


def test_each_application_counts_for_itself() -> None:
    one, two = Metrics(), Metrics()
    one.count_fault("crash")
    assert samples(two.page()[0].decode(), "caveat_faults_total") == {}
