"""The judged sentences that an article is compared with: circulating claims in their phrasings, reviewed claims, and
sentences of which nothing can be judged."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.check.head import HEAD_FILE, SHAPE, Head, Leanings, load_head, train_head
from app.check.law import read_laws
from app.check.novelty import Words
from app.check.stance import Stance, stance
from app.check.verdicts import SentenceVerdict
from app.check.weights import WEIGHTS, Weights
from index.encoder import Encoder, Vectors
from index.errors import IndexBrokenError, IndexMissingError
from index.library import Library
from index.manifest import read_pointer
from index.model import Claim, Form
from index.units import is_held

ARTIFACT = "check"
ARTIFACT_SHA256 = hashlib.sha256(f"check-judged-4 {SHAPE}".encode()).hexdigest()
"""Changes when the shape of the artifact does, so that an index without it is built again."""

_SUBJECT = re.compile(r"\bkratom(?:'s)?\b(?! (?:tea|leaf|leaves))", re.IGNORECASE)
_NAMES = re.compile(r"\b(?:kratom|mitragyn\w*|7-?oh|7-hydroxy\w*|alkaloids?)\b", re.IGNORECASE)
_VECTORS, _TABLE = "vectors.npy", "sentences.json"
_SIGNS = ("denies", "gap", "reported", "laboratory", "overclaims")


@dataclass(frozen=True)
class JudgedSentence:
    """One sentence with a verdict; `item` is the id of the circulating claim or of the reviewed claim."""

    text: str
    verdict: SentenceVerdict
    item: str
    """Of a sentence that cannot be judged, its verdict."""
    is_claim: bool
    """Whether it is a reviewed claim."""


@dataclass(frozen=True)
class Match:
    """A judged sentence found for another: likeness after stance (`score`) and of the words alone (`cosine`)."""

    judged: JudgedSentence
    score: float
    cosine: float


def judged_sentences(library: Library) -> list[JudgedSentence]:
    """Return every judged sentence of `library`, in a stable order."""
    found = [
        JudgedSentence(text, SentenceVerdict(row.verdict), row.id, False)
        for row in library.circulating.values()
        for text in (row.claim, *row.said_as)
    ]
    found += [
        JudgedSentence(text, SentenceVerdict(row.verdict), row.verdict, False)
        for row in library.unjudged.values()
        for text in row.said_as
    ]
    claims = (
        claim
        for claim in library.claims.values()
        if is_held(library, claim) and library.topic_of[claim.id] not in ("drug", "assistant")
    )
    return found + [JudgedSentence(claim.text, _verdict(claim), claim.id, True) for claim in claims]


def _verdict(claim: Claim) -> SentenceVerdict:
    """Return what a sentence that says the same as `claim` is: supported, or background when not about kratom."""
    is_textbook = claim.form is Form.DEFINITION and not _NAMES.search(claim.text)
    return SentenceVerdict.BACKGROUND if is_textbook else SentenceVerdict.SUPPORTED


def neutral(text: str) -> str:
    """Return `text` with "it" for kratom, so that what is said of it counts."""
    return _SUBJECT.sub("it", text)


class JudgedTable:
    """The judged sentences with their vectors and stances, and the head that was trained on them."""

    def __init__(self, sentences: Sequence[JudgedSentence], vectors: NDArray[np.float32], head: Head) -> None:
        """`vectors` holds two rows per sentence: as it stands, and neutral."""
        self.sentences = tuple(sentences)
        self._head = head
        self.vectors = vectors
        self._whole, self._neutral = vectors[: len(sentences)], vectors[len(sentences) :]
        self._signs = np.asarray([_signs(stance(one.text)) for one in sentences], dtype=np.float32)
        self.laws = read_laws(
            (at, one.text) for at, one in enumerate(self.sentences) if one.is_claim and one.item.startswith("law-")
        )
        self.words = Words([neutral(one.text) for one in self.sentences])
        self._is_claim = np.asarray([one.is_claim for one in sentences], dtype=np.float32)

    def matches(
        self, whole: Vectors, without_subject: Vectors, said: Sequence[Stance], limit: int, weights: Weights = WEIGHTS
    ) -> list[list[Match]]:
        """Return, for each sentence (a row of both matrices and a stance), the `limit` most alike ones, best first."""
        cosines = weights.subject * (whole @ self._whole.T)
        cosines += (1 - weights.subject) * (without_subject @ self._neutral.T)
        penalties = np.asarray([getattr(weights, sign) for sign in _SIGNS], dtype=np.float32)
        return [self._nearest(row, one, limit, penalties, weights) for row, one in zip(cosines, said, strict=True)]

    def claims_near(self, whole: Vectors, without_subject: Vectors, limit: int) -> list[str]:
        """Return the texts of the `limit` reviewed claims most alike to one sentence, by its words alone."""
        cosines = self._whole @ whole + self._neutral @ without_subject - 2 * (1 - self._is_claim)
        return [self.sentences[at].text for at in np.argsort(-cosines, kind="stable")[:limit]]

    def leanings(
        self, texts: Sequence[str], whole: Vectors, without_subject: Vectors, said: Sequence[Stance]
    ) -> Leanings:
        """Return which verdicts each of `texts` leans to, by all judged sentences together."""
        return self._head.leanings([neutral(text) for text in texts], whole, without_subject, said)

    def _nearest(self, cosines: Vectors, said: Stance, limit: int, penalties: Vectors, weights: Weights) -> list[Match]:
        differ = np.abs(self._signs - np.asarray(_signs(said), dtype=np.float32))
        scores = cosines - (differ * penalties).sum(axis=1) - weights.claim * self._is_claim
        best = np.argsort(-scores, kind="stable")[:limit]
        return [Match(self.sentences[at], float(scores[at]), float(cosines[at])) for at in best]


def _signs(said: Stance) -> list[bool]:
    return [bool(getattr(said, sign)) for sign in _SIGNS]


def write_judged(folder: Path, library: Library, encoder: Encoder) -> None:
    """Write the judged sentences, their vectors and the head into `folder`.

    Vectors of the served index are used again.
    """
    sentences = judged_sentences(library)
    texts = [one.text for one in sentences] + [neutral(one.text) for one in sentences]
    known = _known(folder.parent.parent, encoder)
    missing = [text for text in dict.fromkeys(texts) if text not in known]
    known.update(zip(missing, encoder.encode(missing), strict=True))
    vectors = np.asarray([known[text] for text in texts], dtype=np.float32)
    np.save(folder / _VECTORS, vectors)
    trained_on(sentences, vectors).save(folder)
    table = {"encoder": encoder.card.weights_sha256, "sentences": [astuple(one) for one in sentences]}
    (folder / _TABLE).write_text(json.dumps(table, ensure_ascii=False))


def trained_on(sentences: Sequence[JudgedSentence], vectors: Vectors) -> Head:
    """Return a head trained on `sentences`; `vectors` holds two rows per sentence: as it stands, and neutral."""
    return train_head(
        [neutral(one.text) for one in sentences],
        [one.verdict for one in sentences],
        [one.is_claim for one in sentences],
        vectors[: len(sentences)],
        vectors[len(sentences) :],
        [stance(one.text) for one in sentences],
    )


def open_judged(index_folder: Path) -> JudgedTable:
    """Return the judged sentences of an index. Raises `IndexBrokenError` when it was built without them."""
    folder = index_folder / ARTIFACT
    read = _read(folder)
    if read is None or not (folder / HEAD_FILE).exists():
        raise IndexBrokenError(f"the index in {index_folder} has no judged sentences; run `caveat index`")
    return JudgedTable(read[1], read[2], load_head(folder))


def _read(folder: Path) -> tuple[str, list[JudgedSentence], NDArray[np.float32]] | None:
    try:
        table = json.loads((folder / _TABLE).read_text())
        vectors = np.load(folder / _VECTORS)
    except OSError:
        return None
    rows = [
        JudgedSentence(text, SentenceVerdict(verdict), item, is_claim)
        for text, verdict, item, is_claim in table["sentences"]
    ]
    return table["encoder"], rows, vectors


def _known(root: Path, encoder: Encoder) -> dict[str, Vectors]:
    """Return the vectors of the texts in the served index of `root`, when the same encoder made them."""
    try:
        read = _read(root / read_pointer(root).current / ARTIFACT)
    except (IndexMissingError, IndexBrokenError):
        return {}
    if read is None or read[0] != encoder.card.weights_sha256:
        return {}
    texts = [one.text for one in read[1]] + [neutral(one.text) for one in read[1]]
    return dict(zip(texts, read[2], strict=True))
