"""How search grows with the content, beside LlamaIndex's default pipeline and fusion retriever, in one run.

Every system gets the same claims (synthetic variations of ours), the same questions and the same int8 encoder, so
that precision is equal and the difference is design. Run by `make bench`; needs the peers (`requirements.txt`).
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from llama_index.core import StorageContext, VectorStoreIndex
from llama_index.core.llms import MockLLM
from llama_index.core.retrievers import QueryFusionRetriever
from llama_index.core.schema import TextNode
from llama_index.retrievers.bm25 import BM25Retriever

from app.evaluate.plots import growth_plot
from app.evaluate.retrieval import encoder_folder
from app.settings import Settings
from index.encoder import Encoder
from index.fusion import LEXICAL_WEIGHT
from index.lexical import LexicalIndex
from index.llama import EncoderEmbedding
from index.load import load_library
from index.query import lexical_query
from index.ranked import RankedTexts
from index.vectors import VectorTable
from tests.bench.shared import heading, questions, seconds_of, table

SIZES = (250, 2500, 25000)
QUESTIONS = 60
PLOT = Path(__file__).resolve().parent / "growth.svg"
TOP = 10
OURS, DEFAULT, FUSION = "Caveat", "LlamaIndex default", "LlamaIndex fusion"

Search = Callable[[str], object]


@dataclass(frozen=True)
class Built:
    """One system over some texts: its search, and the seconds to build it and to add one text, vectors given."""

    search: Search
    build: float
    add: float


@dataclass(frozen=True)
class Speed:
    """Median milliseconds and searches per second, with the embedding of the question and without."""

    whole_ms: float
    search_ms: float
    whole_rate: float
    search_rate: float


def claims(size: int, content: Path) -> list[str]:
    """Return `size` different texts: our claims, then claims with words of others put in."""
    texts = [claim.text for claim in load_library(content).claims.values()]
    words = [word for text in texts for word in text.split() if len(word) > 5]
    random = np.random.default_rng(7)
    found = texts[:size]
    while len(found) < size:
        parts = texts[int(random.integers(len(texts)))].split()
        for at in random.integers(len(parts), size=3):
            parts[at] = words[int(random.integers(len(words)))]
        found.append(" ".join(parts))
    return found


def ours(texts: Sequence[str], rows: np.ndarray, encoder: Encoder) -> Built:
    """Return Caveat's hybrid search over `texts`; a text more means to index all words anew."""
    start = time.perf_counter()
    lexical = LexicalIndex.of(texts)
    ids = [str(at) for at in range(len(texts))]
    ranked = RankedTexts(ids, VectorTable(tuple(ids), rows), lexical)
    taken = time.perf_counter() - start

    def search(question: str) -> object:
        fused = ranked.scores(lexical_query(question, lexical), encoder.encode_one(question)).fused
        best = np.argpartition(fused, -TOP)[-TOP:]
        return best[np.argsort(-fused[best])]

    return Built(search, taken, taken)


def default(texts: Sequence[str], rows: np.ndarray, encoder: Encoder) -> tuple[Built, VectorStoreIndex]:
    """Return LlamaIndex's vector retriever on its default store."""
    start = time.perf_counter()
    model = EncoderEmbedding(encoder)
    index = VectorStoreIndex(_nodes(texts, rows), embed_model=model, storage_context=StorageContext.from_defaults())
    taken = time.perf_counter() - start
    start = time.perf_counter()
    index.insert_nodes([TextNode(id_="one more", text=texts[0], embedding=rows[0].tolist())])
    return Built(index.as_retriever(similarity_top_k=TOP).retrieve, taken, time.perf_counter() - start), index


def fusion(texts: Sequence[str], rows: np.ndarray, beside: Built, index: VectorStoreIndex) -> Built:
    """Return LlamaIndex's fusion of the default retriever with BM25, weighted as Caveat weights them."""
    start = time.perf_counter()
    lexical = BM25Retriever.from_defaults(nodes=_nodes(texts, rows), similarity_top_k=TOP)
    fused = QueryFusionRetriever(
        [lexical, index.as_retriever(similarity_top_k=TOP)],
        llm=MockLLM(),
        similarity_top_k=TOP,
        num_queries=1,
        mode="relative_score",
        retriever_weights=[LEXICAL_WEIGHT, 1 - LEXICAL_WEIGHT],
        use_async=False,
    )
    taken = time.perf_counter() - start
    return Built(fused.retrieve, beside.build + taken, beside.add + taken)


def _nodes(texts: Sequence[str], rows: np.ndarray) -> list[TextNode]:
    return [TextNode(id_=str(at), text=text, embedding=rows[at].tolist()) for at, text in enumerate(texts)]


def systems(texts: Sequence[str], rows: np.ndarray, folder: Path) -> dict[str, Built]:
    """Return every system over `texts`, each with an encoder that has seen no question."""
    found = {OURS: ours(texts, rows, Encoder(folder)), DEFAULT: default(texts, rows, Encoder(folder))[0]}
    found[FUSION] = fusion(texts, rows, *default(texts, rows, Encoder(folder)))
    return found


def speed(search: Search, asked: Sequence[str]) -> Speed:
    """Return how fast `search` is for new questions, and for the same when the encoder remembers them."""
    whole = seconds_of(search, asked[:QUESTIONS], asked[-5:])
    known = seconds_of(search, asked[:QUESTIONS], asked[-5:])
    return Speed(
        float(np.median(whole)) * 1000,
        float(np.median(known)) * 1000,
        len(whole) / sum(whole),
        len(known) / sum(known),
    )


def _times(speeds: Mapping[int, Mapping[str, Speed]]) -> str:
    names = (OURS, DEFAULT, FUSION)
    head = ["claims", *(f"{name}, p50 ms" for name in names), *(f"{name}, search alone" for name in names)]
    rows = []
    for size, of in speeds.items():
        found = [of[name] for name in names]
        rows.append(
            [f"{size:,}", *(f"{one.whole_ms:.1f}" for one in found), *(f"{one.search_ms:.2f}" for one in found)]
        )
    return table(head, rows)


def _ratios(speeds: Mapping[int, Mapping[str, Speed]]) -> str:
    head = ("claims", "throughput to default", "search alone", "throughput to fusion", "search alone")
    rows = []
    for size, of in speeds.items():
        mine, cells = of[OURS], [f"{size:,}"]
        for name in (DEFAULT, FUSION):
            cells.append(f"{mine.whole_rate / of[name].whole_rate:.1f}x")
            cells.append(f"{mine.search_rate / of[name].search_rate:.0f}x")
        rows.append(cells)
    return table(head, rows)


def _builds(built: Mapping[int, Mapping[str, Built]]) -> str:
    names = (OURS, DEFAULT, FUSION)
    head = ["claims", *(f"{name}, build s" for name in names), *(f"{name}, add ms" for name in names)]
    rows = [
        [
            f"{size:,}",
            *(f"{of[name].build:.2f}" for name in names),
            *(f"{1000 * of[name].add:.1f}" for name in names),
        ]
        for size, of in built.items()
    ]
    return table(head, rows)


def main() -> None:
    """Print the tables and write the plot."""
    settings = Settings()
    folder = encoder_folder(settings.index_root)
    texts, asked = claims(max(SIZES), settings.content_dir), questions()
    start = time.perf_counter()
    rows = Encoder(folder, threads=2).encode(texts)
    print(heading("Growth of the content, LlamaIndex beside, the same encoder"))
    print(f"{len(texts)} texts embedded in {time.perf_counter() - start:.0f} s.\n")
    speeds: dict[int, Mapping[str, Speed]] = {}
    built: dict[int, Mapping[str, Built]] = {}
    for size in SIZES:
        built[size] = systems(texts[:size], rows[:size], folder)
        speeds[size] = {name: speed(one.search, asked) for name, one in built[size].items()}
    print(_times(speeds))
    print(
        "\nSearch is the same questions again, when the encoder remembers them; the rest is embedding, common to all."
    )
    print(f"Load {os.getloadavg()[0]:.1f} at the end.\n")
    print(_ratios(speeds))
    print("\nBuild and one text more, vectors given:\n")
    print(_builds(built))
    lines = {name: [(float(size), speeds[size][name].search_ms) for size in SIZES] for name in (OURS, DEFAULT, FUSION)}
    PLOT.write_text(
        growth_plot("Search without the embedding", lines, ("claims", "median milliseconds")), encoding="utf-8"
    )
    sys.stdout.write(f"\nPlot: {PLOT}\n")


if __name__ == "__main__":
    main()
