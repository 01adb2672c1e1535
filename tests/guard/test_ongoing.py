"""A danger told earlier is not forgotten because the next turn asks something harmless."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.answer.record import Outcome, Reason
from app.guard.decision import Decision
from app.guard.ongoing import goes_on

Screen = Callable[..., Decision]


@pytest.mark.parametrize(
    ("turns", "reason"),
    [
        (
            ("my chest has felt tight since the kratom at lunch", "i dont have insurance. is it mostly nerves?"),
            "emergency",
        ),
        (("my flatmate mixed kratom and xanax and i cant wake her up", "fine. is it legal in maine"), "emergency"),
        (("i want to kill myself", "no calls. what did the fda say about kratom"), "self_harm"),
        (("my son drank kratom and his lips are blue", "ok", "how does it work in the brain"), "emergency"),
        (("i want to kill myself", "i tried last year too. is kratom legal in ohio"), "self_harm"),
        (("i want to kill myself", "i am back home. what did the fda say about kratom"), "self_harm"),
        (("quiero matarme", "lo intenté hace dos años y me dieron de alta. ¿el kratom es legal?"), "self_harm"),
        (
            (
                "my flatmate mixed kratom and xanax and i cant wake her up",
                "she got it last year. is it legal in maine",
            ),
            "emergency",
        ),
        (("my dad started kratom last year and now he cant breathe", "is it legal in ohio"), "emergency"),
        (("mi hijo no respira después de tomar kratom", "el año pasado salió bien. ¿el kratom es legal?"), "emergency"),
    ],
)
def test_help_is_repeated_while_a_danger_goes_on(screen: Screen, turns: tuple[str, ...], reason: str) -> None:
    decision = screen(*turns)
    assert (decision.outcome, decision.reason) == (Outcome.URGENT, Reason(reason))


@pytest.mark.parametrize(
    "turns",
    [
        ("my friend took kratom and isn't breathing", "paramedics came, he's awake. can kratom alone do that?"),
        ("my dog ate kratom", "the vet has him and he's fine. is kratom toxic to animals"),
        ("i wanted to die after i quit", "that was years ago, i'm in therapy. does kratom help depression?"),
        ("i had a seizure on kratom when i was 20", "is that common with kratom?"),
        ("i've been on kratom for two years", "i want off", "is there medicine that helps"),
        ("my wife had a seizure on kratom the winter before last", "was it the mix or the plant"),
        ("mój ojciec zemdlał po kratomie rok temu, teraz wszystko dobrze", "czy kratom szkodzi sercu?"),
        ("mi marido se desmayó con kratom el año pasado, ya está bien", "¿el kratom baja la tensión?"),
        ("i keep saying i won't buy any", "what did they find when they tested kratom for lead"),
    ],
)
def test_what_is_over_is_answered(screen: Screen, turns: tuple[str, ...]) -> None:
    assert screen(*turns).outcome is Outcome.ANSWERED


@pytest.mark.parametrize(
    "said",
    [
        "she's awake now",
        "paramedics came and he is breathing normally",
        "the vet has him",
        "i'm in therapy",
    ],
)
def test_words_of_good_hands_end_a_danger(said: str) -> None:
    assert not goes_on([said])


def test_a_danger_many_turns_back_is_not_repeated(screen: Screen) -> None:
    earlier = ("he wont wake up after kratom", "what is mitragynine", "is it addictive", "what are its side effects")
    assert screen(*earlier, "is kratom legal in ohio").outcome is Outcome.ANSWERED


@pytest.mark.parametrize(
    "said",
    [
        "i cant afford an ambulance",
        "im 29 it cant be that",
        "lol no chill",
        "its fine",
        "will she be ok",
        "is he ok",
        "she is not ok",
        "the ambulance has not come yet",
        "the doctor told me to go to the er but i dont want to",
        "i hope he is fine",
        "i want him to be safe",
        "she is nowhere near ok",
        "he needs to be awake",
    ],
)
def test_a_refusal_of_help_does_not_end_a_danger(said: str) -> None:
    assert goes_on([said])
