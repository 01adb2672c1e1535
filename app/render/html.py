"""An answer as escaped HTML: the same parts, in the same order, on the chat and on server-rendered pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from app.answer.record import Answer, Notice, NoticeKind, Outcome, Reason, Source, Statement
from app.render.phone import with_phone_links
from app.render.words import SOURCE_WORDS, authors_words, date_words, day_words

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
_SELF_HARM = "Talk to someone now"
_CARE_TODAY = "Get care today"
_BESIDE = "What reviewed evidence says that bears on this"
"""Over the statements of an answer whose lead they do not carry: the certainty is theirs, not the lead's."""
_BEFORE = (NoticeKind.LANGUAGE,)
"""Notices about the statements that follow; the others stand after them."""
_NAME_OF_LEVEL = re.compile(r"^[^:：]+[:：]")
GRADING_LINK = "/about#grading"

ClaimLink = Callable[[str], str]


def answer_html(answer: Answer, claim_link: ClaimLink | None = None, lead_language: str | None = None) -> str:
    """Return `answer` as one `<article>`; every text is escaped. `claim_link` gives the address of a claim.

    `lead_language` is the language of the lead where it is another one than the answer's.
    """
    kind = _KINDS[answer.outcome]
    crisis = [notice for notice in answer.notices if notice.kind is NoticeKind.CRISIS]
    before = (*_BEFORE, NoticeKind.CONTESTED) if answer.statements else ()
    today = " cv-today" if crisis and answer.outcome is Outcome.ANSWERED else ""
    parts = [f'<article class="cv-answer cv-{kind}{today}" lang="{escape(answer.language)}">']
    if heading := _heading(answer, is_today=bool(today)):
        parts.append(f'<p class="cv-kind" lang="en">{heading}</p>')
    spoken = f' lang="{escape(lead_language)}"' if lead_language else ""
    parts.append(f'<p class="cv-lead"{spoken}>{escape(answer.lead)}</p>')
    parts += [_crisis(one, answer, is_beside=one is not crisis[0]) for one in crisis]
    if answer.statements:
        if answer.outcome is not Outcome.ANSWERED:
            parts.append(f'<p class="cv-beside" lang="en">{_BESIDE}</p>')
        parts.append(_evidence(answer))
        parts += [_notice(notice) for kind in before for notice in answer.notices if notice.kind is kind]
        numbers = {source.id: at for at, source in enumerate(answer.sources, start=1)}
        items = "".join(_statement(statement, numbers, claim_link) for statement in answer.statements)
        parts.append(f'<ul class="cv-statements" lang="en">{items}</ul>')
    parts.append(f'<p class="cv-clinician"><strong>{with_phone_links(answer.clinician_note)}</strong></p>')
    shown = {NoticeKind.CRISIS, *before}
    parts += [_notice(notice) for notice in answer.notices if notice.kind not in shown]
    if answer.sources:
        listed = "".join(_source(source, at) for at, source in enumerate(answer.sources, start=1))
        count = len(answer.sources)
        parts.append(
            f'<details class="cv-sources" lang="en"><summary>Sources ({count})</summary><ol>{listed}</ol></details>'
        )
    if answer.reviewed_on:
        checked = f"Content of {day_words(answer.reviewed_on)}, version {answer.content_version}."
        parts.append(f'<p class="cv-version" lang="en">{checked}</p>')
    parts.append("</article>")
    return "".join(parts)


def _heading(answer: Answer, *, is_today: bool) -> str | None:
    """Return the two or three words that say which kind of answer this is, if it is not a plain one."""
    if answer.reason is Reason.SELF_HARM:
        return _SELF_HARM
    return _CARE_TODAY if is_today else _HEADINGS.get(answer.outcome)


def _crisis(notice: Notice, answer: Answer, *, is_beside: bool) -> str:
    """Return what to do now and whom to call; outside an emergency the lead already says what to do.

    What stands beside the reader's language is English.
    """
    steps = "".join(f"<li>{with_phone_links(line)}</li>" for line in notice.text.split("\n"))
    contacts = "".join(
        f"<li>{escape(contact.label)}: <strong>{with_phone_links(contact.value)}</strong></li>"
        for contact in notice.contacts
    )
    spoken = ' lang="en"' if is_beside else ""
    listed = f'<ol class="cv-steps"{spoken}>{steps}</ol>' if answer.outcome is Outcome.URGENT else ""
    return f'{listed}<ul class="cv-contacts">{contacts}</ul>' if contacts else listed


def _evidence(answer: Answer) -> str:
    """Return how sure we are, its name in bold, with the link to how that is judged."""
    explained = escape(answer.evidence.explanation)
    named = _NAME_OF_LEVEL.sub(lambda match: f"<strong>{match.group()}</strong>", explained)
    return f'<p class="cv-evidence">{named} <a href="{GRADING_LINK}" lang="en">How we grade</a></p>'


def _statement(statement: Statement, numbers: dict[str, int], claim_link: ClaimLink | None) -> str:
    cited = [numbers[source] for source in statement.source_ids]
    marks = " ".join(f'<a class="cv-mark" href="#source-{number}">[{number}]</a>' for number in cited)
    text = escape(statement.text)
    if claim_link:
        text = f'<a class="cv-claim" href="{escape(claim_link(statement.claim_id))}">{text}</a>'
    label = f'<span class="cv-badge cv-{statement.evidence.certainty}">{escape(statement.evidence.label)}</span>'
    caveat = ""
    if statement.caveat:
        caveat = f'<span class="cv-caveat"><b>What this does not show:</b> {escape(statement.caveat)}</span>'
    as_of = f'<span class="cv-asof">As of {escape(date_words(statement.as_of))}.</span>' if statement.as_of else ""
    disputed = ' <span class="cv-disputed">Studies disagree on this.</span>' if statement.contested else ""
    body = f'<span class="cv-text">{text} {marks}</span>{label}{disputed}{caveat}{as_of}'
    return f'<li data-claim="{escape(statement.claim_id)}">{body}</li>'


def _notice(notice: Notice) -> str:
    return f'<p class="cv-notice cv-{notice.kind.replace("_", "-")}">{escape(notice.text)}</p>'


def _source(source: Source, number: int) -> str:
    title = escape(source.title.rstrip("."))
    if source.url:
        title = f'<a href="{escape(source.url)}" target="_blank" rel="noopener noreferrer">{title}</a>'
    details = [
        escape(part.rstrip("."))
        for part in (authors_words(source.authors), source.venue, str(source.year or ""))
        if part
    ]
    kind = SOURCE_WORDS[source.kind]
    retracted = " <strong>Retracted.</strong>" if source.retracted else ""
    seen = " Seen second hand." if source.access == "secondary" else ""
    return f'<li value="{number}">{title}. {". ".join(details)} ({kind}).{seen}{retracted}</li>'
