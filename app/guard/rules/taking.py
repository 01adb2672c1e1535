"""Requests for a way to take, prepare, strengthen or convert; and questions near the line. Policy: dosing."""

from __future__ import annotations

from app.answer.record import Reason
from app.guard.rules.dosing_words import (
    ABOUT_US,
    SCIENTIFIC_DOSE,
)
from app.guard.rules.facts import (
    ASKS_ABOUT_BODY,
    DOSE_SCIENCE,
    HAPPENINGS,
    LAW_SETS,
    MARKET,
    MEASURED,
)
from app.guard.rules.patterns import GAP, KRATOM, NUMBER, UNIT, Rule, rule

RULES: tuple[Rule, ...] = (
    rule(
        "how-to-take",
        Reason.DOSING,
        [
            (
                rf"\bhow (?:do|should|can|would|to|does|did|must|shall|2|is (?:it|kratom|7oh) (?:best )?(?:taken|"
                rf"used))\b[^.?!]{{0,22}}?\b(?:take|use|consume|drink|eat|ingest|smoke|vape|snort|inject|prepare|"
                rf"brew|mix|measure|weigh|steep|boil|chew|swallow|plug|boof|parachute|"
                rf"administer)\b[^.?!]{{0,25}}(?:\b{KRATOM}\b|$|\?)"
            ),
            (
                r"\b(?:best|right|proper|correct|easiest|ideal|good|most effective|fastest|safest|preferred|optimal|"
                r"tastiest|cleanest) (?:way|method|route|technique|form|means|manner)s?\b[^.?!]{0,20}\b(?:to|of|"
                r"for)\b[^.?!]{0,20}\b(?:tak|us|consum|drink|eat|ingest|smok|vap|snort|inject|prepar|brew|mix|"
                r"absorb|administ|mak)\w*"
            ),
            (
                r"\b(?:how|recipe|instructions|steps|guide|tutorial|way|method|directions|ratio|water|temp\w*|"
                r"lemon)\b[^.?!]{0,40}\b(?:make|making|brew|brewing|prepare|preparing|steep|steeping|boil|boiling|"
                r"simmer|cook|cooking)\b[^.?!]{0,30}\b(?:tea|drink|brew|it|kratom|powder|leaf|leaves|stronger|shot|"
                r"smoothie|lemonade|infusion|decoction)\b"
            ),
            r"\b(?:tea|drink|brew|smoothie|lemonade|cocktail|kratom) recipes?\b",
            (
                r"\b(?:should|can|could|do) (?:i|you|we) (?:add|put|squeeze|mix in|stir in|throw in)\b[^.?!]{0,20}\b(?:lemon|"
                r"citrus|lime|acid|vinegar|juice|honey|sugar|milk|sweetener|cocoa|ginger)\b[^.?!]{0,30}\b(?:tea|kratom|powder|"
                r"it|brew|drink|7oh)\b"
            ),
            r"\brecipes?\b[^.?!]{0,20}\b(?:kratom|tea|it)\b",
            r"(?<!what is )(?<!mean by )\btoss (?:and|n|&) wash\b(?![^.?!]{0,12}(?:mean|safe|danger))",
            (
                r"\b(?:potentiat\w+|synergi[sz]e|boost(?:ing)? (?:it|the|my|kratom|7oh|effects?)|boosters?|"
                r"enhanc(?:e|ing)|intensify\w*|amplif\w+|maximi[sz]e|strengthen\w*|increase the (?:effects?|high|"
                r"buzz|potency|strength)|hit harder|hits harder|kick in (?:faster|quicker|sooner)|come up faster|"
                r"work (?:faster|better)|absorb (?:faster|better|more)|get (?:more|the most) out of|make (?:it|"
                r"kratom|the tea|tea|7oh|the effects?|the high|the buzz|mine|the powder|"
                r"my tea) (?:\w+ )?(?:stronger|strong|last|more potent|work better|hit|kick|more intense|extra)|"
                r"makes? it (?:stronger|hit)|last longer|stronger (?:high|buzz|effects?|tea|brew|hit)|(?:get|"
                r"feel) (?:higher|more high)|bigger high|prolong (?:the|its)|extend the (?:high|"
                r"effects?))\b(?=[^.?!]{0,60}(?:kratom|tea|it|7oh|high|effects?|$|\?))"
            ),
            (
                r"\b(?:what|anything|something|things|stuff|which \w+)\b[^.?!]{0,25}\b(?:mix|combine|stack|take|add|"
                r"pair|blend)\b[^.?!]{0,20}\b(?:with|to)\b[^.?!]{0,25}\b(?:to (?:get|make|boost|feel|enhance|"
                r"increase|help)|for (?:a )?(?:better|more|stronger|bigger|extra)|stronger|high|buzz|"
                r"better effects?)"
            ),
            (
                r"\b(?:mix|combine|stack|pair|combining|mixing|stacking|combo)\b[^.?!]{0,50}\b(?:for|to get|to feel|"
                r"to make|to boost|to enhance)\b[^.?!]{0,25}\b(?:high|buzz|stronger|better effects?|euphoria|nod|"
                r"fun|effect|potency|trip)"
            ),
            r"\b(?:best|good|great|fun|ideal) (?:combos?|combinations?|stacks?|mix(?:es|ers)?|pairings?)\b",
            r"\bhow (?:do|can|should|to|does)\b[^.?!]{0,15}\b(?:combine|mix|stack)\b(?! up\b)",
            (
                r"\bhow (?:can|do|to|could|should) (?:i |you |we |one )?(?:get|feel) (?:\w+ )?(?:high|buzzed|stoned|"
                r"a buzz|euphoric|euphoria|the best effects?|lit|faded)\b"
            ),
            (
                r"\b(?:sublingual\w*|under (?:my|the) tongue|rectal\w*|intranasal\w*|up (?:my|the) nose|iv|"
                r"intravenous\w*)\b[^.?!]{0,30}\b(?:how|take|use|works? better|absorb|faster|ok|\?)"
            ),
        ],
        [
            (
                r"(?:traditional\w*|thailand|thai|malaysia\w*|indonesia\w*|southeast asia|historical\w*|history|"
                r"farmers|laborers|labourers|workers|villagers|elders|locals|culture|centuries|originally)"
            ),
            (
                r"\bhow (?:do|does|did) (?:most |some )?(?:people|users|americans) (?:\w+ly )?(?:use|take|"
                r"consume) (?:kratom|7oh|it)\s*\??$"
            ),
            (
                r"\bhow (?:do|does|did|would|can) (?:kratom|7oh|it|mitragynine|the (?:body|brain|liver)|researchers|"
                r"scientists|labs?|doctors?|the fda)\b"
            ),
            r"\b(?:way|method)s? to (?:tell|talk|ask|explain|say|raise|bring|discuss|mention|learn|find out|report)\b",
            r"\b(?:is|are|isnt|why) [^.?!]{0,30}(?:dangerous|harmful|risky|bad|unsafe|worse)\b",
            (
                r"\bhow (?:do|can|should|would|to) (?:i |you |we |one |people )?(?:tell|know|talk|use (?:this|you|"
                r"caveat|naloxone|narcan)|get (?:help|off|through|support|treatment))"
            ),
            r"\bhow (?:do|does|did|are|is) (?:the )?(?:producers|farmers|companies|factories|growers|makers|processors)\b",
            r"\bhow (?:to|do i|should i|do you) (?:use|give|administer) (?:naloxone|narcan)",
            r"^(?:does|do|is|can|could|will|would|has) (?!i\b|you\b|we\b|people\b|there\b|it possible\b)\w+",
            r"\bwhy\b|\bmakes? me\b|\b(?:or|than) (?:morphine|heroin|oxy\w*|coffee|fentanyl)\b",
            r"\bdoes (?:\w+ )?(?:juice|food|grapefruit|turmeric|\w+) (?:\w+ )?(?:interact|affect)",
            *ABOUT_US,
        ],
    ),
    rule(
        "conversion",
        Reason.DOSING,
        [
            rf"\b(?:convert|conversion|equivalent|equals?|equal to|same as|comparable to|translates? to|"
            rf"switch\w* from)\b{GAP}{{0,60}}"
            rf"\b(?:{NUMBER} ?{UNIT}|grams?|mg|capsules|teaspoons?|dos\w+|mme|amount)\b(?=.{{0,60}}(?:\?|$))",
            (
                rf"\b(?:convert|conversion|equivalent)\b{GAP}{{0,30}}\b(?:to|of|for|in) (?:kratom|7oh|leaf|powder|"
                rf"extract)\b"
            ),
            rf"\b{UNIT} (?:to|into|in|per|equals?|=|of powder in|worth of) (?:a |an |one |each |\d+ )?{UNIT}\b",
            (
                rf"\b(?:weigh|weight of|measure|measuring|how heavy)\b{GAP}{{0,30}}\b(?:{UNIT}|without a scale|"
                rf"kratom|powder)\b"
            ),
            r"\b(?:without|dont have|no) a scale\b",
            (
                r"\b(?:amount|mg|milligrams|grams|mitragynine|7oh|alkaloids?|powder|kratom|much|content) (?:is |"
                r"are |of (?:mitragynine|7oh|kratom|powder) )?(?:in|per) (?:a|an|one|each|every|the|those|1|my|"
                r"these) (?:\w+ )?(?:capsules?|caps|pills?|gumm(?:y|ies)|tea ?spoons?|tsp|tablespoons?|tbsp|spoons?|"
                r"spoonful|scoops?|shots?|bottles?|servings?|tablets?|cup|000 capsule)\b"
            ),
            r"\bsize (?:0|00|000) (?:capsules?|caps)\b",
            r"\bhuman equivalent\b",
            r"\b\d+ ?mg of (?:7oh|mitragynine)\b[^.?!]{0,40}\b(?:equal|equivalent|how (?:much|many)|in grams|compare)",
        ],
        [
            r"\b(?:body|liver|brain|enzymes?|cyp\w*)\b[^.?!]{0,30}\b(?:convert|make|turn)",
            r"\b(?:and|plus|with) (?:kratom|7oh|mitragynine) in (?:one|a|the|this|the same|an)\b",
            r"\b(?:mice|rats|animals?|metaboli\w*)\b",
            (
                r"\b(?:scientists|researchers|labs?|doctors|hospitals|chemists|studies|tests?|in (?:blood|urine|"
                r"hair|plasma))\b"
            ),
            (
                r"(?:is|are) (?:\w+ )?(?:kratom|7oh|mitragynine|it)\b[^.?!]{0,20} ?(?:the same as|equivalent to|"
                r"comparable to|same as)\b(?![^.?!]{0,40}\d\s?(?:m?g\b|gram|cap|pill))"
            ),
            r"(?:converts?|converted|conversion) (?:of )?(?:mitragynine )?(?:in|by|to 7oh)",
            r"\bmetaboli",
            *LAW_SETS,
            r"\b(?:legal|law|moral|risk) equivalent",
            *ABOUT_US,
        ],
    ),
)

DOUBTFUL: tuple[Rule, ...] = (
    rule(
        "daily-use",
        Reason.DOSING,
        [
            (
                r"\b(?:ok|okay|safe|fine|bad|alright|harmful|dangerous)\b[^.?!]{0,30}\b(?:take|use|drink|taking|"
                r"using|drinking|have)\b[^.?!]{0,25}\b(?:every ?day|daily|each day|every night|regularly|"
                r"once in a while|occasionally)\b"
            ),
            (
                r"\b(?:can|should|could) (?:i|you|someone|people) (?:take|use|drink|"
                r"have)\b[^.?!]{0,25}\b(?:every ?day|daily|each day|every night|regularly)\b"
            ),
        ],
        doubtful=True,
    ),
    rule(
        "amount-mentioned",
        Reason.DOSING,
        [
            (
                r"(?<![\w.-])\d{1,3}(?:[.,]\d+)?\s?(?:g|gs|grams?|gpd|capsules?|caps|tsps?|teaspoons?|scoops?|"
                r"tbsps?)\b(?:[^.?!]{0,30}\b(?:kratom|7oh|a day|daily|per day|powder)\b)?(?=.{0,120}\?)"
            ),
            r"\b(?:small|low|little|tiny|moderate) (?:dose|amount)s?\b[^.?!]{0,40}\b(?:safe|ok|okay|fine|harm)\b",
            r"\bhow (?:do|does|did) (?:most |some )?(?:people|users|americans) (?:\w+ly )?(?:use|take|consume)\b",
            r"\b(?:can|could|should) (?:i|you|people|someone|we) (?:smoke|vape|snort|inject|boof|plug|chew)\b",
            r"\b(?:taper\w*|wean\w*)\b",
            r"\b(?:dos(?:e|es|age|ing)|how much|how many (?:grams|capsules))\b(?=.{0,100}\?|.{0,40}$)",
        ],
        [
            r"overdos",
            *SCIENTIFIC_DOSE,
            *DOSE_SCIENCE,
            *LAW_SETS,
            *MARKET,
            *MEASURED,
            *HAPPENINGS,
            *ASKS_ABOUT_BODY,
            *ABOUT_US,
            r"\bwho (?:can|could|might|would|will|do i|should i)\b|\btraditional\w*|\bhistor\w+",
            r"how much (?:evidence|research|do we know|is known)",
            r"how (?:much|many) (?:\w+ ){0,4}(?:is|are) (?:in|mitragynine|7oh|alkaloids?)\b",
            r"\b(?:animals?|mice|rats)\b",
            r"\bwhy\b|\bin (?:my|the|your) blood\b|\b(?:studies|research|known)\b",
            (
                r"\b(?:liver|withdraw\w*|quit|quitting|stopped|risks?|heart|kidneys?|happen\w*|side effects?|"
                r"addict\w*|depend\w*|long[ -]term|brain|doctors?|clinic)\b"
            ),
            r"what (?:is|does) (?:a )?(?:taper\w*|microdos\w*|dos\w+)(?: mean)?\??$",
        ],
        doubtful=True,
    ),
)
