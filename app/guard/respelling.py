"""Read badly spelt English: words without vowels, as they sound, or with letters out of place, chosen by neighbours."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from app.guard.lexicon import Lexicon
from app.guard.text import normal
from app.guard.word_table import VOWELS

MAX_WORDS = 40
"""Longest text that is respelt, in words."""
POOR_SHARE = 0.15
"""Share of words out of the vocabulary from which a text is respelt; a word that is English counts half."""
MAX_UNREAD = 0.2
"""Share of words that may stay unread in a text that is believed."""
MAX_COST = 7.3
"""How much the words of a text that is believed may cost on average, neighbours included (dev data)."""
MAX_CANDIDATES = 8
"""Candidates of each kind for one word, the most frequent first."""
COST_SOUND, COST_BARE, COST_EDIT, COST_EDITS, COST_UNREAD = 2.0, 1.5, 2.5, 4.0, 9.0
COST_FIGURE, COST_SPOKEN = 1.0, 0.5
"""Cost of a figure that may stand for a word ("4" for "for"): read as it is, which no neighbour makes dearer, or spoken."""
COST_ENGLISH, COST_KNOWN = 1.0, 5.0
"""Further cost of reading another word for one that is English, or that is in the vocabulary."""

_WORD = re.compile(r"[a-z]+|\d+[a-z]*|[^\sa-z\d]+")
_DIGIT_WORDS = {"4": "for", "2": "to", "8": "ate"}
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^kn|^gn", "n"), (r"^wr", "r"), (r"^wh", "w"), (r"ould\b", "ud"), (r"[ao]ugh(?=t)", "o"), (r"igh", "i"),
        (r"alk", "ak"), (r"tch|ch(?=[aeiou]|$)", "C"), (r"ph", "f"), (r"ck|q", "k"), (r"[tcs]ion", "Sn"), (r"sh", "S"),
        (r"th", "T"), (r"x", "ks"), (r"c(?=[eiy])|z", "s"), (r"c", "k"), (r"dg(?=e)", "j"), (r"(?<=[aeiou])[wh]", ""),
    )
)  # fmt: skip
_LIKE_SOUNDS = (("t", "T"), ("d", "T"), ("v", "T"), ("f", "T"), ("s", "S"))


def respelt(text: str, lexicon: Lexicon) -> str | None:
    """Return lower-case `text` with its badly spelt words read, or None when it is spelt well or cannot be read."""
    words = _WORD.findall(normal(text))
    if len(words) > MAX_WORDS or not text.isascii():
        return None
    return _speller(lexicon).read(words)


@lru_cache(maxsize=1)  # one, so that the words of an index that is served no more are let go
def _speller(lexicon: Lexicon) -> _Speller:
    return _Speller(lexicon)


class _Speller:
    """Chooses among the words that a misspelt one may be, by how often they follow one another."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._is_english = lexicon.knows
        self._counts, self._known = lexicon.table.asked, lexicon.table.spelt
        self._total = sum(self._counts.values())

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        return self._grouped(sound_of)

    @cached_property
    def _by_bones(self) -> dict[str, list[str]]:
        return self._grouped(bones_of)

    @cached_property
    def _by_first(self) -> dict[str, list[str]]:
        return self._grouped(lambda word: word[:1])

    def _grouped(self, key: Callable[[str], str]) -> dict[str, list[str]]:
        """Return the words that a misspelt one may be by their `key`, the most frequent first."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word, _count in self._counts.most_common():
            if word in self._known and (len(word) > 1 or word in "ai"):
                found[key(word)].append(word)
        return dict(found)

    def read(self, words: Sequence[str]) -> str | None:
        """Return the likeliest reading of `words`, or None when they are spelt well or it is not likely enough."""
        letters = [word for word in words if word.isalpha()]
        poor = sum(self._poverty(word) for word in letters)
        if not letters or poor < max(1, POOR_SHARE * len(letters)):
            return None
        cost, chosen = self._likeliest([self._candidates(word) for word in words])
        spoken = [word for word in chosen if word.isalpha()]
        unread = sum(word not in self._known for word in spoken)
        likely = unread <= MAX_UNREAD * len(spoken) and cost <= MAX_COST * len(spoken)
        return " ".join(chosen) if chosen != list(words) and likely and len(spoken) > 1 else None

    def _poverty(self, word: str) -> float:
        if word in self._known:
            return 0.0
        return 0.5 if self._is_english(word) and VOWELS & set(word) else 1.0

    def _candidates(self, word: str) -> dict[str, float]:
        """Return what `word` may stand for, with the cost of reading it so."""
        if word in _DIGIT_WORDS:
            return {word: COST_FIGURE, _DIGIT_WORDS[word]: COST_SPOKEN}
        if not word.isalpha():
            return {word: 0.0}
        known = word in self._known
        found = {word: 0.0 if known else COST_UNREAD}
        more = COST_KNOWN if known else COST_ENGLISH if self._poverty(word) < 1 else 0.0

        def add(candidates: Iterable[str], cost: float) -> None:
            for candidate in candidates:
                if candidate not in found or found[candidate] > cost + more:
                    found[candidate] = cost + more

        sound = sound_of(word)
        add(self._by_sound.get(sound, ())[:MAX_CANDIDATES], COST_SOUND)
        for spoken, meant in _LIKE_SOUNDS:
            if spoken in sound:
                add(self._by_sound.get(sound.replace(spoken, meant, 1), ())[:MAX_CANDIDATES], COST_SOUND + 1)
        if not VOWELS & set(word):
            add(self._by_bones.get(word, ())[:MAX_CANDIDATES], COST_BARE)
        if not known and len(word) > 2:
            for at_most, cost in ((1, COST_EDIT), (2, COST_EDITS)):
                if at_most == 1 or len(word) > 5:
                    add(self._near(word, at_most), cost)
        return found

    def _near(self, word: str, at_most: int) -> list[str]:
        near = [
            known
            for known in self._by_first.get(word[:1], ())
            if abs(len(known) - len(word)) <= at_most
            and DamerauLevenshtein.distance(word, known, score_cutoff=at_most) <= at_most
        ]
        return near[:MAX_CANDIDATES]

    def _likeliest(self, options: Sequence[dict[str, float]]) -> tuple[float, list[str]]:
        paths: dict[str, tuple[float, list[str]]] = {"": (0.0, [])}
        for candidates in options:
            step: dict[str, tuple[float, list[str]]] = {}
            for word, cost in candidates.items():
                spoken = word.isalpha()
                total, best = min(
                    (
                        (so_far + (self._surprise(last, word) if spoken else 0.0), path)
                        for last, (so_far, path) in paths.items()
                    ),
                    key=lambda found: found[0],
                )
                step[word] = (total + cost, [*best, word])
            paths = step
        return min(paths.values(), key=lambda found: found[0])

    def _surprise(self, last: str, word: str) -> float:
        after = self._lexicon.table.times(last, word) / (self._counts[last] or 1)
        return -math.log(0.75 * after + 0.25 * self._counts[word] / self._total + 1e-7)


def sound_of(word: str) -> str:
    """Return roughly how a lower-case `word` sounds: its first vowel as "A", consonants by sound, each once."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    first = "A" if word[:1] in "aeiou" else word[:1]
    rest = "".join(c for c in word[1:] if c not in VOWELS)
    return re.sub(r"(.)\1+", r"\1", first + rest)


def bones_of(word: str) -> str:
    """Return a lower-case `word` without its vowels, the first letter kept, and without doubled letters."""
    rest = "".join(c for c in word[1:] if c not in "aeiou")
    return re.sub(r"(.)\1+", r"\1", word[:1] + rest)
