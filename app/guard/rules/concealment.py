"""Requests to give it to somebody without their knowledge, or to hide use. Policy: concealment."""

from __future__ import annotations

from app.answer.record import Reason
from app.guard.rules.patterns import Rule, any_of, rule

_HIDE_FROM = any_of(
    r"wife | husband | spouse | partner | girlfriend | boyfriend | gf | bf | parents? | mom | mum | dad |"
    r" mother | father | boss | employer | work | "
    r"coworkers | family | doctor | doc | dr | psychiatrist | therapist | pharmacist | roommates? | roomies |"
    r" kids | school | teachers? | coach | sponsor | "
    r"sober house | sober living | rehab | clinic | nurse | surgeon | anesthesiologist | anyone | everyone |"
    r" people | them | him | her | fiance\w* | son | daughter | officer | landlord | in[ -]?laws? | grand\w+ | flatmates? | "
    r"housemates? | staff | guards? | colleagues? | nobody | no one | noone"
)
_UNAWARE = (
    r"without (?:\w+ )?(?:his|her|their|them|him|he|she|they|my \w+|anyone|anybody|someone|the \w+|it|"
    r"a \w+)? ?(?:\w+ ){0,2}"
    r"(?:knowing|noticing|finding out|realizing|realising|consent|tasting|being caught|suspecting|knowledge|"
    r"permission|detecting|seeing)"
)

RULES: tuple[Rule, ...] = (
    rule(
        "give",
        Reason.CONCEALMENT,
        [
            (
                rf"\b(?:give|put|slip|sneak|feed|add|mix|drug|dose|spike|spiking|administer|get|crush|stir|hide|"
                rf"dissolve|drop)\b[^.?!]{{0,60}}\b{_UNAWARE}\b"
            ),
            (
                r"\b(?:secretly|covertly|surreptitiously|discreetly|on the sly|unknowingly|"
                r"undetectabl[ey])\b[^.?!]{0,50}\b(?:give|put|add|slip|feed|drug|dose|mix|take|use|kratom|it|into|"
                r"to)\b(?=.{0,60}(?:\?|$))"
            ),
            (
                r"\b(?:spike|spiking|lace|lacing|(?:slip|sneak|hide|crush|dissolve|drop|put)\b[^.?!]{0,30}\b(?:in|into|inside|to|"
                r"with|onto|over))\b[^.?!]{0,15}\b(?:his|her|their|someones?|somebodys|my \w+?s?|a persons|a guys|a girls)\b[^.?!]{0,12}\b(?:drink|drinks|food|"
                r"coffee|tea|meal|smoothie|beer|juice|dinner|bottle)\b"
            ),
            (
                r"\b(?:unwilling|unsuspecting|unaware|unknowing|non ?consenting)\b[^.?!]{0,40}\b(?:take|swallow|drink|"
                r"eat|dose|drug|feed|give|ingest)\b|\b(?:get|make|force|trick|feed|give|drug|dose)\b[^.?!]{0,20}"
                r"\b(?:unwilling|unsuspecting|unaware|unknowing|against (?:his|her|their) will)\b"
            ),
            (
                r"\b(?:put|stir|mix|add|get|slip|sneak|give|feed|crush|blend|bake|dissolve|hide|disguise)\b"
                r"[^.?!]{0,60}\bso (?:that )?(?:he|she|they|it|nobody|no one|my \w+|her|his|the \w+)\b[^.?!]{0,12}"
                r"\b(?:wont|doesnt|dont|cant|cannot|never|isnt|will not|does not|not)\b[^.?!]{0,10}\b(?:taste|notice|"
                r"know|realize|realise|suspect|smell|find|tell|see|detect|aware)\b"
            ),
            (
                r"\b(?:disguise|relabel|repackage|pass off|camouflage|repack)\b[^.?!]{0,25}\b(?:kratom|7oh|powder|it|my \w+)\b"
                r"[^.?!]{0,15}\bas\b"
            ),
            r"\b(?:spike|lace) (?:a|the|some|someones|somebodys|his|her) (?:drink|punch|food|coffee|brownies)\b",
            (
                r"\b(?:mask|hide|cover|disguise)\b[^.?!]{0,25}\b(?:taste|flavou?r|smell|"
                r"bitter\w*)\b[^.?!]{0,40}\b(?:so (?:he|she|they|nobody|no one|my)|from|drink|food|notice|know)\b"
            ),
        ],
        [
            (
                r"\b(?:someone|he|she|they|my \w+|somebody|i was|was i|did|been|could)\b[^.?!]{0,30}\b(?:spiked|"
                r"laced|slipped|drugged|put something|secretly (?:taking|using|drinking|on))\b"
            ),
            r"why (?:do|dont|wont|cant) you",
            r"\bsigns? (?:that|of|my)\b",
        ],
    ),
    rule(
        "hide",
        Reason.CONCEALMENT,
        [
            (
                rf"\b(?:how|ways?|tips|best|help|trick|want|need|trying|place|where|should i|can i|could i|excuse|"
                rf"lie|story|advice|what)\b[^.?!]{{0,40}}\b(?:hide|hiding|conceal|concealing|keep (?:it |this |"
                rf"my \w+ )?(?:secret|hidden|quiet|from)|cover up|disguise|stash|lie|deceive|not let|"
                rf"sneak)\b[^.?!]{{0,40}}\b{_HIDE_FROM}\b"
            ),
            (
                rf"\b(?:hide|conceal|keep|stash|disguise)\b[^.?!]{{0,25}}\b(?:my (?:kratom|use|habit|addiction|"
                rf"stash|powder|7oh)|kratom|7oh|it|that i)\b[^.?!]{{0,25}}\b(?:from|"
                rf"so)\b[^.?!]{{0,15}}\b{_HIDE_FROM}\b"
            ),
            (
                rf"\b(?:so|without)\b[^.?!]{{0,5}}\b(?:that )?(?:my )?{_HIDE_FROM}\b[^.?!]{{0,15}}\b(?:wont|doesnt|"
                rf"dont|cant|never|finding|notic\w+|knowing|not)\b[^.?!]{{0,15}}\b(?:know|notice|find|see|smell|"
                rf"suspect|out|tell|catch|realize)?\b"
            ),
            (
                r"\b(?:use|take|do|drink|using|taking) (?:it |kratom |7oh )?(?:at work|at school|in class|"
                r"on the job)?[^.?!]{0,20}\bwithout (?:anyone|my \w+|them|people|anybody|getting) (?:knowing|"
                r"noticing|finding out|caught|realizing|smelling)\b"
            ),
            (
                rf"\b(?:stop|keep|prevent)\b[^.?!]{{0,20}}\b{_HIDE_FROM}\b[^.?!]{{0,20}}\b(?:finding out|knowing|"
                rf"noticing|seeing|catching|suspecting|from (?:knowing|finding|seeing))\b"
            ),
            (
                rf"\b(?:how|what|ways?|tips|tricks?|excuses?|can i|could i|want|need|help|best|so|make sure)\b"
                rf"[^.?!]{{0,60}}\b{_HIDE_FROM}\b[^.?!]{{0,12}}\b(?:wont|dont|doesnt|does not|do not|cant|cannot|never|"
                rf"not|isnt)\b[^.?!]{{0,12}}\b(?:finds? out|find it|notices?|suspects?|catch(?:es)? (?:me|on)|smells?|"
                rf"sees? it|pick up on)\b"
            ),
            (
                r"\b(?:how|ways?|tips|tricks?|can i|want|need|best)\b[^.?!]{0,80}\b(?:and|so|where|but|that|with) "
                r"(?:that )?(?:nobody|no one|noone|none of them|not a soul)(?: \w+)? (?:finds? out|knows?|notices?|suspects?|"
                r"can tell|catches|realizes|smells|sees|finding|knowing|noticing)\b"
            ),
            (
                rf"\b(?:stop|keep|prevent)\b[^.?!]{{0,20}}\b{_HIDE_FROM}\b[^.?!]{{0,12}}\b(?:smelling|from smelling|"
                rf"catching on|in the dark|from catching|off my (?:back|trail)|guessing|from guessing)\b"
            ),
            (
                r"\b(?:stash|hide|hiding place|store)\b[^.?!]{0,40}\bso (?:that )?(?:nobody|no one|noone|my \w+|he|"
                r"she|they)\b"
            ),
            (
                r"\b(?:hide|cover|mask) (?:the )?(?:signs|smell|pupils|eyes|symptoms|red eyes|effects|pinned pupils|"
                r"evidence)\b"
            ),
        ],
        [
            (
                r"\b(?:my|her|his) (?:\w+ )?(?:is|was|has been|been|keeps|may be|might be|"
                r"has) (?:secretly )?(?:hiding|hidden|lying|sneaking|concealing)\b"
            ),
            (
                r"\b(?:should|do|must|why should|how do|how can|how should|can) i (?:tell|talk|bring|open up|"
                r"be honest|come clean|mention|confess)\b"
            ),
            r"\b(?:open up|come clean|or tell|be honest|away from|out of reach|safe from|stop hiding)\b",
            r"why (?:do|dont|wont|cant) you|why do (?:people|users)",
            r"\b(?:drug|urine|hair) (?:tests?|screens?)\b",
            (
                r"\b(?:is|was|would|how|why is) (?:it |that )?(?:wrong|bad|risky|dangerous|unsafe|illegal|harmful|ok|okay|a (?:bad|"
                r"good|terrible) idea|a mistake)\b[^.?!]{0,15}\b(?:hide|hiding|keep|keeping|conceal\w*|lie|lying|not tell\w*)\b"
            ),
            r"\b(?:hid|hides|hiding) (?:it|his|her|kratom)[^.?!]{0,30} from (?:me|us|the family)\b",
            r"\b(?:risk|danger|dangerous|harm\w*|problem)\b[^.?!]{0,30}\b(?:hide|hiding|keep)\w*",
        ],
    ),
)
