"""The English words that the content knows: to tell language from noise, and to read disguised words."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from app.guard.word_table import KEY_WORDS, Pieces, WordTable, words_in
from index.opened import OpenedIndex

MIN_WORDS = 3
MIN_PIECE_CHARS = 2.4
"""Mean length of the words into which a run of letters is divided."""
LANGUAGE_SHARE = 0.6
"""A decoded text reads as English when this share of its words is known."""

_TABOO = frozenset({"shit", "coke", "tale", "tame", "lake", "doze", "rose", "nose", "boy", "made", "male"})


class Lexicon:
    """The English words of one library."""

    def __init__(self, table: WordTable, pieces: Pieces) -> None:
        """`pieces` says into how many pieces the tokenizer splits a word; a word of one piece is English."""
        self.table = table
        self.words = table.english
        self._pieces = lru_cache(maxsize=4096)(pieces)

    @classmethod
    def of(cls, index: OpenedIndex) -> Lexicon:
        """Return the words of an opened index. Raises `IndexBrokenError` when their table is missing."""
        return cls(WordTable.load(index.folder), index.searcher.encoder.pieces)

    def share(self, text: str) -> float:
        """Return the share of the letters of `text` that stand in known words; 0 for text without words."""
        words = words_in(text)
        total = sum(len(word) for word in words)
        known = sum(len(word) for word in words if self.knows(word))
        letters = sum(c.isalnum() for c in text)
        return known / max(total, letters, 1)

    def english(self, text: str) -> float:
        """Return the share of the letters of `text` that stand in English words of the content."""
        words = words_in(text)
        known = sum(len(word) for word in words if word in self.words)
        return known / max(sum(map(len, words)), sum(c.isalpha() for c in text), 1)

    def knows(self, word: str) -> bool:
        """Return whether `word` is an English word of the content or of the tokenizer."""
        if len(word) == 1:
            return word in "ai"
        return word in self.words or (len(word) > 2 and self._pieces(word) == 1)

    def reads_as_language(self, text: str) -> bool:
        """Return whether `text` is plausibly something a person wrote: known English words, or another script."""
        words = words_in(text)
        enough = len(words) >= MIN_WORDS or KEY_WORDS & set(words)
        if enough and self.share(text) >= LANGUAGE_SHARE:
            return True
        letters = sum(c.isalpha() and not c.isascii() for c in text)
        return letters >= 6 and letters >= 0.7 * sum(not c.isspace() for c in text)

    def corrected(self, word: str, *, foreign: bool = False) -> str:
        """Return the key word that an unknown `word` misspells, or the word itself.

        In a `foreign` text the words of other languages only seem misspelt: Danish "eller" is no "seller".
        """
        if foreign and word in self.table.elsewhere:
            return word
        if len(word) < 3 or len(word) > 14 or word in _TABOO or not word.isalpha() or self.knows(word):
            return word
        if len(word) == 3:
            return next((key for key in ("how", "buy") if sorted(key) == sorted(word) and key[0] == word[0]), word)
        limit = 1 if len(word) < 7 else 2
        best, found = limit + 1, word
        for key in KEY_WORDS:
            if abs(len(key) - len(word)) <= limit and len(key) > 3:
                distance = DamerauLevenshtein.distance(word, key, score_cutoff=limit)
                if distance < best or (distance == best and key < found):
                    best, found = distance, key
        return found if best <= limit else word

    def unmasked(self, pattern: str) -> str | None:
        """Return the key word that a masked word ("d*sage") stands for, or None."""
        shape = re.compile("".join(c if c.isalpha() else "[a-z]{1,2}" for c in pattern))
        fits = [key for key in KEY_WORDS if len(key) > 2 and shape.fullmatch(key)]
        return min(fits) if fits else None

    def segmented(self, letters: str) -> str | None:
        """Return a run of letters without blanks as words, or None when it does not fall into known words."""
        limit, longest = len(letters), 16
        best: list[tuple[int, int] | None] = [None] * (limit + 1)
        best[0] = (0, 0)
        for end in range(1, limit + 1):
            for start in range(max(0, end - longest), end):
                before = best[start]
                word = letters[start:end]
                if before is None or word not in self.words or (len(word) == 1 and word not in "ai"):
                    continue
                # Squared lengths prefer few long words to many short ones.
                score = before[0] + len(word) ** 2
                held = best[end]
                if held is None or score > held[0]:
                    best[end] = (score, start)
        if best[limit] is None:
            return None
        words: list[str] = []
        at = limit
        while at:
            step = best[at]
            if step is None:
                return None
            words.append(letters[step[1] : at])
            at = step[1]
        # Words of another language fall into scraps ("de pen de nc i a"), and no sentence ends in "i" or "a".
        if len(words) > 1 and (limit < MIN_PIECE_CHARS * len(words) or words[0] in "ai"):
            return None
        return " ".join(reversed(words))
