"""A question in another language, in the English names of the things that it names."""

from __future__ import annotations

from collections.abc import Sequence

from index.glossary import Glossary
from index.library import Library
from index.vocabulary import SUBJECTS, Mention

SUBJECT = "kratom"
_GENERAL = frozenset({"side-effects", "interactions", "evidence-quality", "assistant"})
"""Said by words such as "dangerous"; they say little beside what the question is about."""


def in_english(
    library: Library, glossary: Glossary, question: str, language: str, mentions: Sequence[Mention]
) -> str | None:
    """Return what to search for instead: the English question that the words make up, or None.

    Where they make up none, it is kratom and the English names of what is named. A word-for-word reading is only as
    sure as what it rests on: a question that names nothing besides kratom is not answered by guess.
    """
    glosses = glossary.read(question)
    for gloss in (*(one for one in glosses if one.language == language), *glosses[:1]):
        if english := glossary.in_english(gloss, mentions):
            return english
    meant = [mention for mention in mentions if not glossary.is_everyday(mention, language)]
    named = [mention.id for mention in meant if mention.id not in SUBJECTS]
    specific = [term_id for term_id in named if term_id not in _GENERAL] or named
    words = [word for term_id in specific for word in _names(library, term_id)]
    return f"{SUBJECT} {' '.join(dict.fromkeys(words))}" if words else None


def _names(library: Library, term_id: str) -> tuple[str, ...]:
    """Return the name of a term and its first other name, which is how most people say it."""
    term = library.terms[term_id]
    return (term.term, *term.aliases[:1])
