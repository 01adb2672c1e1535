"""Is the question about anything that we cover? Vocabulary, the words of the subject, and closeness to the content."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.guard.words import Found
from index.model import TermKind
from index.question import leaves_out
from index.search import Searcher
from index.vocabulary import SUBJECTS, Mention, words_of

OFF_TOPIC_COSINE = 0.35
"""Below this cosine to anything indexed, a question that hints at the subject is off topic all the same (dev data)."""
STRANGE_COSINE = 0.5
"""The same for a question that names nothing of the vocabulary and points back at nothing (dev data)."""
DEFINITION_COSINE = 0.6
"""A definition of another drug is held when something indexed is at least this close."""
DEFINITION_WORDS = 7
HELD_COSINE = 0.8
"""A question about another drug alone is answered when it is this close to something indexed (dev data)."""

MAX_PLACE_WORDS = 5
"""In a follow-up of more words the name of a place or a group says nothing of kratom: "a visa for Vietnam"."""

_TREATMENTS = frozenset({"naloxone", "buprenorphine", "methadone", "naltrexone"})
_POINTS = re.compile(r"\b(?:it|its|this|these|that|they|them|those)\b")
_TAKEN_WITH = re.compile(
    r"^(?:can|could|should|is|are|does|what about|how about|with|and)\b.*\b(?:with|while (?:on|taking)|"
    r"on top of|safer|better|worse|riskier|stronger)\b(?! than)"
)
_ABOUT_FOREIGN = frozenset(
    {"consume", "dose_word", "safe_topic", "drug_test_evasion", "overdosed", "taper", "acquire", "seller"}
)
_DEFINITION = re.compile(
    r"^(?:so |and )?(?:what(?:s| is| are| does| do)|define|definition|meaning|explain|describe|how (?:do|"
    r"does) (?:an? )?\w+ work|difference between)\b"
)
_TASK = re.compile(
    r"\b(?:write|compose|draft|code|program|translate|calculate|convert|solve|recipe|weather|score|movie|song|"
    r"poem|joke|essay|resume|cover letter|"
    r"capital of|president|world cup|football|basketball|lottery|horoscope|bitcoin|stock|javascript|python|css|"
    r"homework|iphone)\b"
)
_SUBJECT_KINDS = frozenset({TermKind.PLANT, TermKind.ALKALOID})
_DRUG_KINDS = frozenset({TermKind.DRUG, TermKind.SUBSTANCE, TermKind.PRODUCT})
_WEAK_KINDS = frozenset({TermKind.PLACE, TermKind.GROUP})
_US = re.compile(r"\b(?:you|your|caveat|this (?:bot|site|chat|assistant|tool|app|page|service)|assistant)\b")
_GREETING = re.compile(r"^(?:hi|hello|hey|thanks|thank you|ok|okay|help|good (?:morning|evening|afternoon))[!. ]*$")
_BODY = re.compile(
    r"\b(?:take|taking|took|addict\w*|withdraw\w*|overdos\w*|legal|illegal|banned|side effects?|liver|"
    r"drug tests?|interact\w*|"
    r"pregnan\w*|breastfe\w*|dose|doses|dosage|receptors?|neurotransmitters?|serotonin|dopamine|opioids?|"
    r"opiates?|evidence|"
    r"study|studies|clinician|doctor|pharmacist|quit|quits|quitting|stop|stops|stopping|suddenly|tolerance|"
    r"strains?|veins?|"
    r"import\w*|export\w*|seiz(?:ed|ure|ures)|recall\w*|poison cent\w+|metals?|salmonella|metabolites?|half[ -]life|alkaloids?|"
    r"labels?|vendors?|sellers?|products?|extracts?|capsules?|gumm\w+|tea|leaf|leaves|powder|traces|effects?|brands?)\b"
)


def names_subject(mentions: Sequence[Mention]) -> bool:
    """Return whether kratom, a form or an alkaloid of it is named."""
    return any(mention.id in SUBJECTS or mention.kind in _SUBJECT_KINDS for mention in mentions)


def is_off_topic(text: str, languages: Sequence[str], searcher: Searcher, found: Found, *, told: bool) -> bool:
    """Return whether `text` (normal form, without an added subject) is about something that is not covered.

    `told` says that an earlier turn named kratom, which brings back a question that points at it. Another drug
    alone is off topic unless we hold its definition; its bare name, typed here, asks about kratom with it, and so does
    a question about it that leaves out the rest.
    """
    mentions = searcher.vocabulary.mentions(text)
    if names_subject(mentions) or any("kratom" in concepts for concepts in found.values()) or _GREETING.match(text):
        return False
    drugs = [mention for mention in mentions if mention.kind in _DRUG_KINDS]
    others = [mention for mention in mentions if mention.kind not in _DRUG_KINDS | _WEAK_KINDS]
    points = bool(_POINTS.search(text))
    if _TASK.search(text) and not others and not points:
        return True
    if told and (
        drugs or others or points or _BODY.search(text) or (mentions and len(text.split()) <= MAX_PLACE_WORDS)
    ):
        return False
    if drugs and _is_bare(text, mentions):
        return False
    if drugs and not points and not (len(drugs) == 1 and (_TAKEN_WITH.search(text) or leaves_out(text))):
        return not (_is_definition(text, drugs, searcher) or _is_held(text, searcher))
    foreign = {concept for language in languages if language != "en" for concept in found.get(language, {})}
    if _US.search(text) or foreign & _ABOUT_FOREIGN:
        return False
    hinted = others or drugs or points or _BODY.search(text)
    return searcher.best_cosine(text) < (OFF_TOPIC_COSINE if hinted else STRANGE_COSINE)


def _is_bare(text: str, mentions: Sequence[Mention]) -> bool:
    """Return whether `text` is nothing but names: "lipitor", "ssri and trazodone?"."""
    named = {word for mention in mentions for word in mention.words.split()}
    return set(words_of(text)) <= named | {"and", "or", "plus", "with"}


def _is_held(text: str, searcher: Searcher) -> bool:
    """Return whether a card of ours asks nearly this: how an opioid compares, how it is treated."""
    hits = searcher.search(text, limit=5)
    return any(hit.may_lead and hit.cosine >= HELD_COSINE for hit in hits.ranked)


def _is_definition(text: str, drugs: Sequence[Mention], searcher: Searcher) -> bool:
    """Return whether the question asks what a drug or class is, and something of ours is about just that."""
    if any(mention.id in _TREATMENTS for mention in drugs):
        return True
    if not (_DEFINITION.search(text) and len(text.split()) <= DEFINITION_WORDS) or _BODY.search(text):
        return " mean" in text
    hits = searcher.search(text, limit=5)
    return hits.best_cosine >= DEFINITION_COSINE and any(hit.may_lead for hit in hits.ranked)
