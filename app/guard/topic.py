"""Is the question about anything that we cover? Vocabulary, the words of the subject, and closeness to the content."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.guard.words import Found
from index.model import TermKind
from index.search import Searcher
from index.vocabulary import SUBJECTS, Mention

OFF_TOPIC_COSINE = 0.42
"""Below this cosine to anything indexed, a question that names nothing in the vocabulary is off topic (dev data)."""
LONE_DRUG_COSINE = 0.55
"""Another drug alone needs this closeness to a card about it (a definition that we hold), or kratom in the question."""

_SUBJECT_KINDS = frozenset({TermKind.PLANT, TermKind.ALKALOID})
_DRUG_KINDS = frozenset({TermKind.DRUG, TermKind.DRUG_CLASS, TermKind.SUBSTANCE, TermKind.PRODUCT})
_WEAK_KINDS = frozenset({TermKind.PLACE, TermKind.GROUP})
_US = re.compile(
    r"\b(?:you|your|caveat|this (?:bot|site|chat|assistant|tool|app|page|service)|assistant)\b"
)
_GREETING = re.compile(r"^(?:hi|hello|hey|thanks|thank you|ok|okay|help|good (?:morning|evening|afternoon))[!. ]*$")
_BODY = re.compile(
    r"\b(?:take|taking|took|addict\w*|withdraw\w*|overdos\w*|legal|illegal|banned|side effects?|liver|drug tests?|interact\w*|"
    r"pregnan\w*|breastfe\w*|dose|doses|dosage|receptors?|neurotransmitters?|serotonin|dopamine|opioids?|opiates?|evidence|"
    r"study|studies|clinician|doctor|pharmacist)\b"
)


def names_subject(mentions: Sequence[Mention]) -> bool:
    """Return whether kratom, a form or an alkaloid of it is named."""
    return any(mention.id in SUBJECTS or mention.kind in _SUBJECT_KINDS for mention in mentions)


def is_off_topic(text: str, searcher: Searcher, found: Found, *, conversation_named: bool) -> bool:
    """Return whether `text` (normal form, without an added subject) is about something that is not covered.

    Another drug alone is off topic unless we hold its definition; kratom in the conversation brings it back.
    """
    mentions = searcher.vocabulary.mentions(text)
    if names_subject(mentions) or any("kratom" in concepts for concepts in found.values()):
        return False
    if conversation_named and (len(text.split()) <= 12 or mentions or _BODY.search(text)):
        return False
    cosine = searcher.search(text, limit=5).best_cosine
    if _US.search(text) or _GREETING.match(text):
        return cosine < OFF_TOPIC_COSINE and not _GREETING.match(text)
    drugs = [mention for mention in mentions if mention.kind in _DRUG_KINDS]
    others = [mention for mention in mentions if mention.kind not in _DRUG_KINDS | _WEAK_KINDS]
    if drugs and not others:
        return cosine < LONE_DRUG_COSINE
    if others or _BODY.search(text):
        return cosine < OFF_TOPIC_COSINE
    return cosine < max(OFF_TOPIC_COSINE, 0.5)
