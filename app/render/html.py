"""An answer as escaped HTML: the same parts, in the same order, on the chat and on server-rendered pages."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from app.answer.record import Answer, Notice, NoticeKind, Outcome, Source, Statement
from app.render.words import CIRCLES, SOURCE_WORDS

_KINDS = {
    Outcome.ANSWERED: "answered",
    Outcome.DECLINED: "declined",
    Outcome.URGENT: "urgent",
    Outcome.NOT_COVERED: "not-covered",
}
_HEADINGS = {
    Outcome.DECLINED: "Not something Caveat answers",
    Outcome.URGENT: "Act now",
    Outcome.NOT_COVERED: "Not covered",
}
_CARE_TODAY = "Get care today"
GRADING_LINK = "/about#grading"

ClaimLink = Callable[[str], str]


def answer_html(answer: Answer, claim_link: ClaimLink | None = None) -> str:
    """Return `answer` as one `<article>`; every text is escaped. `claim_link` gives the address of a claim."""
    kind = _KINDS[answer.outcome]
    crisis = [notice for notice in answer.notices if notice.kind is NoticeKind.CRISIS]
    shown = {NoticeKind.CRISIS, *([NoticeKind.CONTESTED] if answer.statements else [])}
    today = " cv-today" if crisis and answer.outcome is Outcome.ANSWERED else ""
    parts = [f'<article class="cv-answer cv-{kind}{today}" lang="{escape(answer.language)}">']
    heading = _CARE_TODAY if today else _HEADINGS.get(answer.outcome)
    if heading:
        parts.append(f'<p class="cv-kind" lang="en">{heading}</p>')
    parts.append(f'<p class="cv-lead">{escape(answer.lead)}</p>')
    parts += [_crisis(notice, with_steps=answer.outcome is Outcome.URGENT) for notice in crisis]
    if answer.statements:
        parts.append(_evidence(answer))
        parts += [_notice(notice) for notice in answer.notices if notice.kind is NoticeKind.CONTESTED]
        numbers = {source.id: at for at, source in enumerate(answer.sources, start=1)}
        items = "".join(_statement(statement, numbers, claim_link) for statement in answer.statements)
        parts.append(f'<ul class="cv-statements" lang="en">{items}</ul>')
    parts.append(f'<p class="cv-clinician"><strong>{escape(answer.clinician_note)}</strong></p>')
    parts += [_notice(notice) for notice in answer.notices if notice.kind not in shown]
    if answer.sources:
        listed = "".join(_source(source, at) for at, source in enumerate(answer.sources, start=1))
        count = len(answer.sources)
        parts.append(
            f'<details class="cv-sources"><summary>Sources ({count})</summary><ol lang="en">{listed}</ol></details>'
        )
    if answer.reviewed_on:
        parts.append(f'<p class="cv-version">Content of {answer.reviewed_on}, version {answer.content_version}.</p>')
    parts.append("</article>")
    return "".join(parts)


def _crisis(notice: Notice, *, with_steps: bool) -> str:
    """Return what to do now and whom to call; outside an emergency the lead already says what to do."""
    steps = "".join(f"<li>{escape(line)}</li>" for line in notice.text.split("\n"))
    contacts = "".join(
        f"<li>{escape(contact.label)}: <strong>{escape(contact.value)}</strong></li>" for contact in notice.contacts
    )
    listed = f'<ol class="cv-steps">{steps}</ol>' if with_steps else ""
    return f'{listed}<ul class="cv-contacts">{contacts}</ul>' if contacts else listed


def _evidence(answer: Answer) -> str:
    circles = CIRCLES[answer.evidence.level]
    mark = f'<span class="cv-circles" aria-hidden="true">{circles}</span> ' if circles else ""
    return (
        f'<p class="cv-evidence">{mark}{escape(answer.evidence.explanation)} '
        f'<a href="{GRADING_LINK}">How we grade</a></p>'
    )


def _statement(statement: Statement, numbers: dict[str, int], claim_link: ClaimLink | None) -> str:
    marks = " ".join(f'<span class="cv-mark">[{numbers[source]}]</span>' for source in statement.source_ids)
    text = escape(statement.text)
    if claim_link:
        text = f'<a class="cv-claim" href="{escape(claim_link(statement.claim_id))}">{text}</a>'
    circles = CIRCLES[statement.evidence.certainty]
    badge = f'<span aria-hidden="true">{circles}</span> ' if circles else ""
    label = f'<span class="cv-badge cv-{statement.evidence.certainty}">{badge}{escape(statement.evidence.label)}</span>'
    caveat = ""
    if statement.caveat:
        caveat = f'<span class="cv-caveat"><b>What this does not show:</b> {escape(statement.caveat)}</span>'
    as_of = f'<span class="cv-asof">As of {escape(statement.as_of)}.</span>' if statement.as_of else ""
    disputed = ' <span class="cv-disputed">Studies disagree on this.</span>' if statement.contested else ""
    body = f'<span class="cv-text">{text} {marks}</span>{label}{disputed}{caveat}{as_of}'
    return f'<li data-claim="{escape(statement.claim_id)}">{body}</li>'


def _notice(notice: Notice) -> str:
    return f'<p class="cv-notice cv-{notice.kind.replace("_", "-")}">{escape(notice.text)}</p>'


def _source(source: Source, number: int) -> str:
    title = escape(source.title.rstrip("."))
    if source.url:
        title = f'<a href="{escape(source.url)}" target="_blank" rel="noopener noreferrer">{title}</a>'
    details = [escape(part.rstrip(".")) for part in (source.authors, source.venue, str(source.year or "")) if part]
    kind = SOURCE_WORDS[source.kind]
    retracted = " <strong>Retracted.</strong>" if source.retracted else ""
    seen = " Seen second hand." if source.access == "secondary" else ""
    return f'<li value="{number}">{title}. {". ".join(details)} ({kind}).{seen}{retracted}</li>'
