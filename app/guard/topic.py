"""Is the question about anything that we cover? Vocabulary, the words of the subject, and closeness to the content."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.guard.words import Found
from index.model import TermKind
from index.search import Searcher
from index.vocabulary import SUBJECTS, Mention

OFF_TOPIC_COSINE = 0.42
"""Below this cosine to anything indexed, a question is off topic (dev data)."""
STRANGE_COSINE = 0.6
"""The same for a question that names nothing of the vocabulary and points back at nothing (dev data)."""
DEFINITION_COSINE = 0.6
"""A definition of another drug is held when something indexed is at least this close."""

_TREATMENTS = frozenset({"naloxone", "buprenorphine", "methadone", "naltrexone"})
_POINTS = re.compile(r"\b(?:it|its|this|these|that|they|them|those)\b")
_TAKEN_WITH = re.compile(r"^(?:can|could|should|is|are|does|what about|how about|with|and)\b.*\b(?:with|while (?:on|taking)|on top of|and)\b")
_DEFINITION = re.compile(
    r"^(?:so |and )?(?:what(?:s| is| are| does| do)|define|definition|meaning|explain|describe|how (?:do|does) (?:an? )?\w+ work|difference between)\b"
)
_TASK = re.compile(
    r"\b(?:write|compose|draft|code|program|translate|calculate|convert|solve|recipe|weather|score|movie|song|poem|joke|essay|resume|cover letter|"
    r"capital of|president|world cup|football|basketball|lottery|horoscope|bitcoin|stock|javascript|python|css|homework|iphone)\b"
)
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
    r"study|studies|clinician|doctor|pharmacist|quit|quits|quitting|stop|stops|stopping|suddenly|tolerance|strains?|veins?|"
    r"labels?|vendors?|sellers?|products?|extracts?|capsules?|gumm\w+|tea|leaf|leaves|powder|traces|effects?|brands?)\b"
)


def names_subject(mentions: Sequence[Mention]) -> bool:
    """Return whether kratom, a form or an alkaloid of it is named."""
    return any(mention.id in SUBJECTS or mention.kind in _SUBJECT_KINDS for mention in mentions)


def is_off_topic(
    text: str, resolved: str, searcher: Searcher, found: Found, *, conversation_named: bool
) -> bool:
    """Return whether `text` (normal form, without an added subject) is about something that is not covered.

    `resolved` is the same question with its subject, as it will be searched. Another drug alone is off topic
    unless we hold its definition; kratom in the conversation brings it back.
    """
    mentions = searcher.vocabulary.mentions(text)
    if names_subject(mentions) or any("kratom" in concepts for concepts in found.values()):
        return False
    if conversation_named and (mentions or _BODY.search(text) or _POINTS.search(text)):
        return False
    if _GREETING.match(text):
        return False
    drugs = [mention for mention in mentions if mention.kind in _DRUG_KINDS]
    others = [mention for mention in mentions if mention.kind not in _DRUG_KINDS | _WEAK_KINDS]
    if drugs and not _POINTS.search(text) and not (len(drugs) == 1 and _TAKEN_WITH.search(text)):
        return not _is_definition(text, drugs, searcher)
    if _US.search(text) and not _TASK.search(text):
        return False
    limit = OFF_TOPIC_COSINE
    if not (others or drugs or _BODY.search(text) or _POINTS.search(text)):
        limit = STRANGE_COSINE
    return searcher.search(resolved, limit=5).best_cosine < limit or bool(_TASK.search(text) and not others)


def _is_definition(text: str, drugs: Sequence[Mention], searcher: Searcher) -> bool:
    """Return whether the question asks what a drug or class is, and a card of ours is about just that."""
    if any(mention.id in _TREATMENTS for mention in drugs):
        return True
    if not _DEFINITION.search(text):
        return False
    hits = searcher.search(text, limit=5)
    return hits.best_cosine >= DEFINITION_COSINE and any(hit.may_lead for hit in hits.ranked)
