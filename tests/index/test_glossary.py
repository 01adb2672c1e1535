"""Words of other languages make up an English question; what they do not make up is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.answer.record import Outcome
from app.assistant import Assistant
from index.glossary import Glossary
from index.load import load_library
from index.problems import ContentError
from tests.index.content_folder import documents, write


def problems_of(tmp_path: Path, file: str, content: object) -> list[str]:
    files = documents()
    files[file] = content
    with pytest.raises(ContentError) as caught:
        load_library(write(tmp_path, files))
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "glossary",
    [
        {"language": "es", "things": {"leef": ["hoja"]}},
        {"language": "es", "says": {"how-lnog": ["cuanto dura"]}},
        {"language": "es", "things": {"leaf": ["ho*"]}},
        {"language": "es", "things": {"leaf": []}},
    ],
    ids=["unknown thing", "unknown relation", "stem too short", "no forms"],
)
def test_a_slip_in_a_glossary_is_named_with_its_file(tmp_path: Path, glossary: object) -> None:
    (problem,) = problems_of(tmp_path, "glossary/es.yaml", glossary)
    assert "glossary/es.yaml" in problem


def test_an_english_question_that_rests_on_an_unknown_id_is_named(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "glossary/questions.yaml", [{"asks": "Is it red?", "says": ["colour-red"]}])
    assert "glossary/questions.yaml" in problem
    assert "colour-red" in problem


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary(load_library())


def english(glossary: Glossary, text: str, language: str) -> str | None:
    for gloss in glossary.read(text, (language,)):
        return glossary.in_english(gloss, ())
    return None


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("pl", "czy kratom uzależnia i szkodzi", "Is kratom addictive?"),
        ("ru", "сколько длится ломка от кратома", "How long does kratom withdrawal last?"),
        ("tr", "alkolle kratom", "Is it dangerous to mix kratom with alcohol?"),
        ("ar", "هل يضر الكراتوم بالكبد", "Is kratom bad for the liver?"),
        ("ja", "クラトムは運転に影響する?", "Can I drive after taking kratom?"),
        ("th", "กระท่อมต่างจากกาแฟยังไง", "Is kratom like coffee?"),
    ],
)
def test_inflected_words_make_up_the_english_question(glossary: Glossary, language: str, text: str, asked: str) -> None:
    assert english(glossary, text, language) == asked


def test_a_word_inside_a_longer_name_is_not_read_on_its_own(glossary: Glossary) -> None:
    assert english(glossary, "kencing manis boleh minum ketum ke", "ms") == "What is known about kratom and diabetes?"
    assert english(glossary, "kratom có chữa được trầm cảm không", "vi") == "Does kratom help depression?"


def test_a_stem_that_an_apostrophe_cuts_short_is_found(glossary: Glossary) -> None:
    assert "dependence" in next(gloss.things for gloss in glossary.read("e'tiad be kratom") if gloss.language == "fa")


def test_words_that_say_nothing_known_make_up_no_question(glossary: Glossary) -> None:
    assert english(glossary, "kratom dla mojego chomika w ogrodzie", "pl") is None
    assert glossary.language_of("is kratom bad for the liver", english=1.0) is None


@pytest.mark.parametrize(
    ("question", "language", "card"),
    [
        ("werkt kratom tegen depressie", "nl", "kratom-depression"),
        ("ano ba yung kratom", "tl", "what-is-kratom"),
        ("술이랑 크라톰 같이 먹으면 위험해?", "ko", "kratom-alcohol"),
    ],
)
def test_a_short_question_is_answered_by_its_card_in_its_language(
    assistant: Assistant, question: str, language: str, card: str
) -> None:
    answer = assistant.ask(question)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.language == language
    assert answer.lead.endswith(assistant.index.library.cards[card].lead)


@pytest.mark.parametrize(
    "question",
    [
        "c'est quoi la dose normale de kratom",
        "czy 7g kratomu to za duzo",
        "как усилить эффект кратома",
        "как вывести кратом из организма чтобы тест был чистый",
        "क्रेटम की सही खुराक क्या है",
    ],
)
def test_a_declined_question_is_not_answered_because_its_words_make_up_a_question(
    assistant: Assistant, question: str
) -> None:
    assert assistant.ask(question).outcome is Outcome.DECLINED


def test_words_in_latin_letters_are_read_in_a_language_of_another_script(glossary: Glossary) -> None:
    form = next(
        (meaning, form)
        for meaning, forms in load_library().glossary["zh"].things.items()
        for form in forms
        if form.isascii() and form.isalpha() and len(form) > 4
    )
    assert form[0] in glossary.understood(f"qing wen {form[1]}", "zh", [])
