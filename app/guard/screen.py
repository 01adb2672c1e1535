"""Screen a question: crisis first, then the action asked for, then the topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.answer.record import NoticeKind, Outcome, Reason
from app.guard import foreign
from app.guard.context import Resolved, resolve
from app.guard.decision import Decision, Message
from app.guard.head import Head
from app.guard.intent import Intent, intent, is_harmless
from app.guard.language import candidates, detect
from app.guard.lexicon import Lexicon
from app.guard.rules.crisis import emergency, is_general, self_harm
from app.guard.text import normal
from app.guard.topic import is_off_topic
from app.guard.views import WINDOW_CHARS, View, clearest, views_of
from app.guard.words import Found, GuardWords
from index.model import Care
from index.search import Searcher

MIN_CRISIS_WORDS = 3
"""Words that a question needs before the head alone may call it a crisis."""
_NOTICES = {Reason.DOSING: NoticeKind.NO_DOSING, Reason.PURCHASING: NoticeKind.NO_PURCHASING}


@dataclass(frozen=True)
class _Reading:
    """One window of one view: its text, its normal form, and the guard words in it."""

    view: str
    text: str
    normal: str
    found: Found
    languages: tuple[str, ...]


class Guard:
    """Decides the outcome of a question before anything is composed. Safe to share between threads."""

    def __init__(self, searcher: Searcher, head: Head | None = None) -> None:
        """`head` is the trained head of the index; without one the rules decide alone."""
        self._searcher = searcher
        self._head = head
        self._lexicon = Lexicon(searcher.library, searcher.encoder.pieces)
        self._words = GuardWords(searcher.library.words)
        self._supported = frozenset(searcher.library.notices)

    def screen(self, question: str, history: Sequence[Message] = (), language: str | None = None) -> Decision:
        """Return the decision for `question`, judged with the user's own earlier turns.

        The language is the one asked for, otherwise the one detected among those that we have notices in.
        """
        views = views_of(question, self._lexicon)
        clear = clearest(views, self._lexicon)
        resolved = resolve(clear, history, self._searcher.vocabulary)
        own = [self._read(view.name, window) for view in views for window in view.windows]
        more = [self._read(name, window) for name, window in self._context_windows(resolved)]
        spoken = language or detect(own[0].text, own[0].languages, own[0].found, self._supported)
        readings = [*own, *more]
        told = [*readings, self._read("context", resolved.told)] if resolved.told else readings
        title = self._searcher.title_care(question)  # a question that we offer ourselves
        decision = None if title is Care.ROUTINE else self._crisis(told, resolved, spoken)
        if decision is None and title is not None:
            return _decision(Outcome.ANSWERED, None, replace(resolved, question=question), spoken, "", "plain")
        if decision is None and resolved.bare_amount:
            rule = "dosing.bare-amount"
            decision = _decision(Outcome.DECLINED, Reason.DOSING, resolved, spoken, rule, "context")
        if decision is None:
            decision = self._declined(readings, resolved, spoken)
        return decision or self._by_head_or_topic(self._read("clear", clear[:WINDOW_CHARS]), resolved, spoken)

    def language_of(self, question: str) -> str:
        """Return the language that `question` is written in, among those that we have notices in."""
        reading = self._read("plain", question[:WINDOW_CHARS])
        return detect(reading.text, reading.languages, reading.found, self._supported)

    def _context_windows(self, resolved: Resolved) -> Iterator[tuple[str, str]]:
        for name, text in resolved.judged:
            for view in _worth_judging(views_of(text, self._lexicon)):
                for window in view.windows:
                    yield f"{name}.{view.name}", window

    def _read(self, view: str, window: str) -> _Reading:
        found = self._words.find(window)
        languages = candidates(window, found, self._lexicon.english(window))
        return _Reading(view, window, normal(window), found, languages)

    def _crisis(self, readings: Sequence[_Reading], resolved: Resolved, language: str) -> Decision | None:
        for reason, judge in ((Reason.SELF_HARM, self_harm), (Reason.EMERGENCY, emergency)):
            for reading in readings:
                rule = judge(reading.normal)
                if rule:
                    return _decision(Outcome.URGENT, reason, resolved, language, rule, reading.view)
        for reading in readings:
            told = foreign.crisis(reading.found, reading.languages)
            if told:
                return _decision(Outcome.URGENT, told[0], resolved, language, told[1], reading.view)
        return None

    def _declined(self, readings: Sequence[_Reading], resolved: Resolved, language: str) -> Decision | None:
        for reading in readings:
            for seen in self._intents(reading):
                if not seen.doubtful:
                    return _decision(Outcome.DECLINED, seen.reason, resolved, language, seen.rule, reading.view)
        return None

    def _intents(self, reading: _Reading) -> Iterator[Intent]:
        seen = intent(reading.normal, self._searcher.vocabulary.mentions(reading.normal))
        if seen:
            yield seen
        if reading.languages != ("en",):
            verdict = foreign.intent(reading.text, reading.found, reading.languages)
            if verdict:
                yield Intent(*verdict)

    def _by_head_or_topic(self, clear: _Reading, resolved: Resolved, language: str) -> Decision:
        """Return the decision where no rule is sure: the head's, off topic, a notice for the doubtful middle, or none."""
        head = self._head
        scores = {} if resolved.elliptical and resolved.anew else self._scores(resolved)
        doubted = next(self._intents(clear), None)
        crisis = head.crisis(scores) if head and scores and not resolved.elliptical else None
        if crisis and not is_general(clear.normal) and len(clear.normal.split()) >= MIN_CRISIS_WORDS:
            return _decision(Outcome.URGENT, crisis, resolved, language, f"head.{crisis}", "resolved", scores)
        off_topic = not resolved.elliptical and is_off_topic(
            clear.normal, clear.languages, self._searcher, clear.found, told=resolved.subject_named
        )
        harmless = is_harmless(clear.normal)
        sure = bool(head and scores and not harmless and head.declines(scores, doubted=doubted is not None))
        if off_topic and not (sure and head and head.reason(scores) in _NOTICES):
            return _decision(Outcome.NOT_COVERED, Reason.OFF_TOPIC, resolved, language, "topic.off", "plain", scores)
        if head and sure:
            reason = doubted.reason if doubted else head.reason(scores)
            rule = doubted.rule if doubted else f"head.{reason}"
            return _decision(Outcome.DECLINED, reason, resolved, language, rule, "resolved", scores)
        if doubted or (head and scores and not harmless and head.doubts(scores)):
            reason = doubted.reason if doubted else head.reason(scores) if head else Reason.DOSING
            notice = _NOTICES.get(reason, NoticeKind.NO_DOSING)
            rule = doubted.rule if doubted else "head.doubt"
            return _decision(Outcome.ANSWERED, None, resolved, language, rule, "resolved", scores, (notice,))
        return _decision(Outcome.ANSWERED, None, resolved, language, "", "plain", scores)

    def _scores(self, resolved: Resolved) -> dict[str, float]:
        if self._head is None:
            return {}
        return self._head.scores(resolved.question, self._searcher.encoder.encode_one(resolved.question))


def _worth_judging(views: Sequence[View]) -> Sequence[View]:
    """Return the views of a joined text: the plain one and the last, most undisguised one."""
    return views if len(views) < 3 else (views[0], views[-1])


def _decision(
    outcome: Outcome,
    reason: Reason | None,
    resolved: Resolved,
    language: str,
    rule: str,
    view: str,
    scores: dict[str, float] | None = None,
    notices: tuple[NoticeKind, ...] = (),
) -> Decision:
    return Decision(
        outcome,
        reason,
        resolved.question,
        language,
        notices=notices,
        rules=(rule,) if rule else (),
        scores=MappingProxyType({name: round(value, 4) for name, value in (scores or {}).items()}),
        view=view,
    )
