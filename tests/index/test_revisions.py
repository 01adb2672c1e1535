"""Which answers change for readers between two revisions."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from index.load import load_library
from index.revisions import RevisionError, changed_cards, library_at
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
    assert change.card == "leaf-calm"
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
    told = {change.card: change.changes for change in changed_cards(library_at("HEAD", content), load_library(content))}
    assert told == {"leaf-calm": ("card removed",), "leaf-new": ("new card",)}


def test_an_unknown_revision_says_so(content: Path) -> None:
    with pytest.raises(RevisionError, match="no content at 'nowhere'"):
        library_at("nowhere", content)
