"""The widget on somebody else's page, driven as a visitor would."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Locator, Page, Route

from app.answer.record import Answer
from app.widget.releases import read_releases
from tests.browser.conftest import Host
from tests.browser.records import events

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CORS = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*"}
EXPOSED = {**CORS, "Access-Control-Expose-Headers": "Retry-After"}
QUESTION = "Is kratom addictive?"
NOT_SEEN = "zebra umbrella"
"""Words of a question that must be found nowhere afterwards."""


def tag(service: str, attributes: str = "", *, pinned: bool = True, nonce: str = "") -> str:
    """Return the tag that an operator pastes: the newest release with its hash, or the alias."""
    release = read_releases()[-1]
    src = f"{service}/widget/v{release.version}.js" if pinned else f"{service}/widget/caveat.js"
    integrity = f' integrity="{release.integrity}"' if pinned else ""
    mark = f' nonce="{nonce}"' if nonce else ""
    return f'<script src="{src}"{integrity}{mark} crossorigin="anonymous" defer {attributes}></script>'


def page_of(script: str, *, lang: str = "en", head: str = "", body: str = "") -> str:
    """Return a plain page with `script` in it."""
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>A clinic</title>{head}</head>'
        f'<body><main><h1>A clinic</h1><p>Welcome. <a href="#more">More</a></p>{body}</main>{script}</body></html>'
    )


@dataclass
class Help:
    """One widget on an open page."""

    page: Page
    index: int = 0

    @property
    def host(self) -> Locator:
        """The custom element."""
        return self.page.locator("caveat-help").nth(self.index)

    def part(self, name: str) -> Locator:
        """Every element with this part."""
        return self.host.locator(f"[part~={name}]")

    def button(self, name: str) -> Locator:
        """The button with this name."""
        return self.host.get_by_role("button", name=name, exact=True)

    def open(self) -> Help:
        """Open it with its launcher and wait until its configuration has come."""
        with self.page.expect_response(lambda response: "/widget/config.json" in response.url):
            self.part("launcher").click()
        self.part("suggestion").first.wait_for()
        return self

    def ask(self, question: str = QUESTION) -> Help:
        """Type a question, send it with Enter and wait for the answer or a problem."""
        self.part("input").fill(question)
        self.part("input").press("Enter")
        self.host.locator("[part~=review],[part~=problem]").last.wait_for()
        return self

    @property
    def text(self) -> str:
        """What the conversation shows."""
        return self.part("log").inner_text()

    def focused(self) -> str:
        """The part that has the focus inside the widget, or nothing."""
        script = "e => e.shadowRoot.activeElement?.getAttribute('part') ?? ''"
        return str(self.host.evaluate(script))

    def count_announcements(self) -> Callable[[], list[str]]:
        """Begin to note what the status region says; the function returned gives the texts so far."""
        self.host.evaluate(
            """e => { const region = e.shadowRoot.querySelector('[role=status]'); window.said = [];
               new MutationObserver(() => window.said.push(region.textContent)).observe(region,
               {childList: true, characterData: true, subtree: true}); }"""
        )
        return lambda: list(self.page.evaluate("window.said"))


@dataclass
class Site:
    """Puts the widget on pages of the host site."""

    page: Page
    host: Host
    service: str

    def visit(self, attributes: str = "", headers: dict[str, str] | None = None, **parts: str) -> Help:
        """Open a page that holds the pinned tag and return its widget."""
        html = page_of(tag(self.service, attributes), **parts)
        self.page.goto(self.host.put("/page.html", html, headers))
        self.page.locator("caveat-help").first.wait_for(state="attached")
        return Help(self.page)

    def answer_with(self, answer: Answer | str, status: int = 200, headers: dict[str, str] | None = None) -> None:
        """Answer the questions of this page with a record, or with this body."""
        body = events(answer) if isinstance(answer, Answer) else answer
        kind = "text/event-stream" if status == 200 else "application/problem+json"
        sent = {**EXPOSED, "Content-Type": kind, **(headers or {})}
        self.page.route("**/v1/ask", lambda route: route.fulfill(status=status, headers=sent, body=body))

    def set_up_as(self, **site: Any) -> None:
        """Answer requests for the site's settings with these."""
        whole = {"enabled": True, "region": "US", "languages": [], "contacts": [], "disabled_topics": [], **site}
        self.page.route("**/v1/site", lambda route: _json(route, whole))


def _json(route: Route, content: object) -> None:
    route.fulfill(status=200, headers={**CORS, "Content-Type": "application/json"}, body=json.dumps(content))


def axe_on_host(page: Page) -> list[str]:
    """Return what axe finds on a page of the host site with the widget."""
    # The page's own text goes below the fold: axe cannot judge a text whose lines lie over different elements of the
    # page, even with the widget's opaque panel between them.
    page.evaluate("document.querySelector('[inline]') || (document.body.firstElementChild.style.paddingTop = '150vh')")
    return axe_findings(page)


def axe_findings(page: Page) -> list[str]:
    """Return every rule that axe finds violated or cannot decide, with the element."""
    options = {"runOnly": {"type": "tag", "values": AXE_TAGS}, "iframes": False}
    results = []
    for frame in page.frames:  # each by itself: axe cannot look into a frame that is sandboxed or reloads
        frame.evaluate(AXE)
        results.append(frame.evaluate("options => axe.run(document, options)", options))
    return [
        f"{kind} {rule['id']}: {node['target']} {[one['message'] for one in node['any']]}"
        for result in results
        for kind in ("violations", "incomplete")
        for rule in result[kind]
        if rule["id"] != "frame-tested"  # every frame is looked at here by itself
        for node in rule["nodes"]
    ]
