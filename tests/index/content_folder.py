"""A small made-up content folder for tests: valid as it is, broken on purpose by each test."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import yaml

from index.notices import ALL_KEYS

CLAIM: dict[str, Any] = {
    "id": "leaf.calm-mice",
    "text": "In mice, leaf tea made the animals move less.",
    "role": "finding",
    "form": "observation",
    "certainty": "very-low",
    "basis": "animal",
    "population": "animals",
    "caveat": "This is not about people.",
    "sources": ["made-up-2020"],
    "about": ["kratom"],
    "last_reviewed": "2026-01-01",
    "review_by": "2027-01-01",
}
RISK: dict[str, Any] = {
    "id": "leaf.risk",
    "text": "Leaf tea may make people dizzy.",
    "role": "risk",
    "form": "effect",
    "certainty": "low",
    "basis": "case-series",
    "population": "humans",
    "caveat": "Only a few people were described.",
    "sources": ["made-up-2020"],
    "about": ["kratom"],
    "last_reviewed": "2026-01-01",
    "review_by": "2027-01-01",
}
CARD: dict[str, Any] = {
    "id": "leaf-calm",
    "title": "Is leaf tea calming?",
    "asked_as": ["does leaf tea calm you down"],
    "lead": "In mice, leaf tea made the animals move less; nobody has tested it in people.",
    "lead_claims": ["leaf.calm-mice"],
    "claims": ["leaf.calm-mice", "leaf.risk"],
    "about": ["kratom"],
    "general": True,
}


def documents() -> dict[str, Any]:
    """Return the documents of a valid content folder by file name, free to be changed."""
    texts: dict[str, Any] = dict.fromkeys(ALL_KEYS, "A fixed sentence.")
    texts |= {key: ["Call {emergency}."] for key in ("urgent.steps", "self_harm.steps", "taken.steps", "pet.steps")}
    texts |= {"emergency.local": "your local emergency number"}
    notices = {"translation": "human", "name": "A language", "texts": texts}
    return copy.deepcopy(
        {
            "topics/leaf.yaml": {
                "topic": {"id": "leaf", "title": "Leaf", "description": "About the leaf."},
                "claims": [CLAIM, RISK],
                "cards": [CARD],
            },
            "sources.yaml": [
                {
                    "id": "made-up-2020",
                    "title": "A made-up study",
                    "venue": "Journal of Examples",
                    "kind": "animal",
                    "access": "abstract",
                    "doi": "10.1000/made-up",
                }
            ],
            "circulating.yaml": [],
            "unjudged.yaml": [],
            "contacts.yaml": [
                {"region": "US", "name": "US", "emergency": "911", "sources": ["made-up-2020"], "as_of": "2026-01-01"}
            ],
            "links.yaml": [{"host": "www.example.gov", "kind": "official"}],
            "vocabulary/properties.yaml": {
                "reviewed": {"last_reviewed": "2026-01-01", "review_by": "2027-01-01"},
                "properties": [],
            },
            "vocabulary/terms.yaml": [{"id": "kratom", "term": "kratom", "kind": "plant"}],
            "notices/en.yaml": {"language": "en", **notices},
            "notices/es.yaml": {"language": "es", **notices},
            "policy/words.yaml": {},
            "policy/fallbacks.yaml": {"drug": "leaf-calm", "place": "leaf-calm", "condition": "leaf-calm"},
        }
    )


def write(folder: Path, files: dict[str, Any]) -> Path:
    """Write `files` into a content folder under `folder` and return it; text is written as it is."""
    root = folder / "content"
    for name, document in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = document if isinstance(document, str) else yaml.safe_dump(document, sort_keys=False)
        path.write_text(text, encoding="utf-8")
    return root
