"""Requests for an amount, a schedule or a way of taking. Policy: content/policy/dosing.yaml."""

from __future__ import annotations

from app.answer.record import Reason
from app.guard.rules.patterns import CAN, GAP, KRATOM, NUMBER, PEOPLE, TAKE, UNIT, Rule, any_of, rule

_D = Reason.DOSING

_COUNTED = any_of(
    r"people | persons | users | adults | americans | teens | teenagers | students | kids | children | deaths | died | cases | calls | "
    r"studies | trials | papers | articles | reports | states | countries | cities | counties | alkaloids | receptors | types | kinds | "
    r"strains | veins | species | years | forms | names | sources | claims | drugs | compounds | chemicals | reviews | patients | "
    r"participants | overdoses | products | samples | percent | of them | of those | of the | researchers | brands | babies | women | men | "
    r"visits | hospital\w* | metabolites | different | enzymes | ways | laws | recalls | questions | sellers | vendors | stores"
)
_ABOUT_SCIENCE = any_of(
    r"evidence | research | is known | do we know | do scientists know | science | data | difference | stronger is | weaker is | "
    r"does (?:it|kratom|7oh|mitragynine) (?:raise|increase|lower|affect|reduce|change|differ|vary|bind|help|hurt|weigh) | "
    r"risk | riskier | safer | of a risk | of a problem | worse | better is | overlap | truth | trust | "
    r"(?:was|were|is|are) (?:seized|sold|imported|produced|grown|consumed|recalled|exported) | sold in | imported | "
    r"does it matter | attention | longer | liver damage | damage | of the (?:mitragynine|drug|plant) | regulation | oversight | "
    r"(?:do|can) (?:products|brands|labels|strains|samples|levels) (?:vary|differ) | variation"
)
_HOW_MUCH = r"how\s?(?:much|many|large|big|high|little|small|heavy)"
_DOSE = any_of(
    r"dose | doses | dosage | dosages | dosing | doseage | serving | servings | serving size | microdose | megadose | dossage | doasge | "
    r"quantity | quantities | amount | amounts | milligrams | grams | posology | mg"
)
_STRICT_DOSE = any_of(
    r"dose | doses | dosage | dosages | dosing | doseage | dossage | microdose | serving size | servings? | posology"
)
_QUALITY = any_of(
    r"safe | safest | right | correct | proper | ideal | optimal | best | good | recommended | typical | usual | normal | average | "
    r"standard | common | starting | starter | start | beginners? | first[ -]time | first | noob | newbie | max | maximum | min | minimum | "
    r"minimal | lowest | highest | smallest | largest | effective | therapeutic | lethal | fatal | toxic | deadly | equivalent | daily | "
    r"threshold | upper | single | light | moderate | strong | heavy | sweet spot | suggested | ballpark | appropriate | reasonable | "
    r"sensible | exact | precise | specific | low | lower | high | higher | medium | pain relief | intro | entry | test | "
    r"maintenance | loading | working | perfect | comfortable | non[ -]lethal | tolerable | actual"
)
_SCIENTIFIC_DOSE = (
    r"dose[ -](?:response|depend\w*|related|effect|finding)",
    r"(?:does|do|is|are|why|how) (?:the )?(?:effects?|risks?|harm|it|kratom)[^.?!]{0,30}(?:depend|differ|change|vary)\w*[^.?!]{0,20}(?:dose|amount)",
    r"(?:low|lower|high|higher|small|large)(?:er)? (?:vs\.?|versus|and|or|compared to|doses? (?:vs|versus|and|compared|act|stimul|sedat|feel|differ))",
    r"\b(?:at|in) (?:a )?(?:low|lower|high|higher|large|small)(?:er)? (?:doses?|amounts?)\b(?!.{0,12}(?:is|are|should|how many|mean))",
    r"overdos",
    r"(?:amount|lot|amounts) of (?:research|evidence|people|time|studies|money|contamina\w*|lead|metals?|heavy|salmonella|risk|information)",
    r"what does [^.?!]{0,30}(?:dose|dosage|amount) mean",
    r"do(?:es)? (?:the )?(?:dose|amount|serving)s? (?:matter|make a difference|change)",
    r"\b(?:are|do|does|is|why|can|could|would) (?:the )?(?:higher|lower|larger|bigger|smaller|high|low|large|small) (?:doses?|amounts?)\b",
    r"\b(?:higher|lower|larger|bigger|smaller) (?:doses?|amounts?) (?:\w+ ){0,3}(?:more|less|risk\w*|danger\w*|worse|safer|harm\w*|mean|cause)",
    r"^(?:was|were|is|are) the (?:doses?|amounts?) (?:\w+ ){0,3}(?:realistic|used|in|given|higher|far|close|similar|comparable|relevant)",
)
_ABOUT_US = (
    r"why (?:do|dont|wont|cant|are|can|will|would|is|does|did|isnt|doesnt)\s+(?:not )?(?:you|u|caveat|this (?:bot|site|chat|assistant|tool)|it not|the (?:bot|assistant))",
    r"why (?:no|not|is there no|isnt there|are there no) [^.?!]{0,20}(?:dos\w+|amounts?)",
    r"why (?:is there |isnt there |are there |is |are )?no (?:\w+ )?(?:safe |standard |agreed |established |official |known )",
    r"why (?:is it|are|is the|cant anyone|is a|cant \w+|do experts)\b[^.?!]{0,30}\b(?:unknown|hard|impossible|difficult|not known|disagree|say)",
    r"do you (?:ever )?(?:give|offer|provide|have|do) (?:any )?(?:dos\w+|amounts)",
    r"(?:you|caveat|bot|assistant) (?:refuse|decline|avoid|wont)\w*",
)
_LAW_LIMIT = r"\b(?:legal limit|by law|state laws?|fda|federal|legally|regulat\w+|consumer protection)\b(?![^.?!]{0,40}\b(?:take|dose|safely)\b)"
_STUDIED = any_of(
    r"study | studies | trial | trials | researchers | scientists | paper | experiment | label | labels | package | packaging | bottle | bag | "
    r"box | reddit | forum | forums | erowid | vendor | vendors | website | subreddit | bluelight | clinical trial | "
    r"leaflet | rats? | mice | mouse | monkeys | dogs | volunteers | participants | subjects | farmers | thai workers | tripsit | "
    r"manufacturer | instructions on the"
)

RULES: tuple[Rule, ...] = (
    rule(
        "how-much-to-take",
        _D,
        [
            r"(?:\band|&|\bor|\balso|,|\bplus)\s(?:about |roughly |then )?how (?:much|many|often)(?: of it)?(?: (?:should|can|could|do|would|is) (?:i|it|ok|okay|safe)\b.*)?\s*\??$",
            rf"\b{_HOW_MUCH}\b(?!\s+(?:\w+\s+)?{_COUNTED})(?!\s{_ABOUT_SCIENCE}){GAP}{{0,50}}?\b"
            rf"(?:{CAN}|{PEOPLE}){GAP}{{0,30}}?\b{TAKE}\b",
            rf"\b{_HOW_MUCH}\b(?!\s+(?:\w+\s+)?{_COUNTED}){GAP}{{0,30}}?\b"
            + any_of(
                r"is too (?:much|many) | too much | is safe | are safe | is enough | is ok(?:ay)? | is lethal | is fatal | is toxic | is deadly | "
                r"is dangerous | kills? | can kill | would kill | will kill | overdose | get high | gets you high | is recommended | a day | per day | daily | "
                r"per dose | at once | at a time | each time | each | per serving | safely | for a beginner | for beginners | first time | "
                r"a beginner | for a newbie | is a dose | is one dose | is normal | is typical | is best | is considered | is good | is ideal | "
                r"to start | to begin | before bed | to sleep | to feel | for sleep | for pain | for anxiety | for energy | for my \w+ | for a \d+ | "
                r"for an? \w+ | for me | for someone | for opiate | for opioid | for withdrawal\w* | would it take | does it take | do i need | is needed | should be | "
                r"is a lot | would be | is appropriate | goes in | go in | in the morning | at night | in a cup | in a sitting"
            ),
            rf"\b{_HOW_MUCH} (?:of )?(?:kratom|7oh|it|powder|(?:kratom )?extract|leaf|tea)(?: (?:powder|tea|extract|leaf))?\s*(?:[?!.,]|$|please|pls|for\b|per\b|in (?:a|one|my|your|each))",
            rf"\b{_HOW_MUCH} (?:more )?{UNIT}\b(?! (?:were|was) )(?!{GAP}{{0,30}}(?:seized|calorie|recalled))",
            rf"\b{_HOW_MUCH} (?:mitragynine|7oh|alkaloids?)\b{GAP}{{0,30}}\b(?:capsule|gram|serving|shot|gummy|tablet|cup|teaspoon|dose|to|for|should)",
            r"^how much\??$",
            r"\bhow (?:much|many)\b[^.?!]{0,15}\b(?:did|were|was) (?:they|the \w+|people|participants|subjects|patients|rats|mice)\b[^.?!]{0,12}\b(?:give|given|gave|get|receive|take|taking)\b",
            r"\bhow much (?:tho|though|exactly|then|roughly|approximately|is that|would that be|for me|should i|do i|then)\b",
        ],
        [
            rf"\b{_HOW_MUCH} {_ABOUT_SCIENCE}",
            r"how (?:much|many) (?:\w+ )?(?:of )?(?:lead|arsenic|nickel|cadmium|metals?|salmonella|bacteria|tons?|tonnes)\b",
            r"\bbefore (?:you|i|someone|people|it)\b[^.?!]{0,20}\b(?:withdraw\w*|hooked|addict\w*|depend\w*)",
            r"how much (?:does|do|is|are|would|will|did|for)[^.?!]{0,40}(?:cost|price|charge|pay|sell)",
            r"how (?:much|many) (?:people|americans|users|adults|deaths|do we know|evidence|research)",
            r"how much (?:time|sleep|water|exercise)",
            r"how much (?:should|do) i (?:worry|care|trust)",
            r"how (?:big|high|large) (?:is|are|of) (?:the |a )?(?:risk|problem|market|chance|danger|difference|concern|rate)",
            r"how (?:do|can|should) (?:i|we) (?:report|tell)",
            *_ABOUT_US,
        ],
    ),
    rule(
        "dose-asked",
        _D,
        [
            rf"\b(?:what|whats|which|whatre|wheres)\s+(?:(?:is|are|was|would be|should be|about|kind of|sort of|size|s|do you think is|might be)\s+)?(?:(?:the|a|an|my|your|ur|their|his|her|some|on)\s+)?(?:[\w-]+\s+){{0,3}}?{_DOSE}\b",
            rf"\b{_QUALITY}\s+(?:(?:kratom|7oh|effective|daily|starting|possible|safe|powder|extract|single|human|known)\s+){{0,2}}{_STRICT_DOSE}\b{GAP}{{0,60}}(?:\?|$)",
            rf"\b{_QUALITY}\s+(?:(?:kratom|7oh|effective|daily|starting|possible|safe|total)\s+){{0,2}}(?:amounts?|quantity|limit|number of (?:capsules|grams|pills|gummies))\b",
            rf"\b{any_of('dose | dosage | dosing | dosages')} (?:of (?:kratom|7oh|it|mitragynine) )?(?:for|guide|guides|guidelines?|chart|charts|schedule|protocol|regimen|calculator|instructions|advice|tips|recommendations?|info|information|range|ranges|by weight|table|plan|levels?|per|in (?:grams|mg))\b",
            rf"\b(?:give|tell|send|show|recommend|suggest|name|share|provide|state|list|print|write|calculate|estimate|figure out|work out|determine|find|choose|pick|know|need|want|looking for|help me (?:with|find|figure out))\b{GAP}{{0,50}}\b(?:{_STRICT_DOSE}|number of (?:grams|capsules|pills)|amount (?:to|i|for|of kratom)|in grams|grams (?:to|of kratom)|gram amount|numeric amount|quantity)\b",
            r"\b(?:how (?:do|can|should|to|would|does one)|best way to|way to|ways to)\s(?:[\w ]{0,12})?(?:dose|microdose|redose|titrate|measure|weigh|eyeball|portion|ration)\b",
            r"\b(?:redos\w+|re[- ]dos\w+|re[- ]up|second dose|another dose|next dose|booster dose|extra dose|top up|stagger\w* (?:doses|dosing))\b",
            r"\b(?:should|can|could|do|is it ok(?:ay)? to|ok to|safe to|how (?:do|can|should)|want to|when to)\b[^.?!]{0,25}\b(?:up|increase|raise|double|bump|lower|reduce|adjust|change|split|titrate|decrease|drop|halve)\b[^.?!]{0,20}\b(?:my |the |her |his )?(?:kratom |daily |7oh )?(?:dos\w+|intake|amount|use by)\b",
            r"\bdos(?:e|age|ing)[\s:\"'=(-]*(?:_{1,}|\.{3}|…|\?\?|\[|\{|<|x mg|x g|n g|xx)",
            r"\b(?:dose|dosage|doses|dosing|grams|serving size|amount_?g?|mg)\"?\s?[:=]",
            r"\b(?:usual|typical|right|best|safe|starting|correct|recommended|normal|common|beginner|standard)\s(?:kratom )?(?:dose|dosage|amount)\b[^.?!]{0,40}\b(?:is|was|are|of)\b",
            r"^(?:kratom |7oh |the )?(?:dos(?:e|age|ing)|amount|grams|mg)\??$",
            r"^(?:kratom|7oh|mitragynine) (?:dos(?:e|es|age|ing)|amounts?|serving|microdos\w+)\b",
            r"\b(?:ld50|ld 50|lethal dose|toxic dose|fatal dose|lethal amount|fatal amount|deadly amount|lethal threshold)\b",
            r"\bmicrodos(?:e|ing)\b",
            r"\bdoses? (?:do|does|did|should|would|could|can|are|were|was|is) (?:people|you|i|we|users|the|most|a|they|safe|given|used|best|recommended)\b",
            r"\bwhere (?:to|should i|do i|do people) start with\b",
            r"\bdoubl(?:e|ing) (?:up|it|my|the|down on)\b",
            r"\bshould i (?:\w+ )?(?:go|bump|move|step) (?:\w+ )?(?:higher|up|lower|down)\b",
            r"\b(?:what|whats)(?: is|s|d|ll)?(?: would| will| counts| qualifies)?(?: be| as| considered| is)*\s(?:too (?:much|many)|enough|excessive|overdoing it)\b",
        ],
        [
            *_SCIENTIFIC_DOSE,
            *_ABOUT_US,
            _LAW_LIMIT,
            r"how (?:do|does|did|can) (?:the )?(?:scientists|researchers|labs?|doctors|hospitals|studies|chemists)",
            r"(?:missed|skipped) (?:my |a )dose of",
            r"dose of reality",
        ],
    ),
    rule(
        "is-this-amount-alright",
        _D,
        [
            rf"\b(?:is|are|was|were|would|will|wld|can|could|should|may|cud|does)\b{GAP}{{0,40}}?(?<![\w.-]){NUMBER}\s?(?:(?:whole|full|small|large|big|heaping|level|more|extra|regular|single) )?{UNIT}\b(?!\s(?:old|of (?:water|coffee|wine|beer)))"
            rf"{GAP}{{0,60}}(?:{any_of('too much | too many | much | ok(?:ay)? | safe | safely | enough | a lot | good | right | fine | alright | all right | reasonable | normal | overkill | first time | first timer | make sense | beginner | to start | a day | daily | per day | work | strong | risky | dangerous | lethal | excessive | kill | overdose | at once | high | harm | hurt | bad | heavy | low | appropriate | recommended')}|\?|$)",
            rf"(?<![\w.-]){NUMBER}\s?{UNIT}\b{GAP}{{0,40}}\b(?:too much|too many|ok|okay|enough|good|right|fine|alright|overkill|reasonable|safe|a lot)\b{GAP}{{0,20}}\?",
            rf"(?<![\w.-]){NUMBER}\s?{UNIT}\b[^?]{{0,60}}[.,?!]?\s+(?:is|was|would|will) (?:that|it|this|they|those)\b{GAP}{{0,12}}\b(?:too (?:much|many)|a lot|ok|okay|safe|enough|excessive|normal|fine|alright|overkill|reasonable|high|a safe|a good|the right|right)\b",
            r"\b(?:is|are|would|will) (?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|half|that many|that much|this much|double that) (?:be )?(?:too (?:much|many)|ok|okay|safe|enough|alright|fine|a lot)\b",
            rf"\b(?:more|less|fewer|higher|lower|greater|above|below|under|over|exceed|between|closer to|around|at least|up to|no more than)\s(?:than )?{NUMBER}\s?(?:{UNIT}\b|\?)(?=[^.]{{0,40}}(?:\?|$))(?!{GAP}{{0,20}}(?:people|deaths|years|states|months|weeks|days|hours))",
            r"\bhow (?:high|far|low|heavy|hard) (?:can|could|should|do|is it safe to)[^.?!]{0,20}(?:i|you|people|one|go|push)\b",
            r"\bi (?:normally |usually |currently |only )?(?:take|took|use|do|weigh)\b[^.?!]{0,50}\b(?:so|how|what)\b[^.?!]{0,30}\b(?:how much|how many|dose|equivalent|amount)\b",
            rf"^(?:like |say |so |ok |what about |how about |and |or |maybe |then |but )*{NUMBER}\s?{UNIT}(?: (?:a day|daily|then|instead|ok|fine))?\s?[?!.]*$",
        ],
        [
            *_SCIENTIFIC_DOSE,
            r"\ba (?:pill|tablet|medicine|shot) (?:that|to|which|for)\b",
            r"\bunder (?:18|19|21|the age)\b|\b(?:people|anyone|kids|minors) under\b",
            r"\b(?:does|do|will|would|can) (?:a|one|the) (?:standard |drug )?(?:test|panel|cup test|\d+[ -]panel)",
            r"\b\d+ ?(?:years?|yrs?|months?|weeks?|days?) old\b.{0,30}(?:got|ate|swallow)",
            r"^(?:is|are) (?:a|an|the) (?:capsules?|gumm\w+|shots?|tablets?|pack\w*|bag|bottle|serving)\b[^.?!]{0,20}(?:different|regulated|legal|the same|weaker|stronger|riskier|safer|tested)",
            r"\b(?:is|are|can|does) (?:a )?(?:kratom |7oh )?(?:tea|extract|shot|gumm\w+|capsules?|tablets?)\b[^.?!]{0,20}\b(?:different|regulated|legal|illegal|banned|detected|contaminated)",
            r"\b(?:the|those|these) (?:gas station |kratom |7oh )?(?:capsules|pills|gummies|shots|tablets|drinks)\b(?![^.?!]{0,60}\d)",
        ],
    ),
    rule(
        "how-often",
        _D,
        [
            rf"\bhow (?:often|frequently|frequent|regularly|many times|many days|many nights|oftn|offen|offten)\b{GAP}{{0,25}}?\b(?:should|can|could|do|may|must|would|to|is it (?:ok|okay|safe|fine)|is (?:ok|okay|safe|too|best)|am i|shall|ought){GAP}{{0,30}}\b(?:{TAKE}|it|kratom|7oh|often|much|a week|a day|a month)\b",
            r"\bhow (?:often|frequently|many times) (?:a|per|each|in a) (?:day|week|month)\b",
            r"\bhow often (?:is|to|for|can|should)\b[^.?!]{0,30}\b(?:safe|take|too often|ok|okay|use|recommended|best|dose|kratom)\b",
            r"\bhow (?:long|many (?:hours|hrs|days|minutes|weeks)|much time|soon|far apart|many hrs)\b[^.?!]{0,40}\b(?:between|apart|before (?:i|you|taking|another|the next|my next|more)|wait|space|until (?:i|you|we) (?:can|should) (?:take|dose|have|drink|use)|till (?:i|you) (?:can )?(?:take|dose|have)|before (?:another|more|taking))\b",
            r"\b(?:when|how soon|how long (?:until|till|before)) (?:can|should|could|may|do|is it (?:ok|safe) (?:to|for me to)) (?:i|you|we|one|he|she|someone)?\s?[^.?!]{0,15}\b(?:take|have|drink|use|dose|redose|do)\b[^.?!]{0,25}\b(?:more|another|again|next|second|some|it|kratom|7oh|my)\b",
            r"\bhow (?:long|soon|many hours|many hrs) (?:after|before|since|following)\b[^.?!]{0,60}\b(?:can|should|could|may|is it (?:ok|okay|safe|fine)|to)\b[^.?!]{0,25}\b(?:take|drink|use|have|dose|wait|some|kratom)\b",
            r"\b(?:can|could|should|may|ok to|okay to|safe to|is it ok if) (?:i |you |we )?(?:just )?(?:take|have|drink|do|dose|use|redose|eat|pop)\b[^.?!]{0,12}\b(?:more|another|again|a second|some more|one more|extra|seconds)\b",
            r"(?:^|\btook\b.{0,60})\s?(?:take|have|drink) (?:more|another|some more|one more)\s*\?",
            rf"\bevery (?:{NUMBER} |other |few |couple )?(?:hours?|hrs?|morning|night|weekend|day|second day|third day|4|6|8)\b[^.?!]{{0,20}}\b(?:ok|okay|safe|fine|enough|too much|too often|alright|good)\b",
            r"\b(?:once|twice|three times|thrice|\d+ ?(?:times|x)|\d) (?:a|per|every|each) (?:day|week|night|month)\b[^.?!]{0,30}(?:\bok|\bsafe|\bfine|\btoo|\benough|\balright|\bgood|\?|$)",
            r"\b(?:best|right|ideal|good|optimal|proper|perfect) (?:time|times|moment|hour)\b[^.?!]{0,20}\b(?:to|for|of day)\b[^.?!]{0,15}\b(?:take|taking|drink|use|dose|dosing|consume|have|kratom|it|day)\b",
            r"\bwhat time (?:of (?:the )?day )?(?:should|do|can|is best|to)\b",
            r"\b(?:empty stomach|full stomach|with food|without food|before (?:food|meals?|eating|breakfast|bed|a workout|gym|work)|after (?:food|meals?|eating|dinner))\b(?=[^.]{0,60}\?|.{0,40}$)(?=.{0,80}|.*)",
            r"\b(?:morning or (?:night|evening)|day or night|with or without food|before or after)\b",
            r"\b(?:tolerance|t)[ -]?breaks?\b",
            r"\b(?:how (?:do|can|to|should)|ways? to|best way to|help me|trick|tips|method)\b[^.?!]{0,25}\b(?:reset|lower|reduce|reverse|drop|avoid (?:building )?|prevent|manage|keep)\b[^.?!]{0,20}\btolerance\b",
            r"\b(?:days? (?:on|off)|on[/ -]off (?:schedule|days)|rotat(?:e|ing|ion)|cycl(?:e|ing) (?:on|off|it|kratom|strains|between|schedule)|alternat(?:e|ing) (?:days|strains))\b",
            r"\b(?:schedule|regimen|routine|protocol|timetable|rota)\b[^.?!]{0,40}\b(?:take|taking|dosing|kratom|7oh|use|daily|taper|for me|weekly|intake)\b",
            r"\b(?:kratom|7oh|dosing|daily|weekly|taper|intake|use) (?:schedule|regimen|routine|protocol|timetable)\b(?! (?:i|ii|1|one|2|iii|iv|v)\b)",
            r"\b(?:stagger|space (?:out|them|it|my|the|doses)|spread out|spacing (?:of|my|doses|between|out))\b",
        ],
        [
            r"how often (?:does|do|is|are) (?:kratom |7oh |it |these |products? |samples? |labels? )+(?:cause|contain|show|lead|result|found|contaminat|be|mislabel|involved|reported|wrong)",
            r"how (?:long|soon|often)[^.?!]{0,30}(?:surgery|operation|anesthesia|anaesthesia|driv(?:e|ing)|breastfe\w+|nurs(?:e|ing)|conceiv\w+|pregnan\w+)",
            r"\b(?:does|do|did|would) (?:it|food|eating|taking \w+|this)\b[^.?!]{0,20}\b(?:matter|change|affect|interact|make a difference)",
            r"how (?:long|soon)[^.?!]{0,40}(?:detect|show up|tests?\b|clean|effects? (?:start|begin|last))",
            r"\bdea\b|\bschedule \d|\b(?:linger|stay|remain|detect)\w*\b",
            r"schedule (?:i|ii|iii|iv|v|1|2|one|two)\b",
            r"\bscheduled\b",
            r"how long (?:does|do|will|can|would|did) (?:it|kratom|7oh|the effects?|effects|withdrawals?|the high|traces|mitragynine)[^.?!]{0,10} (?:last|stay|take|remain|linger|hang)",
            *_ABOUT_US,
        ],
    ),
    rule(
        "timing",
        _D,
        [
            r"\bhow (?:long|many hours|soon|many hrs)\b[^.?!]{0,25}\b(?:should|do|must|can|to|shall|need)\b[^.?!]{0,20}\b(?:wait|space|leave|separate)\b",
            r"\bhow far apart\b",
            r"\b(?:hours|hrs|time|gap|interval|window) (?:apart|between)\b[^.?!]{0,30}\b(?:dos\w+|kratom|7oh|them|the two|taking|my|it)\b",
            r"\bsafe (?:gap|interval|window|wait|spacing|time between)\b",
            r"\b(?:if i|can i|should i)[^.?!]{0,20}(?:wait|take)[^.?!]{0,20}\d+ ?(?:hours?|hrs?|h|minutes?|mins?|days?)\b[^.?!]{0,30}\b(?:after|before|between|apart|ok|safe|later)\b",
        ],
        [
            r"(?:surgery|operation|anesthesia|driv(?:e|ing)|breastfe\w+|pregnan\w+|doctor|er\b|hospital|calling|911)",
            *_ABOUT_US,
        ],
    ),
    rule(
        "taper",
        _D,
        [
            r"\b(?:how|help|best|fastest|easiest|quickest|way|plan|schedule|guide|steps?|tips|need|want|give|make|write|design|create|build|show|calculate|calculator|what|should i|can i|can you)\b[^.?!]{0,50}\b(?:taper\w*|wean\w*|step(?:ping)? down|cut(?:ting)? (?:down|back)|reduc(?:e|ing) (?:my|the|it|slowly|gradually|kratom|by)|titrat\w+ down|come off (?:it |kratom )?slowly)\b",
            r"\btaper(?:ing)?\b[^.?!]{0,25}\b(?:schedule|plan|calculator|chart|protocol|guide|steps?|method|program|regimen|rate|speed|percentage|amounts?|by|off|down|over|for me|week)\b",
            r"\b(?:by how much|how fast|how quickly|how slow(?:ly)?|what (?:rate|percent(?:age)?))\b[^.?!]{0,40}\b(?:taper|cut|reduce|drop|lower|decrease|wean|step down|come off|quit)\b",
            r"\b(?:week by week|day by day|daily|weekly|\d+[ -](?:day|week)) (?:taper|reduction|plan|cut|schedule|quit plan|detox plan)\b",
            r"\b(?:cut|reduce|drop|lower|decrease)\b[^.?!]{0,25}\bby \d+\b",
            r"\breduction (?:schedule|plan|rate|steps?)\b",
        ],
        [
            r"\bwhat (?:is|does|are) (?:a |an )?(?:taper\w*|wean\w*)(?: mean| off)?\??$",
            r"(?:any|are there|is there|was there|what) (?:studies|research|evidence|trials?)",
            r"\b(?:is|are) known\b|\bin (?:studies|research|trials)\b|\b(?:doctors?|clinic|clinician|hospital|prescrib\w+)\b(?![^.?!]{0,20}(?:says|said|told))",
            r"\bwho (?:can|could|should|will|does)\b|\bhow many people\b|\bget help\b|\bwhile taper\w+",
            r"\bcut(?:ting)? (?:down|back)(?: on)? (?:opioids?|opiates?|alcohol|drinking|oxy\w*|smoking)\b",
            r"\b(?:does|do|is) taper\w+ (?:work|help|better|safer|recommended|necessary|easier)",
            *_ABOUT_US,
        ],
    ),
    rule(
        "how-to-take",
        _D,
        [
            rf"\bhow (?:do|should|can|would|to|does|did|must|shall|2|is (?:it|kratom|7oh) (?:best )?(?:taken|used))\b[^.?!]{{0,22}}?\b(?:take|use|consume|drink|eat|ingest|smoke|vape|snort|inject|prepare|brew|mix|measure|weigh|steep|boil|chew|swallow|plug|boof|parachute|administer)\b[^.?!]{{0,25}}(?:\b{KRATOM}\b|$|\?)",
            r"\b(?:best|right|proper|correct|easiest|ideal|good|most effective|fastest|safest|preferred|optimal|tastiest|cleanest) (?:way|method|route|technique|form|means|manner)s?\b[^.?!]{0,20}\b(?:to|of|for)\b[^.?!]{0,20}\b(?:tak|us|consum|drink|eat|ingest|smok|vap|snort|inject|prepar|brew|mix|absorb|administ|mak)\w*",
            r"\b(?:how|recipe|instructions|steps|guide|tutorial|way|method|directions|ratio|water|temp\w*|lemon)\b[^.?!]{0,40}\b(?:make|making|brew|brewing|prepare|preparing|steep|steeping|boil|boiling|simmer|cook|cooking)\b[^.?!]{0,30}\b(?:tea|drink|brew|it|kratom|powder|leaf|leaves|stronger|shot|smoothie|lemonade|infusion|decoction)\b",
            r"\b(?:tea|drink|brew|smoothie|lemonade|cocktail|kratom) recipes?\b",
            r"\brecipes?\b[^.?!]{0,20}\b(?:kratom|tea|it)\b",
            r"(?<!what is )(?<!mean by )\btoss (?:and|n|&) wash\b(?![^.?!]{0,12}(?:mean|safe|danger))",
            r"\b(?:potentiat\w+|synergi[sz]e|boost(?:ing)? (?:it|the|my|kratom|7oh|effects?)|boosters?|enhanc(?:e|ing)|intensify\w*|amplif\w+|maximi[sz]e|strengthen\w*|increase the (?:effects?|high|buzz|potency|strength)|hit harder|hits harder|kick in (?:faster|quicker|sooner)|come up faster|work (?:faster|better)|absorb (?:faster|better|more)|get (?:more|the most) out of|make (?:it|kratom|the tea|tea|7oh|the effects?|the high|the buzz|mine|the powder|my tea) (?:\w+ )?(?:stronger|strong|last|more potent|work better|hit|kick|more intense|extra)|makes? it (?:stronger|hit)|last longer|stronger (?:high|buzz|effects?|tea|brew|hit)|(?:get|feel) (?:higher|more high)|bigger high|prolong (?:the|its)|extend the (?:high|effects?))\b(?=[^.?!]{0,60}(?:kratom|tea|it|7oh|high|effects?|$|\?))",
            r"\b(?:what|anything|something|things|stuff|which \w+)\b[^.?!]{0,25}\b(?:mix|combine|stack|take|add|pair|blend)\b[^.?!]{0,20}\b(?:with|to)\b[^.?!]{0,25}\b(?:to (?:get|make|boost|feel|enhance|increase|help)|for (?:a )?(?:better|more|stronger|bigger|extra)|stronger|high|buzz|better effects?)",
            r"\b(?:mix|combine|stack|pair|combining|mixing|stacking|combo)\b[^.?!]{0,50}\b(?:for|to get|to feel|to make|to boost|to enhance)\b[^.?!]{0,25}\b(?:high|buzz|stronger|better effects?|euphoria|nod|fun|effect|potency|trip)",
            r"\b(?:best|good|great|fun|ideal) (?:combos?|combinations?|stacks?|mix(?:es|ers)?|pairings?)\b",
            r"\bhow (?:do|can|should|to|does)\b[^.?!]{0,15}\b(?:combine|mix|stack)\b",
            r"\bhow (?:can|do|to|could|should) (?:i |you |we |one )?(?:get|feel) (?:\w+ )?(?:high|buzzed|stoned|a buzz|euphoric|euphoria|the best effects?|lit|faded)\b",
            r"\b(?:sublingual\w*|under (?:my|the) tongue|rectal\w*|intranasal\w*|up (?:my|the) nose|iv|intravenous\w*)\b[^.?!]{0,30}\b(?:how|take|use|works? better|absorb|faster|ok|\?)",
        ],
        [
            r"(?:traditional\w*|thailand|thai|malaysia\w*|indonesia\w*|southeast asia|historical\w*|history|farmers|laborers|labourers|workers|villagers|elders|locals|culture|centuries|originally)",
            r"\bhow (?:do|does|did) (?:most |some )?(?:people|users|americans) (?:\w+ly )?(?:use|take|consume) (?:kratom|7oh|it)\s*\??$",
            r"\bhow (?:do|does|did|would|can) (?:kratom|7oh|it|mitragynine|the (?:body|brain|liver)|researchers|scientists|labs?|doctors?|the fda)\b",
            r"\b(?:is|are|isnt|why) [^.?!]{0,30}(?:dangerous|harmful|risky|bad|unsafe|worse)\b",
            r"\bhow (?:do|can|should|would|to) (?:i |you |we |one |people )?(?:tell|know|talk|use (?:this|you|caveat|naloxone|narcan)|get (?:help|off|through|support|treatment))",
            r"\bhow (?:to|do i|should i|do you) (?:use|give|administer) (?:naloxone|narcan)",
            r"^(?:does|do|is|can|could|will|would|has) (?!i\b|you\b|we\b|people\b|there\b|it possible\b)\w+",
            r"\bwhy\b|\bmakes? me\b|\b(?:or|than) (?:morphine|heroin|oxy\w*|coffee|fentanyl)\b",
            r"\bdoes (?:\w+ )?(?:juice|food|grapefruit|turmeric|\w+) (?:\w+ )?(?:interact|affect)",
            *_ABOUT_US,
        ],
    ),
    rule(
        "conversion",
        _D,
        [
            rf"\b(?:convert|conversion|equivalent|equals?|equal to|same as|comparable to|translates? to|switch\w* from)\b{GAP}{{0,60}}"
            rf"\b(?:{NUMBER} ?{UNIT}|grams?|mg|capsules|teaspoons?|dos\w+|mme|amount)\b(?=.{{0,60}}(?:\?|$))",
            rf"\b(?:convert|conversion|equivalent)\b{GAP}{{0,30}}\b(?:to|of|for|in) (?:kratom|7oh|leaf|powder|extract)\b",
            rf"\b{UNIT} (?:to|into|in|per|equals?|=|of powder in|worth of) (?:a |an |one |each |\d+ )?{UNIT}\b",
            rf"\b(?:weigh|weight of|measure|measuring|how heavy)\b{GAP}{{0,30}}\b(?:{UNIT}|without a scale|kratom|powder)\b",
            r"\b(?:without|dont have|no) a scale\b",
            r"\b(?:amount|mg|milligrams|grams|mitragynine|7oh|alkaloids?|powder|kratom|much|content) (?:is |are |of (?:mitragynine|7oh|kratom|powder) )?(?:in|per) (?:a|an|one|each|every|the|those|1|my|these) (?:\w+ )?(?:capsules?|caps|pills?|gumm(?:y|ies)|tea ?spoons?|tsp|tablespoons?|tbsp|spoons?|spoonful|scoops?|shots?|bottles?|servings?|tablets?|cup|000 capsule)\b",
            r"\bsize (?:0|00|000) (?:capsules?|caps)\b",
            r"\bhuman equivalent\b",
            r"\b\d+ ?mg of (?:7oh|mitragynine)\b[^.?!]{0,40}\b(?:equal|equivalent|how (?:much|many)|in grams|compare)",
        ],
        [
            r"\b(?:body|liver|brain|enzymes?|cyp\w*)\b[^.?!]{0,30}\b(?:convert|make|turn)",
            r"\b(?:mice|rats|animals?|metaboli\w*)\b",
            r"\b(?:scientists|researchers|labs?|doctors|hospitals|chemists|studies|tests?|in (?:blood|urine|hair|plasma))\b",
            r"(?:is|are) (?:\w+ )?(?:kratom|7oh|mitragynine|it)\b[^.?!]{0,20} ?(?:the same as|equivalent to|comparable to|same as)\b(?![^.?!]{0,40}\d\s?(?:m?g\b|gram|cap|pill))",
            r"(?:converts?|converted|conversion) (?:of )?(?:mitragynine )?(?:in|by|to 7oh)",
            r"\bmetaboli",
            r"\b(?:legal|law|moral|risk) equivalent",
            *_ABOUT_US,
        ],
    ),
    rule(
        "from-elsewhere",
        _D,
        [
            rf"\b(?:what|which|how much|how many|whats)\b{GAP}{{0,50}}\b{_STUDIED}\b{GAP}{{0,30}}\b(?:give|gave|given|use|used|get|got|receive|received|administer\w*|take|took|taken|dosed|dose|say|says|said|recommend\w*|suggest\w*|advise\w*|swear by|report taking)\b",
            rf"\b(?:what|which|whats)\b{GAP}{{0,20}}\b(?:dos\w+|amounts?|grams|mg|milligrams|serving)\b{GAP}{{0,50}}\b{_STUDIED}\b",
            rf"\b(?:read|repeat|copy|quote|summari[sz]e|tell me|share|show)\b{GAP}{{0,40}}\b(?:label|dosing|dosage|serving|directions|suggested use|amounts?)\b{GAP}{{0,30}}",
            r"\b(?:suggested|recommended|label(?:led)?) (?:use|serving|serving size|intake|daily)\b",
            rf"\b(?:people|users|everyone|folks|they|most (?:people|users)|veterans|regulars|redditors)\b{GAP}{{0,12}}\b(?:usually|typically|normally|generally|commonly|online|on average)\b{GAP}{{0,15}}\b(?:take|use|dose|start|recommend|suggest)\b{GAP}{{0,20}}(?:\?|$)",
        ],
        [
            r"what did (?:the|that|this) (?:\w+ )?(?:study|trial|researchers|paper) (?:find|show|report|conclude|say about|look|measure|test)",
            r"(?:find|found|conclude|show|result|happen|effect|know|evidence|symptom|side effect|risks?)\b(?![^.?!]{0,30}(?:dos|amount|gram|give|gave))",
            r"why (?:do|did|would|are) (?:people|users)",
            r"\bby law\b|\bhave to (?:say|state|list|show)\b|\brequired to\b|\b(?:is|are) (?:\w+ ){0,4}regulated\b",
            r"^how (?:do|does|did) (?:most |some )?(?:people|users|americans) (?:\w+ly )?(?:use|take|consume) (?:kratom|7oh|it)\s*\??$",
            r"(?:reasons?|conditions?|what for|forms?|alongside|together with)\b",
            r"\b(?:labels?|package|bottle|website|vendors?|brands?|manufacturer) (?:\w+ )?(?:accurate|honest|reliable|required|lie|trust\w*|warn\w*|mislead\w*|true)",
            r"\bwhat (?:do|does|did) (?:\w+ ){0,3}(?:say|says|said) about\b(?![^.?!]{0,30}(?:dos|amount|how much|gram|serving))",
            *_ABOUT_US,
        ],
    ),
    rule(
        "number-wanted",
        _D,
        [
            r"\b(?:just|only|give me|tell me|say|need|want|reply with|answer with|respond with|output|print)\b[^.?!]{0,25}\b(?:a |the |one |single |rough |exact |ballpark )*(?:number|figure|digits?|range|ballpark|numeric value|integer)\b(?=.{0,120}(?:kratom|7oh|take|dose|gram|capsule|safe|amount|powder)|.{0,30}$)",
            rf"\b(?:kratom|7oh|dose|take|grams?|capsules?|amount)\b.{{0,80}}\b(?:{any_of('just|only')} the number|one number|a number between|ballpark|in grams|numeric)\b".replace(
                "(?:just|only)", "(?:just|only)"
            ),
            r"\b(?:exact|specific|precise|certain|right) (?:number|amount|quantity) of\b",
            rf"\b(?:fill in the blanks?|complete (?:the|this) (?:sentence|text)|finish (?:the|this|my) sentence|continue(?: the (?:text|story|sentence))?)\b.{{0,120}}\b(?:take|dose|grams?|{UNIT}|amount|start with)\b",
            rf"\b(?:take|takes|start with|begin with|use|drink|eat|is|about|swallow|mix)\s(?:about |around |exactly |only |at most |up to )?(?:_+|\.\.\.|…|\[[^\]]{{0,20}}\]|\{{[^}}]{{0,20}}\}}|<[^>]{{0,20}}>|x|xx|n|blank)\s?(?:{UNIT}\b|$|\.)",
            r"_{2,}\s?(?:g|grams?|mg|capsules?|teaspoons?|tsp|pills?|spoons?|times)\b",
            r"\b(?:the|an|your) (?:amounts?|doses?|dosages?|numbers?|figures?)(?: (?:please|now|then|pls))+[?.!]*$",
            r"\b(?:warmer|colder|hotter|higher or lower|hot or cold|am i close|getting close)\b",
            r"\b(?:amount|dose|number|quantity|grams?)\b[^.?!]{0,40}\b(?:not to exceed|never exceed|should (?:i|you|one|people|a beginner) (?:not|never) (?:take|exceed|go)|to avoid)\b",
            r"\b(?:what|which|how much|how many)\b[^.?!]{0,40}\b(?:shouldnt|should not|should never|must not|not to|dont|never)\b[^.?!]{0,12}\b(?:take|exceed|go (?:over|above|past|beyond)|surpass|use|start)\b(?=[^.?!]{0,30}(?:more|over|than|$|\?|kratom|first|it|in one))",
            r"\b(?:most|least|maximum|minimum|max|fewest) (?:kratom |amount |grams |capsules |that |number )*(?:i|you|we|one|people|anyone|someone|a person|a beginner|a newbie)\s(?:can|could|should|may|might|would|need)\b",
            r"\b(?:limit|cap|ceiling|cutoff|cut off|upper bound) (?:for|on|of|to|per|is|be)\b[^.?!]{0,40}\b(?:kratom|7oh|take|day|dose|daily|intake|per day|use)\b",
            r"\bdaily (?:limit|max|maximum|cap|allowance|intake)\b",
            r"\bsafe (?:limit|level|levels|range|amount|upper limit|threshold|ceiling|quantity)\b(?! of (?:lead|metals?|heavy|salmonella|arsenic|nickel))",
            r"\b(?:start|begin) (?:low|small|slow|with (?:one|a|half|\d|two|what|how))\b(?=.{0,60}(?:\?|what|how))",
        ],
        [
            *_ABOUT_US,
            _LAW_LIMIT,
            r"\bbreath\w*\b|\bceiling (?:effect|on how)|phone number|hotline|number (?:to call|for)|case number|number of (?:people|deaths|users|states|calls|studies)",
        ],
    ),
)

DOUBTFUL: tuple[Rule, ...] = (
    rule(
        "daily-use",
        _D,
        [
            r"\b(?:ok|okay|safe|fine|bad|alright|harmful|dangerous)\b[^.?!]{0,30}\b(?:take|use|drink|taking|using|drinking|have)\b[^.?!]{0,25}\b(?:every ?day|daily|each day|every night|regularly|once in a while|occasionally)\b",
            r"\b(?:can|should|could) (?:i|you|someone|people) (?:take|use|drink|have)\b[^.?!]{0,25}\b(?:every ?day|daily|each day|every night|regularly)\b",
        ],
        doubtful=True,
    ),
    rule(
        "amount-mentioned",
        _D,
        [
            r"(?<![\w.-])\d{1,3}(?:[.,]\d+)?\s?(?:g|gs|grams?|gpd|capsules?|caps|tsps?|teaspoons?|scoops?|tbsps?)\b(?:[^.?!]{0,30}\b(?:kratom|7oh|a day|daily|per day|powder)\b)?(?=.{0,120}\?)",
            r"\b(?:small|low|little|tiny|moderate) (?:dose|amount)s?\b[^.?!]{0,40}\b(?:safe|ok|okay|fine|harm)\b",
            r"\bhow (?:do|does|did) (?:most |some )?(?:people|users|americans) (?:\w+ly )?(?:use|take|consume)\b",
            r"\b(?:can|could|should) (?:i|you|people|someone|we) (?:smoke|vape|snort|inject|boof|plug|chew)\b",
            r"\b(?:taper\w*|wean\w*)\b",
            r"\b(?:dos(?:e|es|age|ing)|how much|how many (?:grams|capsules))\b(?=.{0,100}\?|.{0,40}$)",
        ],
        [
            r"overdos",
            *_SCIENTIFIC_DOSE,
            *_ABOUT_US,
            r"how much (?:evidence|research|do we know|is known)",
            r"how (?:much|many) (?:\w+ ){0,4}(?:is|are) (?:in|mitragynine|7oh|alkaloids?)\b",
            r"\b(?:animals?|mice|rats)\b",
            r"\bwhy\b|\bin (?:my|the|your) blood\b|\b(?:studies|research|known)\b",
            r"\b(?:liver|withdraw\w*|quit|quitting|stopped|risks?|heart|kidneys?|happen\w*|side effects?|addict\w*|depend\w*|long[ -]term|brain|doctors?|clinic)\b",
            r"what (?:is|does) (?:a )?(?:taper\w*|microdos\w*|dos\w+)(?: mean)?\??$",
        ],
        doubtful=True,
    ),
)
