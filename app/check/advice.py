"""Advice on taking, choosing or buying, seen by its words: such a sentence is never echoed."""

from __future__ import annotations

import re

from index.prohibited import ProhibitedKind, find_prohibited

_STUDY = re.compile(
    r"\b(?:mice|mouse|rats?|rodents?|animals?|cells?|stud(?:y|ies|ied)|trials?|volunteers|participants|researchers|"
    r"assay|"
    r"sample[ds]?|laborator\w+|in vitro|autops\w+|blood|deaths?|recall\w*|seized)\b",
    re.IGNORECASE,
)
_TAKING = (
    r"\b(?:start|begin)(?:ing|s)?\s+(?:out\s+)?(?:low|slow|small|with\s+(?:a\s+|an\s+|one\s+|\d|just|only|"
    r"the\s+(?:low|small)))",
    r"\b(?:low and (?:go )?slow|sweet spot|empty stomach|toss (?:and|n|&) wash|re-?dos(?:e|es|ed|ing)|tolerance "
    r"breaks?|rotat\w+ (?:your )?(?:strains?|veins?|colou?rs?))\b",
    r"\b(?:find|adjust|tailor|increase|decrease|lower|raise|reduce|titrat\w+|experiment with|work(?:ing)? "
    r"out)\b.{0,30}\b(?:dos(?:e|es|age)|serving|amounts?|quantit\w+)\b",
    r"\b(?:amount|dose|dosage|serving)s?\b.{0,40}\b(?:works? (?:best )?for you|right for you|small|low|slowly|"
    r"gradually|sweet)\b",
    r"\b(?:recommended|suggested|typical|optimal|ideal|standard|safe|starting|beginner)\s+(?:\w+ )?(?:dos(?:e|es|"
    r"age)|serving|amount)\b",
    r"\btake (?:it|this|them|some|your|another|more|a)\b.{0,40}\b(?:with|on|before|after|if|until|when|morning|"
    r"night|bed|food|meal|juice|water|dose|capsule|spoon)",
    r"\b(?:mix|blend|stir|brew|steep|drink|swallow|chew)\b.{0,30}\b(?:powder|it|leaves)\b.{0,30}\b(?:with|into|in|"
    r"until)\b",
    r"\b(?:taper|wean)\b.{0,40}\b(?:dose|by|week|day|lower|slowly)\b",
    r"\b(?:stronger|potentiat\w+|boost the effects?)\b.{0,40}\b(?:grapefruit|turmeric|lemon|juice|citrus|pepper)\b|"
    r"\b(?:grapefruit|turmeric|lemon)\b.{0,40}\b(?:stronger|potentiat\w+|boost)",
    r"\b(?:strain|red|white|green)\b.{0,25}\b(?:at night|in the morning|before bed|during the day)\b",
    r"\b(?:wait|space)\b.{0,20}\b(?:hours?|minutes?)\b.{0,30}\b(?:more|another|again|before)\b",
    r"\b(?:new users?|beginners?|newcomers?|first-?timers?)\b.{0,30}\b(?:should|can|start|begin|try|pick|choose|"
    r"take)\b",
)
_BUYING = (
    r"(?<!\bthe )(?<!\ba )(?<!\bthat )\b(?:buy|order|shop|purchase|get yours|add to (?:cart|basket)|check ?"
    r"out)\b.{0,30}\b(?:now|today|online|here|"
    r"our|your|from|one|at|for)\b",
    r"\b(?:shop|visit|browse|explore|see) (?:our|the|us)\b.{0,25}(?:\b(?:store|shop|website|site|range|collection|"
    r"selection|products?|capsules|menu|best)\b)",
    r"\b(?:free (?:shipping|delivery|sample)|ships? free|coupon|promo(?:tion)?|discounts?|on sale|% off|best[- "
    r"]?(?:sell\w+|price\w*|deals?)|deals? on|special offer|money[- ]back)\b",
    r"\b(?:lab[- ]tested|premium|highest[- ]quality|finest|freshest)\b.{0,40}\b(?:powder|kratom|capsules|products?|"
    r"extracts?|strains?|shots?)\b.{0,40}\b(?:ship|deliver|from|our|available|online|today|now)\b|"
    r"\bour\b.{0,25}\b(?:lab[- ]tested|premium|finest|freshest)\b",
    r"\b(?:choose|pick|select|try|grab|find|opt for|go for|look for)\b.{0,40}\b(?:vendors?|brands?|sellers?|shops?|"
    r"store|extracts?|shots?|capsules?|gumm(?:y|ies)|powders?|strains?|format|products?)\b",
    r"\b(?:capsules?|powders?|gummies|extracts?|shots?|teas?|tablets?)\b.{0,60}\b(?:let you|lets you|fit your|"
    r"suits? your|your (?:lifestyle|routine|day|taste|preference)|for every|pick|choose|convenient|tasty|handy)\b",
    r"\b(?:available|sold|find (?:it|them|us)|stop by)\b.{0,25}\b(?:at|near|in)\b.{0,25}\b(?:you|store|stores|shop|"
    r"shops|near|station)\b",
    r"\b(?:gas station|smoke shop|head shop|vape shop|corner store|dealer|guy)\b.{0,40}\b(?:sells?|has|carr(?:y|"
    r"ies)|got|stocks?)\b",
    r"\b(?:we|i) (?:recommend|suggest|ship|deliver|sell|stock|carry|offer)\b.{0,40}\b(?:strains?|products?|"
    r"powders?|capsules|extracts?|kratom|door|vendors?|brands?)\b",
    r"\b(?:liquid |concentrated )?(?:extracts?|shots?|gummies)\b.{0,30}\b(?:offer|give|deliver|provide|work|act|"
    r"hit|"
    r"are (?:an? (?:great|good|easy|fast|potent|handy|ideal|perfect)|ideal|perfect|great))\b",
)
_TAKING_RULE = re.compile("|".join(f"(?:{rule})" for rule in _TAKING), re.IGNORECASE)
_BUYING_RULE = re.compile("|".join(f"(?:{rule})" for rule in _BUYING), re.IGNORECASE)
_GAP = re.compile(
    r"\b(?:no (?:safe )?(?:study|studies|trial|trials|amount|dose)|not known|unknown|never|do not|avoid|should not|"
    r"warn\w*)\b|^don't\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"(?:^|\b(?:i|you|we|just|then|should|can|to)\s)(?:\w+ly\s|only\s|usually\s)?(?:take|use|drink|dose|chew|try|"
    r"have)\b",
    re.IGNORECASE,
)
_SAFETY = re.compile(
    r"\b(?:doctors?|physicians?|pharmacists?|clinicians?|prescribers?|midwi(?:fe|ves)|health ?care|health "
    r"professionals?|medical (?:help|advice|attention)|poison (?:cent(?:er|re)s?|control|line)|emergency|ambulance|911|"
    r"988|helplines?|naloxone|narcan|(?:don't|do not|never|avoid|stop|not) (?:\w+ )?driv(?:e|ing)|behind the wheel)\b",
    re.IGNORECASE,
)
"""What advice on staying safe speaks of: asking a professional, calling for help, not driving."""
_HOW_MUCH = re.compile(
    r"\b(?:dos(?:e|es|ed|ing|age)|amounts?|servings?|scoops?|spoon\w*|capsules?|start(?:ing)? (?:low|small|slow)|"
    r"low and|empty stomach|taper\w*|wean\w*|tolerance|redose|sweet spot|rotat\w+|stronger|potentiat\w+|"
    r"discounts?|coupons?|order|vendors?|brands?|sale|shipping)\b",
    re.IGNORECASE,
)
_ADVISED = frozenset({ProhibitedKind.AMOUNT, ProhibitedKind.PRICE, ProhibitedKind.SELLER})
_COMMERCE = frozenset({ProhibitedKind.PRICE, ProhibitedKind.SELLER, ProhibitedKind.LINK})


def gives_advice(sentence: str) -> bool:
    """Return whether `sentence` (normalised) advises on taking, choosing or buying, or sells.

    An amount, schedule or price beside words of a study or a recall is a finding, not advice; it is masked. Advice to
    ask a pharmacist, to call for help or not to drive is advice on staying safe: it may be repeated.
    """
    is_finding = bool(_STUDY.search(sentence))
    kinds = {hit.kind for hit in find_prohibited(sentence, frozenset())}
    if kinds & _ADVISED and not is_finding:
        return True
    if ProhibitedKind.SCHEDULE in kinds and not is_finding and _TELLS.search(sentence):
        return True
    if kinds & _COMMERCE and _BUYING_RULE.search(sentence):
        return True
    if is_finding or _GAP.search(sentence) or is_safety_advice(sentence):
        return False
    return bool(_TAKING_RULE.search(sentence) or _BUYING_RULE.search(sentence))


def is_safety_advice(sentence: str) -> bool:
    """Return whether `sentence` speaks of staying safe and not of how much, how, when or where to get it."""
    return bool(_SAFETY.search(sentence)) and not _HOW_MUCH.search(sentence)
