"""Verify a whole answer before a byte of it leaves; a failed check gives a fixed text instead."""

from __future__ import annotations

from collections.abc import Iterator

from app.answer.fixed import CRISIS_GROUPS, DEFAULT_LANGUAGE, FixedTexts
from app.answer.record import Answer, Evidence, Notice, NoticeKind, Outcome, Reason, answer_id
from app.guard.cleared import Cleared
from app.render.words import certainty_words
from index.library import Library
from index.model import lowest_certainty
from index.prohibited import ProhibitedKind, find_prohibited


class Verifier:
    """Checks that an answer holds only curated and fixed sentences, nothing prohibited, and nothing is missing."""

    def __init__(self, library: Library, cleared: Cleared | None = None) -> None:
        """Texts in `cleared` were searched for what is prohibited when the index was built."""
        self._library = library
        self._cleared = cleared or Cleared()
        self._hosts = frozenset(library.hosts)
        self._sellers = library.sellers or None

    def violations(self, answer: Answer, region: str) -> list[str]:
        """Return the name of every broken rule; an empty list for an answer that may leave."""
        return sorted(set(self._broken(answer, region)))

    def verify(self, answer: Answer, region: str) -> Answer:
        """Return `answer` when it breaks no rule, and otherwise one of fixed texts alone.

        That is what to do now for an urgent answer, and that the answer is withheld for any other.
        """
        if not self.violations(answer, region):
            return answer
        texts = FixedTexts(self._library, answer.language, region)
        notices = [Notice(kind=NoticeKind.REVIEW_STATUS, text=texts.text("notice.review_status"))]
        if answer.outcome is Outcome.URGENT:
            outcome, reason = Outcome.URGENT, answer.reason or Reason.EMERGENCY
            group = CRISIS_GROUPS[reason][0]
            lead, note = texts.text(f"{group}.lead"), texts.text(f"{group}.professional")
            notices.insert(0, Notice(kind=NoticeKind.CRISIS, text="\n".join(texts.lines(f"{group}.steps"))))
        else:
            outcome, reason = Outcome.NOT_COVERED, Reason.NO_EVIDENCE
            lead, note = texts.text("fixed.withheld"), texts.text("clinician.general")
        level = lowest_certainty([])
        return Answer(
            id=answer_id(outcome, reason, lead, texts.language, region, answer.content_version),
            outcome=outcome,
            reason=reason,
            lead=lead,
            statements=(),
            evidence=Evidence(level=level, label=certainty_words(level), explanation=texts.text(f"explain.{level}")),
            clinician_note=note,
            notices=tuple(notices),
            sources=(),
            content_version=answer.content_version,
            index_version=answer.index_version,
            reviewed_on=None,
            language=answer.language,
        )

    def _broken(self, answer: Answer, region: str) -> Iterator[str]:
        for text in shown_texts(answer):
            for kind in self._prohibited(text):
                yield f"shown.{kind}"
        for source in answer.sources:
            if source.url:
                for kind in self._prohibited(source.url):
                    yield f"source.{kind}"
        if not answer.clinician_note.strip():
            yield "missing.clinician-note"
        if not answer.lead.strip() or not answer.evidence.label or not answer.evidence.explanation:
            yield "missing.lead-or-evidence"
        known_sources = {source.id for source in answer.sources}
        for statement in answer.statements:
            claim = self._library.claims.get(statement.claim_id)
            if claim is None or claim.text != statement.text or claim.caveat != statement.caveat:
                yield "statement.not-a-claim"
            elif claim.certainty is not statement.evidence.certainty or not statement.evidence.label:
                yield "statement.evidence"
            if not set(statement.source_ids) <= known_sources:
                yield "statement.sources"
        if answer.outcome is Outcome.URGENT:
            yield from self._crisis(answer, region)

    def _prohibited(self, text: str) -> Iterator[ProhibitedKind]:
        if text not in self._cleared:
            for found in find_prohibited(text, self._hosts, self._sellers):
                yield found.kind

    def _crisis(self, answer: Answer, region: str) -> Iterator[str]:
        texts = FixedTexts(self._library, answer.language, region)
        groups = CRISIS_GROUPS[Reason.SELF_HARM if answer.reason is Reason.SELF_HARM else Reason.EMERGENCY]
        crisis = [notice for notice in answer.notices if notice.kind is NoticeKind.CRISIS]
        said = (answer.lead, crisis[0].text if crisis else "")
        fixed = [(texts.text(f"{group}.lead"), "\n".join(texts.lines(f"{group}.steps"))) for group in groups]
        english = FixedTexts(self._library, DEFAULT_LANGUAGE, region)
        beside = {english.crisis(group) for group in groups}
        if said not in fixed or answer.notices[0] is not crisis[0] or not {one.text for one in crisis[1:]} <= beside:
            yield "crisis.not-verbatim"


def shown_texts(answer: Answer) -> Iterator[str]:
    """Yield every text of the record that a reader sees, links apart."""
    yield answer.lead
    yield answer.clinician_note
    yield answer.evidence.label
    yield answer.evidence.explanation
    yield from answer.related
    for statement in answer.statements:
        yield statement.text
        yield statement.caveat or ""
        yield statement.evidence.label
    for notice in answer.notices:
        yield notice.text
    for source in answer.sources:
        yield source.title
        yield source.venue
