"""The text as it is judged: cleaned, folded, and with the spellings of chat written out."""

from __future__ import annotations

import re
import unicodedata

from index.vocabulary import fold

MAX_CHARS = 20_000
"""Characters of one turn that are judged; what follows is cut, because nobody asks a question that long."""

_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn", "Me"}
_BREAKS = "\n\r\t\x0b\x0c\x85\u2028\u2029"
_MAX_MARKS = 2
_SELECTORS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), 0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0}
_LETTER_SYMBOLS = {
    **{0x1F1E6 + at: chr(ord("a") + at) for at in range(26)},  # regional indicators
    **{0x1F130 + at: chr(ord("a") + at) for at in range(26)},  # squared
    **{0x1F150 + at: chr(ord("a") + at) for at in range(26)},  # negative circled
    **{0x1F170 + at: chr(ord("a") + at) for at in range(26)},  # negative squared
}
_SPELLINGS = {
    "u": "you", "ur": "your", "r": "are", "shud": "should", "shld": "should", "shoud": "should", "wat": "what",
    "wut": "what", "wats": "whats", "wanna": "want to", "gonna": "going to", "gotta": "have to", "hw": "how",
    "mutch": "much", "plz": "please", "pls": "please", "thru": "through", "abt": "about", "bc": "because",
    "b4": "before", "2day": "today", "tmrw": "tomorrow", "rn": "right now", "ppl": "people", "w/": "with",
    "gimme": "give me", "lemme": "let me", "imma": "i am going to", "im": "i am", "ive": "i have", "id": "i would",
    "hes": "he is", "shes": "she is", "theyre": "they are", "kinda": "kind of", "outta": "out of",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+/?")
_TAGS = re.compile(r"[\U000e0020-\U000e007e]")
_FLAG = re.compile(r"\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f")
_SUBJECTS = re.compile(
    r"\b(?:7[\s-]?(?:oh|hydroxy(?:mitragynine)?)|seven[\s-]oh|7[\s-]hydroxy[\s-]mitragynine|"
    r"hydroxymitragynine)(?:mz|s)?\b"
)
_NAMES = re.compile(
    r"\b(?:mitragyna(?: speciosa)?|ketum|krat(?:um|em|on|oms?|omm|ome)?|kratoms|cratom|quratom|"
    r"(?:red|green|white|yellow) (?:vein )?(?:bali|borneo|malay|indo|thai|maeng da)|maeng ?da|kratom powder)\b"
)


def clean(text: str) -> str:
    """Return `text` in NFKC without format, control and private characters; line breaks stay, runs of blanks too.

    At most two combining marks stay on a letter, so that stacked marks neither hide a word nor cost work.
    """
    kept: list[str] = []
    marks = 0
    for c in unicodedata.normalize("NFKC", text[:MAX_CHARS]).translate(_LETTER_SYMBOLS):
        if c in _BREAKS:
            kept.append("\n")
            continue
        category = unicodedata.category(c)
        if category in _DROPPED or ord(c) in _SELECTORS:
            continue
        marks = marks + 1 if category == "Mn" else 0
        if marks <= _MAX_MARKS:
            kept.append(c)
    return "".join(kept)


def tagged(text: str) -> str:
    """Return what `text` says in invisible tag characters (U+E0020 to U+E007E), flags left out."""
    kept = _FLAG.sub("", text[:MAX_CHARS])
    return "".join(chr(ord(c) - 0xE0000) for c in _TAGS.findall(kept)).strip()


def collapse(text: str) -> str:
    """Return `text` on one line with single blanks."""
    return " ".join(text.split())


def normal(text: str) -> str:
    """Return `text` as the English rules read it: folded, no apostrophes, chat spellings and names written out.

    Every name of kratom becomes "kratom" and every name of its strong alkaloid "7oh".
    """
    folded = fold(text).replace("'", "").replace("`", "").replace("´", "")
    folded = _SUBJECTS.sub("7oh", folded)
    folded = _NAMES.sub("kratom", folded)
    written = _WORD.sub(lambda match: _SPELLINGS.get(match.group(), match.group()), folded)
    return collapse(written)
