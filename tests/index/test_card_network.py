"""The network of cards knows each card's own words, is kept while they stay, and a damaged one is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.assistant import Assistant
from index import card_network
from index.card_network import FILE, CardNetwork, write_cards
from index.encoder import Vectors
from index.errors import IndexBrokenError
from index.grams import ngrams
from index.units import Unit

UNITS = [
    Unit(id="1", item="leaf", kind="card", text="is the leaf green"),
    Unit(id="2", item="leaf", kind="card", text="green leaves?"),
    Unit(id="3", item="stone", kind="card", text="is the stone hard"),
    Unit(id="4", item="stone.hard", kind="claim", text="Stones are hard."),
]
ROWS: Vectors = np.eye(4, dtype=np.float32)


def test_the_cards_of_the_phrasings_are_told_apart_and_claims_left_out(tmp_path: Path) -> None:
    write_cards(tmp_path, UNITS, ROWS, "encoder", None)
    network = CardNetwork.load(tmp_path)
    assert network.cards == ("leaf", "stone")
    for row, unit in zip(ROWS[:3], UNITS[:3], strict=True):
        assert network.cards[network.scores(row, ngrams(unit.text)).argmax()] == unit.item


def test_a_library_without_cards_has_a_network_that_says_nothing(tmp_path: Path) -> None:
    write_cards(tmp_path, UNITS[3:], ROWS[3:], "encoder", None)
    network = CardNetwork.load(tmp_path)
    assert network.cards == ()
    assert network.scores(ROWS[0], ngrams("a leaf")).size == 0


def test_the_network_is_kept_while_phrasings_and_encoder_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served, kept, fitted = (tmp_path / name for name in ("served", "kept", "fitted"))
    for folder in (served, kept, fitted):
        folder.mkdir()
    write_cards(served, UNITS, ROWS, "encoder", None)

    def refuse(*_: object) -> None:
        raise AssertionError("fitted anew")

    monkeypatch.setattr(card_network, "fit", refuse)
    write_cards(kept, UNITS, ROWS, "encoder", served)
    asked = ngrams(UNITS[0].text)
    assert np.array_equal(*(CardNetwork.load(folder).scores(ROWS[0], asked) for folder in (served, kept)))
    changed = [*UNITS[:3], replace(UNITS[3], text="Stones are very hard.")]
    write_cards(kept, changed, ROWS, "encoder", served)  # a claim is none of its business
    for units, encoder in ((UNITS[1:], "encoder"), (UNITS, "another")):
        with pytest.raises(AssertionError, match="fitted anew"):
            write_cards(fitted, units, ROWS, encoder, served)


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 no archive"], ids=["empty", "torn"])
def test_a_damaged_network_is_an_error_to_load_and_fitted_anew_at_build(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / FILE).write_bytes(damage)
    with pytest.raises(IndexBrokenError, match="caveat index"):
        CardNetwork.load(tmp_path)
    again = tmp_path / "again"
    again.mkdir()
    write_cards(again, UNITS, ROWS, "encoder", tmp_path)
    assert CardNetwork.load(again).cards == ("leaf", "stone")


def test_a_missing_network_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(IndexBrokenError, match="caveat index"):
        CardNetwork.load(tmp_path)


def test_the_share_of_a_card_is_high_for_its_own_title_and_low_for_nonsense(assistant: Assistant) -> None:
    searcher = assistant.index.searcher
    assert searcher.search("Does kratom cause constipation?").sure > 0.5
    assert searcher.search("kratom zzq wuf").sure < 0.5
