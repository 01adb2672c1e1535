"""Loading: all of the content, or a list of every problem with its file and line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.load import CONTENT_DIR, load_library, read_content
from index.problems import ContentError
from tests.index.content_folder import documents, write


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_library(folder)
    return [str(problem) for problem in caught.value.problems]


def test_a_valid_folder_loads_with_its_claims_cards_and_topics(tmp_path: Path) -> None:
    library = load_library(write(tmp_path, documents()))
    assert list(library.claims) == ["leaf.calm-mice", "leaf.risk"]
    assert library.topic_of["leaf-calm"] == "leaf"


def test_the_content_version_changes_with_the_content_and_only_then(tmp_path: Path) -> None:
    files = documents()
    first = load_library(write(tmp_path / "a", files)).version
    assert load_library(write(tmp_path / "b", files)).version == first
    files["topics/leaf.yaml"]["claims"][0]["caveat"] = "This is not about people at all."
    assert load_library(write(tmp_path / "c", files)).version != first


def test_every_problem_is_reported_at_once_with_file_and_line(tmp_path: Path) -> None:
    files = documents()
    files["topics/leaf.yaml"]["claims"][0]["certainity"] = "low"
    files["sources.yaml"][0]["kind"] = "wishful"
    files["contacts.yaml"][0]["region"] = "Narnia"
    found = problems_of(write(tmp_path, files))
    assert any("topics/leaf.yaml:" in line and "unknown-key" in line and "certainity" in line for line in found)
    assert any("sources.yaml:4: made-up-2020: bad-value" in line for line in found)
    assert any("contacts.yaml:1: Narnia: bad-value" in line for line in found)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("topic: {id: leaf\nclaims: []", "yaml"),
        ("topic: {id: leaf, title: a, description: b}\nclaims: []\nclaims: []", "yaml"),
        ("just a sentence", "shape"),
        ("topic: {id: leaf, title: a, description: b}\nclaims: 3", "shape"),
        ("topic: {id: leaf, title: a, description: b}\nrecipes: []", "unknown-key"),
        ("claims: []", "missing-key"),
    ],
)
def test_a_file_of_the_wrong_shape_gives_one_clear_line(tmp_path: Path, text: str, rule: str) -> None:
    files = documents()
    files["topics/other.yaml"] = text
    assert any(f": {rule}: " in line and "topics/other.yaml" in line for line in problems_of(write(tmp_path, files)))


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    root = write(tmp_path, documents())
    (root / "topics" / "bad.yaml").write_bytes(b"topic:\n  id: \xff\xfe")
    assert any("topics/bad.yaml:2" in line and "UTF-8" in line for line in problems_of(root))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    root = write(tmp_path, documents())
    (root / "sources.yaml").unlink()
    assert any("content/sources.yaml:1: -: missing-file" in line for line in problems_of(root))


@pytest.mark.parametrize("value", ["2026-13-40", "soon", "26-01-01"])
def test_a_malformed_date_is_an_error_that_shows_a_real_date(tmp_path: Path, value: str) -> None:
    files = documents()
    files["topics/leaf.yaml"]["claims"][0]["review_by"] = value
    assert any("bad-date" in line and "2026-05-31" in line for line in problems_of(write(tmp_path, files)))


def test_a_duplicate_id_says_where_the_first_one_is(tmp_path: Path) -> None:
    files = documents()
    files["topics/leaf.yaml"]["claims"].append(files["topics/leaf.yaml"]["claims"][0])
    assert any("duplicate-id" in line and "topics/leaf.yaml:6" in line for line in problems_of(write(tmp_path, files)))


@pytest.mark.parametrize(
    ("name", "at", "field", "value"),
    [
        ("topics/leaf.yaml", ("claims", 0), "sources", ["nobody-1999"]),
        ("topics/leaf.yaml", ("claims", 0), "about", ["unicorn"]),
        ("topics/leaf.yaml", ("claims", 0), "contested", ["leaf.gone"]),
        ("topics/leaf.yaml", ("cards", 0), "lead_claims", ["leaf.gone"]),
        ("policy/fallbacks.yaml", (), "drug", "no-such-card"),
        ("vocabulary/terms.yaml", (0,), "class", ["nothing"]),
    ],
)
def test_a_dangling_reference_names_the_id(
    tmp_path: Path, name: str, at: tuple[str | int, ...], field: str, value: object
) -> None:
    files = documents()
    item = files[name]
    for step in at:
        item = item[step]
    item[field] = value
    wrong = value[0] if isinstance(value, list) else value
    found = problems_of(write(tmp_path, files))
    assert any("dangling-reference" in line and f"'{wrong}'" in line for line in found)


def test_the_rest_can_still_be_judged_while_something_is_broken(tmp_path: Path) -> None:
    files = documents()
    files["topics/leaf.yaml"]["claims"][0]["sources"] = ["nobody-1999"]
    reading = read_content(write(tmp_path, files))
    assert reading.library.claims["leaf.calm-mice"].sources == ()
    assert "leaf.risk" in reading.library.claims


def test_a_drug_property_becomes_a_sourced_claim(tmp_path: Path) -> None:
    files = documents()
    files["vocabulary/properties.yaml"]["properties"] = [
        {"id": "sedative", "clause": "can make people sleepy", "claims": ["leaf.risk"]}
    ]
    files["vocabulary/drugs.yaml"] = [
        {
            "id": "examplepam",
            "term": "examplepam",
            "kind": "drug",
            "properties": [{"id": "sedative", "sources": ["made-up-2020"]}],
        }
    ]
    claim = load_library(write(tmp_path, files)).claims["drug.examplepam.sedative"]
    assert claim.text == "Examplepam can make people sleepy."
    assert claim.sources == ("made-up-2020",)
    assert "read in a copy" not in (claim.caveat or "")


def test_a_drug_property_says_that_its_source_can_not_be_looked_up(tmp_path: Path) -> None:
    files = documents()
    del files["sources.yaml"][0]["doi"]
    files["vocabulary/properties.yaml"]["properties"] = [
        {"id": "sedative", "clause": "can make people sleepy", "claims": ["leaf.risk"]}
    ]
    files["vocabulary/drugs.yaml"] = [
        {
            "id": "examplepam",
            "term": "examplepam",
            "kind": "drug",
            "properties": [{"id": "sedative", "sources": ["made-up-2020"]}],
        }
    ]
    claim = load_library(write(tmp_path, files)).claims["drug.examplepam.sedative"]
    assert (claim.caveat or "").endswith("It was read in a copy of a reference work.")


def test_the_version_of_the_same_content_is_the_same_in_every_process() -> None:
    program = "from index.load import load_library; print(load_library().version)"
    versions = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=CONTENT_DIR.parent,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(versions) == 1
