"""The widget for everybody: keyboard, screen readers, zoom, colours, motion, languages, and axe in every state."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from app.answer.record import NoticeKind, Outcome, Reason
from tests.browser.conftest import Host
from tests.browser.records import notice, record, same_day
from tests.browser.widget import QUESTION, Help, Site, axe_on_host

PHONE = {"width": 390, "height": 780}
ZOOMED = {"width": 320, "height": 256}
TEXT_SPACING = (
    "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    "p{margin-bottom:2em!important}"
)
Act = Callable[[Site], None]


@pytest.fixture
def site(page: Page, host: Host, service: str) -> Site:
    """The host site with the widget, beside the running service."""
    return Site(page, host, service)


def test_the_keyboard_alone_opens_asks_reads_and_closes(site: Site) -> None:
    site.answer_with(record())
    help_ = site.visit()
    site.page.keyboard.press("Tab")
    site.page.keyboard.press("Tab")
    assert help_.focused() == "launcher"
    site.page.keyboard.press("Enter")
    assert help_.focused() == "input"
    assert help_.part("launcher").get_attribute("aria-expanded") == "true"
    site.page.keyboard.type(QUESTION)
    site.page.keyboard.press("Shift+Enter")
    assert help_.part("turn").count() == 0
    site.page.keyboard.press("Enter")
    help_.part("review").wait_for()
    assert help_.focused() == "input"
    site.page.keyboard.press("Escape")
    expect(help_.part("panel")).to_be_hidden()
    assert help_.focused() == "launcher"
    assert help_.part("launcher").get_attribute("aria-expanded") == "false"


def test_the_open_panel_holds_no_focus_on_a_desktop(site: Site) -> None:
    help_ = site.visit().open()
    seen = set()
    for _press in range(14):
        site.page.keyboard.press("Tab")
        seen.add(site.page.evaluate("document.activeElement.tagName"))
    assert seen >= {"CAVEAT-HELP", "A"}
    expect(help_.part("panel")).to_be_visible()
    assert help_.part("panel").get_attribute("aria-modal") == "false"


def test_on_a_phone_the_panel_is_modal_fills_the_screen_and_gives_focus_back(site: Site) -> None:
    site.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    help_ = site.visit().open()
    box = help_.part("panel").bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 780)
    assert help_.part("panel").evaluate("e => e.matches(':modal')")
    assert help_.part("panel").get_attribute("aria-modal") == "true"
    site.page.keyboard.press("Escape")
    assert help_.focused() == "launcher"


def test_turning_a_phone_keeps_the_panel_open_and_fitting(site: Site) -> None:
    help_ = site.visit().open()
    site.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    expect(help_.part("panel")).to_have_attribute("aria-modal", "true")
    site.page.set_viewport_size({"width": 1280, "height": 800})
    expect(help_.part("panel")).to_have_attribute("aria-modal", "false")
    expect(help_.part("panel")).to_be_visible()


def test_turning_a_phone_with_a_widget_inside_the_page_breaks_nothing(site: Site) -> None:
    broken: list[str] = []
    site.page.on("pageerror", lambda error: broken.append(str(error)))
    site.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    help_ = site.visit(body="<caveat-help inline></caveat-help>")
    site.page.evaluate("CaveatHelp.open()")
    site.page.set_viewport_size({"width": PHONE["height"], "height": PHONE["width"]})
    site.page.set_viewport_size({"width": 1280, "height": 800})
    expect(help_.part("input")).to_be_visible()
    assert broken == []


def test_names_roles_and_states_are_there(site: Site) -> None:
    help_ = site.visit().open()
    panel = site.page.get_by_role("dialog", name="Questions about kratom")
    expect(panel).to_be_visible()
    expect(panel.get_by_label("Your question")).to_be_visible()
    assert help_.part("log").get_attribute("role") == "log"
    assert help_.part("log").get_attribute("aria-live") == "off"
    assert help_.part("launcher").get_attribute("aria-haspopup") == "dialog"
    assert help_.host.locator("[role=status],[role=alert],[aria-live=polite],[aria-live=assertive]").count() == 1


def test_an_answer_is_announced_in_at_most_three_texts(site: Site) -> None:
    help_ = site.visit().open()
    said = help_.count_announcements()
    help_.ask()
    texts = said()
    assert 1 <= len(texts) <= 3
    assert texts[0] == "Searching the evidence…"
    assert texts[-1].startswith("Answer ready. What the evidence says.")


def test_a_problem_is_announced_once(site: Site) -> None:
    site.answer_with("{}", 429, {"Retry-After": "9"})
    help_ = site.visit().open()
    said = help_.count_announcements()
    help_.ask()
    assert said() == ["Searching the evidence…", "Many questions are coming in. Try again in 9 seconds."]


def test_every_button_is_at_least_44_pixels_wide_and_high(site: Site) -> None:
    site.answer_with(record())
    help_ = site.visit().open().ask()
    boxes = help_.host.evaluate(
        """e => [...e.shadowRoot.querySelectorAll('button,summary,textarea')].map((one) => one.getBoundingClientRect())
              .filter((box) => box.width).map((box) => [box.width, box.height])"""
    )
    assert len(boxes) >= 7
    assert all(width >= 44 and height >= 44 for width, height in boxes)


@pytest.mark.parametrize("size", [{"width": 320, "height": 640}, ZOOMED], ids=["320", "400-percent"])
def test_nothing_needs_sideways_scrolling_and_all_can_be_reached(site: Site, size: dict[str, int]) -> None:
    site.answer_with(record(lead="Averylongwordthatcannotbebrokenanywhere" * 4))
    site.page.set_viewport_size(size)  # type: ignore[arg-type]
    help_ = site.visit().open().ask()
    wide = help_.host.evaluate(
        """e => [...e.shadowRoot.querySelectorAll('*')].filter((one) => !one.matches('.sr,.sr *') &&
              (one.getBoundingClientRect().right > innerWidth + 1 || one.scrollWidth > one.clientWidth + 1
              && getComputedStyle(one).display !== 'inline')).map((one) => one.className)"""
    )
    assert wide == []
    assert site.page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    help_.part("input").scroll_into_view_if_needed()
    expect(help_.part("input")).to_be_in_viewport()
    expect(help_.part("emergency")).to_be_in_viewport()


def test_wider_text_spacing_cuts_nothing_off(site: Site) -> None:
    site.answer_with(record())
    help_ = site.visit().open().ask()
    cut = help_.host.evaluate(
        f"""e => {{ const sheet = new CSSStyleSheet(); sheet.replaceSync({TEXT_SPACING!r});
            e.shadowRoot.adoptedStyleSheets = [...e.shadowRoot.adoptedStyleSheets, sheet];
            return [...e.shadowRoot.querySelectorAll('button,p,li,h2,h3,span.badge')].filter(
              (one) => !one.matches('.sr') && one.offsetWidth && one.scrollWidth > one.clientWidth + 1
                && getComputedStyle(one).display !== 'inline')
              .map((one) => one.textContent); }}"""
    )
    assert cut == []


def test_nothing_moves_for_visitors_who_want_less_motion(site: Site) -> None:
    help_ = site.visit()
    help_.part("launcher").click()
    assert help_.host.evaluate("e => e.shadowRoot.getAnimations().length + document.getAnimations().length") == 0


def test_the_launcher_makes_way_for_what_the_page_focuses(site: Site) -> None:
    corner = '<a href="#" id="corner">Corner</a>'
    css = "<style>#corner{position:fixed;right:40px;bottom:30px}</style>"
    help_ = site.visit(head=css, body=corner)
    before = help_.part("launcher").bounding_box()
    site.page.locator("#corner").focus()
    after = help_.part("launcher").bounding_box()
    assert before and after
    assert after["x"] < before["x"] - 200


def test_spanish_is_inside_and_an_answer_says_its_own_language(site: Site) -> None:
    answer = record(Outcome.DECLINED, "No doy cantidades.", reason=Reason.DOSING, language="es")
    site.answer_with(answer)
    help_ = site.visit(lang="es").open().ask()
    assert help_.host.locator(".root").get_attribute("lang") == "es"
    assert help_.part("lead").get_attribute("lang") == "es"
    assert help_.part("statement").first.get_attribute("lang") == "en"
    assert "Certeza baja · estudio de seguimiento · en personas" in help_.part("statement").first.inner_text()
    assert "En una emergencia llame a: 911" in help_.part("emergency").inner_text()


def test_an_answer_in_another_language_than_the_panel_is_marked(site: Site) -> None:
    site.answer_with(record(Outcome.DECLINED, "No doy cantidades.", reason=Reason.DOSING, language="es"))
    help_ = site.visit().open().ask()
    assert help_.part("lead").get_attribute("lang") == "es"
    assert help_.part("answer").get_attribute("lang") == "es"
    assert help_.host.locator(".root").get_attribute("lang") == "en"


def test_arabic_is_fetched_on_open_and_runs_from_right_to_left(site: Site) -> None:
    asked: list[str] = []
    site.page.on("request", lambda one: asked.append(one.url))
    help_ = site.visit(lang="ar")
    assert not any("/lang/" in url for url in asked)
    help_.open()
    expect(help_.host.locator(".root")).to_have_attribute("dir", "rtl")
    assert any(url.endswith("/widget/lang/ar.json") for url in asked)
    expect(help_.button("إغلاق")).to_be_visible()
    assert "911" in help_.part("emergency").inner_text()
    box = help_.part("panel").bounding_box()
    assert box is not None
    assert box["x"] < 100


def test_forced_colours_keep_every_edge(browser: Browser, host: Host, service: str) -> None:
    context = browser.new_context(forced_colors="active", viewport={"width": 1280, "height": 800})
    site = Site(context.new_page(), host, service)
    site.answer_with(same_day())
    help_ = site.visit().open().ask()
    for name in ("launcher", "badge", "urgent", "note", "asked", "input"):
        assert help_.part(name).first.evaluate("e => getComputedStyle(e).borderTopWidth") != "0px"
    assert axe_on_host(site.page) == []
    context.close()


def _closed(site: Site) -> None:
    site.visit()


def _open(site: Site) -> None:
    site.visit().open()


def _searching(site: Site) -> None:
    site.page.route("**/v1/ask", lambda _route: None)
    help_ = site.visit().open()
    help_.part("input").fill(QUESTION)
    help_.part("input").press("Enter")
    help_.part("pending").wait_for()


def _answered(site: Site) -> None:
    help_ = site.visit().open().ask()
    help_.part("sources").locator("summary").click()


def _with(answer: Callable[[], object], **parts: str) -> Act:
    def act(site: Site) -> None:
        site.answer_with(answer())  # type: ignore[arg-type]
        site.visit(**parts).open().ask()

    return act


def _limited(site: Site) -> None:
    site.answer_with("{}", 429, {"Retry-After": "9"})
    site.visit().open().ask()


def _disabled(site: Site) -> None:
    site.set_up_as(enabled=False, contacts=[{"label": "Nurse line", "value": "555 0100"}])
    help_ = site.visit('data-site="pk_test"')
    help_.part("launcher").click()
    help_.part("problem").wait_for()


def _inline(site: Site) -> None:
    help_ = site.visit(body="<caveat-help inline></caveat-help>")
    help_.part("input").click()
    help_.ask()


def _dark(site: Site) -> None:
    site.page.emulate_media(color_scheme="dark")
    dark_page = "<style>body{background:#111;color:#eee}a{color:#9cf}</style>"
    site.visit(head=dark_page).open().ask()


def _small(site: Site) -> None:
    site.page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    site.visit().open().ask()


def _phone(site: Site) -> None:
    site.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    site.visit().open().ask()


def _urgent(site: Site) -> None:
    site.visit().open().ask("my friend took kratom and won't wake up")


def _declined(site: Site) -> None:
    site.visit().open().ask("How much kratom should I take?")


def _not_covered() -> object:
    return record(Outcome.NOT_COVERED, "That is outside.", reason=Reason.OFF_TOPIC, statements=0)


def _contested() -> object:
    return record(notices=(notice(NoticeKind.CONTESTED, "Studies disagree."),))


STATES: dict[str, Act] = {
    "closed": _closed,
    "open": _open,
    "searching": _searching,
    "answered": _answered,
    "declined": _declined,
    "urgent": _urgent,
    "same-day": _with(same_day),
    "not-covered": _with(_not_covered),
    "contested": _with(_contested),
    "rate-limited": _limited,
    "disabled": _disabled,
    "inline": _inline,
    "dark": _dark,
    "400-percent": _small,
    "phone": _phone,
    "spanish": _with(lambda: record(language="es"), lang="es"),
    "arabic": _with(record, lang="ar"),
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_wrong_and_nothing_undecided(site: Site, state: str) -> None:
    STATES[state](site)
    assert axe_on_host(site.page) == []


def test_two_widgets_have_names_of_their_own(site: Site) -> None:
    body = '<caveat-help></caveat-help><caveat-help inline data-title="Ask the clinic"></caveat-help>'
    site.visit(body=body)
    floating, inline = Help(site.page, 0), Help(site.page, 1)
    expect(inline.part("panel")).to_be_visible()
    assert floating.part("launcher").inner_text() == "Questions about kratom"
    assert inline.part("title").inner_text() == "Ask the clinic"
    assert axe_on_host(site.page) == []
