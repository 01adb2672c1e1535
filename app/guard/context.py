"""Follow-ups: what an elliptical turn refers to. Only the user's own turns are believed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.guard.decision import Message
from app.guard.fragments import as_choice, as_pick, as_request, asks_how_common, closes, is_continuation, is_own_doing
from app.guard.offers import accepted, of_told_amount
from app.guard.payload import MAX_TURNS, answered_later, assembled, filled_in
from app.guard.reports import as_report
from app.guard.rules.patterns import NUMBER, UNIT
from app.guard.text import clean, collapse, normal
from app.guard.whole import with_its_subject, without_opening
from index.model import TermKind
from index.question import ASSUMED, TAKEN_KINDS
from index.search import ASSISTANT
from index.vocabulary import SUBJECTS, Mention, Vocabulary

SHORT_WORDS = 9
MAX_EARLIER = 6
"""Earlier user turns in which a follow-up finds what it refers to."""
JOINED_CHARS = 600
MAX_OTHERWISE = 3
"""Other readings of a follow-up that are searched for."""
SWAP_WORDS = 5
"""Longest turn that names another subject for the question before it."""

_LEADS_ON = re.compile(
    r"^(?:and|but|or|so|also|then|ok(?:ay)?|well|fine|sure|no|yes|yeah|what about|how about|what if|why|"
    r"is (?:it|that|this|he|she)|does (?:it|that|he|she)|for how long|even|like|just|only|still|continue|go on|more|"
    r"in|with|for|per|about|around|how (?:much|many|often|long|so|come)|which|where|when|who|same|instead)\b"
)
_SWAPS = re.compile(r"^(?:(?:and|but|or|so|ok(?:ay)?|what about|how about|then)[ ,]+)+", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|that|this|these|those|them|they|there|same|more|instead|one|ones|he|she|him|her|then|again|another|"
    r"together|both|either)\b"
)
_ITS = r"(?:it|they|this|that|kratom|7oh|strains?|these|those|tests?)"
_ASKS_ANEW = re.compile(
    r"\b(?:legal|illegal|law|laws|banned|risks?|risky|bad|danger\w*|harm\w*|liver|heart|kidneys?|brain|"
    r"side effects?|addict\w*|"
    r"withdraw\w*|interact\w*|proven|evidence|true|common|help (?:me )?(?:quit|stop)|why|who (?:are|made|pays)|"
    r"what (?:is|are|was|were|does|happens)|"
    r"how (?:does|do you know|common|likely|long does|long do)|feels? like|what(?:s| is) (?:actually |really )?in(?:side)? (?:it|"
    r"them|there|that)|differ\w*|was it|were they|in (?:humans|people|animals|mice|rats)|pregnan\w*|"
    r"show up|detect\w*|for how long|results?|findings?|conclusions?|"
    r"how (?:long|soon|many (?:days|weeks)) after (?:starting|stopping|quitting|beginning)|sorry|thanks|thank you|instead|never ?mind|forget (?:that|it)|"
    rf"different question)\b|\b(?:does|can|could|will|would|is|are|has|did|do) {_ITS} (?:\w+ ){{0,2}}?(?:work|help|hurt|"
    r"affect|cause|kill|die|harm|damage|show|contain|mess|real|fatal|lethal|deadly|poisonous|toxic|overdose)\b|"
    r"\bcan (?:you|i|people|someone|anyone) (?:\w+ ){0,2}?(?:die|overdose|quit|stop|drive|get (?:addicted|hooked|sick))\b"
)
_AMOUNT = (
    rf"(?:{NUMBER}(?: (?:or|to|and) {NUMBER})?|(?:an? )?(?:third|quarter|fourth|fifth|double|triple)|twice|thrice|double|"
    r"triple)"
)
_BARE_AMOUNT = re.compile(
    rf"^(?:(?:like|about|so|and|or|maybe|say|what about|how about|then|is|just|only|around|ok|with|for|even|"
    rf"up to|than|more|less) )*"
    rf"{_AMOUNT}\s?(?:{UNIT}|kg|kilos|lbs?|pounds|%|(?:of )?(?:one|it|them|that|"
    rf"a (?:tablet|pill|capsule|shot)))?"
    r"(?: (?:ok|okay|fine|then|enough|a day|daily|at once|please))?\s?[?.!]*$"
)
_BOUND = re.compile(
    r"^(?:(?:like|just|only|ok|okay|so|and|or|then|at least|give me|tell me|fine|maybe|even|a|an|the|your|rough|ballpark|approximate) )*"
    r"(?:(?:lower|low|bottom|upper|high|top|lowest|highest|smallest|biggest) (?:end|bound|limit|number|figure|amount)|ballpark|"
    r"(?:number|figure|range|estimate|minimum|maximum|min|max)|(?:el|la|il|lo|le|das|den) (?:m[ií]nim\w*|m[aá]xim\w*|massimo|"
    r"minimum|maximum))(?: (?:then|please|only|at least|for me|will do|is enough|is fine|dai|no mas|nur))*\s?[?.!]*$"
)
"""Nothing but the end of a range, after turns about amounts."""
_OF_AMOUNTS = re.compile(
    r"\b(?:how (?:much|many)|amounts?|numbers?|dos(?:e|es|ing|age)|grams?|capsules?|scoops?|spoons?)\b|cu[aá]nt|quant|combien|wie ?viel|"
    r"hoeveel|num(?:eri|eros|ber)|zahlen",
    re.IGNORECASE,
)
_STATES = re.compile(r"^(?:hi[, ]+|hello[, ]+|so )?(?:i|im|i'm|ive|i've|my|he|she|we|hes|shes)\b[^?]*$", re.IGNORECASE)
_ASKS_OF_RISK = re.compile(
    r"\b(?:danger\w*|safe|ok|okay|alright|fine|bad|risk\w*|harm\w*|hurt|problems?|interact\w*|mix\w*|mess|worr\w*|kill|die)\b"
)
_LACKS_OBJECT = re.compile(
    r"^what(?:s| are| is)?(?: the)?(?: warning| first| early)? (?:signs?|symptoms?)(?: (?:should|do|can|would|to)\b[^?]{0,30})?$"
)
"""Signs of something that only the turn before names."""
_STANDS = re.compile(r"^(?:is|are|does|do|did|can|could|will|would|should|what|whats|how|why|which|who|where)\b")
_GENERAL = frozenset({"side-effects", "interactions", "evidence-quality", ASSISTANT})
_CARRIED_KINDS = TAKEN_KINDS | {TermKind.CONDITION, TermKind.GROUP}
_SUBJECT_KINDS = frozenset({TermKind.PLANT, TermKind.ALKALOID})


@dataclass(frozen=True)
class Resolved:
    """A turn in its conversation."""

    said: str
    """The turn without the pleasantries before it: "ok, thanks."."""
    question: str
    """The question to search for."""
    otherwise: tuple[str, ...]
    """Other readings of a follow-up, to search for in turn when nothing answers the first."""
    judged: tuple[tuple[str, str], ...]
    """Further texts to judge for what they ask: the turn with what it refers to, the last turns joined."""
    anew: bool
    """Whether the turn asks something of its own, so that an earlier request does not stick to it."""
    told: str | None
    """The turn with what it refers to, to judge for a crisis."""
    elliptical: bool
    bare_amount: bool
    """Whether the turn is nothing but an amount, after turns about kratom: "like 0.25?", "70 kg"."""
    closes: bool
    """Whether the turn says thanks or goodbye and asks nothing."""
    points_back: bool
    """Whether a word of the turn points at what was said before."""
    subject_named: bool
    """Whether an earlier user turn names kratom, a form or an alkaloid of it."""
    asks_how_common: bool
    """Whether the turn asks how often what the turn before asks about happens."""
    is_first: bool
    """Whether no user turn came before it."""


def _never(_text: str, _told: str) -> bool:
    return False


def resolve(
    text: str, history: Sequence[Message], vocabulary: Vocabulary, is_clean: Callable[[str, str], bool] = _never
) -> Resolved:
    """Return the cleaned turn `text` with what it refers to in earlier user turns, or as it is when it stands alone.

    "and with alcohol?" keeps its own entities and takes kratom as its subject; "is that dangerous?" takes the
    whole question before it. Turns of the assistant or system are the client's word and are not read.
    `is_clean` says of the words of a follow-up alone whether they are a question that asks for nothing to decline.
    """
    whole, text = text, without_opening(text) if history else text
    mentions = vocabulary.mentions(text)
    said = [collapse(clean(turn.content)) for turn in history if turn.role == "user" and turn.content.strip()]
    earlier = said[-MAX_EARLIER:]
    named = any(_names_subject(vocabulary.mentions(turn[:JOINED_CHARS])) for turn in earlier)
    swapped = _with_other_subject(text, mentions, earlier, vocabulary)
    closing = bool(history) and closes(whole)
    elliptical = bool(earlier) and not closing and (swapped is not None or _is_elliptical(text, mentions))
    # A refusal does not stick: a turn that asks something new is not judged with the request before it.
    anew = bool(_ASKS_ANEW.search(normal(text))) or any(
        mention.is_gated and mention.kind is not TermKind.PLACE for mention in mentions
    )
    anew = anew or (bool(earlier) and is_clean(text, f"{_referent(earlier)} {text}"))
    judged: list[tuple[str, str]] = []
    if elliptical and (not anew or swapped or is_continuation(text)):
        judged += _in_context(text, _referent(earlier), swapped)
        if _BARE_AMOUNT.match(normal(earlier[-1])):
            judged.append(("amount", f"{_referent(earlier)} {earlier[-1]} {text}"))
    choice = as_choice(text) if elliptical else None
    pick = as_pick(text, _referent(earlier)) if earlier else None
    judged += [("choice", asked) for asked in (choice, pick) if asked]
    if not anew:
        judged += [("joined", reading) for reading in assembled(text, said[-MAX_TURNS:])]
    filled = filled_in(text, said[-MAX_TURNS:])
    judged += [("filled-in", filled)] if filled else []
    later = answered_later(text, said[-MAX_TURNS:])
    judged += [("later", later)] if later else []
    report = as_report(text, _referent(earlier)) if earlier else None
    judged += [("report", report)] if report else []
    judged += accepted(text, history)
    judged += of_told_amount(text, history) if not closing else []
    bounded = _BOUND.match(normal(text)) and any(_OF_AMOUNTS.search(turn) for turn in earlier)
    bare = bool(earlier) and bool(_BARE_AMOUNT.match(normal(text)) or bounded)
    told = f"{_referent(earlier)} {text}" if elliptical else None
    question = swapped or _search_text(text, mentions, earlier, vocabulary, elliptical=elliptical)
    common = elliptical and asks_how_common(text, _referent(earlier))
    points = bool(_POINTS_BACK.search(text.lower()))
    otherwise = _other_readings(text, question, earlier, vocabulary)
    return Resolved(
        text,
        question,
        otherwise,
        tuple(judged),
        anew,
        told,
        elliptical,
        bare,
        closing,
        points,
        named,
        common,
        not earlier,
    )


def _other_readings(text: str, question: str, earlier: Sequence[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return what else a follow-up may ask: of the thing last named, after the turn before, of kratom, or as it is."""
    if not earlier or len(text.split()) > 2 * SHORT_WORDS:
        return ()
    named = with_its_subject(text, earlier, vocabulary)
    readings = [named] if named else []
    readings += [f"{_referent(earlier)} {text}", f"{ASSUMED}{text}", text]
    return tuple(one for one in dict.fromkeys(readings) if one != question)[:MAX_OTHERWISE]


def _in_context(text: str, referent: str, swapped: str | None) -> list[tuple[str, str]]:
    """Return the texts, by name, that say what an elliptical turn asks after the turn that it refers to."""
    found = [("context", swapped or f"{referent} {text}")]
    request = as_request(text, referent)
    found += [("request", request)] if request else []
    own = is_own_doing(text, referent)
    return [*found, ("own", own)] if own else found


def _search_text(
    text: str, mentions: Sequence[Mention], earlier: Sequence[str], vocabulary: Vocabulary, *, elliptical: bool
) -> str:
    own = [mention for mention in mentions if mention.id not in SUBJECTS and mention.kind not in _SUBJECT_KINDS]
    specific = [mention for mention in own if mention.id not in _GENERAL]
    if earlier and not specific and (carried := _carried(text, mentions, earlier, vocabulary)):
        return carried
    if elliptical and not own:
        return f"{_grounds(earlier, vocabulary)} {text}"
    stands = _names_subject(mentions) or _asks_of_us(mentions)
    return text if stands and not elliptical else f"{ASSUMED}{text}"


def _carried(text: str, mentions: Sequence[Mention], earlier: Sequence[str], vocabulary: Vocabulary) -> str | None:
    """Return the turn with the medicine or illness told before, when it names none but depends on it.

    Either the turn before only tells of it ("i take warfarin"), or the turn points back at what is taken together, or
    it asks whether kratom is dangerous after somebody told what they take.
    """
    before = earlier[-1][-JOINED_CHARS:]
    if len(text.split()) > 2 * SHORT_WORDS:
        return None
    taken = [mention for mention in vocabulary.mentions(before) if mention.kind in _CARRIED_KINDS]
    if taken and _STATES.match(before):
        return f"{before} {text}"
    drugs = [mention.words for mention in taken if mention.kind in TAKEN_KINDS]
    if not drugs:
        return _with_own_medicine(text, earlier, vocabulary)
    if mentions and not _names_subject(mentions) and _POINTS_BACK.search(text.lower()):
        return f"kratom with {' and '.join(dict.fromkeys(drugs))}: {text}"
    return None


def _with_own_medicine(text: str, earlier: Sequence[str], vocabulary: Vocabulary) -> str | None:
    """Return the turn with the medicine that the person said to take before kratom came up: "is that dangerous?"."""
    lately = vocabulary.mentions(earlier[-1][-JOINED_CHARS:])
    if not (_names_subject(lately) and _ASKS_OF_RISK.search(normal(text))):
        return None
    if any(mention.is_gated and mention.kind is not TermKind.CONDITION for mention in lately):
        return None
    for turn in reversed(earlier[:-1]):
        drugs = [mention.words for mention in vocabulary.mentions(turn[:JOINED_CHARS]) if mention.kind in TAKEN_KINDS]
        if drugs and _STATES.match(turn):
            return f"kratom with {' and '.join(dict.fromkeys(drugs))}: {text}"
    return None


def _grounds(earlier: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return what an elliptical turn refers to, after the last turn that names something when it names nothing."""
    referent = _referent(earlier)
    if vocabulary.mentions(referent):
        return referent
    named = (turn[-JOINED_CHARS:] for turn in reversed(earlier) if vocabulary.mentions(turn[-JOINED_CHARS:]))
    before = next(named, "")
    return f"{before} {referent}".strip()


def _with_other_subject(
    text: str, mentions: Sequence[Mention], earlier: Sequence[str], vocabulary: Vocabulary
) -> str | None:
    """Return the question before with the subject that `text` names instead: "and kratom itself?"; None otherwise."""
    if not earlier or len(text.split()) > SWAP_WORDS or not _SWAPS.match(text):
        return None
    if not mentions or not all(mention.kind in _SUBJECT_KINDS for mention in mentions):
        return None
    referent = _referent(earlier)
    old = [mention for mention in vocabulary.mentions(referent) if mention.kind in _SUBJECT_KINDS]
    if not old or old[0].id == mentions[0].id:
        return None
    pattern = r"[\W_]+".join(map(re.escape, old[0].words.split()))
    swapped = re.sub(rf"(?<!\w){pattern}(?!\w)", lambda _: mentions[0].words, referent, count=1, flags=re.IGNORECASE)
    return swapped if swapped != referent else None


def _referent(earlier: Sequence[str]) -> str:
    """Return the last earlier turn that stands on its own, or the last one."""
    for turn in reversed(earlier):
        words = turn.lower().split()
        if len(words) > 3 or (len(words) == 3 and _STANDS.match(" ".join(words))):
            return turn[-JOINED_CHARS:]
    return earlier[-1][-JOINED_CHARS:]


def _names_subject(mentions: Sequence[Mention]) -> bool:
    return any(mention.kind in _SUBJECT_KINDS for mention in mentions)


def _asks_of_us(mentions: Sequence[Mention]) -> bool:
    """Return whether the turn is about this assistant: then kratom is not its subject though it names no other."""
    return any(mention.id == ASSISTANT for mention in mentions)


def _is_elliptical(text: str, mentions: Sequence[Mention]) -> bool:
    words = text.lower().split()
    if _names_subject(mentions) or len(words) > SHORT_WORDS:
        return False
    lower = " ".join(words)
    led = _LEADS_ON.search(lower) or _POINTS_BACK.search(lower) or _LACKS_OBJECT.search(normal(text).strip(" ?."))
    return bool(led or len(words) <= 4)
