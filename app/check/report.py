"""The record of an article check: what every surface shows, and nothing else."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from app.answer.record import Contact, Source, Statement
from app.check.verdicts import SentenceVerdict
from index.model import ClaimId


class Record(BaseModel):
    """Base of the record's parts: frozen, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CheckedSentence(Record):
    """One sentence of the article, masked, with its verdict, why, and the claims that the verdict rests on."""

    text: str = Field(description="The sentence with amounts, schedules, sellers, prices and links masked.")
    verdict: SentenceVerdict
    reason: str
    claims: tuple[ClaimId, ...] = ()
    evidence: tuple[Statement, ...] = ()


class Misleading(Record):
    """A statement among the most misleading; `sentence` is its place in the report, from 0."""

    sentence: int
    text: str
    verdict: SentenceVerdict
    reason: str


class Summary(Record):
    """What the check found over all."""

    message: str
    counts: dict[SentenceVerdict, int]
    misleading: tuple[Misleading, ...] = Field(max_length=3)
    left_out: tuple[Statement, ...] = Field(
        description="Risks of the article's topics that it denies or never mentions."
    )
    clinician_note: str
    review_status: str
    emergency: str
    contacts: tuple[Contact, ...] = ()
    content_version: str
    index_version: str


class Report(Record):
    """The checked article."""

    summary: Summary
    sentences: tuple[CheckedSentence, ...]
    sources: tuple[Source, ...] = ()
