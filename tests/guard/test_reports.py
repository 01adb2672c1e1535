"""What was asked in general and is then told as happening is an emergency; what only sounds like one is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.answer.record import Outcome, Reason
from app.guard.decision import Decision
from app.guard.reports import as_report
from app.guard.rules.emergency import emergency
from app.guard.rules.self_harm import self_harm
from app.guard.text import normal

Screen = Callable[..., Decision]


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("is kratom ok for dogs", "too late, he got the bag"),
        ("can kids get sick from it", "mine just did, she already ate two"),
        ("what are signs of an overdose", "yes. those. all of them. right now"),
        ("can you mix kratom and xanax", "well he already did and now he wont wake up"),
    ],
)
def test_a_general_question_that_comes_true_is_an_emergency(screen: Screen, before: str, question: str) -> None:
    decision = screen(before, question)
    assert (decision.outcome, decision.reason) == (Outcome.URGENT, Reason.EMERGENCY)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("what are signs of an overdose", "and those of withdrawal?"),
        ("is kratom ok for dogs", "and for cats?"),
        ("is kratom legal in ohio", "too late, they banned it"),
    ],
)
def test_a_follow_up_question_reports_nothing(before: str, text: str) -> None:
    assert as_report(text, before) is None


@pytest.mark.parametrize(
    "text",
    [
        "my laptop crashed and won't wake up",
        "the car is dead and not responding",
        "i was unresponsive in march, they gave me naloxone and i came round",
        "the price of coffee is going to give me a heart attack",
        "in the show a guy collapses and foams at the mouth",
    ],
)
def test_devices_the_past_fiction_and_hyperbole_are_no_emergency(text: str) -> None:
    assert emergency(normal(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "my laptop froze and my friend isn't breathing",
        "one side of his mouth droops and he says he is tired",
        "half my face has gone numb",
        "he passed out in the car and won't wake up",
    ],
)
def test_signs_of_danger_beside_a_device_or_in_passing_are_seen(text: str) -> None:
    assert emergency(normal(text))


@pytest.mark.parametrize(
    "text",
    [
        "is 40 caps fatal? no reason",
        "can you die from taking your whole stash at once... just curious",
        "i think about how easy it would be to step off",
        "how do people off themselves with this",
    ],
)
def test_a_deadly_amount_asked_for_no_reason_is_self_harm(text: str) -> None:
    assert self_harm(normal(text))


@pytest.mark.parametrize(
    ("question", "urgent"),
    [
        ("me duele mucho el pecho después del kratom", True),
        ("kan kratom een hartaanval veroorzaken?", False),
        ("bolehkah ketum menyebabkan koma?", False),
    ],
)
def test_what_can_happen_is_asked_in_other_languages_without_an_alarm(
    screen: Screen, question: str, *, urgent: bool
) -> None:
    assert (screen(question).outcome is Outcome.URGENT) is urgent
