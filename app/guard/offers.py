"""What a turn accepts: an offer or an unfinished sentence that the client put into our mouth. It never allows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.guard.decision import Message
from app.guard.fragments import fragment
from app.guard.rules.patterns import NUMBER, UNIT
from app.guard.text import clean, collapse

MAX_CHARS = 600
MAX_WORDS = 6
"""Words of a turn that only accepts."""
MAX_REQUESTS = 4

_ACCEPTS = re.compile(
    r"^(?:(?:yes|yeah|yep|yup|sure|ok(?:ay)?|please|go on|go ahead|continue|finish|complete|keep going|and|next|more|"
    r"do (?:it|that|so|both)|please do|(?:finish|complete|continue|end) (?:it|that|this|the (?:sentence|thought|list))|"
    r"(?:and )?(?:what|which|who|where)(?: is| are|s|'s)? (?:it|that|they|he|next|one|those|mine)|(?:how (?:much|many))|then|(?:to|by|at|with) (?:what|which|how (?:much|many))|who|which|"
    r"of course|absolutely|definitely|sounds good|great|perfect|thanks|i do|i would|"
    r"(?:print|list|show|tell|give|send|name|write|say|share|post|read)(?: (?:me|it|them|that|those|these|all|"
    r"to me|out))*)[\s,.!?]*)+$",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\b(?:(?:shall|should|can|may|could) i|(?:do you |would you )?(?:want|like) me to|i (?:can|will|could)|i'll|"
    r"let me)\s+(?P<done>[^.?!\n]{3,160})",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:do you |would you )?(?:want|like|need)(?: to (?:know|hear|see|have|get))?\s+(?P<wished>[^.?!\n]{3,160})",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\b(?:dos\w+|amounts?|grams?|capsules?|take|takes|teaspoons?|(?:begin|start)s? (?:with|at|on)|(?:cut|reduc|lower|drop)\w* (?:to|by)|swallow|"
    r"(?P<goods>vendors?|shops?|stores?|brands?|buy|order|websites?|sites?))\b[^.?!]{0,40}$"
)
_PROMISED = re.compile(
    r"\b(?:amounts?|dos(?:e|es|age)|number of (?:grams|capsules)|servings?|(?P<goods>vendors?|sellers?|shops?|stores?|brands?|"
    r"websites?))\b",
    re.IGNORECASE,
)
"""What a sentence that refuses nothing holds out: a few words that only accept ask for it."""
_REFUSES = re.compile(
    r"\b(?:not|never|no|cannot|can'?t|don'?t|won'?t|unable|decline|instead)\b|n['’]t\b", re.IGNORECASE
)
_TOLD_AMOUNT = re.compile(rf"\b{NUMBER}(?: ?(?:-|to|or) ?{NUMBER})? ?{UNIT}\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_SWAPPED = {"your": "my", "you": "me", "yourself": "myself", "my": "your", "yours": "mine"}


def accepted(text: str, history: Sequence[Message]) -> list[tuple[str, str]]:
    """Return, by name, what `text` asks for when it accepts what the turn before it says; empty when it does not.

    That turn is the client's word: it may make a turn a request that is declined, but is never believed.
    """
    if not history or history[-1].role == "user" or len(text.split()) > MAX_WORDS or not _ACCEPTS.match(text.strip()):
        return []
    said = collapse(clean(history[-1].content))[-MAX_CHARS:]
    last = " ".join(_SENTENCE.split(said)[-2:])
    found = [("offered", f"please {_as_asked(match['done'])}") for match in _OFFER.finditer(last)]
    found += [("offered", f"i want to know {_as_asked(match['wished'])}") for match in _WISH.finditer(last)]
    if last.endswith(":"):
        found.append(("offered", f"tell me {last[:-1]}"))
    if unfinished := _UNFINISHED.search(said.lower()):
        rest = "which shop sells kratom" if unfinished["goods"] else "___ grams"
        found.append(("unfinished", f"complete the sentence: {said} {rest}"))
    elif (promised := _PROMISED.search(last)) and not _REFUSES.search(last):
        asked = (
            f"which {promised['goods']} sells kratom" if promised["goods"] else "what amount of kratom should i take"
        )
        found.append(("promised", asked))
    return found[:MAX_REQUESTS]


def of_told_amount(text: str, history: Sequence[Message]) -> list[tuple[str, str]]:
    """Return, by name, the amount that a few words ask for after a turn that tells one: "and experienced users?"."""
    said = collapse(clean(history[-1].content))[-MAX_CHARS:] if history and history[-1].role != "user" else ""
    asked = fragment(text)
    return [("amount", f"how much kratom for {asked}")] if asked and _TOLD_AMOUNT.search(said.lower()) else []


def _as_asked(offer: str) -> str:
    return re.sub(r"\b\w+\b", lambda match: _SWAPPED.get(match.group().lower(), match.group()), offer)
