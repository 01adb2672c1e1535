"""Views of a text: the ways in which it could be read. Rules judge every view."""

from __future__ import annotations

import re
import unicodedata

MAX_VIEWS = 12
_SPACED = re.compile(r"(?<!\w)(?:\w[ .\-_*]){3,}\w(?!\w)")
_LEET = str.maketrans("013457@$!", "oieastasi")


def clean(text: str) -> str:
    """Return `text` in NFKC without control, format and private characters, spaces collapsed."""
    normal = unicodedata.normalize("NFKC", text)
    kept = "".join(
        " " if c in "\n\r\t" else c for c in normal if c in "\n\r\t" or unicodedata.category(c) not in _DROPPED
    )
    return " ".join(kept.split())


_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn"}


def views(text: str) -> dict[str, str]:
    """Return the views of `text` by name, the cleaned text first under "plain"."""
    plain = clean(text)
    found = {"plain": plain}
    joined = _SPACED.sub(lambda match: re.sub(r"[ .\-_*]", "", match.group()), plain)
    if joined != plain:
        found["joined"] = joined
    leet = re.sub(
        r"\b(?=\w*[a-z])(?=\w*[0-9@$!])[\w@$!]+",
        lambda m: m.group().translate(_LEET),
        plain,
        flags=re.IGNORECASE,
    )
    if leet != plain:
        found["leet"] = leet
    return found
