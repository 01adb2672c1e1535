"""Open a built index for answering."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from index.asked import AskedElsewhere
from index.build import LIBRARY_FILE, TUNED_FOLDER, UNITS_FILE, VECTORS_FOLDER, is_whole, shape_sha256
from index.card_network import CardNetwork
from index.encoder import Encoder
from index.errors import IndexBrokenError, IndexStaleError
from index.items import Items
from index.lexical import LexicalIndex
from index.library import Library
from index.manifest import SCHEMA_VERSION, Manifest, read_manifest, read_pointer
from index.search import Searcher
from index.units import Unit
from index.vectors import UnitVectors, VectorTable


@dataclass(frozen=True)
class OpenedIndex:
    """An index version in memory: its manifest, folder, library and what finds the cards and claims in it."""

    manifest: Manifest
    folder: Path
    library: Library
    searcher: Searcher
    asked: AskedElsewhere


def open_index(root: Path, artifacts_sha256: str = "", threads: int = 1) -> OpenedIndex:
    """Return the served index in `root`.

    Raises `IndexMissingError` when nothing was built, `IndexBrokenError` when a file is missing or altered,
    and `IndexStaleError` when another version of the program built it.
    """
    folder = root / read_pointer(root).current
    manifest = read_manifest(folder)
    if manifest.schema_version != SCHEMA_VERSION or manifest.settings_sha256 != shape_sha256(artifacts_sha256):
        raise IndexStaleError(f"the index in {folder} was built with other settings; run `caveat index`")
    if not is_whole(folder):
        raise IndexBrokenError(f"the index in {folder} is incomplete or altered; run `caveat index`")
    try:
        library = TypeAdapter(Library).validate_json((folder / LIBRARY_FILE).read_bytes())
        units = TypeAdapter(list[Unit]).validate_json((folder / UNITS_FILE).read_bytes())
        items = Items.load(folder)
    except (ValidationError, OSError, KeyError, ValueError) as error:
        raise IndexBrokenError(f"the library in {folder} does not validate; run `caveat index`") from error
    searcher = Searcher(
        library,
        units,
        items,
        UnitVectors(*(VectorTable.load(folder / name) for name in (VECTORS_FOLDER, TUNED_FOLDER))),
        LexicalIndex.load(folder / "lexical"),
        Encoder(folder / "encoder", threads=threads),
        CardNetwork.load(folder),
    )
    return OpenedIndex(manifest, folder, library, searcher, AskedElsewhere.load(folder))
