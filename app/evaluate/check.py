"""Evaluate the article check on labelled sentences: confusion matrix, accuracy, macro F1, intervals."""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from app.check.decide import SentenceVerdict, decide
from app.check.judged import open_judged
from app.check.mask import normalised
from index.opened import OpenedIndex

SETS = Path(__file__).resolve().parents[2] / "tests" / "eval" / "check"
Z = 1.96
BENIGN = frozenset({SentenceVerdict.SUPPORTED, SentenceVerdict.BACKGROUND})
MISLEADING = frozenset({SentenceVerdict.UNPROVEN, SentenceVerdict.UNSUPPORTED, SentenceVerdict.CONTRADICTED})


@dataclass(frozen=True)
class CheckResult:
    """How one labelled set fared: (expected, given) pairs, with each sentence's id."""

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


def wilson(right: int, total: int) -> tuple[float, float]:
    """Return the 95% Wilson score interval of a proportion."""
    share = right / total
    centre = share + Z * Z / (2 * total)
    spread = Z * math.sqrt(share * (1 - share) / total + Z * Z / (4 * total * total))
    return (centre - spread) / (1 + Z * Z / total), (centre + spread) / (1 + Z * Z / total)


def evaluate_check(index: OpenedIndex, split: str, folder: Path = SETS) -> CheckResult:
    """Return the result of the article check on `folder`/`split`.jsonl."""
    table, encoder = open_judged(index.folder), index.searcher.encoder
    rows = [json.loads(line) for line in (folder / f"{split}.jsonl").read_text().splitlines() if line]
    given = decide([normalised(row["text"]) for row in rows], table, encoder)
    pairs = ((row["id"], SentenceVerdict(row["verdict"]), one.verdict) for row, one in zip(rows, given, strict=True))
    return CheckResult(split, tuple(pairs))


def check_table(result: CheckResult) -> str:
    """Return the result as Markdown: figures, then the confusion matrix (rows: label, columns: given)."""
    low, high = wilson(result.right, len(result.pairs))
    cells = Counter((expected, given) for _, expected, given in result.pairs)
    verdicts = list(SentenceVerdict)
    lines = [
        f"Article check on {result.split}: {result.right} of {len(result.pairs)} right, accuracy {result.accuracy:.3f} "
        f"(95% interval {low:.3f} to {high:.3f}), macro F1 {result.macro_f1:.3f}",
        f"Misleading sentences called supported or background: {len(result.vouched_wrongly)}",
        f"Sentences of advice not taken out: {len(result.advice_echoed)}",
        "",
        "| label | " + " | ".join(verdicts) + " | F1 |",
        "|---" * (len(verdicts) + 2) + "|",
    ]
    for expected in verdicts:
        row = " | ".join(str(cells[expected, given] or "·") for given in verdicts)
        lines.append(f"| {expected} | {row} | {result.f1(expected):.2f} |")
    return "\n".join(lines)


def main() -> None:
    """Print the result on one split, and with `--wrong` the ids that went wrong."""
    from app.opening import open_served  # noqa: PLC0415
    from app.settings import Settings  # noqa: PLC0415

    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--split", choices=("train", "dev", "test"), default="test")
    parser.add_argument("--wrong", action="store_true")
    chosen = parser.parse_args()
    result = evaluate_check(open_served(Settings()), chosen.split)
    sys.stdout.write(check_table(result) + "\n")
    if chosen.wrong:
        lines = (f"{row}: {expected} -> {given}" for row, expected, given in result.pairs if expected is not given)
        sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
