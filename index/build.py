"""Build an index version next to the one that is served, then switch to it in one rename."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict, TypeAdapter

from index import asked, discriminant, fusion, items, lexical, network, query, search, vocabulary
from index.asked import write_asked
from index.card_network import SCHEDULE, write_cards
from index.encoder import MODEL_FILE, Encoder, EncoderCard, file_sha256, read_card
from index.errors import EncoderError, IndexBrokenError, IndexMissingError
from index.export import DEFAULT_MODEL, RECIPE, export_encoder, tuning_sha256
from index.items import Items
from index.lexical import LexicalIndex
from index.library import Library
from index.load import load_library
from index.manifest import (
    MANIFEST_FILE,
    SCHEMA_VERSION,
    Manifest,
    Pointer,
    content_sha256,
    read_manifest,
    read_pointer,
    write_pointer,
)
from index.units import Unit, units_of
from index.vectors import VectorTable

Artifact = Callable[[Path, Library, Encoder], None]
"""Writes one more part of an index into a folder: the guard's trained head, for one."""

LIBRARY_FILE = "library.json"
UNITS_FILE = "units.json"
DOCSTORE_FILE = "docstore.json"
VECTORS_FOLDER, TUNED_FOLDER = "vectors", "tuned"
"""Folders of the two tables of vectors."""
LOCK_FILE = ".lock"


class BuildReport(BaseModel):
    """What a build did."""

    model_config = ConfigDict(frozen=True)

    version: str
    content_version: str
    units: int
    embedded: int
    """How many texts were new or changed; the rest kept their vectors."""
    unchanged: bool
    """Whether the served index already was this one."""


def build_index(
    content: Path,
    root: Path,
    *,
    encoder_name: str = DEFAULT_MODEL,
    precision: str = "int8",
    artifacts: Mapping[str, Artifact] | None = None,
    artifacts_sha256: str = "",
    progress: Callable[[str, int, int], None] = lambda _stage, _done, _total: None,
) -> BuildReport:
    """Build the index of the folder `content` into `root` and switch to it; return what was done.

    `progress` is called with a stage, how much is done and how much there is. Raises `ContentError` for
    content that does not validate and `EncoderError` when the encoder cannot be exported; the served index
    stays as it is in both cases.
    """
    root.mkdir(parents=True, exist_ok=True)
    with _alone(root):
        return _build(content, root, encoder_name, precision, artifacts or {}, artifacts_sha256, progress)


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Wait until no other process builds in `root`; a build removes the remains of builds that died."""
    with (root / LOCK_FILE).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _build(
    content: Path,
    root: Path,
    encoder_name: str,
    precision: str,
    artifacts: Mapping[str, Artifact],
    artifacts_sha256: str,
    progress: Callable[[str, int, int], None],
) -> BuildReport:
    progress("reading the content", 0, 1)
    stamp = content_sha256(content)  # before it is read: what is written meanwhile was not found valid
    library = load_library(content)
    progress("reading the content", 1, 1)
    encoder_folder = root / "encoders" / f"{_slug(encoder_name)}-{precision}-{RECIPE}"
    card = _encoder_card(encoder_folder, encoder_name, precision, progress)
    units = units_of(library)
    plan = Manifest(
        schema_version=SCHEMA_VERSION,
        content_version=library.version,
        content_sha256=stamp,
        encoder=card,
        settings_sha256=shape_sha256(artifacts_sha256),
        units=len(units),
        files={},
    )
    served = served_folder(root)
    if served and is_whole(served) and read_manifest(served).version == plan.version:
        return _report(plan, 0, unchanged=True)
    target = root / plan.version
    scratch = Path(tempfile.mkdtemp(dir=root, prefix=".building-"))
    try:
        _copy(encoder_folder, scratch / "encoder")
        # What cards are asked as is read again by the guard.
        encoder = Encoder(scratch / "encoder", cache_size=len(units), workers=os.cpu_count() or 1)
        (scratch / LIBRARY_FILE).write_bytes(TypeAdapter(Library).dump_json(library.without_lessons(), by_alias=True))
        (scratch / UNITS_FILE).write_bytes(TypeAdapter(list[Unit]).dump_json(units))
        embedded = _ingest(units, served, card, encoder, scratch, progress)
        rows = VectorTable.load(scratch / VECTORS_FOLDER).rows
        write_cards(scratch, units, rows, encoder.card.weights_sha256, served)
        LexicalIndex.of([unit.text for unit in units]).save(scratch / "lexical")
        named = vocabulary.Vocabulary(library, encoder.pieces)
        Items.of(library, units, named).save(scratch)
        write_asked(scratch, library, named, served)
        for at, (name, write) in enumerate(artifacts.items()):
            progress("training guard and check", at, len(artifacts))
            (scratch / name).mkdir()
            write(scratch / name, library, encoder)
            progress("training guard and check", at + 1, len(artifacts))
        _seal(scratch, plan)
        if target.exists():
            shutil.rmtree(target)
        scratch.rename(target)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise
    previous = served.name if served and served.name != plan.version else _previous(root)
    write_pointer(root, Pointer(current=plan.version, previous=previous))
    _prune(root, {plan.version, previous})
    return _report(plan, embedded, unchanged=False)


def rollback(root: Path) -> Pointer:
    """Serve the previous index version again; return the new pointer. Raises `IndexMissingError` without one."""
    pointer = read_pointer(root)
    if pointer.previous is None or not is_whole(root / pointer.previous):
        raise IndexMissingError(f"no earlier index is kept in {root}")
    swapped = Pointer(current=pointer.previous, previous=pointer.current)
    write_pointer(root, swapped)
    return swapped


def served_folder(root: Path) -> Path | None:
    """Return the folder of the index that is served, or None when nothing usable was built."""
    try:
        folder = root / read_pointer(root).current
    except (IndexMissingError, IndexBrokenError):
        return None
    return folder if folder.is_dir() else None


def is_whole(folder: Path) -> bool:
    """Return whether every file that the manifest lists is there and unaltered."""
    try:
        manifest = read_manifest(folder)
        return all(file_sha256(folder / name) == digest for name, digest in manifest.files.items())
    except (IndexBrokenError, EncoderError):
        return False


def shape_sha256(artifacts_sha256: str = "") -> str:
    """Return the hash of every setting that shapes an index."""
    shape = {
        "k1": lexical.K1,
        "b": lexical.B,
        "weight": fusion.LEXICAL_WEIGHT,
        "depth": fusion.DEPTH,
        "bonus": search.ENTITY_BONUS,
        "penalty": [search.MISSING_PENALTY, search.UNMIXED_PENALTY],
        "discriminant": [search.DISCRIMINANT_WEIGHT, discriminant.SHRINKAGE],
        "network": [search.NETWORK_WEIGHT, *network.settings(), *vars(SCHEDULE).values()],
        "about": items.SHORT_WORDS,
        "asked": [*vars(asked.SCHEDULE).values(), asked.MEANING_WEIGHT, asked.MIN_SHARE],
        "paraphrase": [search.PARAPHRASE_BONUS, search.PARAPHRASE],
        "comparing": search.COMPARING_BONUS,
        "mixing": search.MIXING_BONUS,
        "claim": search.CLAIM_BONUS,
        "law": [search.BESIDE_LAW, search.BESIDE_LAW_PENALTY],
        "long": query.LONG_QUERY,
        "words": [sorted(lexical.STOP_WORDS), vocabulary.WORD.pattern],
        "artifacts": artifacts_sha256,
    }
    return hashlib.sha256(json.dumps(shape, sort_keys=True).encode()).hexdigest()


def _encoder_card(folder: Path, name: str, precision: str, progress: Callable[[str, int, int], None]) -> EncoderCard:
    progress("exporting the encoder", 0, 1)
    try:
        card = read_card(folder)
        is_whole_file = file_sha256(folder / MODEL_FILE) == card.weights_sha256
        if not is_whole_file or card.tuning_sha256 != tuning_sha256(card.origin_sha256):
            card = export_encoder(name, precision, folder)
    except EncoderError:
        card = export_encoder(name, precision, folder)
    progress("exporting the encoder", 1, 1)
    return card


def _ingest(
    units: list[Unit],
    served: Path | None,
    card: EncoderCard,
    encoder: Encoder,
    scratch: Path,
    progress: Callable[[str, int, int], None],
) -> int:
    """Embed what is new or changed through LlamaIndex's ingestion; return how many texts that were.

    The store of the ingestion holds both vectors of a text side by side; they are kept in two tables.
    """
    from llama_index.core.ingestion import DocstoreStrategy, IngestionPipeline  # noqa: PLC0415
    from llama_index.core.storage.docstore import SimpleDocumentStore  # noqa: PLC0415

    from index.llama import EncoderEmbedding, FlatVectorStore, node_of  # noqa: PLC0415

    docstore, store = SimpleDocumentStore(), FlatVectorStore()
    if served and is_whole(served) and read_manifest(served).encoder == card:
        docstore = SimpleDocumentStore.from_persist_path(str(served / DOCSTORE_FILE))
        general, tuned = (VectorTable.load(served / name) for name in (VECTORS_FOLDER, TUNED_FOLDER))
        store = FlatVectorStore(VectorTable(general.ids, np.hstack((general.rows, tuned.rows))))
    done = 0

    def advance(count: int) -> None:
        nonlocal done
        done += count
        progress("embedding", done, max(done, len(units)))

    pipeline = IngestionPipeline(
        transformations=[EncoderEmbedding(encoder, advance, both=True)],
        docstore=docstore,
        vector_store=store,
        docstore_strategy=DocstoreStrategy.UPSERTS_AND_DELETE,
        disable_cache=True,
    )
    embedded = len(pipeline.run(nodes=[node_of(unit) for unit in units]))
    progress("embedding", len(units), len(units))
    docstore.add_documents([node_of(unit) for unit in units])  # without the vectors, which the tables hold
    docstore.persist(str(scratch / DOCSTORE_FILE))
    table = store.table.subset([unit.id for unit in units])
    for name, rows in zip((VECTORS_FOLDER, TUNED_FOLDER), np.hsplit(table.rows, 2), strict=True):
        VectorTable(table.ids, rows).save(scratch / name)
    return embedded


def _seal(folder: Path, plan: Manifest) -> None:
    files = {str(path.relative_to(folder)): file_sha256(path) for path in sorted(folder.rglob("*")) if path.is_file()}
    sealed = plan.model_copy(update={"files": files})
    (folder / MANIFEST_FILE).write_text(sealed.model_dump_json(indent=1))


def _copy(source: Path, target: Path) -> None:
    target.mkdir()
    for path in source.iterdir():
        shutil.copy2(path, target / path.name)


def _previous(root: Path) -> str | None:
    try:
        return read_pointer(root).previous
    except (IndexMissingError, IndexBrokenError):
        return None


def _prune(root: Path, keep: set[str | None]) -> None:
    for folder in root.iterdir():
        is_version = (folder / MANIFEST_FILE).exists()
        if folder.is_dir() and (folder.name.startswith(".building-") or (is_version and folder.name not in keep)):
            shutil.rmtree(folder, ignore_errors=True)


def _report(plan: Manifest, embedded: int, *, unchanged: bool) -> BuildReport:
    return BuildReport(
        version=plan.version,
        content_version=plan.content_version,
        units=plan.units,
        embedded=embedded,
        unchanged=unchanged,
    )


def _slug(name: str) -> str:
    return "".join(c if c.isalnum() or c in ".-" else "-" for c in Path(name).name)
