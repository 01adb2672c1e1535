"""Requests to make, extract, concentrate or grow. Policy: production."""

from __future__ import annotations

from app.answer.record import Reason
from app.guard.rules.facts import NATURAL
from app.guard.rules.patterns import Rule, any_of, rule

_HOW = any_of(
    r"how | hows | steps? | recipe | guide | tutorial | procedure | method | process | instructions | help me |"
    r" teach me | show me | "
    r"tell me | walk me through | can i | could i | can you | want to | trying to | need to | best way |"
    r" way to | ways to | easiest | what do i need | "
    r"what solvents? | which solvents? | what reagents? | protocol | diy | tips | explain | give me |"
    r" looking to | i want | what (?:chemicals|equipment) | what is the | whats the | describe | outline"
)
_MAKE = any_of(
    r"make | making | extract | extracting | extraction | synthesi[sz]e | synthesi[sz]ing | synthesis |"
    r" convert | converting | conversion | "
    r"concentrate | isolate | isolating | purify | purifying | produce | producing | cook | cooking |"
    r" manufacture | manufacturing | crystalli[sz]e | "
    r"oxidi[sz]e | oxidi[sz]ing | distill | refine | press | turn | turning | create | creating | prepare |"
    r" whip up | brew up | formulate | build"
)
_STRONG = any_of(
    r"7oh | mitragynine | alkaloids? | pseudoindoxyl | mgm[ -]?15 | extract | extracts | resin | tincture |"
    r" isolate | concentrate | "
    r"full spectrum | gummies | kratom shots? | kratom (?:extract|resin|tincture|gummies|pills|tablets|capsules|"
    r"vape|edibles|oil|wax)"
)
_GROW = any_of(
    r"grow | growing | cultivate | cultivating | cultivation | germinate | germinating | propagate |"
    r" propagating | plant | planting | harvest | "
    r"harvesting | cure | sprout | clone"
)
_ANOTHER_PLANT = (
    r"^(?!.*\b(?:kratom|mitragyna|7oh|it|one|some|them|this|these|those|that|trees?|seeds?|seedlings?|cuttings?|leaf|"
    r"leaves)\b).*\bgrow(?:ing)? (?!at\b|indoors|from|in\b|inside|my own|your own)\w+"
)
_NATURE = (
    (
        r"\b(?:body|bodies|liver|brain|enzymes?|cyp\w*|metaboli\w*|in vivo|humans? (?:make|convert)|tree make|"
        r"plant make|plants? naturally)\b"
    ),
    (
        r"\bhow (?:is|are|was|were) (?:7oh|mitragynine|it|they)(?: \w+)? (?:made|formed|produced) (?:in|by) (?:the|"
        r"our|your|people|humans|leaves|a)\b"
    ),
    r"\b(?:does|do|can|could) (?:drying|heat|heating|storage|aging|the (?:leaf|plant|tree))\b",
    (
        r"\b(?:is|are|was) (?:it|kratom|7oh|growing|extracts?|making|synthesi[sz]ing|"
        r"manufactur\w+)\b[^.?!]{0,30}\b(?:legal|illegal|banned|stronger|riskier|different|regulated|allowed|"
        r"dangerous|harmful)\b"
    ),
    (
        r"\bwhat (?:is|are|does) (?:a |an |the )?(?:kratom )?(?:extract|isolate|concentrate|tincture|resin|"
        r"synthesis|7oh)\w*\b(?! (?:yield|procedure|method|steps|process|recipe))"
    ),
    r"\bwhere (?:does|do|is|are) (?:\w+ )?(?:kratom|trees?|plants?|it) (?:grow|grown|come|native)",
    (
        r"\bmake (?:me|you|him|her|people|someone|it worse|a difference|sense|sure|my|your|it (?:illegal|legal|"
        r"addictive|dangerous))\b"
    ),
    (
        r"\bhow (?:do|are|is|does|did) (?:the )?(?:producers|farmers|companies|factories|growers|\w+ (?:in general|"
        r"usually|generally))\b"
    ),
    (
        r"\b(?:extracts?|powder|it|products|gummies) (?:\w+ )?made\b[^.?!]{0,20}\b(?:in general|regulated|from|of|"
        r"in a factory)"
    ),
    r"\bturn(?:s|ing|ed)? (?:\w+ )?(?:blue|purple|gr[ae]y|yellow|red|pale|white|cold)\b(?! (?:powder|leaf|vein))",
    r"why (?:do|dont|wont|cant) you",
    *NATURAL,
    (
        r"\b(?:extract|isolate|purify|make|obtain|produce)\w*\b[^.?!]{0,30}\b(?:for (?:a |the |their )?(?:research|stud(?:y|ies)|"
        r"trials?|testing|analysis)|in (?:a |the )?(?:study|studies|trials?))\b(?!.*\b(?:i|my|at home|step)\b)"
    ),
    (
        r"\b(?:left over|leftover|residual|residues?|remain\w*|were found|was found|(?:is|are) found in (?!order)|detected|contaminat\w*|traces? of|"
        r"according to tests)\b(?!.*\b(?:how (?:do|can|to)|should) (?:i|you|we|one)\b)"
    ),
    (
        r"\bextract(?:s|ion)? (?:from|in) (?:the )?(?:study|paper|text)|harvest(?:ed|ing)? (?:in|by) (?:thailand|"
        r"indonesia|farmers)"
    ),
)

RULES: tuple[Rule, ...] = (
    rule(
        "make",
        Reason.PRODUCTION,
        [
            rf"\b{_HOW}\b[^.?!]{{0,50}}?\b{_MAKE}\b[^.?!]{{0,50}}?\b{_STRONG}\b",
            (
                rf"\b{_MAKE}\b(?! up your own)[^.?!]{{0,30}}\b(?:my own (?:shots?|extracts?|7oh|gumm\w+|tablets|resin|tincture|"
                rf"kratom)|your own|homemade|home made|at home|diy|in my kitchen|in a lab|from (?:kratom|leaf|"
                rf"leaves|powder|mitragynine|scratch|the leaf|plain))\b"
            ),
            (
                r"\b(?:synthesis|synthetic|extraction|conversion|oxidation|purification|isolation|production|"
                r"manufacturing|crystalli[sz]ation)\b[^.?!]{0,30}\b(?:route|steps?|procedure|protocol|method|"
                r"yield|recipe|guide|process|instructions|of (?:7oh|mitragynine|kratom|alkaloids?|pseudoindoxyl))\b"
            ),
            (
                r"\b(?:oxone|naphtha|acid[ /-]base|a/b extraction|ethanol extraction|methanol|acetone|dcm|xylene|"
                r"reagents?|solvents?|rotovap|column chromatography|ph adjust\w*)\b[^.?!]{0,60}\b(?:kratom|"
                r"mitragynine|7oh|extract\w*|alkaloids?)\b"
            ),
            (
                r"\b(?:kratom|mitragynine|7oh|extract\w*|alkaloids?)\b[^.?!]{0,60}\b(?:oxone|naphtha|acid[ /-]base|"
                r"ethanol|methanol|acetone|dcm|xylene|reagents?|solvents?|rotovap|ph)\b"
            ),
            (
                rf"\b{_STRONG}\b.{{0,60}}\b(?:procedure|step by step|recipe|reaction conditions|how (?:he|she|they|"
                rf"the \w+) (?:does|makes|did|made) it)\b"
            ),
            (
                r"\b(?:reaction|reagents?|conditions|catalyst|oxidant) (?:to|for|of|that)\b[^.?!]{0,30}\b(?:7oh|"
                r"mitragynine|alkaloids?)\b"
            ),
            r"\b(?:turn|convert|make)\b[^.?!]{0,30}\b(?:powder|leaf|leaves|kratom|mitragynine)\b[^.?!]{0,15}\binto\b",
            (
                r"\b(?:fill|make|press|roll)\b[^.?!]{0,15}\b(?:my own|own|homemade)\b[^.?!]{0,15}\b(?:capsules|"
                r"pills|gummies|tablets|shots|extract)\b"
            ),
        ],
        _NATURE,
    ),
    rule(
        "made-at-home",
        Reason.PRODUCTION,
        [
            (
                r"\bhow(?:s| is| are| was) (?:it|this|that|7oh|they|those|these|(?:the |kratom )?extracts?|resin) (?:made|extracted|"
                r"produced|converted|concentrated)\b[^.?!]{0,30}\b(?:at home|myself|by hand|diy|in (?:a|my|the) (?:kitchen|garage|lab))\b"
            ),
        ],
    ),
    rule(
        "grow",
        Reason.PRODUCTION,
        [
            (
                rf"\b{_HOW}\b[^.?!]{{0,40}}\b{_GROW}\b[^.?!]{{0,40}}\b(?:kratom|mitragyna|it|trees?|plants?|leaves|"
                rf"seeds?|at home|indoors|cuttings?)\b"
            ),
            (
                rf"\b{_GROW}\b[^.?!]{{0,25}}\b(?:kratom|my own|trees?|your own)\b[^.?!]{{0,30}}\b(?:at home|indoors|"
                rf"in my|tips|guide|zone|greenhouse|pot|soil|garden|from seeds?)\b"
            ),
            (
                r"\b(?:kratom|mitragyna) (?:cultivation|growing|seeds?|germination) (?:guide|tips|instructions|"
                r"steps|advice|help)\b"
            ),
        ],
        (*_NATURE, _ANOTHER_PLANT),
    ),
)
