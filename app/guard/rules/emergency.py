"""Emergencies in English, with high recall: somebody in danger now, or lately."""

from __future__ import annotations

import re

from app.guard.rules.calm import CALM, FRAMED, FUTURE, GENERAL, HABIT, REAL
from app.guard.rules.patterns import compiled
from app.guard.rules.people import DEPRESSANT, ME, OTHER, PET, SWALLOWED, UNWELL, VULNERABLE
from app.guard.rules.self_harm import SELF_HARM_GENERAL, wants_to_die
from app.guard.rules.signs import BREATHING, HEART, OVERDOSE, SEIZURE, STRONG_UNWELL, UNRESPONSIVE
from app.guard.rules.things import is_of_a_thing
from app.guard.rules.vitals import NOT_A_BODY, VITALS, is_serotonin_toxic

MEASURED = "crisis.vitals"
"""The rule for a measured sign of danger: a number says so, whatever words stand beside it."""
_NOW = compiled(
    r"\b(?:right now|just now|just|now|isnt|arent|cant|tonight|this morning|today|last night|yesterday|"
    r"minutes? ago|min ago|mins ago|hours? ago|hrs? ago|an hour|currently|at the moment|still|suddenly|"
    r"all of a sudden|please help|help me|help us|hurry|asap|started|keeps|wont|im|hes|shes|is|are|since)\b"
)
_SIGNS = compiled(*BREATHING, *UNRESPONSIVE, *SEIZURE, *HEART, *OVERDOSE, *STRONG_UNWELL)
_PERSON = compiled(ME, rf"\b{OTHER}\b")
_CHILD_ATE = compiled(
    rf"\b{VULNERABLE}\b[^.?!]{{0,60}}\b{SWALLOWED}\b",
    rf"\b{SWALLOWED}\b[^.?!]{{0,20}}\b(?:by|my) {VULNERABLE}\b",
    (
        rf"\b(?:gave|given|giving|fed|dosed) (?:my |the |a |our )?(?:\w+ )?{VULNERABLE}\b[^.?!]{{0,40}}\b(?:kratom|"
        rf"7oh|gumm\w+|some|it|capsule|tea|by (?:mistake|accident))\b(?!.{{0,60}}\b(?:how much|dose)\b)"
    ),
    r"\bmine (?:just |has |have |already )*(?:ate|eaten|swallowed|drank|licked|chewed|got into)\b",
    (
        rf"\b{VULNERABLE}\b[^.?!]{{0,20}}\b(?:has|with|had|got)\b[^.?!]{{0,30}}\b(?:kratom|powder|gumm\w+|tea|"
        rf"capsule)\b[^.?!]{{0,20}}\b(?:on|in|around|all over) (?:his|her|its|their)\b"
        r"(?! (?:\w+ )?(?:room|bedroom|dorm|bag|backpack|purse|car|truck|drawers?|closet|locker|desk|nightstand|bathroom|house|"
        r"apartment|things|stuff|possession)\b)"
    ),
    (
        rf"\b{VULNERABLE}\b[^.?!]{{0,40}}\b(?:he|she|they|it|who|that)?(?: has| have|s)? ?(?:just|already) had (?:some|one|a|it|two|"
        rf"three|four|five|\d+)\b"
    ),
    (
        r"\b(?:baby|newborn|infant|\d{1,2}(?: |-)?(?:week|day|month)[ -]?old)\b[^.?!]{0,30}\b(?:jittery|twitch\w*|trembl\w*|shaking|"
        r"wont (?:feed|eat|nurse|latch|wake|stop crying|settle|drink)|(?:isnt|not) (?:feeding|eating|waking|nursing|breathing)|"
        r"hard to wake|stiff|blue|high[- ]pitched)\b"
    ),
    (
        rf"\b{VULNERABLE}\b[^.?!]{{0,30}}\b(?:in (?:his|her|its|their) mouth|drank|is (?:foaming|throwing|vomiting|"
        rf"drooling|wobbl\w+|letharg\w+|limp|very sleepy|so sleepy))\b"
    ),
)
_PET = compiled(rf"\b{PET}s?\b")
_PERSON_TOO = compiled(
    rf"\b{VULNERABLE}\b",
    (
        r"\b(?:friend|husband|wife|partner|boyfriend|girlfriend|mom|mum|mother|dad|father|brother|sister|roommate|grandma|grandpa|teen\w*|"
        r"someone|somebody)\b"
    ),
    rf"\b(?:i|we) (?:also |both |then |just )*{SWALLOWED}\b",
    rf"\b(?:i|im|ive) (?:\w+ ){{0,2}}?{UNWELL}\b",
)
_OWN_CHILD = compiled(
    (
        rf"\b(?:my|our|the|his|her|a friends?|sisters?|brothers?|neighbou?rs?|this|\d{{1,2}}|one|two|three|four|"
        rf"five|six|seven|eight|nine|ten|grand\w+|step\w+) ?(?:\w+ ){{0,2}}?-?{VULNERABLE}\b"
    ),
    r"^(?:baby|toddler|child|kid|dog|cat|puppy|kitten|infant|\d)",
    rf"\ba {VULNERABLE}\b[^.?!]{{0,30}}\b(?:he|she|they|it) (?:has |have |s )?(?:just|already|ate|swallowed|drank|took)\b",
)
_UNWELL_AFTER = compiled(
    (
        rf"^(?:just |so )*(?:took|mixed|drank|had|tried|ate)\b.{{0,100}}\b(?:now|and) (?:i|im|"
        rf"my)\b.{{0,30}}\b(?:{UNWELL}|jerking|sweating|itching all over|burning)\b"
    ),
    (
        rf"\b(?:i|ive|he|she|they|we|friend|husband|wife|brother|sister|son|daughter|mom|dad|boyfriend|girlfriend|"
        rf"roommate|cousin|bf|gf)\b[^.?!]{{0,25}}\b(?:just )?(?:took|taken|ate|drank|swallowed|mixed|combined|"
        rf"popped|had|did|downed|chugged|used|doubled|snorted|smoked)\b.{{0,140}}\b{UNWELL}\b"
    ),
    (
        rf"\b{UNWELL}\b.{{0,60}}\b(?:after|since|from|because of|and) (?:i )?(?:taking|took|drinking|drank|eating|"
        rf"having|mixing|mixed|using|kratom|7oh|swallowing|a (?:shot|gummy|dose)|my (?:kratom|dose)|the (?:shot|"
        rf"gummy|kratom|extract|tablets?|pills?)|trying|\d+ \w+)\b"
    ),
)
_ACUTE = compiled(
    r"\b(?:just|now|right now|tonight|this morning|today|an hour|minutes?|mins?|hours?|hrs?|last night|help|911|"
    r"er|emergency|hospital|ambulance|dying|die|will i be|am i going|be ok|be okay|be alright|gonna be|"
    r"going to be|scared|freaking|panicking|should (?:i|we) (?:call|go(?! (?:from|down|up|back|higher|lower|with|about)\b)|worry|be worried)|what (?:do|should|"
    r"can) (?:i|we) do|cant (?:stop|move|stand|walk|see|feel|talk|stay)|hallucinat\w+|vision|confused|"
    r"collapsing|twitching|weird|strange|funny|not making sense|out of it|dizzy|already|faint|fading|drowsy|"
    r"very sleepy|really sleepy|so sleepy|lethargic|limp|delirious|fever|throwing up|vomiting|shaking|sweating|jerking|"
    r"screaming|seeing things|numb)\b"
)
_MIXED_NOW = compiled(
    (
        rf"\b(?:i|ive|he|she|they|we|friend|husband|wife|brother|sister|son|daughter|mom|dad|boyfriend|girlfriend|"
        rf"roommate|bf|gf|buddy)\b[^?]{{0,40}}\b(?:just )?(?:took|taken|mixed|drank|had|ate|combined|popped|"
        rf"swallowed|did|used|accidentally)\b[^?]{{0,60}}\b(?:kratom|7oh)\b[^?]{{0,60}}\b{DEPRESSANT}\b"
    ),
    (
        rf"\b(?:i|ive|he|she|they|we|friend|husband|wife|brother|sister|son|daughter|mom|dad|boyfriend|girlfriend|"
        rf"roommate|bf|gf|buddy)\b[^?]{{0,40}}\b(?:just )?(?:took|taken|mixed|drank|had|ate|combined|popped|"
        rf"swallowed|did|used|accidentally)\b[^?]{{0,60}}\b{DEPRESSANT}\b[^?]{{0,60}}\b(?:kratom|7oh)\b"
    ),
)
_WORRIED = compiled(
    (
        r"\b(?:just|tonight|last night|earlier|an hour|hours? ago|minutes? ago|this (?:morning|evening|afternoon)|"
        r"today|already|accidentally|without (?:thinking|knowing|realizing)|by (?:accident|mistake)|forgot)\b"
    ),
    (
        r"\b(?:will i|am i|will (?:he|she|they)|is (?:he|she)|are they|will this|could this|should i (?:be|go|call|"
        r"throw up|make|worry|stay)|going to be|gonna be|be ok|be okay|be alright|be fine|what (?:do|should|now)|"
        r"do i need|fading|slipping|going under|out of it|faint|weak|numb|cant stay|nodding|sleepy|drowsy|dizzy|"
        r"scared|worried|feel\w*)\b"
    ),
)
_BIG_AMOUNT = compiled(
    r"\b(?:just |accidentally |already |stupidly |i )(?:took|ate|swallowed|drank|had|did|downed|"
    r"popped) (?:like |about |around |maybe |almost |over |nearly )?(?:[1-9]\d{1,2}|eight|nine|ten|fifteen|"
    r"twenty|thirty|forty|fifty|a (?:ton|lot|bunch|handful)|double|triple|twice|way more)\b[^?]{0,60}\b(?:be ok|"
    r"be okay|be alright|be fine|am i|will i|going to|should i|what do|what should|dangerous|die|hospital|er|"
    r"worried|scared|help|overdose|too much|too many)\b"
)


def emergency(text: str) -> str | None:
    """Return the rule that sees an emergency in a text in normal form, or None."""
    framed = bool(FRAMED.search(text)) and not REAL.search(text)
    general = bool(GENERAL.search(text))
    seen = (
        ("pet", _child_or_pet(text, general) and _is_only_a_pet(text)),
        ("child-or-pet", _child_or_pet(text, general)),
        ("signs", _signs(text, framed, general)),
        (MEASURED.removeprefix("crisis."), not framed and _vitals(text, general)),
        ("serotonin", not (framed or general or CALM.search(text)) and _serotonin(text)),
        ("large-amount", not framed and bool(_BIG_AMOUNT.search(text))),
        ("mixed", not (framed or general) and _mixed(text)),
        ("unwell", not (framed or general) and _unwell(text)),
    )
    return next((f"crisis.{name}" for name, holds in seen if holds), None)


def _child_or_pet(text: str, general: bool) -> bool:
    if _HARMLESS_MEAL.search(text):
        return False
    own = _OWN_CHILD.search(text) or " mine " in text
    told = not general or _later_event(text)
    return bool(_CHILD_ATE.search(text) and own and told) and not _hypothetical(text)


def _is_only_a_pet(text: str) -> bool:
    """Return whether a pet swallowed it and no person is told of who might have."""
    return bool(_PET.search(text)) and not _PERSON_TOO.search(_PET.sub(" ", text))


def _signs(text: str, framed: bool, general: bool) -> bool:
    if framed or not _SIGNS.search(text) or is_of_a_thing(text) or _LONG_PAST.search(text):
        return False
    if general:
        return bool(_PERSON.search(text)) and _later_event(text)
    return bool(_PERSON.search(text) or _AFTER.search(text))


def _vitals(text: str, general: bool) -> bool:
    if NOT_A_BODY.search(text) or not VITALS.search(text):
        return False
    _asked, *told = _CLAUSE.split(text)  # "does kratom cause this, hr 170" goes on to tell of it
    return not general or _later_event(text) or any(VITALS.search(clause) for clause in told)


def _serotonin(text: str) -> bool:
    told = _PERSON.search(text) or _AFTER.search(text) or _NOW.search(text)
    return bool(told) and is_serotonin_toxic(text) and not FUTURE.search(text)


def _mixed(text: str) -> bool:
    now = _MIXED_NOW.search(text) and _WORRIED.search(text)
    return bool(now) and not (FUTURE.search(text) or HABIT.search(text))


def _unwell(text: str) -> bool:
    told = _MILD.sub(" ", text)
    return bool(_UNWELL_AFTER.search(told) and _ACUTE.search(told)) and not HABIT.search(text)


def is_general(text: str) -> bool:
    """Return whether a text in normal form asks in general terms, or tells of news, history or a figure of speech."""
    if CALM.search(text) or GENERAL.search(text) or FRAMED.search(text) or SELF_HARM_GENERAL.search(text):
        return True
    told, *asked = _SENTENCE.split(text.strip())
    return bool(asked) and bool(GENERAL.search(asked[-1])) and not (_SIGNS.search(told) or wants_to_die(text))


def is_yes_or_no_in_general(text: str) -> bool:
    """Return whether a text in normal form asks only whether something can happen, and names no person."""
    return bool(_YES_OR_NO.search(text)) and not _PERSON.search(text)


def _hypothetical(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:if|what happens (?:if|when)|in case|could|ever|news|article|study|case report|years ago|last (?:year|month|summer|winter|spring|fall)|recovered|survived)\b",
            text,
        )
    ) and not bool(_NOW_STRICT.search(text))


_MILD = re.compile(
    r"\bcant (?:stop|quit) (?:yawning|sneezing|scratching|itching|thinking|eating|peeing|laughing|talking|smiling|taking|"
    r"using|drinking|buying|craving)\b"
)
_YES_OR_NO = re.compile(
    r"^(?:so |and |but |hey |hi )*(?:can|could|does|do|did|has|have|are|is (?:it (?:possible|true|common|likely|known)|there|"
    r"kratom|7oh|withdrawal|overdose)) "
)
_CLAUSE = re.compile(r"[,.;:!?]\s+|\b(?:because|bc|cuz|since)\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_AFTER = re.compile(r"\b(?:after|since|from|on|took|taking|right now|help)\b")
_LONG_PAST = re.compile(
    r"\bthat (?:one )?time\b[^?]{0,60}\b(?:19|20)\d\d\b[^?]{0,80}\b(?:was|were|got|felt) (?:fine|ok|okay|better|alright)\b"
)
_HARMLESS_MEAL = re.compile(
    r"\b(?:ate|eaten|chewed|swallowed|had|drank) (?:\w+ ){0,2}?(?:homework|kittens?|pupp(?:y|ies)|babies|litters?|crayons?|a birthday|"
    r"breakfast|lunch|dinner|surgery|shots at the vet)\b(?!.{0,60}\b(?:kratom|7oh|gumm\w+|capsules?|powder)\b)|\bbedtime story\b"
)
"""What children and pets have or eat that is no danger, and stories for them."""
_NOW_STRICT = re.compile(r"\b(?:just|right now|now|minutes? ago|hours? ago|tonight|today|this morning|help|an hour)\b")
_TOLD = re.compile(
    r"\bmine (?:just |has |already )*(?:ate|eaten|swallowed|drank)\b|"
    r"\b(?:my|our) (?:\w+ ){0,2}(?:friend|husband|wife|brother|sister|son|daughter|mom|mum|dad|boyfriend|"
    r"girlfriend|roommate|baby|kid|child|dog|cat|partner|buddy|mate)\b"
    r"[^?]{0,60}\b(?:is|isnt|wont|cant|just|has|stopped|took|ate|swallowed|are|passed|collapsed|hes|shes|was)\b|"
    r"\b(?:he|she|they) (?:is|isnt|wont|cant|just|stopped|are|took|passed|collapsed)\b|"
    r"\bi (?:just )?(?:took|cant breathe|am having|passed out|mixed|feel)\b|\bim (?:having|overdosing|dying|"
    r"not breathing|passing)\b"
)


def _later_event(text: str) -> bool:
    """Return whether a question that starts in general terms goes on to tell of an event now."""
    return bool(_TOLD.search(text)) and bool(_NOW.search(text))
