"""Turns that are no sentence: what a few words ask for after the turn before them."""

from __future__ import annotations

import re

MAX_REQUEST_WORDS = 4
"""Words of a fragment that is read as the thing asked for."""

_FILLERS = (
    r"(?:and|or|but|so|then|ok|okay|well|like|just|maybe|say|cool|great|nice|fine|sure|alright|right|what about|"
    r"how about|even|the|any|some|a|an)"
)
_CONTINUES = re.compile(
    rf"^(?:{_FILLERS}[ ,]+)*(?:where |which |who |what )?(?:for|in|at|near|around|from|by|per)\b(?: [\w'-]+){{1,4}}[?.! ]*$",
    re.IGNORECASE,
)
_CONTINUES_ABROAD = re.compile(
    r"^[¿¡ ]*(?:(?:y|e|et|und|en|a|i|и|а|dan|pero|mais|aber|maar|ma|ok|oke|vale|peki|ya)[ ,]+)+"
    r"(?:para|pra|pro|con|sin|com|sem|f[üu]r|mit|bei|zum|zur|ohne|als|pour|avec|sans|comme|chez|per|come|senza|voor|met|bij|"
    r"zonder|na|dla|do|z|ze|przy|jako|для|с|со|от|при|без|на|untuk|dengan|kalau|buat|bagi|cho|với)\b(?:[ ’'][\w’'-]+){1,4}"
    r"[?.! ]*$|"
    r"^(?:那|那么|那麼)?.{1,10}呢[?？]?$|^(?:じゃあ|では|それなら|なら)?.{1,12}(?:の場合は|は|なら|だと)[?？]$|"
    r"^(?:แล้ว)(?:ถ้า|สำหรับ|กับ|เพื่อ).{1,20}(?:ล่ะ|ละ)?[?]?$|^(?:그럼|그러면|그리고) ?.{1,12}(?:은|는)요?[?]?$|"
    r"^(?:peki |ya )?[\w ]{2,20} (?:i[çc]in|ile)[?]?$|^و(?:مع|ل|بالنسبة).{1,20}[؟?]?$|^(?:और )?.{2,20} के (?:लिए|साथ)[?]?$",
    re.IGNORECASE,
)
_NEARBY = re.compile(
    rf"^(?:{_FILLERS}[ ,]+)*where(?P<place> (?:near me|nearby|near here|around here|locally|online|close by|round here))[?.! ]*$",
    re.IGNORECASE,
)
_WHICH = re.compile(
    rf"^(?:{_FILLERS}[ ,]+)*(?P<purpose>for(?: [\w'-]+){{1,3}}),? which(?: (?:one|kind|type))?[?.! ]*$", re.IGNORECASE
)
_WHERE = re.compile(
    rf"^(?:{_FILLERS}[ ,]+)*(?:where|which (?:chains?|shops?|stores?))(?: (?:then|tho|though|exactly|at|pls|please))*[?.! ]*$",
    re.IGNORECASE,
)
_SOLD = re.compile(
    r"\b(?:legal\w*|sold|sells?|selling|available|banned|allowed|carry|carries|shops?|stores?|stations?)\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"^(?:(?:ok|okay|thanks|thank you|thx|ty|cheers|got it|i see|understood|alright|all right|right|cool|great|nice|"
    r"good|fine|bye|goodbye|perfect|awesome|so much|very much|a lot|then|for (?:that|this|your help|the (?:help|info)))"
    r"(?:[\s,.!]+|$))+$",
    re.IGNORECASE,
)
_LEADING = re.compile(rf"^(?:{_FILLERS}[ ,]+)+", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_HAS_VERB = re.compile(
    r"\b(?:is|are|was|were|am|be|does|do|did|can|could|will|would|should|has|have|had|why|how|who|when|where|what|which|"
    r"it|that|this|they|he|she|you|i|not|no|yes|source|sources)\b",
    re.IGNORECASE,
)
_MAKES = r"(?:make|makes|convert|converts|turn|turns|produce|produces|extract|extracts|form|forms|concentrate|isolate)"
_OWN_DOING = re.compile(
    r"\b(?:at home|myself|yourself|on my own|in (?:my|a|the) (?:\w+ )?(?:kitchen|jar|garage|lab|pot|basement)|diy|by hand|"
    r"homemade|(?:how )?(?:would|do|can|could) (?:i|you|we|one|someone) (?:do|make|copy|repeat) (?:that|it|this|so))\b",
    re.IGNORECASE,
)
_PROCESS = re.compile(
    rf"\bhow (?:do|does|did|can|is)\b[^.?!]{{0,40}}?\b(?P<verb>{_MAKES})\b(?P<rest>[^?!.]*)", re.IGNORECASE
)

_HOW_COMMON = re.compile(
    r"^(?:(?:and|but|so|ok|really) )?how (?:often|common|commonly|frequently|likely|rare)(?: (?:is|does|do) (?:it|that|this)(?: happen)?)?[?.! ]*$",
    re.IGNORECASE,
)
_HAPPENING = re.compile(
    r"\b(?:cause[sd]?|seizures?|deaths?|die|died|kill\w*|overdos\w*|fatal\w*|injur\w*|damage|hurt|harm\w*|side effects?|"
    r"addict\w*|dependen\w*|withdrawal|contaminat\w*|recall\w*|happen\w*|interact\w*|liver|heart|problems?|bans?|banned)\b",
    re.IGNORECASE,
)


def asks_how_common(text: str, referent: str) -> bool:
    """Return whether a turn asks how often what `referent` asks about happens: "how often?" after "does it kill"."""
    return bool(_HOW_COMMON.match(text.strip()) and _HAPPENING.search(referent))


_PICK = re.compile(
    r"\bwhich (?:ones?|of (?:them|those|these))\b(?: that)? (?P<good>(?:is|are|isnt|isn't|arent|aren't|do not|dont|don't|has no|"
    r"have no|pass\w*)\b[^.?!]{0,40})",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"^(?:(?:and|so|ok|okay|but|then)[ ,]+)*whose(?: \w+)? (?P<good>(?:is|are|do|does|pass|has|have)\b[^.?!]{0,40})",
    re.IGNORECASE,
)
_IN_WHOSE = re.compile(
    r"^(?:(?:and|so|ok|okay|but|then)[ ,]+)*(?:(?:in|from|by|of) )?(?:whose|which (?:brands?|compan(?:y|ies)|makers?|vendors?|sellers?))"
    r"(?: (?:products?|ones?|powders?))?[?.! ]*$",
    re.IGNORECASE,
)
_PRODUCTS = re.compile(
    r"\b(?:brands?|vendors?|sellers?|shops?|stores?|compan(?:y|ies)|products?|fakes?|labels?|labelled|contaminat\w*|metals?|lead|"
    r"salmonella|lab[- ]?test\w*|gas stations?|sold|sells?|online|gumm\w+|extracts?|shots?)\b",
    re.IGNORECASE,
)


def is_continuation(text: str) -> bool:
    """Return whether a turn only adds a place, purpose or person to the question before: "and for sleep?"."""
    return bool(_CONTINUES.match(text.strip()) or _CONTINUES_ABROAD.match(text.strip()))


def closes(text: str) -> bool:
    """Return whether a turn says thanks, goodbye or that something was understood, and asks nothing."""
    return bool(_CLOSES.match(text.strip()))


def as_choice(text: str) -> str | None:
    """Return the request that a fragment makes whatever was asked before: "where near me", "and for sleep, which?"."""
    if near := _NEARBY.match(text.strip()):
        return f"where can i get kratom{near['place']}"
    if which := _WHICH.match(text.strip()):
        return f"which kratom is best {which['purpose']}"
    return None


def as_pick(text: str, referent: str) -> str | None:
    """Return the request for a product or seller that `text` makes after what is sold: "which ones are legit", "where then"."""
    if _IN_WHOSE.match(text.strip()) and _PRODUCTS.search(referent):
        return "which kratom brands are they in"
    if _WHERE.match(text.strip()) and _SOLD.search(referent):
        return "where can i get kratom"
    pick = _PICK.search(text) or _WHOSE.match(text.strip())
    return f"which kratom brands {pick['good']}" if pick and _PRODUCTS.search(referent) else None


def as_request(text: str, referent: str) -> str | None:
    """Return a fragment such as "ok, steps?" as the request it is, about what `referent` asks; None for a sentence."""
    asked = fragment(text)
    return f"give me {asked} for this: {referent}" if asked else None


def fragment(text: str) -> str | None:
    """Return the thing that a turn without a verb names, its fillers left out; None for a sentence."""
    last = _LEADING.sub("", _SENTENCE.split(text.strip())[-1]).strip(" ?.!,")
    return last if 0 < len(last.split()) <= MAX_REQUEST_WORDS and not _HAS_VERB.search(last) else None


def is_own_doing(text: str, referent: str) -> str | None:
    """Return how something is made, asked in the first person, when `text` brings what the body does home."""
    process = _PROCESS.search(referent)
    if process is None or not _OWN_DOING.search(text):
        return None
    verb = process["verb"].lower()
    return f"how do i {verb.removesuffix('s')}{process['rest']} {text}"
