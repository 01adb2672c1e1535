"""Derive the weights of the article check: a coordinate search that never sees the test set."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

import numpy as np

from app.check.at_sight import at_sight
from app.check.decide import settle
from app.check.head import VERDICTS, Leanings
from app.check.judged import JudgedTable, neutral, open_judged, trained_on
from app.check.mask import normalised
from app.check.stance import stance
from app.check.weights import WEIGHTS, Weights
from app.evaluate.check import BENIGN, MISLEADING, Row, read_split
from index.encoder import Encoder, Vectors

GRID: dict[str, tuple[float, ...]] = {
    "subject": (0.2, 0.4, 0.6),
    "denies": (0.04, 0.08, 0.12),
    "gap": (0.1, 0.15, 0.2, 0.25),
    "reported": (0.04, 0.08, 0.12),
    "laboratory": (0.08, 0.12, 0.16),
    "overclaims": (0.06, 0.1, 0.14, 0.18),
    "claim": (0.04, 0.08, 0.12),
    "neighbours": (5, 8, 12, 16),
    "sharpness": (12.0, 18.0, 25.0),
    "head": (0.6, 0.9, 1.2, 1.6, 2.2),
    "floor": (0.02, 0.05, 0.1),
    "min_score": (0.36, 0.4, 0.45, 0.5),
    "min_share": (0.0, 0.34, 0.4, 0.45, 0.5),
}
MIN_GAIN = 0.003
"""A smaller gain is noise on sets of this size; the plainer value stays."""
FOLDS = 4
"""Into how many parts the phrasings are split; each is judged by a head that was trained on the others."""


@dataclass(frozen=True)
class Labelled:
    """Sentences with their verdicts, vectors and leanings; with `alone`, each is judged without its own equal."""

    texts: Sequence[str]
    rows: Sequence[Row]
    whole: Vectors
    without_subject: Vectors
    leanings: Leanings
    alone: bool


def labelled_rows(rows: Sequence[Row], table: JudgedTable, encoder: Encoder) -> Labelled:
    """Return the labelled sentences `rows` with their vectors."""
    texts = [normalised(row.text) for row in rows]
    whole, without_subject = encoder.encode(texts), encoder.encode([neutral(text) for text in texts])
    leanings = table.leanings(texts, whole, without_subject, [stance(text) for text in texts])
    return Labelled(texts, rows, whole, without_subject, leanings, alone=False)


def phrasings(table: JudgedTable) -> Labelled:
    """Return the phrasings of `table`, each with the leaning of a head that has not seen it."""
    sentences, vectors = table.sentences, table.vectors
    own = np.asarray([at for at, one in enumerate(sentences) if not one.is_claim])
    fold = np.random.default_rng(0).integers(FOLDS, size=len(sentences))
    leanings = np.zeros((len(sentences), len(VERDICTS)))
    for part in range(FOLDS):
        held = own[fold[own] == part]
        rest = np.setdiff1d(np.arange(len(sentences)), held)
        head = trained_on([sentences[at] for at in rest], vectors[[*rest, *(rest + len(sentences))]])
        texts = [sentences[at].text for at in held]
        whole, without_subject = vectors[held], vectors[held + len(sentences)]
        said = [stance(text) for text in texts]
        leanings[held] = head.leanings([neutral(text) for text in texts], whole, without_subject, said)
    texts = [sentences[at].text for at in own]
    rows = [Row(id=str(at), text=sentences[at].text, verdict=sentences[at].verdict, style="phrasing") for at in own]
    return Labelled(texts, rows, vectors[own], vectors[own + len(sentences)], leanings[own], alone=True)


def value_of(weights: Weights, sets: Sequence[Labelled], table: JudgedTable) -> float:
    """Return the mean over `sets` of accuracy less the share of misleading sentences vouched for."""
    return float(np.mean([_value(weights, one, table) for one in sets]))


def _value(weights: Weights, one: Labelled, table: JudgedTable) -> float:
    stances = [stance(text) for text in one.texts]
    limit = weights.neighbours
    found = table.matches(one.whole, one.without_subject, stances, limit + one.alone, weights)
    right = vouched = 0
    for text, row, said, matches, leaning in zip(one.texts, one.rows, stances, found, one.leanings, strict=True):
        others = [match for match in matches if not (one.alone and match.judged.text == text)][:limit]
        by_verdict = dict(zip(VERDICTS, leaning.tolist(), strict=True))
        given = (at_sight(text) or settle(text, said, others, by_verdict, weights)).verdict
        expected = row.expected(given)
        right += given is expected
        vouched += expected in MISLEADING and given in BENIGN
    return (right - vouched) / len(one.texts)


def search(sets: Sequence[Labelled], table: JudgedTable, start: Weights = WEIGHTS) -> tuple[Weights, float]:
    """Return the best weights found by changing one at a time from `start`, twice over, and their value."""
    best, value = start, value_of(start, sets, table)
    for _ in range(2):
        for name, choices in GRID.items():
            for choice in choices:
                tried = replace(best, **{name: choice})  # type: ignore[arg-type]
                got = value_of(tried, sets, table)
                if got > value + MIN_GAIN:
                    best, value = tried, got
    return best, value


def main() -> None:
    """Print the weights in use and the best ones found, with their values."""
    from app.opening import open_served  # noqa: PLC0415
    from app.settings import Settings  # noqa: PLC0415

    index = open_served(Settings())
    table, encoder = open_judged(index.folder), index.searcher.encoder
    rows = [row for name in ("train", "dev") for row in read_split(name)]
    sets = [labelled_rows(rows, table, encoder), phrasings(table)]
    best, value = search(sets, table)
    shown = {"in use": value_of(WEIGHTS, sets, table), "best": value, "weights": asdict(best)}
    sys.stdout.write(json.dumps(shown, indent=1) + "\n")


if __name__ == "__main__":
    main()
