"""The manifest of an index: what it was built from, and where its versions live on disk.

<data>/index/CURRENT             {"current": "<version>", "previous": "<version>"}, replaced in one rename
<data>/index/<version>/          manifest.json, library.json, units.json, items.json, docstore.json, asked.npz,
                                     cards.npz, vectors/, tuned/, lexical/, encoder/, and what the application adds:
                                     guard/, check/, cleared/, words/
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from index.encoder import EncoderCard
from index.errors import IndexBrokenError, IndexMissingError

SCHEMA_VERSION = 4
MANIFEST_FILE = "manifest.json"
POINTER_FILE = "CURRENT"


class Manifest(BaseModel):
    """What an index was built from. Two indexes with equal manifests give equal answers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_version: int
    content_version: str
    content_sha256: str = ""
    """Hash of the content's files as they were when they were found valid; see `content_sha256`."""
    encoder: EncoderCard
    settings_sha256: str
    """Hash of the settings that shape the index: tokenizer, BM25 parameters, fusion weights."""
    units: int
    files: dict[str, str]
    """SHA-256 of every file of the index, by path relative to its folder."""

    @property
    def version(self) -> str:
        """The first 16 hex digits of the hash of everything the answers depend on."""
        parts = self.model_dump(mode="json", exclude={"content_sha256", "files", "units"})
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


class Pointer(BaseModel):
    """Which version is served, and which one a rollback returns to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    current: str
    previous: str | None = None


def content_sha256(content: Path) -> str:
    """Return one SHA-256 of every YAML file of a content folder, names included. Raises `OSError`."""
    digest = hashlib.sha256()
    for path in sorted(content.rglob("*.yaml")):
        file = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(content)}\0{file}\0".encode())
    return digest.hexdigest()


def read_pointer(root: Path) -> Pointer:
    """Return the pointer of the index folder `root`. Raises `IndexMissingError` when nothing was built."""
    try:
        return Pointer.model_validate_json((root / POINTER_FILE).read_text())
    except FileNotFoundError as error:
        raise IndexMissingError(f"no index in {root}; run `caveat index`") from error
    except (OSError, ValidationError) as error:
        raise IndexBrokenError(f"{root / POINTER_FILE} cannot be read; run `caveat index`") from error


def write_pointer(root: Path, pointer: Pointer) -> None:
    """Replace the pointer in one rename, so that a reader sees the old version or the new one."""
    handle, name = tempfile.mkstemp(dir=root, prefix=".pointer-")
    with os.fdopen(handle, "w") as stream:
        stream.write(pointer.model_dump_json())
        stream.flush()
        os.fsync(stream.fileno())
    Path(name).replace(root / POINTER_FILE)


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest in `folder`. Raises `IndexBrokenError` when it is missing or unreadable."""
    try:
        return Manifest.model_validate_json((folder / MANIFEST_FILE).read_text())
    except (OSError, ValidationError) as error:
        raise IndexBrokenError(f"{folder / MANIFEST_FILE} cannot be read; run `caveat index`") from error
