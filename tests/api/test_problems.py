"""Every error, whoever words it, is a problem of a known type; what is no error passes as it is."""

from __future__ import annotations

import asyncio
import json
import re
import socket
from urllib.parse import urlsplit

import anyio
import httpx
import pytest
import uvicorn
from fastapi.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send
from structlog.testing import capture_logs
from uvicorn.server import ServerState

from app.answering import ClientGoneError
from app.api.edge import wire
from app.api.edge.foreign import ProblemBodies
from app.api.edge.metrics import Metrics
from app.api.edge.outermost import Outermost
from app.api.problem_types import PROBLEM_TYPES, general_type, problem_types_table
from app.api.problems import TYPE_PREFIX
from tests.api.conftest import MakeApp
from tests.live import ROOT, serving

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize("headers", [{}, BROWSER])
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/v1/nothing", 404),
        ("DELETE", "/v1/ask", 405),
        ("POST", "/docs", 405),
        ("GET", "/docs/nothing", 422),
        ("GET", "/widget/nothing", 404),
        ("PUT", "/widget/config.json", 405),
        ("GET", "/map/nothing.svg", 422),
        ("GET", "/chat/nothing", 404),
        ("GET", "/chat/assets/nothing.js", 404),
        ("GET", "/chat/static/../../secrets", 404),
        ("GET", "/chat/gradio_api/heartbeat/", 404),
        ("GET", "/chat/gradio_api/queue/data", 422),
        ("GET", "/chat/gradio_api/queue/data?session_hash=unknown", 404),
        ("GET", "/chat/gradio_api/file=/etc/passwd", 404),
        ("PUT", "/chat/", 405),
        ("POST", "/chat/gradio_api/queue/join", 422),
        ("POST", "/chat/gradio_api/upload", 404),
        ("BREW", "/chat/", 405),
    ],
)
def test_every_error_is_a_problem(
    whole: TestClient, method: str, path: str, status: int, headers: dict[str, str]
) -> None:
    response = whole.request(method, path, headers=headers)
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    problem = response.json()
    assert (problem["status"], problem["request_id"]) == (status, response.headers["x-request-id"])
    assert problem["type"].removeprefix(TYPE_PREFIX) in PROBLEM_TYPES
    assert int(response.headers["content-length"]) == len(response.content)
    if status == 405:
        assert response.headers["allow"]


def test_a_refusal_of_the_chat_does_not_repeat_what_was_sent(whole: TestClient) -> None:
    body = {"data": "my own words", "fn_index": "my own words"}
    response = whole.post("/chat/gradio_api/queue/join", json=body)
    assert response.json()["type"] == "urn:caveat:problem:invalid-request"
    assert "my own words" not in response.text
    assert response.headers["ratelimit"], "the headers of the refusal are kept"


def test_a_page_from_before_a_restart_is_refused_and_is_no_crash(whole: TestClient) -> None:
    body = {"data": ["a"], "fn_index": 10_000, "session_hash": "unknown"}
    with capture_logs() as logs:
        joined = whole.post("/chat/gradio_api/queue/join", json=body)
        asked = whole.get("/chat/gradio_api/queue/data", params={"session_hash": "unknown"})
    assert [joined.status_code, asked.status_code] == [404, 404]
    assert {line["event"] for line in logs} == {"request"}


def test_a_part_of_a_file_that_does_not_exist_is_a_problem(whole: TestClient) -> None:
    response = whole.get("/docs/swagger-ui.css", headers={"Range": "bytes=99999999-"})
    assert (response.status_code, response.json()["type"]) == (416, "urn:caveat:problem:request-refused")
    assert response.headers["content-range"].startswith("bytes */")
    assert "etag" not in response.headers


def test_a_head_request_has_no_body(whole: TestClient) -> None:
    response = whole.head("/chat/nothing")
    assert (response.status_code, response.content) == (404, b"")


def test_pages_and_files_pass_as_they_are(whole: TestClient) -> None:
    for path, kind in (("/chat/", "text/html"), ("/about", "text/html"), ("/chat/theme.css", "text/css")):
        response = whole.get(path)
        assert response.status_code == 200 and response.headers["content-type"].startswith(kind)
    for path in ("/", "/chat"):
        moved = whole.get(path, follow_redirects=False)
        assert (moved.status_code, moved.headers["location"], moved.content) == (307, "/chat/", b"")


def test_a_stream_and_its_headers_pass_message_by_message() -> None:
    stream: list[Message] = [
        {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/event-stream")]},
        {"type": "http.response.body", "body": b"data: 1\n\n", "more_body": True},
        {"type": "http.response.body", "body": b"", "more_body": False},
    ]
    passed: list[Message] = []

    async def streaming(_scope: Scope, _receive: Receive, send: Send) -> None:
        for at, message in enumerate(stream):
            await send(message)
            assert passed == stream[: at + 1], "nothing is held back"

    async def take(message: Message) -> None:
        passed.append(message)

    async def nothing() -> Message:
        raise AssertionError

    scope: Scope = {"type": "http", "path": "/chat/gradio_api/queue/data", "headers": []}
    anyio.run(ProblemBodies(streaming), scope, nothing, take)
    assert passed == stream


def test_a_client_that_leaves_a_stream_is_no_crash() -> None:
    async def streaming(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise ExceptionGroup("of the tasks of a stream", [ClientGoneError()])

    async def take(_message: Message) -> None:
        pass

    async def nothing() -> Message:
        raise AssertionError

    scope: Scope = {"type": "http", "method": "POST", "path": "/v1/ask", "headers": []}
    with capture_logs() as logs:
        anyio.run(Outermost(streaming, Metrics(), 0, 1.0), scope, nothing, take)
    assert [(line["event"], line["status"]) for line in logs] == [("request", 499)]


def test_every_type_that_the_program_can_send_is_listed_and_every_listed_one_is_sent() -> None:
    sources = [path.read_text() for folder in ("app", "index") for path in sorted((ROOT / folder).rglob("*.py"))]
    text = "\n".join(source for source in sources if "PROBLEM_TYPES: dict" not in source)
    made = set(re.findall(r'(?:make_problem|_unauthorised)\(\s*"([a-z-]+)"', text))
    made |= {general_type(status)[0] for status in range(400, 600)}
    raised = set(re.findall(r'^    code = "([a-z-]+)"$', text, re.MULTILINE))
    assert made <= PROBLEM_TYPES.keys() <= made | raised


def test_the_types_in_the_readme_are_the_generated_ones() -> None:
    assert problem_types_table() in (ROOT / "README.md").read_text(), "python -m tests.api.contract writes it"


def connected(address: str) -> socket.socket:
    """Return a bare connection to the server at `address`."""
    return socket.create_connection(("127.0.0.1", urlsplit(address).port or 0), 10)


def read_until(connection: socket.socket, end: bytes | None = None) -> bytes:
    """Return what comes until `end`, or until the connection is closed."""
    came = b""
    while part := connection.recv(4096):
        came += part
        if end is not None and came.endswith(end):
            break
    return came


@pytest.mark.parametrize(
    "sent",
    [
        b"BAD\r\n\r\n",
        b"GET /v1/version HTTP/1.1\r\n\r\n",
        b"POST /v1/ask HTTP/1.1\r\nHost: a\r\nContent-Length: my own words\r\n\r\n",
        b"POST /v1/ask HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nmy own words\r\n",
    ],
)
def test_what_is_no_http_is_a_problem_too(make_app: MakeApp, sent: bytes) -> None:
    with serving(make_app()) as address, connected(address) as connection:
        connection.sendall(sent)
        head, _, body = read_until(connection).partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 400 ") and b"application/problem+json" in head
        assert json.loads(body)["type"] == "urn:caveat:problem:bad-request"
        assert b"my own words" not in head + body
        assert httpx.get(f"{address}/healthz").status_code == 200


def test_a_head_that_never_ends_is_given_up_and_a_silent_connection_is_not(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "HEAD_SECONDS", 0.3)
    unfinished, rest = b"GET /healthz HTTP/1.1\r\nHost: a\r\n", b"\r\n"
    with serving(make_app()) as address, connected(address) as silent, connected(address) as used:
        used.sendall(unfinished + rest)
        assert read_until(used, b'"ok"}').startswith(b"HTTP/1.1 200 ")
        with connected(address) as fresh:
            for connection in (fresh, used):
                connection.sendall(unfinished)
                head, _, body = read_until(connection).partition(b"\r\n\r\n")
                assert head.startswith(b"HTTP/1.1 408 ")
                assert json.loads(body)["type"] == "urn:caveat:problem:slow-body"
        silent.sendall(unfinished)
        silent.sendall(rest)
        assert read_until(silent, b'"ok"}').startswith(b"HTTP/1.1 200 ")


def test_an_answer_of_a_worker_does_not_wait_for_its_head_to_be_confirmed(make_app: MakeApp) -> None:
    config = uvicorn.Config(make_app(), http=wire.ProblemProtocol, log_config=None)
    config.load()
    made: list[wire.ProblemProtocol] = []

    def protocol() -> wire.ProblemProtocol:
        made.append(wire.ProblemProtocol(config, ServerState(), {}))
        return made[-1]

    async def connect() -> None:
        # Workers share a socket that was opened without naming a protocol, which asyncio leaves as it is.
        shared = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        shared.bind(("127.0.0.1", 0))
        async with await asyncio.get_running_loop().create_server(protocol, sock=shared):
            _, writer = await asyncio.open_connection(*shared.getsockname())
            while not made:
                await asyncio.sleep(0.01)
            connection = made[0].transport.get_extra_info("socket")
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            writer.close()
            await writer.wait_closed()

    asyncio.run(connect())
