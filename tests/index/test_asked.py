"""Questions in other languages are found by their wording, and never taken for a question on something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.answer.record import Outcome
from app.assistant import Assistant
from index.asked import AskedElsewhere
from index.load import load_library
from index.problems import ContentError
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


def test_a_wording_is_found_again_with_other_accents_and_after_saving(tmp_path: Path) -> None:
    library = load_library(folder_with(tmp_path, {"leaf-calm": ["¿la hoja calma a los ratones jóvenes?"]}))
    asked = AskedElsewhere.of(library)
    asked.save(tmp_path / "asked")
    for found in (asked, AskedElsewhere.load(tmp_path / "asked")):
        assert found.cards == ("leaf-calm",)
        assert found.answered_by("algo muy distinto") == []


def test_without_wordings_nothing_is_found(tmp_path: Path) -> None:
    assert AskedElsewhere.of(load_library(write(tmp_path, documents()))).answered_by("la hoja") == []


def test_a_common_question_in_spanish_gets_the_card_that_it_is_worded_for(assistant: Assistant) -> None:
    library = assistant.index.library
    wordings = library.asked["es"].asked
    card = next(one for one in wordings if one == "kratom-constipation")
    answer = assistant.ask(wordings[card][0].replace("¿", "").replace("?", ""))
    assert answer.outcome is Outcome.ANSWERED
    assert answer.lead == library.cards[card].lead


def test_the_law_of_one_country_is_not_given_for_another(assistant: Assistant) -> None:
    library = assistant.index.library
    answer = assistant.ask(library.asked["es"].asked["law-thailand"][0].replace("Tailandia", "Islandia"))
    assert answer.lead != library.cards["law-thailand"].lead
