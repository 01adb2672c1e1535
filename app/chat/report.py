"""A checked article as escaped HTML for the chat: summary first, then sentence by sentence."""

from __future__ import annotations

from html import escape

from app.check import Report
from app.check.report import CheckedSentence
from app.check.verdicts import SentenceVerdict
from app.check.wording import MESSAGE_LIMITS, VERDICTS
from app.render.html import GRADING_LINK, ClaimLink


def report_html(report: Report, claim_link: ClaimLink) -> str:
    """Return the report as one `<article>`; verdicts are words, every echoed text is escaped and masked."""
    summary = report.summary
    if not report.sentences:
        return f'<p class="cv-problem">{escape(summary.message)}</p>'
    counts = ", ".join(f"{VERDICTS[verdict].name}: {count}" for verdict, count in summary.counts.items() if count)
    parts = ['<article class="cv-answer cv-report" lang="en">', f'<p class="cv-lead">{escape(summary.message)}</p>']
    if counts:
        parts.append(f"<p>{escape(counts)}</p>")
    if summary.misleading:
        items = "".join(
            f"<li>“{escape(one.text)}” <b>{VERDICTS[one.verdict].name}.</b> {escape(one.reason)}</li>"
            for one in summary.misleading
        )
        parts.append(f"<h2>Most misleading</h2><ol>{items}</ol>")
    if summary.left_out:
        items = "".join(
            f'<li><a class="cv-claim" href="{escape(claim_link(one.claim_id))}">{escape(one.text)}</a> '
            f'<span class="cv-badge">{escape(one.evidence.label)}</span></li>'
            for one in summary.left_out
        )
        parts.append(f"<h2>Risks that it leaves out</h2><ul>{items}</ul>")
    parts.append(f'<p class="cv-clinician"><strong>{escape(summary.clinician_note)}</strong></p>')
    parts.append(
        f'<p class="cv-notice">{escape(MESSAGE_LIMITS)} {escape(summary.review_status)} '
        f'<a href="{GRADING_LINK}">How we grade</a></p>'
    )
    sentences = "".join(_sentence(sentence, claim_link) for sentence in report.sentences)
    parts.append(f'<h2>Sentence by sentence</h2>{_legend(report)}<ol class="cv-statements">{sentences}</ol></article>')
    return "".join(parts)


def _legend(report: Report) -> str:
    """Return what each verdict that was given means."""
    items = "".join(
        f"<li>{verdict.mark} <b>{verdict.name}</b>: {verdict.meaning}</li>"
        for key, verdict in VERDICTS.items()
        if report.summary.counts.get(key)
    )
    heading = "<summary>What the verdicts mean</summary>"
    return f'<details class="cv-sources">{heading}<ul class="cv-legend">{items}</ul></details>'


def _sentence(sentence: CheckedSentence, claim_link: ClaimLink) -> str:
    verdict = VERDICTS[sentence.verdict]
    if sentence.verdict is SentenceVerdict.NO_CLAIM:
        name = f'<span class="cv-badge">{verdict.mark} {verdict.name}</span>'
        return f'<li class="cv-none"><span class="cv-text">{escape(sentence.text)}</span>{name}</li>'
    claims = "".join(
        f'<li><a class="cv-claim" href="{escape(claim_link(one.claim_id))}">{escape(one.text)}</a> '
        f"({escape(one.evidence.label)})</li>"
        for one in sentence.evidence
    )
    evidence = f'<details class="cv-sources"><summary>What the evidence says</summary><ul>{claims}</ul></details>'
    return (
        f'<li><span class="cv-text">{escape(sentence.text)}</span>'
        f'<span class="cv-badge cv-verdict-{sentence.verdict}">{f"{verdict.mark} {verdict.name}"}</span>'
        f'<span class="cv-caveat">{escape(sentence.reason)}</span>{evidence if claims else ""}</li>'
    )
