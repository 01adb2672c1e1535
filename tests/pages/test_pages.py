"""The server-rendered pages, by what they say and by what a browser makes of them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe
from fastapi.testclient import TestClient
from playwright.sync_api import Browser

from app.assistant import Assistant
from app.main import build_app
from app.render.words import day_words
from app.settings import Settings
from tests.live import serving

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
PAGES = ("/about", "/topics", "/topics/liver", "/topics/law-states", "/topics/drug", "/map", "/check")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def client(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("pages")
    with TestClient(build_app(Settings(chat=False, data_dir=folder, reload_seconds=0), assistant)) as client:
        yield client


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_the_same_things_in_the_same_place(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert 'In an emergency call <a class="cv-call" href="tel:911">911</a>' in page.text
    assert "Not yet reviewed by a clinician" in page.text
    assert "pharmacist or doctor" in page.text
    assert page.text.index("Skip to the content") < page.text.index("In an emergency")
    assert "script-src" not in page.headers["content-security-policy"]
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_every_claim_of_a_topic_stands_on_its_page_with_its_evidence(client: TestClient, assistant: Assistant) -> None:
    library = assistant.index.library
    for topic in library.topics:
        page = client.get(f"/topics/{topic}").text
        missing = [
            claim.id
            for claim in library.claims.values()
            if library.topic_of[claim.id] == topic and not claim.retired and f'id="{claim.id}"' not in page
        ]
        assert missing == []


def test_every_topic_page_carries_complete_medical_page_data_without_a_reviewer(
    client: TestClient, assistant: Assistant
) -> None:
    library = assistant.index.library
    for topic in [*library.topics, "drug"]:
        page = client.get(f"/topics/{topic}").text
        found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
        assert len(found) == 1, topic
        data = json.loads(found[0])
        assert data["@context"] == "https://schema.org"
        assert data["@type"] == "MedicalWebPage"
        assert data["url"] == f"http://testserver/topics/{topic}"
        assert html.escape(data["name"], quote=False) in page.replace("&#39;", "'")
        assert data["description"]
        assert data["inLanguage"] == "en"
        assert data["audience"]["@type"] == "MedicalAudience"
        assert data["about"]["name"] == "Kratom"
        assert date.fromisoformat(data["lastReviewed"]) <= date.fromisoformat(data["dateModified"]) <= assistant.today
        assert day_words(date.fromisoformat(data["lastReviewed"])) in page, "people read the date that machines read"
        assert "reviewedBy" not in data
        assert data["creativeWorkStatus"] == "Not yet reviewed by a clinician"
        assert data["citation"]
        for cited in data["citation"]:
            assert cited["@type"] == "CreativeWork"
            assert cited["name"]
            assert re.fullmatch(r"\d{4}", cited.get("datePublished", "2000"))
            assert re.match("https?://", cited.get("url", "https://"))


def test_every_link_of_the_maps_and_the_topic_pages_leads_to_what_it_names(
    client: TestClient, assistant: Assistant
) -> None:
    pages: dict[str, str] = {}
    topics = [f"/topics/{topic}" for topic in [*assistant.index.library.topics, "drug"]]
    broken, followed = [], 0
    for start in ("/map", "/map/topics.svg", "/map/receptors.svg", "/about", "/topics", *topics):
        body = client.get(start).text
        for link in set(re.findall(r'<a [^>]*?href="([^"]+)"', body)):
            target = urljoin(start, html.unescape(link))
            if not target.startswith("/"):
                continue
            path, _, anchor = target.partition("#")
            if path not in pages:
                reply = client.get(path)
                pages[path] = reply.text if reply.status_code == 200 else ""
            followed += 1
            if not pages[path] or (anchor and f'id="{anchor}"' not in pages[path]):
                broken.append((start, target))
    assert broken == []
    assert followed > 1000


def test_sources_are_in_words_and_name_only_who_wrote_them(client: TestClient, assistant: Assistant) -> None:
    for topic in assistant.index.library.topics:
        listed = client.get(f"/topics/{topic}").text.partition('<ol class="sources">')[2]
        assert "et al.." not in listed
        assert "authors not shown in the record seen." not in listed
        assert "(animal;" not in listed


def test_every_page_can_be_found_without_the_chat(client: TestClient, assistant: Assistant) -> None:
    rules = client.get("/robots.txt").text
    assert "Disallow: /v1/" in rules
    listed = ElementTree.fromstring(client.get(rules.split("Sitemap: ")[1].strip()).text)  # noqa: S314 - our own
    addresses = [one.text or "" for one in listed.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert {f"http://testserver/topics/{topic}" for topic in assistant.index.library.topics} <= set(addresses)
    assert all(client.get(address).status_code == 200 for address in addresses)


def test_the_numbers_of_the_emergency_line_can_be_pressed_in_a_report_too(client: TestClient) -> None:
    report = client.post("/check", data={"article": "Kratom is not addictive, they say of it."}).text
    assert 'href="tel:911"' in report
    assert 'href="tel:18002221222"' in report


def test_too_long_an_article_is_said_and_never_cut(client: TestClient) -> None:
    assert "maxlength" not in client.get("/check").text, "a browser cuts what is pasted without a word"
    page = client.post("/check", data={"article": "Kratom is a tree. " * 4000}, headers=BROWSER)
    assert page.status_code == 422
    assert "t most 50,000 characters" in page.text


def test_an_unknown_topic_is_a_page_too_and_is_not_echoed(client: TestClient) -> None:
    page = client.get("/topics/<b>nope", headers=BROWSER)
    assert page.status_code == 404
    assert "See all topics" in page.text
    assert "nope" not in page.text
    assert client.get("/topics/nope").headers["content-type"] == "application/problem+json", "to a program"


def test_the_check_form_returns_the_report_or_says_what_to_do(client: TestClient) -> None:
    report = client.post("/check", data={"article": "Kratom <i>is</i> not addictive. Take 5 grams."})
    assert report.status_code == 200
    assert "Contradicted" in report.text
    assert "5 grams" not in report.text
    assert "default-src 'none'" in report.headers["content-security-policy"]
    empty = client.post("/check", data={"article": " "}, headers=BROWSER)
    assert empty.status_code == 422
    assert "This could not be checked" in empty.text


@pytest.fixture(scope="module")
def address(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    settings = Settings(chat=False, data_dir=tmp_path_factory.mktemp("live"), reload_seconds=0)
    with serving(build_app(settings, assistant)) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/about", "/topics", "/topics/liver", "/map", "/check"])
def test_a_page_has_no_accessibility_violation_and_fits_a_phone(
    browser: Browser, address: str, path: str, scheme: str
) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(address + path)
    for summary in page.locator("summary").all():
        summary.click()
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert all(url.startswith((address, "data:")) for url in asked)
    assert complaints == []
    context.close()


def test_the_report_has_no_accessibility_violation(browser: Browser, client: TestClient, tmp_path: Path) -> None:
    text = "Kratom is not addictive. Kratom lifts your mood. Kratom is a tree. Take 2 grams. Is it? It is my day."
    file = tmp_path / "report.html"
    file.write_text(client.post("/check", data={"article": text}).text)
    for scheme in ("light", "dark"):
        context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(file.as_uri())
        for summary in page.locator("summary").all():
            summary.click()
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        context.close()


def test_on_paper_a_map_is_whole_and_its_table_is_open(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 720, "height": 900})
    page.goto(f"{address}/map")
    page.emulate_media(media="print")
    for drawing in page.locator("svg.evidence-map").all():
        box = drawing.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 720
    page.pdf()  # a page that prints
    assert page.locator("table").first.is_visible()
    page.close()


def test_the_keyboard_reaches_the_content_past_the_navigation(browser: Browser, address: str) -> None:
    complaints: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{address}/map")
    page.goto(f"{address}/topics/liver")
    assert complaints == []  # the policy blocks nothing of ours
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()
