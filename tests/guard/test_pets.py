"""A pet that swallowed kratom: a vet is called, not an ambulance; a person beside it comes first."""

from __future__ import annotations

import pytest

from app.answer.record import Answer, NoticeKind, Outcome
from app.assistant import Assistant


def steps(answer: Answer) -> str:
    return next(notice.text for notice in answer.notices if notice.kind is NoticeKind.CRISIS)


@pytest.mark.parametrize(
    "told",
    [
        "my dog ate kratom",
        "our cat got into the kratom gummies",
        "puppy chewed a bag of kratom and he is wobbly, what do i do",
        "the dog licked up my kratom tea, is that too much for her?",
    ],
)
def test_a_pet_that_ate_it_gets_a_vet_first(assistant: Assistant, told: str) -> None:
    answer = assistant.ask(told)
    assert answer.outcome is Outcome.URGENT
    assert answer.lead.startswith("Call a vet now")
    assert "Do not make your pet vomit" in steps(answer)
    assert {contact.kind for notice in answer.notices for contact in notice.contacts} == {"poison_centre"}


@pytest.mark.parametrize(
    "told",
    [
        "my toddler and the dog ate kratom gummies",
        "my dog found my kratom and my son ate some too",
        "the dog ate kratom and i ate the rest and feel faint",
    ],
)
def test_where_a_person_may_have_swallowed_it_too_the_person_comes_first(assistant: Assistant, told: str) -> None:
    answer = assistant.ask(told)
    assert answer.outcome is Outcome.URGENT
    assert "911" in answer.lead


def test_other_languages_give_their_own_emergency_text(assistant: Assistant) -> None:
    assert assistant.ask("my dog ate kratom", language="es").lead.startswith("Llame ahora a un veterinario")
    assert "Notruf" in assistant.ask("my dog ate kratom", region="DE", language="de").lead
