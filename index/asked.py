"""Which card a question in another language asks for, learnt from wordings in each language.

English encoders read little of other languages, so a network sees what the glossary and the vocabulary understand of
a question, which is the same in all of them, and its letters. content/asked/<language>.yaml words some cards'
questions in each language; the examples of what is off topic or was never reviewed stand beside them, for a guess is
worse than none.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index import network
from index.encoder import Vectors
from index.glossary import Glossary
from index.grams import SIZES, ngrams
from index.library import Library
from index.network import Network, Schedule, fit
from index.vocabulary import Vocabulary

FILE = "asked.npz"
SCHEDULE = Schedule(epochs=12, batch=512, rate=6e-3, least_holders=3)
"""How the network is fitted (wordings held out in turn, as for the two below)."""
MEANING_WEIGHT = 2.0
"""Length of each meaning beside the letters."""
MIN_SHARE = 0.7
"""Likelihood from which a question is taken to ask for a card."""
_ANSWERED_BY_NONE = ("off-topic", "no-evidence")
_NO_CARD = ""
_CARDS, _MEANINGS = "cards", "meanings"


@dataclass(frozen=True)
class AskedElsewhere:
    """Tells which card a question in another language asks for. Safe to share between threads."""

    cards: tuple[str, ...]
    """The classes of the network; an empty name stands for no card."""
    meanings: tuple[str, ...]
    """Vocabulary ids and relations that it knows."""
    network: Network | None
    """None for a library that has no wordings, or nothing to tell them from."""

    def card_of(self, question: str, understood: Collection[str]) -> str | None:
        """Return the card that `question` asks for, of which `understood` is known; None when that is not sure."""
        if self.network is None:
            return None
        logits = self.network.logits(_row(self.meanings, understood), ngrams(question))
        shares = np.exp(logits - np.logaddexp.reduce(logits))
        best = int(shares.argmax())
        return self.cards[best] if shares[best] >= MIN_SHARE and self.cards[best] else None

    @classmethod
    def load(cls, folder: Path) -> AskedElsewhere:
        """Return what is in `folder`. Raises `IndexBrokenError` when it cannot be read."""
        found, (cards, meanings) = network.read(folder / FILE, _CARDS, _MEANINGS)
        return cls(cards, meanings, found)


def write_asked(folder: Path, library: Library, vocabulary: Vocabulary, served: Path | None) -> None:
    """Write the network of the wordings of `library` into `folder`.

    The one in `served` is taken over when it was fitted on the same wordings, understood in the same way.
    """
    wordings = list(_wordings(library))
    cards = tuple(sorted({card for card, _, _ in wordings}))
    if len(cards) < 2 or _NO_CARD not in cards:
        wordings, cards = [], ()
    glossary = Glossary(library)
    understood = [
        sorted(glossary.understood(text, language, vocabulary.mentions(text))) for _, language, text in wordings
    ]
    shape = [network.settings(), vars(SCHEDULE), SIZES, MEANING_WEIGHT, wordings, understood]
    fitted_on = hashlib.sha256(json.dumps(shape).encode()).hexdigest()
    meanings = tuple(sorted({meaning for one in understood for meaning in one}))
    found = network.fitted_before(served / FILE, fitted_on) if served else None
    if cards and found is None:
        number = {card: at for at, card in enumerate(cards)}
        rows = np.stack([_row(meanings, one) for one in understood])
        grams = [ngrams(text) for _, _, text in wordings]
        found = fit(rows, grams, [number[card] for card, _, _ in wordings], SCHEDULE, [1.0] * len(wordings))
    network.write(folder / FILE, found, fitted_on, {_CARDS: cards, _MEANINGS: meanings})


def _wordings(library: Library) -> Iterator[tuple[str, str, str]]:
    """Give each wording in another language with its card, an empty one for what no card answers, and its language."""
    for language, known in library.asked.items():
        for card, texts in known.asked.items():
            yield from ((card, language, text) for text in texts)
    for reason in _ANSWERED_BY_NONE:
        policy = library.policies.get(reason)
        for language, texts in (policy.examples if policy else {}).items():
            if language != "en":
                yield from ((_NO_CARD, language, text) for text in texts)


def _row(meanings: Sequence[str], understood: Collection[str]) -> Vectors:
    said = [meaning in understood for meaning in meanings]
    return np.asarray(said, dtype=np.float32) * np.float32(MEANING_WEIGHT)
