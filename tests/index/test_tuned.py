"""The tuned layers: kept as small differences, exported beside the general ones, and better at what they are for."""

from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import pytest
import torch

from app import tuning
from app.assistant import Assistant
from app.evaluate.answers import read_split
from app.settings import CONTENT_DIR
from index import export
from index.build import TUNED_FOLDER, VECTORS_FOLDER
from index.discriminant import Discriminant, positions_of
from index.encoder import Encoder
from index.errors import EncoderError
from index.load import load_library
from index.tuned import TuningCard, last_layers, read_tuning, with_differences, write_tuning
from index.units import units_of
from index.vectors import VectorTable
from tests.conftest import ROOT

CARD = TuningCard(origin_sha256="0" * 64, content_version="1", layers=1, texts=2)


def layers() -> torch.nn.ModuleList:
    return torch.nn.ModuleList([torch.nn.Linear(6, 4)])


@pytest.fixture
def written(tmp_path: Path) -> tuple[torch.nn.ModuleList, torch.nn.ModuleList, Path]:
    """Layers, the same after some training, and the file that tells the difference."""
    general = layers()
    tuned = copy.deepcopy(general)
    with torch.no_grad():
        for weights in tuned.parameters():
            weights.add_(torch.randn(weights.shape) / 10)
    write_tuning(CARD, general, tuned, tmp_path / "tuned.npz")
    return general, tuned, tmp_path / "tuned.npz"


def test_the_differences_turn_general_layers_into_the_tuned_ones(
    written: tuple[torch.nn.ModuleList, torch.nn.ModuleList, Path],
) -> None:
    general, tuned, path = written
    card, differences = read_tuning(path)
    assert card == CARD
    with_differences(general, differences)
    for made, meant in zip(general.parameters(), tuned.parameters(), strict=True):
        assert torch.allclose(made, meant, atol=2e-3)


def test_a_damaged_or_unfitting_file_says_what_to_run(
    written: tuple[torch.nn.ModuleList, torch.nn.ModuleList, Path],
) -> None:
    *_, path = written
    _, differences = read_tuning(path)
    with pytest.raises(EncoderError, match="caveat tune"):
        with_differences(torch.nn.ModuleList([torch.nn.Linear(6, 5)]), differences)
    with pytest.raises(EncoderError, match=r"'1\.weight'; run `caveat tune`"):
        with_differences(torch.nn.ModuleList([*layers(), torch.nn.Linear(4, 4)]), differences)
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(EncoderError, match="caveat tune"):
        read_tuning(path)


def test_tuning_writes_differences_that_fit_the_model(
    assistant: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = load_library(CONTENT_DIR)
    taught = tuning.lessons(library, assistant.index.searcher.encoder.pieces)
    assert {lesson.card for lesson in taught} >= set(range(len(library.cards)))
    few = [*filter(lambda one: one.card is not None, taught)][:64] + [*filter(lambda one: one.card is None, taught)][
        :64
    ]
    monkeypatch.setattr(tuning, "lessons", lambda *_: few)
    card = tuning.tune(library, path=tmp_path / "tuned.npz")
    assert (card.texts, card.content_version) == (128, library.version)
    read, differences = read_tuning(tmp_path / "tuned.npz")
    transformer = export.open_original(export.model_folder(export.DEFAULT_MODEL))[0].auto_model
    with_differences(last_layers(transformer, read.layers), differences)
    assert all(np.isfinite(values).all() for values in differences.values())
    assert any(values.any() for values in differences.values())


def test_one_pass_gives_two_unit_vectors_and_the_general_one_alone_is_the_same(assistant: Assistant) -> None:
    encoder = assistant.index.searcher.encoder
    text = "does kratom show up on a drug test"
    both = encoder.embed([text])
    assert np.allclose(np.linalg.norm(np.vstack(both), axis=1), 1, atol=1e-4)
    assert float(both.general[0] @ both.tuned[0]) < 0.9
    assert np.array_equal(encoder.encode([text]), both.general)
    assert np.array_equal(encoder.encode_one(text), both.general[0])
    assert np.array_equal(encoder.embed_one(text).tuned, both.tuned[0])


def test_a_model_that_was_not_tuned_gives_its_general_vector_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "TUNED_FILE", tmp_path / "none.npz")
    card = export.export_encoder(export.DEFAULT_MODEL, "fp32", tmp_path / "plain")
    assert card.tuning_sha256 is None
    found = Encoder(tmp_path / "plain").embed(["liver"])
    assert np.array_equal(found.general, found.tuned)
    monkeypatch.undo()
    assert export.tuning_sha256(card.origin_sha256) is not None, "so that the next build exports it anew"


def test_tuned_vectors_tell_cards_apart_better_than_general_ones(assistant: Assistant) -> None:
    """On the dev questions, by the likeliest item alone: no words, no entities."""
    index = assistant.index
    item_of = {unit.id: unit.item for unit in units_of(index.library)}
    rows = [row for row in read_split(ROOT / "tests" / "eval", "dev") if row.accept and len(row.turns) == 1]
    asked = index.searcher.encoder.embed([row.turns[-1].content for row in rows])
    right = []
    for folder, vectors in ((VECTORS_FOLDER, asked.general), (TUNED_FOLDER, asked.tuned)):
        table = VectorTable.load(index.folder / folder)
        items = [item_of[unit] for unit in table.ids]
        judge, names = Discriminant(table.rows, positions_of(items), len(set(items))), list(dict.fromkeys(items))
        likeliest = [names[int(judge.scores(vector).argmax())] for vector in vectors]
        right.append(sum(item in row.accept for item, row in zip(likeliest, rows, strict=True)))
    assert right[1] > right[0] + 0.02 * len(rows), right
