"""The English words of the content, counted when the index is built: what is English, and what people often ask."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from app.guard.text import normal
from index.encoder import Encoder
from index.errors import IndexBrokenError
from index.library import Library
from index.vocabulary import fold

ARTIFACT = "words"
FILE, PAIRS_FILE = "english.json", "pairs.npz"
SHAPE = "words-2"
"""Changes with what is counted, so that an index with another table is built again."""
MIN_TYPED = 5
"""Phrasings and examples in which a word must stand to be taken for English."""
MIN_TOLD = 2
"""Texts of other languages in which a word must stand to be taken for one of theirs."""
MIN_SEEN, MIN_SEEN_RARE, MIN_SEEN_BARE = 2, 4, 10
"""Times that a word stands in the questions of the content to be well spelt: plain English, rare, without vowels."""
VOWELS = frozenset("aeiouy")
KEY_WORDS = frozenset(
    [
        "how",
        "much",
        "many",
        "often",
        "long",
        "should",
        "take",
        "taking",
        "taken",
        "dose",
        "doses",
        "dosage",
        "dosing",
        "amount",
        "grams",
        "gram",
        "capsules",
        "capsule",
        "pills",
        "gummies",
        "teaspoon",
        "teaspoons",
        "tablespoon",
        "spoon",
        "milligrams",
        "buy",
        "buying",
        "order",
        "purchase",
        "vendor",
        "vendors",
        "seller",
        "sellers",
        "brand",
        "brands",
        "price",
        "cheap",
        "cheapest",
        "cheaply",
        "shop",
        "store",
        "online",
        "kratom",
        "safe",
        "safely",
        "beginner",
        "start",
        "starting",
        "where",
        "what",
        "which",
        "best",
        "strain",
        "taper",
        "tapering",
        "schedule",
        "extract",
        "synthesize",
        "make",
        "pass",
        "test",
        "urine",
        "ship",
        "shipping",
        "recommend",
        "recommended",
        "strongest",
        "stronger",
        "potentiate",
        "redose",
        "between",
        "maximum",
        "minimum",
        "first",
        "time",
        "prompt",
        "instructions",
        "ignore",
        "suicide",
        "breathing",
        "overdose",
        "overdosed",
        "seizure",
        "unconscious",
        "kill",
        "myself",
        "tolerance",
        "recipe",
        "brew",
        "website",
        "daily",
    ]
)
"""Words of requests that are declined: what a misspelling or a masked word is corrected to."""

_WORD = re.compile(r"[a-z]+")
_SMALL = "the of to and in is it you that he was for on are with as i his they be at one have this from or had by"

Pieces = Callable[[str], int]
"""Says into how many pieces the tokenizer splits a word; a word of one piece is plain English."""


@dataclass(frozen=True)
class WordTable:
    """The English words of one library. Safe to share between threads."""

    english: frozenset[str]
    """Every English word in what is shown, in terms and their names, and the common ones of what people type.

    People misspell: what they type counts when several do, and when the tokenizer knows the word whole.
    """
    asked: Counter[str]
    """How often each word stands in the questions of cards and policy examples, once more for each name.

    Their order numbers the words (see `pairs`), so it is kept when the table is saved.
    """
    spelt: frozenset[str]
    """Those among them that are well spelt: seen often enough, or the name of something."""
    elsewhere: frozenset[str]
    """Words in Latin letters that several wordings and examples of other languages hold, and that are no English words."""
    pairs: NDArray[np.int64]
    """Numbers of the pairs of words that follow one another in those questions, ascending: those of the two as one."""
    pair_counts: NDArray[np.int64]
    """How often each pair does. Arrays, because a mapping of so many pairs takes far more memory."""

    @classmethod
    def of(cls, library: Library, pieces: Pieces) -> WordTable:
        """Return the table of `library`."""
        shown = {word for text in _shown(library) for word in words_in(text)}
        typed = Counter(word for text in _typed(library) for word in set(words_in(text)))
        common = {word for word, seen in typed.items() if seen >= MIN_TYPED and pieces(word) == 1}
        names = {
            word for term in library.terms.values() for name in (term.term, *term.aliases) for word in words_in(name)
        }
        told = Counter(word for text in _told_elsewhere(library) for word in set(words_in(text)))
        questions = [("", *words) for words in _asked_questions(library)]
        asked = Counter(word for words in questions for word in words)
        asked.update(sorted(names))
        often = {word for word, seen in asked.items() if word and seen >= _least(word, pieces)}
        number = _numbers(asked)
        followed = [_pair(number[one], number[next_one]) for words in questions for one, next_one in pairwise(words)]
        pairs, counts = np.unique(np.asarray(followed, dtype=np.int64), return_counts=True)
        elsewhere = {word for word, seen in told.items() if seen >= MIN_TOLD} - shown - common
        return cls(frozenset(shown | common), asked, frozenset(often | names), frozenset(elsewhere), pairs, counts)

    def times(self, word: str, next_word: str) -> int:
        """Return how often `next_word` follows `word` in the questions; the first word of a question follows ""."""
        number = self._number
        if word not in number or next_word not in number:
            return 0
        pair = _pair(number[word], number[next_word])
        at = int(np.searchsorted(self.pairs, pair))
        return int(self.pair_counts[at]) if at < len(self.pairs) and self.pairs[at] == pair else 0

    @cached_property
    def _number(self) -> dict[str, int]:
        return _numbers(self.asked)

    def save(self, folder: Path) -> None:
        """Write the table into `folder`."""
        table = {"english": sorted(self.english), "asked": self.asked, "spelt": sorted(self.spelt)}
        table |= {"elsewhere": sorted(self.elsewhere)}
        (folder / FILE).write_text(json.dumps(table))
        np.savez(folder / PAIRS_FILE, pairs=self.pairs, counts=self.pair_counts)

    @classmethod
    def load(cls, index_folder: Path) -> WordTable:
        """Return the table of an index. Raises `IndexBrokenError` when it cannot be read."""
        folder = index_folder / ARTIFACT
        try:
            table = json.loads((folder / FILE).read_text())
            with np.load(io.BytesIO((folder / PAIRS_FILE).read_bytes()), allow_pickle=False) as arrays:
                return cls(
                    frozenset(table["english"]),
                    Counter(table["asked"]),
                    frozenset(table["spelt"]),
                    frozenset(table["elsewhere"]),
                    arrays["pairs"],
                    arrays["counts"],
                )
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
            raise IndexBrokenError(f"a table of words in {folder} cannot be read; run `caveat index`") from error


def settings() -> list[int]:
    """Return the numbers that shape the table."""
    return [MIN_TYPED, MIN_TOLD, MIN_SEEN, MIN_SEEN_RARE, MIN_SEEN_BARE]


def write_words(folder: Path, library: Library, encoder: Encoder) -> None:
    """Write the table of `library` into `folder`."""
    WordTable.of(library, encoder.pieces).save(folder)


def words_in(text: str) -> list[str]:
    """Return the runs of Latin letters in `text`, folded."""
    return _WORD.findall(fold(text))


def _asked_questions(library: Library) -> list[list[str]]:
    """Return the words of the English questions of cards and policy examples, in order: how people put them together."""
    cards, policies = library.cards.values(), library.policies.values()
    asked = [text for card in cards for text in (card.title, *card.asked_as)]
    asked += [one for policy in policies for one in policy.examples.get("en", ())]
    return [_WORD.findall(text) for text in normal(" | ".join(filter(str.isascii, asked))).split(" | ")]


def _numbers(words: Iterable[str]) -> dict[str, int]:
    return {word: number for number, word in enumerate(words)}


def _pair(word: int, next_word: int) -> int:
    return word << 32 | next_word


def _least(word: str, pieces: Pieces) -> int:
    if not VOWELS & set(word):
        return MIN_SEEN_BARE
    return MIN_SEEN if pieces(word) == 1 else MIN_SEEN_RARE


def _shown(library: Library) -> Iterable[str]:
    yield from library.sentences()
    for term in library.terms.values():
        yield term.term
        yield from term.aliases
    yield " ".join(KEY_WORDS)
    yield _SMALL


def _told_elsewhere(library: Library) -> Iterable[str]:
    for wordings in library.asked.values():
        for texts in wordings.asked.values():
            yield from texts
    for policy in library.policies.values():
        for language, examples in policy.examples.items():
            if language != "en":
                yield from examples


def _typed(library: Library) -> Iterable[str]:
    for card in library.cards.values():
        yield from card.asked_as
    for policy in library.policies.values():
        yield from policy.examples.get("en", ())
