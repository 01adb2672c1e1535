"""Read a retrieval question set in BEIR's form: `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from index.errors import CaveatError

QRELS_PLACES = ("qrels.tsv", "qrels/test.tsv", "qrels/dev.tsv", "qrels/train.tsv")
"""Where judgements are looked for, in this order; BEIR's own sets keep them in the folder `qrels`."""

_SURROGATE = re.compile("[\ud800-\udfff]")

Qrels = Mapping[str, Mapping[str, int]]


class CollectionError(CaveatError):
    """A collection file is missing, malformed or incomplete; the message names the file and the line."""

    code = "collection"
    title = "The question set cannot be read"


@dataclass(frozen=True)
class Document:
    """One document of the corpus."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class Collection:
    """A corpus, the judged queries, and for each query id the grade of each relevant document id."""

    name: str
    documents: tuple[Document, ...]
    queries: Mapping[str, str]
    qrels: Qrels


def read_collection(folder: Path, *, judged_only: bool = False) -> Collection:
    """Return the collection in `folder`.

    Raises `CollectionError` for a missing or malformed file, an empty corpus, an id given twice, a judgement
    of an unknown query or document, and a query without a relevant document. Such queries are left out instead
    with `judged_only`, and where the judgements of one split are in `qrels/`: BEIR's `queries.jsonl` holds the
    queries of every split.
    """
    if not folder.is_dir():
        raise CollectionError(f"{folder} is not a folder")
    documents = tuple(_documents(folder / "corpus.jsonl"))
    if not documents:
        raise CollectionError(f"{folder / 'corpus.jsonl'} holds no document")
    asked = list(_queries(folder / "queries.jsonl"))
    if not asked:
        raise CollectionError(f"{folder / 'queries.jsonl'} holds no query")
    path = _qrels_path(folder)
    qrels = _qrels(path, {query_id for _, query_id, _ in asked}, {document.id for document in documents})
    if not qrels:
        raise CollectionError(f"{path} judges no document relevant to any query")
    for number, query_id, _ in asked:
        if query_id not in qrels and not judged_only and path.parent == folder:
            where = f"{folder / 'queries.jsonl'}, line {number}"
            raise CollectionError(f"{where}: query '{query_id}' has no relevant document in {path} (see --judged-only)")
    queries = {query_id: text for _, query_id, text in asked if query_id in qrels}
    return Collection(folder.name, documents, queries, qrels)


def _documents(path: Path) -> Iterator[Document]:
    for _number, row in _rows(path):
        yield Document(row["_id"], row.get("title", ""), row["text"])


def _queries(path: Path) -> Iterator[tuple[int, str, str]]:
    for number, row in _rows(path):
        if not row["text"].strip():
            raise CollectionError(f"{path}, line {number}: the query has no text")
        yield number, row["_id"], row["text"]


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each line's number and its id, text and title; every id once."""
    seen: dict[str, int] = {}
    for number, line in _lines(path):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:  # a number of too many digits is no JSONDecodeError
            raise CollectionError(f"{path}, line {number}: not JSON ({error})") from error
        if not isinstance(row, dict):
            raise CollectionError(f'{path}, line {number}: write an object with "_id" and "text"')
        found = {}
        for key in ("_id", "text"):
            value = row.get(key)
            if isinstance(value, int) and not isinstance(value, bool) and key == "_id":
                value = str(value)
            if not isinstance(value, str) or (key == "_id" and not value):
                raise CollectionError(f'{path}, line {number}: "{key}" is missing or is not text')
            found[key] = value
        title = row.get("title") or ""
        if not isinstance(title, str):
            raise CollectionError(f'{path}, line {number}: "title" is not text')
        if any(_SURROGATE.search(text) for text in (*found.values(), title)):
            raise CollectionError(f"{path}, line {number}: half of a surrogate pair is not text")
        if found["_id"] in seen:
            raise CollectionError(f"{path}, line {number}: id '{found['_id']}' was given on line {seen[found['_id']]}")
        seen[found["_id"]] = number
        yield number, {**found, "title": title}


def _qrels_path(folder: Path) -> Path:
    for place in QRELS_PLACES:
        if (folder / place).exists():
            return folder / place
    raise CollectionError(f"{folder / QRELS_PLACES[0]} is missing (nor is there {folder / QRELS_PLACES[1]})")


def _qrels(path: Path, queries: set[str], documents: set[str]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    seen: dict[tuple[str, str], tuple[int, int]] = {}
    for number, line in _lines(path):
        cells = line.rstrip("\r\n").split("\t")
        if number == 1 and len(cells) in (3, 4) and not _is_grade(cells[-1]):
            continue  # the heading
        if len(cells) == 4:  # TREC's form: query, iteration, document, grade
            cells = [cells[0], cells[2], cells[3]]
        if len(cells) != 3 or not _is_grade(cells[2]):
            raise CollectionError(f"{path}, line {number}: write query-id, corpus-id and a whole-number score, by tabs")
        query_id, document_id, grade = cells[0].strip(), cells[1].strip(), int(float(cells[2]))
        if query_id not in queries:
            raise CollectionError(f"{path}, line {number}: there is no query '{query_id}'")
        if document_id not in documents:
            raise CollectionError(f"{path}, line {number}: there is no document '{document_id}'")
        first, before = seen.setdefault((query_id, document_id), (number, grade))
        if before != grade:
            raise CollectionError(f"{path}, line {number}: this pair was judged {before} on line {first}")
        if grade > 0:
            found.setdefault(query_id, {})[document_id] = grade
    return found


def _is_grade(cell: str) -> bool:
    try:
        return float(cell).is_integer()
    except ValueError:
        return False


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the number and text of each line that is not blank."""
    try:
        with path.open("rb") as stream:
            for number, raw in enumerate(stream, start=1):
                try:
                    line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
                except UnicodeDecodeError as error:
                    raise CollectionError(f"{path}, line {number}: not UTF-8") from error
                if line.strip():
                    yield number, line
    except OSError as error:
        raise CollectionError(f"{path} is missing or cannot be read") from error
