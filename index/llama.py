"""The index in LlamaIndex's terms: nodes, embedding, vector store and retriever.

The build ingests through these; answering a question does not import LlamaIndex. Other LlamaIndex programs
can reuse `CaveatRetriever` and `FlatVectorStore`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.bridge.pydantic import PrivateAttr
from llama_index.core.schema import BaseNode, NodeWithScore, QueryBundle, TextNode
from llama_index.core.vector_stores.types import (
    BasePydanticVectorStore,
    VectorStoreQuery,
    VectorStoreQueryResult,
)

from index.encoder import Encoder
from index.search import Hit, Searcher
from index.units import Unit
from index.vectors import VectorTable

Progress = Callable[[int], None]


def node_of(unit: Unit) -> TextNode:
    """Return the LlamaIndex node of `unit`; its hash changes when its text or its item changes."""
    metadata = {"unit": unit.id, "item": unit.item, "kind": unit.kind}
    keys = list(metadata)
    return TextNode(
        id_=unit.id,
        text=unit.text,
        metadata=metadata,
        excluded_embed_metadata_keys=keys,
        excluded_llm_metadata_keys=keys,
    )


class EncoderEmbedding(BaseEmbedding):
    """LlamaIndex embedding model that embeds with Caveat's encoder: with its general vectors, or texts with both."""

    _encoder: Encoder = PrivateAttr()
    _progress: Progress = PrivateAttr()
    _both: bool = PrivateAttr()

    def __init__(self, encoder: Encoder, progress: Progress = lambda _done: None, *, both: bool = False) -> None:
        super().__init__(model_name=encoder.card.name, embed_batch_size=64)
        self._encoder = encoder
        self._progress = progress
        self._both = both

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        found = self._encoder.embed(texts)
        rows: list[list[float]] = (np.hstack(found) if self._both else found.general).tolist()
        self._progress(len(texts))
        return rows

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_query_embedding(self, query: str) -> list[float]:
        vector: list[float] = self._encoder.encode_one(query).tolist()
        return vector

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


class FlatVectorStore(BasePydanticVectorStore):
    """LlamaIndex vector store over one exact table of unit vectors.

    LlamaIndex's own `SimpleVectorStore` keeps Python lists and JSON: 34 ms per query at 1,000 vectors.
    """

    _ids: list[str] = PrivateAttr()
    _rows: list[np.ndarray] = PrivateAttr()

    def __init__(self, table: VectorTable | None = None) -> None:
        super().__init__(stores_text=False)
        self._ids = list(table.ids) if table else []
        self._rows = [np.asarray(row) for row in table.rows] if table else []

    @property
    def client(self) -> None:
        """Nothing: the store is in this process."""
        return None

    @property
    def table(self) -> VectorTable:
        """The stored vectors as one table."""
        return VectorTable(tuple(self._ids), np.asarray(self._rows, dtype=np.float32))

    def add(self, nodes: Sequence[BaseNode], **_kwargs: Any) -> list[str]:
        """Add the embedded `nodes` and return their ids; a node whose id is known replaces the old one."""
        at = {node_id: row for row, node_id in enumerate(self._ids)}
        for node in nodes:
            row = np.asarray(node.get_embedding(), dtype=np.float32)
            if node.node_id in at:
                self._rows[at[node.node_id]] = row
            else:
                self._ids.append(node.node_id)
                self._rows.append(row)
        return [node.node_id for node in nodes]

    def delete(self, ref_doc_id: str, **_kwargs: Any) -> None:
        """Delete the node with this id, if it is here."""
        if ref_doc_id in self._ids:
            at = self._ids.index(ref_doc_id)
            del self._ids[at], self._rows[at]

    def query(self, query: VectorStoreQuery, **_kwargs: Any) -> VectorStoreQueryResult:
        """Return the ids nearest to the query embedding, best first, with their cosines."""
        if query.query_embedding is None or not self._ids:
            return VectorStoreQueryResult(nodes=None, similarities=[], ids=[])
        vector = np.asarray(query.query_embedding, dtype=np.float32)
        similarities = self.table.similarities(vector)
        best = np.argsort(-similarities, kind="stable")[: query.similarity_top_k]
        return VectorStoreQueryResult(
            nodes=None,
            similarities=[float(similarities[at]) for at in best],
            ids=[self._ids[at] for at in best],
        )


class CaveatRetriever(BaseRetriever):
    """LlamaIndex retriever over Caveat's hybrid search: cards and claims in one ranking."""

    def __init__(self, searcher: Searcher, limit: int = 10) -> None:
        super().__init__()
        self._searcher = searcher
        self._limit = limit

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = self._searcher.search(query_bundle.query_str, self._limit)
        return [NodeWithScore(node=self._node(hit), score=hit.score) for hit in hits.ranked]

    def _node(self, hit: Hit) -> TextNode:
        library = self._searcher.library
        if hit.kind == "card":
            card = library.cards[hit.item]
            return TextNode(id_=card.id, text=card.lead, metadata={"kind": "card", "title": card.title})
        claim = library.claims[hit.item]
        metadata = {"kind": "claim", "certainty": claim.certainty.value, "sources": list(claim.sources)}
        return TextNode(id_=claim.id, text=claim.text, metadata=metadata)
