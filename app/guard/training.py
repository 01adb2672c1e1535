"""Train the guard's head at index build, on the examples of content/policy and the questions that cards answer."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import asdict
from pathlib import Path

import numpy as np

from app.guard import embedded, nearest, word_table
from app.guard.context import resolve
from app.guard.head import (
    ALLOWED,
    CARD_FILE,
    FOLDER,
    NEAREST_SHARE,
    WEIGHTS_FILE,
    Thresholds,
)
from app.guard.nearest import nearest_examples
from index import network
from index.encoder import Embedded, Encoder
from index.grams import BUCKETS, MAX_SHARE, MIN_HOLDERS, SIZES, ngrams
from index.library import Library
from index.model import Care
from index.network import Network, Schedule
from index.vocabulary import Vocabulary

SCHEDULE = Schedule(epochs=6, batch=1024, rate=4e-3, least_holders=3)
"""How the network is fitted (dev data)."""
CARD_WEIGHT = 0.5
"""Weight of a phrasing from a card beside a policy example."""
THRESHOLDS = Thresholds(
    decline=0.32,
    decline_foreign=0.42,
    decline_doubted=0.4,
    decline_strange=0.5,
    decline_harmless=0.9,
    doubt=0.2,
    doubt_harmless=0.6,
    overrule=0.9,
    overrule_crisis=0.96,
    clear=0.98,
    on_topic=0.84,
    on_topic_foreign=0.45,
    off_topic=0.52,
    crisis=0.2,
    crisis_foreign=0.35,
    crisis_general=0.45,
    crisis_over_rules=0.85,
    crisis_over_words=0.8,
)
"""Chosen on tests/eval/guard/dev.jsonl so that allowed questions are blocked or noticed within the design's limits."""
UNTRAINED_TOPIC = "assistant"
"""Its phrasings word what people ask who are then declined, so that they are no examples of what is allowed."""
FORMAT = 7


def settings_sha256() -> str:
    """Return the hash of everything but the content that shapes the head."""
    return _sha256(
        json.dumps([_fit_settings(), asdict(THRESHOLDS), NEAREST_SHARE, word_table.settings()], sort_keys=True)
    )


def train_head(folder: Path, library: Library, encoder: Encoder, served: Path | None = None) -> None:
    """Write the trained head into `folder`; a library without examples gets one that allows everything.

    The head of the index in `served` is taken over when it was fitted on the same examples with the same settings.
    """
    texts, labels, weights, compared = examples(library)
    shaped_by = [json.dumps(_fit_settings()), encoder.card.weights_sha256, _terms_sha256(library)]
    fitted_on = _sha256("\x1f".join([*shaped_by, *texts, *labels]))
    names = tuple(sorted({ALLOWED, *labels}))
    if served and _fitted_on(served / FOLDER) == fitted_on:
        for file in (WEIGHTS_FILE, nearest.FILE, embedded.FILE):
            if (served / FOLDER / file).exists():
                shutil.copy2(served / FOLDER / file, folder / file)
    elif len(names) > 1:
        vocabulary = Vocabulary(library, encoder.pieces)
        asked = [resolve(text, (), vocabulary).question for text in texts]  # as the search embeds a question
        vectors = embedded.embed(asked, encoder, folder, served / FOLDER if served else None)
        _fit(folder, texts, labels, weights, vectors, compared)
    else:
        np.savez_compressed(folder / WEIGHTS_FILE, **Network.blank(encoder.card.dimensions, 1).arrays())
    card = {
        "labels": names,
        "thresholds": asdict(THRESHOLDS),
        "thresholds_from": "tests/eval/guard/dev.jsonl",
        "examples": {name: labels.count(name) for name in names} if len(names) > 1 else {},
        "fitted_on": fitted_on,
    }
    (folder / CARD_FILE).write_text(json.dumps(card, indent=1))


def _fit_settings() -> dict[str, object]:
    return {
        "format": FORMAT,
        "buckets": BUCKETS,
        "sizes": SIZES,
        "network": [*network.settings(), *vars(SCHEDULE).values()],
        "cards": CARD_WEIGHT,
        "directions": nearest.DIMENSIONS,
        "rarity": [MIN_HOLDERS, MAX_SHARE],
    }


def _terms_sha256(library: Library) -> str:
    """Return the hash of the vocabulary, by which a text is taken to name kratom or not."""
    return _sha256("\x1f".join(term.model_dump_json() for term in library.terms.values()))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _fitted_on(folder: Path) -> str | None:
    try:
        return str(json.loads((folder / CARD_FILE).read_text())["fitted_on"])
    except (OSError, ValueError, KeyError):
        return None


def examples(library: Library) -> tuple[list[str], list[str], list[float], int]:
    """Return the texts that the head learns from, the policy of each, its weight, and how many of them, from the first,
    a question is compared with.

    The wordings of cards in other languages come last: the network learns from them, and to compare a question with each
    takes memory.
    """
    texts: list[str] = []
    labels: list[str] = []
    weights: list[float] = []
    for policy in library.policies.values():
        for group in policy.examples.values():
            for example in group:
                texts.append(example)
                labels.append(policy.reason.replace("-", "_"))
                weights.append(1.0)
    if not texts:
        return [], [], [], 0
    answered = [(card.id, (card.title, *card.asked_as)) for card in library.cards.values()]
    elsewhere = [(card, asked) for one in library.asked.values() for card, asked in one.asked.items()]
    compared = 0
    for wordings in (answered, elsewhere):
        compared = len(texts)
        for card_id, phrasings in wordings:
            if library.topic_of[card_id] != UNTRAINED_TOPIC and not _calls_for_help(library, card_id):
                texts += phrasings
                labels += [ALLOWED] * len(phrasings)
                weights += [CARD_WEIGHT] * len(phrasings)
    return texts, labels, weights, compared


def _calls_for_help(library: Library, card_id: str) -> bool:
    """Return whether a card says first to call for help now: who asks for it may be in danger, as the words tell."""
    return library.claims[library.cards[card_id].lead_claims[0]].care in {Care.EMERGENCY, Care.POISON_CENTRE}


def _fit(
    folder: Path, texts: list[str], labels: list[str], weights: list[float], vectors: Embedded, compared: int
) -> None:
    grams = [ngrams(text) for text in texts]
    numbers = np.unique(labels, return_inverse=True)[1].tolist()
    fitted = network.fit(vectors.general, grams, numbers, SCHEDULE, weights)
    np.savez_compressed(folder / WEIGHTS_FILE, **fitted.arrays())
    nearest_examples(vectors.tuned[:compared], grams[:compared], numbers[:compared], weights[:compared]).save(folder)
