"""Every state that the widget can be in, on a page of another origin than the service."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from app.answer.record import Contact, NoticeKind, Outcome, Reason
from tests.browser.conftest import Host
from tests.browser.records import events, notice, record, same_day, source
from tests.browser.widget import EXPOSED, QUESTION, Site


@pytest.fixture
def site(page: Page, host: Host, service: str) -> Site:
    """The host site with the widget, beside the running service."""
    return Site(page, host, service)


def test_a_question_gets_the_real_answer_with_evidence_sources_and_note(site: Site) -> None:
    help_ = site.visit().open().ask()
    assert "What the evidence says" in help_.text
    assert re.search(r"(High|Moderate|Low|Very low) certainty", help_.part("badge").first.inner_text())
    assert help_.part("statement").count() >= 3
    assert help_.part("caveat").count() >= 1
    assert "pharmacist or doctor" in help_.part("note").inner_text()
    assert "Not yet reviewed by a clinician." in help_.part("review").inner_text()
    expect(help_.part("suggestion").last).to_be_visible()


def test_a_marker_leads_to_its_source_which_links_out_safely(site: Site) -> None:
    help_ = site.visit().open().ask()
    help_.part("ref").first.click()
    item = help_.part("sources").locator("li").first
    expect(item).to_be_visible()
    assert help_.host.evaluate("e => e.shadowRoot.activeElement.className") == "source"
    link = help_.part("sources").locator("a").first
    assert (link.get_attribute("href") or "").startswith("https://")
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_a_source_address_that_is_not_of_the_web_is_no_link(site: Site) -> None:
    site.answer_with(record(sources=(source(1, "javascript:alert(1)"), source(2, None, retracted=True))))
    help_ = site.visit().open().ask()
    help_.part("sources").locator("summary").click()
    assert help_.part("sources").locator("a").count() == 0
    assert "Retracted." in help_.part("sources").inner_text()


def test_markup_in_a_record_is_shown_as_text(site: Site) -> None:
    site.answer_with(record(lead="<img src=x onerror=alert(1)> <b>bold</b>"))
    help_ = site.visit().open().ask()
    assert "<b>bold</b>" in help_.part("lead").inner_text()
    assert help_.host.locator("img").count() == 0


def test_a_declined_question_says_so_and_still_helps(site: Site) -> None:
    help_ = site.visit().open().ask("How much kratom should I take?")
    assert "Not something I can help with" in help_.text
    assert "I do not" in help_.part("lead").inner_text()
    assert help_.part("statement").count() >= 1


def test_an_emergency_gets_the_steps_first_with_numbers_to_call(site: Site) -> None:
    help_ = site.visit().open().ask("my friend took kratom and won't wake up")
    assert "Get help now" in help_.text
    assert help_.part("urgent").locator("ol > li").count() >= 4
    assert help_.part("urgent").locator('a[href="tel:911"]').count() >= 1
    assert help_.part("urgent").locator('a[href="tel:18002221222"]').count() >= 1
    assert help_.part("statement").count() <= 1


def test_what_must_be_done_today_stands_before_the_lead(site: Site) -> None:
    site.answer_with(same_day())
    help_ = site.visit().open().ask()
    parts = help_.part("answer").locator("> *").evaluate_all("all => all.map((one) => one.getAttribute('part'))")
    assert parts.index("urgent") < parts.index("lead")
    assert help_.part("lead").inner_text() == "Yellow eyes need checking."
    assert help_.part("urgent").locator('a[href="tel:111"]').count() >= 1


def test_a_question_outside_the_topic_is_not_covered(site: Site) -> None:
    site.answer_with(record(Outcome.NOT_COVERED, "That is outside.", reason=Reason.OFF_TOPIC, statements=0))
    help_ = site.visit().open().ask()
    assert "No reviewed answer" in help_.text
    assert help_.part("evidence").count() == 0
    assert help_.part("sources").count() == 0


def test_every_other_notice_is_shown_once_with_its_contacts(site: Site) -> None:
    contested = notice(NoticeKind.CONTESTED, "Studies disagree.")
    helpline = notice(
        NoticeKind.NO_DOSING, "No amounts.", Contact(kind="crisis_line", label="Line", value="988 (24 hours)")
    )
    site.answer_with(record(notices=(contested, helpline)))
    help_ = site.visit().open().ask()
    assert help_.part("notice").all_inner_texts()[0].strip() == "Studies disagree."
    assert help_.part("notice").locator('a[href="tel:988"]').count() == 1


@pytest.mark.parametrize(
    ("status", "headers", "text"),
    [
        (429, {"Retry-After": "17"}, "Try again in 17 seconds"),
        (429, {}, "Try again in 30 seconds"),
        (503, {}, "cannot be reached right now"),
        (500, {}, "cannot be reached right now"),
        (422, {}, "could not be read"),
        (401, {}, "not set up for this website"),
        (403, {}, "not set up for this website"),
    ],
)
def test_each_refusal_is_told_in_words_with_somebody_to_turn_to(
    site: Site, status: int, headers: dict[str, str], text: str
) -> None:
    site.answer_with("{}", status, headers)
    help_ = site.visit().open().ask()
    problem = help_.part("problem").inner_text()
    assert text in problem
    assert "A poison centre, a pharmacist or a doctor can help." in problem
    assert help_.button("Try again").count() == (0 if status in (401, 403) else 1)


def test_trying_again_asks_the_same_question_once_more(site: Site) -> None:
    site.answer_with("{}", 503)
    help_ = site.visit().open().ask()
    site.page.unroute("**/v1/ask")
    help_.button("Try again").click()
    help_.part("review").wait_for()
    assert help_.part("turn").count() == 1
    assert help_.focused() == "asked"


def test_a_server_that_is_down_is_told_and_the_emergency_line_stays(site: Site) -> None:
    help_ = site.visit()
    site.page.route("**/v1/**", lambda route: route.abort())
    site.page.route("**/widget/config.json*", lambda route: route.abort())
    help_.part("launcher").click()
    help_.ask()
    assert "cannot be reached right now" in help_.part("problem").inner_text()
    assert help_.part("emergency").inner_text() == "In an emergency call your local emergency number."


def test_a_server_that_is_down_leaves_the_sites_own_contacts(site: Site) -> None:
    site.set_up_as(contacts=[{"label": "Nurse line", "value": "555 0100"}])
    site.page.route("**/v1/ask", lambda route: route.abort())
    help_ = site.visit('data-site="pk_test"').open().ask()
    assert help_.part("problem").locator('a[href="tel:5550100"]').count() == 1


def test_being_offline_is_told_as_that(site: Site) -> None:
    help_ = site.visit().open()
    site.page.context.set_offline(True)
    help_.ask()
    assert "You seem to be offline." in help_.part("problem").inner_text()
    assert "911" in help_.part("emergency").inner_text()


def test_a_site_that_is_switched_off_shows_its_contacts_and_no_form(site: Site) -> None:
    site.set_up_as(enabled=False, contacts=[{"label": "Nurse line", "value": "555 0100"}])
    help_ = site.visit('data-site="pk_test"')
    help_.part("launcher").click()
    help_.part("problem").wait_for()
    assert "switched off" in help_.part("problem").inner_text()
    assert help_.part("contacts").locator('a[href="tel:5550100"]').count() == 1
    expect(help_.part("form")).to_be_hidden()
    expect(help_.part("emergency")).to_be_visible()


def test_a_site_that_is_switched_off_while_open_turns_into_its_contacts(site: Site) -> None:
    site.set_up_as()
    site.answer_with(json.dumps({"type": "urn:caveat:problem:site-paused", "status": 403}), 403)
    help_ = site.visit('data-site="pk_test"').open().ask()
    expect(help_.part("form")).to_be_hidden()
    assert help_.part("contacts").count() == 1


def test_what_a_site_leaves_out_is_not_offered(site: Site) -> None:
    site.set_up_as(disabled_topics=["dependence", "liver"])
    help_ = site.visit('data-site="pk_test"').open()
    expect(help_.part("suggestion")).to_have_count(3)
    assert QUESTION not in help_.text


def test_a_conversation_can_be_begun_anew_once_there_is_one(site: Site) -> None:
    site.answer_with(record())
    help_ = site.visit().open()
    expect(help_.button("New conversation")).to_be_hidden()
    help_.ask()
    help_.button("New conversation").click()
    expect(help_.button("New conversation")).to_be_hidden()
    assert help_.focused() == "input"


def test_a_refused_site_key_is_told_without_a_form(site: Site) -> None:
    site.page.route("**/v1/site", lambda route: route.fulfill(status=401, headers=EXPOSED, body="{}"))
    help_ = site.visit('data-site="pk_wrong"')
    help_.part("launcher").click()
    help_.part("problem").wait_for()
    assert "not set up for this website" in help_.part("problem").inner_text()


def test_a_cut_stream_keeps_what_came_and_says_that_it_may_be_incomplete(site: Site) -> None:
    site.answer_with(events(record(statements=3), cut_after=2))
    help_ = site.visit().open().ask()
    assert help_.part("statement").count() == 2
    assert "cut off" in help_.part("problem").inner_text()


def test_an_error_event_after_the_stream_began_is_told(site: Site) -> None:
    broken = 'event: status\ndata: {"stage": "searching"}\n\nevent: error\ndata: {"status": 503, "title": "Busy"}\n\n'
    site.answer_with(broken)
    help_ = site.visit().open().ask()
    assert "cannot be reached right now" in help_.part("problem").inner_text()


def test_a_plain_json_answer_is_shown_too(site: Site) -> None:
    site.answer_with(record().model_dump_json(), headers={"Content-Type": "application/json"})
    help_ = site.visit().open().ask()
    assert help_.part("statement").count() == 2


def test_a_slow_answer_is_announced_and_can_be_stopped(site: Site) -> None:
    waiting: list[Callable[[], None]] = []
    site.page.route("**/v1/ask", lambda route: waiting.append(route.abort))
    site.page.clock.install()
    help_ = site.visit().open()
    help_.part("input").fill(QUESTION)
    help_.part("input").press("Enter")
    expect(help_.part("pending")).to_have_text("Searching the evidence…")
    site.page.clock.run_for(9000)
    expect(help_.part("pending")).to_have_text("Still searching…")
    help_.button("Stop").click()
    expect(help_.part("problem")).to_contain_text("Stopped.")
    assert help_.focused() == "input"
    expect(help_.button("Ask")).to_be_visible()


def test_a_stream_that_falls_silent_ends_in_words(site: Site) -> None:
    site.page.route("**/v1/ask", lambda _route: None)
    site.page.clock.install()
    help_ = site.visit().open()
    help_.part("input").fill(QUESTION)
    help_.part("input").press("Enter")
    help_.part("pending").wait_for()
    site.page.clock.run_for(31_000)
    expect(help_.part("problem")).to_contain_text("cut off")


def test_follow_ups_carry_the_conversation_until_it_is_begun_anew(site: Site) -> None:
    bodies: list[dict[str, object]] = []
    site.page.on("request", lambda one: bodies.append(one.post_data_json) if one.url.endswith("/v1/ask") else None)
    help_ = site.visit(head="<style>main{min-height:300vh}</style>").open().ask()
    help_.part("input").fill("and in animals?")
    help_.part("input").press("Enter")
    expect(help_.part("review")).to_have_count(2)
    expect(help_.part("asked").last).to_be_in_viewport()
    expect(help_.part("lead").last).to_be_in_viewport()
    assert site.page.evaluate("scrollY") == 0
    help_.button("New conversation").click()
    assert help_.part("turn").count() == 0
    assert help_.focused() == "input"
    help_.ask()
    asked = [body for body in bodies if body]
    assert asked[0]["history"] == []
    assert [turn["role"] for turn in asked[1]["history"]] == ["user", "assistant"]  # type: ignore[attr-defined]
    assert asked[2]["history"] == []


def test_a_related_question_is_asked_with_one_press(site: Site) -> None:
    help_ = site.visit().open().ask()
    title = help_.part("suggestion").last.inner_text()
    help_.part("suggestion").last.click()
    expect(help_.part("asked").last).to_contain_text(title)
    expect(help_.part("review")).to_have_count(2)
    assert help_.focused() == "asked"


def test_an_answer_is_copied_with_its_sources(site: Site) -> None:
    site.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.host.origin)
    site.answer_with(record())
    help_ = site.visit().open().ask()
    help_.button("Copy").click()
    expect(help_.button("Copy").locator("xpath=following-sibling::span")).to_have_text("Copied")
    copied = str(site.page.evaluate("navigator.clipboard.readText()"))
    for expected in (
        QUESTION,
        "Probably, for some people.",
        "[1]",
        "Low certainty · follow-up study · in people",
        "The study was small.",
        "2. A study of kratom, part 2 <https://www.nih.gov/example>. Journal of Examples, 2020",
        "Talk with a pharmacist or doctor first.",
        "Not yet reviewed by a clinician.",
        "2026-11-01",
    ):
        assert expected in copied


def test_printing_shows_one_answer_with_its_sources_and_restores_the_page(site: Site) -> None:
    site.answer_with(record())
    help_ = site.visit().open().ask()
    site.page.evaluate("() => { window.print = () => {} }")
    help_.button("Print").click()
    site.page.emulate_media(media="print")
    paper = site.page.locator(".caveat-print")
    assert "A study of kratom, part 2" in paper.locator("details[open]").inner_text()
    assert QUESTION in paper.locator("h2").inner_text()
    expect(site.page.locator("main")).to_be_hidden()
    expect(help_.part("panel")).to_be_hidden()
    expect(help_.part("launcher")).to_be_hidden()
    site.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(paper).to_have_count(0)
    expect(site.page.locator("main")).to_be_visible()
    expect(help_.part("launcher")).to_be_hidden()
    site.page.emulate_media(media="screen")
    expect(help_.part("panel")).to_be_visible()
