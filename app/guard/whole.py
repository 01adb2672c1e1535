"""Follow-ups that are whole questions: what they ask without the pleasantries before them, and of what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.model import TermKind
from index.vocabulary import Mention, Vocabulary

MIN_WORDS = 3
"""Words of a follow-up that can be a whole question."""
MAX_WORDS = 14

_OPENING = re.compile(
    r"^(?:(?:ok(?:ay)?|k|alright|all right|wow|oh|ah|lol|haha|hey|hi|hello|sorry|my bad|thanks|thank you|thx|ty|got it|gotcha|"
    r"i see|understood|fair enough|makes sense|no worries|never ?mind|whatever|no problem|np|forget (?:it|that)|got you|"
    r"anyways?|good to know|noted|yeah|yep|nope|please|pls|quick question|one more (?:thing|question)|last question|"
    r"(?:another|a different|different|next) question|vale|bueno|gracias|entiendo|de acuerdo|entendi|obrigad[oa]|t[áa] bom|"
    r"d'accord|merci|compris|verstehe|danke|alles klar|na gut|dobrze|rozumiem|dzięki|понятно|спасибо|ладно|хорошо|baik|"
    r"faham|terima kasih|oke|capito|grazie|va bene|tamam|好的|好吧|谢谢|わかりました|なるほど|ありがとう|알겠어요|감사합니다|"
    r"เข้าใจแล้ว|ขอบคุณ)(?:$|[\s,.!;:。、，！?-]+)|"
    r"(?:right|fine|sure|cool|great|nice|good|well|fair|hm+|interesting|sweet|perfect|yes|no|then|so|last (?:thing|one)|bien|"
    r"gut|certo|ya)[,.!;:。、，！?-]+\s*)+(?=\S)",
    re.IGNORECASE,
)
"""Pleasantries; those that may also begin a request ("right amount for me") only before a comma or a stop."""
_WHOLE = re.compile(
    r"^(?:(?:and|but|or|so|then) )?(?!(?:what|how) about\b|what if\b|how (?:much|many|often|long|far|soon)\b|which ones?\b)"
    r"(?:is|isnt|isn't|are|was|were|does|doesnt|doesn't|do|did|can|could|will|would|has|have|why|who|whose|when|where|what|"
    r"whats|what's|how|hows|how's|which)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:that|this(?! (?:chat\w*|bot|app|site|tool|assistant|page|service))|these|those|ones?|same|more|less|another|"
    r"again|instead|twice|half|double)\b|\b(?!7-?oh|5-?ht|(?:5|7|9|10|12|14)[ -]?panel|(?:19|20)\d\d\b)\d",
    re.IGNORECASE,
)
"""Points at what was said before, or tells an amount."""
_IT = re.compile(r"\b(?:it|they|them)\b", re.IGNORECASE)
_ITS = re.compile(r"\b(?:its|their)\b", re.IGNORECASE)
_THAT = re.compile(
    r"\b(?:that|this|these|those)\b(?= (?:\w+ )?(?:different|similar|like|the same|worse|better|stronger|weaker|safer))",
    re.I,
)
_NAMED_KINDS = frozenset({TermKind.PLANT, TermKind.ALKALOID, TermKind.PRODUCT, TermKind.DRUG, TermKind.SUBSTANCE})
_SUBJECT_KINDS = frozenset({TermKind.PLANT, TermKind.ALKALOID})


def without_opening(text: str) -> str:
    """Return `text` without "thanks," or "ok fair." before it; as it is when nothing else is said."""
    rest = _OPENING.sub("", text.strip())
    return rest if len(rest.split()) > 1 or not rest.isascii() else text


def is_whole(text: str) -> bool:
    """Return whether a turn is a question that can be read on its own, its subject aside: "can you die from it"."""
    words = len(text.split())
    return MIN_WORDS <= words <= MAX_WORDS and bool(_WHOLE.match(text)) and not _OPEN.search(text)


def with_its_subject(text: str, earlier: Sequence[str], vocabulary: Vocabulary) -> str | None:
    """Return `text` with what "it" stands for, the last thing that earlier turns name; None without such a word."""
    own = {mention.id for mention in vocabulary.mentions(text)}
    named = [one for turn in earlier for one in vocabulary.mentions(turn) if _may_be_it(one) and one.id not in own]
    subjects = [one.words for one in named if one.kind in _SUBJECT_KINDS]
    it = subjects[-1] if subjects else "kratom"
    if _THAT.search(text) and named:
        return _THAT.sub(named[-1].words, text, count=1)
    if _IT.search(text):
        return _IT.sub(it, text, count=1)
    return _ITS.sub(f"{it}'s", text, count=1) if _ITS.search(text) else None


def _may_be_it(mention: Mention) -> bool:
    return mention.kind in _NAMED_KINDS
