"""Judge answers: the right card or claim first, every statement traceable, and abstention where nothing is reviewed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.answer.confidence import calibration, confidence
from app.answer.lead import leading_card
from app.answer.record import Answer, Outcome
from app.assistant import Assistant
from app.evaluate.results import EvaluationError, Result, Versions, measure, read_rows, share
from app.guard.decision import Message
from index.library import Library
from index.search import Hit, Hits

SET = "answers"
FALSE_ABSTENTION = 0.05
"""Share of the answerable questions that may be turned away where abstention is compared at one point of its curve."""
_FIELDS = frozenset({"id", "question", "turns", "need", "findings", "expect", "reason", "group", "accept"})


@dataclass(frozen=True)
class AnswerRow:
    """One question of a set: the conversation, whether it can be answered, and which cards and claims answer it."""

    id: str
    group: str
    turns: tuple[Message, ...]
    expect: Outcome
    accept: frozenset[str]


@dataclass(frozen=True)
class Judged:
    """A row with its answer, judged."""

    row: AnswerRow
    answer: Answer
    led_by: str | None
    """The card whose lead the answer gives, or else its first claim."""
    confidence: float
    faults: tuple[str, ...]
    """What every answer must have and this one lacks."""

    @property
    def is_answered(self) -> bool:
        """Whether an answer was given; a declined or urgent outcome is neither an answer nor an abstention."""
        return self.answer.outcome is Outcome.ANSWERED

    @property
    def is_right(self) -> bool:
        """Whether the outcome is the expected one and, for an answer, an acceptable card or claim comes first."""
        if self.row.expect is not Outcome.ANSWERED:
            return self.answer.outcome is Outcome.NOT_COVERED
        first = self.answer.statements[0].claim_id if self.answer.statements else None
        return self.is_answered and not self.row.accept.isdisjoint({self.led_by, first})

    @property
    def is_wrong(self) -> bool:
        """Whether the outcome or the lead is wrong; without accepted leads in the row, the outcome alone decides."""
        if self.row.expect is Outcome.ANSWERED and not self.row.accept:
            return not self.is_answered or bool(self.faults)
        return not self.is_right or bool(self.faults)


def read_split(folder: Path, split: str) -> list[AnswerRow]:
    """Return the rows of a split. Raises `EvaluationError` naming the file and line of a bad row."""
    path = folder / SET / f"{split}.jsonl"
    rows = [_row(raw, f"{path}:{number}") for number, raw in enumerate(read_rows(path), start=1)]
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        if row.id in seen:
            raise EvaluationError(f"{path}:{number} gives the id '{row.id}' again")
        seen.add(row.id)
    return rows


def judge(assistant: Assistant, rows: Sequence[AnswerRow]) -> Iterator[Judged]:
    """Yield every row with its answer, judged. Raises `EvaluationError` for an accepted id that does not exist."""
    library = assistant.index.library
    leads = {card.lead: card.id for card in library.cards.values()}
    for row in rows:
        unknown = sorted(one for one in row.accept if one not in library.cards and one not in library.claims)
        if unknown:
            raise EvaluationError(f"{row.id} accepts '{unknown[0]}', which is neither a card nor a claim")
        explained = assistant.explain(row.turns[-1].content, row.turns[:-1])
        answer = explained.answer
        yield Judged(
            row,
            answer,
            _led_by(answer, leads),
            score(explained.hits),
            tuple(faults(answer, library)),
        )


def score(hits: Hits) -> float:
    """Return the confidence in what would carry the answer; 0 when nothing was found."""
    hit = candidate(hits)
    return confidence(hit, hits) if hit else 0.0


def candidate(hits: Hits) -> Hit | None:
    """Return the item that would carry the answer: the leading card, or else the best item."""
    return leading_card(hits) or next(iter(hits.ranked), None)


def faults(answer: Answer, library: Library) -> Iterator[str]:
    """Yield what the answer lacks of what every answer must have: traceable statements, evidence, a clinician note."""
    shown = {source.id for source in answer.sources}
    for statement in answer.statements:
        claim = library.claims.get(statement.claim_id)
        if claim is None or claim.text != statement.text:
            yield "statement"
        if not statement.source_ids or not set(statement.source_ids) <= shown:
            yield "sources"
        if not statement.evidence.label:
            yield "evidence"
    if not answer.evidence.label or not answer.evidence.explanation:
        yield "evidence"
    if not answer.clinician_note.strip():
        yield "clinician-note"
    if answer.outcome is Outcome.ANSWERED and not answer.statements:
        yield "statement"


def figures(judged: Sequence[Judged], split: str, versions: Versions) -> list[Result]:
    """Return every figure of a run: over all rows, then per group."""

    def part(metric: str, rows: Sequence[Judged], hits: int) -> Result:
        return share((SET, split, metric), hits, len(rows), versions)

    answerable = [one for one in judged if one.row.expect is Outcome.ANSWERED]
    mapped = [one for one in answerable if one.row.accept]
    others = [one for one in judged if one.row.expect is not Outcome.ANSWERED]
    given = [one for one in mapped if one.is_answered]
    swaps = [one for one in mapped if one.row.group == "entity-swap"]
    found = [
        part("right-first", mapped, sum(one.is_right for one in mapped)),
        part("right-first-when-answered", given, sum(one.is_right for one in given)),
        part("answered", answerable, sum(one.is_answered for one in answerable)),
        part("false-abstention", answerable, sum(one.answer.outcome is Outcome.NOT_COVERED for one in answerable)),
        part("abstention", others, sum(one.answer.outcome is Outcome.NOT_COVERED for one in others)),
        part("unanswerable-not-answered", others, sum(not one.is_answered for one in others)),
        part("entity-swap", swaps, sum(one.is_right for one in swaps)),
        part("complete", judged, sum(not one.faults for one in judged)),
    ]
    yes, no = [one.confidence for one in answerable], [one.confidence for one in others]
    found.append(part("abstention-at-5", others, abstained_at(yes, no, FALSE_ABSTENTION)))
    found.append(measure((SET, split, "auroc"), len(judged), auroc(yes, no), versions))
    found.append(measure((SET, split, "threshold"), len(judged), calibration().threshold, versions))
    for group in dict.fromkeys(one.row.group for one in judged):
        rows = [one for one in judged if one.row.group == group and _is_judged(one.row)]
        if rows:
            found.append(part(f"{group}.right", rows, sum(one.is_right for one in rows)))
    return found


def _is_judged(row: AnswerRow) -> bool:
    return bool(row.accept) or row.expect is not Outcome.ANSWERED


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Return the chance that a positive outscores a negative; ties count half; 0.5 when one side is empty."""
    if not positive or not negative:
        return 0.5
    wins = sum((yes > no) + (yes == no) / 2 for yes in positive for no in negative)
    return wins / (len(positive) * len(negative))


def abstained_at(answerable: Sequence[float], unanswerable: Sequence[float], rate: float) -> int:
    """Return how many of the unanswerable are below the confidence that the share `rate` of the answerable has at most.

    This is what the confidence alone tells apart, whatever the threshold and the guard do.
    """
    if not answerable:
        return 0
    threshold = sorted(answerable)[int(rate * len(answerable))]
    return sum(one < threshold for one in unanswerable)


def risk_coverage(judged: Sequence[Judged]) -> list[tuple[float, float]]:
    """Return (coverage, risk) pairs: answer the most confident share of all questions, and this share is wrong.

    An answer to an unanswerable question is wrong, and so is one that starts with another card or claim.
    """
    rows = sorted((one for one in judged if _is_judged(one.row)), key=lambda one: -one.confidence)
    points, wrong = [], 0
    for count, one in enumerate(rows, start=1):
        wrong += one.row.expect is not Outcome.ANSWERED or (one.is_answered and not one.is_right)
        points.append((count / len(rows), wrong / count))
    return points


def _led_by(answer: Answer, leads: Mapping[str, str]) -> str | None:
    """Return the card whose lead the answer gives (a call to make may come before it), or else its first claim."""
    card = next((card_id for lead, card_id in leads.items() if lead in answer.lead), None)
    first = answer.statements[0].claim_id if answer.statements else None
    return card or first


def _row(raw: dict[str, Any], where: str) -> AnswerRow:
    if not isinstance(raw, dict) or not raw.keys() <= _FIELDS:
        raise EvaluationError(f"{where} has other keys than {', '.join(sorted(_FIELDS))}")
    try:
        turns = raw.get("turns") or [{"role": "user", "content": raw["question"]}]
        return AnswerRow(
            raw["id"],
            raw["group"],
            tuple(Message(turn["role"], turn["content"]) for turn in turns),
            Outcome(raw["expect"]),
            frozenset(raw.get("accept") or ()),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise EvaluationError(f"{where} is not a question of this set: {error!r}") from error
