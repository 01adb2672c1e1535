"""A number without a unit is judged for nobody, and questions that only look like it are left alone."""

from __future__ import annotations

import pytest

from app.answer.record import Outcome, Reason
from app.guard.rules.verdicts import RULES
from app.guard.screen import Guard
from app.guard.text import normal


@pytest.mark.parametrize(
    "question",
    [
        "the bloke next door takes seven, does that sound right",
        "how little works for pain",
        "what is 20 mg of oxycodone in kratom",
        "should I go from 12 to zero",
        "how big were the servings",
    ],
)
def test_a_verdict_or_number_is_seen(question: str) -> None:
    assert any(rule.fires(normal(question)) for rule in RULES)


@pytest.mark.parametrize(
    "question",
    [
        "he has used kratom for seven years, is that too long",
        "how little is known about kratom",
        "should I go to a doctor about kratom",
        "is it normal to feel sick after kratom",
    ],
)
def test_a_question_about_risk_is_left_alone(question: str) -> None:
    assert not any(rule.fires(normal(question)) for rule in RULES)


@pytest.mark.parametrize(
    "question", ["kratom law in texas, plus a teaspoon-to-gram conversion", "kratom tsp to grams chart"]
)
def test_a_conversion_asked_in_passing_is_declined(guard: Guard, question: str) -> None:
    decision = guard.screen(question)
    assert (decision.outcome, decision.reason) == (Outcome.DECLINED, Reason.DOSING)


def test_what_surely_asks_for_nothing_gets_no_notice_though_a_rule_fires(guard: Guard) -> None:
    decision = guard.screen("how often do people get liver problems from it")
    assert decision.outcome is Outcome.ANSWERED
    assert decision.notices == ()
