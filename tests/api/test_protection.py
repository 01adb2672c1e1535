"""Limits, keys, origins and headers: what comes in, and what every answer carries."""

from __future__ import annotations

import re
import socket
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from app.api.edge.clients import Clients, ProxySettingError
from app.api.edge.paths import Rule, rule_of
from app.assistant import Assistant
from app.keys.model import KeyKind, SiteSettings
from app.keys.store import KeyStore
from tests.api.conftest import MakeApp, MakeClient
from tests.live import serving

QUESTION = {"question": "Is kratom addictive?"}
PAGE = "https://clinic.example.org"


def bearer(value: str) -> dict[str, str]:
    """Return the header that carries a secret key."""
    return {"Authorization": f"Bearer {value}"}


@pytest.mark.parametrize("path", ["/v1/version", "/v1/nothing", "/healthz", "/docs", "/nothing", "/v1/ask"])
def test_every_response_carries_an_id_and_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert len(headers["x-request-id"]) == 16
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe-eval" not in headers["content-security-policy"]
    assert "server" not in headers


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/chat/", "/about", "/topics", "/topics/liver", "/map", "/map/topics.svg", "/check", "/ask", "/docs"),
        *("/widget/playground", "/chat/nothing", "/topics/nothing"),
    ],
)
def test_every_page_carries_a_policy_that_lets_nothing_in_from_elsewhere(whole: TestClient, path: str) -> None:
    headers = whole.get(path, headers={"Accept": "text/html"}, follow_redirects=False).headers
    directives = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert directives["default-src"] in ("'none'", "'self'")
    assert directives["frame-ancestors"] == "'none'"
    allowed = {source for sources in directives.values() for source in sources.split()}
    assert allowed <= {"'none'", "'self'", "data:", "'unsafe-inline'", "'script'"}
    scripts = directives.get("script-src", directives["default-src"])
    assert ("'unsafe-inline'" in scripts) == path.startswith("/chat/")
    assert headers["x-content-type-options"] == "nosniff"


def test_https_is_only_demanded_when_it_is_set(client: TestClient, make_client: MakeClient) -> None:
    assert "strict-transport-security" not in client.get("/healthz").headers
    assert make_client(hsts_days=1).get("/healthz").headers["strict-transport-security"] == "max-age=86400"


@pytest.mark.parametrize("path", ["/v1/nothing", "/nothing", "/docs/nothing"])
def test_what_is_not_there_is_a_problem(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == response.status_code in (404, 422)


def test_a_wrong_method_is_a_problem_that_says_which_are_right(client: TestClient) -> None:
    response = client.get("/v1/ask")
    assert (response.status_code, response.headers["allow"]) == (405, "POST")
    assert response.json()["type"] == "urn:caveat:problem:method-not-allowed"


def test_a_body_over_the_limit_is_refused_whether_it_says_its_length_or_not(make_app: MakeApp) -> None:
    with serving(make_app(max_body_bytes=2000)) as address:
        declared = httpx.post(f"{address}/v1/ask", content=b"x" * 5000)
        chunked = httpx.post(f"{address}/v1/ask", content=(b"x" * 500 for _ in range(10)))
    for response in (declared, chunked):
        assert response.status_code == 413
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json()["type"] == "urn:caveat:problem:body-too-large"


def test_a_body_that_does_not_arrive_is_given_up(make_app: MakeApp) -> None:
    head = b"POST /v1/ask HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
    with (
        serving(make_app(body_seconds=0.2)) as address,
        socket.create_connection(("127.0.0.1", int(address.rsplit(":", 1)[1])), timeout=10) as slow,
    ):
        slow.sendall(head)
        answer = b"".join(iter(lambda: slow.recv(65_536), b""))  # until the server closes the connection
    assert b"408" in answer.split(b"\r\n")[0]
    assert b"urn:caveat:problem:slow-body" in answer


def test_a_caller_over_its_quota_is_told_when_to_come_back(make_client: MakeClient) -> None:
    client = make_client(anonymous_per_minute=2)
    first, second, third = (client.post("/v1/ask", json=QUESTION) for _ in range(3))
    assert first.headers["ratelimit-policy"] == '"anonymous";q=2;w=60'
    assert first.headers["ratelimit"].startswith('"anonymous";r=1;t=')
    assert (second.status_code, third.status_code) == (200, 429)
    assert third.json()["type"] == "urn:caveat:problem:rate-limited"
    assert 1 <= int(third.headers["retry-after"]) <= 60
    assert third.headers["ratelimit"].startswith('"anonymous";r=0;')
    assert client.get("/v1/version").status_code == 200


def test_a_long_request_costs_as_much_as_several_questions(make_client: MakeClient) -> None:
    client = make_client(anonymous_per_minute=10, cost_bytes=1000)
    history = [{"role": "user", "content": "x" * 3500}]
    response = client.post("/v1/ask", json={**QUESTION, "history": history})
    assert response.headers["ratelimit"].startswith('"anonymous";r=6;')


def test_one_request_never_costs_more_than_the_whole_quota(make_client: MakeClient) -> None:
    client = make_client(anonymous_per_minute=3, cost_bytes=256)
    history = [{"role": "user", "content": "x" * 5000}]
    assert client.post("/v1/ask", json={**QUESTION, "history": history}).status_code == 200
    assert client.post("/v1/ask", json=QUESTION).status_code == 429


def test_the_service_is_open_until_the_first_secret_key_and_then_needs_one(
    make_client: MakeClient, keys: KeyStore
) -> None:
    assert make_client().post("/v1/ask", json=QUESTION).status_code == 200
    new = keys.create(KeyKind.SECRET, "server")
    closed = make_client()
    refused = closed.post("/v1/ask", json=QUESTION)
    assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
    assert refused.json()["type"] == "urn:caveat:problem:key-required"
    assert closed.get("/v1/claims").status_code == 401
    assert closed.get("/healthz").status_code == closed.get("/readyz").status_code == 200
    allowed = closed.post("/v1/ask", json=QUESTION, headers=bearer(new.value))
    assert allowed.headers["ratelimit-policy"] == '"secret";q=600;w=60'
    assert closed.post("/v1/ask", json=QUESTION, headers={"X-Caveat-Key": new.value}).status_code == 200
    keys.revoke(new.key.id)
    assert make_client().post("/v1/ask", json=QUESTION).status_code == 401, "revoking must not open it again"
    assert make_client().post("/v1/ask", json=QUESTION, headers=bearer(new.value)).status_code == 401


def test_a_key_can_be_demanded_before_there_is_one(make_client: MakeClient) -> None:
    assert make_client(require_key=True).post("/v1/ask", json=QUESTION).status_code == 401


def test_a_wrong_key_of_ours_is_refused_and_a_foreign_one_is_overlooked_while_open(client: TestClient) -> None:
    ours = client.post("/v1/ask", json=QUESTION, headers=bearer("sk_" + "a" * 43))
    assert ours.json()["type"] == "urn:caveat:problem:invalid-key"
    assert client.post("/v1/ask", json=QUESTION, headers=bearer("sk-none")).status_code == 200


def test_a_revoked_key_stops_working_within_seconds(
    make_client: MakeClient, keys: KeyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = keys.create(KeyKind.SECRET, "server")
    client = make_client()
    assert client.post("/v1/ask", json=QUESTION, headers=bearer(new.value)).status_code == 200
    keys.revoke(new.key.id)
    monkeypatch.setattr(client.app.state.services.ring, "_refresh_seconds", 0)  # type: ignore[attr-defined]
    assert client.post("/v1/ask", json=QUESTION, headers=bearer(new.value)).status_code == 401


@pytest.fixture
def site_key(keys: KeyStore) -> str:
    """A site key for one page and everything below another host."""
    settings = SiteSettings(
        origins=(PAGE, "https://*.health.example"),
        languages=("en", "es"),
        region="GB",
        contacts=({"label": "Nurse line", "value": "ask at the desk"},),
        disabled_topics=("dependence",),
    )
    return keys.create(KeyKind.SITE, "clinic", site=settings).value


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        (PAGE, 200),
        ("https://a.health.example", 200),
        ("https://a.b.health.example", 200),
        ("https://health.example", 403),
        ("https://clinic.example.org.evil.example", 403),
        ("https://evilhealth.example", 403),
        ("http://clinic.example.org", 403),
        ("null", 403),
        (None, 403),
    ],
)
def test_a_site_key_works_on_its_own_pages_only(
    make_client: MakeClient, site_key: str, origin: str | None, status: int
) -> None:
    headers = {"X-Caveat-Key": site_key} | ({"Origin": origin} if origin else {})
    response = make_client().post("/v1/ask", json={"question": "Does kratom act on opioid receptors?"}, headers=headers)
    assert response.status_code == status
    assert response.headers.get("access-control-allow-origin") == (origin if status == 200 else None)
    assert "Origin" in response.headers["vary"]
    assert "access-control-allow-credentials" not in response.headers


def test_the_preflight_passes_for_origins_of_a_site_key_and_for_no_other(
    make_client: MakeClient, site_key: str
) -> None:
    assert site_key
    client = make_client()
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type,x-caveat-key"}
    allowed = client.options("/v1/ask", headers={"Origin": PAGE, **asked})
    assert (allowed.status_code, allowed.headers["access-control-allow-origin"]) == (204, PAGE)
    assert allowed.headers["access-control-max-age"] == "600"
    assert "x-caveat-key" in allowed.headers["access-control-allow-headers"].lower()
    refused = client.options("/v1/ask", headers={"Origin": "https://evil.example", **asked})
    assert refused.status_code == 403
    assert "access-control-allow-origin" not in refused.headers


def test_pages_may_read_the_quota_headers(make_client: MakeClient, site_key: str) -> None:
    response = make_client().post("/v1/ask", json=QUESTION, headers={"X-Caveat-Key": site_key, "Origin": PAGE})
    assert "RateLimit" in response.headers["access-control-expose-headers"]
    assert response.headers["ratelimit-policy"].startswith('"visitor"')


def test_an_origin_may_be_allowed_without_a_key(make_client: MakeClient) -> None:
    client = make_client(allowed_origins=(PAGE,))
    assert client.post("/v1/ask", json=QUESTION, headers={"Origin": PAGE}).headers["access-control-allow-origin"]
    other = client.post("/v1/ask", json=QUESTION, headers={"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in other.headers


def test_a_site_chooses_region_contacts_and_topics(make_client: MakeClient, site_key: str) -> None:
    client = make_client()
    for call in ({"headers": {"X-Caveat-Key": site_key}}, {"params": {"key": site_key}}):
        site = client.get("/v1/site", **call).json()
        assert (site["enabled"], site["region"], site["languages"]) == (True, "GB", ["en", "es"])
        assert site["contacts"] == [{"label": "Nurse line", "value": "ask at the desk"}]
        assert {"kind": "emergency", "label": "Emergency", "value": "999"} in site["emergency_contacts"]
    headers = {"X-Caveat-Key": site_key, "Origin": PAGE}
    assert client.post("/v1/ask", json=QUESTION, headers=headers).json()["outcome"] == "not_covered"
    assert client.post("/v1/ask", json=QUESTION).json()["outcome"] == "answered"
    urgent = client.post("/v1/ask", json={"question": "my friend took kratom and is not breathing"}, headers=headers)
    assert urgent.json()["outcome"] == "urgent"
    assert "999" in urgent.text
    assert client.get("/v1/site").status_code == 401


def test_what_a_site_leaves_out_is_not_offered_and_takes_nothing_else_along(
    make_client: MakeClient, keys: KeyStore, assistant: Assistant
) -> None:
    settings = SiteSettings(origins=(PAGE,), disabled_topics=("dependence", "liver"))
    headers = {"X-Caveat-Key": keys.create(KeyKind.SITE, "clinic", site=settings).value, "Origin": PAGE}
    client, library = make_client(), assistant.index.library
    left_out = {card.title for card in library.cards.values() if library.topic_of[card.id] in ("dependence", "liver")}

    def asked(question: str) -> dict[str, Any]:
        answer: dict[str, Any] = client.post("/v1/ask", json={"question": question}, headers=headers).json()
        assert not left_out & set(answer["related"])
        return answer

    assert asked("Is kratom addictive?")["outcome"] == "not_covered"
    assert asked("Is kratom bad for the liver?")["outcome"] == "not_covered"
    assert asked("How does kratom work in the brain?")["outcome"] == "answered"
    assert asked("can i take kratom with zoloft")["outcome"] == "answered"
    yellow = asked("my eyes turned yellow after kratom")
    assert (yellow["outcome"], yellow["notices"][0]["kind"]) == ("answered", "crisis"), "help today is never left out"


def test_a_paused_site_gives_its_contacts_and_no_answers(
    make_client: MakeClient, keys: KeyStore, site_key: str
) -> None:
    keys.enable(keys.all()[0].id, False)
    client = make_client()
    headers = {"X-Caveat-Key": site_key, "Origin": PAGE}
    refused = client.post("/v1/ask", json=QUESTION, headers=headers)
    assert (refused.status_code, refused.json()["type"]) == (403, "urn:caveat:problem:site-paused")
    assert refused.headers["access-control-allow-origin"] == PAGE, "the widget must be able to read why"
    site = client.get("/v1/site", headers=headers).json()
    assert site["enabled"] is False and site["contacts"]


@pytest.mark.parametrize(
    ("method", "path", "rule"),
    [
        ("POST", "/chat/gradio_api/upload", Rule.REFUSED),
        ("GET", "/chat/gradio_api/upload_progress", Rule.REFUSED),
        ("POST", "/chat/gradio_api/queue/join", Rule.CHAT),
        ("POST", "/chat/gradio_api/run/answer", Rule.REFUSED),
        ("POST", "/chat/gradio_api/call/answer", Rule.REFUSED),
        ("GET", "/chat/gradio_api/deep_link", Rule.REFUSED),
        ("GET", "/chat/gradio_api/file=/etc/passwd", Rule.REFUSED),
        ("GET", "/chat/gradio_api/proxy=https://a.example", Rule.REFUSED),
        ("GET", "/chat/gradio_api/dev/reload", Rule.REFUSED),
        ("GET", "/chat/monitoring", Rule.REFUSED),
        ("GET", "/chat/gradio_api/queue/data", Rule.OPEN),
        ("GET", "/chat/assets/index.js", Rule.OPEN),
        ("GET", "/chat/", Rule.OPEN),
        ("POST", "/v1/check", Rule.ASK),
        ("POST", "/v1/chat/completions", Rule.ASK),
        ("GET", "/v1/claims", Rule.READ),
        ("POST", "/v1/feedback", Rule.READ),
        ("GET", "/widget/v1.js", Rule.OPEN),
    ],
)
def test_the_chat_has_limits_too_and_offers_only_what_its_page_needs(method: str, path: str, rule: Rule) -> None:
    assert rule_of(method, path) is rule


def test_the_chats_own_endpoints_are_limited_before_they_are_reached(make_client: MakeClient) -> None:
    client = make_client(chat_per_minute=1)
    assert client.post("/chat/gradio_api/upload").status_code == 404
    assert client.post("/chat/gradio_api/queue/join", json={}).status_code == 404, "no chat is mounted here"
    assert client.post("/chat/gradio_api/queue/join", json={}).status_code == 429


def test_an_article_in_the_chat_costs_more_than_a_question(make_client: MakeClient) -> None:
    client = make_client(chat_per_minute=10)
    short, long = {"data": ["is it safe"]}, {"data": ["Kratom is a tree. " * 2500]}
    join = "/chat/gradio_api/queue/join"
    costs = []
    for body in (short, long):
        before = client.post(join, json=short).headers["ratelimit"]
        after = client.post(join, json=body).headers["ratelimit"]
        left = [int(re.findall(r"r=(\d+)", header)[0]) for header in (before, after)]
        costs.append(left[0] - left[1])
    assert costs[0] == 1
    assert costs[1] > 1


def scope(peer: str, forwarded: str | None = None) -> dict[str, object]:
    """Return the part of a request that names its sender."""
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    return {"client": (peer, 1), "headers": headers}


def test_only_a_trusted_proxy_is_believed_about_addresses() -> None:
    salt = b"salt"
    distrusting, trusting = Clients(()), Clients(("10.0.0.0/8",))
    direct = distrusting.hashed(scope("203.0.113.7"), salt)
    assert distrusting.hashed(scope("203.0.113.7", "198.51.100.1"), salt) == direct
    assert trusting.hashed(scope("10.0.0.1", "203.0.113.7"), salt) == direct
    assert trusting.hashed(scope("10.0.0.1", "6.6.6.6, 203.0.113.7, 10.9.9.9"), salt) == direct
    assert trusting.hashed(scope("203.0.113.7", "6.6.6.6"), salt) == direct
    assert trusting.hashed(scope("10.0.0.1", "rubbish"), salt) == trusting.hashed(scope("10.0.0.1"), salt)
    assert "203" not in direct


def test_neighbours_in_one_ipv6_network_count_as_one_and_another_salt_hides_them() -> None:
    clients = Clients(())
    one, two = (clients.hashed(scope(f"2001:db8::{host}"), b"a") for host in (1, 2))
    assert one == two != clients.hashed(scope("2001:db8::1"), b"b")


def test_a_proxy_that_is_no_address_is_refused() -> None:
    with pytest.raises(ProxySettingError, match="TRUSTED_PROXIES"):
        Clients(("proxy.local",))


def test_a_reader_that_takes_nothing_does_not_stop_others(make_app: MakeApp) -> None:
    with serving(make_app(stalled_seconds=0.5, reads_per_minute=1000)) as address:
        port = int(address.rsplit(":", 1)[1])
        with socket.socket() as stuck:
            stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            stuck.connect(("127.0.0.1", port))
            request = b"GET /v1/claims?limit=200 HTTP/1.1\r\nHost: a\r\n\r\n"
            stuck.sendall(request * 20)
            assert httpx.post(f"{address}/v1/ask", json=QUESTION, timeout=10).status_code == 200
