"""Answer records for states that the real content does not easily give, and the event stream that carries them."""

from __future__ import annotations

import json
from datetime import date

from app.answer.record import (
    Answer,
    Contact,
    Evidence,
    Notice,
    NoticeKind,
    Outcome,
    Reason,
    Source,
    Statement,
    StatementEvidence,
)
from index.model import Access, Basis, Care, Certainty, Form, Population, Role, SourceKind, Status

REVIEWED = date(2026, 11, 1)
CALL_TODAY = "Call a doctor or an urgent-care line today."


def source(number: int, url: str | None = "https://www.nih.gov/example", *, retracted: bool = False) -> Source:
    """Return the source of this number."""
    return Source(
        id=f"source-{number}",
        title=f"A study of kratom, part {number}",
        authors="A. Author",
        year=2020,
        venue="Journal of Examples",
        kind=SourceKind.OBSERVATIONAL,
        access=Access.ABSTRACT,
        url=url,
        doi=None,
        pmid=None,
        retracted=retracted,
    )


def statement(number: int, care: Care = Care.ROUTINE) -> Statement:
    """Return a statement that cites the source of the same number."""
    return Statement(
        text=f"In a study of people who use kratom, finding {number} was reported.",
        claim_id=f"example.finding-{number}",
        role=Role.FINDING,
        form=Form.OBSERVATION,
        evidence=StatementEvidence(
            certainty=Certainty.LOW,
            basis=Basis.COHORT,
            population=Population.HUMANS,
            label="Low certainty · follow-up study · in people",
        ),
        caveat="The study was small.",
        care=care,
        source_ids=(f"source-{number}",),
        as_of="2026",
        last_reviewed=REVIEWED,
        status=Status.DRAFTED,
    )


def notice(kind: NoticeKind, text: str, *contacts: Contact) -> Notice:
    """Return a notice."""
    return Notice(kind=kind, text=text, contacts=contacts)


def record(
    outcome: Outcome = Outcome.ANSWERED,
    lead: str = "Probably, for some people.",
    *,
    reason: Reason | None = None,
    language: str = "en",
    notices: tuple[Notice, ...] = (),
    sources: tuple[Source, ...] | None = None,
    statements: int = 2,
    related: tuple[str, ...] = ("What is kratom?",),
) -> Answer:
    """Return a valid record with as many statements and sources."""
    return Answer(
        id="0123456789abcdef",
        outcome=outcome,
        reason=reason,
        lead=lead,
        statements=tuple(statement(number) for number in range(1, statements + 1)),
        evidence=Evidence(
            level=Certainty.LOW, label="Low certainty", explanation="Low certainty: it may be very different."
        ),
        clinician_note="Talk with a pharmacist or doctor first.",
        notices=(*notices, notice(NoticeKind.REVIEW_STATUS, "Not yet reviewed by a clinician.")),
        sources=sources if sources is not None else tuple(source(number) for number in range(1, statements + 1)),
        related=related,
        content_version="abc",
        index_version="def",
        reviewed_on=REVIEWED,
        language=language,
    )


def same_day() -> Answer:
    """Return an answer that says first to call somebody today."""
    crisis = notice(
        NoticeKind.CRISIS, CALL_TODAY, Contact(kind="urgent_advice", label="Urgent advice", value="111 (NHS 111)")
    )
    return record(lead=f"{CALL_TODAY} Yellow eyes need checking.", notices=(crisis,))


def events(answer: Answer, *, cut_after: int | None = None) -> str:
    """Return the answer as server-sent events; `cut_after` statements the stream ends without the answer."""
    sent = [_event("status", {"stage": "searching"})]
    by_id = {one.id: one.model_dump(mode="json") for one in answer.sources}
    for one in answer.statements[:cut_after]:
        cited = [by_id[source_id] for source_id in one.source_ids]
        sent.append(_event("statement", {**one.model_dump(mode="json"), "sources": cited}))
    if cut_after is None:
        sent.append(_event("answer", answer.model_dump(mode="json")))
    return "".join(sent)


def _event(name: str, data: object) -> str:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"
