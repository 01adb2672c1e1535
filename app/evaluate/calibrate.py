"""Fit the confidence score on questions with known outcomes, and choose its threshold with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.answer.confidence import CALIBRATION_FILE, FEATURES, Calibration, features
from app.answer.record import Outcome
from app.assistant import Assistant
from app.evaluate import guard as guarding
from app.evaluate.answers import AnswerRow, auroc, candidate
from app.guard.decision import Message
from index.search import Hit, Hits

Array = NDArray[np.float64]

MAX_FALSE_ABSTENTION = 0.045
"""Answerable questions of the answers' set that the threshold may turn away, of those it decides, in cross-validation:
fewer than the 5% promised, because a set that nothing was looked at in is harder."""

FOLDS = 10
RIDGE = 0.3
"""Weight of the squared weights in the fit, so that no rare feature runs away."""


@dataclass(frozen=True)
class Fit:
    """A calibration with its cross-validated figures."""

    calibration: Calibration
    false_abstention: float
    abstention: float
    auroc: float

    def save(self) -> None:
        """Write the calibration to the file that the assistant reads."""
        CALIBRATION_FILE.write_text(self.calibration.model_dump_json(indent=2) + "\n", encoding="utf-8")


@dataclass(frozen=True)
class Asked:
    """A conversation, and whether its last question can be answered."""

    turns: Sequence[Message]
    answerable: bool


def asked_of(rows: Sequence[AnswerRow], guarded: Sequence[guarding.Row]) -> list[Asked]:
    """Return the questions of rows of both kinds that are to be answered or that nothing is reviewed on.

    Those of the guard's sets are worded less like the cards, so that what is allowed is not turned away for its words.
    """
    found = [Asked(row.turns, row.expect is Outcome.ANSWERED) for row in rows]
    judged = {Outcome.ANSWERED, Outcome.NOT_COVERED}
    return found + [Asked(row.messages, row.expect is Outcome.ANSWERED) for row in guarded if row.expect in judged]


def fit(assistant: Assistant, dev: Sequence[AnswerRow], others: Sequence[Asked]) -> Fit:
    """Return the logistic score fitted on the questions it judges, and a threshold that turns few answerable ones away.

    The threshold is chosen on cross-validated scores: every question is judged by a fit that has not seen it. It is
    chosen on `dev` alone: of the others, many answerable ones are worded oddly or near misses' twins.
    """
    found = [(one, *judged) for one in asked_of(dev, ()) if (judged := _judged(assistant, one))]
    own = len(found)
    found += [(one, *judged) for one in others if (judged := _judged(assistant, one))]
    table = np.asarray([list(features(hit, hits).values()) for _, hit, hits in found])
    answerable = np.asarray([one.answerable for one, _, _ in found])
    held_out = _cross_validated(table, answerable)
    of_own, own_answerable = held_out[:own], answerable[:own]
    threshold = float(np.quantile(of_own[own_answerable], MAX_FALSE_ABSTENTION))
    weights, bias = fit_logistic(table, answerable)
    turned_away = float((of_own[own_answerable] < threshold).mean())
    abstained = float((of_own[~own_answerable] < threshold).mean())
    reason = (
        f"In {FOLDS}-fold cross-validation on {own} dev questions that it decides this threshold turns away "
        f"{100 * turned_away:.1f}% of the answerable and {100 * abstained:.1f}% of the unanswerable ones; "
        f"it is the highest keeping the first at about {100 * MAX_FALSE_ABSTENTION:.1f}%."
    )
    calibration = Calibration(
        weights={name: round(float(weight), 4) for name, weight in zip(FEATURES, weights, strict=True)},
        bias=round(float(bias), 4),
        threshold=round(threshold, 4),
        reason=reason,
        fitted_on={"answerable": int(answerable.sum()), "unanswerable": int((~answerable).sum())},
        encoder_origin_sha256=assistant.index.manifest.encoder.origin_sha256,
    )
    return Fit(
        calibration, turned_away, abstained, auroc(held_out[answerable].tolist(), held_out[~answerable].tolist())
    )


def _judged(assistant: Assistant, asked: Asked) -> tuple[Hit, Hits] | None:
    """Return the item whose confidence decides, and all hits; None when the guard or a card's own wording decides."""
    explained = assistant.explain(asked.turns[-1].content, asked.turns[:-1])
    hit = candidate(explained.hits)
    is_left_to_it = explained.decision.outcome is Outcome.ANSWERED and hit is not None and not hit.is_asked
    return (hit, explained.hits) if hit and is_left_to_it else None


def fit_logistic(table: Array, positive: NDArray[np.bool_]) -> tuple[Array, float]:
    """Return the weights and bias of a ridge logistic regression with both classes weighed equally (Newton)."""
    spread = np.maximum(table.std(axis=0), 1e-6)  # so that the ridge weighs on every feature alike
    rows = np.hstack([table / spread, np.ones((len(table), 1))])
    weight = np.where(positive, 0.5 / positive.sum(), 0.5 / (~positive).sum()) * len(table)
    ridge = np.diag([RIDGE] * table.shape[1] + [0.0])
    beta = np.zeros(rows.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ beta))
        gradient = rows.T @ (weight * (positive - chance)) - ridge @ beta
        hessian = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + ridge
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if float(np.abs(step).max()) < 1e-8:
            break
    return beta[:-1] / spread, float(beta[-1])


def _cross_validated(table: Array, positive: NDArray[np.bool_]) -> Array:
    folds = np.random.default_rng(20261123).permutation(len(table)) % FOLDS
    scores = np.zeros(len(table))
    for fold in range(FOLDS):
        out = folds == fold
        weights, bias = fit_logistic(table[~out], positive[~out])
        scores[out] = 1 / (1 + np.exp(-(table[out] @ weights + bias)))
    return scores
