"""The index in LlamaIndex's terms, as another LlamaIndex program would use it."""

from __future__ import annotations

import numpy as np
import pytest
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import TextNode
from llama_index.core.vector_stores.types import VectorStoreQuery

from app.assistant import Assistant
from index.llama import CaveatRetriever, EncoderEmbedding, FlatVectorStore


def test_the_retriever_returns_cards_and_claims_with_scores_best_first(assistant: Assistant) -> None:
    retriever = CaveatRetriever(assistant.index.searcher, limit=5)
    assert isinstance(retriever, BaseRetriever)
    nodes = retriever.retrieve("does kratom act on opioid receptors")
    assert len(nodes) == 5
    scores = [node.score or 0.0 for node in nodes]
    assert scores == sorted(scores, reverse=True)
    assert {node.node.metadata["kind"] for node in nodes} <= {"card", "claim"}
    assert nodes[0].node.id_ in {*assistant.index.library.cards, *assistant.index.library.claims}


def test_the_embedding_model_gives_the_vectors_of_the_encoder(assistant: Assistant) -> None:
    encoder = assistant.index.searcher.encoder
    model = EncoderEmbedding(encoder)
    text = "what does kratom do"
    assert np.allclose(model.get_text_embedding(text), encoder.encode([text])[0])
    assert np.allclose(model.get_query_embedding(text), encoder.encode_one(text))


@pytest.fixture
def store() -> FlatVectorStore:
    store = FlatVectorStore()
    vectors = {"a": [1.0, 0.0], "b": [0.0, 1.0], "c": [0.6, 0.8]}
    store.add([TextNode(id_=name, text=name, embedding=vector) for name, vector in vectors.items()])
    return store


def test_the_store_finds_the_nearest_nodes(store: FlatVectorStore) -> None:
    found = store.query(VectorStoreQuery(query_embedding=[0.0, 1.0], similarity_top_k=2))
    assert found.ids == ["b", "c"]
    assert found.similarities == pytest.approx([1.0, 0.8])


def test_a_node_added_again_replaces_the_old_one_and_a_deleted_one_is_gone(store: FlatVectorStore) -> None:
    store.add([TextNode(id_="a", text="a", embedding=[0.0, 1.0])])
    assert store.table.ids == ("a", "b", "c")
    store.delete("b")
    store.delete("never there")
    found = store.query(VectorStoreQuery(query_embedding=[0.0, 1.0], similarity_top_k=5))
    assert found.ids == ["a", "c"]


def test_an_empty_store_or_a_query_without_a_vector_finds_nothing(store: FlatVectorStore) -> None:
    assert FlatVectorStore().query(VectorStoreQuery(query_embedding=[1.0, 0.0])).ids == []
    assert store.query(VectorStoreQuery(query_embedding=None)).ids == []
