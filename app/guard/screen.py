"""Screen a question: crisis first, then the action asked for, then the topic."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer.record import Outcome, Reason
from app.guard.context import resolve
from app.guard.crisis import crisis
from app.guard.decision import Decision, Message
from app.guard.intent import intent
from app.guard.views import views
from index.model import TermKind
from index.search import Searcher

OFF_TOPIC_COSINE = 0.35
"""Below this cosine to anything indexed, a question that names nothing in the vocabulary is off topic."""


class Guard:
    """Decides the outcome of a question before anything is composed."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher

    def screen(self, question: str, history: Sequence[Message] = (), language: str | None = None) -> Decision:
        """Return the decision for `question`, judged with the user's own earlier turns."""
        vocabulary = self._searcher.vocabulary
        resolved = resolve(question, history, vocabulary)
        seen = {**views(question), "resolved": resolved}
        for name, text in seen.items():
            found = crisis(text)
            if found:
                reason, rule = found
                return Decision(Outcome.URGENT, reason, resolved, language or "en", rules=(rule,), view=name)
        for name, text in seen.items():
            declined = intent(text)
            if declined:
                reason, rule = declined
                return Decision(Outcome.DECLINED, reason, resolved, language or "en", rules=(rule,), view=name)
        if self._is_off_topic(question, resolved):
            return Decision(Outcome.NOT_COVERED, Reason.OFF_TOPIC, resolved, language or "en", rules=("topic.off",))
        return Decision(Outcome.ANSWERED, None, resolved, language or "en")

    def _is_off_topic(self, question: str, resolved: str) -> bool:
        mentions = self._searcher.vocabulary.mentions(resolved.removeprefix("kratom: "))
        if any(mention.kind is not TermKind.PLACE for mention in mentions):
            return False
        hits = self._searcher.search(question, limit=3)
        return hits.best_cosine < OFF_TOPIC_COSINE
