"""What each item is about and which words it holds: worked out when the index is built, for it takes long."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from index.lexical import stems_of
from index.library import Library
from index.units import Unit
from index.vocabulary import Vocabulary

FILE = "items.json"
SHORT_WORDS = 8
"""Longest phrasing that makes a card about what it alone names: a story names other things by the way."""


class Items:
    """The cards and claims, each with the ids that it is about and the stems that it holds. Safe to share."""

    def __init__(self, about: Mapping[str, str], stems: Mapping[str, str]) -> None:
        """Both map an item to words with blanks between them; they are taken apart when they are first asked for."""
        self._about_words, self._stem_words = about, stems
        self._about: dict[str, frozenset[str]] = {}
        self._stems: dict[str, frozenset[str]] = {}

    @classmethod
    def of(cls, library: Library, units: Sequence[Unit], vocabulary: Vocabulary) -> Items:
        """Return the items that have `units`."""
        texts: dict[str, list[str]] = {}
        for unit in units:
            texts.setdefault(unit.item, []).append(unit.text)
        about = {item: _about(library, item, vocabulary) for item in texts}
        stems = {item: _held(library, item, (*held, *_names(about[item], vocabulary))) for item, held in texts.items()}
        return cls(*({item: " ".join(sorted(words)) for item, words in each.items()} for each in (about, stems)))

    def about(self, item: str) -> frozenset[str]:
        """Return the ids of what an item is about; what the title or the phrasings of a card name is among them."""
        if item not in self._about:
            self._about[item] = frozenset(self._about_words[item].split())
        return self._about[item]

    def stems(self, item: str) -> frozenset[str]:
        """Return the stems of an item's texts, of the claims that carry it and of the names of what it is about."""
        if item not in self._stems:
            self._stems[item] = frozenset(self._stem_words[item].split())
        return self._stems[item]

    def save(self, folder: Path) -> None:
        """Write the items into `folder`."""
        saved = {"about": dict(self._about_words), "stems": dict(self._stem_words)}
        (folder / FILE).write_text(json.dumps(saved, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Items:
        """Return the items in `folder`. Raises `OSError`, `KeyError` or `ValueError` when they cannot be read."""
        saved = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return cls(saved["about"], saved["stems"])


def _about(library: Library, item: str, vocabulary: Vocabulary) -> frozenset[str]:
    if item in library.claims:
        return frozenset(library.claims[item].about)
    card = library.cards[item]
    asked = [(text, {mention.id for mention in vocabulary.mentions(text)}) for text in (card.title, *card.asked_as)]
    often = Counter(one for _, named in asked for one in named)
    to_the_point = (one for text, named in asked for one in named if len(text.split()) <= SHORT_WORDS)
    return frozenset((*card.about, *to_the_point, *(one for one, count in often.items() if count > 1)))


def _names(about: frozenset[str], vocabulary: Vocabulary) -> list[str]:
    return [name for term_id in about for name in vocabulary.names(term_id)]


def _held(library: Library, item: str, texts: Sequence[str]) -> frozenset[str]:
    card = library.cards.get(item)
    carrying = [library.claims[claim].text for claim in (*card.lead_claims, *card.claims)] if card else []
    return stems_of([*texts, *carrying])
