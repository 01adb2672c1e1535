"""Train the guard's head at index build, on the examples of content/policy and the questions that cards answer."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import asdict
from pathlib import Path

import numpy as np

from app.guard.context import resolve
from app.guard.head import ALLOWED, BUCKETS, CARD_FILE, FOLDER, NGRAM_WEIGHT, SIZES, WEIGHTS_FILE, Thresholds, ngrams
from index.encoder import Encoder, Vectors
from index.library import Library
from index.vocabulary import Vocabulary

PENALTY = 6.0
"""Inverse strength of the L2 penalty (dev data)."""
CARD_WEIGHT = 0.5
"""Weight of a phrasing from a card beside a policy example."""
THRESHOLDS = Thresholds(
    decline=0.55,
    decline_foreign=0.6,
    decline_doubted=0.4,
    decline_strange=0.65,
    decline_harmless=0.9,
    doubt=0.3,
    doubt_harmless=0.6,
    overrule=0.95,
    overrule_crisis=0.99,
    on_topic=0.9,
    off_topic=0.85,
    crisis=0.35,
    crisis_foreign=0.5,
    crisis_general=0.5,
    crisis_over_rules=0.9,
)
"""Chosen on tests/eval/guard/dev.jsonl so that allowed questions are blocked or noticed within the design's limits."""
UNTRAINED_TOPIC = "assistant"
"""Its phrasings word what people ask who are then declined, so that they are no examples of what is allowed."""
FORMAT = 2


def settings_sha256() -> str:
    """Return the hash of everything but the content that shapes the head."""
    shape = {
        "format": FORMAT,
        "buckets": BUCKETS,
        "sizes": SIZES,
        "ngrams": NGRAM_WEIGHT,
        "penalty": PENALTY,
        "cards": CARD_WEIGHT,
        "thresholds": asdict(THRESHOLDS),
    }
    return hashlib.sha256(json.dumps(shape, sort_keys=True).encode()).hexdigest()


def train_head(folder: Path, library: Library, encoder: Encoder, served: Path | None = None) -> None:
    """Write the trained head into `folder`; a library without examples gets one that allows everything.

    The head of the index in `served` is taken over when it was trained on the same examples and settings.
    """
    texts, labels, weights = _examples(library)
    inputs = _inputs_sha256(texts, labels, encoder)
    if served and _trained_on(served / FOLDER) == inputs:
        for name in (WEIGHTS_FILE, CARD_FILE):
            shutil.copy2(served / FOLDER / name, folder / name)
        return
    names = tuple(sorted({ALLOWED, *labels}))
    matrix = np.zeros((len(names), encoder.card.dimensions + BUCKETS), dtype=np.float32)
    bias = np.zeros(len(names), dtype=np.float32)
    if len(set(labels)) > 1:
        matrix, bias = _fit(library, texts, labels, weights, encoder)
    else:
        bias[names.index(ALLOWED)] = 10.0
    np.savez_compressed(folder / WEIGHTS_FILE, weights=matrix.astype(np.float16), bias=bias)
    card = {
        "labels": names,
        "thresholds": asdict(THRESHOLDS),
        "thresholds_from": "tests/eval/guard/dev.jsonl",
        "examples": {name: labels.count(name) for name in names},
        "inputs_sha256": inputs,
    }
    (folder / CARD_FILE).write_text(json.dumps(card, indent=1))


def _inputs_sha256(texts: list[str], labels: list[str], encoder: Encoder) -> str:
    parts = [settings_sha256(), encoder.card.weights_sha256, *texts, *labels]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def _trained_on(folder: Path) -> str | None:
    try:
        return str(json.loads((folder / CARD_FILE).read_text())["inputs_sha256"])
    except (OSError, ValueError, KeyError):
        return None


def _examples(library: Library) -> tuple[list[str], list[str], list[float]]:
    texts: list[str] = []
    labels: list[str] = []
    weights: list[float] = []
    for policy in library.policies.values():
        for examples in policy.examples.values():
            for example in examples:
                texts.append(example)
                labels.append(policy.reason.replace("-", "_"))
                weights.append(1.0)
    if texts:
        for card in library.cards.values():
            if library.topic_of[card.id] == UNTRAINED_TOPIC:
                continue
            for phrasing in (card.title, *card.asked_as):
                texts.append(phrasing)
                labels.append(ALLOWED)
                weights.append(CARD_WEIGHT)
    return texts, labels, weights


def _fit(
    library: Library, texts: list[str], labels: list[str], weights: list[float], encoder: Encoder
) -> tuple[Vectors, Vectors]:
    from scipy.sparse import csr_matrix, hstack  # noqa: PLC0415
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        at, counts = ngrams(text)
        rows += [row] * len(at)
        columns += at.tolist()
        values += counts.tolist()
    grams = csr_matrix((values, (rows, columns)), shape=(len(texts), BUCKETS))
    vocabulary = Vocabulary(library, encoder.pieces)
    asked = [resolve(text, (), vocabulary).question for text in texts]  # as the search embeds a question
    features = hstack([csr_matrix(encoder.encode(asked)), grams]).tocsr()
    model = LogisticRegression(C=PENALTY, max_iter=400, tol=1e-3)
    model.fit(features, labels, sample_weight=weights)
    return model.coef_.astype(np.float32), model.intercept_.astype(np.float32)
