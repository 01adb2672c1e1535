"""Numbers to call as links, and dates in words."""

from __future__ import annotations

import re

import pytest

from app.assistant import Assistant
from app.render.phone import with_phone_links
from app.render.words import date_words


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("911", ["911"]),
        ("1-800-222-1222 (Poison Help, 24 hours)", ["18002221222"]),
        ("988 (call or text, 24 hours)", ["988"]),
        ("9-8-8 (call or text, 24 hours)", ["988"]),
        ("111 (NHS 111)", ["111"]),
        ("112 or 999", ["112", "999"]),
        ("1669 (ambulance) or 191 (general emergency)", ["1669", "191"]),
        ("13 11 26 (24 hours)", ["131126"]),
        ("1-844-764-7669 (1-844-POISON-X, 24 hours)", ["18447647669"]),
        ("your local emergency number", []),
        ("healing119.id (online service)", []),
    ],
)
def test_a_number_to_call_is_a_link_once(text: str, numbers: list[str]) -> None:
    linked = with_phone_links(text)
    assert re.findall(r'href="tel:(\d+)"', linked) == numbers
    assert re.sub(r"<[^>]+>", "", linked) == text


def test_what_stands_around_a_number_is_escaped() -> None:
    assert with_phone_links("<b>911</b> & more").startswith("&lt;b&gt;")


def test_every_emergency_number_of_the_content_can_be_called(assistant: Assistant) -> None:
    for contact in assistant.index.library.contacts.values():
        for value in (contact.emergency, contact.poison_centre):
            if value and value[0].isdigit():
                assert "tel:" in with_phone_links(value), value


def test_dates_are_written_as_people_write_them() -> None:
    words = [date_words(date) for date in ("2020", "2026-11", "2026-01-03")]
    assert words == ["2020", "November 2026", "3 January 2026"]
