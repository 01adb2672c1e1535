"""The assistant: screen, search, compose, verify."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.answer.compose import Composer
from app.answer.record import Answer, Outcome, Reason
from app.guard.cleared import load_cleared
from app.guard.decision import Decision, Message
from app.guard.english import in_english
from app.guard.head import load_head
from app.guard.lexicon import Lexicon
from app.guard.screen import Guard
from app.guard.verify import Verifier
from index.errors import QuestionError
from index.opened import OpenedIndex
from index.question import ASSUMED
from index.search import Hits
from index.vocabulary import words_of


@dataclass(frozen=True)
class Limits:
    """The longest input that is read."""

    question_chars: int = 4000
    history_turns: int = 40


@dataclass(frozen=True)
class Explained:
    """An answer with what led to it, for operators."""

    answer: Answer
    decision: Decision
    hits: Hits


def _is_open(answer: Answer, hits: Hits) -> bool:
    """Return whether nothing was found for a question that names nothing unknown, so that it may mean more."""
    named = hits.question.gated or hits.unknown or hits.question.unknown_place or hits.question.strangeness >= 1
    return answer.reason is Reason.NO_EVIDENCE and not named


Stage = Callable[[str], None]
"""Told the name of each stage of an answer before it begins; raising stops the work there."""


@dataclass(frozen=True)
class _Parts:
    """What one index brings: taken together, so that an answer never mixes two indexes."""

    index: OpenedIndex
    guard: Guard
    composer: Composer
    verifier: Verifier


class Assistant:
    """Answers questions from an opened index. Stateless: the conversation comes with each call."""

    def __init__(
        self,
        index: OpenedIndex,
        limits: Limits | None = None,
        default_region: str = "US",
        today: Callable[[], date] = date.today,
    ) -> None:
        self.limits = limits or Limits()
        self.default_region = default_region
        self._today = today
        self.serve(index)

    @property
    def index(self) -> OpenedIndex:
        """The index that answers now."""
        return self._parts.index

    @property
    def today(self) -> date:
        """The date by which content is overdue or retired."""
        return self._today()

    def serve(self, index: OpenedIndex) -> None:
        """Answer from `index` from now on; answers under way finish on the one they began with."""
        guard = Guard(index.searcher, Lexicon.of(index), load_head(index.folder))
        composer = Composer(index.library, index.manifest.version)
        verifier = Verifier(index.library, load_cleared(index.folder))
        self._parts = _Parts(index, guard, composer, verifier)

    def ask(
        self,
        question: str,
        history: Sequence[Message] = (),
        region: str | None = None,
        language: str | None = None,
    ) -> Answer:
        """Return the verified answer to `question`. Raises `QuestionError` for input beyond the limits."""
        return self.explain(question, history, region, language).answer

    def explain(
        self,
        question: str,
        history: Sequence[Message] = (),
        region: str | None = None,
        language: str | None = None,
        *,
        without_topics: Collection[str] = (),
        at: Stage = lambda _stage: None,
    ) -> Explained:
        """Return the answer to `question` together with the decision and the hits behind it.

        What one of `without_topics` would lead is not covered; declining and what needs help soon stay as they are.
        """
        self.check(question, history)
        parts, region = self._parts, region or self.default_region
        at("screening")
        decision = parts.guard.screen(question, history, language)
        at("searching")
        hits = _search(parts, question, decision)
        at("composing")
        today = self._today()
        answer = parts.composer.compose(decision, hits, region, today, without_topics)
        for reading in decision.otherwise if _is_open(answer, hits) else ():
            other = replace(decision, question=reading)
            found = _search(parts, question, other)
            second = parts.composer.compose(other, found, region, today, without_topics)
            if second.outcome is Outcome.ANSWERED:
                answer, decision, hits = second, other, found
                break
        at("verifying")
        return Explained(parts.verifier.verify(answer, region), decision, hits)

    def check(self, question: str, history: Sequence[Message] = ()) -> None:
        """Raise `QuestionError` for a question or history beyond the limits."""
        if not question.strip():
            raise QuestionError("question", "write a question; this one is blank")
        if len(question) > self.limits.question_chars:
            raise QuestionError("question", f"at most {self.limits.question_chars} characters; please shorten it")
        if len(history) > self.limits.history_turns:
            raise QuestionError("history", f"at most {self.limits.history_turns} turns; send the latest ones")


def _search(parts: _Parts, question: str, decision: Decision) -> Hits:
    """Return the hits for a decided question.

    One in another language is searched for by the title of the card that it surely asks for, or in English words.
    """
    hits = _find(parts, decision.question, decision)
    language = decision.written_in
    if "en" in (decision.language, language):
        return _as_typed(parts, question, hits)
    searcher, library, glossary = parts.index.searcher, parts.index.library, parts.guard.glossary
    understood = glossary.understood(question, language, searcher.vocabulary.mentions(question))
    card = parts.index.asked.card_of(question, understood)
    asked = card is not None and searcher.asks_the_same(hits.question, card, understood)
    title = library.cards[card].title if card and asked else None
    english = title or in_english(library, glossary, question, language, hits.mentions)
    return _find(parts, english, decision) if english else hits


def _find(parts: _Parts, text: str, decision: Decision) -> Hits:
    hits = parts.index.searcher.search(text)
    elsewhere, unknowable = (decision.scores.get(str(reason), 0.0) for reason in (Reason.OFF_TOPIC, Reason.NO_EVIDENCE))
    return replace(hits, off_topic=elsewhere, unknowable=unknowable)


def _as_typed(parts: _Parts, question: str, hits: Hits) -> Hits:
    """Return `hits` with the strangeness of what was typed, where words of it were read as others.

    A name that nothing here holds may have been taken for a slip in a word that we know.
    """
    typed, read = words_of(question), words_of(hits.question.text.removeprefix(ASSUMED))
    if len(typed) != len(read) or typed == read:
        return hits
    changed = [word for word, other in zip(typed, read, strict=True) if word != other and word.isalpha()]
    strangeness = max(hits.question.strangeness, parts.index.searcher.strangeness(" ".join(changed)))
    return replace(hits, question=replace(hits.question, strangeness=strangeness))
