"""Badly spelt English is read by sound, by its consonants and by its neighbours; other text is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.answer.record import Outcome
from app.guard.decision import Decision
from app.guard.lexicon import Lexicon
from app.guard.respelling import MAX_WORDS, bones_of, respelt, sound_of


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("hw mch krtm shld i tk", "how much kratom should i take"),
        ("ware kan i bai kratem", "where can i buy kratom"),
        ("kan kratim kawz seezures", "can kratom cause seizures"),
        ("how lnog deos kartom lsat", "how long does kratom last"),
    ],
)
def test_a_misspelt_question_is_read(lexicon: Lexicon, text: str, read: str) -> None:
    assert respelt(text, lexicon) == read


def test_a_request_without_vowels_is_declined(screen: Callable[..., Decision]) -> None:
    assert screen("wts a gd krtm ds 4 bgnrs").outcome is Outcome.DECLINED


@pytest.mark.parametrize(
    "text",
    [
        "is kratom legal in texas",
        "does kratom interact with clonazepam",
        "how do i renew my passport",
        "toko kratom murah di mana",
        "dove comprare kratom online",
        "wie lange ist kratom im urin nachweisbar",
        "сколько это стоит",
        "zxqv bnmk",
        "",
        "krtm " * (MAX_WORDS + 1),
    ],
)
def test_well_spelt_and_foreign_text_is_left_alone(lexicon: Lexicon, text: str) -> None:
    assert respelt(text, lexicon) is None


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("wot iz a sayf doze of craytum", Outcome.DECLINED),
        ("cn u od on krtm", Outcome.ANSWERED),
    ],
)
def test_a_misspelt_question_is_judged_as_it_is_read(
    screen: Callable[..., Decision], text: str, outcome: Outcome
) -> None:
    assert screen(text).outcome is outcome


def test_words_that_sound_alike_or_share_their_consonants_have_one_key() -> None:
    assert sound_of("seezures") == sound_of("seizures")
    assert sound_of("mutch") == sound_of("much")
    assert bones_of("kratom") == "krtm"


def test_pairs_of_words_are_counted_as_the_questions_hold_them(lexicon: Lexicon) -> None:
    times = lexicon.table.times
    assert times("is", "kratom") > times("kratom", "is") > 0
    assert times("", "is") > times("", "kratom") > 0
    assert times("kratom", "zxqv") == times("zxqv", "kratom") == 0
