"""The web chat in a real browser: every state without accessibility violations, keyboard, focus, privacy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Browser, Page, expect

from app.main import build_app
from app.settings import Settings
from tests.live import serving

AXE = Path(AXE_FILE_PATH).read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CANARY = "zebra-lantern-4711"
STATES = {
    "answered": "can i take kratom with zoloft",
    "declined": "how many capsules should a beginner take",
    "urgent": "my friend took kratom and xanax and is breathing really slow",
    "not-covered": "who won the world cup",
}


@pytest.fixture(scope="session")
def chat_address(built_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service with its chat."""
    database = tmp_path_factory.mktemp("chat") / "caveat.db"
    changes = {"chat": True, "database_url": f"sqlite:///{database}", "feedback": True, "chat_per_minute": 1_000_000}
    with serving(build_app(built_settings.model_copy(update={**changes, "log_level": "error"}))) as address:
        yield address


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def chat(browser: Browser, chat_address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1100, "height": 900}, reduced_motion="reduce", locale="en-US")
    yield opened(context.new_page(), chat_address)
    context.close()


def opened(page: Page, address: str) -> Page:
    page.goto(f"{address}/chat/")
    page.wait_for_selector("#cv-question textarea")
    expect(page.locator("#cv-starters")).to_be_visible()
    return page


def ask(page: Page, question: str) -> None:
    before = page.locator(".cv-answer").count()
    page.fill("#cv-question textarea", question)
    page.keyboard.press("Enter")
    page.locator(".cv-answer").nth(before).wait_for()
    expect(page.locator("#cv-question textarea")).to_have_value("")


def violations(page: Page) -> list[Any]:
    page.evaluate(AXE)
    options = {"runOnly": {"type": "tag", "values": TAGS}}
    result = page.evaluate("options => axe.run(document, options)", options)
    return [(found["id"], found["nodes"][0]["html"][:120]) for found in result["violations"]]


def test_no_state_has_an_accessibility_violation(browser: Browser, chat_address: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1100, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = opened(context.new_page(), chat_address)
    assert violations(page) == []
    for state, question in STATES.items():
        opened(page, chat_address)
        ask(page, question)
        expect(page.locator(f".cv-{state}").last).to_be_visible()
        assert violations(page) == [], state
    context.close()


def test_a_phone_shows_everything_without_sideways_scrolling(browser: Browser, chat_address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = opened(context.new_page(), chat_address)
    ask(page, STATES["answered"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []
    context.close()


def test_the_emergency_line_stays_in_sight(chat: Page) -> None:
    ask(chat, STATES["answered"])
    chat.mouse.wheel(0, 4000)
    expect(chat.locator("#cv-emergency")).to_be_in_viewport()
    assert "911" in chat.inner_text("#cv-emergency")


def test_after_an_answer_its_start_is_in_view_the_focus_kept_and_one_thing_announced(chat: Page) -> None:
    chat.evaluate(
        """() => { window.said = []; const box = document.querySelector('#cv-status');
        new MutationObserver(() => window.said.push(box.textContent))
        .observe(box, { childList: true, characterData: true, subtree: true }); }"""
    )
    ask(chat, STATES["answered"])
    expect(chat.locator(".cv-lead").last).to_be_in_viewport()
    expect(chat.locator("#cv-question textarea")).to_be_focused()
    said = chat.evaluate("window.said")
    assert len(said) == 1
    assert said[0].startswith("Answer ready.")
    assert chat.locator('[role="log"]').first.get_attribute("aria-live") == "off"


def test_an_urgent_answer_says_first_what_to_do(chat: Page) -> None:
    ask(chat, STATES["urgent"])
    text = chat.locator(".cv-urgent").inner_text()
    assert text.index("Act now") < text.index("Call 911") < text.index("certainty")


def test_related_questions_are_buttons_that_ask(chat: Page) -> None:
    ask(chat, STATES["answered"])
    chat.locator("#cv-chat .options button").first.click()
    chat.locator(".cv-answer").nth(1).wait_for()


def test_a_starter_question_answers_and_a_new_conversation_brings_them_back(chat: Page) -> None:
    chat.get_by_role("button", name="Is kratom addictive?").click()
    chat.locator(".cv-answer").first.wait_for()
    expect(chat.locator("#cv-starters")).to_be_hidden()
    chat.get_by_role("button", name="New conversation").click()
    expect(chat.locator(".cv-answer")).to_have_count(0)
    expect(chat.locator("#cv-starters")).to_be_visible()


def test_the_region_changes_the_emergency_line(chat: Page) -> None:
    chat.get_by_text("Region and language").click()
    chat.get_by_label("United Kingdom").check()
    expect(chat.locator("#cv-emergency")).to_contain_text("999")


def test_the_hand_off_sheet_is_made_in_the_browser(chat: Page) -> None:
    ask(chat, STATES["answered"])
    with chat.context.expect_page() as caught:
        chat.get_by_role("button", name="Sheet for my clinician").click()
    sheet = caught.value
    text = sheet.inner_text("main")
    assert STATES["answered"] in text
    assert "certainty" in text
    flagged = text.split("Possible interactions to check")[1].split("My medicines")[0]
    for claim in chat.locator(".cv-claim").all_inner_texts():
        assert claim in flagged
    assert "https://doi.org/" in text


def test_copy_takes_the_sources_along(chat: Page) -> None:
    chat.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(chat, STATES["answered"])
    chat.get_by_role("button", name="Copy with sources").click()
    expect(chat.locator("#cv-status")).to_have_text("Copied with sources.")
    copied = chat.evaluate("navigator.clipboard.readText()")
    assert STATES["answered"] in copied
    assert "[1]" in copied
    assert "https://" in copied


def test_nothing_is_stored_and_nothing_leaves_for_another_host(browser: Browser, chat_address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    opened(page, chat_address)
    ask(page, f"is kratom bad for the liver {CANARY}")
    assert {url.split("/")[2] for url in asked} == {chat_address.removeprefix("http://")}
    assert not any(CANARY in url for url in asked)
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert CANARY not in stored
    assert context.cookies() == []
    assert not any("Content Security Policy" in text for text in complaints)
    context.close()


def test_a_rating_is_taken_with_a_word_of_thanks(chat: Page) -> None:
    ask(chat, STATES["answered"])
    chat.get_by_role("button", name="Like", exact=True).first.click()
    expect(chat.get_by_text("stored without your question")).to_be_visible()


def test_a_blank_question_does_nothing(chat: Page) -> None:
    chat.fill("#cv-question textarea", "   ")
    chat.keyboard.press("Enter")
    expect(chat.locator(".cv-answer")).to_have_count(0)


def test_an_article_is_checked_sentence_by_sentence(chat: Page) -> None:
    chat.get_by_role("tab", name="Check an article").click()
    chat.fill(
        "#cv-article textarea",
        "Kratom is a plant from Southeast Asia. Kratom raises serotonin like an SSRI. Take 4 grams to start.",
    )
    chat.get_by_role("button", name="Check it").click()
    report = chat.locator(".cv-report")
    report.wait_for()
    text = report.inner_text()
    assert "[advice removed]" in text
    assert "4 grams" not in text
    assert violations(chat) == []


def test_an_empty_article_says_what_to_do(chat: Page) -> None:
    chat.get_by_role("tab", name="Check an article").click()
    chat.get_by_role("button", name="Check it").click()
    expect(chat.locator("#cv-report")).not_to_be_empty()
    assert "Traceback" not in chat.locator("#cv-report").inner_text()


def test_the_evidence_map_is_drawn_with_words_beside_it(chat: Page) -> None:
    chat.get_by_role("tab", name="Evidence map").click()
    images = chat.locator("#cv-map img")
    expect(images).to_have_count(2)
    assert all(images.nth(at).evaluate("image => image.decode().then(() => image.naturalWidth)") > 0 for at in range(2))
    assert all(images.nth(at).get_attribute("alt") for at in range(2))
    # Shrunk to the page the receptor map could not be read: it keeps its size and scrolls, by keyboard too.
    receptors = chat.locator(".cv-map").nth(1)
    assert images.nth(1).evaluate("image => image.width >= image.naturalWidth")
    receptors.focus()
    chat.keyboard.press("ArrowRight")
    expect(receptors).not_to_have_js_property("scrollLeft", 0)
    assert violations(chat) == []
