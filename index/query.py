"""The lexical query of a question: its content words; of a long message only those that tell most."""

from __future__ import annotations

from collections.abc import Sequence

from index.lexical import LexicalIndex, tokenize

LONG_QUERY = 16
"""A question of more different content words than this is condensed to this many."""


def lexical_query(question: str, index: LexicalIndex, also: str = "") -> list[str]:
    """Return the tokens to score: the words of `question` and of `also`, each as often as it is said.

    A long message tells a story around its question; every common word of the story pulls in passages that
    are about something else. Of such a message only the `LONG_QUERY` rarest words of the index are kept, each once.
    """
    tokens = tokenize(f"{question} {also}" if also else question)
    different = list(dict.fromkeys(tokens))
    return tokens if len(different) <= LONG_QUERY else condensed(different, index)


def condensed(tokens: Sequence[str], index: LexicalIndex, size: int = LONG_QUERY) -> list[str]:
    """Return the `size` rarest of `tokens` that the index knows, in their order."""
    known = [token for token in tokens if index.document_frequency(token)]
    kept = set(sorted(known, key=index.document_frequency)[:size])
    return [token for token in known if token in kept]
