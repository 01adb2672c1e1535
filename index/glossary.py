"""Read a question in another language as an English one: what it names and asks, found word by word.

content/glossary/<language>.yaml lists the words of each language by what they name (vocabulary ids) or ask
(relations); content/glossary/questions.yaml holds the English question that each set of these means. A question
that fits none of them has no English form here, for a guess is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from index.library import Library
from index.marks import MARKED, may_be
from index.model import GLOSSARY_KINDS, EnglishQuestion, Relation, TermKind
from index.vocabulary import SUBJECTS, Mention, fold

_SEPARATORS = re.compile(r"[\s!-/:-@\[-`{-~…“”«»¿¡、。，？！؟،।：；·「」『』（）~]+")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PARTICLES = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف")
_PLAIN = str.maketrans({"ł": "l", "ı": "i", "đ": "d", "ø": "o"})
_NAMES = GLOSSARY_KINDS["kind:taken"] | GLOSSARY_KINDS["kind:place"] | {TermKind.ALKALOID}
"""Kinds of things whose names are much the same in every language."""
_PROPER = GLOSSARY_KINDS["kind:taken"] | GLOSSARY_KINDS["kind:place"]
"""Kinds of things that are named in the English question even when it does not rest on them."""
_WITHOUT_SPACES = frozenset({"zh", "ja", "ko", "th"})
_SAID_WITHIN = frozenset({Relation.HOW_LONG, Relation.IN_BODY})
_COMMON = ""
_NAME = "kratom"
MIN_NAME = 5
MIN_SHARE = 0.4
"""Share of the letters of a text, kratom's name apart, from which its words tell the language."""
MAX_WORDS = 60
FORM_WORDS = 5


@dataclass(frozen=True)
class Gloss:
    """What the words of one language say in a text: things and relations, and how much of the text they are."""

    language: str
    things: tuple[str, ...] = ()
    relations: frozenset[str] = frozenset()
    letters: int = 0


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a form says in one language, with the words that follow its first one."""

    language: str
    meaning: str
    rest: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    """Its words as they are listed, marks and all, where marks make other words."""


_Entries = dict[str, tuple[_Entry, ...]]
"""By the first word of a form, or its stem."""


@cache
def _alone(language: str, meaning: str) -> tuple[_Entry]:
    """Return what nearly every form of a meaning says: one object for all of them, for there are very many."""
    return (_Entry(language, meaning),)


@dataclass(frozen=True)
class _Form:
    """A form found in a text: where it stands, its letters and what it means."""

    start: int
    end: int
    letters: int
    meaning: str


def _longest(forms: Sequence[_Form]) -> list[_Form]:
    """Return the forms that do not stand inside a longer one; how long and in the body count there too."""
    return [
        form
        for form in forms
        if form.meaning in _SAID_WITHIN
        or not any(
            one.start <= form.start and form.end <= one.end and one.end - one.start > form.end - form.start
            for one in forms
        )
    ]


def split(text: str) -> list[str]:
    """Return the folded words of a text in any script, without accents and special Latin letters."""
    return [word for word in _SEPARATORS.split(_plain(text)) if word][:MAX_WORDS]


def _as_typed(text: str) -> list[str]:
    """Return the words of a text as they are typed, in lower case, marks and all."""
    return [word for word in _SEPARATORS.split(text.lower()) if word][:MAX_WORDS]


def _plain(text: str) -> str:
    return fold(text).translate(_PLAIN)


class Glossary:
    """Finds what the words of other languages mean, and the English question that they make up."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._questions = library.english_questions
        self._words: _Entries = {}
        self._stems: _Entries = {}
        self._unspaced: dict[str, list[tuple[str, str]]] = {}
        self._ignored = {language: frozenset(known.ignore) for language, known in library.glossary.items()}
        for language, known in library.glossary.items():
            for meaning, forms in (*known.things.items(), *known.says.items()):
                self._add(language, meaning, forms)
            self._add(language, _COMMON, known.common)
            for term in library.terms.values():
                self._add(language, term.id, term.languages.get(language, ()))

    def _add(self, language: str, meaning: str, forms: Iterable[str]) -> None:
        for form in forms:
            if language in _WITHOUT_SPACES:
                self._unspaced.setdefault(language, []).append((_plain(form).replace(" ", ""), meaning))
                if not form.isascii():
                    continue  # one in Latin letters also stands as a word among others: pinyin
            words = tuple(
                word + ("*" if raw.endswith("*") else "") for raw in form.split() for word in split(raw.rstrip("*"))
            )
            if words:
                listed = tuple(_as_typed(form)) if language in MARKED else ()
                first, *rest = words
                entries = (
                    (_Entry(language, meaning, tuple(rest), listed),) if rest or listed else _alone(language, meaning)
                )
                kept = self._stems if first.endswith("*") else self._words
                first = first.rstrip("*")
                kept[first] = kept[first] + entries if first in kept else entries

    def read(self, text: str, languages: Sequence[str] = ()) -> list[Gloss]:
        """Return what `text` says in each language whose words it holds (of `languages` when given), the most first.

        A form inside a longer one of the same language says nothing of its own.
        """
        found: dict[str, list[_Form]] = {}
        words = split(text)
        typed = _as_typed(text)
        marked = typed if not text.isascii() and len(typed) == len(words) else []
        for at, word in enumerate(words):
            for variant in _variants(word):
                for entry in self._begun_by(variant):
                    if not _follows(entry.rest, words[at + 1 : at + FORM_WORDS]):
                        continue
                    if marked and entry.listed and not may_be(marked[at : at + len(entry.listed)], entry.listed):
                        continue
                    end = at + 1 + len(entry.rest)
                    letters = sum(map(len, words[at:end]))
                    found.setdefault(entry.language, []).append(_Form(at, end, letters, entry.meaning))
        if _UNSPACED.search(text):
            run = _plain(text).replace(" ", "")
            for language, phrases in self._unspaced.items():
                for phrase, meaning in phrases:
                    at = run.find(phrase)
                    if at >= 0:
                        found.setdefault(language, []).append(_Form(at, at + len(phrase), len(phrase), meaning))
        wanted = languages or tuple(found)
        glosses = [self._gloss(language, _longest(found[language])) for language in wanted if language in found]
        return sorted(glosses, key=lambda gloss: -gloss.letters)

    def _begun_by(self, word: str) -> Iterator[_Entry]:
        """Yield what the forms that begin with `word` say, then those with a stem of it, the shortest stem first."""
        yield from self._words.get(word, ())
        for length in range(1, len(word) + 1):
            yield from self._stems.get(word[:length], ())

    def _gloss(self, language: str, forms: Sequence[_Form]) -> Gloss:
        meanings = list(dict.fromkeys(form.meaning for form in forms))
        held = {(form.start, form.end): form.letters for form in forms if form.meaning not in SUBJECTS}
        things = tuple(meaning for meaning in meanings if meaning in self._library.terms)
        relations = frozenset(meaning for meaning in meanings if meaning and meaning not in self._library.terms)
        return Gloss(language, things, relations, sum(held.values()))

    def understood(self, text: str, language: str, mentions: Sequence[Mention]) -> frozenset[str]:
        """Return what `text` says in `language`, word by word, and what its `mentions` name: ids and relations."""
        gloss = next(iter(self.read(text, (language,))), Gloss(language))
        named = (mention.id for mention in mentions if not self.is_everyday(mention, language))
        return frozenset({*gloss.things, *gloss.relations, *named})

    def is_everyday(self, mention: Mention, language: str) -> bool:
        """Return whether the words of a mention are everyday words of `language` and name nothing there."""
        return mention.words in self._ignored.get(language, frozenset())

    def language_of(self, text: str, english: float) -> str | None:
        """Return the language whose words make up most of `text`, more of it than English words do; None for none.

        `english` is the share of its letters that stand in English words.
        """
        words = split(text)
        letters = sum(map(len, words))
        name = sum(len(word) for word in words if word.startswith(_NAME))
        rest = letters - name
        best = next(iter(self.read(text)), None)
        if best is None or not rest or best.letters < MIN_SHARE * rest:
            return None
        return best.language if best.letters > english * letters - name else None

    def in_english(self, gloss: Gloss, mentions: Sequence[Mention]) -> str | None:
        """Return the English question of what `gloss` and the `mentions` of the same text say, or None.

        The first question whose words are all said is taken; other medicines and places are named after it.
        """
        named = [mention.id for mention in mentions if self._is_named(mention, gloss.language)]
        things = list(dict.fromkeys([*gloss.things, *named]))
        specific = [one for one in things if one not in SUBJECTS]
        said = {*specific, *gloss.relations}
        for question in self._questions:
            taken = self._taken(question, specific, said)
            if taken is not None:
                left = [one for one in specific if one not in taken and self._library.terms[one].kind in _PROPER]
                return self._worded(question, taken, left)
        return None

    def _is_named(self, mention: Mention, language: str) -> bool:
        """Return whether a mention stands for its thing in `language` too: a medicine or place, or its English name."""
        if self.is_everyday(mention, language):
            return False
        if self._library.terms[mention.id].kind in _NAMES:
            return True
        return mention.exact and len(mention.words) >= MIN_NAME and mention.words in self._names(mention.id)

    def _names(self, term_id: str) -> frozenset[str]:
        term = self._library.terms[term_id]
        return frozenset(fold(name) for name in (term.term, *term.aliases))

    def _taken(self, question: EnglishQuestion, things: Sequence[str], said: set[str]) -> tuple[str, ...] | None:
        """Return what of `said` the question rests on, or None when it says something else."""
        if said.intersection(question.unless) or not all(one in said or one in GLOSSARY_KINDS for one in question.says):
            return None
        taken = [one for one in question.says if one not in GLOSSARY_KINDS]
        for kind in (one for one in question.says if one in GLOSSARY_KINDS):
            free = [one for one in things if self._library.terms[one].kind in GLOSSARY_KINDS[kind] and one not in taken]
            if not free:
                return None
            taken.append(free[0])
        return tuple(taken)

    def _worded(self, question: EnglishQuestion, taken: Sequence[str], left: Sequence[str]) -> str:
        slots = [one for one in question.says if one in GLOSSARY_KINDS]
        names = [self._library.terms[one].term for one in taken[len(question.says) - len(slots) :]]
        text = question.asks
        for name in names:
            text = text.replace("{}", name, 1)
        return f"{text} ({', '.join(self._library.terms[one].term for one in left)})" if left else text


def _variants(word: str) -> Iterator[str]:
    """Yield a word and, in Arabic, the word without the particles written before it."""
    yield word
    for particle in _PARTICLES:
        if word.startswith(particle) and len(word) - len(particle) >= 3:
            yield word[len(particle) :]


def _follows(parts: Sequence[str], words: Sequence[str]) -> bool:
    """Return whether `parts` begin `words`; one that ends in a star needs only begin its word."""
    if len(parts) > len(words):
        return False
    return all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part
        for part, word in zip(parts, words, strict=False)
    )
