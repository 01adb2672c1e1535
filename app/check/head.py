"""A small trained head that says which verdict a sentence leans to, beside the judged sentences nearest to it.

Multinomial logistic regression over the sentence's vectors, its stance and its words, trained at index build on the
judged sentences themselves. Where the nearest one happens to differ in a word that turns the meaning, all of them
together know better. At run time it is one product of a matrix and a vector.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import astuple
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.check.stance import Stance
from app.check.verdicts import SentenceVerdict
from index.encoder import Vectors

HEAD_FILE = "head.npz"
VERDICTS = tuple(SentenceVerdict)
"""The order of the verdicts in a leaning."""
BUCKETS = 1 << 13
"""Words and pairs of words are hashed into so many features."""
WHOLE_WEIGHT, STANCE_WEIGHT, WORDS_WEIGHT = 0.5, 0.4, 0.9
"""Weight of each part of the features beside the vector of the sentence with "it" for kratom (cross-validation)."""
PENALTY = 5.0
"""Inverse strength of the L2 penalty (cross-validation)."""
CLAIM_WEIGHT = 0.1
"""Weight of a reviewed claim beside a phrasing that circulates: there are many and they are all supported."""

SHAPE = (BUCKETS, WHOLE_WEIGHT, STANCE_WEIGHT, WORDS_WEIGHT, PENALTY, CLAIM_WEIGHT)
"""Everything but the sentences that shapes the head."""
MIN_VERDICTS = 3
"""With fewer verdicts among the sentences there is nothing to train: small content folders of tests."""

Leanings = NDArray[np.float64]
"""One row per sentence: the logarithm of the probability of each of `VERDICTS`."""

_WORD = re.compile(r"[a-z0-9'-]+")


class Head:
    """The trained weights. Safe to share between threads."""

    def __init__(self, weights: NDArray[np.float32], bias: NDArray[np.float32]) -> None:
        self._dense, self._words = weights[:, :-BUCKETS], weights[:, -BUCKETS:]
        self._bias = bias

    def leanings(
        self, texts: Sequence[str], whole: Vectors, without_subject: Vectors, said: Sequence[Stance]
    ) -> Leanings:
        """Return the leaning of each sentence; `texts` have "it" for kratom, as `without_subject` has."""
        scores = (dense_features(whole, without_subject, said) @ self._dense.T + self._bias).astype(np.float64)
        for row, text in enumerate(texts):
            at, values = word_features(text)
            scores[row] += self._words[:, at] @ values
        scores -= scores.max(axis=1, keepdims=True)
        leanings: Leanings = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        return leanings

    def save(self, folder: Path) -> None:
        """Write the weights into `folder`."""
        weights = np.hstack([self._dense, self._words])
        np.savez_compressed(folder / HEAD_FILE, weights=weights.astype(np.float16), bias=self._bias)


def load_head(folder: Path) -> Head:
    """Return the head that was saved in `folder`. Raises `OSError` without one."""
    with np.load(folder / HEAD_FILE) as saved:
        return Head(saved["weights"].astype(np.float32), saved["bias"])


def train_head(
    texts: Sequence[str],
    verdicts: Sequence[SentenceVerdict],
    are_claims: Sequence[bool],
    whole: Vectors,
    without_subject: Vectors,
    said: Sequence[Stance],
) -> Head:
    """Return a head trained on these sentences; one that leans nowhere when they do not differ in verdict."""
    dense = dense_features(whole, without_subject, said)
    weights = np.zeros((len(VERDICTS), dense.shape[1] + BUCKETS), dtype=np.float32)
    bias = np.zeros(len(VERDICTS), dtype=np.float32)
    if len(set(verdicts)) >= MIN_VERDICTS:
        from scipy.sparse import csr_matrix, hstack  # noqa: PLC0415
        from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

        words = [word_features(text) for text in texts]
        rows = np.repeat(np.arange(len(texts)), [len(at) for at, _ in words])
        cells = (np.concatenate([values for _, values in words]), (rows, np.concatenate([at for at, _ in words])))
        features = hstack([csr_matrix(dense), csr_matrix(cells, shape=(len(texts), BUCKETS))]).tocsr()
        labels = np.asarray([VERDICTS.index(verdict) for verdict in verdicts])
        share = np.where(np.asarray(are_claims), CLAIM_WEIGHT, 1.0)
        model = LogisticRegression(C=PENALTY, max_iter=300, tol=1e-3).fit(features, labels, sample_weight=share)
        bias[:] = -30.0
        weights[model.classes_], bias[model.classes_] = model.coef_, model.intercept_
    return Head(weights, bias)


def dense_features(whole: Vectors, without_subject: Vectors, said: Sequence[Stance]) -> NDArray[np.float32]:
    """Return the features that come from meaning and stance, a row per sentence."""
    signs = np.asarray([astuple(one) for one in said], dtype=np.float32)
    return np.hstack([without_subject, WHOLE_WEIGHT * whole, STANCE_WEIGHT * signs]).astype(np.float32)


def word_features(text: str) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return the hashed words and pairs of words of `text`: their places and values."""
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    grams = [*words, *(f"{first} {second}" for first, second in pairwise(words))]
    at, counts = np.unique([zlib.crc32(gram.encode()) % BUCKETS for gram in grams], return_counts=True)
    values = counts.astype(np.float32)
    norm = float(np.linalg.norm(values)) or 1.0
    return at.astype(np.int64), (WORDS_WEIGHT / norm) * values
