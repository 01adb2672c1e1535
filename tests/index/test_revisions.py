"""Which answers change for readers between two revisions."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from index.load import load_library
from index.revisions import RevisionError, changed_cards, changed_texts, library_at
from tests.index.content_folder import documents, write


@pytest.fixture
def content(tmp_path: Path) -> Path:
    root = write(tmp_path, documents())
    name = ["-c", "user.name=Curator", "-c", "user.email=curator@example.org"]
    for command in (["init", "-q"], ["add", "."], [*name, "commit", "-qm", "first"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    return root


def test_a_changed_caveat_names_the_cards_that_show_it(content: Path) -> None:
    files = documents()
    files["topics/leaf.yaml"]["claims"][1]["caveat"] = "Only two people were described."
    write(content.parent, files)
    (change,) = changed_cards(library_at("HEAD", content), load_library(content))
    assert change.id == "leaf-calm"
    assert change.changes == (
        "leaf.risk: caveat: Only a few people were described. -> Only two people were described.",
    )


def test_nothing_changes_between_equal_revisions(content: Path) -> None:
    assert changed_cards(library_at("HEAD", content), load_library(content)) == []


def test_new_and_removed_cards_and_leads_are_told(content: Path) -> None:
    files = documents()
    card = files["topics/leaf.yaml"]["cards"][0]
    files["topics/leaf.yaml"]["cards"] = [{**card, "id": "leaf-new", "asked_as": ["something else"]}]
    files["policy/fallbacks.yaml"] = dict.fromkeys(["drug", "place", "condition"], "leaf-new")
    write(content.parent, files)
    told = {change.id: change.changes for change in changed_cards(library_at("HEAD", content), load_library(content))}
    assert told == {"leaf-calm": ("card removed",), "leaf-new": ("new card",)}


def test_what_readers_see_beside_cards_is_told_too(content: Path) -> None:
    files = documents()
    files["sources.yaml"][0]["retracted"] = True
    files["contacts.yaml"][0]["poison_centre"] = "1-800-222-1222"
    spanish = files["notices/es.yaml"]
    spanish["texts"] = {**spanish["texts"], "declined.dosing": "Another sentence."}
    files["circulating.yaml"] = [
        {"id": "cc-1", "section": "s", "claim": "Leaf.", "verdict": "partly", "why": "a", "claims": ["leaf.risk"]}
    ]
    loose = {**files["topics/leaf.yaml"]["claims"][1], "id": "leaf.loose"}
    files["topics/leaf.yaml"]["claims"].append(loose)
    write(content.parent, files)
    told = {change.id: change.changes for change in changed_texts(library_at("HEAD", content), load_library(content))}
    assert told == {
        "leaf.loose": ("new claim",),
        "made-up-2020": ("retracted: False -> True",),
        "cc-1": ("new circulating claim",),
        "US": ("poison_centre: None -> 1-800-222-1222",),
        "es declined.dosing": ("text: A fixed sentence. -> Another sentence.",),
    }


def test_an_unknown_revision_says_so(content: Path) -> None:
    with pytest.raises(RevisionError, match="no content at 'nowhere'"):
        library_at("nowhere", content)
