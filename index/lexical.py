"""The lexical index: BM25 over the indexed texts, with a tokenizer that keeps "7-OH" and "5-HT1A" whole."""

from __future__ import annotations

import json
import logging
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

K1 = 1.5
B = 0.75

_TOKEN = re.compile(r"\d+-[^\W\d_]+\w*|\w+")
_FUNCTION_WORDS = """
    a about actually am an and any anybody anyone anyway are as at be been but by can cant could curious
    describe did didnt do does doesnt doing done dont even everybody everyone explain for from get had has
    hasnt have havent having he her hes him his honestly how hows i if im in into is isnt it its ive
    just know literally lol me my of ok okay on or our please pls plus question questions really she shes
    should so some somebody someone tell than that thats the their them then there theres these they theyre
    theyve this tho though to too was we were weve what whats when where wheres which who whos whys will with
    wonder wondering wont would wouldnt you youll your youre youve
"""
STOP_WORDS = frozenset(_FUNCTION_WORDS.split())
_TABLE_FILE = "tokens.json"


@cache
def _stemmer() -> Any:
    import Stemmer  # noqa: PLC0415

    return Stemmer.Stemmer("english")


def tokenize(text: str) -> list[str]:
    """Return the stemmed content words of `text`, lower case, without stop words."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("\u2019", "'").replace("'", "")
    words = [word for word in _TOKEN.findall(folded) if word not in STOP_WORDS]
    stems: list[str] = _stemmer().stemWords(words)
    return stems


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """Return every stemmed content word of `texts`."""
    return frozenset(stem for text in texts for stem in tokenize(text))


class LexicalIndex:
    """BM25 scores of every indexed text for a question."""

    def __init__(self, retriever: Any, vocabulary: frozenset[str], size: int) -> None:
        self._retriever = retriever
        self._vocabulary = vocabulary
        self.size = size

    @classmethod
    def of(cls, texts: Sequence[str], k1: float = K1, b: float = B) -> LexicalIndex:
        """Return the index of `texts`, scored by position."""
        import bm25s  # noqa: PLC0415

        logging.getLogger("bm25s").setLevel(logging.WARNING)  # it prints its progress otherwise
        tokens = [tokenize(text) for text in texts]
        retriever = bm25s.BM25(k1=k1, b=b)
        if any(tokens):
            retriever.index(tokens, show_progress=False)
        return cls(retriever, frozenset(token for row in tokens for token in row), len(texts))

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Return the index saved in `folder`, in memory: a file that is cut short while serving harms nothing."""
        import bm25s  # noqa: PLC0415

        table = json.loads((folder / _TABLE_FILE).read_text())
        retriever = bm25s.BM25.load(str(folder))
        return cls(retriever, frozenset(table["vocabulary"]), table["size"])

    def save(self, folder: Path) -> None:
        """Write the index into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        self._retriever.save(str(folder), show_progress=False)
        table = {"size": self.size, "vocabulary": sorted(self._vocabulary)}
        (folder / _TABLE_FILE).write_text(json.dumps(table, ensure_ascii=False))

    def document_frequency(self, token: str) -> int:
        """Return in how many texts the stemmed `token` occurs; 0 when the index does not know it."""
        if token not in self._vocabulary:
            return 0
        at = self._retriever.vocab_dict[token]
        starts = self._retriever.scores["indptr"]
        return int(starts[at + 1] - starts[at])

    def starting_with(self, letter: str) -> tuple[str, ...]:
        """Return the tokens of the index that start with `letter`."""
        return self._by_letter.get(letter, ())

    @cached_property
    def _by_letter(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for token in sorted(self._vocabulary):
            found.setdefault(token[0], []).append(token)
        return {letter: tuple(tokens) for letter, tokens in found.items()}

    def scores(self, tokens: Sequence[str]) -> NDArray[np.float32]:
        """Return the BM25 score of every text for `tokens`; zeros when no token is known."""
        known = [token for token in tokens if token in self._vocabulary]
        if not known:
            return np.zeros(self.size, dtype=np.float32)
        scores: NDArray[np.float32] = self._retriever.get_scores(known)
        return scores
