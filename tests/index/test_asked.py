"""Questions in other languages are found by their wording, and never taken for a question on something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.answer.record import Outcome
from app.assistant import Assistant
from app.settings import CONTENT_DIR
from index.asked import AskedElsewhere, write_asked
from index.load import load_library
from index.problems import ContentError
from index.vocabulary import Vocabulary
from tests.index.content_folder import documents, write


def folder_with(tmp_path: Path, asked: object) -> Path:
    files = documents()
    files["asked/es.yaml"] = {"language": "es", "asked": asked}
    return write(tmp_path, files)


def test_a_wording_of_a_card_that_does_not_exist_is_named_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load_library(folder_with(tmp_path, {"leaf-clam": ["la hoja calma"]}))
    (problem,) = map(str, caught.value.problems)
    assert "asked/es.yaml" in problem
    assert "leaf-clam" in problem
    assert "dangling-reference" in problem


CALM = ["¿la hoja calma a los ratones jóvenes?", "¿calma la hoja a un ratón?", "la hoja calma ratones"]


def spanish(tmp_path: Path, *policies: tuple[str, ...], calm: list[str] = CALM) -> AskedElsewhere:
    """The wordings of a small library that knows a question in Spanish, with examples of each of `policies`."""
    files = documents()
    files["asked/es.yaml"] = {"language": "es", "asked": {"leaf-calm": calm}}
    for reason, *examples in policies:
        policy = {"reason": reason, "outcome": "not_covered", "rule": "A rule.", "examples": {"es": examples}}
        files[f"policy/{reason}.yaml"] = policy
    library = load_library(write(tmp_path, files))
    write_asked(tmp_path, library, Vocabulary(library), None)
    return AskedElsewhere.load(tmp_path)


def test_a_wording_is_told_from_what_no_card_answers(tmp_path: Path) -> None:
    asked = spanish(tmp_path, ("off-topic", "recetas para el domingo", "recetas de arroz", "otra receta"))
    assert asked.card_of("la hoja calma a los ratones jovenes", set()) == "leaf-calm"
    assert asked.card_of("recetas con pollo", set()) is None


def test_where_wordings_and_examples_are_too_few_nothing_is_found(tmp_path: Path) -> None:
    asked = spanish(tmp_path, ("off-topic", "otra cosa"), calm=["¿la hoja calma?"])
    assert asked.card_of("¿la hoja calma?", set()) is None


def test_without_examples_of_what_no_card_answers_nothing_is_found(tmp_path: Path) -> None:
    assert spanish(tmp_path).card_of("¿la hoja calma a los ratones jóvenes?", set()) is None


def test_a_common_question_in_spanish_gets_the_card_that_it_is_worded_for(assistant: Assistant) -> None:
    library = load_library(CONTENT_DIR)
    wordings = library.asked["es"].asked
    card = next(one for one in wordings if one == "kratom-constipation")
    answer = assistant.ask(wordings[card][0].replace("¿", "").replace("?", ""))
    assert answer.outcome is Outcome.ANSWERED
    assert answer.lead == library.cards[card].lead


def test_the_law_of_one_country_is_not_given_for_another(assistant: Assistant) -> None:
    library = load_library(CONTENT_DIR)
    answer = assistant.ask(library.asked["es"].asked["law-thailand"][0].replace("Tailandia", "Islandia"))
    assert answer.lead != library.cards["law-thailand"].lead
