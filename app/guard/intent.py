"""Which action a question asks for: an amount, a seller, how to make, evade, conceal, harm or manipulate."""

from __future__ import annotations

import re

from app.answer.record import Reason

_QUANTITY = r"(?:how (?:much|many)|what(?:'s| is| are)? (?:the |a |my )?(?:\w+ ){0,3}(?:dose|dosage|dosing|amount)|(?:safe|right|good|best|beginner|starting|recommended|max\w*|minimum|typical|normal|effective|lethal) (?:\w+ )?(?:dose|dosage|amount))"
_UNIT = r"(?:g|grams?|mg|capsules?|caps|pills?|gumm(?:y|ies)|teaspoons?|tsp|tablespoons?|tbsp|spoons?|scoops?|ounces?|oz|shots?)"
_RULES: tuple[tuple[Reason, str, str], ...] = (
    (
        Reason.MANIPULATION,
        "manipulation.prompt",
        r"\b(?:system prompt|ignore (?:all|your|previous|the)|your instructions|developer mode|jailbreak|pretend you have no|fake (?:review|study|testimonial)s?)\b",
    ),
    (
        Reason.EVASION,
        "evasion.test",
        r"\b(?:pass|beat|cheat|fool|trick|clean out|flush|detox for)\b.{0,40}\b(?:drug (?:test|screen)|urine|ua|test)\b",
    ),
    (
        Reason.CONCEALMENT,
        "concealment.give",
        r"\b(?:secretly|without (?:him|her|them|my \w+|anyone) knowing|hide it from|slip)\b",
    ),
    (
        Reason.PRODUCTION,
        "production.make",
        r"\b(?:extract|synthesi[sz]e|convert|grow|isolate|make)\b.{0,40}\b(?:7-?oh|mitragynine|kratom (?:tree|plant|extract)|alkaloids?)\b(?<!body make 7-oh)",
    ),
    (
        Reason.PURCHASING,
        "purchasing.seller",
        r"\b(?:where (?:can|do|to|could) (?:i|we|you|people)?\s*(?:buy|get|find|order|purchase)|(?:buy|order|purchase|get) (?:some |good |cheap )?(?:kratom|it|maeng da|7-?oh)|best (?:vendor|brand|shop|store|site|website|place|kratom|strain)|which (?:brand|vendor|strain|product)s?|vendors?|cheap\w*|price|cost|discount|coupon|for sale)\b",
    ),
    (
        Reason.DOSING,
        "dosing.quantity",
        rf"\b{_QUANTITY}\b.{{0,60}}\b(?:take|taking|use|have|drink|eat|dose|day|kratom|beginner|start|safe|need|should|{_UNIT})\b",
    ),
    (
        Reason.DOSING,
        "dosing.is-n-too-much",
        rf"\b(?:is|are|would|can i take|should i take|take|taking)\b.{{0,20}}\b\d+(?:\.\d+)?\s?{_UNIT}\b.{{0,40}}(?:too much|too many|safe|ok|okay|enough|a lot|\?)",
    ),
    (
        Reason.DOSING,
        "dosing.word",
        r"\b(?:dos(?:e|es|age|ing)|redose)\b.{0,40}\b(?:for|of|should|start|beginner|safe|much|chart|guide)\b",
    ),
    (
        Reason.DOSING,
        "dosing.schedule",
        r"\b(?:how (?:often|long (?:between|should i wait)|many (?:times|hours|days))|taper(?:ing)?(?: schedule| plan| off)?|tolerance break|wait between|hours between|when can i (?:take|redose|have) (?:more|another|it again))\b",
    ),
    (
        Reason.DOSING,
        "dosing.prepare",
        r"\b(?:how (?:do|can|should|to) (?:i|you|people|we)?\s*(?:brew|prepare|make (?:the |a |my )?(?:\w+ )?(?:tea|drink|stronger)|potentiate|boost|measure|weigh|take (?:it|kratom)))\b",
    ),
)
_COMPILED = tuple((reason, rule, re.compile(pattern, re.IGNORECASE)) for reason, rule, pattern in _RULES)


def intent(text: str) -> tuple[Reason, str] | None:
    """Return the reason to decline `text` and the rule that saw it, or nothing."""
    for reason, rule, pattern in _COMPILED:
        if pattern.search(text):
            return reason, rule
    return None
