"""The playground, and the page that answers without any script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from app.widget.releases import read_releases
from tests.browser.conftest import Host
from tests.browser.widget import QUESTION, Help, axe_findings, page_of

NOTE_VIOLATIONS = (
    "window.broken = []; addEventListener('securitypolicyviolation', (e) => broken.push(e.violatedDirective))"
)


@pytest.fixture
def playground(page: Page, service: str) -> Page:
    """The open playground."""
    page.add_init_script(NOTE_VIOLATIONS)
    page.goto(f"{service}/widget/playground")
    expect(page.locator("#snippet")).to_contain_text("sha384-")
    return page


def test_the_playground_writes_a_tag_that_works_when_pasted_elsewhere(
    playground: Page, host: Host, service: str
) -> None:
    playground.get_by_label("Title").fill('Ask "us"')
    playground.get_by_label("Language").select_option("es")
    pasted = playground.locator("#snippet").inner_text()
    assert read_releases()[-1].integrity in pasted
    assert f"connect-src {service}" in playground.locator("#policy").inner_text()
    playground.goto(host.put("/pasted.html", page_of(pasted)))
    help_ = Help(playground).open()
    assert help_.part("launcher").inner_text() == 'Ask "us"'
    expect(help_.button("Preguntar")).to_be_visible()


def test_the_preview_follows_the_options_on_a_phone_and_in_the_dark(playground: Page) -> None:
    playground.get_by_role("button", name="Phone").click()
    playground.get_by_role("button", name="Dark page").click()
    playground.get_by_label("Use my own colours").check()
    playground.get_by_label("Accent colour").fill("#ffee88")
    frame = playground.frame_locator("#preview")
    expect(frame.locator("html")).to_have_attribute("style", re.compile("#ffee88"))
    frame.locator("[part=launcher]").click()
    expect(frame.locator("[part=panel]")).to_have_attribute("aria-modal", "true")
    expect(frame.locator(".root")).to_have_class(re.compile("dark"))
    assert playground.evaluate("window.broken") == []


def test_the_preview_shows_an_inline_widget_and_an_own_button(playground: Page) -> None:
    frame = playground.frame_locator("#preview")
    playground.get_by_label("Position").select_option("inline")
    expect(frame.get_by_label("Your question")).to_be_visible()
    assert "<caveat-help inline>" in playground.locator("#snippet").inner_text()
    playground.get_by_label("Position").select_option("none")
    frame.get_by_role("button", name="Questions about kratom?").click()
    expect(frame.get_by_label("Your question")).to_be_focused()


def test_the_contrast_of_the_accent_is_judged_in_words(playground: Page) -> None:
    expect(playground.locator("#contrast li")).to_have_text(
        "The widget's own colours have enough contrast, light and dark."
    )
    playground.get_by_label("Accent colour").fill("#ffffff")
    expect(playground.get_by_label("Use my own colours")).to_be_checked()
    playground.get_by_label("Text on the accent").fill("#eeeeee")
    expect(playground.locator("#contrast li").first).to_contain_text("too low, at least 4.5 is needed")
    playground.get_by_label("Text on the accent").fill("#000000")
    expect(playground.locator("#contrast li").first).to_contain_text("21.0 to 1, enough")
    expect(playground.locator("#contrast li")).to_have_count(3)
    playground.get_by_label("Theme", exact=True).select_option("dark")
    expect(playground.locator("#contrast li")).to_have_count(2)
    expect(playground.locator("#contrast li").last).to_contain_text("Accent on the dark panel: 17")


def test_the_playground_asks_its_own_server_only(page: Page, service: str) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(f"{service}/widget/playground")
    expect(page.locator("#snippet")).to_contain_text("sha384-")
    assert all(url.startswith(service) for url in asked)


def test_axe_finds_nothing_on_the_playground(playground: Page) -> None:
    assert axe_findings(playground) == []


def test_without_scripts_a_question_is_answered_by_a_page(browser: Browser, service: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{service}/ask")
    page.get_by_label("Your question").fill(QUESTION)
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator("article")).to_contain_text("How sure can we be?")
    assert "kratom" not in page.url
    page.locator("article form button").first.click()
    expect(page.locator("article")).to_be_visible()
    context.close()


def test_axe_finds_nothing_on_the_page_without_scripts(page: Page, service: str) -> None:
    page.goto(f"{service}/ask")
    assert axe_findings(page) == []
    page.get_by_label("Your question").fill("My eyes are yellow after kratom")
    page.get_by_role("button", name="Ask", exact=True).click()
    page.locator("article").wait_for()
    assert axe_findings(page) == []
