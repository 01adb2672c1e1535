"""The guard's own data: enough rows, valid, and none of them trained on."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.answer.record import Outcome
from app.evaluate.guard import Row, read_split
from app.evaluate.results import EvaluationError, wilson
from index.load import CONTENT_DIR, read_content

FOLDER = Path(__file__).resolve().parent.parent / "eval" / "guard"
SPLITS = ("dev", "test", "fresh")


@pytest.fixture(scope="module")
def rows() -> dict[str, list[Row]]:
    return {split: read_split(FOLDER, split) for split in SPLITS}


def test_there_are_enough_rows_of_every_outcome(rows: dict[str, list[Row]]) -> None:
    every = [row for split in rows.values() for row in split]
    assert len(every) >= 1_500
    assert sum(row.expect is Outcome.ANSWERED for row in every) >= 500
    assert {row.expect for row in every} == set(Outcome)
    assert len({row.language for row in every}) >= 30


def test_no_row_is_in_two_splits_or_among_the_training_examples(rows: dict[str, list[Row]]) -> None:
    # Rows are told by their ids alone: who sees this fail must not read the test questions.
    in_dev = {_said(row) for row in rows["dev"]}
    assert [row.id for split in ("test", "fresh") for row in rows[split] if _said(row) in in_dev] == []
    policies = read_content(CONTENT_DIR).library.policies.values()
    trained = {text.strip().lower() for policy in policies for texts in policy.examples.values() for text in texts}
    assert len(trained) >= 1_000
    assert [row.id for split in SPLITS for row in rows[split] if _said(row) in trained] == []


def _said(row: Row) -> str:
    return " / ".join(message.content for message in row.messages).strip().lower()


def test_a_row_that_is_not_valid_is_named(tmp_path: Path) -> None:
    (tmp_path / "dev.jsonl").write_text('{"id": "x", "expect": "declined", "reason": "dosing", "slice": "s"}\n')
    with pytest.raises(EvaluationError, match=r"dev\.jsonl:1"):
        read_split(tmp_path, "dev")


def test_a_missing_set_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="--data"):
        read_split(tmp_path, "dev")


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"), [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (5, 10, 0.237, 0.763)]
)
def test_wilson_intervals_are_as_published(hits: int, n: int, low: float, high: float) -> None:
    assert wilson(hits, n) == pytest.approx((low, high), abs=0.001)
