"""Screen a question: crisis first, then the action asked for, then the topic."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from app.answer.record import NoticeKind, Outcome, Reason
from app.guard import follow_up, foreign, ongoing
from app.guard.clauses import Part, asks, crisis_in, declined_part, joins_requests, parts_of, worst_parts
from app.guard.context import Resolved, resolve
from app.guard.decision import Decision, Message
from app.guard.english import SUBJECT
from app.guard.foreign_cues import CueReader
from app.guard.head import Circumstances, Head, harmless
from app.guard.intent import (
    Intent,
    asks_whether_a_mix_is_alright,
    intent,
    is_harmless,
    names_another_drug,
    without_prescribed_amounts,
)
from app.guard.lexicon import Lexicon
from app.guard.reading import LEGIBLE, Reader, Reading, has_words, speaks_another
from app.guard.rules.emergency import MEASURED, emergency, is_general, is_yes_or_no_in_general
from app.guard.rules.self_harm import self_harm
from app.guard.text import clean, normal
from app.guard.topic import is_off_topic, names_subject
from app.guard.views import SPELLED, WINDOW_CHARS, View, clearest, views_of
from app.guard.whole import is_whole
from app.guard.words import Found
from index.model import Care
from index.question import ASSUMED
from index.search import PARAPHRASE, Searcher

MIN_CRISIS_CHARS = 6
"""Characters that a question needs before the head alone may call it a crisis: "help" tells nothing yet."""
_RISKY = frozenset(
    [
        "breathing",
        "seizures",
        "epilepsy",
        "overdose",
        "death",
        "children",
        "newborns",
        "pets",
        "fast-heartbeat",
        "chest-pain",
        "heart-disease",
        "confusion",
        "alcohol",
        "opioids",
        "heroin",
        "morphine",
        "tramadol",
        "methadone",
        "benzodiazepines",
        "z-drugs",
        "pregabalin",
    ]
)
"""Things of which a question in another language may tell a crisis, though no guard word does."""
_EVADED = frozenset({"drug-test", "in-body"})
"""Things of which a question may ask how to get round them, though no guard word says so."""
_MAY_I = "dosing.too-much."
"""The rule of words that ask whether something may be taken, in any language."""
MAX_OVERRULED_CHARS = 400
"""Longest question about which the head may overrule a rule: of a longer one it may have missed a part."""
PART_HARMLESS = 0.8
"""Probability of being harmless from which a part that asks is no reason to leave a rule standing (dev data)."""
_SAME_WORDS = frozenset({"undisguised", SPELLED})
"""Views that hold the words of the question as typed, respelt: the head judges them with it."""
_NOTICES = {Reason.DOSING: NoticeKind.NO_DOSING, Reason.PURCHASING: NoticeKind.NO_PURCHASING}


@dataclass(frozen=True)
class _Turn:
    """The turn that is judged: what it refers to, and the language that is spoken."""

    resolved: Resolved
    language: str
    judged: str
    """The question that the head judges: without the amounts of other medicines that it tells."""
    written_in: str
    """The language of the turn itself, whatever language the answer is wanted in."""
    scored: dict[str, dict[str, float]] = field(default_factory=dict)
    """The head's scores by text, each worked out once."""

    def decide(
        self,
        outcome: Outcome,
        reason: Reason | None,
        rule: str = "",
        view: str = "plain",
        scores: Mapping[str, float] | None = None,
        notices: tuple[NoticeKind, ...] = (),
    ) -> Decision:
        """Return the decision, with the rule and view that led to it and the head's rounded scores."""
        return Decision(
            outcome,
            reason,
            self.resolved.question,
            self.language,
            written_in=self.written_in,
            otherwise=self.resolved.otherwise if outcome is Outcome.ANSWERED else (),
            notices=notices,
            rules=(rule,) if rule else (),
            scores=MappingProxyType({name: round(value, 4) for name, value in (scores or {}).items()}),
            view=view,
        )


class Guard:
    """Decides the outcome of a question before anything is composed. Safe to share between threads."""

    def __init__(self, searcher: Searcher, lexicon: Lexicon, head: Head | None = None) -> None:
        """`head` is the trained head of the index; without one the rules decide alone."""
        self._searcher = searcher
        self._head = head
        self._lexicon = lexicon
        self._cues = CueReader(searcher.library.cues)
        self._reader = Reader(searcher.library, searcher.vocabulary, lexicon)
        self.glossary = self._reader.glossary

    def screen(self, question: str, history: Sequence[Message] = (), language: str | None = None) -> Decision:
        """Return the decision for `question`, judged with the user's own earlier turns.

        The language is the one asked for, otherwise the one detected among those that we have notices in.
        """
        views = views_of(question, self._lexicon, foreign=self._reader.is_foreign(question[:WINDOW_CHARS]))
        own = [self._reader.read(view.name, window) for view in views for window in view.windows]
        clear = clearest(views, self._lexicon, foreign=speaks_another(own[0]))
        scored: dict[str, dict[str, float]] = {}
        resolved = resolve(
            clear, history, self._searcher.vocabulary, lambda text, told: self._is_clean(text, told, scored)
        )
        spoken = self._reader.read_said(resolved.said, resolved.told) if resolved.told else own[0]
        evidence = (
            self._reader.read("told", resolved.told)
            if resolved.told and spoken.languages != own[0].languages
            else spoken
        )
        written = self._reader.language(spoken, evidence)
        readings = [*own, *(self._reader.read(name, window) for name, window in self._context_windows(resolved))]
        if resolved.elliptical and spoken.languages[0] != "en":
            readings.append(
                replace(self._reader.read("alone", f"{SUBJECT} {resolved.said}"), languages=spoken.languages)
            )
        told = [*readings, self._reader.read("context", resolved.told)] if resolved.told else readings
        title = self._searcher.title_care(question)  # a question that we offer ourselves
        turn = _Turn(
            resolved, language or written, self._without_prescribed_amounts(resolved.question), written, scored
        )
        if resolved.is_first and not any(has_words(one.text) for one in own):
            return turn.decide(Outcome.NOT_COVERED, Reason.OFF_TOPIC, "topic.no-words")
        crisis = (
            None
            if title is Care.ROUTINE
            else self._crisis([*self._reader.legible(own, clear), *told[len(own) :]], turn)
        )
        if crisis is None and title is not None:
            titled = replace(resolved, question=question, otherwise=())
            return replace(turn, resolved=titled).decide(Outcome.ANSWERED, None)
        if crisis:
            return crisis
        at_clear = self._reader.read("clear", clear[:WINDOW_CHARS])
        parts = self._worst_parts(clear)
        return (
            self._likely_crisis(at_clear, turn, over_rules=True)
            or self._crisis_in_part(parts, turn)
            or self._ongoing(history, clear, turn)
            or self._declined(readings, turn, parts)
            or self._likely_crisis(at_clear, turn, over_rules=False)
            or self._declined_in_part(parts, turn)
            or self._followed_up(at_clear, turn)
            or self._weighed(at_clear, turn)
        )

    def _context_windows(self, resolved: Resolved) -> Iterator[tuple[str, str]]:
        for name, text in resolved.judged:
            views = views_of(text, self._lexicon, foreign=self._reader.is_foreign(text[:WINDOW_CHARS]))
            for view in _worth_judging(views):
                for window in view.windows:
                    yield f"{name}.{view.name}", window

    def _crisis(self, readings: Sequence[Reading], turn: _Turn) -> Decision | None:
        for reason, judge in ((Reason.SELF_HARM, self_harm), (Reason.EMERGENCY, emergency)):
            for reading in readings:
                rule = judge(reading.normal)
                if rule and (rule == MEASURED or not self._is_overruled(reading, turn, Head.overrules_crisis)):
                    return turn.decide(Outcome.URGENT, reason, rule, reading.view)
        for reading in readings:
            told = self._foretold(reading)
            if told and (self._is_now(reading) or not self._is_overruled(reading, turn, Head.overrules_crisis)):
                return turn.decide(Outcome.URGENT, *told, reading.view)
        return None

    def _ongoing(self, history: Sequence[Message], said: str, turn: _Turn) -> Decision | None:
        """Return urgent help for a danger that the user told in one of the last turns and that is not over."""
        earlier = [clean(one.content)[:WINDOW_CHARS] for one in history if one.role == "user" and one.content.strip()]
        earlier = earlier[-ongoing.MAX_TURNS :]
        for at, told in enumerate(earlier):
            since = [*earlier[at + 1 :], said]
            reason = self._danger_in(told, turn) if ongoing.goes_on([told, *since]) else None
            if reason and not (reason is Reason.EMERGENCY and ongoing.is_past(told, since)):
                return turn.decide(Outcome.URGENT, reason, "crisis.ongoing", "earlier")
        return None

    def _foretold(self, reading: Reading) -> tuple[Reason, str] | None:
        """Return the crisis that guard words of another language tell of, unless it is long past, or None."""
        crisis = foreign.crisis(reading.text, reading.found, reading.languages, self._cues)
        if crisis is None or crisis[0] is not Reason.EMERGENCY:
            return crisis
        clauses = self._clauses(reading)
        past = any(foreign.is_past(clauses, language, self._cues) for language in reading.languages)
        return None if past else crisis

    def _is_now(self, reading: Reading) -> bool:
        """Return whether a clause in another language says that a danger is there at this moment."""
        clauses = self._clauses(reading)
        return any(foreign.is_now(found, language) for _, found in clauses for language in reading.languages)

    def _clauses(self, reading: Reading) -> list[tuple[str, Found]]:
        return [(one, self._reader.read("clause", one).found) for one in foreign.clauses_of(reading.text)]

    def _danger_in(self, told: str, turn: _Turn) -> Reason | None:
        """Return the crisis that an earlier turn by itself tells of without much doubt, or None."""
        scores = self._scored(turn, f"{ASSUMED}{told}")
        if self._head and self._head.is_surely_crisis(scores):
            return self._head.crisis(scores, general=False, foreign=False, over_rules=False)
        if self._head and self._head.overrules(scores):
            return None
        reading = self._reader.read("earlier", told)
        if self_harm(reading.normal):
            return Reason.SELF_HARM
        if emergency(reading.normal):
            return Reason.EMERGENCY
        foretold = self._foretold(reading)
        return foretold[0] if foretold else None

    def _declined(self, readings: Sequence[Reading], turn: _Turn, parts: Sequence[Part]) -> Decision | None:
        if turn.resolved.bare_amount:
            return turn.decide(Outcome.DECLINED, Reason.DOSING, "dosing.bare-amount", "context")
        for reading in readings:
            for seen in self._intents(reading):
                if seen.doubtful:
                    continue
                if seen.firm or not self._is_overruled(reading, turn, Head.overrules, parts):
                    return turn.decide(Outcome.DECLINED, seen.reason, seen.rule, reading.view)
        return None

    def _is_overruled(
        self,
        reading: Reading,
        turn: _Turn,
        is_sure: Callable[[Head, dict[str, float]], bool],
        parts: Sequence[Part] = (),
    ) -> bool:
        """Return whether the head is sure that a plain question is harmless, so that a rule only doubts it.

        A follow-up must be so by its own words and with what it refers to.

        An English question that asks two things in one is left to the rules, unless each part by itself is harmless: one may be
        allowed and the other not.
        """
        legible = reading.view == "plain" or (
            reading.view in _SAME_WORDS and reading.languages[0] == "en" and self._lexicon.share(turn.judged) >= LEGIBLE
        )
        whole = legible and max(len(reading.normal), len(turn.judged)) <= MAX_OVERRULED_CHARS
        joined = reading.languages[0] == "en" and not parts and joins_requests(reading.normal)
        if self._head is None or not whole or joined:
            return False
        if any(asks(part.text) and harmless(part.scores) < PART_HARMLESS for part in parts):
            return False
        if turn.resolved.is_first or not turn.resolved.elliptical:
            return is_sure(self._head, self._scores(turn))
        alone, told = f"{ASSUMED}{turn.resolved.said}", turn.resolved.told or turn.resolved.said
        return all(is_sure(self._head, self._scored(turn, text)) for text in (alone, told))

    def _intents(self, reading: Reading) -> Iterator[Intent]:
        seen = intent(reading.normal, reading.mentions)
        if seen and not (seen.doubtful and "en" not in reading.languages):
            yield seen
        if reading.languages != ("en",):
            others = names_another_drug(reading.mentions)
            told, languages = reading.told, list(reading.languages)
            spoken = foreign.spoken_in(told, reading.found, languages) if told else languages
            verdict = foreign.intent(reading.text, reading.found, spoken, self._cues, with_medicine=others)
            if verdict:
                yield Intent(*verdict, firm=foreign.is_firm(verdict))

    def _followed_up(self, clear: Reading, turn: _Turn) -> Decision | None:
        """Return the decision on an elliptical turn whose own words say enough, or None."""
        resolved = turn.resolved
        if self._head is None or not resolved.elliptical:
            return None
        alone, told = self._scored(turn, f"{ASSUMED}{resolved.said}"), self._scored(turn, resolved.told or "")
        declines = follow_up.declines(alone, told, foreign=clear.languages[0] != "en")
        if declines and not (
            is_harmless(clear.normal)
            or resolved.asks_how_common
            or foreign.is_about_topic(clear.text, clear.found, clear.languages, self._cues)
        ):
            reason = self._head.reason(alone)
            return turn.decide(Outcome.DECLINED, reason, f"head.{reason}", "follow-up", alone)
        strange = is_off_topic(clear.normal, clear.languages, self._searcher, clear.found, told=resolved.subject_named)
        if follow_up.is_elsewhere(alone, strange=strange, points_back=resolved.points_back):
            return turn.decide(Outcome.NOT_COVERED, Reason.OFF_TOPIC, "topic.off", "follow-up", alone)
        return None

    def _weighed(self, clear: Reading, turn: _Turn) -> Decision:
        """Return the decision where no rule is sure: the head's, off topic, a notice, or none."""
        resolved = turn.resolved
        scores = {} if resolved.closes or (resolved.elliptical and resolved.anew) else self._scores(turn)
        head = self._head if scores else None
        doubted = next(self._intents(clear), None)
        about_us = self._reader.asks_why_not_told(clear)
        off_topic = not (resolved.elliptical or about_us) and self._is_off_topic(clear, resolved, scores)
        by = Circumstances(
            foreign=clear.languages[0] != "en",
            doubted=doubted is not None,
            strange=off_topic,
            harmless=about_us
            or is_harmless(clear.normal)
            or asks_whether_a_mix_is_alright(normal(turn.judged), clear.mentions)
            or foreign.is_about_topic(clear.text, clear.found, clear.languages, self._cues)
            or (foreign.is_quiet(clear.found, clear.languages[0]) and self._reader.is_understood(clear, _EVADED)),
        )
        reason = doubted.reason if doubted else head.reason(scores) if head else Reason.DOSING
        rule = doubted.rule if doubted else f"head.{reason}"
        if head and head.declines(scores, by):
            return turn.decide(Outcome.DECLINED, reason, rule, "resolved", scores)
        if off_topic:
            return turn.decide(Outcome.NOT_COVERED, Reason.OFF_TOPIC, "topic.off", scores=scores)
        if doubted and doubted.rule.startswith(_MAY_I) and self._reader.is_understood(clear, _EVADED):
            doubted = None  # whether it may be taken in pregnancy, not how much of it
        if doubted and head and resolved.is_first and (head.overrules if doubted.doubtful else head.clears)(scores):
            doubted = None  # the words might be part of a request; the whole question surely is none
        if doubted or (head and head.doubts(scores, harmless=by.harmless)):
            notice = _NOTICES.get(reason, NoticeKind.NO_DOSING)
            return turn.decide(Outcome.ANSWERED, None, rule, "resolved", scores, (notice,))
        return turn.decide(Outcome.ANSWERED, None, scores=scores)

    def _is_off_topic(self, clear: Reading, resolved: Resolved, scores: dict[str, float]) -> bool:
        """Return whether words and head together say that the question is about something else."""
        if (
            self._head
            and scores
            and not any(self._head.is_off_topic(scores, strange=strange) for strange in (True, False))
        ):
            return False  # whatever the words say, which takes longer to tell
        strange = is_off_topic(clear.normal, clear.languages, self._searcher, clear.found, told=resolved.subject_named)
        if self._head is None or not scores:
            return strange
        named = resolved.subject_named or names_subject(clear.mentions)
        foreign_words = clear.languages[0] != "en"
        if not foreign_words and self._searcher.best_cosine(resolved.question) >= PARAPHRASE:
            return False  # what cards answer is worded nearly like this
        return (strange or not named) and self._head.is_off_topic(scores, strange=strange, foreign=foreign_words)

    def _likely_crisis(self, clear: Reading, turn: _Turn, *, over_rules: bool) -> Decision | None:
        """Return urgent help when the head sees a crisis; it must be surer to overrule what a rule would decline."""
        if self._head is None or len(clear.normal) < MIN_CRISIS_CHARS:
            return None
        said = turn.resolved.said
        over = not turn.resolved.is_first and (not ongoing.goes_on([said]) or ongoing.is_past("", [said]))
        if turn.resolved.told:
            told, scores = self._scored(turn, turn.resolved.told), self._scored(turn, f"{ASSUMED}{turn.resolved.said}")
            reason = None if is_general(clear.normal) or over else follow_up.crisis(scores, told)
            return turn.decide(Outcome.URGENT, reason, f"head.{reason}", "context", scores) if reason else None
        scores = self._scored(turn, f"{ASSUMED}{turn.resolved.said}") if over else self._scores(turn)
        if self._reader.is_understood(clear, _RISKY) and not self._head.is_surely_crisis(scores):
            return None
        is_about_anyone = is_yes_or_no_in_general(clear.normal) or foreign.is_count(
            clear.text, clear.languages, self._cues
        )
        reason = self._head.crisis(
            scores,
            general=is_general(clear.normal),
            foreign=clear.languages[0] != "en",
            over_rules=over_rules or is_about_anyone,
        )
        return turn.decide(Outcome.URGENT, reason, f"head.{reason}", "resolved", scores) if reason else None

    def _worst_parts(self, clear: str) -> list[Part]:
        if self._head is None or not (parts := parts_of(clear)):
            return []
        named = [
            part if names_subject(self._searcher.vocabulary.mentions(part)) else f"{ASSUMED}{part}" for part in parts
        ]
        return worst_parts(named, self._head, self._searcher.encoder.embed_one)

    def _crisis_in_part(self, parts: Sequence[Part], turn: _Turn) -> Decision | None:
        found = crisis_in(parts, lambda text: is_general(normal(text)))
        return turn.decide(Outcome.URGENT, found[1], f"head.{found[1]}", "part", found[0].scores) if found else None

    def _declined_in_part(self, parts: Sequence[Part], turn: _Turn) -> Decision | None:
        if self._head is None or not parts:
            return None
        question = turn.resolved.question
        found = declined_part(parts, Part(question, self._scores(turn)), lambda text: is_harmless(normal(text)))
        if found is None:
            return None
        reason = self._head.reason(found.scores)
        return turn.decide(Outcome.DECLINED, reason, f"head.{reason}", "part", found.scores)

    def _scores(self, turn: _Turn) -> dict[str, float]:
        return self._scored(turn, turn.judged)

    def _scored(self, turn: _Turn, text: str) -> dict[str, float]:
        return self._score_once(text, turn.scored)

    def _score_once(self, text: str, scored: dict[str, dict[str, float]]) -> dict[str, float]:
        if self._head is None:
            return {}
        if text not in scored:
            scored[text] = self._head.scores(text, self._searcher.encoder.embed_one(text))
        return scored[text]

    def _is_clean(self, text: str, told: str, scored: dict[str, dict[str, float]]) -> bool:
        """Return whether a follow-up is a question of its own that the head sees nothing to decline in."""
        if self._head is None:
            return False
        read = self._reader.read_said(text, told)
        if read.languages[0] == "en":
            topical = is_harmless(read.normal)
        else:
            topical = foreign.is_about_topic(read.text, read.found, read.languages, self._cues) or (
                foreign.is_quiet(read.found, read.languages[0]) and self._reader.is_understood(read, _EVADED)
            )
        if not (is_whole(text) if read.languages[0] == "en" else topical):
            return False
        return follow_up.is_clean(self._score_once(f"{ASSUMED}{text}", scored), topical=topical)

    def _without_prescribed_amounts(self, question: str) -> str:
        """Return `question` as it is, or in normal form without the amounts of other medicines that it tells."""
        asked = normal(question.removeprefix(ASSUMED))
        judged = without_prescribed_amounts(asked, self._searcher.vocabulary.mentions(asked))
        return question if judged == asked else f"{ASSUMED if question.startswith(ASSUMED) else ''}{judged}"


def _worth_judging(views: Sequence[View]) -> Sequence[View]:
    """Return the views of a joined text: the plain one, what it decodes to, and the last, most undisguised one."""
    decoded = [view for view in views[1:-1] if view.name.startswith("decoded")]
    return views if len(views) < 3 else (views[0], *decoded[-1:], views[-1])
