"""Compose the answer record from a decision and hits. It can only say curated and fixed sentences."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from app.answer.fixed import DEFAULT_LANGUAGE, CrisisGroup, FixedTexts
from app.answer.lead import Lead, card_topics, find_lead, topics_of
from app.answer.record import (
    Answer,
    ContactKind,
    Evidence,
    Notice,
    NoticeKind,
    Outcome,
    Reason,
    Source,
    Statement,
    StatementEvidence,
    answer_id,
)
from app.answer.select import choose, found_claims, nearest_claim, safety_claims, usable
from app.guard.decision import Decision
from app.render.words import certainty_words, evidence_words
from index.library import Library
from index.model import Care, Certainty, Claim, Role, TermKind, lowest_certainty, most_urgent
from index.search import Hits

MAX_RELATED = 3
_NOTICE_KEYS = {
    NoticeKind.NO_DOSING: "notice.no_dosing",
    NoticeKind.NO_PURCHASING: "notice.no_purchasing",
}
_CARE_KEYS = {
    Care.EMERGENCY: "notice.emergency",
    Care.POISON_CENTRE: "notice.poison_centre",
    Care.SAME_DAY: "notice.same_day",
}
_CARE_CONTACTS: dict[Care, tuple[ContactKind, ...]] = {
    Care.EMERGENCY: ("emergency", "poison_centre"),
    Care.POISON_CENTRE: ("poison_centre", "emergency"),
    Care.SAME_DAY: ("urgent_advice", "poison_centre"),
}
_CRISIS_CONTACTS: dict[CrisisGroup, tuple[ContactKind, ...]] = {
    "urgent": ("emergency", "poison_centre"),
    "self_harm": ("crisis_line", "emergency"),
    "taken": ("emergency", "poison_centre", "crisis_line"),
    "pet": ("poison_centre",),
}
_PET_RULE = "crisis.pet"
_TAKEN_RULE = "crisis.self-harm-taken"
_PETS = "pets"
_NUMBERS_TOPIC = "getting-help"
"""Its claims give the numbers of places; an urgent answer has the region's own."""


@dataclass(frozen=True)
class _Frame:
    """What every part of one answer needs: the decision, the hits, the fixed texts, where and when."""

    decision: Decision
    hits: Hits
    texts: FixedTexts
    region: str
    today: date
    without_topics: Collection[str] = ()


@dataclass(frozen=True)
class _Body:
    """What is shown: the lead, the claims and the ones that carry the lead, the note, what else to ask."""

    lead: str
    note: str
    claims: Sequence[Claim] = ()
    carried_by: Sequence[Claim] = ()
    related: tuple[str, ...] = ()
    first_notices: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class Composer:
    """Turns decisions and hits into answers for one library."""

    library: Library
    index_version: str

    def compose(
        self, decision: Decision, hits: Hits, region: str, today: date, without_topics: Collection[str] = ()
    ) -> Answer:
        """Return the answer to a decided question; not covered when nothing reviewed is close enough.

        What one of `without_topics` would lead is not covered either, and not offered, unless it says to get help
        today. Beside the lead of another topic their statements stay, for some of them are risks.
        """
        texts = FixedTexts(self.library, decision.language, region)
        frame = _Frame(decision, hits, texts, region, today, without_topics)
        if decision.outcome is Outcome.URGENT:
            return self._record(frame, Outcome.URGENT, decision.reason, self._urgent(frame))
        lead = find_lead(self.library, hits, texts, today)
        if decision.outcome is Outcome.DECLINED:
            return self._record(frame, Outcome.DECLINED, decision.reason, self._declined(frame, lead))
        is_routine = lead is None or lead.card is None or lead.card.care is Care.ROUTINE
        if lead and is_routine and not topics_of(self.library, lead).isdisjoint(without_topics):
            lead = None
        if decision.outcome is Outcome.NOT_COVERED or lead is None or not lead.answers:
            reason = decision.reason or Reason.NO_EVIDENCE
            return self._record(frame, Outcome.NOT_COVERED, reason, self._not_covered(frame, reason, lead))
        return self._record(frame, Outcome.ANSWERED, None, self._answered(frame, lead))

    def _answered(self, frame: _Frame, lead: Lead) -> _Body:
        texts = frame.texts
        nearest = nearest_claim(self.library, lead.card, lead.carried_by, frame.hits, frame.today) if lead.card else []
        claims = choose(self.library, [*nearest, *lead.carried_by], lead.followed_by, frame.hits, frame.today)
        care = lead.card.care if lead.card else Care.ROUTINE
        of_pets = care is Care.POISON_CENTRE and _is_of_pets(frame) and texts.has("pet.lead")
        call = texts.text("pet.lead" if of_pets else _CARE_KEYS[care]) if care is not Care.ROUTINE else ""
        contacts = _CRISIS_CONTACTS["pet"] if of_pets else _CARE_CONTACTS.get(care, ())
        first_notices = (Notice(kind=NoticeKind.CRISIS, text=call, contacts=texts.contacts(*contacts)),) if call else ()
        note = texts.text("clinician.answered")
        highest = most_urgent([claim.care for claim in claims])
        if of_pets:
            note = texts.text("pet.professional")
        elif care in (Care.POISON_CENTRE, Care.SAME_DAY):
            note = texts.text(f"clinician.{_key(care)}")
        elif highest is not Care.ROUTINE:
            note = f"{note} {texts.text(f'care.{_key(highest)}')}"
        related = self._related(frame, lead.card.id if lead.card else None)
        text = f"{call} {lead.text}".strip()
        return _Body(text, note, claims, lead.carried_by, related, first_notices)

    def _declined(self, frame: _Frame, lead: Lead | None) -> _Body:
        reason = frame.decision.reason
        found = [*lead.carried_by, *lead.followed_by] if lead else []
        policy = self.library.policies.get(str(reason).replace("_", "-"))
        bearing = usable(self.library, policy.claims if policy else (), frame.today)
        # What bears on the medicine or illness named comes first; else what bears on any such question.
        first = [*found, *bearing] if frame.hits.question.gated else [*bearing, *found]
        claims = safety_claims(self.library, first, frame.hits, frame.today)
        text = _own(frame.texts, f"declined.{frame.decision.reason}", "declined.general")
        note = _own(frame.texts, "clinician.declined", "clinician.general")
        return _Body(text, note, claims, claims, self._related(frame, None))

    def _urgent(self, frame: _Frame) -> _Body:
        texts = frame.texts
        group = _crisis_group(frame)
        contacts = texts.contacts(*_CRISIS_CONTACTS[group])
        crisis = Notice(kind=NoticeKind.CRISIS, text="\n".join(texts.lines(f"{group}.steps")), contacts=contacts)
        claims = [] if frame.decision.reason is Reason.SELF_HARM else self._what_to_do(frame, of_pets=group == "pet")
        lead, note = texts.text(f"{group}.lead"), texts.text(f"{group}.professional")
        return _Body(lead, note, claims, claims, first_notices=(crisis, *self._in_english(frame, group)))

    def _in_english(self, frame: _Frame, group: CrisisGroup) -> list[Notice]:
        """Return the crisis text in English, to stand beside one that no person has translated."""
        if not frame.texts.is_machine_made:
            return []
        english = FixedTexts(self.library, DEFAULT_LANGUAGE, frame.region)
        return [Notice(kind=NoticeKind.CRISIS, text=english.crisis(group))]

    def _what_to_do(self, frame: _Frame, *, of_pets: bool) -> list[Claim]:
        """Return the nearest claim on what to do in an emergency, if any; beside a pet's, what is known of pets.

        Nothing else belongs beside it: how common a harm is helps nobody who is in it.
        """
        found = found_claims(self.library, frame.hits, frame.today)
        if of_pets:
            return [claim for claim in found if _PETS in claim.about and claim.role is not Role.GUIDANCE][:1]
        acts = (claim for claim in found if claim.role is Role.GUIDANCE and claim.care is Care.EMERGENCY)
        return [claim for claim in acts if self.library.topic_of[claim.id] != _NUMBERS_TOPIC][:1]

    def _not_covered(self, frame: _Frame, reason: Reason, lead: Lead | None) -> _Body:
        """Say why there is no answer; beside a medicine that nothing is known of, what holds for any medicine."""
        note = _own(frame.texts, "clinician.not_covered", "clinician.general")
        related = self._related(frame, None)
        if reason is Reason.NO_EVIDENCE and lead is not None and not lead.answers:
            claims = choose(self.library, lead.carried_by, lead.followed_by, frame.hits, frame.today)
            return _Body(lead.text, note, claims, lead.carried_by, related)
        return _Body(_own(frame.texts, f"not_covered.{reason}", "not_covered.language"), note, related=related)

    def _related(self, frame: _Frame, leading: str | None) -> tuple[str, ...]:
        near = [(hit, self.library.cards[hit.item]) for hit in frame.hits.of("card") if hit.item != leading]
        best = sorted(near, key=lambda found: (not found[0].may_lead, -found[0].score))
        left_out = frame.without_topics
        offered = [card.title for _hit, card in best if card_topics(self.library, card).isdisjoint(left_out)]
        return tuple(offered[:MAX_RELATED])

    def _record(self, frame: _Frame, outcome: Outcome, reason: Reason | None, body: _Body) -> Answer:
        claims, texts = body.claims, frame.texts
        source_ids = dict.fromkeys(source for claim in claims for source in claim.sources)
        claim_ids = tuple(claim.id for claim in claims)
        version = self.library.version
        return Answer(
            id=answer_id(outcome, reason, body.lead, claim_ids, texts.language, frame.region, version),
            outcome=outcome,
            reason=reason,
            lead=body.lead,
            statements=tuple(statement(claim) for claim in claims),
            evidence=_evidence(body.carried_by, claims, texts),
            clinician_note=body.note,
            notices=(*body.first_notices, *self._notices(frame, claims)),
            sources=tuple(source_of(self.library, source_id) for source_id in source_ids),
            related=body.related,
            content_version=version,
            index_version=self.index_version,
            reviewed_on=min((claim.last_reviewed for claim in claims), default=None),
            language=frame.decision.language,
        )

    def _notices(self, frame: _Frame, claims: Sequence[Claim]) -> list[Notice]:
        decision, texts, today = frame.decision, frame.texts, frame.today
        notices = [Notice(kind=kind, text=texts.text(_NOTICE_KEYS[kind])) for kind in decision.notices]
        if decision.language != "en":
            notices.append(Notice(kind=NoticeKind.LANGUAGE, text=texts.text("notice.language")))
        overdue = [claim.review_by for claim in claims if claim.review_by < today]
        if overdue:
            text = texts.text("notice.overdue", {"date": min(overdue).isoformat()})
            notices.append(Notice(kind=NoticeKind.OVERDUE, text=text))
        shown = {claim.id for claim in claims}
        if any(shown & set(claim.contested) for claim in claims):
            notices.append(Notice(kind=NoticeKind.CONTESTED, text=texts.text("notice.contested")))
        notices.append(Notice(kind=NoticeKind.REVIEW_STATUS, text=texts.text("notice.review_status")))
        return notices


def statement(claim: Claim) -> Statement:
    """Return the statement that shows `claim`."""
    return Statement(
        text=claim.text,
        claim_id=claim.id,
        role=claim.role,
        form=claim.form,
        evidence=StatementEvidence(
            certainty=claim.certainty,
            basis=claim.basis,
            population=claim.population,
            label=evidence_words(claim),
        ),
        caveat=claim.caveat,
        contested=claim.contested,
        care=claim.care,
        source_ids=claim.sources,
        as_of=claim.as_of,
        last_reviewed=claim.last_reviewed,
        status=claim.status,
    )


def source_of(library: Library, source_id: str) -> Source:
    """Return the source as shown, with its one best link."""
    source = library.sources[source_id]
    return Source(
        id=source.id,
        title=source.title,
        authors=source.authors,
        year=source.year,
        venue=source.venue,
        kind=source.kind,
        access=source.access,
        url=source.link,
        doi=source.doi,
        pmid=source.pmid,
        retracted=source.retracted,
    )


def _crisis_group(frame: _Frame) -> CrisisGroup:
    """Return whose text an urgent answer gives; those for a pet and for what was taken, where they are translated."""
    rules, texts = frame.decision.rules, frame.texts
    if frame.decision.reason is Reason.SELF_HARM:
        return "taken" if _TAKEN_RULE in rules and texts.has("taken.lead") else "self_harm"
    return "pet" if _PET_RULE in rules and texts.has("pet.lead") else "urgent"


def _is_of_pets(frame: _Frame) -> bool:
    """Return whether a question is about an animal kept as a pet, and not about a person too."""
    groups = {mention.id for mention in frame.hits.mentions if mention.kind is TermKind.GROUP}
    return groups == {_PETS}


def _own(texts: FixedTexts, key: str, general: str) -> str:
    """Return the text of `key` when it is in the reader's language, and the general one otherwise."""
    return texts.text(key if texts.has(key) else general)


def _key(care: Care) -> str:
    return care.value.replace("-", "_")


def _evidence(carried_by: Sequence[Claim], claims: Sequence[Claim], texts: FixedTexts) -> Evidence:
    level = lowest_certainty([claim.certainty for claim in carried_by])
    explanation = texts.text(f"explain.{level}")
    weak = level in (Certainty.LOW, Certainty.VERY_LOW)
    if weak and any(claim.role is Role.RISK for claim in claims):
        explanation = f"{explanation} {texts.text('explain.harm')}"
    return Evidence(level=level, label=certainty_words(level), explanation=explanation)
