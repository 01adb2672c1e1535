"""Requests for an amount by another road: from a study or label, from other people, as a bare number or a blank. Policy: dosing."""

from __future__ import annotations

from app.answer.record import Reason
from app.guard.rules.dosing_words import (
    ABOUT_US,
    LAW_LIMIT,
    STUDIED,
)
from app.guard.rules.facts import (
    DOSE_SCIENCE,
    LAW_SETS,
    METAL_LEVELS,
    TOO_MUCH_HAPPENS,
)
from app.guard.rules.patterns import GAP, NUMBER, UNIT, Rule, rule

RULES: tuple[Rule, ...] = (
    rule(
        "from-elsewhere",
        Reason.DOSING,
        [
            (
                rf"\b(?:what|which|how much|how many|whats)\b{GAP}{{0,50}}\b{STUDIED}\b{GAP}{{0,30}}\b(?:give|gave|"
                rf"given|use|used|get|got|receive|received|administer\w*|take|took|taken|dosed|dose|say|says|said|"
                rf"recommend\w*|suggest\w*|advise\w*|swear by|report taking)\b"
            ),
            (
                rf"\b(?:what|which|whats)\b{GAP}{{0,20}}\b(?:dos\w+|amounts?|grams|mg|milligrams|"
                rf"serving)\b{GAP}{{0,50}}\b{STUDIED}\b"
            ),
            (
                rf"\b(?:read|repeat|copy|quote|summari[sz]e|tell me|share|show)\b{GAP}{{0,40}}\b(?:label|dosing|"
                rf"dosage|serving|directions|suggested use|amounts?)\b{GAP}{{0,30}}"
            ),
            r"\b(?:suggested|recommended|label(?:led)?) (?:use|serving|serving size|intake|daily)\b",
            (
                rf"\b(?:people|users|everyone|folks|they|most (?:people|users)|veterans|regulars|"
                rf"redditors)\b{GAP}{{0,12}}\b(?:usually|typically|normally|generally|commonly|online|"
                rf"on average)\b{GAP}{{0,15}}\b(?:take|use|dose|start|recommend|suggest)\b{GAP}{{0,20}}(?:\?|$)"
            ),
        ],
        [
            (
                r"what did (?:the|that|this) (?:\w+ )?(?:study|trial|researchers|paper) (?:find|show|report|"
                r"conclude|say about|look|measure|test)"
            ),
            (
                r"(?:find|found|conclude|show|result|happen(?:ed)?|effect|know|evidence|symptom|side effect|"
                r"risks?)\b(?![^.?!]{0,30}(?:dos|amount|gram|give|gave))"
            ),
            r"why (?:do|did|would|are) (?:people|users)",
            r"\bhalf[ -]li(?:fe|ves)\b|\bhow much (?:weight|trust|faith|credence|stock)\b",
            r"\b(?:give|gave|given|administer\w*) (?:themselves|itself)\b",
            r"\b(?:contain|contains|match|matches|hold|have in (?:it|them)|are what|is what|same as)\b[^.?!]{0,20}\blabels?\b",
            r"\bby law\b|\bhave to (?:say|state|list|show)\b|\brequired to\b|\b(?:is|are) (?:\w+ ){0,4}regulated\b",
            (
                r"^how (?:do|does|did) (?:most |some )?(?:people|users|americans) (?:\w+ly )?(?:use|take|"
                r"consume) (?:kratom|7oh|it)\s*\??$"
            ),
            r"(?:reasons?|conditions?|what for|forms?|alongside|together with)\b",
            (
                r"\b(?:labels?|package|bottle|website|vendors?|brands?|manufacturer) (?:\w+ )?(?:accurate|honest|"
                r"reliable|required|lie|trust\w*|warn\w*|mislead\w*|true)"
            ),
            (
                r"\bwhat (?:do|does|did) (?:\w+ ){0,3}(?:say|says|said) about\b(?![^.?!]{0,30}(?:dos|amount|"
                r"how much|gram|serving))"
            ),
            *TOO_MUCH_HAPPENS,
            *DOSE_SCIENCE,
            *LAW_SETS,
            (
                r"^(?!.*\b(?:dos\w+|amounts?|how (?:much|many|often)|grams?|mg|servings?)\b).*\bwhat (?:do|does) (?:the )?(?:studies|"
                r"research|evidence|science|trials) (?:say|show|suggest|find|tell us)\b"
            ),
            *ABOUT_US,
        ],
    ),
    rule(
        "others-amounts",
        Reason.DOSING,
        [
            (
                r"\bwhat(?:s| is| are| was| were| do| does| did)? (?:everyones?|everybodys?|yall|you guys|you all|people|folks|"
                r"others|regulars|most (?:people|users|of you)|the rest of you|guys|veterans)\b[^.?!]{0,20}\b(?:on|at|doing|"
                r"taking|using|daily|dose|doses|dosage|running|per day|a day|these days|start(?:ed|ing)?(?: (?:at|on|with|"
                r"out))?)\b\s*(?:per day|a day|here|then|now|currently|these days|daily|at|on|with|out|out with|with it)?"
                r"\s*[?.!]*$"
            ),
            (
                r"\b(?:friend|buddy|mate|coworker|gf|bf|girlfriend|boyfriend|wife|husband|brother|sister|roommate|cousin|"
                r"uncle|guy|neighbou?r)s (?:\w+ )?(?:amount|dose|intake|dosage|daily)\b[^.?!]{0,20}\b(?:normal|ok|okay|a lot|"
                r"safe|too (?:much|high)|typical|high|right|average|fine)\b"
            ),
            (
                rf"\b{NUMBER}\s?{UNIT}\b[^.?!]{{0,20}}\b(?:is|are|was|as)\b[^.?!]{{0,12}}\b(?:a lot|too (?:much|many)|nothing|"
                r"plenty|enough|normal|weak|fine|safe)\b.{0,60}\b(?:who (?:wins|is right|s right)|whos right|agree|am i right|"
                r"is (?:he|she|that) right|true|correct)\b"
            ),
            r"\b(?:tell|give|show) me how (?:much|many|often)\s*[.?!]*$",
            (
                r"\bwhat (?:were|was|did) (?:they|(?:the )?(?:volunteers|participants|patients|subjects|rats|mice|men|women|test "
                r"group)) (?:actually |each )?(?:given|administered|receiv\w+|fed|injected with)\s*[?.!]*$"
            ),
            (
                r"\b(?:do|will|would|should) i need (?:a bit |a little |way |much )?(?:more|less|a bigger|a higher|a larger|"
                r"extra)\b(?! (?:help|information|info|sleep|support|treatment|tests?|time|evidence|naloxone|narcan|medical|"
                r"care|water|than one|blood|doctors?))"
            ),
        ],
        [
            *ABOUT_US,
            r"\b(?:opinions?|thoughts?|think|views?|experiences?|feel|reasons?|why|for what|what for|medications?|meds)\b",
        ],
        firm=True,
    ),
    rule(
        "number-wanted",
        Reason.DOSING,
        [
            (
                r"\b(?:just|only|give me|tell me|say|need|want|reply with|answer with|respond with|output|"
                r"print)\b[^.?!]{0,25}\b(?:a |the |one |single |rough |exact |ballpark )*(?:number|figure|digits?|"
                r"range|ballpark|numeric value|integer)\b(?=.{0,120}(?:kratom|7oh|take|dose|gram|capsule|safe|"
                r"amount|powder)|.{0,30}$)"
            ),
            r"\b(?:kratom|7oh|dose|take|grams?|capsules?|amount)\b.{0,80}"
            r"\b(?:(?:just|only) the number|one number|a number between|ballpark|in grams|numeric)\b",
            r"\b(?:exact|specific|precise|certain|right) (?:number|amount|quantity) of\b",
            r"\b(?:kratom|7oh)\b[^?!]{0,60}\b(?:what|which) (?:figure|number|quantity)\W*$",
            (
                rf"\b(?:fill in the blanks?|complete (?:the|this) (?:sentence|text)|finish (?:the|this|my) sentence|"
                rf"continue(?: the (?:text|story|sentence))?)\b.{{0,120}}\b(?:take|dose|grams?|{UNIT}|amount|"
                rf"start with)\b"
            ),
            (
                r"\b(?:take|takes|start with|begin with|use|drink|eat|is|about|swallow|mix)\s"
                r"(?:about |around |exactly |only |at most |up to )?"
                r"(?:_+|\.\.\.|…|\[[^\]]{0,20}\]|\{[^}]{0,20}\}|<[^>]{0,20}>|x|xx|n|blank)\s?"
                rf"(?:{UNIT}\b|$|\.)"
            ),
            r"_{2,}\s?(?:g|grams?|mg|capsules?|teaspoons?|tsp|pills?|spoons?|times)\b",
            r"\b(?:the|an|your) (?:amounts?|doses?|dosages?|numbers?|figures?)(?: (?:please|now|then|pls))+[?.!]*$",
            r"\b(?:warmer|colder|hotter|higher or lower|hot or cold|am i close|getting close)\b",
            (
                r"\b(?:amount|dose|number|quantity|grams?)\b[^.?!]{0,40}\b(?:not to exceed|never exceed|should (?:i|"
                r"you|one|people|a beginner) (?:not|never) (?:take|exceed|go)|to avoid)\b"
            ),
            (
                r"\b(?:what|which|how much|how many)\b[^.?!]{0,40}\b(?:shouldnt|should not|should never|must not|"
                r"not to|dont|never)\b[^.?!]{0,12}\b(?:take|exceed|go (?:over|above|past|beyond)|surpass|use|"
                r"start)\b(?=[^.?!]{0,30}(?:more|over|than|$|\?|kratom|first|it|in one))"
            ),
            (
                r"\b(?:most|least|maximum|minimum|max|fewest) (?:kratom |amount |grams |capsules |that |"
                r"number )*(?:i|you|we|one|people|anyone|someone|a person|a beginner|a newbie)\s(?:can|could|should|"
                r"may|might|would|need)\b"
            ),
            (
                r"\b(?:limit|cap|ceiling|cutoff|cut off|upper bound) (?:for|on|of|to|per|is|"
                r"be)\b[^.?!]{0,40}\b(?:kratom|7oh|take|day|dose|daily|intake|per day|use)\b"
            ),
            r"\bdaily (?:limit|max|maximum|cap|allowance|intake)\b",
            (
                r"\bsafe (?:limit|level|levels|range|amount|upper limit|threshold|ceiling|quantity)\b(?! of (?:lead|"
                r"metals?|heavy|salmonella|arsenic|nickel))"
            ),
            r"\b(?:start|begin) (?:low|small|slow|with (?:one|a|half|\d|two|what|how))\b(?=.{0,60}(?:\?|what|how))",
        ],
        [
            *LAW_SETS,
            *ABOUT_US,
            LAW_LIMIT,
            METAL_LEVELS,
            r"\bwhat (?:can|cant|does|doesnt|do|did) (?:that|this|the|those) (?:number|figure)s? (?:tell|mean|show|say|stand)",
            (
                r"\bbreath\w*\b|\bceiling (?:effect|on how)|phone number|hotline|number (?:to call|for)|case number|"
                r"number of (?:people|deaths|users|states|calls|studies)"
            ),
        ],
    ),
)
