"""The encoder gives every text its own vectors, in any company, and works a text out once while it is remembered."""

from __future__ import annotations

import numpy as np
import pytest

from app.evaluate.retrieval import encoder_folder
from app.settings import Settings
from index.encoder import Encoder

TEXTS = ["does kratom harm the liver", "what is 7-OH", "does kratom harm the liver", ""]


@pytest.fixture
def fresh(built_settings: Settings) -> Encoder:
    return Encoder(encoder_folder(built_settings.index_root), cache_size=2)


def test_each_text_has_its_own_vectors_whatever_stands_beside_it(fresh: Encoder) -> None:
    together = fresh.embed(TEXTS)
    for at, text in enumerate(TEXTS):
        alone = fresh.embed_one(text)
        assert np.array_equal(alone.general, together.general[at])
        assert np.array_equal(alone.tuned, together.tuned[at])
    assert fresh.embed([]).tuned.shape == (0, fresh.card.dimensions)


def test_a_remembered_text_is_not_worked_out_again(fresh: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fresh.embed(TEXTS[:2])
    worked_out: list[str] = []
    run = fresh._run
    monkeypatch.setattr(fresh, "_run", lambda *given: worked_out.append("") or run(*given))
    assert np.array_equal(fresh.embed(TEXTS[:2]).general, before.general)
    assert not worked_out
    fresh.embed(["is it legal", "is it addictive"])
    assert len(worked_out) == 2
    fresh.embed_one(TEXTS[0])
    assert len(worked_out) == 3, "only the last two are remembered"
