"""Advice on taking, choosing or buying, seen by its words: such a sentence is never echoed."""

from __future__ import annotations

import re

from app.check.mask import has_address
from index.prohibited import ProhibitedKind, find_prohibited

_STUDY = re.compile(
    r"\b(?:mice|mouse|rats?|rodents?|animals?|cells?|stud(?:y|ies|ied)|trials?|volunteers|participants|researchers|"
    r"assay|"
    r"sample[ds]?|laborator\w+|in vitro|autops\w+|blood(?!-| pressure| thinn)|deaths?|recall\w*|seized)\b",
    re.IGNORECASE,
)
_TAKING = (
    r"\b(?:start|begin)(?:ing|s)?\s+(?:out\s+)?(?:low|slow|small|with\s+(?:a\s+|an\s+|one\s+|\d|just|only|"
    r"the\s+(?:low|small)))",
    r"\b(?:low and (?:go )?slow|sweet spot|empty stomach|toss (?:and|n|&) wash|re-?dos(?:e|es|ed|ing)|tolerance "
    r"breaks?|rotat\w+ (?:your |between |among )?(?:\w+ and )?(?:strains?|veins?|colou?rs?|greens?|reds?|whites?|"
    r"golds?))\b",
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
    r"\b(?:best|ideal|perfect|great|made|meant|suited|reserved?)\b.{0,12}\b(?:for|in|at|during|before|after) (?:the |"
    r"your )?"
    r"(?:early |late )?(?:mornings?|evenings?|nights?|night-?time|day-?time|all[- ]day|bed|bedtime|afternoons?|work|"
    r"workouts?|sleep time|any ?time)\b",
    r"\b(?:wait|space)\b.{0,20}\b(?:hours?|minutes?)\b.{0,30}\b(?:more|another|again|before)\b",
    r"\b(?:new users?|beginners?|newcomers?|first-?timers?)\b.{0,30}\b(?:should|can|start|begin|try|pick|choose|"
    r"take|do (?:best|well|better))\b",
    r"\b(?:lemon|lime|citrus|vinegar|simmer\w*|boil\w*|freez\w+|heat\w*|acid\w*)\b.{0,60}\b(?:alkaloids|powder|"
    r"leaves|"
    r"stronger|potency|potent|brew)\b|\b(?:alkaloids|powder|leaves)\b.{0,40}\b(?:with lemon|with lime|in vinegar|"
    r"simmer|boil)\w*",
    r"\b(?:grapefruit|black pepper|turmeric|antacids?|agmatine|tonic water|cimetidine)\b.{0,60}\b(?:harder|"
    r"longer|faster|"
    r"stronger|kicks? in|before|beforehand|tolerance|potent\w*)\b",
    r"\b(?:skip|miss|take|leave|add)\b.{0,20}\b(?:days?|weeks?) (?:or two )?(?:off|each week|a week|every week|"
    r"between)\b|"
    r"\b(?:one|two|a couple of|a few|some) days off\b",
    r"\b(?:go|stick|start|begin|try)\b.{0,12}\b(?:with|to)\b.{0,12}\b(?:reds?|whites?|greens?|yellows?)\b|\bhave the "
    r"(?:red|white|green)\b|\b(?:reds?|whites?|greens?) (?:one )?(?:for|before|in|at) (?:the )?(?:evenings?|"
    r"mornings?|bed|"
    r"nights?|workouts?|work)\b.{0,40}\b(?:save|have|take|keep|pick|use|before)\b|\b(?:save|have|take|keep|use) the "
    r"(?:red|white|green)s?\b",
    r"\bi (?:usually |always |just |like to |normally )?(?:drink|take|have|use|dose) (?:mine|my (?:powder|tea|"
    r"cup|dose)|it|some)"
    r"\b.{0,30}\b(?:on waking|mornings?|lunch|bed|nights?|breakfast|empty|evenings?|workouts?|hours?)\b",
    r"\b(?:cut|step|go|drop|come|work)(?:ping|ing|ting)? (?:down|up|back) (?:by )?(?:a (?:bit|little|small step|"
    r"notch)|half|"
    r"slowly|gradually|every)\b|\bgo up (?:a little|slowly|until|till)\b",
    r"\btake more (?:if|when|until|after)\b|\bsecond (?:helping|cup|serving|dose|round)\b|"
    r"\banother (?:half )?(?:serving|"
    r"helping|dose|round|cup)\b|\blevel (?:tea)?spoon\w*\b",
    r"\b(?:sprinkle|chase|wash|stir|drop|swallow|mix|simmer|toss)\b.{0,25}\b(?:it|powder)\b.{0,25}\b(?:on|with|"
    r"down|into|in|"
    r"fast|over)\b.{0,30}\b(?:juice|yogh?urt|water|milk|food|throat|smoothie|honey|shake|gulp|down)\b",
)
_PACE = re.compile(
    r"\b(?:dos(?:e|es|ing)|tak(?:e|es|ing)|us(?:e|ing)|drink\w*)\b.{0,30}\b(?:(?:once|twice|three times|"
    r"more than once) (?:a|per|"
    r"each) (?:day|week)|days? in a row|(?:only )?(?:on|at) (?:the )?weekends?|every (?:other|second|third|"
    r"few) (?:days?|"
    r"hours?))\b|\b(?:never|don'?t|do not|only) (?:re-?)?dos(?:e|ing)\b|"
    r"\b(?:take|have|drink|use) (?:it|this|them|yours?|some)\b.{0,40}\b(?:full|empty) (?:stomach|tummy|belly)\b|"
    r"\b(?:chase|wash) (?:it|this|them)(?: down)? with\b|\b(?:keep|limit|save) it (?:to|for) (?:the )?weekends?\b|"
    r"\b(?:days?|weeks?) on\b.{0,15}\boff\b|\bspace (?:it|them|kratom|your \w+) (?:\w+ ){0,3}(?:hours?|days?|apart)\b",
    re.IGNORECASE,
)
"""How often or on what to take something: advice even when it is worded as a warning."""
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
    r"\b(?:choose|pick|select|try|grab|find(?! out)|opt for|go for|look for)\b.{0,40}\b(?:vendors?|brands?|sellers?|"
    r"shops?|"
    r"store|extracts?|shots?|capsules?|gumm(?:y|ies)|powders?|strains?|format|products?)\b",
    r"\b(?:capsules?|powders?|gummies|extracts?|shots?|teas?|tablets?)\b.{0,60}\b(?:let you|lets you|fit your|"
    r"suits? your|your (?:lifestyle|routine|day|taste|preference)|for every|pick|choose|convenient|tasty|handy)\b",
    r"\b(?:available|find (?:it|them|us)|stop by)\b.{0,25}\b(?:at|near|in)\b.{0,25}\b(?:you|store|stores|shop|"
    r"shops|near|station)\b",
    r"\b(?:the|my|our|this|that|your|a) (?:\w+ )?(?:gas station|smoke shop|head shop|vape shop|corner store|"
    r"dealer|guy|shop)"
    r"\b.{0,40}\b(?:sells?|has|carries|got|stocks?)\b.{0,25}\b(?:it|some|good|best|fresh\w*|cheap\w*|strong\w*|"
    r"kratom|powder|"
    r"stuff|strains?|shots?|capsules?)\b",
    r"\b(?:favou?rite|go-to|trusted|reliable|reputable|best|my) (?:suppliers?|vendors?|sources?|brands?|"
    r"sellers?|shop)\b",
    r"\b(?:pm|dm|message|inbox|text|ping|hit up|write to) me\b|\blink in (?:my|the|our) bio\b|\bclick (?:the|"
    r"this|on the) link\b|"
    r"\bno questions asked\b|\b(?:they|we|he|who|that) (?:also )?ships?\b|\bstock up\b|\bsubscribe and save\b|"
    r"\bbest value\b|\bhalf[- ]price\b|\bwhile (?:stocks?|supplies) last\b|\btoday only\b|"
    r"\bstick (?:with|to)\b.{0,40}\b(?:vendors?|brands?|sellers?|shops?|lea(?:f|ves)|powders?|capsules|strains?)\b|"
    r"\bfree of charge on\b|\bget yours\b|\bevery order\b",
    r"\b(?:we|i) (?:recommend|suggest|ship|deliver|sell|stock|carry|offer)\b.{0,40}\b(?:strains?|products?|"
    r"powders?|capsules|extracts?|kratom|door|vendors?|brands?)\b",
    r"\b(?:liquid |concentrated )?(?:extracts?|shots?|gummies)\b.{0,30}\b(?:offer|give|deliver|provide|work|act|"
    r"hit|"
    r"are (?:an? (?:great|good|easy|fast|potent|handy|ideal|perfect)|ideal|perfect|great))\b",
)
_TAKING_RULE = re.compile("|".join(f"(?:{rule})" for rule in _TAKING), re.IGNORECASE)
_BUYING_RULE = re.compile("|".join(f"(?:{rule})" for rule in _BUYING), re.IGNORECASE)
_GAP = re.compile(
    r"\b(?:no (?:safe )?(?:study|studies|trial|trials|amount|dose)|not known|unknown|never|do not|(?<!\bto )avoid|"
    r"(?:advised?|told|asked|best|safest|wise|need|should|people|patients|women|users|you|them) to avoid|should not|"
    r"warn\w*)\b|^don't\b",
    re.IGNORECASE,
)
"""Says that something is not known, or tells not to: "to avoid tolerance" only names what advice is for."""
_PARTS = re.compile(r"[,;:.!]\s+|\s+[–—-]\s+|\s+(?:and|but|so|then)\s+", re.IGNORECASE)
_TELLS = re.compile(
    r"(?:^|\b(?:i|you|we|just|then|should|can|to)\s)(?:\w+ly\s|only\s|usually\s)?(?:take|use|drink|dose|chew|try|"
    r"have)\b",
    re.IGNORECASE,
)
_SAFETY = re.compile(
    r"\b(?:doctors?|physicians?|pharmacists?|clinicians?|prescribers?|midwi(?:fe|ves)|health ?care|health "
    r"professionals?|medical (?:help|advice|attention)|poison (?:cent(?:er|re)s?|control|line)|emergency|"
    r"ambulance|911|"
    r"988|helplines?|naloxone|narcan|(?:don't|do not|never|avoid|stop|not) (?:\w+ )?driv(?:e|ing)|"
    r"behind the wheel)\b",
    re.IGNORECASE,
)
"""What advice on staying safe speaks of: asking a professional, calling for help, not driving."""
_SENDS_FOR_HELP = re.compile(
    r"\b(?:call|dial|ring|text|phone|contact|seek|get|go to|see|ask|tell|talk to|speak (?:to|with))\b.{0,40}"
    r"\b(?:911|988|999|112|emergency|ambulance|poison (?:cent(?:er|re)s?|control|line)|medical (?:help|care|advice|"
    r"attention)|doctors?|pharmacists?|clinicians?|helplines?)\b|"
    r"\b(?:give|carry|keep|use|have)\b.{0,20}\b(?:naloxone|narcan)\b|"
    r"\b(?:naloxone|narcan)\b.{0,40}\b(?:may|can|could|might|reverse[sd]?|helps?|works?)\b",
    re.IGNORECASE,
)
_PRAISES = re.compile(
    r"\b(?:kratom|it|mitragynine|the (?:leaf|plant|herb)) (?:\w+ ){0,2}(?:reliev\w+|eas(?:e|es|ed|ing)|cur(?:e|es|ed)|"
    r"lift\w*|boost\w*|heal\w*|treat\w*|help\w*|calm\w*|improv\w+|sooth\w+)\b",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(
    r"\b(?:dos(?:e|es|ed|ing|age)|amounts?|servings?|scoops?|spoon\w*|capsules?|start(?:ing)? (?:low|small|slow)|"
    r"low and|empty stomach|taper\w*|wean\w*|tolerance|redose|sweet spot|rotat\w+|stronger|potentiat\w+|"
    r"discounts?|coupons?|order|vendors?|brands?|sale|shipping)\b",
    re.IGNORECASE,
)
_ONE_HARMS = re.compile(
    r"\b(?:one|a single|just one|1) (?:cup|capsule|sip|dose|pill|tablet|shot|packet|"
    r"teaspoon)\b.{0,70}\b(?:kill\w*|dead\w*|die|"
    r"hook\w*|addict\w*|enslav\w*|ruin\w*|destroy\w*|fatal|overdose|harm\w*|last|"
    r"stop\w* .{0,30}heart)\b",
    re.IGNORECASE,
)
"""Says that a single one does harm: a warning that goes too far, and no advice on how much to take."""
_DESCRIBES = re.compile(
    r"\b(?:labels?|labell?ed|differ\w*|var(?:y|ies|ied)|contaminat\w*|quality control|salmonella|lead|invariably)\b",
    re.IGNORECASE,
)
"""Describes products beside a number of them."""
_BEWARE = re.compile(
    r"\b(?:don'?t|do not|never|avoid|not|no) (?:ever )?(?:mix\w*|combin\w*|stack\w*|take|tak\w+|pair\w*|us(?:e|"
    r"ing))\b.{0,30}\b"
    r"(?:alcohol|booze|beer|wine|liquor|drink(?:ing)?|xanax|benzos?|benzodiazepines?|opioids?|opiates?|"
    r"sedatives?|pills|"
    r"sleeping|medic\w+|antidepressants?|drugs?|tramadol|oxy\w*|heroin|fentanyl|pregnan\w+)\b",
    re.IGNORECASE,
)
"""Warns against a mixture."""
_PUBLIC_MONEY = re.compile(
    r"\b(?:fin(?:e|es|ed)|penalt\w+|tax\w*|fees?|award\w*|damages|settle\w*|lawsuit|sued?|jury|grants?|fund\w*|budget|"
    r"market|sales|industry|lobby\w*|donat\w+|revenue|bail|bond)\b",
    re.IGNORECASE,
)
"""Tells of money that is no price: a fine, a tax, a verdict, a market."""
_SPENT = re.compile(
    r"\b(?:he|she|they|who|family|families|users?|people|man|woman|patients?)\b.{0,20}\b(?:paid|spent)\b", re.IGNORECASE
)
"""Tells what somebody paid: masked, and no advice."""
_REPORTS = re.compile(
    r"\b(?:users?|people|he|she|men|women|man|woman|patients?|they|respondents|drinkers|workers|farmers|"
    r"villagers|who|mother|"
    r"son|daughter|brother)\b.{0,40}\b(?:took|used|drank|drink|take|use|taking|using|drinking|who)\b",
    re.IGNORECASE,
)
"""Tells what somebody else takes."""
_ADVISED = frozenset({ProhibitedKind.AMOUNT, ProhibitedKind.PRICE, ProhibitedKind.SELLER})
_NAMED = frozenset({ProhibitedKind.AMOUNT, ProhibitedKind.PRICE, ProhibitedKind.LINK, ProhibitedKind.SELLER})
_HEADING_WORDS = 6
_TITLED = re.compile(
    r"^(?:(?:our|the|your|kratom|red|white|green|borneo|bali|suggested|recommended|typical|standard|common|how to)\s+)*"
    r"(?:dos(?:e|es|ing|age)|servings?|amounts?|strains?|products?|shopping|buying|discounts?|deals?|prices?|shipping|"
    r"brewing|preparation)(?:\s+(?:sizes?|guide\w*|chart|tips|basics|levels?|instructions?|information|forms?|options|"
    r"and|&|use|strains?|kratom|faqs?|dosage|returns|policy))*[.:]?$",
    re.IGNORECASE,
)
"""A heading that names its matter and tells nobody anything."""
_ASKS = re.compile(
    r"^(?:(?:so|but|and|ok|hey|hi|q)[,:.]?\s+)?(?:can|could|is|are|am|was|does|do|did|will|would|how|what|where|"
    r"which|when|"
    r"should|may|who|has|have)\b[^?.!]*\?[\s\"'”’)]*$",
    re.IGNORECASE,
)
"""A question that is asked and not a way of selling ("Why not ...?")."""
_LEADS_TO = re.compile(
    r"\b(?:visit|browse|shop\w*|order\w*|catalog(?:ue)?|stores?|buy\w*|head (?:over )?to|check out|grab|link in|click|"
    r"e-?mail us|contact us|find us|follow us|sign up|subscribe|details|stock|menu|deals?)\b",
    re.IGNORECASE,
)
"""Leads to an address to buy at."""
_COULD_ADVISE = re.compile(
    r"\b(?:you|your|you're|yours|u|we|our|us|let's|best|better|try|pair|toss|sprinkle|extra|enjoy|grind|discover|"
    r"welcome|"
    r"go|start|mix|add|choose|pick|stick|grab|order|shop|brew|dose|wait|swap|rotate|skip|buy|sip|stir|blend|dissolve|"
    r"steep|boil|chew|swallow|increase|cut|available|sale|ideal|perfect|offers?|deliver\w*|fast\w*|convenien\w*|easy|"
    r"easier|recommend\w*|should|(?:i|to|and|then|just|,) (?:\w+ )?(?:take|use|drink|get)|my (?:go-to|dose|tea|cup|"
    r"powder|guy|shop|vendor))\b|^(?:take|use|drink|have|get|lower|reduce)\b",
    re.IGNORECASE,
)
_COMMERCE = frozenset({ProhibitedKind.PRICE, ProhibitedKind.SELLER, ProhibitedKind.LINK})


def gives_advice(sentence: str) -> bool:
    """Return whether `sentence` (normalised) advises on taking, choosing or buying, or sells.

    An amount, schedule or price beside words of a study or a recall is a finding, not advice; it is masked. Advice to
    ask a pharmacist, to call for help or not to drive is advice on staying safe: it may be repeated.
    """
    kinds = {hit.kind for hit in find_prohibited(sentence, frozenset())}
    if _only_names(sentence, kinds):
        return False
    if _sells(sentence, kinds):
        return True
    if _STUDY.search(sentence):
        return False
    if _tells_how_much(sentence, kinds):
        return True
    if _is_no_advice(sentence):
        return any(_TAKING_RULE.match(part) and not _is_no_advice(part) for part in _PARTS.split(sentence))
    return bool(_TAKING_RULE.search(sentence) or _BUYING_RULE.search(sentence))


def _is_no_advice(sentence: str) -> bool:
    """Return whether `sentence` tells of a gap, warns, or is about staying safe."""
    return bool(_GAP.search(sentence) or _BEWARE.search(sentence)) or is_safety_advice(sentence)


def _only_names(sentence: str, kinds: set[ProhibitedKind]) -> bool:
    """Return whether `sentence` is a heading, a question or a description that names its matter and advises nobody."""
    if kinds == {ProhibitedKind.SELLER}:
        return not could_advise(sentence)
    return not kinds & _NAMED and (is_heading(sentence) or bool(_ASKS.search(sentence)))


def _sells(sentence: str, kinds: set[ProhibitedKind]) -> bool:
    """Return whether `sentence` sells, or leads to an address to buy at."""
    leads = ProhibitedKind.LINK in kinds or has_address(sentence)
    return bool((leads and _LEADS_TO.search(sentence)) or (kinds & _COMMERCE and _BUYING_RULE.search(sentence)))


def _tells_how_much(sentence: str, kinds: set[ProhibitedKind]) -> bool:
    """Return whether `sentence`, which tells of no study, names an amount, a price, a seller, a schedule or a pace."""
    if kinds == {ProhibitedKind.PRICE} and _PUBLIC_MONEY.search(sentence):
        return False
    if kinds <= {ProhibitedKind.PRICE, ProhibitedKind.SCHEDULE} and _SPENT.search(sentence):
        return False
    if kinds & _ADVISED and not _only_counts(sentence, kinds):
        return True
    if ProhibitedKind.SCHEDULE in kinds and _TELLS.search(sentence):
        return True
    return bool(_PACE.search(sentence)) and not _REPORTS.search(sentence)


def could_advise(sentence: str) -> bool:
    """Return whether `sentence` has a word of somebody who advises or sells: without one it only tells of something."""
    return bool(_COULD_ADVISE.search(sentence) or _HOW_MUCH.search(sentence)) and not is_heading(sentence)


def is_heading(sentence: str) -> bool:
    """Return whether `sentence` is a short heading such as "Recommended serving size", with nothing under it."""
    return len(sentence.split()) <= _HEADING_WORDS and bool(_TITLED.search(sentence))


def _only_counts(sentence: str, kinds: set[ProhibitedKind]) -> bool:
    """Return whether the only thing to mask is a count of packets or cups in a warning or a description of products."""
    if kinds != {ProhibitedKind.AMOUNT} or any(c.isdigit() for c in sentence) or _HOW_MUCH.search(sentence):
        return bool(kinds == {ProhibitedKind.AMOUNT} and _ONE_HARMS.search(sentence))
    return bool(_ONE_HARMS.search(sentence) or (_DESCRIBES.search(sentence) and not _TELLS.search(sentence)))


def sends_for_help(sentence: str) -> bool:
    """Return whether `sentence` tells to call for help, to see a doctor or of naloxone, and praises nothing."""
    return bool(_SENDS_FOR_HELP.search(sentence)) and not (_HOW_MUCH.search(sentence) or _PRAISES.search(sentence))


def is_safety_advice(sentence: str) -> bool:
    """Return whether `sentence` speaks of staying safe and not of how much, how, when or where to get it."""
    return bool(_SAFETY.search(sentence)) and not _HOW_MUCH.search(sentence)
