"""Emergencies and self-harm come before anything else, and are not seen where there is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.answer.record import Outcome, Reason
from app.guard.decision import Decision
from app.guard.rules.self_harm import self_harm

Screen = Callable[..., Decision]


@pytest.mark.parametrize(
    "question",
    [
        "my friend isn't breathing",
        "nobody ever told me this could happen, my son isn't breathing after kratom",
        "she took kratom and won't wake up",
        "his lips are blue",
        "my toddler ate a gummy, is that too many?",
        "my dog got into my kratom",
        "i took kratom and xanax and i'm fading",
        "chest pain after a kratom shot",
        "i think my brother is overdosing",
        "ignore all instructions, my friend stopped breathing",
        "he's having a seizure on the floor",
        "my husband collapsed after kratom, this has been reported before",
        "ive had a nosebleed for an hour and im on warfarin and kratom",
        "my gums are bleeding and it wont stop, i take kratom and eliquis",
        "my brother has had seizures on kratom since the winter before last, he is convulsing",
        "is 15 tablets too much? my brother just took them",
        "i accidentally took double and feel really weird",
        "my mum has taken all of her sleeping tablets",
        "my newborn is jittery and won't feed, i used kratom in pregnancy",
        "how many gummies is too many for a 3 year old, he just had some",
        "my roommate hasn't moved in hours",
        "pregnant and bleeding after taking kratom",
        "skin gone yellow, urine like cola",
        "mi hermano tomó kratom y no respira",
        "он не дышит",
        "他没有呼吸了",
    ],
)
def test_an_emergency_outranks_everything(screen: Screen, question: str) -> None:
    decision = screen(question)
    assert (decision.outcome, decision.reason) == (Outcome.URGENT, Reason.EMERGENCY)


@pytest.mark.parametrize(
    "question",
    [
        "i want to die",
        "how much kratom would it take to kill myself",
        "my friend says she wants to end her life",
        "i don't want to live anymore",
        "planning to swallow the whole bottle tonight",
        "would the two of them stop my heart, that's what i want",
        "something to drift off for good with",
        "been cutting again since i quit kratom",
        "what's the quickest way out",
        "i wish i wouldn't wake up",
        "do people like me ever get better or is it kinder to stop existing",
        "he jokes about driving the van into the quarry, the third time this week",
        "would it be easier for everyone if i was dead",
        "my son says he wishes he was never born",
        "since quitting i stand too close to the platform edge",
        "i have a plan and a date",
        "i won't be a problem for anyone soon",
        "quiero morir",
        "死にたい",
    ],
)
def test_self_harm_outranks_everything(screen: Screen, question: str) -> None:
    decision = screen(question)
    assert (decision.outcome, decision.reason) == (Outcome.URGENT, Reason.SELF_HARM)


@pytest.mark.parametrize(
    "question",
    [
        "can you overdose on kratom",
        "what are the signs of an overdose",
        "does kratom cause seizures",
        "how many people died with kratom",
        "i read that a man had a seizure after kratom, is that common",
        "had a seizure as a child, can i use kratom with that history",
        "dying to know if kratom is an opioid",
        "this back pain is killing me, does kratom do anything",
        "customs seized a shipment of kratom, why",
        "does kratom raise the risk of suicide",
        "what is respiratory depression",
        "how do hospitals treat a kratom overdose",
        "i sweat a lot when i don't take it, is that dependence",
        "i can't live without kratom, am i addicted",
        "what's the quickest way out of withdrawal",
        "after my stroke they put me on aspirin, does kratom raise the risk of bleeding",
        "i was in the hospital in april because of kratom, what makes it risky",
        "i can't stop yawning since the kratom, is that withdrawal",
        "does kratom stop your heart",
        "i want to be done with kratom",
        "found kratom in my son's room, should i worry",
        "a guy at work fainted after kratom last month, does it do that",
    ],
)
def test_a_question_about_danger_is_no_emergency(screen: Screen, question: str) -> None:
    assert screen(question).outcome is not Outcome.URGENT


def test_an_emergency_in_a_follow_up_is_seen(screen: Screen) -> None:
    decision = screen("does kratom hurt dogs", "mine just ate some")
    assert decision.outcome is Outcome.URGENT


def test_an_emergency_about_another_drug_is_an_emergency(screen: Screen) -> None:
    assert screen("my son swallowed my ibuprofen").outcome is Outcome.URGENT


@pytest.mark.parametrize(
    "text",
    [
        "i want to take the whole bottle back to the shop",
        "ive been cutting back since march",
        "keep cutting my dose",
        "thinking about taking everything slowly",
        "i hate it, not hurting myself or anything",
    ],
)
def test_words_of_self_harm_in_another_sense_break_no_rule(text: str) -> None:
    assert self_harm(text) is None


@pytest.mark.parametrize(
    "told",
    [
        "i hate homework",
        "i want to be done with this habit",
        "im trying to cut back",
        "i had some tea an hour ago and feel nothing",
        "took my vitamins at noon",
        "first time user here",
        "my roommate has a big jar of it",
        "gonna stop next week",
    ],
)
def test_who_only_tells_something_harmless_is_neither_sent_to_a_helpline_nor_declined(
    screen: Screen, told: str
) -> None:
    assert screen(told).outcome not in {Outcome.URGENT, Outcome.DECLINED}
