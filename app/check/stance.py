"""The stance of a sentence: whether it denies, hedges, reports, points to a gap, to animals or cells, or overclaims.

Similar sentences can mean the opposite of one another ("is addictive", "is not addictive"); an encoder hardly
tells them apart, so the decision compares stances beside meaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nobody|no one|nothing|without|zero|cannot|can't|won't|doesn't|don't|didn't|isn't|"
    r"aren't|wasn't|hasn't|haven't|wouldn't|cant|wont|doesnt|dont|didnt|isnt|arent|wasnt|hasnt|havent|wouldnt|aint|"
    r"ain't|nowhere|neither|nor|free of|free from|non|impossible|absence of|lacks?|un(?:able|likely)|myth|"
    r"propaganda|poses? no|harmless|risk-free)\b|\bnon-\w|\bn't\b",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"\b(?:(?:no|not|never|nobody|hardly|scarcely|barely|rarely|lack(?:s|ing)?|without|few|little|limited|thin|"
    r"scarce|insufficient|"
    r"missing)\b.{0,50}"
    r"\b(?:trials?|stud(?:y|ies|ied)|evidence|research\w*|tested|proven|proof|shown|approved|established|known|"
    r"evaluated|guidelines?|guidance|"
    r"confirmed|data|understood)|unproven|untested|unstudied|unknown|uncertain|unclear|unapproved|"
    r"(?:trials?|stud(?:y|ies)|evidence|research|proof|data)\b.{0,30}\b(?:lacking|missing|limited|thin|scarce|"
    r"early days|needed|"
    r"insufficient|lacks?)|not (?:yet )?(?:been )?(?:approved|tested|proven|shown|known|established|evaluated)|"
    r"(?:more|larger|further|better) (?:human )?(?:research|studies|trials)|only self-report|early days|"
    r"(?:no|little|scarcely any|hardly any) information|(?:is|are|remains?|has|"
    r"have) not (?:yet )?(?:been )?(?:measured|"
    r"studied|settled|counted|followed)|(?:no ?(?:one|body)|we (?:do not|don't)|who) (?:(?:really|truly|actually|yet|"
    r"even|fully) )?knows?|"
    r"no ?(?:one|body) has (?:ever |yet )?(?:measured|studied|tested|looked|compared|counted|followed|examined)|"
    r"open question|any(?:one|body)'s guess|how little (?:any(?:one|body)|we|is|doctors|scientists)\b.{0,12}\bknown?|"
    r"not settled|"
    r"cannot (?:yet )?be (?:applied|carried over)|(?:no|cannot \w+ (?:a|any)) (?:safe )?(?:level|amount)s?\b.{0,40}"
    r"\b(?:safe|recommend\w*|without risk|fatal|deadly|marks?))\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:(?:users?|people|folks|patients|participants|many|some|respondents|consumers|customers)\b.{0,25}"
    r"\b(?:report\w*|say|said|says|claim\w*|rated|described?|told|believe\w*|take it|took it|use it)|"
    r"reported(?:ly)?|anecdot\w+|"
    r"surveys?|self-report\w*|poison cent(?:er|re)s?|case (?:report|series)\w*|have been (?:described|recorded|"
    r"reported|linked)|"
    r"(?:has|have|had) been (?:associated|linked)|(?:was|were) (?:associated|recorded|reported|described)|health "
    r"officials)\b",
    re.IGNORECASE,
)
_BELIEVED = re.compile(
    r"\b(?:researchers|scientists|experts|doctors|healers|herbalists|websites)\b.{0,20}\b(?:believe|think|"
    r"suggest|say|agree)",
    re.IGNORECASE,
)
"""What scholars hold is no report by those who took it."""
_HEDGED = re.compile(
    r"\b(?:may|might|could|possibly|perhaps|potentially|thought to|believed to|said to)\b", re.IGNORECASE
)
_LABORATORY = re.compile(
    r"\b(?:mice|mouse|rats?|rodents?|animals?|zebrafish|in vitro|"
    r"(?<!brain )(?<!nerve )(?<!blood )(?<!cancer )(?<!your )(?<!every )cells?|cell (?:assays?|studies|lines?)|"
    r"assays?|"
    r"laborator(?:y|ies)|lab tests?|receptor tests?|binding tests?|preclinical|human liver preparations)\b",
    re.IGNORECASE,
)
_OVERCLAIM = re.compile(
    r"\b(?:prove[ns]?|proved|clinically|guarante\w*|cures?|cured|curing|miracle|always|every(?:one|body) who|"
    r"instant\w*|"
    r"100 ?%|completely|perfectly|totally|absolutely|for life|first (?:time|cup|use)|single use|once and|as "
    r"(?:deadly|dangerous) as|"
    r"destroys?|fries|permanent\w*|kills? (?:cancer|brain|tumou?rs?)|fights? cancer|shrinks?|reverses?|restores?|"
    r"rebuilds?|detox\w*)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:addict\w*|habit[- ]forming|depend(?:ence|ent|ency)|withdrawals?|overdos\w*|deaths?|died?|dies|deadly|"
    r"fatal|kill\w*|"
    r"harm\w*|hurt\w*|dangers?|dangerous|risks?|toxic\w*|injur\w*|liver|jaundice|seizures?|side effects?|adverse|"
    r"interact\w*|contaminat\w*|poison\w*|slow\w* (?:\w+ ){0,2}breathing|respiratory depression|hooked|damage\w*)\b",
    re.IGNORECASE,
)
_LESSER = re.compile(
    r"\b(?:less|lower|fewer|milder?|gentler?|safer|easier|easy|smaller|lighter|minor|minimal|reduced|nothing "
    r"compared|softer)\b",
    re.IGNORECASE,
)

_WARNING = re.compile(
    r"\b(?:(?:adds?|adding) to|rais(?:es?|ing)|increas(?:es?|ing)|higher|greater|more)\b.{0,30}\b(?:risks?|"
    r"dangers?|chances?|harm)\b|"
    r"\b(?:dangerous|warns?|warned|warnings?|should (?:avoid|not)|must not|do not|avoid)\b",
    re.IGNORECASE,
)


_FORBIDS = re.compile(
    r"(?:^|[,;:]\s+|\b(?:so|and|then|please)\s+)(?:never|do not|don't)\s+\w+|"
    r"^not (?:for|intended for|suitable for|recommended for|to be used)\b|\b(?:should|must)(?:n't| (?:not|"
    r"never))\b",
    re.IGNORECASE,
)
"""Telling somebody not to do something denies nothing."""
_ALONE = re.compile(
    r"\b(?:even )?(?:without|no|nothing) (?:(?:any )?other|else|further|more than|but)(?: (?:drugs?|substances?|"
    r"medicines?))?\b",
    re.IGNORECASE,
)
"""Saying that nothing else was involved denies nothing."""
CANNOT_STOP = re.compile(
    r"\b(?:can ?not|can'?t|could ?n[o']?t|unable to|never|not) (?:just |simply )?(?:stop|quit|give it up|"
    r"cut (?:down|back)|"
    r"put it down|get through|function|cope)\b|"
    r"\b(?:won'?t|can ?not|can'?t|could ?n[o']?t|does ?n[o']?t|not|never) "
    r"(?:(?!slow|stop|affect|depress|impair|harm|suppress|reduc|hurt|chang)\w+ )?"
    r"(?:wake|woke|woken|respond\w*|breath\w*)\b",
    re.IGNORECASE,
)
"""Being unable to stop, to wake or to breathe is a harm, and denies none."""
CANNOT_TELL = re.compile(
    r"\b(?:can ?not|can'?t|could ?n[o']?t|no way to|hard to|impossible to) (?:really |even )?(?:tell|know|"
    r"be sure|judge|see)\b",
    re.IGNORECASE,
)
"""Being unable to tell denies nothing that stands beside it."""
_MINIMISES = re.compile(
    r"(?:(?<!-)\bonly|\b(?:just|sole|worst|limited to|at most|nothing (?:worse|more|serious|else)))\b", re.IGNORECASE
)
_MILD = re.compile(
    r"\b(?:side effects?|downsides?|drawbacks?|nausea|queas\w+|dizz\w+|constipat\w+|headaches?|dry mouth|"
    r"upset stomach|"
    r"stomach upset)\b",
    re.IGNORECASE,
)

_DISMISSES = re.compile(
    r"\b(?:myths?|propaganda|scare (?:stor(?:y|ies)|tactics?|mongering)|scaremonger\w*|fear[- ]?monger\w*|shills?|"
    r"hoax(?:es)?|made[- ]up|mak(?:e|es|ing) (?:it|this|that) up|invent(?:ion|ions|ed)|hype|nonsense|rumou?rs?|bogus|"
    r"lies|old wives|fairy ?tales?|big pharma|ruled out|debunked|exaggerat\w*|hogwash|baseless|impossible|unfounded|"
    r"lobby|alarmis[mt]\w*|(?<!you )(?:are|is|they're|were) (?:mistaken|wrong)|fake news|"
    r"urban legend|bs|bullshit|crap)\b",
    re.IGNORECASE,
)
"""Calls something untrue without a word that denies."""
_UNIVERSAL = re.compile(
    r"\b(?:every(?:one|body|where)|every (?!day\b|morning\b|night\b|evening\b|week\b|year\b|month\b|hour\b)|"
    r"(?<!above )"
    r"(?<!at )all (?:(?:of )?(?:the |our |its |fifty |50 )?(?:users?|people|kratom|products?|powders?|states?|"
    r"batch\w*|"
    r"deaths?|patients?|batches|shops?|the kratom))|any(?:one|body|where)|always|whoever|worldwide|nationwide|across "
    r"(?:the (?:country|nation|world|globe)|america)|the whole (?:country|nation|world)|fifty|exactly|no matter|"
    r"however (?:long|often|much)|inevitabl\w+|never\b.{0,30}\b(?:any|ever)|under any circumstances?|"
    r"(?:a |one )?single (?:cup|capsule|dose|sip|use|time|pill)|one (?:sip|capsule|pill) (?:can|is|will)|"
    r"for life|most "
    r"(?:lethal|deadly|dangerous))\b",
    re.IGNORECASE,
)
_REASSURES = re.compile(
    r"\b(?:safe(?:ly|r|st|ty)?|harmless(?:ly)?|gentl(?:e|er|y)|well[- ]tolerated|tolerate[sd]?|no (?:problem|trouble|"
    r"worries|danger|consequences?|reason to|need to)|nothing to (?:fear|worry)|not a problem|(?:is|it's|its|totally|"
    r"perfectly) (?:fine|ok|okay)|kind(?:er)? (?:to|on)|without (?:consequence|any trouble|a second thought|"
    r"worry)|in "
    r"good hands|approv(?:ed|al)|cleared|blessing|endorse[sd]?|licen[cs]ed as|risk[- ]free|pure|pairs (?:nicely|"
    r"well)|"
    r"goes well|no (?:known )?(?:objections?|conflicts?)|all right|green light|nothing wrong|track record|"
    r"found (?:it )?(?:to be )?"
    r"(?:effective|fine)|easily handled|guilt[- ]free|settled|alone|purer|purest|levels? off|plateaus?|"
    r"ceiling|only (?:up )?to a (?:certain )?point|"
    r"(?:withdrawals?|pains?|aches?|anxiety|cravings?|depression)\b.{0,20}\b(?:gone|disappear\w*|vanish\w*))\b",
    re.IGNORECASE,
)
"""Speaks of safety, approval or purity: to be vouched for only where the evidence says so."""
_BENEFIT = re.compile(
    r"\b(?:reliev\w+|relief|eas(?:es?|ed|ing)|sooth\w+|calm(?:s|ed|ing|er)?|help(?:s|ed|ing)?|boost\w*|lift(?:s|ed|"
    r"ing)?|uplift\w*|improv\w+|energ(?:y|i[sz]\w+|etic)|focus(?:ed)?|heal(?:s|ed|ing)?|treat(?:s|ed|ing|ment)?|"
    r"cur(?:es?|ed|ing)|relax\w*|sharpen\w*|restful|stamina|motivat\w+|enhanc\w+|reduc(?:es?|ed|ing)|lower(?:s|ed|"
    r"ing)?|melt(?:s|ed|ing)?|tam(?:es|ed|ing)|strengthen\w*|support(?:s|ed|ing)?|restor\w+|rescued|saved|works? "
    r"(?:for|against|better)|better than|benefits?|effective|remedy|balance[sd]?)\b",
    re.IGNORECASE,
)
"""Speaks of something good that is done."""
_STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|surveys?|researchers?|reviews?|register|registry|records?|volunteers|participants|"
    r"scientists?|experiments?|case reports?|cases|percent|per cent|out of|tests?|tested|found|published|paper)\b|%",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:law(?:s|ful\w*)?|legal\w*|illegal\w*|unlawful\w*|bans?|banned|outlaw\w*|prohibit\w*|forbid\w*|forbade|"
    r"schedule (?:i+|one|1|9)|controlled|possession|felony|misdemeano\w+|crime|criminal|offence|offense|age limit|"
    r"under (?:18|21)|minors|licen[cs]e\w*|regulat\w+|statute|bill|senate|dea|fda|congress|legislat\w+|county|"
    r"states?)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:i|i'm|i've|im|ive|me|my|mine|we|our|us)\b", re.IGNORECASE)
_TOPIC = re.compile(
    r"\b(?:kratom\w*|ketum|mitragyn\w*|7-?oh|7-hydroxy\w*|hydroxy\w*|seven|leaf|leaves|plant|herb|tree|powders?|"
    r"alkaloids?|it|its|it's|they|them|these|this|maeng da|veins?|reds?|whites?|greens?|capsules?|extracts?|tea|"
    r"tablets?|products?)\b",
    re.IGNORECASE,
)
"""Names kratom, a form of it, or a pronoun that may stand for it."""
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True)
class Stance:
    """How a sentence says what it says."""

    denies: bool
    """It negates something other than evidence ("no risk", "not addictive")."""
    gap: bool
    """It says that something is not known, tested, proven or approved."""
    reported: bool
    """It attributes what it says to users, surveys, records or case reports."""
    hedged: bool
    """It softens what it says ("may", "could", "is thought to")."""
    laboratory: bool
    """It names animals, cells or laboratory tests."""
    overclaims: bool
    harm: bool
    warns: bool
    """It warns of a harm without calling it small ("adds to the risk of ...")."""
    dismisses: bool = False
    """It calls something untrue or impossible ("a scare story", "ruled out")."""
    universal: bool = False
    """It speaks of all, of everybody, of each time."""
    reassures: bool = False
    """It speaks of safety, approval or purity."""
    benefit: bool = False
    """It speaks of something good that is done."""
    study: bool = False
    law: bool = False
    first_person: bool = False
    topic: bool = False
    """It names kratom, a form of it, or a pronoun that may stand for it."""
    number: bool = False


def stance(sentence: str) -> Stance:
    """Return the stance of `sentence`, from its words alone."""
    text = _BARE.sub(r"\1n't", sentence.replace("\u2019", "'"))
    text = _DENIAL_REJECTED.sub(" warns of harm ", text)
    gap = bool(_GAP.search(text))
    return Stance(
        denies=bool(_NEGATION.search(_without(text, _GAP, _FORBIDS, _ALONE, CANNOT_STOP, CANNOT_TELL))),
        gap=gap,
        reported=bool(_REPORTED.search(_BELIEVED.sub(" ", text))),
        hedged=bool(_HEDGED.search(text)),
        laboratory=bool(_LABORATORY.search(text)),
        overclaims=not gap and bool(_OVERCLAIM.search(text)),
        harm=bool(_HARM.search(text) or CANNOT_STOP.search(text)),
        warns=bool(_WARNING.search(text) or _FORBIDS.search(text)) and not _LESSER.search(text),
        dismisses=bool(_DISMISSES.search(text)),
        universal=bool(_UNIVERSAL.search(text)),
        reassures=bool(_REASSURES.search(text)),
        benefit=bool(_BENEFIT.search(text)),
        study=bool(_STUDY.search(text)),
        law=bool(_LAW.search(text)),
        first_person=bool(_FIRST_PERSON.search(text)),
        topic=bool(_TOPIC.search(text)),
        number=bool(_NUMBER.search(text)),
    )


_DENIAL_REJECTED = re.compile(
    r"\b(?:say|says|saying|said|claims?|claiming|thinks?|believes?|tells? (?:you|people|me)|told (?:you|me|us)|myth|"
    r"lie|"
    r"idea|notion)\b[^.;]{0,30}?(?:\b(?:is|are|it's|its|was)? ?(?:not|never|no|harmless|safe)\b|n't)[^.;]{0,40}?"
    r"\b(?:lying|liars?|lies|wrong|mistaken|fool\w*|kidding|false|untrue|nonsense|bs|myth|dangerous)\b|"
    r"\b(?:myth|lie|nonsense|untrue|false|wrong) that\b[^.;]{0,30}?\b(?:not|never|no|harmless|safe|cannot|can't)\b",
    re.IGNORECASE,
)
"""Calls it untrue that there is no harm: a warning, and no denial."""
_BARE = re.compile(r"\b(do|does|did|is|are|was|were|has|have|had|would|should|could|ca|wo)nt\b", re.IGNORECASE)
"""A contraction without its apostrophe, as people type it."""


def _without(text: str, *rules: re.Pattern[str]) -> str:
    """Return `text` without what `rules` match, one after the other."""
    for rule in rules:
        text = rule.sub(" ", text)
    return text


_FROM_ANIMALS = re.compile(
    r"\b(?:shows?|showed|proves?|proved|confirms?|suggests?|demonstrates?|tells? us|found|explains?|"
    r"reveals?)\b.{0,25}"
    r"\b(?:it|kratom|the (?:leaf|plant|herb)|mitragynine) (?:also |really |truly |can |will |may )?(?:is|works?|"
    r"acts?|calms?|"
    r"relieves?|fights?|eases?|lowers?|ruins?|helps?|lifts?|treats?|heals?|protects?|stops?|reduces?|improves?|"
    r"boosts?|"
    r"destroys?|damages?)\b|\b(?:so|therefore|thus|meaning|which means)\b.{0,12}\b(?:it|you|kratom|the leaf)\b.{0,12}"
    r"\b(?:will|can|too|must|works?|ruins?|helps?)\b|\bexplains why\b|\bin (?:people|humans|patients)\b|"
    r"\byou(?:r|rs)?\b|"
    r"\bas (?:animal|rat|mouse) \w+ (?:show|prove|confirm)\b",
    re.IGNORECASE,
)


def carries_over(sentence: str, said: Stance) -> bool:
    """Return whether `sentence` tells a finding in animals or cells as if it held for people."""
    return said.laboratory and not said.gap and not said.denies and bool(_FROM_ANIMALS.search(sentence))


def minimises(sentence: str) -> bool:
    """Return whether `sentence` says that mild side effects are all there is."""
    return bool(_MINIMISES.search(sentence) and _MILD.search(sentence))
