"""Questions in other languages, by the cards that answer them: found by their spelling, as English encoders read none.

content/asked/<language>.yaml words some questions in each language. A question that is spelt like one of them is
taken to ask the same; otherwise it is left alone, for a guess is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.grams import GramIndex, ngrams
from index.library import Library

FILE = "asked.npz"
MIN_COSINE = 0.8
"""Cosine of n-grams from which two wordings are taken to ask the same (wordings held out in turn)."""


@dataclass(frozen=True)
class AskedElsewhere:
    """The wordings, ready to be compared with a question. Safe to share between threads."""

    cards: tuple[str, ...]
    """The card of each wording."""
    spelling: GramIndex

    @classmethod
    def of(cls, library: Library) -> AskedElsewhere:
        """Return the wordings of `library`."""
        pairs = [
            (card, text)
            for wordings in library.asked.values()
            for card, texts in wordings.asked.items()
            for text in texts
        ]
        return cls(tuple(card for card, _ in pairs), GramIndex.of([ngrams(text) for _, text in pairs]))

    def answered_by(self, question: str) -> list[str]:
        """Return the cards whose wordings are spelt much like `question`, the likest first; empty for none."""
        if not self.cards:
            return []
        cosines = self.spelling.cosines(ngrams(question))
        near = np.flatnonzero(cosines >= MIN_COSINE)
        return list(dict.fromkeys(self.cards[at] for at in near[np.argsort(-cosines[near], kind="stable")]))

    def save(self, folder: Path) -> None:
        """Write the wordings into the new `folder`."""
        folder.mkdir()
        np.savez(folder / FILE, cards=np.asarray(self.cards, dtype=np.str_), **self.spelling.arrays())

    @classmethod
    def load(cls, folder: Path) -> AskedElsewhere:
        """Return the wordings in `folder`. Raises `OSError`, `KeyError` or `ValueError` when they cannot be read."""
        with np.load(folder / FILE, allow_pickle=False) as arrays:
            return cls(tuple(arrays["cards"].tolist()), GramIndex.from_arrays(arrays))
