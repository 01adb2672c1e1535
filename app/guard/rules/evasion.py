"""Requests to get around a test, a check or a law. Policy: evasion."""

from __future__ import annotations

from app.answer.record import Reason
from app.guard.rules.facts import LAWFUL
from app.guard.rules.patterns import Rule, any_of, rule

_TEST = any_of(
    r"drug tests? | drug screens?(?:ing)? | drug testing | urine tests? | urine screens? | ua | uas | u\.a\. |"
    r" piss tests? | pee tests? | hair tests? | "
    r"hair follicle | swab tests? | mouth swab | blood tests? | the tests? | my tests? | a tests? | screening |"
    r" a screen | 12[ -]panel | 10[ -]panel | 5[ -]panel | "
    r"probation | parole | p\.?o\.? | drug court | pre[ -]?employment | random tests? | lab tests? | ua test |"
    r" etg | drugs? checks? | dot test | dot physical | screen"
)
_BEAT = any_of(
    r"pass | passing | beat | beating | cheat | cheating | fool | trick | dodge | avoid (?:detection|failing|"
    r"testing positive|getting caught|popping) | "
    r"get around | mask | evade | evading | defeat | adulterate | substitute | fake | outsmart | get past |"
    r" sneak past | get through | come up clean | "
    r"test clean | test negative | come back clean | come out clean | show negative | be clean | get clean |"
    r" clean (?:pee|urine) | fake (?:pee|urine) | synthetic urine | "
    r"detox for | dilute | flush | game | survive | bypass | circumvent | hide from | ace | cleanse | clear it |"
    r" get it out"
)

RULES: tuple[Rule, ...] = (
    rule(
        "test",
        Reason.EVASION,
        [
            rf"\b{_BEAT}\b[^.?!]{{0,50}}\b{_TEST}\b",
            (
                rf"\b{_TEST}\b[^.?!]{{0,60}}\b(?:how (?:do|can|to|should)|what (?:can|do|should)|help|ways?|tips|"
                rf"trick)\b[^.?!]{{0,30}}\b{_BEAT}\b"
            ),
            (
                rf"\b{_TEST}\b.{{0,80}}\b(?:how (?:do|can|should) i|help me|what (?:can|should|do) i|ways? to|tips|"
                rf"any tricks?|need to)\b[^.?!]{{0,25}}\b(?:{_BEAT}|get (?:it|kratom) out|clear it|hide|get clean|"
                rf"be ready|stop it)\b"
            ),
            (
                r"\b(?:will|would|can|could|do|should|might) i (?:still |be able to |definitely |likely |"
                r"probably )?(?:pass|test (?:clean|negative)|be (?:clean|good|ok|okay|fine|safe) (?:for|by|on|"
                r"in time)|get away|come (?:up|back) (?:clean|negative)|be in the clear|piss clean|pee clean)\b"
            ),
            (
                r"\b(?:get|flush|clear|clean|purge|push|cleanse|sweat|remove|rid|"
                r"eliminate)\b[^.?!]{0,25}\b(?:out of|from|of)\b[^.?!]{0,12}\b(?:system|body|urine|pee|hair|blood|"
                r"me)\b[^.?!]{0,40}\b(?:fast\w*|quick\w*|before|by|in time|asap|overnight|test|screen|tomorrow|"
                r"monday|quicker|sooner)?"
            ),
            (
                r"\b(?:how (?:long|soon|many days)|when)\b[^.?!]{0,35}\b(?:until|till|before|"
                r"to)\b[^.?!]{0,20}\b(?:test clean|be clean|pass|test negative|piss clean|pee clean|im clean|"
                r"i am clean|clean for)\b"
            ),
            r"\b(?:drink|take|eat|do|try)\b[^.?!]{0,12}\bto pass\b",
            (
                r"\b(?:do|does|will|would|can) (?!kratom|7oh|mitragynine|it\b|they\b|the\b|your\b|my\b|our\b|dialysis|charcoal|activated|"
                r"doctors|hospitals)(?:\w+ ){1,3}(?:work|help) (?:to |with |for |at )?(?:clean|flush|clear|remov|get rid|get|detox|mask|"
                r"push|speed)\w* (?:\w+ ){0,3}?(?:kratom|7oh|mitragynine|it)\b(?!.*\b(?:withdraw|overdos|poison)\w*)"
            ),
            (
                r"\b(?:how (?:do|can|to|could|should|would)|ways? (?:to|people)|what helps|tricks? to)\b[^.?!]{0,40}\b(?:come (?:up|"
                r"back|out) (?:negative|clean)|test(?:ing)? (?:negative|clean)|show (?:up )?(?:negative|clean))\b"
            ),
            r"\b(?:parole|probation|drug court|po)\b.{0,60}\bget clean\b",
            (
                r"\b(?:when|how (?:long|many days|soon|early|far))\b[^.?!]{0,40}\b(?:stop|"
                r"quit)\b[^.?!]{0,30}\b(?:before|ahead of|prior to)\b[^.?!]{0,20}\b(?:test|screen|ua|urine)\b"
            ),
            r"\b(?:fake|synthetic|clean|someone elses|powdered) (?:pee|urine|piss)\b",
            (
                r"\btemp(?:erature)? strips?\b[^.?!]{0,30}\b(?:know|catch|tell|fool\w*|beat|pass\w*|notice|read)\b|"
                r"\b(?:pass|passes|fool|fools|beat|beats|trick|heat|warm)\b[^.?!]{0,30}\btemp(?:erature)? strips?\b|"
                r"\bits synthetic\b|\bsynthetic\b[^.?!]{0,15}\b(?:pass|passes|get (?:through|past)|for my test|at the lab)\b"
            ),
            r"\b(?:detox|cleanse|flush) (?:drinks?|kits?|pills?|shampoo)\b",
            (
                r"\b(?:beat|fool|cheat|pass|dodge|evade|avoid detection|undetect\w*|slip (?:by|past)|"
                r"not (?:get caught|show up|be detected))\b[^.?!]{0,40}\b(?:test|testing|screen|urine|probation|"
                r"parole|po\b|drug court|employer|court|navy|army|military|sniffer)\b"
            ),
            (
                r"\b(?:cleans|clears|speeds? up|accelerate|faster)\b[^.?!]{0,30}\b(?:system|clearance|elimination|"
                r"metaboli[sz]e it|urine)\b[^.?!]{0,30}\b(?:test|screen|before|fast|quick)\b"
            ),
        ],
        [
            (
                r"\b(?:does|do|will|would|can|could|is|are) (?:a |an |the |standard |routine |normal |most |my |"
                r"kratom |7oh |it )*(?:show|shows|detect|detects|test|tests|screen|screens|panel|cause|trigger|"
                r"pick)\b(?![^.?!]{0,40}\b(?:how|so i|avoid)\b)"
            ),
            (
                r"\b(?:pass|passed|passing) (?:out|away|into|through (?:the )?(?:placenta|breast|milk|body|blood|"
                r"liver)|on|the (?:bill|law|act|senate|house|blood))\b"
            ),
            r"\b(?:false positives?|fail (?:a|my|the) (?:drug )?test because)\b",
            r"\b(?:blood|liver|lab|genetic|allergy|pregnancy) tests?\b(?! (?:for kratom|tomorrow|how))",
            *LAWFUL,
            r"why (?:do|dont|wont|cant) you",
        ],
    ),
    rule(
        "law",
        Reason.EVASION,
        [
            (
                r"\b(?:smuggl\w+|sneak\w*|slip|hide|conceal|stash|disguise|relabel|mislabel|label it as|get (?:it|"
                r"kratom|7oh) (?:through|past|into|across)|bring (?:it|kratom|7oh) (?:in|into|across|through)|"
                r"carry (?:it|kratom) (?:through|past|across))\b[^.?!]{0,50}\b(?:customs|tsa|airport|border|"
                r"security|police|cops|k9|dogs?|jail|prison|inspection|plane|checkpoint|state line|banned state|"
                r"country)\b"
            ),
            (
                r"\b(?:get around|bypass|circumvent|evade|dodge|avoid|loophole|skirt|workaround|"
                r"ways? around)\b[^.?!]{0,40}\b(?:ban|law|laws|customs|the (?:state|age|import)|age (?:limit|check|"
                r"verification|restriction)|regulations?|police|cops|tsa|import alert|scheduling|arrest|charges?|"
                r"caught)\b"
            ),
            (
                r"\b(?:fake id|without (?:an? )?id|not get caught|without getting caught|avoid getting caught|"
                r"get away with|undetected|under the radar|so (?:the )?(?:police|cops|customs|tsa))\b"
            ),
            (
                r"\b(?:how (?:do|can|to|should|would)|best way|ways? to|trick|tips|without)\b[^.?!]{0,30}\b(?:fly|travel|"
                r"drive|take|bring|carry|get|move|transport|ship|mail|send)\b[^.?!]{0,40}\b(?:where (?:its|it is|kratom "
                r"is|they) (?:illegal|banned|not allowed|ban\w*)|(?:a )?(?:banned|illegal|ban) (?:state|country)|"
                r"past (?:the )?(?:customs|security|border))\b"
            ),
            (
                r"\b(?:what|how)\b[^.?!]{0,30}\b(?:tell|say to|lie to|declare to)\b[^.?!]{0,20}\b(?:customs|police|"
                r"cops|tsa|border|judge|probation|po)\b"
            ),
        ],
        [
            r"why (?:do|dont|wont|cant) you",
            r"\b(?:penalt\w+|what happens if|punish\w*|fine|jail time)\b[^.?!]{0,40}\bcaught",
            r"\b(?:if|after) (?:i|you|someone|people)(?: am| are| is| get| gets)? caught\b",
        ],
    ),
)
