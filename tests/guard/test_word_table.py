"""The table of English words: counted from the content, the same after saving, refused when it is torn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.guard.word_table import ARTIFACT, PAIRS_FILE, WordTable
from index.errors import IndexBrokenError
from index.load import load_library
from tests.index.content_folder import documents, write


@pytest.fixture
def table(tmp_path: Path) -> WordTable:
    """The table of a small library with examples in English and in Danish."""
    files: dict[str, Any] = documents()
    examples = {"en": ["will it rain", "will it snow"], "da": ["regner det eller sner det", "sol eller regn", "vind"]}
    files["policy/off-topic.yaml"] = {
        "reason": "off-topic", "outcome": "not_covered", "rule": "A rule.", "examples": examples
    }  # fmt: skip
    return WordTable.of(load_library(write(tmp_path / "content", files)), lambda _word: 1)


def saved(table: WordTable, folder: Path) -> Path:
    (folder / ARTIFACT).mkdir()
    table.save(folder / ARTIFACT)
    return folder


def test_words_and_pairs_are_the_same_after_saving(table: WordTable, tmp_path: Path) -> None:
    loaded = WordTable.load(saved(table, tmp_path))
    for one in (table, loaded):
        assert one.times("will", "it") == one.times("", "will") == 2
        assert one.times("it", "will") == one.times("it", "zzz") == 0
    assert (loaded.english, loaded.asked, loaded.spelt) == (table.english, table.asked, table.spelt)


def test_words_that_several_texts_of_other_languages_hold_are_theirs(table: WordTable, tmp_path: Path) -> None:
    assert "eller" in WordTable.load(saved(table, tmp_path)).elsewhere
    assert not {"vind", "leaf", "it"} & table.elsewhere


def test_a_torn_table_is_refused(table: WordTable, tmp_path: Path) -> None:
    path = saved(table, tmp_path) / ARTIFACT / PAIRS_FILE
    path.write_bytes(path.read_bytes()[:40])
    with pytest.raises(IndexBrokenError, match="caveat index"):
        WordTable.load(tmp_path)
