"""Requests to choose a product or strain; and questions near the line. Policy: purchasing."""

from __future__ import annotations

from app.answer.record import Reason
from app.guard.rules.buying_words import LAW, META, NEWS
from app.guard.rules.facts import OVERSIGHT, SOMEONE_BUYS
from app.guard.rules.patterns import Rule, any_of, rule

_PICK = any_of(
    r"strains? | veins? | colou?rs? | products? | types? | kinds? | forms? | brands? | extracts? | gumm(?:y|"
    r"ies) | shots? | capsules? | "
    r"powders? | variet(?:y|ies) | blends? | tablets? | ones? | option"
)
_FOR = (
    r"(?:sleep|pain|energy|anxiety|focus|relax\w*|depression|mood|beginners?|a beginner|studying|work|insomnia|adhd|"
    r"back pain|opiates?|opioids?|euphoria|newbies|me)"
)

RULES: tuple[Rule, ...] = (
    rule(
        "which-product",
        Reason.PURCHASING,
        [
            (
                r"\b(?:which|what|whats|wich|what\'?s)\b(?: is| are|s)?[^.?!]{0,18}?\b(?:strains?|veins?|"
                r"colou?rs?|products?|(?:types?|kinds?)(?! of (?:\w+ )?(?:tests?|labs?|screens?|doctors?|help|people|stud(?:y|ies)|"
                r"research|evidence|laws?|charges?|symptoms?))|forms?|brands?|variet(?:y|ies)|blends?|gumm(?:y|ies)|shots?|"
                r"extracts?|tablets?|pills?|capsules?)\b[^.?!]{0,35}?\b(?:for|best|good|better|should|strongest|"
                r"stronger|recommend|most|to (?:take|use|try|buy|get|start|pick|choose)|works?|helps?|do you|would|"
                r"gives?|hits?|safest|i (?:get|buy|take|try|use|pick)|you like|people like|relaxing|euphoric|"
                r"energi\w+|sedating|potent|effective|cleanest|purest)\b"
            ),
            (
                rf"\b(?:best|strongest|top|most (?:potent|euphoric|sedating|relaxing|effective|energi[sz]ing|"
                rf"popular)|safest|purest|cleanest|highest quality|ideal|favou?rite|right|better|smoothest|mildest|"
                rf"weakest|nicest)\b\s(?!friend|before|about|after|to)(?:\w+\s){{0,3}}?{_PICK}\b"
            ),
            rf"\b(?:which|what|whats)\s(?:\w+\s){{0,2}}?(?:kratom|7oh|one)\s(?:is (?:the )?(?:best|strongest|"
            rf"better|safest|cleanest)|should i (?:get|buy|take|try|use|pick|choose)|"
            rf"to (?:buy|get|try|pick)|do you (?:recommend|like|suggest)|would you|hits|works best|for {_FOR})\b",
            (
                r"\b(?:best|strongest|top|purest|cleanest|safest|finest) (?:quality |rated |possible |red |green |"
                r"white |lab tested )?(?:kratom|7oh)\b(?! (?:evidence|study|studies|research))"
            ),
            (
                rf"\bwhat (?:do|have|else do|all do) (?:you|yall|u) (?:guys |all )?(?:have|got|carry|stock|sell)"
                rf"(?: in stock| there| on offer)?(?: for {_FOR}| for sale|\W*$)"
            ),
            rf"(?<!feel )\bgood\s(?:kratom\s)?{_PICK}\b",
            (
                rf"\b(?:recommend|suggest|pick|choose|(?:please|you|^) ?name|rank|rate|compare|find me|"
                rf"help me (?:pick|choose|find|decide))\b[^.?!]{{0,25}}\b{_PICK}\b"
            ),
            (
                rf"\b{_PICK}\b[^.?!]{{0,20}}\b(?:should i (?:get|buy|try|take|use|pick|choose|order|start|go)|"
                rf"do you recommend|would you (?:recommend|pick|choose|suggest)|is (?:the )?best|are (?:the )?best|"
                rf"to (?:buy|get(?! (?:through|by|over|off|up|out|going|along|rid|clean|better|back|to sleep))|pick|choose|start with|try first)|recommendations?|recs|hits (?:the )?hardest|"
                rf"is strongest|for (?:sleep|pain|energy|anxiety|beginners?|focus|relax\w*|depression|a beginner|"
                rf"euphoria|insomnia|opiate|opioid|back pain|studying|work|mood|newbies|adhd))\b"
            ),
            (
                r"\b(?:red|green|white|yellow|gold|bali|borneo|thai|malay|maeng da|indo)\b(?: vein| kratom)? (?:or|"
                r"vs|versus) (?:red|green|white|yellow|gold|bali|borneo|thai|malay|maeng da|"
                r"indo)\b[^.?!]{0,40}\b(?:for|best|better|stronger|should|sleep|pain|energy|pick|choose)\b"
            ),
            (
                r"\bshould i (?:get|buy|choose|pick|try|take|use|go (?:with|for)|start with|order|"
                r"switch to)\b[^.?!]{0,30}\b(?:red|green|white|yellow|strain|vein|extract|powder|capsules?|gummies|"
                r"shots?|tea|7oh|tablets)\b"
            ),
            (
                r"\b(?:red|green|white|yellow|bali|borneo|thai|malay|maeng da)\b(?: vein| kratom| strain)? (?:for|"
                r"good for|best for) (?:sleep|pain|energy|anxiety|focus|relax\w*|depression|mood|beginners?|"
                r"studying|work)\b"
            ),
            (
                r"\b(?:strains?|products?|kratom) (?:without|free (?:of|from)|with no|low in|"
                r"lowest in) (?:heavy )?(?:metals?|lead|salmonella|contamina\w*|7oh|mold)\b"
            ),
            (
                r"\b(?:find|get|choose|pick|tell|identify|spot) (?:a |the |good |real |quality |clean |safe |"
                r"pure )+(?:kratom|product|strain|brand|7oh|powder|one)s?\b[^.?!]{0,30}(?:\?|$)"
            ),
            (
                r"\bwhat(?: should| do| can| would)? (?:i|you) (?:look for|check) (?:when|before|if) (?:i'?m |im |"
                r"you'?re |i am |you are )?(?:buying|ordering|shopping|choosing|picking)\b"
            ),
        ],
        [
            (
                r"\b(?:best|good|strongest|better|right|top) (?:\w+ ){0,2}(?:evidence|study|studies|trial|research|"
                r"proof|way to (?:quit|stop)|treatment|data|support|science|known|established|studied|alternative|"
                r"question|doctor|person)\b"
            ),
            (
                r"\b(?:which|what|whats)\b[^.?!]{0,20}\b(?:types?|kinds?|forms?) of (?:evidence|study|studies|"
                r"doctor|help|test|tests|drug|receptor|side|effects?|research|withdrawal|treatment|people|plant|"
                r"interaction|products? (?:was|were|have|has|are (?:sold|there|recalled)))\b"
            ),
            r"\b(?:good|better|right|safe) (?:with|without|in|at|on|by) (?:the|this|that|his|her|my|their|a) \w+\W*$|\b(?:better|well) without (?:his|her|my|the)\b",
            r"\bcolou?r changes?\b|\bwhich (?:service|number|line|helpline|hotline)s? do you name\b|\bcompare (?:kratom|7oh|mitragynine|it) with my\b",
            (
                r"\bwhich (?:alkaloids?|receptors?|enzymes?|metals?|states?|drugs?|medications?|medicines?|studies|"
                r"compound|chemical)\b"
            ),
            r"\bwhat (?:kind|type|sort|form)s? of (?:thing|substance|drug|plant|tree)\b",
            (
                r"\bwhat (?:colou?rs?|strains?|veins?|forms?|types?|kinds?|products?) (?:are there|exist|does|"
                r"do (?:it|kratom|they) (?:come|mean)|mean|is there|actually mean|were|was|have been)\b"
            ),
            (
                r"\b(?:what|which) (?:strains?|veins?|colou?rs?|products?|brands?)\b[^.?!]{0,30}\b(?:really (?:mean|"
                r"differ)|mean|recalled|tested positive|contaminated|in the study|were found|studied)\b"
            ),
            (
                r"\b(?:does|do|is|are) (?:the )?(?:strains?|veins?|colou?rs?|red|green|"
                r"white)\b[^.?!]{0,30}\b(?:differ|really|actually|matter|mean|make|change|more sedating|different|"
                r"real|true|affect|contain|have)\b"
            ),
            (
                r"\bwhat (?:is|are|does) (?:a |the )?(?:red|green|white|yellow|vein|strain|kratom|7oh|"
                r"extract)s?(?: vein| kratom)?(?: mean| strain)?\s?\??$"
            ),
            r"\b(?:better|good|best|right) (?:kratom|7oh|it|one) (?:or|than|vs)\b",
            (
                r"\b(?:better|worse|safer|stronger|weaker|riskier|healthier) (?:\w+ )?than (?:kratom|7oh|it|leaf|"
                r"opioids?|coffee|alcohol)\b"
            ),
            r"\b(?:good|bad|safe|better|right|good or bad) (?:for|idea|thing)\b(?!.{0,40}(?:strain|which|brand))",
            (
                r"\b(?:do|would|does) (?:you|doctors|experts|anyone) recommend (?:taking |using |"
                r"people take )?(?:kratom|7oh|it)\s*\??$"
            ),
            (
                r"\b(?:marketing|myth|botanically)\b|^(?:is|are|does|do|can) (?:red|green|white|"
                r"yellow)\b(?![^.?!]{0,60}\b(?:or|should|vs)\b)"
            ),
            rf"{LAW}",
            *META,
        ],
    ),
)

DOUBTFUL: tuple[Rule, ...] = (
    rule(
        "selling-mentioned",
        Reason.PURCHASING,
        [
            (
                r"\b(?:can|could|may) (?:i|you|we|someone|people|anyone|a \d+ year old) (?:still |legally |"
                r"just )?(?:buy|order|purchase|get) (?:kratom|7oh|it)\b"
            ),
            r"\b(?:buy|bought|order|purchase|vendors?|brands?|cheap|price)\b(?=.{0,80}\?|.{0,30}$)",
            r"\b(?:is|are) (?:\w+ ){0,3}(?:brand|product|strain)s? (?:any )?(?:safer|better|good|safe)\b",
            (
                r"\b(?:red|green|white|yellow)(?: vein)?(?: kratom)? (?:better|stronger|safer|more (?:sedating|"
                r"stimulating|potent)) than\b"
            ),
        ],
        [
            (
                rf"\b(?:{NEWS}|sold|selling|have to|must|required|tested|test for|claim\w*|honest|label\w*|"
                rf"inspect\w*|regulat\w*|ages?|oversees?)\b"
            ),
            r"\b(?:bought|ordered|got) (?:it |some |kratom |this |a |these )",
            r"\b(?:study|studies|research|linked|correlat\w*|expensive|pricier|priced)\b",
            *OVERSIGHT,
            *SOMEONE_BUYS,
            rf"{LAW}",
            r"\b(?:gps?|doctors?|clinicians?|physicians?|nurses?|hospitals?|courts?|judges?) (?:\w+ )?orders?\b|\bcourt[ -]ordered\b|\bin order to\b",
            *META,
        ],
        doubtful=True,
    ),
)
