"""Load and validate the content folder: all of it, or a list of every problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from index.cue_words import CueWords
from index.explain import explain, nearest
from index.library import Library, content_version
from index.model import (
    GUARD_CONCEPTS,
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
    ReviewDates,
    Source,
    Term,
    TermKind,
    TopicHeading,
    UnjudgedSentences,
)
from index.problems import ContentError, Problem
from index.property_claims import property_claims
from index.references import References
from index.yaml_lines import Document, KeyPath, YamlError, read_yaml

CONTENT_DIR = Path(__file__).resolve().parent.parent / "content"
"""The content that ships with Caveat."""

M = TypeVar("M", bound=BaseModel)

_KINDS_IN = {
    "topics": ("topics", "claims", "cards"),
    "asked": ("asked",),
    "glossary": ("glossary", "english_questions"),
    "vocabulary": ("terms", "properties"),
    "notices": ("notices",),
    "policy": ("policies", "words", "cues", "fallbacks"),
}
"""Kinds of items in the files of each folder of the content."""
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_NEAREST_ID = re.compile(r"^\s*(?:- )?id: *['\"]?([\w.-]+)", re.MULTILINE)
_TOPIC_KEYS = {"topic", "claims", "cards"}
_PROPERTY_KEYS = {"reviewed", "properties"}


@dataclass(frozen=True)
class Place:
    """Where an item stands: its file and the key path to it."""

    document: Document
    path: KeyPath

    def line(self, *keys: str | int) -> int:
        """Return the line of a field of the item, or of the item when the field is absent."""
        return self.document.line((*self.path, *keys))


@dataclass
class Reading:
    """A content folder as read: what could be read of the library, places, and structural problems.

    While there are problems, `library` leaves out the items and references at fault, so that the linter can
    still judge the rest; `load_library` never hands it out.
    """

    root: Path
    problems: list[Problem] = field(default_factory=list)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    """Place of each item by (kind, id); kinds are the attribute names of `Library`."""
    lost: set[tuple[str, str | None]] = field(default_factory=set)
    """What stands in the folder and could not be read: (kind, id), and (kind, None) where the ids are not known."""
    touched: set[str] = field(default_factory=set)
    """Ids of items of which something is left out, so that they cannot be judged."""
    library: Library = field(init=False)

    def problem_at(self, place: Place, item: str, rule: str, fix: str, *keys: str | int) -> Problem:
        """Return an error at a field of the item at `place`."""
        return Problem(self.name(place.document.path), place.line(*keys), item, rule, fix)

    def may_hold(self, kind: str, item: str) -> bool:
        """Return whether `item` may stand in what could not be read; what names it is then no mistake of its own."""
        return bool({(kind, item), (kind, None)} & self.lost)

    def lost_any(self, kind: str) -> bool:
        """Return whether anything of this kind could not be read."""
        return any(lost == kind for lost, _ in self.lost)

    def name(self, path: Path) -> str:
        """Return the file name to print: relative to the folder that holds the content folder."""
        return str(path.relative_to(self.root.parent))


def load_library(root: Path = CONTENT_DIR) -> Library:
    """Return the library in `root`. Raises `ContentError` with every structural problem; nothing half-loads."""
    reading = read_content(root)
    if reading.problems:
        raise ContentError(sorted(reading.problems))
    return reading.library


def read_content(root: Path) -> Reading:
    """Return the reading of the content folder `root`; its `problems` are empty when all is well."""
    reading = Reading(root)
    reader = Reader(reading)
    reader.read_all()
    reading.problems.extend(References(reader).check())
    reading.library = reader.library()
    return reading


class Reader:
    """Collects items by kind while it reads the files, and what of them is lost."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.topics: dict[str, TopicHeading] = {}
        self.claims: dict[str, Claim] = {}
        self.cards: dict[str, Card] = {}
        self.topic_of: dict[str, str] = {}
        self.sources: dict[str, Source] = {}
        self.circulating: dict[str, CirculatingClaim] = {}
        self.unjudged: dict[str, UnjudgedSentences] = {}
        self.asked: dict[str, AskedIn] = {}
        self.glossary: dict[str, GlossaryIn] = {}
        self.english_questions: dict[str, EnglishQuestion] = {}
        self.terms: dict[str, Term] = {}
        self.properties: dict[str, PropertyText] = {}
        self.reviewed: ReviewDates | None = None
        self.notices: dict[str, Notices] = {}
        self.policies: dict[str, Policy] = {}
        self.words: dict[str, dict[str, tuple[str, ...]]] = {}
        self.cues: dict[str, CueWords] = {}
        self.sellers: tuple[str, ...] = ()
        self.fallbacks: dict[TermKind, str] = {}
        self.contacts: dict[str, Contact] = {}
        self.hosts: dict[str, LinkHost] = {}
        self.seen: set[Path] = set()

    def read_all(self) -> None:
        root = self.reading.root
        self._read_files(root)
        for path in sorted((*root.rglob("*.yaml"), *root.rglob("*.yml"))):
            if path not in self.seen and not path.name.startswith("."):
                fix = f"nothing reads this file; name it *.yaml and put it into {', '.join(f'{f}/' for f in _KINDS_IN)}"
                self.reading.problems.append(Problem(self.reading.name(path), 1, "-", "unread-file", fix))
                self._lose(*_KINDS_IN.get(path.parent.name, ()))

    def _read_files(self, root: Path) -> None:
        for path in _yaml_files(root / "topics"):
            self._read(path, self._read_topic)
        self._read_list(root / "sources.yaml", Source, "sources", self.sources)
        self._read_list(root / "circulating.yaml", CirculatingClaim, "circulating", self.circulating)
        self._read_list(root / "unjudged.yaml", UnjudgedSentences, "unjudged", self.unjudged, key="verdict")
        self._read_list(root / "contacts.yaml", Contact, "contacts", self.contacts, key="region")
        self._read_list(root / "links.yaml", LinkHost, "hosts", self.hosts, key="host")
        for path in _yaml_files(root / "asked"):
            self._read(path, lambda document: self._one(document, AskedIn, "asked", self.asked, "language"))
        self._read_glossary(root / "glossary")
        self._read(root / "vocabulary" / "properties.yaml", self._read_properties)
        for path in _yaml_files(root / "vocabulary"):
            if path.stem != "properties":
                self._read_list(path, Term, "terms", self.terms)
        for path in _yaml_files(root / "notices"):
            self._read(path, lambda document: self._one(document, Notices, "notices", self.notices, "language"))
        for path in _yaml_files(root / "policy"):
            if path.stem == "words":
                self._read(path, self._read_words)
            elif path.stem == "cues":
                self._read_list(path, CueWords, "cues", self.cues, key="language")
            elif path.stem == "sellers":
                self._read(path, self._read_sellers)
            elif path.stem == "fallbacks":
                self._read(path, self._read_fallbacks)
            else:
                self._read(path, lambda document: self._one(document, Policy, "policies", self.policies, "reason"))

    def _read_glossary(self, folder: Path) -> None:
        for path in _yaml_files(folder):
            if path.stem == "questions":
                self._read_list(path, EnglishQuestion, "english_questions", self.english_questions, key="says")
            else:
                self._read(
                    path, lambda document: self._one(document, GlossaryIn, "glossary", self.glossary, "language")
                )

    def library(self) -> Library:
        claims = dict(self.claims)
        topic_of = dict(self.topic_of)
        for claim in property_claims(self.terms, self.properties, self.sources, self.reviewed):
            claims[claim.id] = claim
            topic_of[claim.id] = "drug"
        parts: list[Mapping[Any, object]] = [
            self.topics, claims, self.cards, self.sources, self.circulating, self.unjudged, self.asked, self.glossary,
            self.english_questions, self.terms, self.properties, self.notices, self.policies, self.words,
            self.cues,
            self.fallbacks, self.contacts, self.hosts,
            {"sellers": self.sellers},
        ]  # fmt: skip
        return Library(
            topics=self.topics,
            claims=claims,
            cards=self.cards,
            topic_of=topic_of,
            sources=self.sources,
            circulating=self.circulating,
            unjudged=self.unjudged,
            asked=self.asked,
            glossary=self.glossary,
            english_questions=tuple(self.english_questions.values()),
            terms=self.terms,
            properties=self.properties,
            notices=self.notices,
            policies=self.policies,
            words=self.words,
            cues=self.cues,
            sellers=self.sellers,
            fallbacks=self.fallbacks,
            contacts=self.contacts,
            hosts=self.hosts,
            version=content_version(*parts),
        )

    def _problem(self, document: Document, path: KeyPath, item: str, rule: str, fix: str) -> None:
        name = self.reading.name(document.path)
        self.reading.problems.append(Problem(name, document.line(path), item, rule, fix))

    def _lose(self, *kinds: str, item: str | None = None) -> None:
        self.reading.lost.update((kind, item) for kind in kinds)

    def _read(self, path: Path, take: Callable[[Document], object], *kinds: str) -> None:
        """Let `take` read the file; `kinds` of items are lost when it cannot be read (by default its folder's)."""
        name = self.reading.name(path)
        self.seen.add(path)
        lost = kinds or _KINDS_IN.get(path.parent.name, ())
        if not path.exists():
            self.reading.problems.append(Problem(name, 1, "-", "missing-file", "create this file"))
            self._lose(*lost)
            return
        try:
            document = read_yaml(path)
        except YamlError as error:
            self.reading.problems.append(Problem(name, error.line, _id_above(path, error.line), "yaml", error.detail))
            self._lose(*lost)
            return
        if document.data is None:
            fix = "the file is empty; fill it in, or put it back as it was"
            self.reading.problems.append(Problem(name, 1, "-", "empty-file", fix))
            self._lose(*lost)
            return
        take(document)

    def _read_list(self, path: Path, model: type[M], kind: str, into: dict[str, M], key: str = "id") -> None:
        self._read(path, lambda document: self._many(document, (), model, kind, into, key), kind)

    def _read_topic(self, document: Document) -> None:
        if not self._is_mapping(document, _TOPIC_KEYS, required={"topic"}):
            self._lose("topics", "claims", "cards")
        if not isinstance(document.data, dict):
            return
        topic = None
        if "topic" in document.data:
            topic = self._model(document, ("topic",), TopicHeading, "topics", self.topics, "id")
        added = self._many(document, ("claims",), Claim, "claims", self.claims, "id")
        added += self._many(document, ("cards",), Card, "cards", self.cards, "id")
        self.topic_of.update(dict.fromkeys(added, topic.id if topic else document.path.stem))

    def _read_properties(self, document: Document) -> None:
        if not self._is_mapping(document, _PROPERTY_KEYS, required=_PROPERTY_KEYS):
            self._lose("properties")
            return
        self.reviewed = self._validated(document, ("reviewed",), ReviewDates, "reviewed", "reviewed")
        self._many(document, ("properties",), PropertyText, "properties", self.properties, "id")

    def _read_words(self, document: Document) -> None:
        for concept, languages in self._mapping(document, ()).items():
            if concept not in GUARD_CONCEPTS:
                meant = nearest(concept, GUARD_CONCEPTS)
                fix = f"rename '{concept}' to '{meant}'" if meant else f"use one of {', '.join(sorted(GUARD_CONCEPTS))}"
                self._problem(document, (concept,), concept, "unknown-key", fix)
                continue
            if not isinstance(languages, dict):
                self._problem(document, (concept,), concept, "shape", "write languages, each with a list of words")
                continue
            self.words[concept] = {}
            for language, words in languages.items():
                if not _LANGUAGE.fullmatch(language):
                    fix = f"'{language}' must be a language code such as es"
                    self._problem(document, (concept, language), concept, "bad-value", fix)
                elif isinstance(words, list) and all(isinstance(word, str) and word for word in words):
                    self.words[concept][language] = tuple(words)
                else:
                    fix = "write a list of words; quote those that YAML reads as something else (no, on, 1)"
                    self._problem(document, (concept, language), concept, "shape", fix)

    def _read_sellers(self, document: Document) -> None:
        if not self._is_mapping(document, {"sellers"}, required={"sellers"}):
            return
        names = document.data["sellers"]
        if isinstance(names, list) and all(isinstance(name, str) and name for name in names):
            self.sellers = tuple(names)
        else:
            fix = "write a list of names under 'sellers:'; quote those that YAML reads as something else"
            self._problem(document, ("sellers",), "sellers", "shape", fix)

    def _read_fallbacks(self, document: Document) -> None:
        for kind, card in self._mapping(document, ()).items():
            if kind not in set(TermKind):
                fix = f"'{kind}' is no kind of thing; use one of {', '.join(TermKind)}"
                self._problem(document, (kind,), kind, "unknown-key", fix)
                self._lose("fallbacks")
            else:
                self.fallbacks[TermKind(kind)] = str(card)
                self.reading.places["fallbacks", kind] = Place(document, (kind,))

    def _mapping(self, document: Document, path: KeyPath) -> dict[str, Any]:
        if isinstance(document.data, dict):
            return document.data
        self._problem(document, path, "-", "shape", "write a mapping (key: value) at the top of the file")
        return {}

    def _is_mapping(self, document: Document, allowed: set[str], required: set[str]) -> bool:
        """Return whether the document is a mapping of the `allowed` keys that has those `required`."""
        data = self._mapping(document, ())
        if not isinstance(document.data, dict):
            return False
        meant = {key: nearest(key, allowed - data.keys()) for key in sorted(data.keys() - allowed)}
        for key, other in meant.items():
            fix = (
                f"rename '{key}' to '{other}'"
                if other
                else (f"remove '{key}'; this file may hold {', '.join(sorted(allowed))}")
            )
            self._problem(document, (key,), "-", "unknown-key", fix)
        for key in sorted(required - data.keys() - set(meant.values())):
            self._problem(document, (), "-", "missing-key", f"add '{key}:'")
        return required <= data.keys() <= allowed

    def _many(
        self, document: Document, path: KeyPath, model: type[M], kind: str, into: dict[str, M], key: str
    ) -> list[str]:
        items: Any = document.data
        for step in path:
            items = items.get(step) if isinstance(items, dict) else None
        if items is None and path:
            return []
        if not isinstance(items, list):
            self._lose(kind)
            self._problem(document, path, "-", "shape", "write a list here, each item starting with '- '")
            return []
        added = []
        for at in range(len(items)):
            item = self._model(document, (*path, at), model, kind, into, key)
            if item is not None:
                added.append(_id_of(item, key))
        return added

    def _one(self, document: Document, model: type[M], kind: str, into: dict[str, M], key: str) -> None:
        self._model(document, (), model, kind, into, key)

    def _model(
        self, document: Document, path: KeyPath, model: type[M], kind: str, into: dict[str, M], key: str
    ) -> M | None:
        item = self._validated(document, path, model, key, kind)
        if item is None:
            return None
        item_id = _id_of(item, key)
        if item_id in into:
            first = self.reading.places[kind, item_id]
            where = f"{self.reading.name(first.document.path)}:{first.line()}"
            self._problem(document, path, item_id, "duplicate-id", f"this {key} is already used at {where}")
            self._lose(kind)
            return None
        into[item_id] = item
        self.reading.places[kind, item_id] = Place(document, path)
        return item

    def _validated(self, document: Document, path: KeyPath, model: type[M], key: str, kind: str) -> M | None:
        data: Any = document.data
        for step in path:
            data = data[step]
        item_id = _shown_id(data.get(key)) if isinstance(data, dict) else "-"
        try:
            return model.model_validate(data)
        except ValidationError as error:
            faults = list(explain(error, model, data))
            for keys, rule, fix in faults:
                self._problem(document, (*path, *keys), item_id, rule, fix)
            named = item_id != "-" and all(keys[:1] != (key,) for keys, _, _ in faults)
            self._lose(kind, item=item_id if named else None)
            return None


def _shown_id(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value or "-")


def _id_of(item: BaseModel, key: str) -> str:
    return _shown_id(getattr(item, key))


def _id_above(path: Path, line: int) -> str:
    """Return the id that stands last above `line` of a file that is not YAML, or "-"."""
    above = "\n".join(path.read_bytes().decode("utf-8", "replace").split("\n")[:line])
    return next(iter(reversed(_NEAREST_ID.findall(above))), "-")


def _yaml_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))
