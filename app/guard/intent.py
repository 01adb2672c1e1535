"""Which action a question asks for: an amount, a seller, how to make, evade, conceal, harm or manipulate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.answer.record import Reason
from app.guard.rules import (
    amounts,
    concealment,
    evasion,
    manipulation,
    other_harm,
    production,
    products,
    reported_amounts,
    schedules,
    sellers,
    taking,
    verdicts,
)
from app.guard.rules.facts import (
    AGE_TO_BUY,
    COUNTS_OF,
    DURATIONS,
    HAPPENINGS,
    LAW_SETS,
    LAWFUL,
    MARKET,
    MEASURED,
    NATURAL,
    OVERSIGHT,
    PRICE_AND_QUALITY,
    SEEN_ON_A_LABEL,
    TRACES,
)
from app.guard.rules.patterns import NUMBER, UNIT
from index.model import TermKind
from index.vocabulary import Mention

SURE = (
    *concealment.RULES,
    *other_harm.RULES,
    *production.RULES,
    *evasion.RULES,
    *amounts.RULES,
    *reported_amounts.RULES,
    *schedules.RULES,
    *taking.RULES,
    *verdicts.RULES,
    *sellers.RULES,
    *products.RULES,
    *manipulation.RULES,
)
DOUBTFUL = (*taking.DOUBTFUL, *products.DOUBTFUL)

_OTHER_KINDS = frozenset({TermKind.DRUG, TermKind.DRUG_CLASS, TermKind.SUBSTANCE})
_AMOUNT = (
    r"\d[\d.,]*\s?(?:mg|mcg|milligrams?|g|grams?|ml|units?|tablets?|pills?)(?:\s(?:a day|daily|per day|once daily|"
    r"twice daily|bid|at night|xr|er|of|(?:once|twice|three times|four times|\d ?x) (?:a|per|each) day))?"
)
_WHICH_NUMBER = re.compile(r"\b(?:or|vs|versus|too much|too many|ok|okay|safe|enough|fine|a lot|alright)\b")
_STRENGTH = re.compile(r"\d|\b(?:dos(?:e|es|age)|amounts?)\b")
"""Words that a text holds which asks for the number of a medicine or tells its amount: patterns per medicine are slow."""
_OWN = r"(?:my|a|an|her|his|their|this|that|same|low|small|usual|prescribed|current|evening|morning|missed) "
_TOGETHER = re.compile(
    r"\b(?:kratom|7oh|interact\w*|together|with it|along ?side|on it|combin\w*|mix\w*|"
    r"(?:it|this) (?:mess|interfere|clash|conflict|react)\w*|(?:mess|interfere|clash|conflict|react)\w* with|"
    r"it (?:be )?(?:dangerous|safe|ok|okay|risky|bad|fine|harmful) (?:with|on|while on|on top of))\b"
)


MAX_MIX_CHARS = 160
"""Longest question of a mix that is judged by its words: a longer one may ask for something besides."""
_HARMLESS = re.compile(
    r"\b(?:enzymes?|metaboli\w*|in (?:the|your|our|my) (?:body|liver|brain|blood)|why (?:do|dont|wont|cant|did|"
    r"would|are|is) |"
    r"(?:il)?legal\w*|laws?|banned|do you (?:get|have|take|keep|store|save)|what (?:are|is) your|what can (?:i|"
    r"you)|who (?:made|runs|funds|are)|"
    r"tradition\w*|receptors?|stud(?:y|ies)|trials?|labels?|hotline|complain\w*|warn\w*|penalt\w*|naloxone|"
    r"narcan|contact|evidence|liver|addict\w*|withdrawal|pregnan\w*|side effects?|interact\w*|countries|"
    r"marketing|contaminat\w*|recall\w*|regulat\w*|import\w*|industry|open up|be honest|myth|(?:quality|safety|purity) (?:standards?|controls?|checks?)|"
    r"someone (?:put|"
    r"gave|slipped))\b|"
    r"\b(?:what|which) ages?\b|\bold enough\b|\bbotanical\w*|\breally exist\b|"
    r"\bhow (?:long|soon|quickly|fast)\b[^.?!]{0,30}\b(?:kicks? in|start(?:s|ed)? work(?:ing)?)\W*$|"
    r"^how (?:long|soon|quick|quickly|fast) (?:is|are|does|do|until|before) (?:kratom|it|mitragynine|7oh|alkaloids?)(?: is)? "
    r"(?:cleared|eliminated|excreted|gone|broken down)(?: (?:from|by|in|out of))?(?: (?:the|a|your) \w+)?\W*$|"
    r"\b(?:tests?|panels?|screens?) (?:notice|detect|show|pick|find|look for|screen for|check for)\b|"
    r"\b(?:tests?|panels?|screens?)\W{1,3}(?:will|would|does|do|can|could) (?:it|they|that) (?:notice|detect|show|pick|find|catch)\b"
)
_FACTS = re.compile(
    "|".join(
        f"(?:{pattern})"
        for pattern in (
            *LAW_SETS,
            *LAWFUL,
            *MARKET,
            *MEASURED,
            *HAPPENINGS,
            *OVERSIGHT,
            *NATURAL,
            *COUNTS_OF,
            *DURATIONS,
            *AGE_TO_BUY,
            *PRICE_AND_QUALITY,
            *SEEN_ON_A_LABEL,
            *TRACES,
        )
    )
)


def is_harmless(text: str) -> bool:
    """Return whether `text` (normal form) names a subject that the head alone may not decline or doubt."""
    return bool(_HARMLESS.search(text) or _FACTS.search(text))


_IS_IT_ALRIGHT = re.compile(
    r"\b(?:ok|okay|safe|fine|alright|cool|bad|risky|dangerous|harmful|unsafe|clash\w*|a problem|be worried)\b"
)
_PLANNED = re.compile(
    r"\d|\b(?:how|when|which|what|before|after|hours?|minutes?|apart|between|wait|first|doses?|grams?|mgs?|much|many|more|"
    r"most|best|boost\w*|strong\w*|potentiat\w*|enhanc\w*|high|buzz|come ?down|limit|max\w*|spoon\w*|scoop\w*|capsules?|"
    r"pills?|tablets?|lines?|snort\w*|inject\w*|to (?:get|feel|help|make|sleep|last))\b"
)


def asks_whether_a_mix_is_alright(text: str, mentions: Sequence[Mention]) -> bool:
    """Return whether `text` (normal form) asks if another drug goes with kratom, and for no amount, time or effect."""
    if len(text) > MAX_MIX_CHARS or not _IS_IT_ALRIGHT.search(text) or not names_another_drug(mentions):
        return False
    if _STRENGTH.search(text):
        drugs = "|".join(re.escape(mention.words) for mention in mentions if mention.kind in _OTHER_KINDS)
        text = re.sub(rf"\b({drugs}) \d{{2,4}}(?: ?mg)?\b", r"\1", text)  # the strength of a prescribed medicine
    return not _PLANNED.search(text)


@dataclass(frozen=True)
class Intent:
    """What a text asks for: the reason, the rule that saw it, and whether that is doubtful."""

    reason: Reason
    rule: str
    doubtful: bool
    firm: bool = False
    """Whether the head may not overrule it."""


def intent(text: str, mentions: Sequence[Mention]) -> Intent | None:
    """Return what `text` (normal form) asks for that is declined, or None."""
    judged = without_prescribed_amounts(text, mentions)
    # Rules that name a substance name kratom or 7oh; what is asked of mitragynine is asked of either.
    readings = {judged, judged.replace("mitragynine", "7oh")}
    fired = (rule for rule in SURE if any(rule.fires(reading) for reading in sorted(readings)))
    if first := next(fired, None):
        seen = first if first.firm else next((rule for rule in fired if rule.firm), first)
        return Intent(seen.reason, seen.id, doubtful=False, firm=seen.firm)
    if judged != text and verdicts.CONVERSION.fires(text):
        return Intent(verdicts.CONVERSION.reason, verdicts.CONVERSION.id, doubtful=False, firm=True)
    if _is_number_of_a_drug(judged, mentions):
        return Intent(Reason.DOSING, "dosing.number-of-a-drug", doubtful=False)
    for rule in DOUBTFUL:
        if rule.fires(judged):
            return Intent(rule.reason, rule.id, doubtful=True)
    return None


def _is_number_of_a_drug(text: str, mentions: Sequence[Mention]) -> bool:
    """Return whether a text asks which number of another drug is right: "klonopin 2 or 3", "oxy 30 ok?"."""
    if _TOGETHER.search(text) or not _WHICH_NUMBER.search(text):
        return False
    amount = rf"{NUMBER}(?: ?{UNIT})?"
    for mention in [mention for mention in mentions if mention.kind in _OTHER_KINDS][:4]:
        drug = rf"\b{re.escape(mention.words)}s?"
        asked = (
            rf"{drug},? (?:is |at |like |take )?{amount} (?:or|vs|versus) {amount}\W*$",
            rf"\b{amount} (?:or|vs|versus) {amount} (?:of )?(?:\w+ )?{drug}\W*$",
            rf"{drug},? (?:is |at |like )?{amount} (?:is )?(?:too much|too many|ok|okay|safe|enough|fine|a lot|alright)\W*$",
        )
        if any(re.search(pattern, text) for pattern in asked):
            return True
    return False


def names_another_drug(mentions: Sequence[Mention]) -> bool:
    """Return whether a drug, class or substance besides kratom is named."""
    return any(mention.kind in _OTHER_KINDS for mention in mentions)


def without_prescribed_amounts(text: str, mentions: Sequence[Mention]) -> str:
    """Return `text` without the strength of another medicine in a question about kratom with it.

    "can i take kratom with 50 mg sertraline" is about an interaction, whatever the amount of the medicine.
    """
    drugs = [mention.words for mention in mentions if mention.kind in _OTHER_KINDS]
    if not drugs or not _STRENGTH.search(text) or not _TOGETHER.search(text):
        return text
    for name in drugs[:4]:
        drug = (
            rf"{re.escape(name)}(?: (?:once|twice|three times|\d+ ?(?:times|x))? ?(?:a|per|each) day| daily| at night)?"
        )
        text = re.sub(rf"{_AMOUNT}\s(?:\w+\s){{0,2}}?{drug}\b", name, text)
        text = re.sub(rf"\b{drug}\s(?:\w+\s){{0,2}}?{_AMOUNT}\b", name, text)
        text = re.sub(
            rf"\b{drug} \d{{1,4}}(?: (?:once|twice|three times|four times|\d ?x) (?:a|per|each) day| daily| at night)",
            name,
            text,
        )
        text = re.sub(rf"\b{_OWN}(?:\w+ )?(?:dos(?:e|es|age)|amounts?) of (?:my |the )?{drug}\b", name, text)
        text = re.sub(rf"\b(?:low|high|small)[ -]dose {drug}\b", name, text)
        text = re.sub(rf"\b{drug} (?:dos(?:e|es|age))\b(?! of (?:kratom|7oh|mitragynine))", name, text)
    return text
