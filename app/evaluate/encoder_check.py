"""Check the exported encoder against the model it was exported from: cosines of 500 texts, in both spaces, and nDCG."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from app.evaluate.collection import Collection, Document, read_collection
from app.evaluate.ranking import ndcg_at, paired_bootstrap
from app.evaluate.retrieval import encoder_folder
from app.settings import Settings
from index.encoder import Embedded, Encoder, Vectors, read_card
from index.errors import EncoderError
from index.export import model_folder, open_original, sentence_module, tuned_layers
from index.load import load_library

TEXTS = 500
QUERIES = 400


@dataclass(frozen=True)
class EncoderCheck:
    """How far the exported encoder is from the original."""

    encoder: str
    precision: str
    texts: int
    cosine_mean: float
    cosine_min: float
    tuned_mean: float
    """Mean cosine of the tuned vectors with those of the tuned layers before export; `cosine_mean` without any."""
    tuned_min: float
    collection: str
    queries: int
    ndcg_original: float
    ndcg_exported: float
    loss_low: float
    loss_high: float

    def as_json(self) -> dict[str, str | int | float]:
        """Return the figures by name; the loss is positive when the exported encoder is worse."""
        loss = self.ndcg_original - self.ndcg_exported
        return {
            "encoder": f"{self.encoder} {self.precision}",
            "texts": self.texts,
            "cosine_mean": round(self.cosine_mean, 4),
            "cosine_min": round(self.cosine_min, 4),
            "tuned_cosine_mean": round(self.tuned_mean, 4),
            "tuned_cosine_min": round(self.tuned_min, 4),
            "collection": self.collection,
            "queries": self.queries,
            "ndcg@10_original": round(self.ndcg_original, 4),
            "ndcg@10_exported": round(self.ndcg_exported, 4),
            "ndcg@10_loss": round(loss, 4),
            "loss_interval_low": round(self.loss_low, 4),
            "loss_interval_high": round(self.loss_high, 4),
        }


def check_encoder(
    settings: Settings,
    folder: Path | None,
    progress: Callable[[str, int, int], None] = lambda _stage, _done, _total: None,
) -> EncoderCheck:
    """Return how the served encoder compares with its original on claims, phrasings and a collection.

    Without a `folder`, the collection is our own: claims as documents, phrasings of cards as queries. Raises
    `EncoderError` without the build packages.
    """
    if find_spec("torch") is None or find_spec("sentence_transformers") is None:
        raise EncoderError("comparing with the original model needs the build packages: pip install 'caveat[build]'")
    collection = read_collection(folder, judged_only=True) if folder else own_collection(settings.content_dir)
    exported_folder = encoder_folder(settings.index_root)
    card = read_card(exported_folder)
    exported, original = Encoder(exported_folder, threads=2, cache_size=0), _original(card.name)
    documents = [document.text for document in collection.documents]
    queries = dict(list(collection.queries.items())[:QUERIES])
    texts = [*documents, *queries.values()]
    ours, theirs = [], []
    for at in range(0, len(texts), 64):
        batch = texts[at : at + 64]
        ours.append(exported.embed(batch))
        theirs.append(original(batch))
        progress("embedding twice", at + len(batch), len(texts))
    mine, other = (Embedded(*map(np.vstack, zip(*both, strict=True))) for both in (ours, theirs))
    sample = np.linspace(0, len(texts) - 1, min(TEXTS, len(texts))).astype(int)
    cosines, tuned = ((a[sample] * b[sample]).sum(axis=1) for a, b in zip(mine, other, strict=True))
    before = _ndcg(other.general, collection, queries)
    after = _ndcg(mine.general, collection, queries)
    loss = paired_bootstrap(before, after)
    return EncoderCheck(
        card.name,
        card.precision,
        len(sample),
        float(cosines.mean()),
        float(cosines.min()),
        float(tuned.mean()),
        float(tuned.min()),
        collection.name,
        len(queries),
        float(np.mean(before)),
        float(np.mean(after)),
        loss.low,
        loss.high,
    )


def own_collection(content: Path) -> Collection:
    """Return our own content as a collection: claims as documents, the first phrasing of each card as a query."""
    library = load_library(content)
    documents = [Document(claim.id, "", claim.text) for claim in library.claims.values() if claim.retired is None]
    queries = {card.id: card.asked_as[0] for card in library.cards.values()}
    qrels = {
        card.id: {**dict.fromkeys(card.claims, 1), **dict.fromkeys(card.lead_claims, 2)}
        for card in library.cards.values()
    }
    return Collection("claims", tuple(documents), queries, qrels)


def _original(name: str) -> Callable[[Sequence[str]], Embedded]:
    """Return what embeds texts in full precision, with the tuned layers as they are exported."""
    import torch  # noqa: PLC0415

    origin = model_folder(name)
    model = open_original(origin)
    tokenizer, graph = model.tokenizer, sentence_module(model[0].auto_model, tuned_layers(model[0].auto_model, origin))

    def encode(texts: Sequence[str]) -> Embedded:
        read = tokenizer(
            list(texts), padding=True, truncation=True, max_length=model.max_seq_length, return_tensors="pt"
        )
        with torch.no_grad():
            found = [rows.numpy() for rows in graph(read["input_ids"], read["attention_mask"])]
        return Embedded(found[0], found[-1])

    return encode


def _ndcg(rows: Vectors, collection: Collection, queries: dict[str, str]) -> list[float]:
    documents = rows[: len(collection.documents)]
    ids = [document.id for document in collection.documents]
    found = []
    for query_id, vector in zip(queries, rows[len(documents) :], strict=True):
        best = np.argsort(-(documents @ vector), kind="stable")[:10]
        found.append(ndcg_at([ids[at] for at in best], collection.qrels[query_id]))
    return found
