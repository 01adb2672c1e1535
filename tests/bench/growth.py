"""How search grows with the content, beside LlamaIndex's default pipeline and fusion retriever, in one run.

Every system gets the same claims (synthetic variations of ours), the same questions and the same encoder; the
times include the embedding of the question. Run by `make bench`; needs the peers (`requirements.txt`).
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from llama_index.core import StorageContext, VectorStoreIndex
from llama_index.core.llms import MockLLM
from llama_index.core.retrievers import QueryFusionRetriever
from llama_index.core.schema import TextNode
from llama_index.retrievers.bm25 import BM25Retriever

from app.evaluate.plots import line_plot
from app.settings import Settings
from index.encoder import Encoder
from index.lexical import LexicalIndex
from index.llama import EncoderEmbedding
from index.load import load_library
from index.manifest import read_pointer
from index.query import lexical_query
from index.ranked import RankedTexts
from index.vectors import VectorTable

SIZES = (250, 2500, 25000)
QUESTIONS = 60
SETS = Path(__file__).resolve().parent.parent / "eval" / "answers"
PLOT = Path(__file__).resolve().parent / "growth.svg"
TOP = 10

Search = Callable[[str], object]


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


def ours(texts: Sequence[str], rows: np.ndarray, encoder: Encoder) -> Search:
    """Return Caveat's hybrid search over `texts`."""
    lexical = LexicalIndex.of(texts)
    ids = [str(at) for at in range(len(texts))]
    ranked = RankedTexts(ids, VectorTable(tuple(ids), rows), lexical)

    def search(question: str) -> object:
        scores = ranked.scores(lexical_query(question, lexical), encoder.encode_one(question)).fused
        return np.argpartition(-scores, TOP)[:TOP]

    return search


def llama(texts: Sequence[str], rows: np.ndarray, encoder: Encoder) -> tuple[Search, Search]:
    """Return LlamaIndex's vector retriever on its default store, and its fusion retriever with BM25 beside."""
    nodes = [TextNode(id_=str(at), text=text, embedding=rows[at].tolist()) for at, text in enumerate(texts)]
    index = VectorStoreIndex(
        nodes, embed_model=EncoderEmbedding(encoder), storage_context=StorageContext.from_defaults()
    )
    vector = index.as_retriever(similarity_top_k=TOP)
    lexical = BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=TOP)
    fused = QueryFusionRetriever(
        [lexical, vector], llm=MockLLM(), similarity_top_k=TOP, num_queries=1, mode="relative_score", use_async=False
    )
    return vector.retrieve, fused.retrieve


def time_of(search: Search, questions: Sequence[str]) -> tuple[float, float]:
    """Return the median milliseconds and the searches per second, one at a time."""
    for question in questions[:5]:
        search(question)
    seconds = []
    for question in questions:
        start = time.perf_counter()
        search(question)
        seconds.append(time.perf_counter() - start)
    return float(np.median(seconds)) * 1000, len(seconds) / sum(seconds)


def main() -> None:
    """Print the table and write the plot."""
    settings = Settings()
    folder = settings.index_root / read_pointer(settings.index_root).current / "encoder"
    encoder = Encoder(folder, cache_size=0)
    rows_of = [json.loads(line) for line in (SETS / "dev.jsonl").read_text().splitlines()]
    questions = [row["question"] for row in rows_of if "question" in row][:QUESTIONS]
    texts = claims(max(SIZES), settings.content_dir)
    start = time.perf_counter()
    rows = encoder.encode(texts)
    out = sys.stdout.write
    out(f"{len(texts)} texts embedded in {time.perf_counter() - start:.0f} s\n\n")
    out("| claims | Caveat hybrid | LlamaIndex default | LlamaIndex fusion | throughput against default |\n")
    out("|---|---|---|---|---|\n")
    points = []
    for size in SIZES:
        mine = time_of(ours(texts[:size], rows[:size], encoder), questions)
        default, fusion = (time_of(search, questions) for search in llama(texts[:size], rows[:size], encoder))
        points.append((float(size), mine[0]))
        out(f"| {size} | {mine[0]:.1f} ms | {default[0]:.1f} ms | {fusion[0]:.1f} ms | {mine[1] / default[1]:.1f}x |\n")
    top = (float(max(SIZES)), max(value for _, value in points) * 1.2)
    PLOT.write_text(line_plot("Median search time", points, ("claims", "milliseconds"), top), encoding="utf-8")


if __name__ == "__main__":
    main()
