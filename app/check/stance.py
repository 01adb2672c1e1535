"""The stance of a sentence: whether it denies, hedges, reports, points to a gap, to animals or cells, or overclaims.

Similar sentences can mean the opposite of one another ("is addictive", "is not addictive"); an encoder hardly
tells them apart, so the decision compares stances beside meaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nobody|no one|nothing|without|zero|cannot|can't|won't|doesn't|don't|didn't|isn't|"
    r"aren't|wasn't|"
    r"hasn't|haven't|wouldn't|neither|nor|free of|free from|non|impossible|absence of|lacks?|un(?:able|likely)|myth|"
    r"propaganda|poses? no|harmless|risk-free)\b|\bnon-\w|\bn't\b",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"\b(?:(?:no|not|never|nobody|lack(?:s|ing)?|without|few|little|limited|thin|scarce|insufficient|missing)\b.{0,50}"
    r"\b(?:trials?|stud(?:y|ies|ied)|evidence|research\w*|tested|proven|proof|shown|approved|established|known|"
    r"evaluated|"
    r"confirmed|data|understood)|unproven|untested|unstudied|unknown|uncertain|unclear|unapproved|"
    r"(?:trials?|stud(?:y|ies)|evidence|research|proof|data)\b.{0,30}\b(?:lacking|missing|limited|thin|scarce|"
    r"early days|needed|"
    r"insufficient|lacks?)|not (?:yet )?(?:been )?(?:approved|tested|proven|shown|known|established|evaluated)|"
    r"(?:more|larger|further|better) (?:human )?(?:research|studies|trials)|only self-report|early days)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:(?:users?|people|folks|patients|participants|many|some|respondents|consumers|customers)\b.{0,25}"
    r"\b(?:report\w*|say|said|says|claim\w*|rated|described?|told|believe\w*|take it|took it|use it)|"
    r"reported(?:ly)?|anecdot\w+|"
    r"surveys?|self-report\w*|poison cent(?:er|re)s?|case (?:report|series)\w*|have been (?:described|recorded|"
    r"reported|linked)|"
    r"(?:has|have|had) been (?:associated|linked)|(?:was|were) (?:associated|recorded|reported|described)|health "
    r"officials)\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:may|might|could|possibly|perhaps|potentially|thought to|believed to|said to)\b", re.IGNORECASE
)
_LABORATORY = re.compile(
    r"\b(?:mice|mouse|rats?|rodents?|animals?|zebrafish|in vitro|cells?|cell (?:assays?|studies|lines?)|assays?|"
    r"laborator(?:y|ies)|lab tests?|receptor tests?|binding tests?|preclinical|human liver preparations)\b",
    re.IGNORECASE,
)
_OVERCLAIM = re.compile(
    r"\b(?:prove[ns]?|proved|clinically|guarante\w*|cures?|cured|curing|miracle|always|every(?:one|body) who|"
    r"instant\w*|"
    r"100 ?%|completely|perfectly|totally|absolutely|for life|first (?:time|cup|use)|single use|once and|as "
    r"(?:deadly|dangerous) as|"
    r"destroys?|fries|permanent\w*|kills? (?:cancer|brain|tumou?rs?)|fights? cancer|shrinks?|reverses?|restores?|"
    r"rebuilds?|detox\w*)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:addict\w*|habit[- ]forming|depend(?:ence|ent|ency)|withdrawals?|overdos\w*|deaths?|died?|dies|deadly|"
    r"fatal|kill\w*|"
    r"harm\w*|hurt\w*|dangers?|dangerous|risks?|toxic\w*|injur\w*|liver|jaundice|seizures?|side effects?|adverse|"
    r"interact\w*|contaminat\w*|poison\w*|slow\w* (?:\w+ ){0,2}breathing|respiratory depression|hooked|damage\w*)\b",
    re.IGNORECASE,
)
_LESSER = re.compile(
    r"\b(?:less|lower|fewer|milder?|gentler?|safer|easier|easy|smaller|lighter|minor|minimal|reduced|nothing "
    r"compared|softer)\b",
    re.IGNORECASE,
)

_WARNING = re.compile(
    r"\b(?:(?:adds?|adding) to|rais(?:es?|ing)|increas(?:es?|ing)|higher|greater|more)\b.{0,30}\b(?:risks?|"
    r"dangers?|chances?|harm)\b|"
    r"\b(?:dangerous|warns?|warned|warnings?|should (?:avoid|not)|must not|do not|avoid)\b",
    re.IGNORECASE,
)


_FORBIDS = re.compile(
    r"(?:^|[,;:]\s+|\b(?:so|and|then|please)\s+)(?:never|do not|don't)\s+\w+|\b(?:should|must)(?:n't| (?:not|never))\b",
    re.IGNORECASE,
)
"""Telling somebody not to do something denies nothing."""
_MINIMISES = re.compile(
    r"(?:(?<!-)\bonly|\b(?:just|sole|worst|limited to|at most|nothing (?:worse|more|serious|else)))\b", re.IGNORECASE
)
_MILD = re.compile(
    r"\b(?:side effects?|downsides?|drawbacks?|nausea|queas\w+|dizz\w+|constipat\w+|headaches?|dry mouth|upset stomach|"
    r"stomach upset)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Stance:
    """How a sentence says what it says."""

    denies: bool
    """It negates something other than evidence ("no risk", "not addictive")."""
    gap: bool
    """It says that something is not known, tested, proven or approved."""
    reported: bool
    """It attributes what it says to users, surveys, records or case reports."""
    hedged: bool
    """It softens what it says ("may", "could", "is thought to")."""
    laboratory: bool
    """It names animals, cells or laboratory tests."""
    overclaims: bool
    harm: bool
    warns: bool
    """It warns of a harm without calling it small ("adds to the risk of ...")."""


def stance(sentence: str) -> Stance:
    """Return the stance of `sentence`, from its words alone."""
    text = sentence.replace("\u2019", "'")
    gap = bool(_GAP.search(text))
    return Stance(
        denies=bool(_NEGATION.search(_FORBIDS.sub(" ", _GAP.sub(" ", text)))),
        gap=gap,
        reported=bool(_REPORTED.search(text)),
        hedged=bool(_HEDGED.search(text)),
        laboratory=bool(_LABORATORY.search(text)),
        overclaims=not gap and bool(_OVERCLAIM.search(text)),
        harm=bool(_HARM.search(text)),
        warns=bool(_WARNING.search(text) or _FORBIDS.search(text)) and not _LESSER.search(text),
    )


def minimises(sentence: str) -> bool:
    """Return whether `sentence` says that mild side effects are all there is."""
    return bool(_MINIMISES.search(sentence) and _MILD.search(sentence))
