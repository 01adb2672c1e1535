"""The guard on the real content, and questions in the ways that tests ask them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.assistant import Assistant
from app.guard.decision import Decision, Message
from app.guard.head import load_head
from app.guard.lexicon import Lexicon
from app.guard.screen import Guard


@pytest.fixture(scope="session")
def guard(assistant: Assistant) -> Guard:
    """The guard as it is served: rules and trained head."""
    return Guard(assistant.index.searcher, Lexicon.of(assistant.index), load_head(assistant.index.folder))


@pytest.fixture(scope="session")
def lexicon(assistant: Assistant) -> Lexicon:
    """The English words of the real content."""
    return Lexicon.of(assistant.index)


@pytest.fixture(scope="session")
def screen(guard: Guard) -> Callable[..., Decision]:
    """Screen the last of the user's turns after the ones before it."""

    def ask(*turns: str) -> Decision:
        *earlier, last = turns
        return guard.screen(last, [Message("user", turn) for turn in earlier])

    return ask
