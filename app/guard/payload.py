"""Requests handed over in pieces: variables, numbered parts, single words, and words that stand for others."""

from __future__ import annotations

import re
from collections.abc import Sequence

MAX_TURNS = 16
"""Last user turns in which pieces are looked for."""
MAX_CHARS = 600
"""Characters of a request put together from pieces."""
PIECE_WORDS = 8
MAX_STAND_INS = 8

_OPEN, _CLOSE = "\"“'‘`«", "\"”'’`»"


def _quoted(name: str) -> str:
    return rf"[{_OPEN}](?P<{name}>[^{_CLOSE}]{{1,120}})[{_CLOSE}]"


_COUNT = r"(?:\d{1,2}|[a-z]|one|two|three|four|five|six|first|second|third|fourth|last|next|final|other)"
_NOUN = r"(?:part|piece|half|line|word|step|segment|chunk|token|fragment)"
_LABEL = re.compile(
    rf"^\W*(?:the )?(?:{_NOUN}\s*{_COUNT}|{_COUNT}\s+{_NOUN})\b(?:\s*(?:/|of)\s*\d{{1,2}})?"
    r"(?: of (?:my|the|this|a) \w+)?(?: is)?\s*[:=,-]?\s*",
    re.IGNORECASE,
)
_ASSIGNED = re.compile(
    rf"\b(?:(?P<name>[a-z]\w{{0,14}})\s*:?=|(?:let|set|make)\s+(?P<let>[a-z]\w{{0,14}})\s+(?:be|equal|to))\s*"
    rf"(?:{_quoted('quoted')}|(?P<value>[^.;\n]{{1,120}}))",
    re.IGNORECASE,
)
_VALUE = r"(?P<value>[^.;,\n]{2,60})"
_STANDS = r"(?:means?|is (?:code|short|slang) for|stands? for|refers? to|represents?)"
_MEANT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:whenever|when|if) i (?:say|write|type|mention|use)\s+(?:{_quoted('quoted')}|(?P<name>[\w-]+(?: [\w-]+)?)),?"
        rf"\s+(?:i(?:'m| am)? mean(?:ing)?|i(?:'m| am) talking about|(?:it|that) {_STANDS})\s+{_VALUE}",
        rf"{_quoted('quoted')}\s+{_STANDS}\s+{_VALUE}",
        rf"\b(?P<name>(?!(?:it|that|this|which|what|he|she|they|there)\b)[\w-]+)\s+{_STANDS}\s+{_VALUE}",
        rf"\bcall\s+(?P<value>[\w -]{{2,40}}?)\s+{_quoted('quoted')}",
        r"\b(?:let'?s|we'?ll|i'?ll|i will|we|i) call\s+(?P<value>[\w-]{2,40})\s+(?P<name>[\w-]+)\b",
        rf"\b(?:replace|swap|substitute)\s+(?:{_quoted('quoted')}|(?P<name>[\w-]+))\s+(?:with|by|for)\s+{_VALUE}",
    )
)
_BETWEEN = re.compile(r"\s*(?:\+|&|,|\bfollowed by\b|\bthen\b|\band\b|\bplus\b)\s*")
_HOLDS = re.compile(_quoted("inner"))
_KEEPS = re.compile(
    r"\b(?:save|store|remember|keep|note|memori[sz]e|hold|half|part|prefix|append|prepend|first|other|say)\b", re.I
)
_ENDS = re.compile(
    r"\b(?:now |then |and |please )*(?:answer|respond|reply|join|combine|decode|concatenate|merge|run|eval|execute|print|"
    r"that'?s (?:all|it)|put (?:it|them|both|these|everything)? ?together|read (?:it|them))\b.{0,60}$",
    re.IGNORECASE,
)
_TRIGGERS = re.compile(
    r"\b(?:combine|join|put (?:it|them|that|these|the parts) together|concatenate|merge|a\s?\+\s?b|part (?:one|"
    r"two|three|1|2|3|a|b)|answer (?:the (?:full|whole|combined|complete|resulting)|that|it)|"
    r"the (?:full|whole|combined) (?:question|sentence)|remember|first (?:half|part|word)|second (?:half|part|word)|"
    r"next (?:word|part)|finish|complete|now answer|in order|read (?:it|them) (?:as|back)|decode|together|"
    r"that'?s all|other half|prefix|append|one word at a time)\b",
    re.IGNORECASE,
)


_ANSWER_IT = re.compile(
    r"^\W*(?:(?:ok|okay|now|then|and|so|great|good|thanks|please|can you|could you)[ ,]+)*(?:answer|reply to|respond to|solve|execute|run) "
    r"(?:it|that|this|the (?:question|sentence|phrase|line))\b",
    re.IGNORECASE,
)


def assembled(text: str, earlier: Sequence[str]) -> list[str]:
    """Return what the user's last turns and `text` say when their pieces are put together; empty when whole.

    Pieces are joined with blanks, without them, and in the opposite order.
    """
    turns = [*earlier[-MAX_TURNS + 1 :], text]
    labelled = [turn for turn in turns if _LABEL.match(turn) or (_HOLDS.search(turn) and _KEEPS.search(turn))]
    if not earlier or not (_TRIGGERS.search(text) or len(labelled) > 1 or looks_split(text, earlier)):
        return []
    given = [_piece(turn) for turn in turns]
    last = labelled and len(labelled) < len(turns) and turns[-1] not in labelled
    pieces = [piece for piece in (given[:-1] if last else given) if piece]
    if len(pieces) < 2:
        return []
    readings = (" ".join(pieces), "".join(pieces), " ".join(reversed(pieces)))
    return [reading[-MAX_CHARS:] for reading in dict.fromkeys(readings)]


def answered_later(text: str, earlier: Sequence[str]) -> str | None:
    """Return the request that an earlier turn only quotes and `text` wants answered: "now answer it, for kratom"."""
    asked = _ANSWER_IT.match(text)
    if not asked or not earlier:
        return None
    quoted = _HOLDS.search(earlier[-1][:MAX_CHARS])
    return f"{quoted['inner'] if quoted else earlier[-1][:MAX_CHARS]} {text[asked.end() :].strip(' ,.:;-')}".strip()


def looks_split(text: str, earlier: Sequence[str]) -> bool:
    """Return whether the last turns are fragments: short, and without the end of a sentence."""
    last = [*earlier[-3:], text]
    open_ended = sum(turn.rstrip()[-1:] not in ".?!。？！" for turn in last)
    if len(last) < 2 or (len(last) == 2 and len(text.split()) > 5):
        return False
    return open_ended >= len(last) - 1 and all(len(turn.split()) <= PIECE_WORDS for turn in last)


def _piece(turn: str) -> str:
    """Return what a turn adds to a request: what it quotes, or what follows its label, without closing orders."""
    quoted = _HOLDS.search(turn)
    if quoted:
        return quoted["inner"]
    rest = _LABEL.sub("", turn)
    return _ENDS.sub("", rest).strip(" .,;:")


def filled_in(text: str, earlier: Sequence[str]) -> str | None:
    """Return `text` with the words that the user made stand for others replaced by them; None when there are none."""
    told = [*earlier[-MAX_TURNS + 1 :], text]
    meant: dict[str, str] = {}
    for turn in told:
        meant |= _stand_ins(turn[:MAX_CHARS])
    used = dict(list(meant.items())[-MAX_STAND_INS:])
    # Those that are named last are put in first, so that one may stand for another.
    filled = text[:MAX_CHARS]
    for name, value in reversed(used.items()):
        filled = _put_in(filled, name, value)
    if not used or filled == text[:MAX_CHARS]:
        return None
    return " ".join(_BETWEEN.sub(" ", filled).split())[:MAX_CHARS]


def _put_in(text: str, name: str, value: str) -> str:
    word = rf"(?<![\w'])[\"'“”]?{re.escape(name)}[\"'“”]?(?![\w'])"
    return re.sub(word, lambda _: f" {value} ", text, flags=re.IGNORECASE)


def _stand_ins(turn: str) -> dict[str, str]:
    """Return what words stand for, by the word, as one turn defines them."""
    found: dict[str, str] = {}
    for pattern in (_ASSIGNED, *_MEANT):
        for match in pattern.finditer(turn):
            groups = match.groupdict()
            if pattern is _ASSIGNED:
                name, value = groups["name"] or groups["let"], groups["quoted"] or groups["value"]
            else:
                name, value = groups.get("name") or groups.get("quoted"), groups["value"]
            if name and value:
                found[name.lower()] = value.strip()
    return found
