"""The page without scripts, through its form."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.assistant import Assistant
from app.main import build_app
from app.settings import Settings
from tests.widget.conftest import Client

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def test_the_form_posts_and_runs_no_script(client: Client) -> None:
    page = client.get("/ask")
    assert page.status_code == 200
    assert 'method="post"' in page.text
    assert "<script" not in page.text
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert page.headers["cache-control"] == "no-store"
    assert "911" in page.text


def test_a_posted_question_gets_the_same_parts_as_in_the_widget(client: Client) -> None:
    page = client.post("/ask", data={"question": "Is kratom addictive?"})
    assert page.status_code == 200
    for part in (
        "What the evidence says",
        "How sure can we be?",
        "Caveat:",
        "Sources",
        "Not yet reviewed by a clinician.",
    ):
        assert part in page.text
    assert "pharmacist or doctor" in page.text
    assert 'href="https://' in page.text


def test_a_question_in_the_address_is_not_read(client: Client) -> None:
    page = client.get("/ask?question=zebra")
    assert "zebra" not in page.text


def test_what_was_typed_is_shown_as_text(client: Client) -> None:
    page = client.post("/ask", data={"question": 'kratom <script>alert(1)</script> "x"', "earlier": ['"><b>']})
    assert "<script>" not in page.text
    assert "&lt;script&gt;" in page.text
    assert '"><b>' not in page.text


def test_follow_ups_carry_the_earlier_questions(client: Client) -> None:
    page = client.post("/ask", data={"question": "Is kratom addictive?", "earlier": ["What is kratom?"]})
    assert 'name="earlier" value="What is kratom?"' in page.text
    assert 'name="earlier" value="Is kratom addictive?"' in page.text


def test_an_emergency_gets_the_steps(client: Client) -> None:
    page = client.post("/ask", data={"question": "my friend took kratom and won't wake up"})
    assert "Get help now" in page.text
    assert page.text.index("911") < page.text.index("Get help now")
    assert "naloxone" in page.text


def test_numbers_can_be_called(client: Client) -> None:
    page = client.post("/ask", data={"question": "my friend took kratom and won't wake up"}).text
    assert page.count('<a href="tel:911">911</a>') >= 2
    assert '<a href="tel:18002221222">1-800-222-1222</a>' in page
    assert "tel:20" not in client.post("/ask", data={"question": "Is kratom addictive?"}).text, "a year is no number"


@pytest.mark.parametrize("path", ["/ask", "/check"])
def test_what_never_reaches_a_form_is_refused_with_a_page(
    built_settings: Settings, assistant: Assistant, tmp_path: Path, path: str
) -> None:
    changes = {"chat": False, "chat_per_minute": 2, "max_body_bytes": 2000, "data_dir": tmp_path, "reload_seconds": 0}
    browser = {"Accept": "text/html,*/*;q=0.8"}
    with TestClient(build_app(built_settings.model_copy(update=changes), assistant)) as client:
        long = client.post(path, data={"question": "a " * 2000, "article": "a " * 2000}, headers=browser)
        assert (long.status_code, long.headers["content-type"]) == (413, "text/html; charset=utf-8")
        statuses = [client.post(path, data={"question": "a"}, headers=browser).status_code for _ in range(3)]
        assert statuses[-1] == 429
        refused = client.post(path, data={"question": "a"}, headers=browser)
        assert "try again in" in refused.text
        assert f'<a href="{path}">Back to the form</a>' in refused.text
        assert "911" in refused.text, "the emergency line is there"
        assert refused.headers["retry-after"] and refused.headers["ratelimit"]
        assert "default-src 'none'" in refused.headers["content-security-policy"]
        told = client.post(path, data={"question": "a"})
        assert (told.status_code, told.headers["content-type"]) == (429, "application/problem+json"), "to a program"


def test_spanish_readers_get_spanish_words(client: Client) -> None:
    page = client.post("/ask", data={"question": "Is kratom addictive?"}, headers={"Accept-Language": "es-MX,es;q=0.9"})
    assert 'lang="es"' in page.text
    assert "Certeza" in page.text
    assert "Fuentes" in page.text


@pytest.mark.parametrize(
    ("body", "headers", "text"),
    [
        (b"question=", FORM, "blank"),
        (b"", FORM, "blank"),
        (b"question=" + b"k" * 5000, FORM, "at most 4000 characters"),
        (b"&".join([b"earlier=x"] * 80), FORM, "too many fields"),
        (b'{"question": "x"}', {"Content-Type": "application/json"}, "send the form"),
        (b"question=%ff%fe%00", FORM, "evidence"),
    ],
)
def test_bad_input_gets_a_page_that_says_what_to_do(
    client: Client, body: bytes, headers: dict[str, str], text: str
) -> None:
    page = client.post("/ask", content=body, headers={"Accept": "text/html", **headers})
    assert page.status_code in (200, 422)
    assert text in page.text
    assert page.headers["content-type"].startswith("text/html")
    assert "<form" in page.text
