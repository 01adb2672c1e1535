"""Evaluate the article check on labelled sentences: confusion matrix, accuracy, macro F1, intervals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from app.check.decide import decide
from app.check.judged import open_judged
from app.check.mask import normalised
from app.check.verdicts import SentenceVerdict
from app.evaluate.results import EvaluationError, Result, Versions, measure, read_rows, share
from index.opened import OpenedIndex

SET = "check"
EVAL_DIR = Path("tests/eval")
_IN_ARTICLE = re.compile(r"(.*\ba\d+)-\d+$")
BENIGN = frozenset({SentenceVerdict.SUPPORTED, SentenceVerdict.BACKGROUND})
MISLEADING = frozenset({SentenceVerdict.UNPROVEN, SentenceVerdict.UNSUPPORTED, SentenceVerdict.CONTRADICTED})


class Row(BaseModel):
    """One labelled sentence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    text: str
    verdict: SentenceVerdict
    also: SentenceVerdict | None = None
    """A second defensible verdict."""
    style: str

    def expected(self, given: SentenceVerdict) -> SentenceVerdict:
        """Return the verdict that is expected: the second one when that is `given`."""
        return given if given is self.also else self.verdict


@dataclass(frozen=True)
class CheckResult:
    """How one labelled set fared: (expected, given) pairs, with each sentence's id.

    Where a sentence has a second defensible verdict and got it, that one is the expected verdict.
    """

    split: str
    pairs: tuple[tuple[str, SentenceVerdict, SentenceVerdict], ...]

    @property
    def right(self) -> int:
        """How many sentences got the expected verdict."""
        return sum(expected is given for _, expected, given in self.pairs)

    @property
    def accuracy(self) -> float:
        """The share of sentences that got the expected verdict."""
        return self.right / len(self.pairs)

    @property
    def vouched_wrongly(self) -> list[str]:
        """The ids of misleading sentences that were called supported or background: the costly mistake."""
        return [row for row, expected, given in self.pairs if expected in MISLEADING and given in BENIGN]

    @property
    def advice_echoed(self) -> list[str]:
        """The ids of sentences of advice that were not taken out."""
        advice = SentenceVerdict.ADVICE_DECLINED
        return [row for row, expected, given in self.pairs if expected is advice and given is not advice]

    def f1(self, verdict: SentenceVerdict) -> float:
        """Return the F1 of one verdict; 0 when it was never right."""
        right = sum(expected is given is verdict for _, expected, given in self.pairs)
        said = sum(given is verdict for _, _, given in self.pairs)
        there = sum(expected is verdict for _, expected, _ in self.pairs)
        return 2 * right / (said + there) if right else 0.0

    @property
    def macro_f1(self) -> float:
        """The mean F1 over the verdicts that occur among the labels."""
        labels = {expected for _, expected, _ in self.pairs}
        return sum(self.f1(verdict) for verdict in labels) / len(labels)


def read_split(split: str, folder: Path = EVAL_DIR) -> list[Row]:
    """Return the rows of `folder`/check/`split`.jsonl. Raises `EvaluationError` naming the row that is wrong."""
    path = folder / SET / f"{split}.jsonl"
    rows = []
    for number, data in enumerate(read_rows(path), start=1):
        try:
            rows.append(Row.model_validate(data))
        except ValidationError as error:
            first = error.errors()[0]
            raise EvaluationError(f"{path}:{number}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    return rows


def evaluate_check(index: OpenedIndex, split: str, folder: Path = EVAL_DIR) -> CheckResult:
    """Return the result of the article check on a split. Raises `EvaluationError` when it cannot be read."""
    rows = read_split(split, folder)
    texts = [normalised(row.text) for row in rows]
    given = decide(texts, open_judged(index.folder), index.searcher.encoder, before_of(rows, texts))
    pairs = ((row.id, row.expected(one.verdict), one.verdict) for row, one in zip(rows, given, strict=True))
    return CheckResult(split, tuple(pairs))


def before_of(rows: Sequence[Row], texts: Sequence[str]) -> list[str]:
    """Return for each row the text before it in the same article ("x-a3-07" follows "x-a3-06"), or ""."""
    articles = [found.group(1) if (found := _IN_ARTICLE.match(row.id)) else None for row in rows]
    same = [bool(now) and now == last for last, now in pairwise([None, *articles])]
    return [text if follows else "" for text, follows in zip(["", *texts], same, strict=False)]


def figures(result: CheckResult, versions: Versions) -> list[Result]:
    """Return accuracy, macro F1, the costly mistakes and the F1 of each verdict."""
    total = len(result.pairs)
    misleading = sum(expected in MISLEADING for _, expected, _ in result.pairs)
    advice = sum(expected is SentenceVerdict.ADVICE_DECLINED for _, expected, _ in result.pairs)

    def name(metric: str) -> tuple[str, str, str]:
        return SET, result.split, metric

    found = [
        share(name("all.accuracy"), result.right, total, versions),
        measure(name("all.macro_f1"), total, result.macro_f1, versions),
        share(name("all.misleading_vouched_for"), len(result.vouched_wrongly), misleading, versions),
        share(name("all.advice_echoed"), len(result.advice_echoed), advice, versions),
    ]
    for verdict in SentenceVerdict:
        there = sum(expected is verdict for _, expected, _ in result.pairs)
        found.append(measure(name(f"{verdict}.f1"), there, result.f1(verdict), versions))
    return found


def confusion(result: CheckResult) -> list[tuple[str, ...]]:
    """Return the confusion matrix as rows of text: the label, then how often each verdict was given, then F1."""
    cells = Counter((expected, given) for _, expected, given in result.pairs)
    return [
        (expected, *(str(cells[expected, given] or "·") for given in SentenceVerdict), f"{result.f1(expected):.2f}")
        for expected in SentenceVerdict
    ]
