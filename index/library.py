"""The library: everything curated, validated and looked up by id."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from index.cue_words import CueWords
from index.model import (
    AskedIn,
    Card,
    CirculatingClaim,
    Claim,
    Contact,
    EnglishQuestion,
    GlossaryIn,
    LinkHost,
    Notices,
    Policy,
    PropertyText,
    Source,
    Term,
    TermKind,
    TopicHeading,
    UnjudgedSentences,
)


@dataclass(frozen=True)
class Library:
    """The validated content. Mappings keep the order of the files."""

    topics: dict[str, TopicHeading]
    claims: dict[str, Claim]
    cards: dict[str, Card]
    topic_of: dict[str, str]
    """Topic id of each claim id and card id; drug-property claims belong to the topic `drug`."""
    sources: dict[str, Source]
    circulating: dict[str, CirculatingClaim]
    unjudged: dict[str, UnjudgedSentences]
    """Sentences on which the article check gives no verdict, by what is said of them."""
    asked: dict[str, AskedIn]
    """Wordings of questions in other languages, by language; none once served (see `without_lessons`)."""
    glossary: dict[str, GlossaryIn]
    """Words of other languages by what they name and ask, by language."""
    english_questions: tuple[EnglishQuestion, ...]
    """The English questions that such words make up."""
    terms: dict[str, Term]
    properties: dict[str, PropertyText]
    notices: dict[str, Notices]
    policies: dict[str, Policy]
    """Without their examples once served."""
    words: dict[str, dict[str, tuple[str, ...]]]
    """Guard words: concept, then language, then words."""
    cues: dict[str, CueWords]
    """What guard words mean in each language: by language."""
    fallbacks: dict[TermKind, str]
    """The general card that answers when nothing reviewed names a thing of this kind."""
    contacts: dict[str, Contact]
    hosts: dict[str, LinkHost]
    sellers: tuple[str, ...] = ()
    """Names of sellers and brands, which may not be shown."""
    version: str = field(default="")

    def without_lessons(self) -> Library:
        """Return the library without what only teaches: the examples of policies and wordings in other languages.

        They are most of its text, and nothing asks for them once an index is built.
        """
        policies = {reason: policy.model_copy(update={"examples": {}}) for reason, policy in self.policies.items()}
        return replace(self, policies=policies, asked={})

    def sentences(self) -> Iterator[str]:
        """Yield what claims and cards show: every sentence, caveat, title and lead."""
        for claim in self.claims.values():
            yield claim.text
            yield claim.caveat or ""
        for card in self.cards.values():
            yield card.title
            yield card.lead

    @cached_property
    def ancestors(self) -> dict[str, frozenset[str]]:
        """Every class above each vocabulary id, the id itself included."""
        return {term_id: frozenset(self._walk_up(term_id)) for term_id in self.terms}

    def _walk_up(self, term_id: str) -> set[str]:
        seen: set[str] = set()
        waiting = [term_id]
        while waiting:
            current = waiting.pop()
            if current not in seen and current in self.terms:
                seen.add(current)
                waiting.extend(self.terms[current].classes)
        return seen


def content_version(*parts: Mapping[Any, object]) -> str:
    """Return the first 16 hex digits of the SHA-256 of the content as canonical JSON."""
    digest = hashlib.sha256()
    for part in parts:
        plain = {str(key): _plain(value) for key, value in part.items()}
        digest.update(json.dumps(plain, sort_keys=True, ensure_ascii=False).encode())
    return digest.hexdigest()[:16]


def _plain(value: object) -> object:
    return value.model_dump(mode="json", by_alias=True) if isinstance(value, BaseModel) else value
