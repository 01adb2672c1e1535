"""Which card a question asks for, learnt from all titles and phrasings together; beside `index.discriminant`.

The discriminant knows a card by the mean of its texts and does not see spelling; this sees both what single phrasings
have in common and their letters, and errs on other questions.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import network
from index.encoder import Vectors
from index.grams import SIZES, Grams, ngrams
from index.network import Network, Schedule, fit
from index.units import Unit

FILE = "cards.npz"
SCHEDULE = Schedule(epochs=6, batch=512, rate=6e-3, least_holders=5)
_CARDS = "cards"


@dataclass(frozen=True)
class CardNetwork:
    """Tells cards apart by a question's vector and letters. Safe to share between threads."""

    cards: tuple[str, ...]
    network: Network | None
    """None for a library without cards."""

    def scores(self, vector: Vectors, grams: Grams) -> NDArray[np.float32]:
        """Return one number per card: the logarithm of its likelihood, up to a common constant."""
        if self.network is None:
            return np.zeros(0, dtype=np.float32)
        return self.network.logits(vector, grams)

    @classmethod
    def load(cls, folder: Path) -> CardNetwork:
        """Return the network in `folder`. Raises `IndexBrokenError` when it cannot be read."""
        found, (cards,) = network.read(folder / FILE, _CARDS)
        return cls(cards, found)


def write_cards(folder: Path, units: Sequence[Unit], rows: Vectors, encoder_sha256: str, served: Path | None) -> None:
    """Write the network of the cards' titles and phrasings among `units` into `folder`.

    `rows` are the units' vectors. The network in `served` is taken over when it was fitted on the same texts.
    """
    asked = [(unit, at) for at, unit in enumerate(units) if unit.kind == "card"]
    cards = list(dict.fromkeys(unit.item for unit, _ in asked))
    shape = [network.settings(), vars(SCHEDULE), SIZES, encoder_sha256, [(unit.item, unit.text) for unit, _ in asked]]
    fitted_on = hashlib.sha256(json.dumps(shape).encode()).hexdigest()
    found = network.fitted_before(served / FILE, fitted_on) if served else None
    if cards and found is None:
        number = {card: at for at, card in enumerate(cards)}
        grams = [ngrams(unit.text) for unit, _ in asked]
        taken = np.asarray([at for _, at in asked])
        found = fit(rows[taken], grams, [number[unit.item] for unit, _ in asked], SCHEDULE, [1.0] * len(asked))
    network.write(folder / FILE, found, fitted_on, {_CARDS: cards})
