"""Questions for facts that look like requests: the law, the market, how often things happen, science, one's past.

Each is a list of patterns for what keeps a rule from firing; a pattern that could also stand in a request says
that nobody asks what to take in the same text.
"""

from __future__ import annotations

from app.guard.rules.patterns import any_of

NOT_TO_TAKE = (
    r"^(?!.*\b(?:should (?:i|you|we|one|someone|people|a)|can (?:i|you|we|one)|do i|for me|i (?:can|could|should|may)|"
    r"to take|to start|take it|safe(?:ly|st)?|beginners?|dosage|too (?:much|many)|"
    r"how (?:much|many|often) (?:to|should|can|do (?:i|you|people|users|most)))\b)"
)
_AUTHORITY = any_of(
    r"laws? | bills? | acts? | statutes? | ordinance | senate | legislat\w+ | regulat\w+ | fda | dea | cdc | who | "
    r"congress | courts? | state | states | rules? | agency | agencies | government | kcpa | parliament | customs | "
    r"police | officials | county | counties"
)
LAW_SETS = (
    rf"{NOT_TO_TAKE}.*\b{_AUTHORITY}\b[^.?!]{{0,60}}\b(?:allow|allows|allowed|permit|permits|permitted|limit|limits|"
    r"limited|sets?|caps?|capped|require\w*|may contain|can contain|restrict\w*|prohibit\w*|propos\w*|contains?)\b",
    rf"{NOT_TO_TAKE}.*\b(?:labels?|products?|packages?|packaging|bottles?|vendors?|makers?|manufacturers?|companies|"
    r"brands?)\b[^.?!]{0,20}\b(?:have to|has to|must|required|obliged|need to|legally|by law|supposed to)\b",
)
"""What the law lets a product hold, and what a label must state."""

_TAKERS = r"(?:i|you|we|one|people|users|someone|somebody|anyone|everyone|beginners?|they|he|she|most|a|my|the average)"
_TRADED = any_of(
    r"export | exports | exported | import | imports | imported | produce | produces | produced | harvest\w* | "
    r"seize | seized | confiscat\w* | intercept\w* | destroy | destroyed | recall | recalled | detain\w* | "
    r"was sold | were sold | is sold | are sold | come from | comes from | came from | grow | grows | grown"
)
MARKET = (
    rf"\bhow (?:much|many) (?:\w+ ){{0,4}}?(?:does|do|did|has|have|is|was|are|were|of)\s(?!{_TAKERS}\b)"
    rf"(?:[\w-]+ ){{0,6}}?{_TRADED}\b",
    r"\bhow (?:much|fast|quickly|far|many times) (?:has|have|did|does)\b[^.?!]{0,50}\b(?:grow|grown|increase[ds]?|risen|"
    r"rise|change[ds]?|dropped|declined|fallen|spread|doubled|tripled|expanded)\b",
    r"\b(?:industry|market|sector|economy|revenue|exports?|tax(?:es)?|health system|society|healthcare|hospitals|"
    r"taxpayers)\b[^.?!]{0,30}\b(?:worth|cost|costs|earn\w*|make|size)\b",
    r"\b(?:worth|cost|costs|size|share|value)\b[^.?!]{0,25}\b(?:industry|market|sector|economy|society|health system|"
    r"healthcare|hospitals|taxpayers|public|employers)\b",
)
"""What is traded, seized and grown, and what it is worth."""

_HAPPENS = any_of(
    r"develop\w* | relapse\w* | die | dies | died | report\w* | end up | ends up | become | becomes | experience\w* | "
    r"find | finds | found | happen\w* | cause[ds]? | detect\w* | show | shows | seize\w* | test | tests | tested | "
    r"inspect\w* | recall\w* | fail\w* | see | sees | seen | treat | treats | treated | diagnose\w* | occur\w* | "
    r"contain\w* | contaminated | mislabel\w* | linked | involved | confirmed | update\w* | review\w* | "
    r"get (?:calls|sick|hooked|addicted|seizures|asked|reported|hospitali[sz]ed|withdrawal\w*|better|help|infected) | "
    r"have (?:seizures?|problems|symptoms|withdrawal\w*|a \w+ disorder) | hospitali[sz]ed | prosecuted | fatal | "
    r"wrong | accurate | misused | abused | (?:use|take)(?:s)? (?:it|kratom) (?:with|together|alongside|to quit)"
)
HAPPENINGS = (
    rf"\bhow (?:often|frequently|common\w*|regularly) (?:does|do|did|is|are|was|were|has|have|will|would|can|"
    rf"could)\s(?!i\b|you\b|we\b)(?:[\w-]+ ){{1,6}}?{_HAPPENS}\b(?! it\b| to take)",
)
"""How often something happens, to whomever: no question of how often to take it."""

MEASURED = (
    r"\b(?:tests?|screens?|toxicology|autopsy|coroner|labs?|laborator\w+|urine|blood|hair|police|doctors?|analysis|"
    r"analyses)\b[^.?!]{0,40}\b(?:show|tell|reveal|measure\w*|detect|find|found|estimate|determine|prove|say)\b"
    r"[^.?!]{0,15}\bhow (?:much|many|long)\b",
    r"^(?!.*\b(?:should|take|taking|to use|safe\w*|mg|grams?)\b).*\bhow (?:much|many|high|strongly|widely)\b[^.?!]{0,60}"
    r"\b(?:according to (?:lab|tests|studies|analys\w+)|vary|varies|varied|differ\w*|lab tests)\b",
    r"\bhow (?:much|many) (?:\w+ )?(?:capsules|bottles|bags|packages|products|lots|gummies|pounds|tons?|kilos)\b"
    r"[^.?!]{0,40}\b(?:recalled|seized|recall|lots?|affected|contaminated|tested positive|destroyed|confiscated)\b",
)
"""What was measured by somebody else, and how far it varies."""

METAL_LEVELS = (
    r"^(?!.*\b(?:should i|can i|how (?:much|many) (?:kratom|powder|grams?|capsules?)|of kratom (?:is|a day))\b).*"
    r"\b(?:lead|arsenic|nickel|cadmium|mercury|metals?) (?:levels?|content|amounts?|traces?|exposure|limits?|found)\b"
)
"""How much metal a product holds, beside what is held to be safe of the metal."""

TOO_MUCH_HAPPENS = (
    r"^(?:so )?what (?:happens|can happen|would happen|could happen|goes on)\b[^.?!]{0,40}\b(?:when|if|after)\b[^.?!]{0,30}"
    r"\b(?:people|persons?|someone|somebody|users?|they|anyone) (?:\w+ )?(?:doubles?|triples?|exceeds?|overdo(?:es)?|"
    r"takes? (?:\w+ )?(?:more|too much)|goes? over)\b(?!.*\b(?:how (?:much|many)|\d+ ?(?:g|gs|grams?|mg|caps\w*)|should)\b)",
)
"""What follows when somebody takes more than usual: a question of harm."""

DOSE_SCIENCE = (
    r"\bdose[ -](?:response|escalat\w+|rang(?:e|ing)[ -](?:study|studies|trial|trials|experiment)|finding|dependen\w+|"
    r"limiting|ranging|effect)",
    r"\bwhat (?:do|does|did|is|are) [^.?!]{0,40}\b(?:mean|meant)(?: by)?\b[^.?!]{0,25}\bdos",
    r"^(?!.*\b(?:give|gave|given|used|recommend\w*|take|took|amounts?|how (?:much|many)|which dose|what dose)\b).*"
    r"\bdos(?:e|age|ing)[ -](?:studies|study|trials?|research|experiments?|group|arm)\b",
    r"\b(?:bigger|larger|stronger|greater|weaker|worse|better|likelier|different|less|more \w+|increase[sd]?|rises?|grows?|"
    r"depend\w*|change[sd]?)\b[^.?!]{0,30}\b(?:with|at|under|on) (?:the )?(?:higher|lower|larger|smaller|increasing|rising|bigger|"
    r"highest|lowest) doses?\b(?!.*\b(?:i take|should i|for me|what (?:dose|is)|which|how (?:much|many)|\d+ ?(?:g|gs|grams?|mg))\b)",
    r"\bwhat (?:happens|happened|does|did|would|effects?|symptoms?|signs|damage|changes|do)\b(?![^.?!]{0,40}"
    r"\b(?:dose|amount) (?:is|was|did|should|do|does)\b)[^.?!]{0,60}\b(?:high|large|low|toxic|lethal|big|small|huge|"
    r"massive|repeated|single|increasing|given)(?:er)? doses?\b(?!.*\d ?(?:g|gs|grams?|mg|caps\w*|tsp|pills?)\b)",
    r"\b(?:does|do|would|can|could|will|is|are|did|why (?:does|do|is|are|would)) (?:a |an |the |taking (?:a |an )?|"
    r"using (?:a |an )?)?(?:much )?(?:higher|lower|larger|bigger|smaller|stronger) (?:dose|doses|amount|amounts)\b"
    r"(?![^?]{0,80}\b(?:i take|should i|for me|\d+ ?(?:g|gs|grams?|mg|caps\w*|tsp|pills?))\b)",
)
"""Dose as a subject of science."""

_PAST = (
    r"\b(?:quit|quitting|stopped|stopping|used to|was (?:taking|using|on|drinking|doing)|were (?:taking|using)|"
    r"had been (?:taking|using)|clean|sober|been off|came off|off (?:of )?(?:it|kratom|7oh)|(?:weeks?|months?|years?|"
    r"days?) ago|withdraw\w*|cold turkey)\b"
)
_BODY = (
    r"\b(?:sleep|insomnia|hair|sweat\w*|shak\w*|aches?|aching|hurts?|pains?|anxi\w*|depress\w*|restless\w*|diarrh\w*|"
    r"nause\w*|vomit\w*|yellow|itch\w*|constipat\w*|tired|exhaust\w*|fatigue|liver|seizures?|twitch\w*|chills|crav\w*|"
    r"weight|rash|urine|stool|libido|memory|foggy|fog|numb|sneez\w*|yawn\w*|legs|appetite|mood|panic|sick)\b"
)
_IS_IT_THAT = (
    r"\b(?:(?:is|was|could|can|would|might) (?:that|this|it|the \w+)(?: be| all)?|does (?:that|this|it)|did (?:that|it)|"
    r"will (?:that|this|it|they))\b[^.?!]{0,30}\b(?:normal|the kratom|kratom|withdrawals?|because|from|why|common|permanent|"
    r"related|the reason|caused?|expected|known|last|pass|go away|get better|heal|recover|come back|grow back)\b"
)
_WHEN_BETTER = (
    r"\b(?:when (?:will|does|do|would) (?:it|this|that|they|things|the \w+|i) (?:\w+ )?(?:get better|ease|stop|end|pass|go away|"
    r"improve|peak|feel (?:normal|better|human|myself))|how (?:long|many days) (?:will|does|do|until|till|before)\b[^.?!]{0,30}\b(?:last|"
    r"better|normal|gone|pass|go away|ease|over)|what (?:symptoms|withdrawals?)|what (?:should|can|do) i expect|what to expect)\b"
)
_NO_AMOUNT_ASKED = (
    r"(?!.*\b(?:too (?:much|many)|safe amount|enough|how much|how many (?!days)|how often|a lot|cut (?:to|down)|"
    r"go (?:to|up|down)|next dose|taper\w*)\b)"
)
ASKS_ABOUT_BODY = (
    rf"^(?=.*{_PAST})(?=.*{_BODY})(?=.*{_IS_IT_THAT}){_NO_AMOUNT_ASKED}",
    rf"^(?=.*{_PAST})(?=.*{_WHEN_BETTER}){_NO_AMOUNT_ASKED}",
)
"""A complaint after past use, with the amount only told: "i quit 25 g a day and cannot sleep, is that normal"."""

LAWFUL = (
    r"^(?:so |and |but |hey |hi )?(?:is|isnt|was|are|were|would it be|will it be|could (?:i|you|someone)|can (?:i|you|"
    r"someone|people|a|an|any\w*|gas stations|stores|shops|minors|kids)|may|does|do|did|am i)\b[^?]{0,50}"
    r"\b(?:legal|legally|illegal|illegally|against the law|a crime|allowed|banned|lawful\w*|unlawful\w*|prohibited|"
    r"permitted|criminal|a felony|outlawed)\b(?!.*\b(?:where|who|which|cheap\w*|best|get away|undetected|"
    r"without (?:\w+ ){0,3}(?:caught|checking|checks|knowing|noticing|id)|how (?:do|can|to|should) (?:i|you|we|one)|recommend\w*|ship it|avoid)\b)",
)
"""Whether something is lawful, and nothing besides."""

COUNTS = (
    r"\bhow (?:many|often|common|old|likely|high|long|big|large)\b(?!.*\b(?:buy|order|purchase|cost|for sale|price\w*|"
    r"take|where|who sells)\b)",
)
"""How many, how old, how likely: no question of where to get it."""

COUNTS_OF = (
    r"\bhow many (?:\w+ )?(?:people|deaths|users|states|countries|calls|cases|studies|patients|children|babies|receptors|"
    r"alkaloids|species|tons?|tonnes)\b(?!.*\b(?:should i|can i|to take|buy|grams)\b)",
)
"""How many people, places or things other than amounts."""

OVERSIGHT = (
    r"^(?!.*\b(?:never|werent|wasnt|havent|hasnt|not been|isnt|arent|cleanest|safest|i trust|to trust|are good|is good)\b).*"
    r"\b(?:who|which|what|does|do|is|are|was|were|did|has|have|why|how (?:many|often))\b[^.?!]{0,50}"
    r"\b(?:regulat\w*|overse\w*|inspect\w*|licen[sc]\w*|polic(?:es|ed|ing)|enforc\w*|raid\w*|prosecut\w*|convicted|"
    r"arrested|charged with|indicted|fined|su(?:ed|ing|es)|lawsuits?|penali[sz]ed|shut down|investigat\w*|warned|"
    r"checks? that|makes? sure|prevents?|audit\w*)\b(?!.*\b(?:avoid|get away|without getting|cheap\w*|should i buy|"
    r"do you recommend|near me)\b)",
)
"""Who watches over sellers, and what became of them."""

SOMEONE_BUYS = (
    r"\b(?:my|his|her|our|a) (?:\w+ ){1,2}(?:buys|bought|gets|got|orders|ordered|is buying|was buying|keeps buying|"
    r"keeps ordering)\b(?!.*\b(?:where (?:can|do|does|did|could|should) (?:i|he|she)|which (?:shop|store|vendor)|how "
    r"much (?:does|is)|cheap\w*|best)\b)",
)
"""Somebody close buys it, and the question is what that means."""

NATURAL = (
    r"\bhow (?:does|do|did|is|are|was|were) (?:the |a |an |our |your |my |kratom |coffee |living |these |this |fresh |"
    r"dried |drying )*(?:plants?|trees?|lea(?:f|ves)|cells?|body|bodies|liver|nature|enzymes?|metabolism|microbes|"
    r"fungi|bacteria|rats?|mice|humans?)\b(?![^.?!]{0,30}\b(?:extracted|turned into|made into|cooked)\b)",
    r"\bhow (?:is|are|does|do) (?:7oh|mitragynine|pseudoindoxyl|it|alkaloids?)\b[^.?!]{0,25}\b(?:form|formed|arise|"
    r"appear|made|produced|build up)\b[^.?!]{0,15}\b(?:in|by|when|as|while|during|inside|naturally)\b(?![^.?!]{0,20}"
    r"\b(?:labs?|laborator\w+|kitchen|home|factor\w+|i|you|one)\b)",
    r"\b(?:which|what) (?:soils?|climates?|regions?|countries|islands?|provinces?|areas?|temperatures?)\b[^.?!]{0,40}"
    r"\b(?:trees?|plants?|kratom|grow\w*)\b(?!.*\b(?:indoors|at home|my|i)\b)",
    r"\bwhere (?:in [\w ]{1,20} |else |exactly )?(?:does|do|did|is|are|was) (?:the |a |wild )?(?:\w+ ){0,3}?(?:trees?|plants?|kratom|it|species)\b"
    r"[^.?!]{0,15}\b(?:grow|grows|grown|come|native|found|originate|wild|cultivated)\b",
)
"""What plants and bodies make by themselves, and where they grow."""

_FORM = r"(?:dose|serving|cup|capsules?|caps|gumm(?:y|ies)|shots?|tablets?|pills?|tea|powder|extracts?|lea(?:f|ves)|kratom|7oh|it)"
_NO_PLAN = (
    r"^(?!.*\b(?:between|wait|again|apart|next|another|second|redos\w+|more|should|too (?:much|many)|how (?:much|often)|"
    r"how many (?!hours|minutes|days))\b)"
)
DURATIONS = (
    rf"{_NO_PLAN}(?:so |and |ok )?how (?:long|soon|quickly|fast|many (?:hours|minutes|days)) (?:does|do|will|would|can|until|"
    rf"before|till) (?:(?:a|an|one|the|single|kratom|7oh|extract) ){{0,3}}(?:{_FORM}|effects?|high|buzz)(?: of (?:\w+ )?{_FORM})?\b"
    r"[^.?!,]{0,20}\b(?:last|lasts|stays?|kicks? in|wears? off|fade|fades|keep working|work|act|detectable|show up|leave)\b"
    r"(?: in)?(?: (?:your|my|the|a|ones|our))?(?: (?:urine|system|blood|body|hair|saliva|test))?\W*$",
    rf"^(?:does|do|will|would) (?:a |an |the |one )?(?:kratom )?{_FORM} (?:take|last|act|work|kick in|stay)s? "
    rf"(?:\w+ )?(?:longer|faster|slower|quicker|sooner)(?: to (?:work|act|kick in))? than (?:a |an |the )?(?:kratom )?{_FORM}"
    r"(?: to (?:work|act|kick in|start))?\W*$",
)
"""How long one serving acts or can be traced, or which form acts sooner: no question of when to take the next."""

AGE_TO_BUY = (
    r"^(?:can|could|may) (?:you|i|we|someone|people|anyone|teens|an? \w+) (?:legally )?(?:buy|purchase|get) (?:kratom|7oh|it) at "
    r"(?:age |the age of )?(?:1[5-9]|2[01])(?: years old)?(?: in (?:\w+ ){0,2}\w+)?\W*$",
)
"""Whether somebody of an age may buy it: a question of law."""

PRICE_AND_QUALITY = (
    r"^(?:does|do|is|are|can) (?:the |a |an )?(?:higher |high |low )?prices? (?:\w+ ){0,4}(?:about|of|mean|reflect|indicate|predict) "
    r"(?:the |its |better |higher |good )*(?:quality|purity|safety)\W*$",
)
"""Whether a price says anything about quality."""

SEEN_ON_A_LABEL = (
    r"^(?:so |and |hey )?(?:what|which|how|are|is|can)\b(?=.*\b(?:look for|tell|see|know|check|shows?|signs?|mention\w*)\b)"
    r"(?=.*\b(?:bottle|label\w*|packet|packag\w*|jar|bag|box|tin)\b)(?=.*\b(?:pure|purity|real|genuine|clean|adulterat\w*|"
    r"inside|in it|fake|spiked|tainted)\b)(?!.*\b(?:buy\w*|order\w*|brands?|vendors?|sellers?|shops?|stores?|sites?|best|"
    r"recommend\w*|which one|where|cheap\w*|dose|grams?|how (?:much|many))\b)",
)
"""What a label or package shows about purity: no question of where to get it."""

TRACES = (
    r"^(?!.*\b(?:test\w*|pass\w*|fail\w*|flush\w*|detox\w*|cleanse\w*|faster|quicker|sooner|speed\w*|quick\w*|get (?:it|kratom) out|"
    r"job|probation|parole|court|screen\w*|interview|next|another|more|again|dose)\b)(?:so |and |how many |number of |about how many )*"
    r"(?:days?|weeks?|hours?) (?:un)?(?:till?|before|that|does|do|is|kratom|it|lingers?)\b[^.?!]{0,30}\b(?:kratom|it|mitragynine|7oh|traces?)?\b"
    r"[^.?!]{0,20}\b(?:urine|pee|blood|saliva|hair)\b\W*$",
)
"""How long traces last, with no test to get round."""
