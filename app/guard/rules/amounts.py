"""Requests for an amount: how much, which dose, whether this much is alright, a number. Policy: dosing."""

from __future__ import annotations

from app.answer.record import Reason
from app.guard.rules.dosing_words import (
    ABOUT_SCIENCE,
    ABOUT_US,
    COUNTED,
    DOSE,
    HOW_MUCH,
    LAW_LIMIT,
    QUALITY,
    SCIENTIFIC_DOSE,
    STRICT_DOSE,
    VERDICT,
)
from app.guard.rules.facts import (
    ASKS_ABOUT_BODY,
    DOSE_SCIENCE,
    DURATIONS,
    HAPPENINGS,
    LAW_SETS,
    MARKET,
    MEASURED,
)
from app.guard.rules.patterns import CAN, GAP, NUMBER, PEOPLE, TAKE, UNIT, Rule, any_of, rule

_KNOWN_TO_KILL = (
    r"^is there (?:a |an |any )?(?:(?:known|established) )?(?:lethal|fatal|toxic|deadly) (?:dose|amount)"
    r"(?: (?:known|established|reported))?(?: (?:of|for|in|with) \w+){0,2}\W*$|"
    r"^ha(?:s|ve) (?:a|an|any|anyone|science|scientists|researchers|experts|medicine|toxicologists) (?:ever )?"
    r"(?:(?:established|found|determined|set|measured) (?:a|an|any) )?(?:(?:lethal|fatal|toxic|deadly) (?:dose|amount)|ld50)"
    r"(?: (?:ever )?been (?:established|found|determined|set|measured|worked out|reported))?"
    r"(?: (?:of|for|in|with) \w+){0,2}(?:,? (?:yes or no|or not|or is that unknown))?\W*$"
)
"""Whether an overdose is known to kill: what the amount is stays declined."""

RULES: tuple[Rule, ...] = (
    rule(
        "how-much-to-take",
        Reason.DOSING,
        [
            (
                r"(?:\band|&|\bor|\balso|,|\bplus)\s(?:about |roughly |then )?how (?:much|many|often)(?: of it)?"
                r"(?: (?:should|can|could|do|would|is) (?:i|it|ok|okay|safe)\b.*)?\s*\??$"
            ),
            rf"\b{HOW_MUCH}\b(?!\s+(?:\w+\s+)?{COUNTED})(?!\s{ABOUT_SCIENCE}){GAP}{{0,50}}?\b"
            rf"(?:{CAN}|{PEOPLE}){GAP}{{0,30}}?\b{TAKE}\b",
            rf"\b{HOW_MUCH}\b(?!\s+(?:\w+\s+)?{COUNTED}){GAP}{{0,30}}?\b"
            + any_of(
                r"is too (?:much|many) | too much | is safe | are safe | is enough | is ok(?:ay)? | is lethal |"
                r" is fatal | is toxic | is deadly | "
                r"is dangerous | kills? | can kill | would kill | will kill | overdose | get high |"
                r" gets you high | is recommended | a day | per day | daily | "
                r"per dose | at once | at a time | each time | each | per serving | safely | for a beginner |"
                r" for beginners | first time | "
                r"a beginner | for a newbie | is a dose | is one dose | is normal | is typical | is best |"
                r" is considered | is good | is ideal | "
                r"to start | to begin | before bed | to sleep | to feel | for sleep | for pain | for anxiety |"
                r" for energy | for my \w+ | for a \d+ | "
                r"for an? \w+ | for me | for someone | for opiate | for opioid | for withdrawal\w* |"
                r" would it take | does it take | do i need | is needed | should be | "
                r"is a lot | would be | is appropriate | goes in | go in | in the morning | at night |"
                r" in a cup | in a sitting"
            ),
            (
                rf"\b{HOW_MUCH} (?:of )?(?:kratom|7oh|it|powder|(?:kratom )?extract|leaf|tea)(?: (?:powder|tea|"
                rf"extract|leaf))?\s*(?:[?!.,]|$|please|pls|for\b|per\b|in (?:a|one|my|your|each))"
            ),
            rf"\b{HOW_MUCH} (?:more )?{UNIT}\b(?! (?:were|was) )(?!{GAP}{{0,30}}(?:seized|calorie|recalled))",
            (
                rf"\b{HOW_MUCH} (?:mitragynine|7oh|alkaloids?)\b{GAP}{{0,30}}\b(?:capsule|gram|serving|shot|gummy|"
                rf"tablet|cup|teaspoon|dose|to|for|should)"
            ),
            r"^how much\??$",
            (
                r"\bhow (?:much|many)\b[^.?!]{0,15}\b(?:did|were|was) (?:they|the \w+|people|participants|subjects|"
                r"patients|rats|mice)\b[^.?!]{0,12}\b(?:give|given|gave|get|receive|take|taking)\b"
            ),
            (
                r"\bhow much (?:tho|though|exactly|then|roughly|approximately|is that|would that be|for me|should i|"
                r"do i|then)\b"
            ),
        ],
        [
            rf"\b{HOW_MUCH} {ABOUT_SCIENCE}",
            (
                r"how (?:much|many) (?:\w+ )?(?:of )?(?:lead|arsenic|nickel|cadmium|metals?|salmonella|bacteria|"
                r"tons?|tonnes)\b"
            ),
            r"\bbefore (?:you|i|someone|people|it)\b[^.?!]{0,20}\b(?:withdraw\w*|hooked|addict\w*|depend\w*)",
            r"how much (?:does|do|is|are|would|will|did|for)[^.?!]{0,40}(?:cost|price|charge|pay|sell)",
            r"how (?:much|many) (?:people|americans|users|adults|deaths|do we know|evidence|research)",
            r"how much (?:time|sleep|water|exercise)",
            r"\b(?:alter|change|affect|influence)s? (?:how much|what) (?:one|you|people|they|we|he|she) (?:eats?|weighs?|sleeps?)\b",
            r"\bhow many (?:hours|minutes) (?:do|does|did|will|would) (?:people|it|the effects?|you|users) (?:feel|last|notice)\b",
            r"\b(?:where|who|in whom|patients|cases|fatalities|deaths|states|countries|studies)(?: or [^.?!]{0,20})?,? and how many\W*$",
            r"how much (?:should|do) i (?:worry|care|trust)",
            (
                r"how (?:big|high|large) (?:is|are|of) (?:the |a )?(?:risk|problem|market|chance|danger|difference|"
                r"concern|rate)"
            ),
            r"how (?:do|can|should) (?:i|we) (?:report|tell)",
            *LAW_SETS,
            *MARKET,
            *MEASURED,
            *HAPPENINGS,
            *ABOUT_US,
        ],
    ),
    rule(
        "dose-asked",
        Reason.DOSING,
        [
            (
                rf"\b(?:what|whats|which|whatre|wheres)\s+(?:(?:is|are|was|would be|should be|about|kind of|sort of|"
                rf"size|s|do you think is|might be)\s+)?(?:(?:the|a|an|my|your|ur|their|his|her|some|"
                rf"on)\s+)?(?:[\w-]+\s+){{0,3}}?{DOSE}\b"
            ),
            (
                rf"\b{QUALITY}\s+(?:(?:kratom|7oh|effective|daily|starting|possible|safe|powder|extract|single|"
                rf"human|known)\s+){{0,2}}{STRICT_DOSE}\b{GAP}{{0,60}}(?:\?|$)"
            ),
            (
                rf"\b{QUALITY}\s+(?:(?:kratom|7oh|effective|daily|starting|possible|safe|"
                rf"total)\s+){{0,2}}(?:amounts?|quantity|limit|number of (?:capsules|grams|pills|gummies))\b"
            ),
            (
                rf"\b{any_of('dose | dosage | dosing | dosages')} (?:of (?:kratom|7oh|it|mitragynine) )?(?:for|"
                rf"guide|guides|guidelines?|chart|charts|schedule|protocol|regimen|calculator|instructions|advice|"
                rf"tips|recommendations?|info|information|range|ranges|by weight|table|plan|levels?|per|in (?:grams|"
                rf"mg))\b"
            ),
            (
                rf"\b(?:give|tell|send|show|recommend|suggest|name|share|provide|state|list|print|write|calculate|"
                rf"estimate|figure out|work out|determine|find|choose|pick|know|need|want|looking for|"
                rf"help me (?:with|find|figure out))\b{GAP}{{0,50}}\b(?:{STRICT_DOSE}|number of (?:grams|capsules|"
                rf"pills)|amount (?:to|i|for|of kratom)|in grams|grams (?:to|of kratom)|gram amount|numeric amount|"
                rf"quantity)\b"
            ),
            (
                r"\b(?:how (?:do|can|should|to|would|does one)|best way to|way to|ways to)\s(?:[\w ]{0,12})?(?:dose|"
                r"microdose|redose|titrate|measure|weigh|eyeball|portion|ration)\b"
            ),
            (
                r"\b(?:redos\w+|re[- ]dos\w+|re[- ]up|second dose|another dose|next dose|booster dose|extra dose|"
                r"top up|stagger\w* (?:doses|dosing))\b"
            ),
            (
                r"\b(?:should|can|could|do|is it ok(?:ay)? to|ok to|safe to|how (?:do|can|should)|want to|"
                r"when to)\b[^.?!]{0,25}\b(?:up|increase|raise|double|bump|lower|reduce|adjust|change|split|titrate|"
                r"decrease|drop|halve)\b[^.?!]{0,20}\b(?:my |the |her |his )?(?:kratom |daily |7oh )?(?:dos\w+|"
                r"intake|amount|use by)\b"
            ),
            r"\bdos(?:e|age|ing)[\s:\"'=(-]*(?:_{1,}|\.{3}|…|\?\?|\[|\{|<|x mg|x g|n g|xx)",
            r"\b(?:dose|dosage|doses|dosing|grams|serving size|amount_?g?|mg)\"?\s?[:=]",
            (
                r"\b(?:usual|typical|right|best|safe|starting|correct|recommended|normal|common|beginner|"
                r"standard)\s(?:kratom )?(?:dose|dosage|amount)\b[^.?!]{0,40}\b(?:is|was|are|of)\b"
            ),
            r"^(?:kratom |7oh |the )?(?:dos(?:e|age|ing)|amount|grams|mg)\??$",
            r"^(?:kratom|7oh|mitragynine) (?:dos(?:e|es|age|ing)|amounts?|serving|microdos\w+)\b",
            (
                r"\b(?:ld50|ld 50|lethal dose|toxic dose|fatal dose|lethal amount|fatal amount|deadly amount|"
                r"lethal threshold)\b"
            ),
            r"\bmicrodos(?:e|ing)\b",
            (
                r"\bdoses? (?:do|does|did|should|would|could|can|are|were|was|is) (?:people|you|i|we|users|the|most|"
                r"a|they|safe|given|used|best|recommended)\b"
            ),
            r"\bwhere (?:to|should i|do i|do people) start with\b",
            (
                r"\b(?:users?|people|folks|beginners?|newbies?|newcomers?|adults?|everyone|most|regulars?)\b[^.?!]{0,40}"
                r"(?<!\w)_{2,}[^.?!]{0,12}\b(?:a day|per day|daily|each day|grams?|at a time|a time|to start)\b"
            ),
            r"\bdoubl(?:e|ing) (?:up|it|my|the|down on)\b",
            r"\bshould i (?:\w+ )?(?:go|bump|move|step) (?:\w+ )?(?:higher|up|lower|down)\b",
            (
                r"\b(?:what|whats)(?: is|s|d|ll)?(?: would| will| counts| qualifies)?(?: be| as| considered|"
                r" is)*\s(?:too (?:much|many)|enough|excessive|overdoing it)\b"
            ),
        ],
        [
            *SCIENTIFIC_DOSE,
            *DOSE_SCIENCE,
            *LAW_SETS,
            *ABOUT_US,
            LAW_LIMIT,
            r"how (?:do|does|did|can) (?:the )?(?:scientists|researchers|labs?|doctors|hospitals|studies|chemists)",
            r"(?:missed|skipped) (?:my |a )dose of",
            r"dose of reality",
            r"\bdoubl(?:ed|ing) (?:up|it) by (?:mistake|accident)\b|\bmg (?:stands|means)\b",
            _KNOWN_TO_KILL,
            (
                r"^(?:do|does|did) (?:researchers|scientists|experts|doctors|studies|regulators) (?:agree|disagree) (?:on|about) "
                r"what (?:counts as |is |makes )?(?:a |an )?(?:high|low|large|small) (?:dose|amount)\W*$"
            ),
            r"^(?:what is|whats|explain) your (?:policy|stance|rule) (?:on|about) dos(?:e|es|age|ing)(?: questions?)?\W*$",
            (
                r"^what (?:does|do|is) [^.?!]{0,30}\bmg on (?:the|a|its) labels?(?: (?:even|really|actually))? "
                r"(?:mean|tell (?:you|me|us)|stand for)\W*$"
            ),
        ],
    ),
    rule(
        "is-this-amount-alright",
        Reason.DOSING,
        [
            rf"\b(?:is|are|was|were|would|will|wld|can|could|should|may|cud|"
            rf"does)\b{GAP}{{0,40}}?(?<![\w.-]){NUMBER}\s?(?:(?:whole|full|small|large|big|heaping|level|more|"
            rf"extra|regular|single) )?{UNIT}\b(?!\s(?:old|of (?:water|coffee|wine|beer)))"
            rf"{GAP}{{0,60}}(?:{VERDICT}|\?|$)",
            (
                rf"(?<![\w.-]){NUMBER}\s?{UNIT}\b{GAP}{{0,40}}\b(?:too (?:much|many|strong|high)|ok|okay|enough|good|right|fine|"
                rf"alright|overkill|reasonable|safe|a lot)\b{GAP}{{0,20}}\?"
            ),
            (
                rf"(?<![\w.-]){NUMBER}\s?{UNIT}\b[^?]{{0,60}}[.,?!]?\s+(?:is|was|would|will) (?:that|it|this|they|"
                rf"those)\b{GAP}{{0,12}}\b(?:too (?:much|many|strong|high)|a lot|ok|okay|safe|enough|excessive|normal|fine|"
                rf"alright|overkill|reasonable|high|a safe|a good|the right|right)\b"
            ),
            (
                r"\b(?:is|are|would|will) (?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|"
                r"fifteen|twenty|half|that many|that much|this much|double that) (?:be )?(?:too (?:much|many)|ok|"
                r"okay|safe|enough|alright|fine|a lot)\b"
            ),
            (
                rf"\b(?:more|less|fewer|higher|lower|greater|above|below|under|over|exceed|between|closer to|around|"
                rf"at least|up to|no more than)\s(?:than )?{NUMBER}\s?(?:{UNIT}\b|\?)(?=[^.]{{0,40}}(?:\?|"
                rf"$))(?!{GAP}{{0,20}}(?:people|deaths|years|states|months|weeks|days|hours))"
            ),
            (
                r"\bhow (?:high|far|low|heavy|hard) (?:can|could|should|do|is it safe to)[^.?!]{0,20}(?:i|you|"
                r"people|one|go|push)\b(?! (?:lean|trust|rely|believe|drive|travel))"
            ),
            (
                r"\bi (?:normally |usually |currently |only )?(?:take|took|use|do|weigh)\b[^.?!]{0,50}\b(?:so|how|"
                r"what)\b[^.?!]{0,30}\b(?:how much|how many|dose|equivalent|amount)\b"
            ),
            (
                rf"^(?:like |say |so |ok |what about |how about |and |or |maybe |then |"
                rf"but )*{NUMBER}\s?{UNIT}(?: (?:a day|daily|then|instead|ok|fine))?\s?[?!.]*$"
            ),
        ],
        [
            *SCIENTIFIC_DOSE,
            *DOSE_SCIENCE,
            *LAW_SETS,
            *ASKS_ABOUT_BODY,
            *DURATIONS,
            r"\ba (?:pill|tablet|medicine|shot) (?:that|to|which|for)\b",
            r"\bwhat (?:do|does) (?:it|that|this|they) mean\b|\bglass(?:es)? of (?:red|white|ros[eé])\b",
            r"\b(?:look(?:ing)? for|check\w*|printed|listed|written|stated?) (?:on|in) (?:a|the|my|each|every) (?:bottle|bag|pack\w*|label)\b",
            r"\bdifferent (?:from|than|to)\b[^.?!]*\b(?:how|in|act\w*)\b",
            r"\bcup of joe\b|\bor (?:just )?a handful\W*$|\bover (?:half|a third|a quarter)\W*$|\bpunished\b[^.?!]*\bfor (?:a|an|one)\b",
            r"\b(?:driv\w*|work\w*|walk\w*|ride|riding|sleep\w*) after (?:a|one|my) cup\b|\b(?:decline|refuse|turn down) (?:a|the|his|her) \w+\W*$",
            r"\bsend (?:a|my|some) [^.?!]{0,30}\bto (?:a|the) lab\b",
            r"\bunder (?:18|19|21|the age)\b|\b(?:people|anyone|kids|minors) under\b",
            r"\b(?:does|do|will|would|can) (?:a|one|the) (?:standard |drug )?(?:test|panel|cup test|\d+[ -]panel)",
            r"\b\d+ ?(?:years?|yrs?|months?|weeks?|days?) old\b.{0,30}(?:got|ate|swallow)",
            (
                r"^(?:is|are) (?:a|an|the) (?:capsules?|gumm\w+|shots?|tablets?|pack\w*|bag|bottle|"
                r"serving)\b[^.?!]{0,20}(?:different|regulated|legal|the same|weaker|stronger|riskier|safer|tested)"
            ),
            (
                r"\b(?:is|are|can|does) (?:a )?(?:kratom |7oh )?(?:tea|extract|shot|gumm\w+|capsules?|"
                r"tablets?)\b[^.?!]{0,20}\b(?:different|regulated|legal|illegal|banned|detected|contaminated)"
            ),
            (
                r"\b(?:the|those|these) (?:gas station |kratom |7oh )?(?:capsules|pills|gummies|shots|tablets|"
                r"drinks)\b(?![^.?!]{0,60}\d)"
            ),
        ],
    ),
)
