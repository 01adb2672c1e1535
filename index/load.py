"""Load and validate the content folder: all of it, or a list of every problem."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from index.cue_words import CueWords
from index.library import Library, content_version
from index.model import (
    GLOSSARY_KINDS,
    AskedIn,
    Basis,
    Card,
    Certainty,
    CirculatingClaim,
    Claim,
    Contact,
    EnglishQuestion,
    Form,
    GlossaryIn,
    LinkHost,
    Notices,
    Policy,
    Population,
    PropertyText,
    Relation,
    ReviewDates,
    Role,
    Source,
    Term,
    TermKind,
    TopicHeading,
    UnjudgedSentences,
)
from index.problems import ContentError, Problem
from index.yaml_lines import Document, KeyPath, YamlError, read_yaml

CONTENT_DIR = Path(__file__).resolve().parent.parent / "content"
"""The content that ships with Caveat."""

M = TypeVar("M", bound=BaseModel)

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
    library: Library = field(init=False)

    def problem_at(self, place: Place, item: str, rule: str, fix: str, *keys: str | int) -> Problem:
        """Return an error at a field of the item at `place`."""
        return Problem(self.name(place.document.path), place.line(*keys), item, rule, fix)

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
    reader = _Reader(reading)
    reader.read_all()
    reading.problems.extend(_References(reader).check())
    reading.library = reader.library()
    return reading


class _Reader:
    """Collects items by kind while it reads the files."""

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

    def read_all(self) -> None:
        root = self.reading.root
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
        if self.reviewed:
            for claim in property_claims(self.terms, self.properties, self.reviewed):
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

    def _read(self, path: Path, take: Callable[[Document], object]) -> None:
        name = self.reading.name(path)
        if not path.exists():
            self.reading.problems.append(Problem(name, 1, "-", "missing-file", "create this file"))
            return
        try:
            document = read_yaml(path)
        except YamlError as error:
            self.reading.problems.append(Problem(name, error.line, "-", "yaml", error.detail))
            return
        take(document)

    def _read_list(self, path: Path, model: type[M], kind: str, into: dict[str, M], key: str = "id") -> None:
        self._read(path, lambda document: self._many(document, (), model, kind, into, key))

    def _read_topic(self, document: Document) -> None:
        if not self._is_mapping(document, _TOPIC_KEYS, required={"topic"}):
            return
        topic = self._model(document, ("topic",), TopicHeading, "topics", self.topics, "id")
        added = self._many(document, ("claims",), Claim, "claims", self.claims, "id")
        added += self._many(document, ("cards",), Card, "cards", self.cards, "id")
        if topic:
            self.topic_of.update(dict.fromkeys(added, topic.id))

    def _read_properties(self, document: Document) -> None:
        if not self._is_mapping(document, _PROPERTY_KEYS, required=_PROPERTY_KEYS):
            return
        self.reviewed = self._validated(document, ("reviewed",), ReviewDates, "reviewed")
        self._many(document, ("properties",), PropertyText, "properties", self.properties, "id")

    def _read_words(self, document: Document) -> None:
        for concept, languages in self._mapping(document, ()).items():
            if not isinstance(languages, dict):
                self._problem(document, (concept,), concept, "shape", "write languages, each with a list of words")
                continue
            self.words[concept] = {}
            for language, words in languages.items():
                if isinstance(words, list) and all(isinstance(word, str) and word for word in words):
                    self.words[concept][language] = tuple(words)
                else:
                    fix = "write a list of words; quote those that YAML reads as something else (no, on, 1)"
                    self._problem(document, (concept, language), concept, "shape", fix)

    def _read_sellers(self, document: Document) -> None:
        names = self._mapping(document, ()).get("sellers")
        if isinstance(names, list) and all(isinstance(name, str) and name for name in names):
            self.sellers = tuple(names)
        else:
            fix = "write a list of names under 'sellers:'; quote those that YAML reads as something else"
            self._problem(document, ("sellers",), "sellers", "shape", fix)

    def _read_fallbacks(self, document: Document) -> None:
        for kind, card in self._mapping(document, ()).items():
            if kind not in set(TermKind):
                fix = f"use one of {', '.join(TermKind)}"
                self._problem(document, (kind,), kind, "unknown-key", fix)
            else:
                self.fallbacks[TermKind(kind)] = str(card)
                self.reading.places["fallbacks", kind] = Place(document, (kind,))

    def _mapping(self, document: Document, path: KeyPath) -> dict[str, Any]:
        if isinstance(document.data, dict):
            return document.data
        self._problem(document, path, "-", "shape", "write a mapping (key: value) at the top of the file")
        return {}

    def _is_mapping(self, document: Document, allowed: set[str], required: set[str]) -> bool:
        data = self._mapping(document, ())
        for key in data.keys() - allowed:
            fix = f"remove '{key}'; this file may hold {', '.join(sorted(allowed))}"
            self._problem(document, (key,), "-", "unknown-key", fix)
        for key in required - data.keys():
            self._problem(document, (), "-", "missing-key", f"add '{key}:'")
        return required <= data.keys()

    def _many(
        self, document: Document, path: KeyPath, model: type[M], kind: str, into: dict[str, M], key: str
    ) -> list[str]:
        items: Any = document.data
        for step in path:
            items = items.get(step) if isinstance(items, dict) else None
        if items is None and path:
            return []
        if not isinstance(items, list):
            self._problem(document, path, "-", "shape", "write a list here, each item starting with '- '")
            return []
        added = []
        for at in range(len(items)):
            item = self._model(document, (*path, at), model, kind, into, key)
            if item is not None:
                added.append(str(getattr(item, key)))
        return added

    def _one(self, document: Document, model: type[M], kind: str, into: dict[str, M], key: str) -> None:
        self._model(document, (), model, kind, into, key)

    def _model(
        self, document: Document, path: KeyPath, model: type[M], kind: str, into: dict[str, M], key: str
    ) -> M | None:
        item = self._validated(document, path, model, key)
        if item is None:
            return None
        item_id = str(getattr(item, key))
        if item_id in into:
            first = self.reading.places[kind, item_id]
            where = f"{self.reading.name(first.document.path)}:{first.line()}"
            self._problem(document, path, item_id, "duplicate-id", f"this {key} is already used at {where}")
            return None
        into[item_id] = item
        self.reading.places[kind, item_id] = Place(document, path)
        return item

    def _validated(self, document: Document, path: KeyPath, model: type[M], key: str) -> M | None:
        data: Any = document.data
        for step in path:
            data = data[step]
        item_id = str(data.get(key, "-")) if isinstance(data, dict) else "-"
        try:
            return model.model_validate(data)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                keys = tuple(step for step in detail["loc"] if step != "[key]")
                rule, fix = _explain(detail["type"], keys, detail["msg"], model)
                self._problem(document, (*path, *keys), item_id, rule, fix)
            return None


def _explain(kind: str, keys: KeyPath, message: str, model: type[BaseModel]) -> tuple[str, str]:
    name = ".".join(str(key) for key in keys) or "this item"
    if kind == "extra_forbidden":
        known = ", ".join(spec.alias or key for key, spec in model.model_fields.items())
        return "unknown-key", f"remove or rename '{name}'; known keys: {known}"
    if kind == "missing":
        return "missing-key", f"add '{name}:'"
    if "date" in kind or "write a year" in message:
        return "bad-date", f"'{name}': write a real date such as 2026-05-31 ({message})"
    return "bad-value", f"'{name}': {message[0].lower()}{message[1:]}"


def _yaml_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


def property_claims(
    terms: dict[str, Term], properties: dict[str, PropertyText], reviewed: ReviewDates
) -> Iterator[Claim]:
    """Yield one sourced definition claim per drug property: "Sertraline acts on serotonin." and the like."""
    for term in terms.values():
        for use in term.properties:
            if use.id in properties:
                yield Claim(
                    id=f"drug.{term.id}.{use.id}",
                    text=f"{term.term[0].upper()}{term.term[1:]} {properties[use.id].clause}.",
                    role=Role.BACKGROUND,
                    form=Form.DEFINITION,
                    certainty=Certainty.NOT_GRADED,
                    basis=Basis.DEFINITION,
                    population=Population.NONE,
                    caveat="This describes the medicine itself, not what happens when it is taken with kratom.",
                    sources=use.sources,
                    about=(term.id,),
                    last_reviewed=reviewed.last_reviewed,
                    review_by=reviewed.review_by,
                )


class _References:
    """Finds references to ids that do not exist, and strips them so that the rest can be judged."""

    def __init__(self, reader: _Reader) -> None:
        self.reader = reader
        self.reading = reader.reading
        self.problems: list[Problem] = []
        self.sources = set(reader.sources)
        self.terms = set(reader.terms)
        self.claims = set(reader.claims) | {
            f"drug.{term.id}.{use.id}" for term in reader.terms.values() for use in term.properties
        }

    def check(self) -> list[Problem]:
        """Return a problem for every dangling reference; strips them from the reader's items."""
        reader = self.reader
        claim_fields = {
            "sources": self.sources,
            "about": self.terms,
            "contested": self.claims,
            "see_also": self.claims,
        }
        self._strip("claims", reader.claims, claim_fields)
        card_fields = {"lead_claims": self.claims, "claims": self.claims, "about": self.terms}
        self._strip("cards", reader.cards, card_fields)
        self._strip("circulating", reader.circulating, {"claims": self.claims})
        self._strip("terms", reader.terms, {"classes": self.terms}, names={"classes": "class"})
        self._strip("properties", reader.properties, {"claims": self.claims})
        self._strip("policies", reader.policies, {"claims": self.claims})
        self._strip("contacts", reader.contacts, {"sources": self.sources})
        for claim in reader.claims.values():
            if claim.mechanism:
                for end in ("ligand", "target"):
                    self._known("claims", claim.id, self.terms, getattr(claim.mechanism, end), "mechanism", end)
        for term in reader.terms.values():
            for at, use in enumerate(term.properties):
                self._known("terms", term.id, set(reader.properties), use.id, "properties", at)
                for source in use.sources:
                    self._known("terms", term.id, self.sources, source, "properties", at)
        for language, wordings in reader.asked.items():
            kept = {
                card: texts
                for card, texts in wordings.asked.items()
                if self._known("asked", language, set(reader.cards), card, "asked", card)
            }
            reader.asked[language] = wordings.model_copy(update={"asked": kept})
        for language, words in reader.glossary.items():
            things = {
                term: forms
                for term, forms in words.things.items()
                if self._known("glossary", language, self.terms, term, "things", term)
            }
            reader.glossary[language] = words.model_copy(update={"things": things})
        meanings = self.terms | set(Relation) | set(GLOSSARY_KINDS)
        for asks, question in list(reader.english_questions.items()):
            ids = (*question.says, *question.unless)
            unknown = [one for one in ids if not self._known("english_questions", asks, meanings, one, "says")]
            if unknown:
                del reader.english_questions[asks]
        for kind, card_id in list(reader.fallbacks.items()):
            if not self._known("fallbacks", kind, set(reader.cards), card_id):
                del reader.fallbacks[kind]
        return self.problems

    def _strip(
        self, kind: str, items: dict[str, M], fields: dict[str, set[str]], names: dict[str, str] | None = None
    ) -> None:
        for item_id, item in items.items():
            kept: dict[str, tuple[str, ...]] = {}
            for attribute, known in fields.items():
                ids: tuple[str, ...] = getattr(item, attribute)
                name = (names or {}).get(attribute, attribute)
                good = tuple(
                    target for at, target in enumerate(ids) if self._known(kind, item_id, known, target, name, at)
                )
                if good != ids:
                    kept[attribute] = good
            if kept:
                items[item_id] = item.model_copy(update=kept)

    def _known(self, kind: str, item: str, known: set[str], target: str, *keys: str | int) -> bool:
        if target in known:
            return True
        where = f" in '{keys[0]}'" if keys else ""
        fix = f"'{target}'{where} does not exist; correct the id or add it"
        place = self.reading.places[kind, item]
        self.problems.append(self.reading.problem_at(place, item, "dangling-reference", fix, *keys))
        return False
