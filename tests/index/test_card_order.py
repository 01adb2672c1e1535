"""The order of the cards found."""

import numpy as np

from app.assistant import Assistant
from app.evaluate.order_fit import Choice, fit_choices
from index.card_order import DEPTH, CardOrder, Signs, card_order


def signs(**given: float) -> Signs:
    return Signs(**{**dict.fromkeys(Signs._fields, 0.0), **given})


def test_the_shipped_order_weighs_every_sign_and_says_what_it_was_fitted_on() -> None:
    order = card_order()
    assert set(order.weights) == set(Signs._fields)
    assert order.fitted_on > 0
    assert "cross-validation" in order.reason


def test_every_sign_counts_by_its_weight() -> None:
    order = CardOrder(weights={**dict.fromkeys(Signs._fields, 0.0), "score": 1.0, "topic": 2.0}, reason="", fitted_on=1)
    scores = order.scores([signs(score=1.0), signs(topic=1.0), signs(cosine=5.0)])
    assert scores.tolist() == [1.0, 2.0, 0.0]
    assert order.scores([]).tolist() == []


def test_the_first_cards_come_in_the_order_of_their_signs(assistant: Assistant) -> None:
    for question in ("does it hurt the liver", "my dad takes it for his back, any proof", "is it legal in texas"):
        cards = assistant.index.searcher.search(question).of("card")
        told = [card.signs for card in cards if card.signs]
        assert 1 < len(told) <= DEPTH
        assert told == [card.signs for card in cards[: len(told)]]
        scores = card_order().scores(told)
        assert (np.diff(scores) <= 0).all()


def test_a_card_asked_for_word_for_word_stays_first(assistant: Assistant) -> None:
    for card in list(assistant.index.library.cards.values())[::60]:
        assert assistant.index.searcher.search(card.title).of("card")[0].item == card.id


def test_the_fit_puts_cards_that_answer_first() -> None:
    random = np.random.default_rng(7)
    choices = []
    for _ in range(60):
        table = random.normal(size=(5, len(Signs._fields)))
        right = np.zeros(5, dtype=np.bool_)
        right[int((table[:, 1] + 2 * table[:, 3]).argmax())] = True
        choices.append(Choice(table, right))
    weights = fit_choices(choices, np.ones(len(Signs._fields)))
    assert sum(choice.is_right(weights) for choice in choices) >= 55
    assert weights[3] > weights[1] > np.abs(weights[[0, 2, 4, 5, 6, 7, 8]]).max()


def test_a_question_whose_cards_all_answer_or_none_teaches_nothing() -> None:
    told = Choice(np.eye(2, len(Signs._fields)), np.asarray([True, False]))
    untold = [Choice(np.eye(2, len(Signs._fields)), np.asarray([same, same])) for same in (True, False)]
    spread = np.ones(len(Signs._fields))
    assert np.allclose(fit_choices([told, *untold], spread), fit_choices([told], spread))
