"""Every state of the web chat, reached as a reader would reach it, and what axe finds in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page, expect

AXE = Path(AXE_FILE_PATH).read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 768, 1280)
SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
ARTICLE = (
    "Kratom is a plant from Southeast Asia. Kratom raises serotonin like an SSRI. It is not addictive and perfectly "
    "safe. Some users report that it lifts their mood. Take 4 grams to start. Kratom may cause withdrawal. My day was "
    "long."
)
ASKED = {
    "answered": "can i take kratom with zoloft",
    "long answer": "what are the risks of kratom",
    "disagreement": "does kratom raise dopamine",
    "notice": "is a high dose of kratom dangerous",
    "language notice": "¿el kratom es adictivo?",
    "declined": "how many capsules should a beginner take",
    "same-day care": "my eyes are yellow after kratom",
    "urgent": "my friend took kratom and xanax and is breathing really slow",
    "self-harm": "i want to kill myself",
    "not covered": "does kratom interact with flurbiglomab",
    "off topic": "who won the world cup",
}
"""The question that leads to each state of an answer."""


def opened(page: Page, address: str) -> Page:
    """Open the chat and return when it can be used."""
    page.goto(f"{address}/chat/")
    page.wait_for_selector("#cv-question textarea")
    expect(page.locator("#cv-starters")).to_be_visible()
    return page


def ask(page: Page, question: str) -> None:
    """Ask by keyboard and return when the answer is there."""
    before = page.locator(".cv-answer").count()
    page.fill("#cv-question textarea", question)
    page.keyboard.press("Enter")
    page.locator(".cv-answer").nth(before).wait_for()
    expect(page.locator("#cv-question textarea")).to_have_value("")


FADED = """() => [...document.querySelectorAll(".toast-body")].some(toast => {
for (let at = toast; at; at = at.parentElement) { if (getComputedStyle(at).opacity !== "1") return true; }
return false; })"""
"""Tells whether a message is still fading in, or already out: its contrast is that of neither."""


def violations(page: Page) -> list[tuple[str, str]]:
    """Return what axe finds once no message fades: the rule and the first element of each."""
    page.wait_for_function(f"() => !({FADED})()")
    page.evaluate(AXE)
    options = {"runOnly": {"type": "tag", "values": TAGS}}
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [(found["id"], found["nodes"][0]["html"][:160]) for found in result["violations"]]


def _answered(question: str) -> Callable[[Page], Page]:
    def reach(page: Page) -> Page:
        ask(page, question)
        return page

    return reach


def _unchanged(page: Page) -> Page:
    return page


def _options(page: Page) -> Page:
    page.get_by_role("button", name="Region and language").click()
    expect(page.get_by_label("United Kingdom")).to_be_visible()
    return page


def _error(page: Page) -> Page:
    refusal = {"title": "Too many requests", "status": 429, "detail": "too many requests; try again in 20 seconds"}
    page.route("**/gradio_api/queue/join*", lambda route: route.fulfill(status=429, json=refusal))
    page.fill("#cv-question textarea", ASKED["answered"])
    page.keyboard.press("Enter")
    page.locator('[role="alert"], .toast-body').first.wait_for()
    return page


def _sources(page: Page) -> Page:
    ask(page, ASKED["answered"])
    page.locator(".cv-sources summary").click()
    return page


def _conversation(page: Page) -> Page:
    for name in ("answered", "declined", "off topic"):
        ask(page, ASKED[name])
    return page


def _check(page: Page) -> Page:
    page.get_by_role("tab", name="Check an article").click()
    page.locator("#cv-article textarea").wait_for()
    return page


def _checked(page: Page) -> Page:
    _check(page).fill("#cv-article textarea", ARTICLE)
    page.get_by_role("button", name="Check it").click()
    page.locator(".cv-report").wait_for()
    for summary in page.locator(".cv-report summary").all():
        summary.click()
    return page


def _check_refused(page: Page) -> Page:
    _check(page).get_by_role("button", name="Check it").click()
    page.locator("#cv-report .cv-problem").wait_for()
    return page


def _map(page: Page) -> Page:
    page.get_by_role("tab", name="Evidence map").click()
    expect(page.locator("#cv-map img")).to_have_count(2)
    return page


def _sheet(page: Page) -> Page:
    ask(page, ASKED["answered"])
    with page.context.expect_page() as caught:
        page.get_by_role("button", name="Sheet for my clinician").click()
    caught.value.get_by_role("heading", level=1).wait_for()
    return caught.value


def _print(page: Page) -> Page:
    ask(page, ASKED["answered"])
    page.emulate_media(media="print")
    return page


STATES: dict[str, Callable[[Page], Page]] = {
    "start": _unchanged,
    "region and language": _options,
    **{name: _answered(question) for name, question in ASKED.items()},
    "sources open": _sources,
    "conversation": _conversation,
    "error": _error,
    "check, empty": _check,
    "check, result": _checked,
    "check, refused": _check_refused,
    "evidence map": _map,
    "hand-off sheet": _sheet,
    "print": _print,
}
"""Each state by name, with what a reader does on the opened chat to get there; it returns the page to look at."""


def looks(page: Page) -> Iterator[tuple[str, int]]:
    """Show the page light and dark in every width; give each colour scheme and width while it is shown."""
    for scheme in SCHEMES:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            # Gradio reads the scheme once, when it opens.
            page.evaluate("dark => document.body?.classList.toggle('dark', dark)", scheme == "dark")
            yield scheme, width


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
