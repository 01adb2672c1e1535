"""Derive the weights of the article check: a coordinate search that never sees the test set."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

import numpy as np

from app.check.decide import SentenceVerdict, at_sight, settle
from app.check.judged import JudgedTable, neutral, open_judged
from app.check.mask import normalised
from app.check.stance import stance
from app.check.weights import WEIGHTS, Weights
from app.evaluate.check import BENIGN, EVAL_DIR, MISLEADING, SET
from app.evaluate.results import read_rows
from index.encoder import Encoder, Vectors

GRID: dict[str, tuple[float, ...]] = {
    "subject": (0.2, 0.4, 0.6),
    "denies": (0.04, 0.08, 0.12),
    "gap": (0.1, 0.15, 0.2, 0.25),
    "reported": (0.04, 0.08, 0.12),
    "laboratory": (0.08, 0.12, 0.16),
    "overclaims": (0.06, 0.1, 0.14, 0.18),
    "claim": (0.04, 0.08, 0.12),
    "neighbours": (3, 5, 8, 12),
    "sharpness": (12.0, 18.0, 25.0),
    "min_score": (0.4, 0.44, 0.48),
    "sure_score": (0.6, 0.65, 0.7, 0.75),
    "min_share": (0.0, 0.34, 0.4, 0.45),
}
MIN_GAIN = 0.003
"""A smaller gain is noise on sets of this size; the plainer value stays."""


@dataclass(frozen=True)
class Labelled:
    """Sentences with their verdicts and vectors; with `alone`, each is judged without its own equal."""

    texts: Sequence[str]
    verdicts: Sequence[SentenceVerdict]
    whole: Vectors
    without_subject: Vectors
    alone: bool


def labelled(texts: Sequence[str], verdicts: Sequence[SentenceVerdict], encoder: Encoder, alone: bool) -> Labelled:
    """Return `texts` with their vectors."""
    without_subject = encoder.encode([neutral(text) for text in texts])
    return Labelled(texts, verdicts, encoder.encode(texts), without_subject, alone)


def value_of(weights: Weights, sets: Sequence[Labelled], table: JudgedTable) -> float:
    """Return the mean over `sets` of accuracy less the share of misleading sentences vouched for."""
    return float(np.mean([_value(weights, one, table) for one in sets]))


def _value(weights: Weights, one: Labelled, table: JudgedTable) -> float:
    stances = [stance(text) for text in one.texts]
    limit = weights.neighbours
    found = table.matches(one.whole, one.without_subject, stances, limit + one.alone, weights)
    right = vouched = 0
    for text, expected, said, matches in zip(one.texts, one.verdicts, stances, found, strict=True):
        others = [match for match in matches if not (one.alone and match.judged.text == text)][:limit]
        given = (at_sight(text) or settle(text, said, others, weights)).verdict
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
    rows = [row for name in ("train", "dev") for row in read_rows(EVAL_DIR / SET / f"{name}.jsonl")]
    phrasings = [one for one in table.sentences if not one.is_claim]
    sets = [
        labelled([normalised(r["text"]) for r in rows], [SentenceVerdict(r["verdict"]) for r in rows], encoder, False),
        labelled([p.text for p in phrasings], [SentenceVerdict(p.verdict) for p in phrasings], encoder, True),
    ]
    best, value = search(sets, table)
    shown = {"in use": value_of(WEIGHTS, sets, table), "best": value, "weights": asdict(best)}
    sys.stdout.write(json.dumps(shown, indent=1) + "\n")


if __name__ == "__main__":
    main()
