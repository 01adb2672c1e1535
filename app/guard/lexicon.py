"""The English words that the content knows: to tell language from noise, and to read disguised words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from index.library import Library
from index.vocabulary import fold

_WORD = re.compile(r"[a-z]+")
MIN_WORDS = 3
MIN_TYPED = 3
"""Phrasings and examples in which a word must stand to be taken for English."""
LANGUAGE_SHARE = 0.6
"""A decoded text reads as English when this share of its words is known."""

_KEYS = """
    how much many often long should take taking taken dose doses dosage dosing amount grams gram capsules
    capsule pills gummies teaspoon teaspoons tablespoon spoon milligrams buy buying order purchase vendor
    vendors seller sellers brand brands price cheap cheapest cheaply shop store online kratom safe safely
    beginner start starting where what which best strain taper tapering schedule extract synthesize make pass
    test urine ship shipping recommend recommended strongest stronger potentiate redose between maximum minimum
    first time prompt instructions ignore suicide breathing overdose overdosed seizure unconscious kill myself
    tolerance recipe brew website daily
"""
KEY_WORDS = frozenset(_KEYS.split())
"""Words of requests that are declined: what a misspelling or a masked word is corrected to."""
_TABOO = frozenset({"shit", "coke", "tale", "tame", "lake", "doze", "rose", "nose", "boy", "made", "male"})


class Lexicon:
    """The English words of one library."""

    def __init__(self, library: Library, pieces: Callable[[str], int] | None = None) -> None:
        """`pieces` says into how many pieces the tokenizer splits a word; a word of one piece is English."""
        self._library = library
        self._pieces = lru_cache(maxsize=4096)(pieces or (lambda _word: 2))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every English word in what is shown, in terms and their names, and the common ones of what people type.

        People misspell: what they type counts when several do, and when the tokenizer knows the word whole.
        """
        shown = {word for text in _shown(self._library) for word in _words(text)}
        typed = Counter(word for text in _typed(self._library) for word in set(_words(text)))
        common = {word for word, seen in typed.items() if seen >= MIN_TYPED and self._pieces(word) == 1}
        return frozenset(shown | common)

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """The English questions of cards and policy examples, as written: how people put words together."""
        cards = self._library.cards.values()
        policies = self._library.policies.values()
        asked = [text for card in cards for text in (card.title, *card.asked_as)]
        return (*asked, *(one for policy in policies for one in policy.examples.get("en", ())))

    @cached_property
    def names(self) -> frozenset[str]:
        """The words in the English names of vocabulary terms."""
        terms = self._library.terms.values()
        return frozenset(
            word for term in terms for name in (term.term, *term.aliases) for word in _WORD.findall(fold(name))
        )

    def share(self, text: str) -> float:
        """Return the share of the letters of `text` that stand in known words; 0 for text without words."""
        words = _WORD.findall(fold(text))
        total = sum(len(word) for word in words)
        known = sum(len(word) for word in words if self.knows(word))
        letters = sum(c.isalnum() for c in text)
        return known / max(total, letters, 1)

    def english(self, text: str) -> float:
        """Return the share of the letters of `text` that stand in English words of the content."""
        words = _WORD.findall(fold(text))
        known = sum(len(word) for word in words if word in self.words)
        return known / max(sum(map(len, words)), sum(c.isalpha() for c in text), 1)

    def knows(self, word: str) -> bool:
        """Return whether `word` is an English word of the content or of the tokenizer."""
        if len(word) == 1:
            return word in "ai"
        return word in self.words or (len(word) > 2 and self._pieces(word) == 1)

    def is_plain(self, word: str) -> bool:
        """Return whether the tokenizer holds `word` as a whole."""
        return self._pieces(word) == 1

    def reads_as_language(self, text: str) -> bool:
        """Return whether `text` is plausibly something a person wrote: known English words, or another script."""
        words = _WORD.findall(fold(text))
        enough = len(words) >= MIN_WORDS or KEY_WORDS & set(words)
        if enough and self.share(text) >= LANGUAGE_SHARE:
            return True
        letters = sum(c.isalpha() and not c.isascii() for c in text)
        return letters >= 6 and letters >= 0.7 * sum(not c.isspace() for c in text)

    def corrected(self, word: str) -> str:
        """Return the key word that an unknown `word` misspells, or the word itself."""
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
        return " ".join(reversed(words))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _shown(library: Library) -> Iterable[str]:
    for claim in library.claims.values():
        yield claim.text
        yield claim.caveat or ""
    for card in library.cards.values():
        yield card.title
        yield card.lead
    for term in library.terms.values():
        yield term.term
        yield from term.aliases
    yield " ".join(KEY_WORDS)
    yield "the of to and in is it you that he was for on are with as i his they be at one have this from or had by"


def _typed(library: Library) -> Iterable[str]:
    for card in library.cards.values():
        yield from card.asked_as
    for policy in library.policies.values():
        yield from policy.examples.get("en", ())
