"""Judge the retrieval layer on any collection: its own encoder, lexical index, fusion and store."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from app.evaluate.collection import Collection, Document
from app.evaluate.ranking import Difference, ndcg_at, paired_bootstrap, recall_at, reciprocal_rank
from index.encoder import Encoder, Vectors
from index.fusion import Scores
from index.lexical import LexicalIndex
from index.manifest import read_pointer
from index.query import lexical_query
from index.ranked import RankedTexts
from index.vectors import VectorTable

SYSTEMS = ("lexical", "vector", "fused")
DEPTH = 100
"""How deep a ranking is kept for the reciprocal rank."""

OVERLAP = 32
"""Tokens that neighbouring passages of one long document share."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class SystemFigures:
    """What one system reached: the mean figures, and per query the nDCG@10 and seconds."""

    ndcg10: float
    recall1: float
    recall5: float
    mrr: float
    p50_ms: float
    per_query: tuple[float, ...]

    def as_json(self) -> dict[str, float]:
        """Return the figures under the names of `caveat eval retrieval --json`."""
        return {
            "ndcg@10": round(self.ndcg10, 4),
            "recall@1": round(self.recall1, 4),
            "recall@5": round(self.recall5, 4),
            "mrr": round(self.mrr, 4),
            "p50_ms": round(self.p50_ms, 3),
        }


@dataclass(frozen=True)
class RetrievalFigures:
    """The three systems on one collection, and fused against the better of its parts."""

    collection: str
    documents: int
    passages: int
    queries: int
    systems: Mapping[str, SystemFigures]

    @property
    def better_part(self) -> str:
        """The better of lexical and vector by nDCG@10."""
        return max(("lexical", "vector"), key=lambda name: self.systems[name].ndcg10)

    @property
    def gain(self) -> Difference:
        """By how much fused is better than the better of its parts, in nDCG@10."""
        return paired_bootstrap(self.systems["fused"].per_query, self.systems[self.better_part].per_query)


class CollectionIndex:
    """A collection indexed as the product indexes its content; long documents as several passages."""

    def __init__(self, collection: Collection, encoder: Encoder, workers: int, progress: Progress) -> None:
        self._encoder = encoder
        texts, owners = [], []
        for document in collection.documents:
            for passage in passages(document, encoder):
                texts.append(passage)
                owners.append(document.id)
        self.passages = len(texts)
        rows = _encode(encoder, texts, workers, progress)
        table = VectorTable(tuple(str(at) for at in range(len(texts))), rows)
        self.lexical = LexicalIndex.of(texts)
        self._ranked = RankedTexts(owners, table, self.lexical)

    def search(self, question: str, system: str) -> list[str]:
        """Return document ids, best first, by `system`; a document that a system does not find is left out."""
        tokens = lexical_query(question, self.lexical) if system != "vector" else ()
        vector = self._encoder.encode([question])[0] if system != "lexical" else None
        return [self._ranked.items[at] for at in _best(self._scores(system, tokens, vector))]

    def _scores(self, system: str, tokens: Sequence[str], vector: Vectors | None) -> Scores:
        if vector is None:
            return self._ranked.lexical(tokens)
        if system == "vector":
            return self._ranked.cosines(vector)
        return self._ranked.scores(tokens, vector).fused


def evaluate_retrieval(
    collection: Collection,
    encoder: Encoder,
    workers: int = 2,
    progress: Progress = lambda _stage, _done, _total: None,
) -> RetrievalFigures:
    """Return the figures of lexical alone, vectors alone and fused on `collection`.

    Latency is one query at a time, the embedding included where a system needs it. The encoder must not cache.
    """
    index = CollectionIndex(collection, encoder, workers, progress)
    systems = {name: _run(index, collection, name, progress) for name in SYSTEMS}
    return RetrievalFigures(
        collection.name, len(collection.documents), index.passages, len(collection.queries), systems
    )


def passages(document: Document, encoder: Encoder) -> list[str]:
    """Return the texts under which `document` is indexed: its title and text, split at the encoder's window.

    Every passage starts with the title, unless that is long. Nothing is cut off: the passages cover the whole text.
    """
    title = document.title.strip()
    whole = f"{title}. {document.text}" if title else document.text
    room = encoder.card.max_tokens - 2  # the tokenizer's own start and end marks
    if encoder.count_tokens(whole) < encoder.card.max_tokens:
        return [whole]
    head = f"{title}. " if title and len(encoder.spans(title)) < room // 4 else ""
    body = document.text if head else whole  # a title too long to repeat is split with the text
    spans = encoder.spans(body)
    size = room - (len(encoder.spans(head)) if head else 0)
    step = max(1, size - OVERLAP)
    found = []
    for first in range(0, max(1, len(spans) - OVERLAP), step):
        window = spans[first : first + size]
        found.append(head + body[window[0][0] : window[-1][1]])
    return found


def _encode(encoder: Encoder, texts: Sequence[str], workers: int, progress: Progress) -> Vectors:
    """Return the vectors of `texts`; workers share the one-thread session, which fills two cores best."""
    rows = np.empty((len(texts), encoder.card.dimensions), dtype=np.float32)
    size = 64
    chunks = [texts[at : at + size] for at in range(0, len(texts), size)]
    done = 0
    with ThreadPoolExecutor(workers) as pool:
        for chunk in pool.map(encoder.encode, chunks):
            rows[done : done + len(chunk)] = chunk
            done += len(chunk)
            progress("embedding", done, len(texts))
    return rows


def _best(scores: Scores) -> list[int]:
    depth = min(DEPTH, len(scores))
    near = np.argpartition(-scores, depth - 1)[:depth]
    ranked = sorted((int(at) for at in near), key=lambda at: (-float(scores[at]), at))
    return [at for at in ranked if scores[at] > 0]


def _run(index: CollectionIndex, collection: Collection, system: str, progress: Progress) -> SystemFigures:
    ndcg, first, fifth, ranks, seconds = [], [], [], [], []
    for done, (query_id, text) in enumerate(collection.queries.items(), start=1):
        grades = collection.qrels[query_id]
        start = time.perf_counter()
        ranked = index.search(text, system)
        seconds.append(time.perf_counter() - start)
        ndcg.append(ndcg_at(ranked, grades))
        first.append(recall_at(ranked, grades, 1))
        fifth.append(recall_at(ranked, grades, 5))
        ranks.append(reciprocal_rank(ranked, grades))
        progress(f"asking {system}", done, len(collection.queries))
    return SystemFigures(
        ndcg10=float(np.mean(ndcg)),
        recall1=float(np.mean(first)),
        recall5=float(np.mean(fifth)),
        mrr=float(np.mean(ranks)),
        p50_ms=float(np.median(seconds)) * 1000,
        per_query=tuple(ndcg),
    )


def encoder_folder(index_root: Path) -> Path:
    """Return the folder of the encoder that the served index uses. Raises `IndexMissingError` without an index."""
    return index_root / read_pointer(index_root).current / "encoder"
