"""Fit the order of cards on questions whose answering cards are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.assistant import Assistant
from app.evaluate.answers import AnswerRow
from index.card_order import ORDER_FILE, CardOrder, Signs, card_order

Array = NDArray[np.float64]

FOLDS = 10
RIDGE = 0.01
"""Weight of the squared weights in the fit, of signs scaled to the same spread."""


@dataclass(frozen=True)
class Choice:
    """The cards that were found for one question: their signs, and which of them answer it."""

    signs: Array
    answers: NDArray[np.bool_]

    @property
    def tells(self) -> bool:
        """Whether there is something to choose: cards that answer and cards that do not."""
        return bool(self.answers.any() and not self.answers.all())

    def is_right(self, weights: Array) -> bool:
        """Return whether the card that `weights` put first answers."""
        return bool(self.answers[int((self.signs @ weights).argmax())])


def fit_order(assistant: Assistant, rows: Sequence[AnswerRow]) -> CardOrder:
    """Return the order fitted on the rows that accept a card, with its cross-validated share of right first cards."""
    choices = [choice for row in rows if row.accept and (choice := _choice(assistant, row))]
    table = np.vstack([choice.signs for choice in choices])
    spread = np.maximum(table.std(axis=0), 1e-6)
    folds = np.random.default_rng(20261128).permutation(len(choices)) % FOLDS
    right = 0
    for fold in range(FOLDS):
        weights = fit_choices([choice for choice, at in zip(choices, folds, strict=True) if at != fold], spread)
        right += sum(choice.is_right(weights) for choice, at in zip(choices, folds, strict=True) if at == fold)
    before = sum(choice.is_right(np.eye(len(spread))[0]) for choice in choices)
    weights = fit_choices(choices, spread)
    reason = (
        f"In {FOLDS}-fold cross-validation on {len(choices)} questions the first card answers "
        f"{100 * right / len(choices):.1f}%; in the order of the search alone {100 * before / len(choices):.1f}%."
    )
    return CardOrder(
        weights={name: round(float(weight), 4) for name, weight in zip(Signs._fields, weights, strict=True)},
        reason=reason,
        fitted_on=len(choices),
    )


def save_order(order: CardOrder) -> None:
    """Write `order` to the file that the search reads, and search by it from now on."""
    ORDER_FILE.write_text(order.model_dump_json(indent=2) + "\n", encoding="utf-8")
    card_order.cache_clear()


def fit_choices(choices: Sequence[Choice], spread: Array) -> Array:
    """Return the weights under which cards that answer come first: a conditional logit with a ridge (L-BFGS)."""
    from scipy.optimize import minimize  # noqa: PLC0415 - heavy, and needed only here

    told = [(choice.signs / spread, choice.answers) for choice in choices if choice.tells]

    def loss(weights: Array) -> tuple[float, Array]:
        total, slope = RIDGE * float(weights @ weights), 2 * RIDGE * weights
        for signs, answers in told:
            scores = signs @ weights
            shares = np.exp(scores - scores.max())
            of_right = shares * answers
            total -= float(np.log(of_right.sum() / shares.sum())) / len(told)
            slope = slope - (of_right / of_right.sum() - shares / shares.sum()) @ signs / len(told)
        return total, slope

    found: Array = minimize(loss, np.zeros(len(spread)), jac=True, method="L-BFGS-B").x
    return found / spread


def _choice(assistant: Assistant, row: AnswerRow) -> Choice | None:
    """Return what was found for a row; None when nothing is to be put in order."""
    cards = assistant.explain(row.turns[-1].content, row.turns[:-1]).hits.of("card")
    if not cards or cards[0].is_asked:
        return None
    found = [card for card in cards if card.signs]
    return Choice(np.asarray([card.signs for card in found]), np.asarray([card.item in row.accept for card in found]))
