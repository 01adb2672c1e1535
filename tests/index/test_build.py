"""Building: only what changed is embedded, a failed build changes nothing, a damaged index is never loaded."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.settings import Settings
from index import build as building
from index.build import build_index, rollback
from index.encoder import Encoder
from index.errors import EncoderError, IndexBrokenError, IndexMissingError, IndexStaleError
from index.manifest import read_pointer
from index.opened import open_index
from index.problems import ContentError
from tests.index.content_folder import documents, write

Build = Callable[[dict[str, Any]], building.BuildReport]


@pytest.fixture
def root(tmp_path: Path, built_settings: Settings) -> Path:
    """An index folder that already holds the exported encoder."""
    shutil.copytree(built_settings.index_root / "encoders", tmp_path / "index" / "encoders")
    return tmp_path / "index"


@pytest.fixture
def build(tmp_path: Path, root: Path) -> Build:
    def run(files: dict[str, Any]) -> building.BuildReport:
        shutil.rmtree(tmp_path / "content", ignore_errors=True)
        return build_index(write(tmp_path, files), root)

    return run


def reworded() -> dict[str, Any]:
    files = documents()
    files["topics/leaf.yaml"]["claims"][0]["text"] = "In mice, leaf tea made the animals rest more."
    return files


def test_a_built_index_opens_and_finds_the_card(build: Build, root: Path) -> None:
    report = build(documents())
    opened = open_index(root)
    assert opened.manifest.version == report.version
    assert opened.searcher.search("does leaf tea calm people?").ranked[0].item == "leaf-calm"


def test_an_unchanged_content_embeds_nothing(build: Build) -> None:
    first = build(documents())
    again = build(documents())
    assert again.unchanged
    assert again.version == first.version
    assert first.embedded == first.units


def test_only_a_changed_claim_is_embedded_again(build: Build) -> None:
    build(documents())
    report = build(reworded())
    assert report.embedded == 1
    assert not report.unchanged


def test_the_store_of_the_ingestion_holds_no_vectors(build: Build, root: Path) -> None:
    for files in (documents(), reworded()):
        build(files)
        store = json.loads((root / read_pointer(root).current / building.DOCSTORE_FILE).read_text())
        kept = store["docstore/data"].values()
        assert kept
        assert all(one["__data__"]["embedding"] is None for one in kept)


def test_an_incremental_build_equals_a_full_one(build: Build, root: Path) -> None:
    build(documents())
    report = build(reworded())
    incremental = [np.load(root / report.version / table / "vectors.npy") for table in ("vectors", "tuned")]
    for version in (read_pointer(root).current, read_pointer(root).previous):
        shutil.rmtree(root / str(version))
    (root / "CURRENT").unlink()
    build(reworded())
    full = [np.load(root / report.version / table / "vectors.npy") for table in ("vectors", "tuned")]
    assert all(np.array_equal(*tables) for tables in zip(incremental, full, strict=True))


def test_a_removed_claim_can_no_longer_be_found(build: Build, root: Path) -> None:
    build(documents())
    files = documents()
    del files["topics/leaf.yaml"]["claims"][1]
    files["topics/leaf.yaml"]["cards"][0]["claims"] = ["leaf.calm-mice"]
    build(files)
    assert "leaf.risk" not in [hit.item for hit in open_index(root).searcher.search("leaf tea dizzy").ranked]


def test_a_claim_on_retracted_work_alone_can_no_longer_be_found(build: Build, root: Path) -> None:
    files = documents()
    files["sources.yaml"].append({**files["sources.yaml"][0], "id": "taken-back-2020", "retracted": True})
    build(files)
    assert "leaf.risk" in [hit.item for hit in open_index(root).searcher.search("leaf tea dizzy").ranked]
    files["topics/leaf.yaml"]["claims"][1]["sources"] = ["taken-back-2020"]
    build(files)
    assert "leaf.risk" not in [hit.item for hit in open_index(root).searcher.search("leaf tea dizzy").ranked]


def test_rollback_serves_the_index_before_and_back_again(build: Build, root: Path) -> None:
    first, second = build(documents()), build(reworded())
    assert rollback(root).current == first.version
    assert open_index(root).manifest.version == first.version
    assert rollback(root).current == second.version


def test_rollback_without_an_earlier_index_says_so(build: Build, root: Path) -> None:
    build(documents())
    with pytest.raises(IndexMissingError, match="no earlier index"):
        rollback(root)


def test_broken_content_leaves_the_served_index_as_it_is(build: Build, root: Path) -> None:
    first = build(documents())
    files = documents()
    files["sources.yaml"] = "- id: ["
    with pytest.raises(ContentError):
        build(files)
    assert open_index(root).manifest.version == first.version


@pytest.mark.parametrize("step", ["_ingest", "_seal", "write_pointer"])
def test_a_crash_or_full_disk_in_any_step_leaves_the_served_index_and_no_half_one(
    build: Build, root: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    first = build(documents())

    def full_disk(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(building, step, full_disk)
    with pytest.raises(OSError, match="No space left"):
        build(reworded())
    assert open_index(root).manifest.version == first.version
    assert not list(root.glob(".building-*"))


def test_nothing_built_yet_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="caveat index"):
        open_index(tmp_path)


@pytest.mark.parametrize("name", ["library.json", "vectors/vectors.npy", "encoder/model.onnx", "lexical/tokens.json"])
def test_an_altered_or_missing_file_is_refused_and_rebuilt(build: Build, root: Path, name: str) -> None:
    report = build(documents())
    path = root / report.version / name
    path.write_bytes(path.read_bytes()[:-3])
    with pytest.raises(IndexBrokenError, match="caveat index"):
        open_index(root)
    path.unlink()
    with pytest.raises(IndexBrokenError):
        open_index(root)
    assert not build(documents()).unchanged
    assert open_index(root).manifest.version == report.version


def test_what_only_teaches_is_not_served(build: Build, root: Path) -> None:
    files = documents()
    files["asked/es.yaml"] = {"language": "es", "asked": {"leaf-calm": ["¿calma la hoja?"]}}
    weather = {"reason": "off-topic", "outcome": "not_covered", "rule": "A rule.", "examples": {"en": ["will it rain"]}}
    files["policy/off-topic.yaml"] = weather
    build(files)
    served = open_index(root).library
    assert [policy.examples for policy in served.policies.values()] == [{}]
    assert not served.asked


def test_a_damaged_manifest_or_pointer_is_refused(build: Build, root: Path) -> None:
    report = build(documents())
    (root / report.version / "manifest.json").write_text("{")
    with pytest.raises(IndexBrokenError):
        open_index(root)
    (root / "CURRENT").write_text("nonsense")
    with pytest.raises(IndexBrokenError):
        open_index(root)


def test_an_index_of_other_settings_is_refused_with_the_reason(build: Build, root: Path) -> None:
    report = build(documents())
    manifest = root / report.version / "manifest.json"
    changed = json.loads(manifest.read_text()) | {"settings_sha256": "0" * 64}
    manifest.write_text(json.dumps(changed))
    with pytest.raises(IndexStaleError, match="other settings"):
        open_index(root)


def test_an_altered_encoder_is_not_loaded(root: Path) -> None:
    folder = next((root / "encoders").iterdir())
    (folder / "model.onnx").write_bytes(b"not a model")
    with pytest.raises(EncoderError, match="not the file"):
        Encoder(folder)


def test_old_versions_are_removed_and_the_previous_one_is_kept(build: Build, root: Path) -> None:
    versions = [build(documents()).version, build(reworded()).version]
    files = reworded()
    files["topics/leaf.yaml"]["claims"][0]["caveat"] = "This is about mice, not people."
    versions.append(build(files).version)
    kept = {path.parent.name for path in root.glob("*/manifest.json")}
    assert kept == set(versions[1:])
