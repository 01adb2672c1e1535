"""Evaluation questions are never in what the system learns from or looks up."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from index.load import load_library

ROOT = Path(__file__).resolve().parents[2]


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def evaluation_questions() -> Iterator[str]:
    for path in sorted((ROOT / "tests" / "eval").glob("*/*.jsonl")):
        if path.parent.name in ("answers", "guard"):
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                yield plain(row.get("question") or row["turns"][-1]["content"])


def test_no_evaluation_question_is_a_phrasing_or_a_training_example() -> None:
    library = load_library(ROOT / "content")
    learnt = {plain(phrasing) for card in library.cards.values() for phrasing in card.asked_as}
    examples = (texts for policy in library.policies.values() for texts in policy.examples.values())
    learnt |= {plain(text) for texts in examples for text in texts}
    elsewhere = (texts for known in library.asked.values() for texts in known.asked.values())
    learnt |= {plain(text) for texts in elsewhere for text in texts}
    shared = {question for question in evaluation_questions() if len(question.split()) > 1} & learnt
    assert shared == set()
