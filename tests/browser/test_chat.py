"""The web chat in a real browser: every state without accessibility violations, keyboard, focus, privacy."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from app.main import build_app
from app.settings import Settings
from tests.browser.chat_states import ASKED, STATES, ask, looks, opened, overflow, violations
from tests.live import serving

CANARY = "zebra-lantern-4711"


@pytest.fixture(scope="session")
def chat_address(built_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service with its chat."""
    database = tmp_path_factory.mktemp("chat") / "caveat.db"
    changes = {"chat": True, "database_url": f"sqlite:///{database}", "feedback": True, "chat_per_minute": 1_000_000}
    with serving(build_app(built_settings.model_copy(update={**changes, "log_level": "error"}))) as address:
        yield address


@pytest.fixture
def chat(browser: Browser, chat_address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1100, "height": 900}, reduced_motion="reduce", locale="en-US")
    yield opened(context.new_page(), chat_address)
    context.close()


@pytest.mark.parametrize("state", STATES)
def test_a_state_has_no_accessibility_violation_and_fits_every_width(
    browser: Browser, chat_address: str, state: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-US", reduced_motion="reduce")
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = STATES[state](opened(context.new_page(), chat_address))
    for scheme, width in looks(page):
        assert violations(page) == [], (scheme, width)
        assert overflow(page) <= 0, (scheme, width)
        moving = "document.getAnimations().filter(one => one.effect.getComputedTiming().duration > 1).length"
        assert page.evaluate(moving) == 0, "motion, though it is not wanted"
    assert {url.split("/")[2] for url in asked} == {chat_address.removeprefix("http://")}
    assert context.cookies() == []
    context.close()


def test_without_scripts_the_chat_says_so_and_leads_to_what_can_be_read(browser: Browser, chat_address: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-US")
    page = context.new_page()
    page.goto(f"{chat_address}/chat/")
    expect(page.get_by_role("link", name="911")).to_be_visible()
    expect(page).to_have_title("Caveat: what the evidence says about kratom")
    described = [
        page.locator("head meta").nth(at).get_attribute("content") for at in range(page.locator("head meta").count())
    ]
    assert page.title() in described
    assert not any("radio" in (text or "") for text in described)
    for name in ("ask without them", "All topics", "Check an article"):
        link = page.get_by_role("link", name=name)
        assert context.request.get(f"{chat_address}{link.get_attribute('href')}").ok
    context.close()


def test_the_emergency_line_stays_in_sight(chat: Page) -> None:
    ask(chat, ASKED["answered"])
    chat.mouse.wheel(0, 4000)
    expect(chat.locator("#cv-emergency")).to_be_in_viewport()
    assert "911" in chat.inner_text("#cv-emergency")


HEAR = """() => { window.said = [];
const live = ':is([aria-live], [role="status"], [role="alert"]):not([aria-live="off"])';
new MutationObserver(changes => { for (const change of changes) {
  const at = change.target.nodeType === 1 ? change.target : change.target.parentElement;
  const region = at?.closest(live); if (region?.textContent) window.said.push(region.textContent);
} }).observe(document.body, { childList: true, characterData: true, subtree: true }); }"""
"""Notes what a screen reader is told: every change of every live region of the page."""


def test_after_an_answer_its_start_is_in_view_the_focus_kept_and_one_thing_announced(chat: Page) -> None:
    ask(chat, ASKED["answered"])
    chat.evaluate(HEAR)
    ask(chat, ASKED["urgent"])
    expect(chat.locator(".cv-lead").last).to_be_in_viewport()
    expect(chat.locator("#cv-question textarea")).to_be_focused()
    said = chat.evaluate("window.said")
    assert len(said) == 1
    assert said[0].startswith("Answer ready. This may be an emergency.")


def test_the_focus_is_never_lost_when_what_was_pressed_goes_away(chat: Page) -> None:
    box = chat.locator("#cv-question textarea")
    chat.get_by_role("button", name="Is kratom addictive?").focus()
    chat.keyboard.press("Enter")
    chat.locator(".cv-answer").first.wait_for()
    expect(box).to_be_focused()
    chat.locator("#cv-chat .options button").first.focus()
    chat.keyboard.press("Enter")
    chat.locator(".cv-answer").nth(1).wait_for()
    expect(box).to_be_focused()
    chat.get_by_role("button", name="New conversation").focus()
    chat.keyboard.press("Enter")
    expect(chat.locator(".cv-answer")).to_have_count(0)
    expect(box).to_be_focused()
    expect(chat.locator("#cv-status")).to_contain_text("New conversation")


def test_a_mark_opens_the_sources_and_leads_to_its_own(chat: Page) -> None:
    ask(chat, ASKED["answered"])
    mark = chat.locator(".cv-mark").nth(2)
    number = mark.inner_text().strip("[]")
    mark.focus()
    chat.keyboard.press("Enter")
    source = chat.locator(f'.cv-sources li[value="{number}"]')
    expect(source).to_be_focused()
    expect(source).to_be_in_viewport()
    assert len(chat.context.pages) == 1


def test_evidence_is_words_first_and_its_circles_are_read_to_nobody(chat: Page) -> None:
    ask(chat, ASKED["answered"])
    badge = chat.locator(".cv-badge").first
    assert badge.inner_text().startswith("Very low certainty")
    assert "⊕" not in chat.locator(".cv-answer").inner_text()
    expect(chat.locator(".cv-answer").get_by_role("link", name="How we grade")).to_be_visible()


def test_an_answer_in_another_language_says_before_the_statements_why_they_are_in_english(chat: Page) -> None:
    ask(chat, ASKED["language notice"])
    text = chat.locator(".cv-answer").inner_text()
    assert text.index("aparecen en inglés") < text.index("What this does not show")
    assert chat.locator(".cv-answer").get_attribute("lang") == "es"
    assert chat.locator(".cv-lead").get_attribute("lang") == "en", "a screen reader must not read English as Spanish"


def test_a_failure_leaves_the_question_in_sight_and_can_be_tried_again(chat: Page) -> None:
    STATES["error"](chat)
    box = chat.locator("#cv-question textarea")
    expect(box).to_have_value(ASKED["answered"])
    expect(chat.locator('[data-testid="status-tracker"] .error:visible')).to_have_count(0)
    toast, line = chat.locator(".toast-body").bounding_box(), chat.locator("#cv-emergency").bounding_box()
    assert toast is not None
    assert line is not None
    assert toast["y"] >= line["y"] + line["height"], "the emergency line is never covered"
    chat.unroute("**/gradio_api/queue/join*")
    box.focus()
    chat.keyboard.press("Enter")
    chat.locator(".cv-answer").wait_for()


def test_the_page_comes_back_by_itself_after_a_lost_connection(chat: Page) -> None:
    chat.route("**/gradio_api/**", lambda route: route.abort())
    chat.fill("#cv-question textarea", ASKED["answered"])
    chat.keyboard.press("Enter")
    expect(chat.locator(".toast-body")).to_contain_text("Connection to the server was lost")
    with chat.expect_navigation(timeout=20_000):
        chat.unroute("**/gradio_api/**")
    chat.wait_for_selector("#cv-question textarea")
    ask(chat, ASKED["answered"])


def test_an_urgent_answer_says_first_what_to_do(chat: Page) -> None:
    ask(chat, ASKED["urgent"])
    text = chat.locator(".cv-urgent").inner_text()
    assert text.index("Act now") < text.index("Call 911") < text.index("Guidance")
    contacts = chat.locator(".cv-contacts")
    expect(contacts.get_by_role("link", name="911")).to_have_attribute("href", "tel:911")
    expect(contacts.get_by_role("link", name="1-800-222-1222")).to_have_attribute("href", "tel:18002221222")
    expect(chat.locator(".message-buttons:visible")).to_have_count(0)  # nobody is asked now whether it was helpful


def test_somebody_who_thinks_of_suicide_is_not_shouted_at(chat: Page) -> None:
    ask(chat, ASKED["self-harm"])
    expect(chat.locator(".cv-kind")).to_have_text("Talk to someone now")
    expect(chat.locator(".cv-contacts").get_by_role("link", name="988")).to_have_attribute("href", "tel:988")


def test_certainty_of_what_is_shown_beside_is_not_read_as_that_of_a_refusal(chat: Page) -> None:
    for state in ("declined", "not covered"):
        ask(chat, ASKED[state])
        text = chat.locator(".cv-answer").last.inner_text()
        lead = chat.locator(".cv-lead").last.inner_text()
        assert text.index(lead) < text.index("evidence says that bears on this") < text.index("certainty")


def test_printing_shows_the_sources_with_their_addresses_and_folds_them_again(chat: Page) -> None:
    ask(chat, ASKED["answered"])
    chat.evaluate("window.print = () => { window.printed = true; }")
    chat.get_by_role("button", name="Print").click()
    assert chat.evaluate("window.printed")
    chat.evaluate("dispatchEvent(new Event('beforeprint'))")
    chat.emulate_media(media="print")
    expect(chat.locator(".cv-sources li").last).to_be_visible()
    shown = chat.locator(".cv-sources a").first.evaluate("link => getComputedStyle(link, '::after').content")
    assert "https://doi.org/" in shown
    expect(chat.locator("#cv-question")).to_be_hidden()
    chat.evaluate("dispatchEvent(new Event('afterprint'))")
    assert chat.locator(".cv-sources[open]").count() == 0


def test_related_questions_are_buttons_that_ask(chat: Page) -> None:
    ask(chat, ASKED["answered"])
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
    ask(chat, ASKED["answered"])
    with chat.context.expect_page() as caught:
        chat.get_by_role("button", name="Sheet for my clinician").click()
    sheet = caught.value
    text = sheet.inner_text("main")
    assert chat.inner_text("#cv-emergency").strip() in text
    assert "Content of" in text
    assert ASKED["answered"] in text
    assert "certainty" in text
    flagged = text.split("Possible interactions to check")[1].split("My medicines")[0]
    claims = chat.locator(".cv-claim").all_inner_texts()
    assert len(claims) > 2
    assert all(claim in text for claim in claims)
    assert claims[0] in flagged
    assert f"{claims[0]} [1]" in flagged
    assert "1-800" in text
    assert "https://doi.org/" in text
    assert "⊕" not in text


def test_the_hand_off_sheet_of_a_long_conversation_fits_on_one_page(chat: Page) -> None:
    for state in ("answered", "long answer", "disagreement", "same-day care"):
        ask(chat, ASKED[state])
    with chat.context.expect_page() as caught:
        chat.get_by_role("button", name="Sheet for my clinician").click()
    sheet = caught.value
    pages = re.findall(rb"/Type\s*/Page\b", sheet.pdf(prefer_css_page_size=True))
    assert len(pages) == 1
    text = sheet.inner_text("main")
    assert all(ASKED[state] in text for state in ("answered", "long answer", "disagreement", "same-day care"))
    assert re.search(r"\d+ more statements are in the conversation", text)
    listed = text.split("My medicines")[0]
    cited = {int(number) for number in re.findall(r"\[(\d+)\]", listed)}
    assert cited == set(range(1, sheet.locator(".sources li").count() + 1)), "no source without a claim, none missing"


def test_copy_takes_the_sources_along(chat: Page) -> None:
    chat.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(chat, ASKED["answered"])
    chat.get_by_role("button", name="Copy with sources").click()
    expect(chat.locator("#cv-status")).to_have_text("Copied with sources.")
    copied = chat.evaluate("navigator.clipboard.readText()")
    assert ASKED["answered"] in copied
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
    ask(chat, ASKED["answered"])
    chat.get_by_role("button", name="Helpful", exact=True).first.click()
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
    expect(chat.locator("#cv-status")).to_contain_text("Report ready.")
    expect(report.get_by_role("link", name="How we grade")).to_be_visible()
    expect(chat.get_by_role("button", name="Print the report")).to_be_visible()
    text = report.inner_text()
    assert "[advice removed]" in text
    assert "4 grams" not in text
    assert violations(chat) == []


def test_an_empty_article_says_what_to_do(chat: Page) -> None:
    chat.get_by_role("tab", name="Check an article").click()
    chat.get_by_role("button", name="Check it").click()
    expect(chat.locator("#cv-report")).not_to_be_empty()
    assert "Traceback" not in chat.locator("#cv-report").inner_text()
    assert "Sentence by sentence" not in chat.locator("#cv-report").inner_text()
    expect(chat.locator("#cv-status")).to_contain_text("There is no text to check")


def test_the_evidence_map_is_drawn_with_words_beside_it(chat: Page) -> None:
    chat.get_by_role("tab", name="Evidence map").click()
    images = chat.locator("#cv-map img")
    expect(images).to_have_count(2)
    assert all(images.nth(at).evaluate("image => image.decode().then(() => image.naturalWidth)") > 0 for at in range(2))
    assert all(images.nth(at).get_attribute("alt") for at in range(2))
    # Shrunk to the page a map could not be read: it keeps its size, and the wide one scrolls, by keyboard too.
    assert all(images.nth(at).evaluate("image => image.width >= image.naturalWidth") for at in range(2))
    assert chat.locator(".cv-map").first.evaluate("map => map.scrollWidth <= map.clientWidth")
    receptors = chat.locator(".cv-map").nth(1)
    receptors.focus()
    chat.keyboard.press("ArrowRight")
    expect(receptors).not_to_have_js_property("scrollLeft", 0)
    assert violations(chat) == []
