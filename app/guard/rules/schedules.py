"""Requests for how often, when and how to come down: frequency, spacing, tapering. Policy: dosing."""

from __future__ import annotations

from app.answer.record import Reason
from app.guard.rules.dosing_words import (
    ABOUT_US,
)
from app.guard.rules.facts import HAPPENINGS
from app.guard.rules.patterns import GAP, NUMBER, TAKE, Rule, rule

RULES: tuple[Rule, ...] = (
    rule(
        "how-often",
        Reason.DOSING,
        [
            (
                rf"\bhow (?:often|frequently|frequent|regularly|many times|many days|many nights|oftn|offen|"
                rf"offten)\b{GAP}{{0,25}}?\b(?:should|can|could|do|may|must|would|to|is it (?:ok|okay|safe|fine)|"
                rf"is (?:ok|okay|safe|too|best)|am i|shall|ought)\b{GAP}{{0,30}}\b(?:{TAKE}|it|kratom|7oh|often|much|"
                rf"a week|a day|a month)\b"
            ),
            r"\bhow (?:often|frequently|many times) (?:a|per|each|in a) (?:day|week|month)\b",
            (
                r"\bhow often (?:is|to|for|can|should)\b[^.?!]{0,30}\b(?:safe|take|too often|ok|okay|use|"
                r"recommended|best|dose|kratom)\b"
            ),
            (
                r"\bhow (?:long|many (?:hours|hrs|days|minutes|weeks)|much time|soon|far apart|"
                r"many hrs)\b[^.?!]{0,40}\b(?:between|apart|before (?:i|you|taking|another|the next|my next|more)|"
                r"wait|space|until (?:i|you|we) (?:can|should) (?:take|dose|have|drink|use)|till (?:i|"
                r"you) (?:can )?(?:take|dose|have)|before (?:another|more|taking))\b"
            ),
            (
                r"\b(?:when|how soon|how long (?:until|till|before)) (?:can|should|could|may|do|is it (?:ok|"
                r"safe) (?:to|for me to)) (?:i|you|we|one|he|she|someone)?\s?[^.?!]{0,15}\b(?:take|have|drink|use|"
                r"dose|redose|do)\b[^.?!]{0,25}\b(?:more|another|again|next|second|some|it|kratom|7oh|my)\b"
            ),
            (
                r"\bhow (?:long|soon|many hours|many hrs) (?:after|before|since|following)\b[^.?!]{0,60}\b(?:can|"
                r"should|could|may|is it (?:ok|okay|safe|fine)|to)\b[^.?!]{0,25}\b(?:take|drink|use|have|dose|wait|"
                r"some|kratom)\b"
            ),
            (
                r"\b(?:can|could|should|may|ok to|okay to|safe to|is it ok if) (?:i |you |we )?(?:just )?(?:take|"
                r"have|drink|do|dose|use|redose|eat|pop)\b[^.?!]{0,12}\b(?:more|another|again|a second|some more|"
                r"one more|extra|seconds)\b"
            ),
            r"(?:^|\btook\b.{0,60})\s?(?:take|have|drink) (?:more|another|some more|one more)\s*\?",
            (
                rf"\bevery (?:{NUMBER} |other |few |couple )?(?:hours?|hrs?|morning|night|weekend|day|second day|"
                rf"third day|4|6|8)\b[^.?!]{{0,20}}\b(?:ok|okay|safe|fine|enough|too much|too often|alright|good)\b"
            ),
            (
                r"\b(?:once|twice|three times|thrice|\d+ ?(?:times|x)|\d) (?:a|per|every|each) (?:day|week|night|"
                r"month)\b[^.?!]{0,30}(?:\bok|\bsafe|\bfine|\btoo|\benough|\balright|\bgood|\?|$)"
            ),
            (
                r"\b(?:best|right|ideal|good|optimal|proper|perfect) (?:time|times|moment|"
                r"hour)\b[^.?!]{0,20}\b(?:to|for|of day)\b[^.?!]{0,15}\b(?:take|taking|drink|use|dose|dosing|"
                r"consume|have|kratom|it|day)\b"
            ),
            r"\bwhat time (?:of (?:the )?day )?(?:should|do|can|is best|to)\b",
            (
                r"\b(?:empty stomach|full stomach|with food|without food|before (?:food|meals?|eating|breakfast|bed|"
                r"a workout|gym|work)|after (?:food|meals?|eating|dinner))\b(?=[^.]{0,60}\?|.{0,40}$)(?=.{0,80}|.*)"
            ),
            r"\b(?:morning or (?:night|evening)|day or night|with or without food|before or after)\b",
            r"\b(?:tolerance|t)[ -]?breaks?\b",
            (
                r"\b(?:how (?:do|can|to|should)|ways? to|best way to|help me|trick|tips|"
                r"method)\b[^.?!]{0,25}\b(?:reset|lower|reduce|reverse|drop|avoid (?:building )?|prevent|manage|"
                r"keep)\b[^.?!]{0,20}\btolerance\b"
            ),
            (
                r"\b(?:(?<!the )days? (?:on|off)(?! (?:pills|drugs|opioids|opiates|heroin|oxy\w*|alcohol|work))|on[/ -]off (?:schedule|days)|"
                r"rotat(?:e|ing|ion)(?! (?:shifts?|nights?|days|rota|at|in|through))|cycl(?:e|ing) (?:on|off|it|"
                r"kratom|strains|between|schedule)|alternat(?:e|ing) (?:days|strains))\b"
            ),
            (
                r"\b(?:schedule|regimen|routine|protocol|timetable|rota)\b[^.?!]{0,40}\b(?:take|taking|dosing|"
                r"kratom|7oh|use|daily|taper|for me|weekly|intake)\b"
            ),
            (
                r"\b(?:kratom|7oh|dosing|daily|weekly|taper|intake|use) (?:schedule|regimen|routine|protocol|"
                r"timetable)\b(?! (?:i|ii|1|one|2|iii|iv|v)\b)"
            ),
            r"\b(?:stagger|space (?:out|them|it|my|the|doses)|spread out|spacing (?:of|my|doses|between|out))\b",
        ],
        [
            (
                r"how often (?:does|do|is|are) (?:kratom |7oh |it |these |products? |samples? |labels? )+(?:cause|"
                r"contain|show|lead|result|found|contaminat|be|mislabel|involved|reported|wrong)"
            ),
            (
                r"how (?:long|soon|often)[^.?!]{0,30}(?:surgery|operation|anesthesia|anaesthesia|driv(?:e|ing)|"
                r"breastfe\w+|nurs(?:e|ing)|conceiv\w+|pregnan\w+)"
            ),
            (
                r"\b(?:does|do|did|would) (?:it|food|eating|taking \w+|this)\b[^.?!]{0,20}\b(?:matter|change|affect|"
                r"interact|make a difference)"
            ),
            r"how (?:long|soon)[^.?!]{0,40}(?:detect|show up|tests?\b|clean|effects? (?:start|begin|last))",
            r"\bdea\b|\bschedule \d|\b(?:linger|stay|remain|detect)\w*\b",
            r"\bhow many (?:hours|days|weeks) (?:can|could|may|will|would) (?:it|kratom|7oh|traces?)(?: still)? be (?:found|seen|traced|picked|measured)\b",
            r"schedule (?:i|ii|iii|iv|v|1|2|one|two)\b",
            r"\bscheduled\b|\bto schedule (?:kratom|7oh|it)\b",
            r"\bis (?:that|this|it) why\b|^why\b",
            r"\bon (?:my |his |her |their )?off days\b",
            r"\btolerance breaks? down\b",
            (
                r"\bbetween (?:stopping|quitting|(?:the )?last (?:use|time)|use|exposure|ingestion|taking it|use and)\b[^.?!]{0,20}"
                r"\band (?:the |any |their |your )?(?:\w+ )?(?:symptoms?|onset|effects?|deaths?|withdrawals?|relapse|recovery|"
                r"improvement|detection|tests?|results?)\b"
            ),
            *HAPPENINGS,
            (
                r"how long (?:does|do|will|can|would|did) (?:it|kratom|7oh|the effects?|effects|withdrawals?|"
                r"the high|traces|mitragynine)[^.?!]{0,10} (?:last|stay|take|remain|linger|hang)"
            ),
            *ABOUT_US,
        ],
    ),
    rule(
        "timing",
        Reason.DOSING,
        [
            (
                r"\bhow (?:long|many hours|soon|many hrs)\b[^.?!]{0,25}\b(?:should|do|must|can|to|shall|"
                r"need)\b[^.?!]{0,20}\b(?:wait|space|leave|separate)\b"
            ),
            r"\bhow far apart\b(?! are (?:these|those) two\b)",
            (
                r"\b(?:hours|hrs|time|gap|interval|window) (?:apart|between)\b[^.?!]{0,30}\b(?:dos\w+|kratom|7oh|"
                r"them|the two|taking|my|it)\b"
            ),
            r"\bsafe (?:gap|interval|window|wait|spacing|time between)\b",
            (
                r"\b(?:if i|can i|should i)[^.?!]{0,20}(?:wait|take)[^.?!]{0,20}\d+ ?(?:hours?|hrs?|h|minutes?|"
                r"mins?|days?)\b[^.?!]{0,30}\b(?:after|before|between|apart|ok|safe|later)\b"
            ),
        ],
        [
            r"(?:surgery|operation|anesthesia|driv(?:e|ing)|breastfe\w+|pregnan\w+|doctor|\ber\b|hospital|calling|911)",
            *ABOUT_US,
        ],
    ),
    rule(
        "around-a-drug",
        Reason.DOSING,
        [
            r"\b(?:kratom|7oh) (?:when(?=\W*$| (?:can|could|is|should|do|would|may)\b)|at what (?:time|hour)|what time|how (?:many|long) (?:\w+ )?(?:later|after))\b",
            (
                r"\b(?:long|late|enough time) (?:enough )?(?:ago |gone |passed )?(?:for|to (?:take|have|use|drink|try)) "
                r"(?:some |my |more |a )?(?:kratom|7oh|it|another|more)\b"
            ),
            (
                r"\b(?:hours?|hrs?|h) (?:ago|back|earlier)\b[^.?!]{0,12}\b(?:can|could|may|should|ok(?:ay)? (?:for me )?to|"
                r"safe to|good to) (?:i |we )?(?:now )?(?:take|have|use|drink|do|try)\b[^.?!]{0,12}\b(?:kratom|7oh)\b"
            ),
            (
                r"\btoo (?:soon|early)\b[^.?!]{0,12}\b(?:for|to (?:take|have|use|drink|redose|dose))\b[^.?!]{0,20}\b(?:kratom|"
                r"7oh|it|more|another|some)\b"
            ),
            (
                r"\b(?:took|take|taking|had|drank|after|at \d{1,2}|morning|noon|night|evening|yesterday|last)\b[^?]{0,60}"
                r"\b(?:when|what time|by when) (?:is|are|would|will|can|could|should|do|may) (?:it|kratom|7oh|i|we)\b"
                r"[^.?!]{0,20}\b(?:ok|okay|alright|fine|safe|have|take|use|drink)\b"
            ),
        ],
        [
            r"\b(?:when|how long) (?:is|does|will|would) it (?:safe )?(?:to )?(?:stop|last|wear off|go away)\b",
            r"(?:surgery|operation|anesthesia|driv(?:e|ing)|breastfe\w+|pregnan\w+|doctor|\ber\b|hospital|calling|911)",
            r"\b(?:il)?legal\w*\b|\bdetect\w*\b|\bwithdraw\w*\b|\b(?:il)?lawful",
            *ABOUT_US,
        ],
        firm=True,
    ),
    rule(
        "taper",
        Reason.DOSING,
        [
            (
                r"\b(?:how|help|best|fastest|easiest|quickest|way|plan|schedule|guide|steps?|tips|need|want|give|"
                r"make|write|design|create|build|show|calculate|calculator|what|should i|can i|"
                r"can you)\b[^.?!]{0,50}\b(?:taper\w*|wean\w*|step(?:ping)? (?:down|off)|cut(?:ting)? (?:down|back)|"
                r"reduc(?:e|ing) (?:my|the|it|slowly|gradually|kratom|by)|titrat\w+ down|come off (?:it |"
                r"kratom )?slowly)\b"
            ),
            (
                r"\btaper(?:ing)?\b[^.?!]{0,25}\b(?:schedule|plan|calculator|chart|protocol|guide|steps?|method|"
                r"program|regimen|rate|speed|percentage|amounts?|by|off|down|over|for me|week)\b"
            ),
            (
                r"\b(?:by how much|how fast|how quickly|how slow(?:ly)?|what (?:rate|"
                r"percent(?:age)?))\b[^.?!]{0,40}\b(?:taper|cut|reduce|drop|lower|decrease|wean|step down|come off|"
                r"quit)\b"
            ),
            (
                r"\b(?:week by week|day by day|daily|weekly|\d+[ -](?:day|week)) (?:taper|reduction|plan|cut|"
                r"schedule|quit plan|detox plan)\b"
            ),
            r"\b(?:cut|reduce|drop|lower|decrease)\b[^.?!]{0,25}\bby \d+\b",
            r"\breduction (?:schedule|plan|rate|steps?)\b",
        ],
        [
            r"\bwhat (?:is|does|are) (?:a |an )?(?:taper\w*|wean\w*)(?: mean| off)?\??$",
            r"(?:any|are there|is there|was there|what) (?:studies|research|evidence|trials?)",
            (
                r"\b(?:is|are) known\b|\bin (?:studies|research|trials)\b|\b(?:doctors?|clinics?|clinicians?|hospitals?|programs?|rehabs?|cent(?:er|re)s|specialists?|"
                r"prescrib\w+)\b(?![^.?!]{0,20}(?:says|said|told))"
            ),
            r"\bwho (?:can|could|should|will|does)\b|\bhow many people\b|\bget help\b|\bwhile taper\w+",
            r"\bcut(?:ting)? (?:down|back)(?: on)? (?:opioids?|opiates?|alcohol|drinking|oxy\w*|smoking)\b",
            r"\b(?:does|do|is) taper\w+ (?:work|help|better|safer|recommended|necessary|easier)",
            *ABOUT_US,
        ],
    ),
)
