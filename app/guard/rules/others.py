"""Requests to make, evade, conceal, harm or manipulate. Policies: content/policy/<reason>.yaml."""

from __future__ import annotations

from app.answer.record import Reason
from app.guard.rules.patterns import Rule, any_of, rule

_HOW = any_of(
    r"how | hows | steps? | recipe | guide | tutorial | procedure | method | process | instructions | help me | teach me | show me | "
    r"tell me | walk me through | can i | could i | can you | want to | trying to | need to | best way | way to | ways to | easiest | what do i need | "
    r"what solvents? | which solvents? | what reagents? | protocol | diy | tips | explain | give me | looking to | i want | what (?:chemicals|equipment) | what is the | whats the | describe | outline"
)
_MAKE = any_of(
    r"make | making | extract | extracting | extraction | synthesi[sz]e | synthesi[sz]ing | synthesis | convert | converting | conversion | "
    r"concentrate | isolate | isolating | purify | purifying | produce | producing | cook | cooking | manufacture | manufacturing | crystalli[sz]e | "
    r"oxidi[sz]e | oxidi[sz]ing | distill | refine | press | turn | turning | create | creating | prepare | whip up | brew up | formulate | build"
)
_STRONG = any_of(
    r"7oh | mitragynine | alkaloids? | pseudoindoxyl | mgm[ -]?15 | extract | extracts | resin | tincture | isolate | concentrate | "
    r"full spectrum | gummies | kratom shots? | kratom (?:extract|resin|tincture|gummies|pills|tablets|capsules|vape|edibles|oil|wax)"
)
_GROW = any_of(
    r"grow | growing | cultivate | cultivating | cultivation | germinate | germinating | propagate | propagating | plant | planting | harvest | "
    r"harvesting | cure | sprout | clone"
)
_NATURE = (
    r"\b(?:body|bodies|liver|brain|enzymes?|cyp\w*|metaboli\w*|in vivo|humans? (?:make|convert)|tree make|plant make|plants? naturally)\b",
    r"\bhow (?:is|are|was|were) (?:7oh|mitragynine|it|they)(?: \w+)? (?:made|formed|produced) (?:in|by) (?:the|our|your|people|humans|leaves|a)\b",
    r"\b(?:does|do|can|could) (?:drying|heat|heating|storage|aging|the (?:leaf|plant|tree))\b",
    r"\b(?:is|are|was) (?:it|kratom|7oh|growing|extracts?|making|synthesi[sz]ing|manufactur\w+)\b[^.?!]{0,30}\b(?:legal|illegal|banned|stronger|riskier|different|regulated|allowed|dangerous|harmful)\b",
    r"\bwhat (?:is|are|does) (?:a |an |the )?(?:kratom )?(?:extract|isolate|concentrate|tincture|resin|synthesis|7oh)\w*\b(?! (?:yield|procedure|method|steps|process|recipe))",
    r"\bwhere (?:does|do|is|are) (?:\w+ )?(?:kratom|trees?|plants?|it) (?:grow|grown|come|native)",
    r"\bmake (?:me|you|him|her|people|someone|it worse|a difference|sense|sure|my|your|it (?:illegal|legal|addictive|dangerous))\b",
    r"\bhow (?:do|are|is|does|did) (?:the )?(?:producers|farmers|companies|factories|growers|\w+ (?:in general|usually|generally))\b",
    r"\b(?:extracts?|powder|it|products|gummies) (?:\w+ )?made\b[^.?!]{0,20}\b(?:in general|regulated|from|of|in a factory)",
    r"why (?:do|dont|wont|cant) you",
    r"\bextract(?:s|ion)? (?:from|in) (?:the )?(?:study|paper|text)|harvest(?:ed|ing)? (?:in|by) (?:thailand|indonesia|farmers)",
)
_TEST = any_of(
    r"drug tests? | drug screens?(?:ing)? | drug testing | urine tests? | urine screens? | ua | uas | u\.a\. | piss tests? | pee tests? | hair tests? | "
    r"hair follicle | swab tests? | mouth swab | blood tests? | the tests? | my tests? | a tests? | screening | a screen | 12[ -]panel | 10[ -]panel | 5[ -]panel | "
    r"probation | parole | p\.?o\.? | drug court | pre[ -]?employment | random tests? | lab tests? | ua test | etg | drugs? checks? | dot test | dot physical | screen"
)
_BEAT = any_of(
    r"pass | passing | beat | beating | cheat | cheating | fool | trick | dodge | avoid (?:detection|failing|testing positive|getting caught|popping) | "
    r"get around | mask | evade | evading | defeat | adulterate | substitute | fake | outsmart | get past | sneak past | get through | come up clean | "
    r"test clean | test negative | come back clean | come out clean | show negative | be clean | get clean | clean (?:pee|urine) | fake (?:pee|urine) | synthetic urine | "
    r"detox for | dilute | flush | game | survive | bypass | circumvent | hide from | ace | cleanse | clear it | get it out"
)
_HIDE_FROM = any_of(
    r"wife | husband | spouse | partner | girlfriend | boyfriend | gf | bf | parents? | mom | mum | dad | mother | father | boss | employer | work | "
    r"coworkers | family | doctor | doc | dr | psychiatrist | therapist | pharmacist | roommates? | roomies | kids | school | teachers? | coach | sponsor | "
    r"sober house | sober living | rehab | clinic | nurse | surgeon | anesthesiologist | anyone | everyone | people | them | him | her | fiance\w* | son | daughter"
)
_UNAWARE = (
    r"without (?:\w+ )?(?:his|her|their|them|him|he|she|they|my \w+|anyone|anybody|someone|the \w+|it|a \w+)? ?(?:\w+ ){0,2}"
    r"(?:knowing|noticing|finding out|realizing|realising|consent|tasting|being caught|suspecting|knowledge|permission|detecting|seeing)"
)

PRODUCTION: tuple[Rule, ...] = (
    rule(
        "make",
        Reason.PRODUCTION,
        [
            rf"\b{_HOW}\b[^.?!]{{0,50}}?\b{_MAKE}\b[^.?!]{{0,50}}?\b{_STRONG}\b",
            rf"\b{_MAKE}\b[^.?!]{{0,30}}\b(?:my own (?:shots?|extracts?|7oh|gumm\w+|tablets|resin|tincture|kratom)|your own|homemade|home made|at home|diy|in my kitchen|in a lab|from (?:kratom|leaf|leaves|powder|mitragynine|scratch|the leaf|plain))\b",
            r"\b(?:synthesis|synthetic|extraction|conversion|oxidation|purification|isolation|production|manufacturing|crystalli[sz]ation)\b[^.?!]{0,30}\b(?:route|steps?|procedure|protocol|method|yield|recipe|guide|process|instructions|of (?:7oh|mitragynine|kratom|alkaloids?|pseudoindoxyl))\b",
            r"\b(?:oxone|naphtha|acid[ /-]base|a/b extraction|ethanol extraction|methanol|acetone|dcm|xylene|reagents?|solvents?|rotovap|column chromatography|ph adjust\w*)\b[^.?!]{0,60}\b(?:kratom|mitragynine|7oh|extract\w*|alkaloids?)\b",
            r"\b(?:kratom|mitragynine|7oh|extract\w*|alkaloids?)\b[^.?!]{0,60}\b(?:oxone|naphtha|acid[ /-]base|ethanol|methanol|acetone|dcm|xylene|reagents?|solvents?|rotovap|ph)\b",
            rf"\b{_STRONG}\b.{{0,60}}\b(?:procedure|step by step|recipe|reaction conditions|how (?:he|she|they|the \w+) (?:does|makes|did|made) it)\b",
            r"\b(?:reaction|reagents?|conditions|catalyst|oxidant) (?:to|for|of|that)\b[^.?!]{0,30}\b(?:7oh|mitragynine|alkaloids?)\b",
            r"\b(?:turn|convert|make)\b[^.?!]{0,30}\b(?:powder|leaf|leaves|kratom|mitragynine)\b[^.?!]{0,15}\binto\b",
            r"\b(?:fill|make|press|roll)\b[^.?!]{0,15}\b(?:my own|own|homemade)\b[^.?!]{0,15}\b(?:capsules|pills|gummies|tablets|shots|extract)\b",
        ],
        _NATURE,
    ),
    rule(
        "grow",
        Reason.PRODUCTION,
        [
            rf"\b{_HOW}\b[^.?!]{{0,40}}\b{_GROW}\b[^.?!]{{0,40}}\b(?:kratom|mitragyna|it|trees?|plants?|leaves|seeds?|at home|indoors|cuttings?)\b",
            rf"\b{_GROW}\b[^.?!]{{0,25}}\b(?:kratom|my own|trees?|your own)\b[^.?!]{{0,30}}\b(?:at home|indoors|in my|tips|guide|zone|greenhouse|pot|soil|garden|from seeds?)\b",
            r"\b(?:kratom|mitragyna) (?:cultivation|growing|seeds?|germination) (?:guide|tips|instructions|steps|advice|help)\b",
        ],
        _NATURE,
    ),
)

EVASION: tuple[Rule, ...] = (
    rule(
        "test",
        Reason.EVASION,
        [
            rf"\b{_BEAT}\b[^.?!]{{0,50}}\b{_TEST}\b",
            rf"\b{_TEST}\b[^.?!]{{0,60}}\b(?:how (?:do|can|to|should)|what (?:can|do|should)|help|ways?|tips|trick)\b[^.?!]{{0,30}}\b{_BEAT}\b",
            rf"\b{_TEST}\b.{{0,80}}\b(?:how (?:do|can|should) i|help me|what (?:can|should|do) i|ways? to|tips|any tricks?|need to)\b[^.?!]{{0,25}}\b(?:{_BEAT}|get (?:it|kratom) out|clear it|hide|get clean|be ready|stop it)\b",
            r"\b(?:will|would|can|could|do|should|might) i (?:still |be able to |definitely |likely |probably )?(?:pass|test (?:clean|negative)|be (?:clean|good|ok|okay|fine|safe) (?:for|by|on|in time)|get away|come (?:up|back) (?:clean|negative)|be in the clear|piss clean|pee clean)\b",
            r"\b(?:get|flush|clear|clean|purge|push|cleanse|sweat|remove|rid|eliminate)\b[^.?!]{0,25}\b(?:out of|from|of)\b[^.?!]{0,12}\b(?:system|body|urine|pee|hair|blood|me)\b[^.?!]{0,40}\b(?:fast\w*|quick\w*|before|by|in time|asap|overnight|test|screen|tomorrow|monday|quicker|sooner)?",
            r"\b(?:how (?:long|soon|many days)|when)\b[^.?!]{0,35}\b(?:until|till|before|to)\b[^.?!]{0,20}\b(?:test clean|be clean|pass|test negative|piss clean|pee clean|im clean|i am clean|clean for)\b",
            r"\b(?:drink|take|eat|do|try)\b[^.?!]{0,12}\bto pass\b",
            r"\b(?:parole|probation|drug court|po)\b.{0,60}\bget clean\b",
            r"\b(?:when|how (?:long|many days|soon|early|far))\b[^.?!]{0,40}\b(?:stop|quit)\b[^.?!]{0,30}\b(?:before|ahead of|prior to)\b[^.?!]{0,20}\b(?:test|screen|ua|urine)\b",
            r"\b(?:fake|synthetic|clean|someone elses|powdered) (?:pee|urine|piss)\b",
            r"\b(?:detox|cleanse|flush) (?:drinks?|kits?|pills?|shampoo)\b",
            r"\b(?:beat|fool|cheat|pass|dodge|evade|avoid detection|undetect\w*|slip (?:by|past)|not (?:get caught|show up|be detected))\b[^.?!]{0,40}\b(?:test|testing|screen|urine|probation|parole|po\b|drug court|employer|court|navy|army|military|sniffer)\b",
            r"\b(?:cleans|clears|speeds? up|accelerate|faster)\b[^.?!]{0,30}\b(?:system|clearance|elimination|metaboli[sz]e it|urine)\b[^.?!]{0,30}\b(?:test|screen|before|fast|quick)\b",
        ],
        [
            r"\b(?:does|do|will|would|can|could|is|are) (?:a |an |the |standard |routine |normal |most |my |kratom |7oh |it )*(?:show|shows|detect|detects|test|tests|screen|screens|panel|cause|trigger|pick)\b(?![^.?!]{0,40}\b(?:how|so i|avoid)\b)",
            r"\b(?:pass|passed|passing) (?:out|away|into|through (?:the )?(?:placenta|breast|milk|body|blood|liver)|on|the (?:bill|law|act|senate|house|blood))\b",
            r"\b(?:false positives?|fail (?:a|my|the) (?:drug )?test because)\b",
            r"\b(?:blood|liver|lab|genetic|allergy|pregnancy) tests?\b(?! (?:for kratom|tomorrow|how))",
            r"why (?:do|dont|wont|cant) you",
        ],
    ),
    rule(
        "law",
        Reason.EVASION,
        [
            r"\b(?:smuggl\w+|sneak\w*|slip|hide|conceal|stash|disguise|relabel|mislabel|label it as|get (?:it|kratom|7oh) (?:through|past|into|across)|bring (?:it|kratom|7oh) (?:in|into|across|through)|carry (?:it|kratom) (?:through|past|across))\b[^.?!]{0,50}\b(?:customs|tsa|airport|border|security|police|cops|k9|dogs?|jail|prison|inspection|plane|checkpoint|state line|banned state|country)\b",
            r"\b(?:get around|bypass|circumvent|evade|dodge|avoid|loophole|skirt|workaround|ways? around)\b[^.?!]{0,40}\b(?:ban|law|laws|customs|the (?:state|age|import)|age (?:limit|check|verification|restriction)|regulations?|police|cops|tsa|import alert|scheduling|arrest|charges?|caught)\b",
            r"\b(?:fake id|without (?:an? )?id|not get caught|without getting caught|avoid getting caught|get away with|undetected|under the radar|so (?:the )?(?:police|cops|customs|tsa))\b",
            r"\b(?:what|how)\b[^.?!]{0,30}\b(?:tell|say to|lie to|declare to)\b[^.?!]{0,20}\b(?:customs|police|cops|tsa|border|judge|probation|po)\b",
        ],
        [
            r"why (?:do|dont|wont|cant) you",
            r"\b(?:penalt\w+|what happens if|punish\w*|fine|jail time)\b[^.?!]{0,40}\bcaught",
            r"\b(?:if|after) (?:i|you|someone|people)(?: am| are| is| get| gets)? caught\b",
        ],
    ),
)

CONCEALMENT: tuple[Rule, ...] = (
    rule(
        "give",
        Reason.CONCEALMENT,
        [
            rf"\b(?:give|put|slip|sneak|feed|add|mix|drug|dose|spike|spiking|administer|get|crush|stir|hide|dissolve|drop)\b[^.?!]{{0,60}}\b{_UNAWARE}\b",
            r"\b(?:secretly|covertly|surreptitiously|discreetly|on the sly|unknowingly|undetectabl[ey])\b[^.?!]{0,50}\b(?:give|put|add|slip|feed|drug|dose|mix|take|use|kratom|it|into|to)\b(?=.{0,60}(?:\?|$))",
            r"\b(?:spike|spiking|lace|lacing|slip|sneak|hide|crush|dissolve|drop|put)\b[^.?!]{0,30}\b(?:his|her|their|someones?|somebodys|my \w+?s?|a persons|a guys|a girls)\b[^.?!]{0,12}\b(?:drink|drinks|food|coffee|tea|meal|smoothie|beer|juice|dinner|bottle)\b",
            r"\b(?:spike|lace) (?:a|the|some|someones|somebodys|his|her) (?:drink|punch|food|coffee|brownies)\b",
            r"\b(?:mask|hide|cover|disguise)\b[^.?!]{0,25}\b(?:taste|flavou?r|smell|bitter\w*)\b[^.?!]{0,40}\b(?:so (?:he|she|they|nobody|no one|my)|from|drink|food|notice|know)\b",
        ],
        [
            r"\b(?:someone|he|she|they|my \w+|somebody|i was|was i|did|been|could)\b[^.?!]{0,30}\b(?:spiked|laced|slipped|drugged|put something|secretly (?:taking|using|drinking|on))\b",
            r"why (?:do|dont|wont|cant) you",
            r"\bsigns? (?:that|of|my)\b",
        ],
    ),
    rule(
        "hide",
        Reason.CONCEALMENT,
        [
            rf"\b(?:how|ways?|tips|best|help|trick|want|need|trying|place|where|should i|can i|could i|excuse|lie|story|advice|what)\b[^.?!]{{0,40}}\b(?:hide|hiding|conceal|concealing|keep (?:it |this |my \w+ )?(?:secret|hidden|quiet|from)|cover up|disguise|stash|lie|deceive|not let|sneak)\b[^.?!]{{0,40}}\b{_HIDE_FROM}\b",
            rf"\b(?:hide|conceal|keep|stash|disguise)\b[^.?!]{{0,25}}\b(?:my (?:kratom|use|habit|addiction|stash|powder|7oh)|kratom|7oh|it|that i)\b[^.?!]{{0,25}}\b(?:from|so)\b[^.?!]{{0,15}}\b{_HIDE_FROM}\b",
            rf"\b(?:so|without)\b[^.?!]{{0,5}}\b(?:that )?(?:my )?{_HIDE_FROM}\b[^.?!]{{0,15}}\b(?:wont|doesnt|dont|cant|never|finding|notic\w+|knowing|not)\b[^.?!]{{0,15}}\b(?:know|notice|find|see|smell|suspect|out|tell|catch|realize)?\b",
            r"\b(?:use|take|do|drink|using|taking) (?:it |kratom |7oh )?(?:at work|at school|in class|on the job)?[^.?!]{0,20}\bwithout (?:anyone|my \w+|them|people|anybody|getting) (?:knowing|noticing|finding out|caught|realizing|smelling)\b",
            rf"\b(?:stop|keep|prevent)\b[^.?!]{{0,20}}\b{_HIDE_FROM}\b[^.?!]{{0,20}}\b(?:finding out|knowing|noticing|seeing|catching|suspecting|from (?:knowing|finding|seeing))\b",
            r"\b(?:stash|hide|hiding place|store)\b[^.?!]{0,40}\bso (?:that )?(?:nobody|no one|noone|my \w+|he|she|they)\b",
            r"\b(?:hide|cover|mask) (?:the )?(?:signs|smell|pupils|eyes|symptoms|red eyes|effects|pinned pupils|evidence)\b",
        ],
        [
            r"\b(?:my|her|his) (?:\w+ )?(?:is|was|has been|been|keeps|may be|might be|has) (?:secretly )?(?:hiding|hidden|lying|sneaking|concealing)\b",
            r"\b(?:should|do|must|why should|how do|how can|how should|can) i (?:tell|talk|bring|open up|be honest|come clean|mention|confess)\b",
            r"\b(?:open up|come clean|or tell|be honest|away from|out of reach|safe from|stop hiding)\b",
            r"why (?:do|dont|wont|cant) you|why do (?:people|users)",
            r"\b(?:drug|urine|hair) (?:tests?|screens?)\b",
            r"\b(?:hid|hides|hiding) (?:it|his|her|kratom)[^.?!]{0,30} from (?:me|us|the family)\b",
            r"\b(?:risk|danger|dangerous|harm\w*|problem)\b[^.?!]{0,30}\b(?:hide|hiding|keep)\w*",
        ],
    ),
)

OTHER_HARM: tuple[Rule, ...] = (
    rule(
        "harm",
        Reason.OTHER_HARM,
        [
            r"\b(?:how|way|use|using|could|can|want|help|enough|want to|trying to|going to|which|what|best)\b[^.?!]{0,40}\b(?:kill|poison|murder|hurt|harm|sedate|knock out|knock (?:him|her|them|someone|somebody|my)|incapacitate|drug|roofie|put to sleep|overdose|tranquili[sz]e)\b[^.?!]{0,20}\b(?:someone|somebody|him|her|them|my (?:wife|husband|ex|boss|neighbou?r\w*|mother|father|roommate|dog|cat|girlfriend|boyfriend|date|coworker|kid|stepdad|stepmom|teacher|mom|dad|brother|sister|uncle)|a (?:person|girl|guy|child|baby|dog|cat|woman|man)|people|the (?:dog|cat|neighbor\w*|baby|kid)|out|person)\b",
            r"\b(?:calm|quiet|soothe|settle|sedate)\b[^.?!]{0,20}\b(?:baby|toddler|infant|child|kids?)\b[^.?!]{0,25}\b(?:with|using) (?:kratom|7oh|it|some)\b",
            r"\b(?:make|get|keep|put)\b[^.?!]{0,15}\b(?:him|her|them|my (?:baby|toddler|kid|child|date|girlfriend|roommate|dog|cat)|the (?:baby|kids?)|a (?:girl|baby|child))\b[^.?!]{0,20}\b(?:sleepy|high|pass out|asleep|to sleep|sleep|drowsy|quiet|calm|addicted|hooked|compliant|stoned|knocked out|stop crying)\b[^.?!]{0,30}\b(?:kratom|7oh|with it|using)?\b(?=.{0,60}(?:kratom|7oh|\?|$))",
            r"\b(?:sell|give|deal|distribute|market|offer|pass|share)\b[^.?!]{0,25}\b(?:to (?:minors|kids|children|teens|teenagers|students|high ?schoolers|middle schoolers|my classmates)|at (?:my )?(?:school|high school))\b",
            r"\b(?:get|getting|make|keep) (?:customers|people|someone|somebody|them|him|her|users|my \w+) (?:hooked|addicted|dependent)\b",
            r"\b(?:date rape|roofie|weaponi[sz]e|mass poison\w*|contaminate (?:the|a) (?:water|food))\b",
            r"\b(?:drive|driving|operate|fly|operating)\b[^.?!]{0,30}\b(?:high|while (?:high|on|nodding)|stoned)\b[^.?!]{0,30}\b(?:without|tips|how|get away|trick|avoid)\b",
            r"\b(?:start|run|set up|open|launch|scale|grow|market|advertise)\b[^.?!]{0,25}\b(?:kratom|7oh)\b[^.?!]{0,20}\b(?:business|brand|shop|store|side hustle|company|operation|dealing)\b",
        ],
        [
            r"\b(?:can|could|does|did|has|will|would) (?:kratom|7oh|it|mitragynine|this|they|these)\b[^.?!]{0,25}\b(?:kill|hurt|harm|poison|make|sedate|get)\b",
            r"\bhow many (?:people|deaths|dogs|animals)\b",
            r"\bhow (?:does|do|did|could|can) (?:kratom|it|7oh|the drug|mitragynine|fentanyl)\b[^.?!]{0,25}\b(?:kill|hurt|harm|sedate)\b",
            r"\b(?:myself|my self|me|naloxone|narcan)\b",
            r"why (?:do|dont|wont|cant) you",
            r"\b(?:is it|legal|illegal|law|laws)\b",
            r"\b(?:hurt|harm|poison)(?:ful|ing|ous)? (?:my|the) (?:liver|kidneys?|heart|brain|baby|stomach)\b",
        ],
    ),
)

MANIPULATION: tuple[Rule, ...] = (
    rule(
        "prompt",
        Reason.MANIPULATION,
        [
            r"\b(?:ignore|disregard|forget|override|bypass|drop|discard|skip|erase|delete|cancel|suspend|lift|remove|turn off|disable|switch off)\b[^.?!]{0,30}\b(?:previous|prior|above|earlier|all|your|the|any|these|those|system|safety)\b[^.?!]{0,25}\b(?:instructions?|rules?|prompts?|guidelines?|filters?|restrictions?|polic(?:y|ies)|programming|guardrails?|safeguards?|limits?|training|directives?|safety|constraints?|guard)\b",
            r"\b(?:system|hidden|initial|original|secret|developer|internal|full) (?:prompt|message|instructions?|rules|configuration|config|messages)\b",
            r"\b(?:show|print|reveal|repeat|output|display|dump|leak|give|tell|list|what (?:is|are|were)|copy|paste|recite|quote|expose)\b[^.?!]{0,30}\b(?:your|the) (?:\w+ )?(?:prompt|instructions|system message|configuration|config|source code|training data|environment variables?|api keys?|credentials|passwords?|guard (?:words|rules)|rules verbatim|internal rules|filter (?:list|words))\b",
            r"\b(?:repeat|print|output|say|write) (?:everything|all|the (?:words|text|sentence\w*)|verbatim|what is)\b[^.?!]{0,30}\b(?:above|before|verbatim|previous|so far)\b",
            r"\b(?:developer|debug|god|admin|root|dan|jailbreak|unrestricted|sudo|maintenance|test|unfiltered|evil) mode\b",
            r"\b(?:jailbreak|jailbroken|do anything now|no restrictions|without (?:any )?(?:restrictions|filters?|rules|limits|guardrails|censorship|disclaimers)|unfiltered|uncensored|no filter|no rules)\b",
            r"\b(?:you are|youre|act as|pretend|from now on|roleplay|role play)\b[^.?!]{0,40}\b(?:dan|evil|unrestricted|no (?:rules|limits|restrictions|filters?|ethics)|without (?:rules|limits|restrictions|ethics)|not bound|free (?:of|from)|jailbroken|uncensored|can do anything)\b",
            r"\byour new (?:instructions?|rules?|role|persona|purpose|task|system prompt|policy)\b",
            r"\b(?:what|which) (?:words?|phrases?|rules?|filters?|keywords) (?:do|does|are|trigger|trip|set off|make)?[^.?!]{0,30}\b(?:block|filter|trigger|trip|flag|banned|refus)\w*",
            r"</?(?:system|assistant|instruction)s?>|\[/?(?:inst|system)\]|<\|(?:im_start|system|assistant)",
        ],
        [
            r"why (?:do|dont|wont|cant|are|do) you",
            r"\b(?:nervous|immune|endocrine|digestive|reward|opioid|legal|health|central) system\b(?! prompt)",
        ],
    ),
    rule(
        "fake",
        Reason.MANIPULATION,
        [
            r"\b(?:write|make|create|generate|draft|compose|invent|fabricate|produce|give me|post|need|craft|come up with|make up|forge|fake)\b[^.?!]{0,45}\b(?:fake|false|fictional|made[ -]up|phony|5[ -]star|five[ -]star|positive|glowing|bogus|fabricated|convincing)\b[^.?!]{0,35}\b(?:reviews?|testimonials?|study|studies|citations?|abstracts?|evidence|lab (?:results?|reports?)|coas?|certificates?|quotes?|news|article|doctors? notes?|prescriptions?|labels?|references?|trial|statistics|press release|statements?|data)\b",
            r"\b(?:write|make|create|generate|draft|compose|produce|craft|give me|help me write|design)\b[^.?!]{0,40}\b(?:ads?|adverts?|advertisement|marketing|sales (?:copy|pitch)|product (?:description|page|label)|promo\w*|slogan|tagline|tweets?|instagram (?:post|caption)|tiktok|blog (?:post )?(?:promoting|praising|saying|claiming)|landing page|sponsored|testimonials?|reviews?|flyer|commercial|press release)\b",
            r"\b(?:make up|invent|fabricate|concoct) (?:a|an|some|me a|the) (?:\w+ ){0,2}(?:study|studies|trial|paper|citation|statistics?|quote|evidence|data|report)\b",
            r"\b(?:fake|fabricate|forge|falsify|invent|make up)\b[^.?!]{0,25}\b(?:reviews?|testimonials?|study|studies|citations?|evidence|lab (?:results?|reports?)|coas?|certificate|doctors? note|prescription|data|statistics|quotes?|id)\b",
            r"\b(?:say|state|claim|confirm|write|agree|admit|tell (?:me|everyone|people))\b[^.?!]{0,20}\b(?:that )?(?:kratom|7oh|it)\b[^.?!]{0,12}\b(?:is (?:completely |totally |100% |perfectly )+(?:safe|harmless)|cures|is fda approved|has no (?:risks|side effects)|is not addictive at all)\b(?=.{0,80}(?:verbatim|word for word|nothing else|in your|as (?:a|the)|for my|on my|so (?:i|we) can|$))",
            r"\b(?:your answers?|the response|reply|respond|answer)\b[^.?!]{0,30}\b(?:without (?:the )?(?:disclaimers?|caveats?|sources|warnings?|evidence levels?|clinician)|no (?:disclaimers?|caveats?|warnings?))\b",
        ],
        [
            r"why (?:do|dont|wont|cant|are) you",
            r"\b(?:are|is|were|was|how (?:many|common|do i (?:spot|tell|know)|can i (?:spot|tell|know))|can i trust|spot|detect|identify|how to (?:spot|tell|recognize))\b[^.?!]{0,30}\b(?:fake|false|reviews?|marketing|ads?|testimonials?)\b",
            r"\b(?:recogni[sz]e|spot|detect|identify|notice)\b[^.?!]{0,20}\b(?:fake|misleading|false)\b",
            r"\b(?:systematic|literature|peer|published|scientific|narrative|evidence|research|recent) reviews?\b",
            r"\b(?:ads?|marketing|reviews|labels?) (?:say|claim|says|claims|promise|saying|claiming)\b",
        ],
    ),
)
RULES = (*CONCEALMENT, *OTHER_HARM, *PRODUCTION, *EVASION, *MANIPULATION)
