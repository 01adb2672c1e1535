"""References between items of the content: those to ids that do not exist are reported and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from index.explain import nearest
from index.model import GLOSSARY_KINDS, Relation
from index.problems import Problem
from index.property_claims import property_claims

if TYPE_CHECKING:
    from index.load import Reader

M = TypeVar("M", bound=BaseModel)

_OF_PROPERTIES = "drug."
"""How the ids of claims begin that are made of the properties of medicines."""


class References:
    """Finds references to ids that do not exist, and strips them so that the rest can be judged.

    What names an item that stands in the folder but could not be read is stripped and not reported: the item's own
    mistake already is.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.reading = reader.reading
        self.dangling: dict[tuple[str, str], list[Problem]] = {}
        self.named: set[tuple[str, str]] = set()
        of_properties = property_claims(reader.terms, reader.properties, reader.sources, reader.reviewed)
        self.ids: dict[str, set[str]] = {
            "sources": set(reader.sources),
            "terms": set(reader.terms),
            "cards": set(reader.cards),
            "properties": set(reader.properties),
            "claims": {*reader.claims, *(claim.id for claim in of_properties)},
            "meanings": {*reader.terms, *Relation, *GLOSSARY_KINDS},
        }

    def check(self) -> list[Problem]:
        """Return a problem for every dangling reference; strips them from the reader's items.

        Several that would all be right with an id that nothing names are one problem: of that id.
        """
        reader = self.reader
        claim_fields = {"sources": "sources", "about": "terms", "contested": "claims", "see_also": "claims"}
        self._strip("claims", reader.claims, claim_fields)
        self._strip("cards", reader.cards, {"lead_claims": "claims", "claims": "claims", "about": "terms"})
        self._strip("circulating", reader.circulating, {"claims": "claims"})
        self._strip("terms", reader.terms, {"classes": "terms"}, names={"classes": "class"})
        self._strip("properties", reader.properties, {"claims": "claims"})
        self._strip("policies", reader.policies, {"claims": "claims"})
        self._strip("contacts", reader.contacts, {"sources": "sources"})
        for claim in reader.claims.values():
            if claim.mechanism:
                for end in ("ligand", "target"):
                    self._known("claims", claim.id, "terms", getattr(claim.mechanism, end), "mechanism", end)
        for term in reader.terms.values():
            for at, use in enumerate(term.properties):
                self._known("terms", term.id, "properties", use.id, "properties", at)
                for source in use.sources:
                    self._known("terms", term.id, "sources", source, "properties", at)
        for language, wordings in reader.asked.items():
            kept = {
                card: texts
                for card, texts in wordings.asked.items()
                if self._known("asked", language, "cards", card, "asked", card)
            }
            reader.asked[language] = wordings.model_copy(update={"asked": kept})
        for language, words in reader.glossary.items():
            things = {
                term: forms
                for term, forms in words.things.items()
                if self._known("glossary", language, "terms", term, "things", term)
            }
            reader.glossary[language] = words.model_copy(update={"things": things})
        for asks, question in list(reader.english_questions.items()):
            ids = (*question.says, *question.unless)
            unknown = [one for one in ids if not self._known("english_questions", asks, "meanings", one, "says")]
            if unknown:
                del reader.english_questions[asks]
        for kind, card_id in list(reader.fallbacks.items()):
            if not self._known("fallbacks", kind, "cards", card_id):
                del reader.fallbacks[kind]
        return [problem for (named, target) in self.dangling for problem in self._told(named, target)]

    def _strip(
        self, kind: str, items: dict[str, M], fields: dict[str, str], names: dict[str, str] | None = None
    ) -> None:
        for item_id, item in items.items():
            kept: dict[str, tuple[str, ...]] = {}
            for attribute, named in fields.items():
                ids: tuple[str, ...] = getattr(item, attribute)
                name = (names or {}).get(attribute, attribute)
                good = tuple(
                    target for at, target in enumerate(ids) if self._known(kind, item_id, named, target, name, at)
                )
                if good != ids:
                    kept[attribute] = good
            if kept:
                items[item_id] = item.model_copy(update=kept)

    def _known(self, kind: str, item: str, named: str, target: str, *keys: str | int) -> bool:
        """Return whether `target` is an item of the kind `named`; reports it when the folder holds no such thing."""
        if target in self.ids[named]:
            self.named.add((named, target))
            return True
        self.reading.touched.add(item)
        if self._is_lost(named, target):
            return False
        where = f" in '{keys[0]}'" if keys else ""
        meant = nearest(target, self.ids[named])
        fix = f"'{target}'{where} does not exist; " + (
            f"did you mean '{meant}'?" if meant else "correct the id or add it"
        )
        place = self.reading.places[kind, item]
        problem = self.reading.problem_at(place, item, "dangling-reference", fix, *keys)
        self.dangling.setdefault((named, target), []).append(problem)
        return False

    def _told(self, named: str, target: str) -> list[Problem]:
        found = self.dangling[named, target]
        meant = nearest(target, self.ids[named])
        place = self.reading.places.get((named, meant)) if meant else None
        if len(found) == 1 or meant is None or place is None or (named, meant) in self.named:
            return found
        first = min(found)
        fix = f"rename '{meant}' to '{target}', as {len(found)} places name it, the first at {first.file}:{first.line}"
        return [self.reading.problem_at(place, meant, "dangling-reference", fix)]

    def _is_lost(self, named: str, target: str) -> bool:
        if named == "claims" and target.startswith(_OF_PROPERTIES):
            return any(self.reading.lost_any(kind) for kind in ("terms", "properties", "reviewed"))
        return self.reading.may_hold("terms" if named == "meanings" else named, target)
