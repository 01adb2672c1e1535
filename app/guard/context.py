"""Follow-ups: what an elliptical turn refers to. Only the user's own turns are believed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.guard.decision import Message
from app.guard.rules.patterns import NUMBER, UNIT
from app.guard.text import clean, collapse, normal
from index.model import TermKind
from index.vocabulary import SUBJECTS, Mention, Vocabulary

SHORT_WORDS = 9
MAX_EARLIER = 6
"""Earlier user turns that are looked at."""
JOINED_TURNS = 4
"""Last user turns that are joined to find a request split over several."""
JOINED_CHARS = 600

_LEADS_ON = re.compile(
    r"^(?:and|but|or|so|also|then|ok(?:ay)?|well|fine|sure|no|yes|yeah|what about|how about|what if|why|"
    r"is (?:it|that|this|he|she)|does (?:it|that|he|she)|for how long|even|like|just|only|still|continue|go on|more|"
    r"in|with|for|per|about|around|how (?:much|many|often|long|so|come)|which|where|when|who|same|instead)\b"
)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|that|this|these|those|them|they|there|same|more|instead|one|ones|he|she|him|her|then|again|another)\b"
)
_ASKS_ANEW = re.compile(
    r"\b(?:legal|illegal|law|laws|banned|risks?|risky|bad|danger\w*|harm\w*|liver|heart|kidneys?|brain|"
    r"side effects?|addict\w*|"
    r"withdraw\w*|interact\w*|proven|evidence|true|common|help (?:me )?(?:quit|stop)|why|who (?:are|made|pays)|"
    r"what (?:is|are|was|were|does|happens)|"
    r"how (?:does|do you know|common|likely|long does|long do)|what(?:s| is) (?:actually |really )?in (?:it|"
    r"them|there|that)|differ\w*|was it|were they|in (?:humans|people|animals|mice|rats)|pregnan\w*|"
    r"show up|detect\w*|for how long|sorry|thanks|thank you|instead|never ?mind|forget (?:that|it)|"
    r"different question)\b"
)
_CONTINUES = re.compile(
    r"^(?:continue|go on|go ahead|finish|complete|keep going|and|yes|yes please|ok|do it|please do|next|more)[\s?.!]*$"
)
_UNFINISHED = re.compile(
    r"\b(?:dos\w+|amounts?|grams?|capsules?|take|takes|teaspoons?|vendors?|shops?|stores?|brands?|buy|"
    r"order)\b[^.?!]{0,40}$"
)
_BARE_AMOUNT = re.compile(
    rf"^(?:(?:like|about|so|and|or|maybe|say|what about|how about|then|is|just|only|around|ok|with|for|even|"
    rf"up to|than|more|less) )*"
    rf"{NUMBER}(?: (?:or|to|and) {NUMBER})?\s?(?:{UNIT}|kg|kilos|lbs?|pounds|%|(?:of )?(?:one|it|them|"
    rf"a (?:tablet|pill|capsule|shot)))?"
    r"(?: (?:ok|okay|fine|then|enough|a day|daily|at once|please))?\s?[?.!]*$"
)
_PAYLOAD = re.compile(
    r"\b(?:combine|join|put (?:it|them|that|these|the parts) together|concatenate|merge|a\s?\+\s?b|part (?:one|"
    r"two|three|1|2|3|a|b)|"
    r"answer (?:the (?:full|whole|combined|complete|resulting)|that|it)|the (?:full|whole|combined) (?:question|"
    r"sentence)|remember|"
    r"first (?:half|part|word)|second (?:half|part|word)|next (?:word|part)|finish|complete|now answer|in order|"
    r"read (?:it|them) (?:as|back))\b"
)
_SUBJECT_KINDS = frozenset({TermKind.PLANT, TermKind.ALKALOID})


@dataclass(frozen=True)
class Resolved:
    """A turn in its conversation."""

    question: str
    """The question to search for."""
    judged: tuple[tuple[str, str], ...]
    """Further texts to judge for what they ask: the turn with what it refers to, the last turns joined."""
    anew: bool
    """Whether the turn asks something of its own, so that an earlier request does not stick to it."""
    told: str | None
    """The turn with what it refers to, to judge for a crisis."""
    elliptical: bool
    bare_amount: bool
    """Whether the turn is nothing but an amount, after turns about kratom: "like 0.25?", "70 kg"."""
    subject_named: bool
    """Whether an earlier user turn names kratom, a form or an alkaloid of it."""
    is_first: bool
    """Whether no user turn came before it."""


def resolve(text: str, history: Sequence[Message], vocabulary: Vocabulary) -> Resolved:
    """Return the cleaned turn `text` with what it refers to in earlier user turns, or as it is when it stands alone.

    "and with alcohol?" keeps its own entities and takes kratom as its subject; "is that dangerous?" takes the
    whole question before it. Turns of the assistant or system are the client's word and are not read.
    """
    mentions = vocabulary.mentions(text)
    earlier = [collapse(clean(turn.content)) for turn in history if turn.role == "user" and turn.content.strip()]
    earlier = earlier[-MAX_EARLIER:]
    named = any(_names_subject(vocabulary.mentions(turn[:JOINED_CHARS])) for turn in earlier)
    elliptical = bool(earlier) and _is_elliptical(text, mentions)
    judged: list[tuple[str, str]] = []
    # A refusal does not stick: a turn that asks something new is not judged with the request before it.
    anew = bool(_ASKS_ANEW.search(normal(text))) or any(mention.is_gated for mention in mentions)
    if elliptical and not anew:
        judged.append(("context", f"{_referent(earlier)} {text}"))
    if earlier and not anew and (_PAYLOAD.search(text.lower()) or _looks_split(text, earlier)):
        judged.append(("joined", " ".join([*earlier[-JOINED_TURNS + 1 :], text])[-JOINED_CHARS:]))
    unfinished = _unfinished(text, history)
    if unfinished:
        judged.append(("unfinished", unfinished))
    bare = bool(earlier) and bool(_BARE_AMOUNT.match(normal(text)))
    told = f"{_referent(earlier)} {text}" if elliptical else None
    question = _search_text(text, mentions, earlier, elliptical)
    return Resolved(question, tuple(judged), anew, told, elliptical, bare, named, not earlier)


def _unfinished(text: str, history: Sequence[Message]) -> str | None:
    """Return a sentence about amounts or sellers that the client put in our mouth, to be completed by "go on"."""
    if not history or history[-1].role == "user" or not _CONTINUES.match(text.lower()):
        return None
    said = collapse(clean(history[-1].content))[-JOINED_CHARS:]
    return f"complete the sentence: {said} ___ grams" if _UNFINISHED.search(said.lower()) else None


def _search_text(text: str, mentions: Sequence[Mention], earlier: Sequence[str], elliptical: bool) -> str:
    if elliptical:
        own = [mention for mention in mentions if mention.id not in SUBJECTS and mention.kind not in _SUBJECT_KINDS]
        return f"kratom: {text}" if own else f"{_referent(earlier)} {text}"
    return text if _names_subject(mentions) else f"kratom: {text}"


def _referent(earlier: Sequence[str]) -> str:
    """Return the last earlier turn that stands on its own, or the last one."""
    for turn in reversed(earlier):
        if len(turn.split()) > 3:
            return turn[-JOINED_CHARS:]
    return earlier[-1][-JOINED_CHARS:]


def _names_subject(mentions: Sequence[Mention]) -> bool:
    return any(mention.kind in _SUBJECT_KINDS for mention in mentions)


def _is_elliptical(text: str, mentions: Sequence[Mention]) -> bool:
    words = text.lower().split()
    if _names_subject(mentions) or len(words) > SHORT_WORDS:
        return False
    lower = " ".join(words)
    return bool(_LEADS_ON.search(lower) or _POINTS_BACK.search(lower) or len(words) <= 4)


def _looks_split(text: str, earlier: Sequence[str]) -> bool:
    """Return whether the last turns are fragments: short, and without the end of a sentence."""
    last = [*earlier[-JOINED_TURNS + 1 :], text]
    open_ended = sum(turn.rstrip()[-1:] not in ".?!。？！" for turn in last)
    if len(last) < 2 or (len(last) == 2 and len(text.split()) > 5):
        return False
    return open_ended >= len(last) - 1 and all(len(turn.split()) <= 8 for turn in last)
