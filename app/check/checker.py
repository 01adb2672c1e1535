"""Check an article sentence by sentence against the reviewed evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from app.answer.compose import source_of, statement
from app.answer.fixed import FixedTexts
from app.check import wording
from app.check.article import ArticleFormat, plain_text
from app.check.at_sight import names_kratom
from app.check.decide import decide
from app.check.errors import ArticleError
from app.check.judged import open_judged
from app.check.judgement import Judgement, Rule
from app.check.language import is_english
from app.check.left_out import CONCENTRATED, left_out, names_concentrated, risk_topics
from app.check.mask import masked, normalised, torn
from app.check.report import CheckedSentence, Misleading, Report, Summary
from app.check.sentences import sentences_of
from app.check.stance import minimises, stance
from app.check.verdicts import UNJUDGED, SentenceVerdict
from app.guard.disguises import joined_letters
from app.guard.lexicon import Lexicon
from app.guard.lookalikes import without_lookalikes
from index.model import Claim
from index.opened import OpenedIndex
from index.prohibited import find_prohibited
from index.units import is_usable

MAX_EVIDENCE = 4
MAX_SENTENCES = 1_000
MAX_MISLEADING = 3
_JUDGED = frozenset(SentenceVerdict) - UNJUDGED
_SEVERITY = {
    SentenceVerdict.CONTRADICTED: 3,
    SentenceVerdict.UNSUPPORTED: 2,
    SentenceVerdict.UNPROVEN: 1,
}
_REMOVED = Judgement(SentenceVerdict.ADVICE_DECLINED, Rule.ADVICE)


class Checker:
    """Checks articles against one opened index. Safe to share between threads; keeps nothing of an article."""

    def __init__(self, index: OpenedIndex, region: str = "US") -> None:
        """Raises `IndexBrokenError` when the index was built without the judged sentences."""
        self._index = index
        self._library = index.library
        self._table = open_judged(index.folder)
        self._lexicon = Lexicon.of(index)
        self._texts = FixedTexts(index.library, "en", region)

    def check(self, article: str, today: date, article_format: ArticleFormat = ArticleFormat.AUTO) -> Report:
        """Return the report on `article`. Raises `ArticleError` for one that is too long."""
        text = normalised(plain_text(article, article_format))
        if not any(c.isalnum() for c in text):
            return self._report([], [], wording.MESSAGE_EMPTY, today)
        if not is_english(text):
            return self._report([], [], wording.MESSAGE_LANGUAGE, today)
        about_kratom = names_kratom(text)
        sentences = sentences_of(text)
        if len(sentences) > MAX_SENTENCES:
            raise ArticleError(f"at most {MAX_SENTENCES:,} sentences can be checked at once; send a part")
        judgements = self._judgements(sentences, about_kratom)
        checked = [
            self._checked(sentence, judgement, today) for sentence, judgement in zip(sentences, judgements, strict=True)
        ]
        return self._report(checked, judgements, _message(checked, about_kratom), today)

    def _judgements(self, sentences: list[str], about_kratom: bool) -> list[Judgement | None]:
        """Return the judgement on each sentence; None for one that is not in English."""
        english = [sentence for sentence in sentences if is_english(sentence)]
        decided = iter(decide(english, self._table, self._index.searcher.encoder, ["", *english][: len(english)]))
        judgements = [next(decided) if is_english(sentence) else None for sentence in sentences]
        if not about_kratom:
            judgements = [_not_about_kratom(judgement) for judgement in judgements]
        disguised = {at for at, sentence in enumerate(sentences) if self._hides_something(sentence)}
        for at in torn(sentences) | disguised:
            judgements[at] = _REMOVED
        return judgements

    def _hides_something(self, sentence: str) -> bool:
        """Return whether look-alike or spaced-out letters of `sentence` read as something to mask."""
        readings = (without_lookalikes(sentence, self._lexicon), joined_letters(sentence.lower(), self._lexicon))
        disguised = {reading for reading in readings if reading.lower() != sentence.lower()}
        return any(next(find_prohibited(reading), None) is not None for reading in disguised)

    def _checked(self, sentence: str, judgement: Judgement | None, today: date) -> CheckedSentence:
        if judgement is None:
            verdict = SentenceVerdict.NOT_COVERED
            return CheckedSentence(text=wording.NOT_ENGLISH, verdict=verdict, reason=wording.OTHER_LANGUAGE)
        claims = self._claims(judgement, today)
        removed = judgement.verdict is SentenceVerdict.ADVICE_DECLINED
        return CheckedSentence(
            text=wording.ADVICE_REMOVED if removed else masked(sentence),
            verdict=judgement.verdict,
            reason=self._reason(sentence, judgement),
            claims=tuple(claim.id for claim in claims),
            evidence=tuple(statement(claim) for claim in claims),
        )

    def _claims(self, judgement: Judgement, today: date) -> list[Claim]:
        """Return the claims that carry a verdict: of the nearest judged sentence that has any, then of the next."""
        ids: list[str] = []
        carrying = [match.judged for match in judgement.matches if match.judged.verdict not in UNJUDGED]
        for judged in carrying[:2]:
            ids += [judged.item] if judged.is_claim else self._library.circulating[judged.item].claims
        claims = [self._library.claims[claim_id] for claim_id in dict.fromkeys(ids)]
        return [claim for claim in claims if is_usable(self._library, claim, today)][:MAX_EVIDENCE]

    def _reason(self, sentence: str, judgement: Judgement) -> str:
        """Return the line that says why: fixed words where the rule says all, else the curated reason."""
        fixed = wording.fixed_reason(judgement.verdict, judgement.rule)
        if fixed is not None:
            return fixed
        why = self._why(judgement)
        if judgement.rule is Rule.DENIED:
            return f"{wording.DENIED} {why}"
        if judgement.matches[0].judged.is_claim:
            return wording.MATCHES_CLAIM
        if judgement.verdict is SentenceVerdict.UNPROVEN and stance(sentence).hedged:
            return f"{wording.HEDGED_PREFIX} {why}"
        return why

    def _why(self, judgement: Judgement) -> str:
        """Return the curated reason of the nearest judged sentence: of a claim, its text.

        Of a true statement the reason says where it is from ("The FDA says so."): what it is stands before it.
        """
        nearest = judgement.matches[0].judged
        if nearest.is_claim:
            return self._library.claims[nearest.item].text
        row = self._library.circulating[nearest.item]
        return f"{row.claim} {row.why}" if nearest.verdict is SentenceVerdict.SUPPORTED else row.why

    def _report(
        self, checked: Sequence[CheckedSentence], judgements: Sequence[Judgement | None], message: str, today: date
    ) -> Report:
        texts = self._texts
        missing = self._left_out(checked, today)
        shown = [one for row in checked for one in row.evidence] + [statement(claim) for claim in missing]
        source_ids = dict.fromkeys(source for one in shown for source in one.source_ids)
        counts = Counter(row.verdict for row in checked)
        summary = Summary(
            message=message,
            counts={verdict: counts[verdict] for verdict in wording.VERDICTS},
            misleading=_most_misleading(checked, judgements),
            left_out=tuple(statement(claim) for claim in missing),
            clinician_note=texts.text("clinician.answered"),
            review_status=texts.text("notice.review_status"),
            emergency=texts.text("emergency.line"),
            contacts=texts.contacts("emergency", "poison_centre"),
            content_version=self._library.version,
            index_version=self._index.manifest.version,
        )
        sources = tuple(source_of(self._library, source_id) for source_id in source_ids)
        return Report(summary=summary, sentences=tuple(checked), sources=sources)

    def _left_out(self, checked: Sequence[CheckedSentence], today: date) -> list[Claim]:
        if not any(row.verdict in _JUDGED - {SentenceVerdict.BACKGROUND} for row in checked):
            return []
        topic_of = self._library.topic_of
        misled = [row for row in checked if row.verdict in _SEVERITY]
        topics = {topic_of[claim_id] for row in misled for claim_id in row.claims}
        if not any(names_concentrated(row.text) for row in misled):
            topics -= {CONCENTRATED}
        names = self._index.searcher.vocabulary.mentions
        mentioned = {
            topic
            for row in checked
            if row.verdict is SentenceVerdict.SUPPORTED or _names_in_part(row)
            for topic in risk_topics(
                self._library,
                row.claims if row.verdict is SentenceVerdict.SUPPORTED else (),
                {mention.id for mention in names(row.text)},
            )
        }
        return left_out(self._library, topics, mentioned, today)


def _not_about_kratom(judgement: Judgement | None) -> Judgement | None:
    """Return the judgement in an article that never names kratom: what could be read as a claim about it is none."""
    kept = (SentenceVerdict.ADVICE_DECLINED, SentenceVerdict.BACKGROUND)
    if judgement is None or judgement.verdict in kept:
        return judgement
    return Judgement(SentenceVerdict.NO_CLAIM, Rule.TOO_FAR)


def _names_in_part(row: CheckedSentence) -> bool:
    """Return whether a sentence that is right in part names what it speaks of and denies nothing of it."""
    said = stance(row.text)
    return row.verdict is SentenceVerdict.PARTLY and not (said.denies or said.dismisses or minimises(row.text))


def _message(checked: Sequence[CheckedSentence], about_kratom: bool) -> str:
    if not about_kratom:
        return wording.MESSAGE_NO_CLAIM
    judged = sum(row.verdict in _JUDGED for row in checked)
    if not judged:
        return wording.MESSAGE_NOTHING
    misleading = sum(row.verdict in _SEVERITY for row in checked)
    return wording.MESSAGE_FOUND.format(judged=judged, total=len(checked), misleading=misleading)


def _most_misleading(
    checked: Sequence[CheckedSentence], judgements: Sequence[Judgement | None]
) -> tuple[Misleading, ...]:
    """Return the worst statements, contradicted before unsupported before unproven, each on another matter."""
    ranked = []
    for at, (row, judgement) in enumerate(zip(checked, judgements, strict=True)):
        if row.verdict in _SEVERITY and judgement and judgement.matches:
            ranked.append((-_SEVERITY[row.verdict], -judgement.matches[0].score, at, judgement.matches[0].judged.item))
    chosen: dict[str, Misleading] = {}
    for _, _, at, item in sorted(ranked):
        if item not in chosen and len(chosen) < MAX_MISLEADING:
            row = checked[at]
            chosen[item] = Misleading(sentence=at, text=row.text, verdict=row.verdict, reason=row.reason)
    return tuple(chosen.values())
