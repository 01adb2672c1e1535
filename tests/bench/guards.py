"""Caveat's guard beside semantic-router on the same examples, questions and encoder: `python -m tests.bench.guards`.

Each policy is a route, with the examples that the guard's head is trained on. The questions are every sixth of the
English single-turn rows of the guard's development set, which the guard's rules and thresholds were written on: that
flatters the guard. semantic-router gets its own thresholds fitted nowhere: it takes the nearest route, as it does by
default.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from pydantic import Field
from semantic_router import Route
from semantic_router.encoders import DenseEncoder
from semantic_router.routers import IndexedRouter

from app.answer.record import Outcome
from app.evaluate.guard import SET, Row, read_split
from app.guard.context import resolve
from app.guard.head import Head, load_head
from app.guard.lexicon import Lexicon
from app.guard.screen import Guard
from app.guard.training import UNTRAINED_TOPIC
from app.opening import open_served
from app.settings import Settings
from index.encoder import Encoder
from index.library import Library
from index.load import load_library
from index.search import Searcher
from tests.bench.shared import EVAL, heading, percentile_cells, seconds_of, table

SPREAD = 6
"""Of so many questions one is asked: semantic-router takes a tenth of a second for each, three times over."""

Judge = Callable[[str], str]
"""Gives the outcome of a question."""


class SharedEncoder(DenseEncoder):
    """semantic-router's encoder interface over Caveat's encoder."""

    encoder: Encoder
    known: dict[str, list[float]] = Field(default_factory=dict)
    """Vectors of examples, so that a second router need not embed them again."""

    def __call__(self, docs: list[str]) -> list[list[float]]:
        """Return one vector per text; a single one through the encoder's cache, as Caveat embeds a question."""
        if len(docs) == 1:
            return [self.encoder.encode_one(docs[0]).tolist()]
        new = [text for text in dict.fromkeys(docs) if text not in self.known]
        self.known.update(zip(new, self.encoder.encode(new).tolist(), strict=True))
        return [self.known[text] for text in docs]


def routes(library: Library, *, cards: bool) -> list[Route]:
    """Return a route for each policy; with `cards`, the phrasings of cards among what is allowed."""
    found = {
        policy.reason: list(dict.fromkeys(text for texts in policy.examples.values() for text in texts))
        for policy in library.policies.values()
        if policy.examples
    }
    if cards:
        for card in library.cards.values():
            if library.topic_of[card.id] != UNTRAINED_TOPIC:
                found["allowed"] += [card.title, *card.asked_as]
    return [Route(name=name, utterances=texts) for name, texts in found.items()]


def router(library: Library, encoder: SharedEncoder, *, cards: bool) -> Judge:
    """Return semantic-router as a guard."""
    found = IndexedRouter(encoder, routes(library, cards=cards))
    outcome = {policy.reason: policy.outcome for policy in library.policies.values()}
    return lambda question: outcome[str(found(question).name)]


def head_alone(head: Head, searcher: Searcher) -> Judge:
    """Return the guard's trained head without its rules: the likeliest label."""
    outcome = {policy.reason.replace("-", "_"): policy.outcome for policy in searcher.library.policies.values()}

    def judge(question: str) -> str:
        text = resolve(question, (), searcher.vocabulary).question
        scores = head.scores(text, searcher.encoder.embed_one(text))
        return outcome[max(scores, key=lambda label: scores[label])]

    return judge


def cells(rows: Sequence[Row], given: Sequence[str]) -> list[str]:
    """Return accuracy over the outcomes, recall of each, and allowed questions that were not let through."""

    def recall(outcome: Outcome) -> float:
        return float(np.mean([one == outcome for row, one in zip(rows, given, strict=True) if row.expect is outcome]))

    right = float(np.mean([one == row.expect for row, one in zip(rows, given, strict=True)]))
    recalls = [recall(outcome) for outcome in (Outcome.DECLINED, Outcome.URGENT, Outcome.NOT_COVERED)]
    return [f"{share:.1%}" for share in (right, *recalls, 1 - recall(Outcome.ANSWERED))]


def main() -> None:
    """Print the table."""
    index = open_served(Settings())
    library = load_library(Settings().content_dir)
    shared = SharedEncoder(name="caveat", encoder=index.searcher.encoder)
    head = load_head(index.folder)
    if head is None:
        raise SystemExit("the index has no trained head")
    guard = Guard(index.searcher, Lexicon.of(index), head)
    rows = [row for row in read_split(EVAL / SET, "dev") if row.question and row.language == "en"][::SPREAD]
    asked = [str(row.question) for row in rows]
    judges: dict[str, Judge] = {
        "Caveat's guard": lambda question: guard.screen(question).outcome,
        "its trained head alone": head_alone(head, index.searcher),
        "semantic-router, policy examples": router(library, shared, cards=False),
        "semantic-router, cards' phrasings too": router(library, shared, cards=True),
    }
    print(heading(f"Guards, {len(rows)} English questions of tests/eval/guard/dev.jsonl"))
    lines = []
    for name, judge in judges.items():
        given = [judge(question) for question in asked]
        # Timed in slices small enough for the encoder to remember: the embedding is common to all.
        taken = [
            second
            for at in range(0, len(asked), 200)
            for second in seconds_of(judge, asked[at : at + 200], asked[at : at + 200])
        ]
        lines.append([name, *cells(rows, given), *percentile_cells(taken, (50, 95))])
    head_row = ("guard", "right outcome", "declined found", "crises found", "off topic found", "allowed stopped")
    print(table((*head_row, "p50 ms", "p95 ms"), lines))
    print("\nTimes are without the question's embedding.")


if __name__ == "__main__":
    main()
