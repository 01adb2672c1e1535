"""A curator's typo, in any file: one clear line with the file, the line, the id and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from index import model
from index.cue_words import CueWords
from index.explain import SHAPES
from index.lint import lint
from tests.index.content_folder import documents, write

TODAY = date(2026, 6, 1)


def files() -> dict[str, str]:
    """Return a valid content folder with every kind of file in it, as text."""
    content = documents()
    content["circulating.yaml"] = [
        {"id": "cc-1", "section": "s", "claim": "Leaf calms.", "verdict": "partly", "why": "a", "claims": ["leaf.risk"]}
    ]
    content["unjudged.yaml"] = [{"verdict": "no-claim", "said_as": ["this is a page"]}]
    content["asked/fr.yaml"] = {"language": "fr", "asked": {"leaf-calm": ["la feuille calme-t-elle"]}}
    content["glossary/fr.yaml"] = {"language": "fr", "things": {"a-drug": ["pilule*"]}, "says": {"mix": ["avec"]}}
    content["glossary/questions.yaml"] = [{"asks": "Can it be mixed with {}?", "says": ["kind:taken", "mix"]}]
    content["vocabulary/properties.yaml"]["properties"] = [
        {"id": "sedative", "clause": "can make people sleepy", "claims": ["leaf.risk"]}
    ]
    content["vocabulary/terms.yaml"].append(
        {
            "id": "a-drug",
            "term": "a drug",
            "kind": "drug",
            "aliases": ["pill"],
            "properties": [{"id": "sedative", "sources": ["made-up-2020"]}],
            "languages": {"fr": ["pilule"]},
        }
    )
    content["topics/leaf.yaml"]["claims"][0]["mechanism"] = {
        "ligand": "kratom",
        "target": "kratom",
        "action": "agonist",
        "model": "animals",
    }
    content["topics/leaf.yaml"]["claims"].append(
        {
            **content["topics/leaf.yaml"]["claims"][1],
            "id": "leaf.law",
            "text": "In Example, leaf tea is banned.",
            "role": "background",
            "form": "legal",
            "certainty": "not-graded",
            "basis": "statute",
            "population": "none",
            "caveat": "Law changes.",
            "jurisdiction": "US",
            "as_of": "2026",
            "last_reviewed": "2026-05-01",
            "review_by": "2026-07-31",
        }
    )
    content["topics/leaf.yaml"]["cards"][0]["claims"].append("leaf.law")
    content["policy/dosing.yaml"] = {
        "reason": "dosing",
        "outcome": "declined",
        "rule": "No amounts.",
        "claims": ["leaf.risk"],
        "examples": {"en": ["how much"]},
    }
    content["policy/words.yaml"] = {"kratom": {"en": ["kratom"], "fr": ["kratom"]}}
    content["policy/cues.yaml"] = [{"language": "fr", "things": ["personnes"]}]
    content["policy/sellers.yaml"] = {"sellers": ["Leafy Brand"]}
    return {name: yaml.safe_dump(document, sort_keys=False) for name, document in content.items()}


def lines_of(folder: Path) -> list[str]:
    return [str(problem) for problem in lint(folder, TODAY)]


def test_the_folder_of_these_tests_has_no_problem(tmp_path: Path) -> None:
    assert lines_of(write(tmp_path, files())) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("topics/leaf.yaml", "  certainty: low", "  certainity: low", "leaf.risk: unknown-key: rename 'certainity' to"),
        ("topics/leaf.yaml", "- id: leaf.risk", "- ident: leaf.risk", "unknown-key: rename 'ident' to 'id'"),
        ("topics/leaf.yaml", "  certainty: low\n", "", "leaf.risk: missing-key: add 'certainty:'"),
        ("topics/leaf.yaml", "certainty: low", "certainty: Low", "leaf.risk: bad-value: 'certainty': 'Low' is not"),
        ("topics/leaf.yaml", "role: risk", "role: harm", "leaf.risk: bad-value: 'role': 'harm' is not known; write"),
        ("topics/leaf.yaml", "review_by: '2026-07-31'", "review_by: 2026-02-30", "leaf.law: bad-date: 'review_by'"),
        ("topics/leaf.yaml", "last_reviewed: '2026-05-01'", "last_reviewed: May", "leaf.law: bad-date"),
        ("topics/leaf.yaml", "as_of: '2026'", "as_of: 2026-13", "leaf.law: bad-date: 'as_of'"),
        ("topics/leaf.yaml", "jurisdiction: US", "jurisdiction: Ohio", "leaf.law: bad-value: 'jurisdiction': 'Ohio'"),
        ("topics/leaf.yaml", "- made-up-2020", "- made-up-2002", "'made-up-2002' in 'sources' does not exist; did you"),
        ("topics/leaf.yaml", "  sources:\n  - made-up-2020", "  sources: made-up-2020", "write a list: [made-up-2020]"),
        ("topics/leaf.yaml", "  about:\n  - kratom", "  about:", "'about': it is empty; fill it in"),
        ("topics/leaf.yaml", "ligand: kratom", "ligandd: kratom", "unknown-key: rename 'mechanism.ligandd' to"),
        ("topics/leaf.yaml", "action: agonist", "action: Agonist", "'mechanism.action': 'Agonist' must be words"),
        ("topics/leaf.yaml", "- id: leaf.law", "- id: leaf.risk", "leaf.risk: duplicate-id: this id is already used"),
        ("topics/leaf.yaml", "- id: leaf-calm", "- id: Leaf_Calm", "Leaf_Calm: bad-value: 'id': 'Leaf_Calm' must be"),
        ("topics/leaf.yaml", "- does leaf tea calm you down", "- no", "'asked_as.0': put the word in quotes"),
        ("topics/leaf.yaml", "  general: true", "  general: sure", "'general': 'sure': write"),
        ("topics/leaf.yaml", "  certainty: low", "\tcertainty: low", "leaf.risk: yaml: found a tab character"),
        ("topics/leaf.yaml", "title: Is leaf", 'title: "Is leaf', "leaf-calm: yaml: found unexpected end of stream"),
        ("topics/leaf.yaml", "text: Leaf tea may", "text: In cases: leaf may", "put the text in quotes, for it holds"),
        ("topics/leaf.yaml", "claims:\n- id", "claim:\n- id", "unknown-key: rename 'claim' to 'claims'"),
        ("topics/leaf.yaml", "  id: leaf\n", "  id: the leaf\n", "the leaf: bad-value: 'id': 'the leaf' must be"),
        ("sources.yaml", "kind: animal", "kind: animals", "made-up-2020: bad-value: 'kind': 'animals' is not known"),
        ("sources.yaml", "doi: 10.", "doi: https://doi.org/10.", "made-up-2020: bad-value: 'doi'"),
        ("sources.yaml", "access: abstract", "access: abstract\n  year: twenty", "'year': 'twenty': write a whole"),
        ("sources.yaml", "access: abstract", "access: abstract\n  pmid: 123", "'pmid': put it in quotes: \"123\""),
        ("circulating.yaml", "verdict: partly", "verdict: true", "cc-1: bad-value: 'verdict'"),
        ("circulating.yaml", "- leaf.risk", "- leaf.rusk", "cc-1: dangling-reference: 'leaf.rusk' in 'claims' does"),
        ("unjudged.yaml", "no-claim", "no-claims", "bad-value: 'verdict': 'no-claims' is not known; write no-claim"),
        ("contacts.yaml", "emergency: '911'", "emergency: 911", "US: bad-value: 'emergency': put it in quotes"),
        ("contacts.yaml", "region: US", "region: USA", "USA: bad-value: 'region': 'USA' must be a country code"),
        ("links.yaml", "host: www.example.gov", "host: https://www.example.gov", "'host'"),
        ("vocabulary/properties.yaml", "review_by: '2027-01-01'", "review_by: soon", "bad-date: 'review_by'"),
        ("vocabulary/properties.yaml", "id: sedative", "id: sedating", "bad-value: 'id': 'sedating' is not known"),
        ("vocabulary/terms.yaml", "kind: drug", "kind: drugs", "a-drug: bad-value: 'kind': 'drugs' is not known"),
        ("vocabulary/terms.yaml", "- pill\n", "- on\n", "a-drug: bad-value: 'aliases.0': put the word in quotes"),
        ("vocabulary/terms.yaml", "    fr:", "    french:", "a-drug: bad-value: 'languages.french': 'french' must be"),
        ("notices/es.yaml", "translation: human", "translation: robot", "es: bad-value: 'translation'"),
        ("notices/es.yaml", "declined.dosing", "declined.dosinng", "es: unknown-key: rename 'declined.dosinng' to"),
        ("notices/es.yaml", "emergency.local: your", "emergency.local: 112 #", "'texts.emergency.local': put it in"),
        ("policy/dosing.yaml", "reason: dosing", "reason: dosage", "dosage: bad-value: 'reason': 'dosage' is not"),
        ("policy/dosing.yaml", "- how much", "- 5", "dosing: bad-value: 'examples.en.0': put it in quotes"),
        ("policy/words.yaml", "kratom:\n", "kratoms:\n", "kratoms: unknown-key: rename 'kratoms' to 'kratom'"),
        ("policy/words.yaml", "  fr:", "  french:", "kratom: bad-value: 'french' must be a language code"),
        ("policy/cues.yaml", "- personnes", "- (personnes", "fr: bad-value: 'things.0': '(personnes' is no regular"),
        ("policy/sellers.yaml", "sellers:", "seller:", "unknown-key: rename 'seller' to 'sellers'"),
        ("policy/fallbacks.yaml", "drug: leaf-calm", "drug: leaf-calmer", "did you mean 'leaf-calm'?"),
        ("policy/fallbacks.yaml", "drug:", "medicine:", "medicine: unknown-key: 'medicine' is no kind of thing"),
        ("asked/fr.yaml", "  leaf-calm:", "  leaf-clam:", "fr: dangling-reference: 'leaf-clam' in 'asked' does not"),
        ("glossary/fr.yaml", "pilule*", "pi*", "fr: bad-value: 'things.a-drug': 'pi*': put one star"),
        ("glossary/fr.yaml", "  mix:", "  mixed:", "fr: bad-value: 'says.mixed'"),
        ("glossary/questions.yaml", "with {}", "with it", "must hold {} once for each kind"),
    ],
)  # fmt: skip
def test_a_typo_gives_one_line_that_names_file_line_id_and_fix(
    tmp_path: Path, name: str, old: str, new: str, said: str
) -> None:
    texts = files()
    before = texts[name].splitlines()
    texts[name] = texts[name].replace(old, new, 1)
    after = texts[name].splitlines()
    changed = next(at for at, line in enumerate(after, start=1) if line != before[at - 1])
    (line,) = lines_of(write(tmp_path, texts))
    file, number, _ = line.split(":", 2)
    assert file == f"content/{name}"
    assert int(number) in (changed, changed - 1) or "missing-key" in line or "end of stream" in line
    assert said in line


@pytest.mark.parametrize("name", sorted(files()))
def test_an_emptied_file_gives_one_line(tmp_path: Path, name: str) -> None:
    (line,) = lines_of(write(tmp_path, {**files(), name: ""}))
    assert line == f"content/{name}:1: -: empty-file: the file is empty; fill it in, or put it back as it was"


@pytest.mark.parametrize("name", ["topics/leaf.yml", "source.yaml", "topics/old/leaf.yaml"])
def test_a_file_that_nothing_reads_is_named(tmp_path: Path, name: str) -> None:
    lines = lines_of(write(tmp_path, {**files(), name: "a: b"}))
    assert lines[0].startswith(f"content/{name}:1: -: unread-file: nothing reads this file")
    assert len(lines) == 1


def test_an_id_that_was_mistyped_is_named_and_not_everything_that_names_it(tmp_path: Path) -> None:
    texts = files()
    texts["topics/leaf.yaml"] = texts["topics/leaf.yaml"].replace("- id: leaf.risk", "- id: leaf.rissk", 1)
    (line,) = lines_of(write(tmp_path, texts))
    assert line.startswith("content/topics/leaf.yaml:")
    assert "leaf.rissk: dangling-reference: rename 'leaf.rissk' to 'leaf.risk', as 4 places name it" in line


def test_two_mistakes_give_two_lines(tmp_path: Path) -> None:
    texts = files()
    texts["topics/leaf.yaml"] = texts["topics/leaf.yaml"].replace("certainty: low", "certainty: lowish", 1)
    texts["sources.yaml"] = texts["sources.yaml"].replace("kind: animal", "kind: beast")
    assert [line.split(":")[0] for line in lines_of(write(tmp_path, texts))] == [
        "content/sources.yaml",
        "content/topics/leaf.yaml",
    ]


def test_every_shape_that_a_text_must_have_is_told_in_words() -> None:
    models = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, model.Model)]
    schemas = [kind.model_json_schema() for kind in (*models, CueWords)]
    assert set(_patterns(schemas)) - SHAPES.keys() == set()


def _patterns(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        for part in schema.values():
            yield from _patterns(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _patterns(part)
