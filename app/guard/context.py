"""Follow-ups: what an elliptical turn refers to. Only the user's own turns are believed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.guard.decision import Message
from app.guard.views import clean
from index.model import TermKind
from index.vocabulary import SUBJECTS, Mention, Vocabulary

_LEADS_ON = re.compile(
    r"^(?:and|but|or|so|also|then|ok(?:ay)?|what about|how about|what if|why|is (?:it|that|this)|does (?:it|that)|for how long|even)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"\b(?:it|its|that|this|these|those|them|they|there|same|more|instead)\b", re.IGNORECASE)
_SUBJECT_KINDS = {TermKind.PLANT, TermKind.ALKALOID}
SHORT_WORDS = 8


def resolve(question: str, history: Sequence[Message], vocabulary: Vocabulary) -> str:
    """Return `question` with what it refers to in the earlier user turns, or as it is when it stands alone.

    "and with alcohol?" keeps its own entities and takes kratom as its subject; "is that dangerous?" takes the
    whole question before it.
    """
    text = clean(question)
    mentions = vocabulary.mentions(text)
    earlier = [clean(turn.content) for turn in history if turn.role == "user" and turn.content.strip()]
    if earlier and _is_elliptical(text, mentions):
        own = [mention for mention in mentions if mention.id not in SUBJECTS and mention.kind not in _SUBJECT_KINDS]
        if own:
            return f"kratom: {text}"
        return f"{earlier[-1]} {text}"
    if not any(mention.kind in _SUBJECT_KINDS for mention in mentions):
        return f"kratom: {text}"
    return text


def _is_elliptical(text: str, mentions: Sequence[Mention]) -> bool:
    if any(mention.id in SUBJECTS for mention in mentions):
        return False
    short = len(text.split()) <= SHORT_WORDS
    return short and bool(_LEADS_ON.search(text) or _POINTS_BACK.search(text) or len(text.split()) <= 4)
