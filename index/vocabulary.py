"""Find the things that a question names: drugs, places, illnesses, receptors, in the words people use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from index.library import Library
from index.model import GATED_KINDS, TermKind

_MARKS = r"\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963\u0980-\u0983\u09bc-\u09cd\u09d7\u0b82\u0bbe-\u0bcd\u0bd7"
"""Signs of Devanagari, Bengali and Tamil that stand inside words but are no letters to `re`."""
_LETTER = rf"(?:[^\W_]|[{_MARKS}])"
WORD = re.compile(rf"{_LETTER}+(?:'{_LETTER}+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
MIN_FUZZY_LENGTH = 6
MIN_PART_LENGTH = 5
STEP_UP = 0.3
MIN_NEARNESS = 0.1
MAX_STEPS = 5
SUBJECTS = frozenset({"kratom"})


@dataclass(frozen=True)
class Mention:
    """A vocabulary term named in a text: its id and kind, the words used, and their place among the words."""

    id: str
    kind: TermKind
    words: str
    start: int
    end: int
    exact: bool

    @property
    def is_gated(self) -> bool:
        """Whether a card must name this term before it may lead."""
        return self.kind in GATED_KINDS


def fold(text: str) -> str:
    """Return `text` in the form in which words are compared: NFKC, lower case, plain apostrophes, no accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.replace("\u2019", "'")).casefold()
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def words_of(text: str) -> list[str]:
    """Return the folded words of `text`; hyphens separate words."""
    return WORD.findall(fold(text))


class Vocabulary:
    """Matches the aliases of the library's terms in a text, longest first, then misspellings."""

    def __init__(self, library: Library, pieces: Callable[[str], int] | None = None) -> None:
        """`pieces` says into how many pieces a word falls; words of one piece are English, not misspellings."""
        self._library = library
        self._pieces = pieces or (lambda _word: 2)
        self._by_words: dict[tuple[str, ...], list[str]] = {}
        self._unspaced: dict[str, list[str]] = {}
        self.longest = 1
        for term in library.terms.values():
            translated = (alias for aliases in term.languages.values() for alias in aliases)
            for alias in (term.term, *term.aliases, *translated):
                self._add(alias, term.id)
        self._parts = frozenset(word for words in self._by_words if len(words) > 1 for word in words)
        self._parts_by_first: dict[str, list[str]] = {}
        for part in sorted(self._parts):
            if len(part) >= MIN_PART_LENGTH and part.isascii() and part.isalpha():
                self._parts_by_first.setdefault(part[0], []).append(part)
        self._single = {words[0]: ids for words, ids in self._by_words.items() if len(words) == 1}
        self._by_first: dict[str, list[str]] = {}
        for word in self._single:
            if len(word) >= MIN_FUZZY_LENGTH and word.isascii():
                self._by_first.setdefault(word[0], []).append(word)

    def _add(self, alias: str, term_id: str) -> None:
        if _UNSPACED.search(alias):
            self._unspaced.setdefault(fold(alias), []).append(term_id)
            return
        words = tuple(words_of(alias))
        if words:
            ids = self._by_words.setdefault(words, [])
            if term_id not in ids:
                ids.append(term_id)
            self.longest = max(self.longest, len(words))

    def mentions(self, text: str) -> list[Mention]:
        """Return the terms named in `text`, in order; overlapping shorter matches are left out."""
        words = self._respelt(words_of(text))
        found: list[Mention] = []
        at = 0
        while at < len(words):
            length, ids, exact = self._match(words, at)
            if ids:
                phrase = " ".join(words[at : at + length])
                found += [self._mention(term_id, phrase, at, at + length, exact) for term_id in ids]
                at += length
            else:
                at += 1
        folded = fold(text)
        if _UNSPACED.search(folded):
            for alias, ids in self._unspaced.items():
                if alias in folded:
                    found += [self._mention(term_id, alias, 0, 0, True) for term_id in ids]
        seen: set[str] = set()
        return [mention for mention in found if not (mention.id in seen or seen.add(mention.id))]  # type: ignore[func-returns-value]

    def _respelt(self, words: list[str]) -> list[str]:
        """Return `words` with a slip in a word of a longer name put right: "opoid receptors" names the receptors."""
        return [self._parts_like(word) if self._may_be_misspelt(word) else word for word in words]

    def _parts_like(self, word: str) -> str:
        for part in self._parts_by_first.get(word[0], ()):
            if abs(len(part) - len(word)) <= 1 and DamerauLevenshtein.distance(word, part, score_cutoff=1) <= 1:
                return part
        return word

    def _may_be_misspelt(self, word: str) -> bool:
        if word in self._parts or word in self._single or not (word.isascii() and word.isalpha()):
            return False
        return len(word) >= MIN_PART_LENGTH and self._pieces(word) >= 2

    def _mention(self, term_id: str, phrase: str, start: int, end: int, exact: bool) -> Mention:
        return Mention(term_id, self._library.terms[term_id].kind, phrase, start, end, exact)

    def _match(self, words: list[str], at: int) -> tuple[int, list[str], bool]:
        for length in range(min(self.longest, len(words) - at), 0, -1):
            ids = self._by_words.get(tuple(words[at : at + length]))
            if ids:
                return length, ids, True
        word = words[at]
        for ending in ("'s", "s", "es"):
            stem = word.removesuffix(ending)
            if stem != word and stem in self._single:
                return 1, self._single[stem], True
        return 1, self._misspelt(word), False

    def _misspelt(self, word: str) -> list[str]:
        """Return the terms of which `word` is a misspelling: same first letter, one or two edits."""
        if len(word) < MIN_FUZZY_LENGTH or not word.isascii() or not word.isalpha() or self._pieces(word) < 2:
            return []
        limit = 1 if len(word) < 8 else 2
        best: tuple[int, str] | None = None
        for candidate in self._by_first.get(word[0], ()):
            if abs(len(candidate) - len(word)) <= limit:
                distance = DamerauLevenshtein.distance(word, candidate, score_cutoff=limit)
                if distance <= limit and (best is None or distance < best[0]):
                    best = (distance, candidate)
        return self._single[best[1]] if best else []

    def covered(self, term_id: str, about: Set[str]) -> bool:
        """Return whether `about` names `term_id` or a class above it. A place is covered only by itself."""
        if term_id in about or self._library.terms[term_id].kind is TermKind.PLACE:
            return term_id in about
        return not about.isdisjoint(self._library.ancestors[term_id])

    def nearness(self, term_id: str, about: Iterable[str]) -> float:
        """Return how directly `about` names `term_id`: 1 by itself, `STEP_UP` less per class above it, 0 not at all.

        The longest way up counts: a medicine lists its nearest class first and may list the class above it too.
        """
        wanted = set(about)
        if self._library.terms[term_id].kind is TermKind.PLACE:
            return float(term_id in wanted)
        steps = [step for above, step in self._steps_up(term_id).items() if above in wanted]
        return max(MIN_NEARNESS, 1.0 - STEP_UP * min(steps)) if steps else 0.0

    def _steps_up(self, term_id: str) -> dict[str, int]:
        """Return every class above `term_id` with the most steps to it; of several classes the first is nearest."""
        found: dict[str, int] = {}
        waiting = [(term_id, 0)]
        while waiting:
            current, steps = waiting.pop()
            if current in self._library.terms and steps <= MAX_STEPS and steps >= found.get(current, 0):
                found[current] = steps
                waiting += [(above, steps + 1 + at) for at, above in enumerate(self._library.terms[current].classes)]
        return found

    def names(self, term_id: str) -> tuple[str, ...]:
        """Return the term and its English aliases."""
        term = self._library.terms.get(term_id)
        return (term.term, *term.aliases) if term else ()

    def expansion(self, mentions: Iterable[Mention]) -> str:
        """Return the proper names of the mentioned terms and of their classes, to widen the lexical query."""
        names: dict[str, None] = {}
        for mention in mentions:
            for term_id in sorted(self._library.ancestors[mention.id]):
                names[self._library.terms[term_id].term] = None
        return " ".join(names)
