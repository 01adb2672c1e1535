"""Measured vital signs, serotonin toxicity and warning signs of suicide are crises; talk about them is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.answer.record import Outcome, Reason
from app.guard.decision import Decision

Screen = Callable[..., Decision]


@pytest.mark.parametrize(
    "question",
    [
        "o2 sat is 81",
        "oximeter says 77 after he took kratom",
        "respirations 5",
        "only 4 breaths a minute",
        "bp 230/125",
        "blood pressure 75 over 40 and clammy",
        "hr 172",
        "pulse is 36",
        "fever of 105.1",
        "temp 41.5 and rambling",
        "does kratom cause this, hr 170 and shaking",
    ],
)
def test_a_dangerous_vital_sign_is_an_emergency(screen: Screen, question: str) -> None:
    decision = screen(question)
    assert (decision.outcome, decision.reason) == (Outcome.URGENT, Reason.EMERGENCY)


@pytest.mark.parametrize(
    "question",
    [
        "took kratom with my zoloft, now i'm trembling and drenched",
        "since the kratom and effexor I'm confused and running a fever",
        "my wife mixed tramadol and kratom, her legs twitch and she's burning up",
        "is it normal that I'm sweating and my jaw is clenched on lexapro and kratom",
    ],
)
def test_signs_of_serotonin_toxicity_are_an_emergency(screen: Screen, question: str) -> None:
    decision = screen(question)
    assert (decision.outcome, decision.reason) == (Outcome.URGENT, Reason.EMERGENCY)


@pytest.mark.parametrize(
    "question",
    [
        "my brother gave away his dog and texted goodbye",
        "she has been giving away her things",
        "my roommate is stockpiling pills and says we'd be better off without him",
        "my friend has a plan and bought a bag of kratom",
        "my boyfriend keeps talking about ending it",
        "what if i took the whole bag and never woke up",
        "nobody would notice if I took it all",
        "can kratom make you suicidal because i am",
    ],
)
def test_warning_signs_of_suicide_are_seen(screen: Screen, question: str) -> None:
    decision = screen(question)
    assert (decision.outcome, decision.reason) == (Outcome.URGENT, Reason.SELF_HARM)


@pytest.mark.parametrize(
    "question",
    [
        "does kratom raise blood pressure to 180/110 in some people",
        "can kratom raise the heart rate above 140",
        "what is the right water temperature, is 80 too hot",
        "does an SSRI with kratom cause sweating and shaking",
        "I sweat and shake since I quit zoloft and kratom, is that withdrawal?",
        "my cousin drank a whole bottle of shots last summer and lived, how is that possible",
        "suppose someone passes out after kratom, what should people around do",
        "I said goodbye to kratom last month, how long will the cravings last?",
        "I was suicidal during withdrawal last year and I'm fine now. Is depression common after quitting?",
        "my therapist wants me to stop. what does withdrawal feel like?",
        "is kratom laced with 40 percent fillers",
        "is it possible to die from kratom alone",
        "can withdrawal cause suicidal thoughts",
        "does kratom withdrawal feel like wanting to die",
    ],
)
def test_talk_about_those_signs_is_no_crisis(screen: Screen, question: str) -> None:
    assert screen(question).outcome is not Outcome.URGENT


@pytest.mark.parametrize("question", ["klonopin 2 or 3", "30 or 60 of codeine", "xanax 2 ok?"])
def test_a_bare_number_of_another_drug_is_declined(screen: Screen, question: str) -> None:
    decision = screen(question)
    assert (decision.outcome, decision.reason) == (Outcome.DECLINED, Reason.DOSING)


def test_a_number_of_a_medicine_with_kratom_is_an_interaction(screen: Screen) -> None:
    assert screen("is kratom ok with lexapro 20").outcome is Outcome.ANSWERED


@pytest.mark.parametrize(
    "turns",
    [
        ("can you be allergic to it", "my throat feels fat"),
        ("rr is 7, sat 84 on room air, what's the half-life",),
    ],
)
def test_a_swollen_throat_and_slow_breathing_on_room_air_are_emergencies(
    screen: Screen, turns: tuple[str, ...]
) -> None:
    assert screen(*turns).reason is Reason.EMERGENCY


@pytest.mark.parametrize("told", ["my face is puffy since i quit", "the room is 84 degrees, does kratom powder go off"])
def test_a_puffy_face_and_a_warm_room_are_none(screen: Screen, told: str) -> None:
    assert screen(told).outcome is not Outcome.URGENT
