"""Whether a sentence may be vouched for: it must not say more, or the opposite, than the evidence that it resembles.

Sentences that mean the opposite of one another resemble each other ("no state has banned it", "some states have
banned it"). To call a misleading sentence supported is the worst mistake of the check, so what goes beyond its
nearest evidence in one of these ways is not vouched for.
"""

from __future__ import annotations

import re

from app.check.advice import is_safety_advice
from app.check.opposites import says_the_opposite
from app.check.stance import Stance, stance

_HARMS = (
    r"(?:harm\w*|risks?|dangers?|dangerous|addict\w*|depend\w*|withdrawal|deaths?|toxic\w*|liver|seizures?|overdos\w*|"
    r"interact\w*|kill\w*|fatal\w*|deadly|died?|dies|hurt\w*|injur\w*|damag\w*|poison\w*|unsafe|ill|sick)"
)
_NO_EVIDENCE_OF_HARM = re.compile(
    r"\bno (?:\w+ )?(?:(?:evidence|proof|indications?|signs?|records?|reports?|cases?|data)\b|"
    r"stud(?:y|ies) (?:has |have )?(?:ever )?(?:shows?|shown|showed|proves?|proven|proved|finds?|found|links?|linked|"
    r"confirms?)\b)"
    r"(?!.{0,40}\b(?:whether|how|treat\w*|cur(?:e|es|ing)|help\w*|eas(?:e|es|ing)|reliev\w*|safe\w*|prevents?)\b)"
    rf".{{0,60}}\b{_HARMS}\b",
    re.IGNORECASE,
)
_AS_SELLER = re.compile(
    r"\bour (?:\w+ )?(?:customers?|clients?|members?|teas?|lea(?:f|ves)|powders?|products?|kratom|capsules?|"
    r"extracts?|shots?|"
    r"tablets?|gumm(?:y|ies)|strains?|blends?|batch\w*|farm\w*|brand|shop|store|team)\b|\bwe (?:source|offer|sell|"
    r"ship|stock|"
    r"guarantee|promise|deliver|harvest|test|carry)\b",
    re.IGNORECASE,
)

_NO_CONFIRMED_HARM = re.compile(
    r"\b(?:no|never|not a single|zero)\b.{0,30}\b(?:confirmed|proven|documented|recorded|verified|known)\b.{0,20}\b"
    r"(?:deaths?|overdos\w*|fatalit\w+|harms?|injur\w+|cases?|victims?)\b|"
    r"\b(?:yet|fail(?:s|ed)?|unable) to (?:produce|show|find|present|prove|point to|offer|come up with)\b.{0,50}\b"
    r"(?:harm\w*|danger\w*|risks?|injur\w+|deaths?|wrong|addict\w*|unsafe)\b|"
    r"\bno (?:stud(?:y|ies)|research|trials?|data|evidence) (?:\w+ )?(?:shows?|showed|shown|finds?|found|"
    r"proves?|proved|says?|said|links?|linked)\b(?! in\b).{0,40}\b"
    r"(?:damag\w*|harm\w*|hurt\w*|injur\w*|kill\w*|danger\w*|toxic\w*)\b",
    re.IGNORECASE,
)
"""Says that no harm was ever confirmed: it reassures and tells of no gap."""


_TESTIFIES = re.compile(
    r"\b(?:i|i've|i'm|my|mine)\b.{0,60}\b(?:feel\w*|felt|fine|great|good|better|well|love\w*|life|happy|happier|"
    r"amazing|without|no (?:problems?|issues?))\b",
    re.IGNORECASE,
)
"""Tells how well somebody fares who takes it: no evidence says that of a person."""


_TURNS = (
    re.compile(
        r"\b(?:(?:more|less|fewer) (?:\w+ )?\w+ than|(?:\w+er|worse|better) than|(?:just )?as \w+ as|"
        r"compared (?:to|with)|nothing (?:next|compared) to)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:can|may|could|let|lets|fine|ok|okay|allowed|free)\b(?: \w+)?(?: to)? "
        r"(?:take|use|have|drink|be given|give|drive|sleep|wait|mix|combine)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:goes?|go) away\b|\bon (?:its|their) own\b|\bby itself\b|\b(?:will|would) pass\b|"
        r"\b(?:sleep|wait|ride|tough|sweat) it (?:off|out)\b|\bclears? up\b|\b(?:is|are) (?:\w+ )?normal\b|"
        r"\ball in (?:your|the|their) (?:head|mind)\b|\bno big deal\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bonly (?:happens?|occurs?|affects?|develops?|when|if|in those|to people|in people)\b|\bhappens? only\b|"
        r"\b(?:are|were|is|was) (?:all|always|entirely|solely) \w+ed\b|\b(?:solely|exclusively|entirely)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:one|a single|the (?:very )?first) (?:dose|cup|sip|pill|capsule|use|try|hit)\b", re.IGNORECASE),
)
"""Comparing with something else, permitting, playing down, restricting, and the single time: none of them may be read
into a sentence that does not say it."""


def turns_to_other(sentence: str, near: str) -> bool:
    """Return whether `sentence` compares, permits or plays down where its nearest evidence does not."""
    return any(turn.search(sentence) and not turn.search(near) for turn in _TURNS)


def tells_a_gap(sentence: str, said: Stance) -> bool:
    """Return whether `sentence` tells of missing knowledge, and not of "no evidence of harm", which reassures."""
    reassures = _NO_EVIDENCE_OF_HARM.search(sentence) or _NO_CONFIRMED_HARM.search(sentence)
    return said.gap and not said.dismisses and not reassures


def is_to_the_point(sentence: str, said: Stance) -> bool:
    """Return whether `sentence` speaks of kratom, a harm, a law, a study, a report or of staying safe."""
    speaks = said.topic or said.harm or said.law or said.study or said.reported or said.gap or said.warns
    return speaks or is_safety_advice(sentence)


def speaks_as_seller(sentence: str) -> bool:
    """Return whether `sentence` speaks for a shop of its customers or goods."""
    return bool(_AS_SELLER.search(sentence))


def turned_round(sentence: str, said: Stance, near: str) -> bool:
    """Return whether `sentence` calls untrue what its nearest evidence tells of, or says the opposite."""
    its = stance(near)
    calls_untrue = said.dismisses and not its.dismisses and (said.harm or its.harm)
    return calls_untrue or (not said.gap and not its.gap and says_the_opposite(sentence, near))


def goes_beyond(sentence: str, said: Stance, near: Stance) -> bool:
    """Return whether `sentence` says more than its nearest evidence: it reassures, speaks of all, or praises alone."""
    stays_safe = is_safety_advice(sentence) and not (said.overclaims or (said.universal and not said.reported))
    if tells_a_gap(sentence, said) or stays_safe:
        return False
    if _NO_CONFIRMED_HARM.search(sentence):
        return True
    if _NO_EVIDENCE_OF_HARM.search(sentence) or (_TESTIFIES.search(sentence) and not said.harm):
        return not (near.gap and near.harm) and not near.first_person
    softened = said.gap or said.denies or said.laboratory or said.reported
    return (
        (said.dismisses and not near.dismisses)
        or (said.denies and not near.denies and not near.gap)
        or (said.denies and said.harm and not near.harm)
        or (said.universal and not near.universal)
        or (said.overclaims and not near.overclaims)
        or (said.reassures and not near.reassures and not softened)
    )
