"""Requests for a verdict on a number without a unit, on somebody's intake, and for a number by another road. Policy: dosing."""

from __future__ import annotations

from app.answer.record import Reason
from app.guard.rules.dosing_words import ABOUT_US, SCIENTIFIC_DOSE
from app.guard.rules.patterns import GAP, NUMBER, UNIT, Rule, any_of, rule

_COUNT = (
    r"(?:\d{1,3}(?:\.\d+)?|"
    + any_of(
        r"one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | thirteen | fourteen |"
        r" fifteen | sixteen | eighteen | twenty | thirty | forty | fifty"
    )
    + r"(?: and a half)?)"
)
_HAS = any_of(
    r"swears? by | sworn by | swore(?: by)? | takes? | took | taking | does | doing | uses | using | had | having | has | ate | eats |"
    r" drinks? | drank | says? | said | sticks? (?:to|with|around) | goes? (?:with|for|through|up to) | is on | are on | im on |"
    r" am on | up to | likes? | pops? | popped | downs? | i do | recommends? | told me | suggests?"
)
_ABOUT = (
    r"(?:(?:about|around|like|only|just|maybe|at (?:least|most)|no more than|(?:anything |never )?(?:under|over|below|above|"
    r"more than|less than)|up to) )?"
)
_THE_NUMBER = (
    rf"{_COUNT}(?: (?:{UNIT}|of them|of those|of these))?"
    r"(?:,? (?:a|per|each|every|in a) (?:day|night|morning|week|shift|sitting)|,? daily|,? at (?:once|a time)|,? twice a day|"
    r" times a day)?"
)
_JUDGE = any_of(
    r"too (?:much|many|high|low|little) | a lot | about right | right | normal | ok(?:ay)? | reasonable | sensible | fine |"
    r" typical | usual | excessive | overdoing it | overkill | too (?:careful|cautious|greedy|strict) | crazy(?: high)? | safe | enough | standard | average | alright | all right"
)
_LIKE_THAT = (
    rf"(?:is|was|does|do|would|isnt) (?:that|it|this|he|she|they)(?: (?:sound|seem|look|be|being|really|about|just|"
    rf"like|a|the))* {_JUDGE}\b|\bsounds? (?:about )?{_JUDGE}\b|\b{_JUDGE}(?:,? (?:right|no|yes|or no|yeah))?\s*\?*$|"
    r"\b(?:do|would|should|could|can|may) i (?:\w+ )?(?:do|match|try|copy|take|go with|follow|have) (?:that|him|her|them|the same|it)\b|"
    r"\b(?:would|do) you agree\b|\b(?:is|are) (?:he|she|they) (?:right|correct)\b|, (?:true|correct|agree|accurate|legit|thoughts)\W*$"
)

CONVERSION = rule(
    "conversion",
    Reason.DOSING,
    [
        rf"\bwhat(?:s| is| are| would be) \d[\d.,]* ?{UNIT} (?:of )?\w+ (?:in|as|to) (?:kratom|7oh|leaf|powder|tea|capsules)\b",
        (
            rf"\b(?:what|whats|how much|how many|which)\b{GAP}{{0,25}}\b\d[\d.,]* ?{UNIT}\b{GAP}{{0,40}}\b(?:be|is|are|equals?|"
            r"equivalent|same|translate|come out|comes|correspond\w*|match|work out|converted?)\b(?: \w+){0,3}? (?:in|to|as|of|into) "
            r"(?:\w+ )?(?:kratom|7oh|leaf|leaves|powder|capsules?|caps|tea|extract|spoons?|grams?|mg)\b"
        ),
        (
            rf"\b(?:equals?|equivalent (?:to|of|for)|same (?:strength |effect )?as|as strong as|replace|replaces|instead of|swap)\b"
            rf"{GAP}{{0,12}}\b(?:\d[\d.,]*|one|two|three|four|five|six|a) ?(?:mgs?|milligrams?|mcg)\b{GAP}{{0,40}}\?*$"
        ),
        (
            r"\b(?:(?:tea|table)?spoons?|tsps?|tbsps?|scoops?|cap(?:sule)?s?|grams?|ounces?|oz|mgs?)[- ](?:to|into|per|vs)[- ]"
            r"(?:(?:tea|table)?spoons?|tsps?|tbsps?|scoops?|cap(?:sule)?s?|grams?|ounces?|oz|mgs?)[- ]"
            r"(?:conver\w+|chart|ratio|table|equivalen\w+)\b"
        ),
    ],
    [
        *ABOUT_US,
        r"\bwhat (?:is|are) the (?:risks?|dangers?|side effects?)\b",
        r"\b(?:fda|approved|legal\w*|interact\w*)\b",
    ],
    firm=True,
)
"""What another drug's amount would be in kratom: judged with that amount left in."""

RULES: tuple[Rule, ...] = (
    rule(
        "number-judged",
        Reason.DOSING,
        [
            rf"\b{_HAS} (?:kratom,? |7oh,? |it,? )?{_ABOUT}{_THE_NUMBER}(?=,|\.|;| (?:is|was|does|sounds?|so|too|before|after|now|and|"
            rf"yesterday|today|last)\b|\s*$|\s*\?).{{0,60}}?(?:{_LIKE_THAT})",
            (
                rf"\b(?:is|was) (?:it|that) (?:\w+ )?{_JUDGE} (?:that|if|for|to|when)\b{GAP}{{0,50}}\b(?:takes?|taking|took|goes through|"
                rf"going through|go through|uses?|using|drinks?|drinking|eats?|finish\w*|on|does|do|have|having)\b"
                rf"{GAP}{{0,12}}\b{NUMBER} ?(?:{UNIT}|a day|per day|daily|every day)\b"
            ),
            rf"^(?:so |and |or |ok |about |like |what about |how about )*{_THE_NUMBER},? (?:is|does|would|sounds?)\b.{{0,20}}\b{_JUDGE}\W*$",
        ],
        [
            *SCIENTIFIC_DOSE,
            *ABOUT_US,
            rf"\b{_COUNT} (?:years?|months?|weeks?|days?|hours?|people|states?|studies|kids|children|reasons?|medications?|meds|"
            r"drugs|tests?|percent|types?|kinds?|strains?|alkaloids?)\b",
            r"\bseizures?\b|\b(?:il)?legal\w*\b|\bdrug tests?\b|\b(?:is it|that) true\b.{0,20}\bstud",
        ],
        firm=True,
    ),
    rule(
        "least-amount",
        Reason.DOSING,
        [
            (
                r"\bhow little (?:of (?:it|kratom|7oh) )?(?:avoids?|works?|does|do (?:i|you|people)|can|could|should|will|would|gets?|"
                r"gives?|before|until|causes?|to take|counts|is (?:ok|okay|safe|enough|needed|too))\b"
            ),
            (
                r"\bhow (?:big|large|small|heavy) (?:is|are|was|were|should) (?:the|a|an|their|my|your|each|one) (?:\w+ ){0,2}?(?:portions?|"
                r"servings?|dos(?:e|es)|helpings?|spoonfuls?|scoops?|cups?)\b(?! (?:of (?:people|users|those|them|adults)|doing|who|that)\b)"
            ),
            (
                r"^(?!(?:what|how|why|who|when|where|which|does|do|is|are|can|could|should|will|would)\b)[^.?!]{0,60}\b(?:people|beginners?|"
                r"users?|adults?|newbies|folks|everyone|timers?)\b[^.?!]{0,30}\b(?:(?:after|by|before|when) (?:taking|drinking)|takes?|needs?|"
                r"(?:start|begin)s? with)(?: about| around)?[\s.…_]*$"
            ),
            (
                r"\bis there (?:an?|any|some) (?:\w+ )?(?:amount|number|quantity|dose|serving)(?: of (?:it|kratom|7oh))? "
                r"(?:that|which|where|i|you|one|people|she|he|below|under)\b(?! (?:is|are) (?:known|shown|proven|reported|found))"
            ),
            (
                r"\bhow much (?:kratom |7oh |mitragynine |of it )?(?:was|is|were|goes|did they put) in (?:the|each|one|a|their|every) "
                r"(?:\w+ ){0,3}?(?:trial|study|placebo)s? (?:\w+ )?(?:capsules?|tablets?|drinks?|tea|pills?|cups?|shots?)\b"
            ),
            (
                r"\bhow much (?:kratom|7oh|mitragynine|of it|tea|extract|powder) (?:can|could|will|would|does|do) (?:my|your|the|a|his|her|"
                r"our) (?:\w+ )?(?:liver|body|system|kidneys?|heart|stomach|metabolism|weight|brain|mom|mum|dad|wife|husband|"
                r"friend|person|adult|beginner|dog)\b"
            ),
        ],
        [*ABOUT_US, r"\bdepend\w* on\b|\bbefore it (?:is|becomes) (?:il)?legal\b"],
        firm=True,
    ),
    CONVERSION,
    rule(
        "filled-in",
        Reason.DOSING,
        [
            (
                r"\b(?:fill in|fill out|complete|populate|finish|draft|make)\b[^.?!]{0,25}\b(?:table|chart|form|list|matrix|columns?|"
                r"cells|spreadsheet|worksheet|flash ?cards?)\b[^.?!]{0,40}\b(?:dos(?:e|es|age|ages|ing)|amounts?|servings?|grams)\b"
            ),
            (
                r"\b(?:typical|usual|common|normal|average|standard|recommended|right|correct|starting|stimulant|sedating|sedative)"
                r" (?:\w+ )?(?:dose|dosage|amount|serving)(?: of \w+)?(?: for \w+| in \w+)? (?:is|are|would be|equals)\W*"
                r"(?:answer|complete|finish|fill in|$)"
            ),
        ],
        [*ABOUT_US],
        firm=True,
    ),
    rule(
        "when-it",
        Reason.DOSING,
        [
            r"^(?:so |and |then |ok |but )*(?:whats|what is|whats|what would) (?:be )?(?:the|a|a good|a safe) (?:gap|wait|interval|spacing|"
            r"ratio|max|minimum|maximum)\W*$",
            r"\bhow (?:long|soon|many hours|many days) (?:till|until|before) (?:kratom|7oh|it|more|another)(?: is|s| would be| becomes)? "
            r"(?:fine|ok|okay|safe|alright|all right)\b(?! to (?:drive|work|stop|quit|breast\w*|nurse|operate))",
            (
                rf"\b(?:how|when|what|should|could|can|point|worth|ok|okay|plan|time)\b[^.?!]{{0,30}}\b(?:go|going|get|getting|move|moving|"
                rf"drop\w*|jump\w*|bump\w*|come|coming|climb\w*) (?:down |up |back )?(?:from {_COUNT}(?: {UNIT})?(?: a day| per day)? )?to "
                rf"(?:{_COUNT}|zero|nothing|none)(?: {UNIT})?(?: a day| per day| daily| now| instead| then| tomorrow| next week)?\W*$"
            ),
            r"^(?:so |and |then |ok |but )*(?:when|what time|at what time|by when)(?: is| for| comes| do i take| goes)? (?:the |my |some )?"
            r"(?:kratom|7oh)\W*$",
            r"\bwhen should (?:the|my) (?:last|first|next|second|final) (?:one|dose|cup|serving|capsule|lot)\b",
        ],
        [*ABOUT_US],
        firm=True,
    ),
)
