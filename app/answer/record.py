"""The answer record: what every surface renders, and nothing else."""

from __future__ import annotations

import hashlib
from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from index.model import (
    Access,
    Basis,
    Care,
    Certainty,
    ClaimId,
    Form,
    Population,
    Role,
    SourceKind,
    Status,
)


class Outcome(StrEnum):
    ANSWERED = "answered"
    DECLINED = "declined"
    URGENT = "urgent"
    NOT_COVERED = "not_covered"


class Reason(StrEnum):
    DOSING = "dosing"
    PURCHASING = "purchasing"
    PRODUCTION = "production"
    EVASION = "evasion"
    CONCEALMENT = "concealment"
    OTHER_HARM = "other_harm"
    MANIPULATION = "manipulation"
    EMERGENCY = "emergency"
    SELF_HARM = "self_harm"
    OFF_TOPIC = "off_topic"
    NO_EVIDENCE = "no_evidence"


class NoticeKind(StrEnum):
    NO_DOSING = "no_dosing"
    NO_PURCHASING = "no_purchasing"
    CRISIS = "crisis"
    LANGUAGE = "language"
    OVERDUE = "overdue"
    CONTESTED = "contested"
    REVIEW_STATUS = "review_status"


class Record(BaseModel):
    """Base of the record's parts: frozen, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class StatementEvidence(Record):
    """How sure one statement is, what kind of study it rests on and in whom, in codes and in words."""

    certainty: Certainty
    basis: Basis
    population: Population
    label: str = Field(examples=["Low certainty · survey · in people"])


class Statement(Record):
    """One curated sentence, traceable to its claim."""

    text: str
    claim_id: ClaimId
    role: Role
    form: Form
    evidence: StatementEvidence
    caveat: str | None
    contested: tuple[ClaimId, ...] = ()
    care: Care
    source_ids: tuple[str, ...]
    as_of: str | None = None
    last_reviewed: date
    status: Status


class Evidence(Record):
    """The lowest certainty among the claims that carry the lead."""

    level: Certainty
    label: str
    explanation: str


ContactKind = Literal["emergency", "poison_centre", "crisis_line", "substance_helpline", "urgent_advice"]


class Contact(Record):
    """One number or address to turn to."""

    kind: ContactKind
    label: str
    value: str


class Notice(Record):
    """A fixed sentence that goes with the answer, with the contacts it names."""

    kind: NoticeKind
    text: str
    contacts: tuple[Contact, ...] = ()


class Source(Record):
    """A publication or official page, as shown in the list of sources."""

    id: str
    title: str
    authors: str | None
    year: int | None
    venue: str
    kind: SourceKind
    access: Access
    url: str | None
    doi: str | None
    pmid: str | None
    retracted: bool


class Answer(Record):
    """One answer. Its `id` depends on what is answered, never on what was asked."""

    id: str
    outcome: Outcome
    reason: Reason | None
    lead: str
    statements: tuple[Statement, ...]
    evidence: Evidence
    clinician_note: str
    notices: tuple[Notice, ...]
    sources: tuple[Source, ...]
    related: tuple[str, ...] = Field(default=(), max_length=3)
    content_version: str
    index_version: str
    reviewed_on: date | None
    language: str
    generated_by: Literal["extractive", "llm-verified"] = "extractive"


def answer_id(*parts: str | tuple[str, ...] | None) -> str:
    """Return the identity of an answer: a hash of what is answered and from which content, never of the question."""
    flat = [text for part in parts for text in (part if isinstance(part, tuple) else (part or "",))]
    return hashlib.sha256("\x1f".join(flat).encode()).hexdigest()[:16]
