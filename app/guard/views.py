"""Views of a text: the ways in which it could be read. Rules judge every view."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from app.guard.decoding import decoded
from app.guard.disguises import divided, joined_letters, regrouped, spelled, without_leet, without_masks
from app.guard.lexicon import Lexicon
from app.guard.lookalikes import in_native_letters, without_lookalikes
from app.guard.respelling import respelt
from app.guard.text import clean, collapse, tagged

MAX_VIEWS = 8
WINDOW_CHARS = 400
MAX_WINDOWS = 80
MAX_JUDGED_CHARS = 80_000
"""Characters judged over all views of one turn; views beyond it are cut."""

_EMOJI = {
    "🌿": " kratom ", "🙏": " ", "🍃": " kratom ", "☘": " kratom ", "🌱": " kratom ", "💊": " pills ", "🥄": " spoon ",
    "🍵": " tea ", "💵": " money ", "💰": " money ", "🛒": " buy ", "⏰": " time ", "🤢": " sick ", "☠": " die ",
    "💀": " die ", "🏪": " shop ", "🏬": " shop ", "💲": " price ", "🍺": " alcohol ", "🍷": " alcohol ",
    "🥃": " alcohol ", "🍻": " alcohol ", "🫀": " heart ", "🧠": " brain ", "🤰": " pregnant ", "😴": " sleep ",
    "💤": " sleep ", "🐶": " dog ", "🐕": " dog ", "🐱": " cat ", "🐈": " cat ", "👶": " baby ", "🆘": " help now ",
    "🚗": " driving ", "⚖": " amount ", "👄": " take ", "👅": " take ", "☕": " coffee ", "🤮": " vomiting ",
    "⚠": " dangerous ", "📦": " shipping ", "🚚": " shipping ", "💉": " inject ", "🚬": " smoke ", "❓": " ? ",
    "❔": " ? ",
}  # fmt: skip
_EMOJI_SIGNS = str.maketrans(_EMOJI)
_COMMENT = re.compile(r"<!--|-->")
_INLINE = re.compile(r"</?(?:b|i|u|em|strong|span|font|a|s|small|sub|sup|wbr|mark|code)(?:\s[^<>]{0,300})?/?>", re.I)
_TAG = re.compile(r"</?[a-z!][^<>]{0,300}>", re.I)
_ATTRIBUTE = re.compile(
    r"\b(?:alt|title|content|value|placeholder|aria-label|data-[a-z]+)\s*=\s*[\"']([^\"']{1,300})", re.I
)
_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\(([^()\s]{0,200})\)")
_MARKS = re.compile(r"(?<=\w)(?:\*{1,3}|_{2}|~~|``?)(?=\w)|\*{1,3}|~~|`{1,3}|^#{1,6} |^> ", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.!?。！？।;\n])\s*")


READABLE = 0.7
"""A text with this share of known words needs no other view to be understood."""
MADE_ENGLISH = 0.6
"""Share of English that another view has which is taken for what is meant."""
CLEARER_BY = 0.2
RESPELT, SPELLED = "respelt", "spelled"
_UNDRESSED = frozenset({"plain", "markup", "emoji", "native"})
_CODE = (
    r"(?:base ?64|base ?32|hex(?:adecimal)?|rot ?13|morse|binary|ascii|caesar|url|pig latin|backwards?|cipher|codes?)"
)
_ASKS_TO_DECODE = re.compile(
    rf"^(?:(?:please|pls|can you|could you|now|first|just)\s+)*(?:{_CODE}|decode|decipher|decrypt|translate|convert|"
    rf"unscramble|read|reverse|answer)\b(?:\s+(?:this|that|it|the|and|then|please|pls|text|string|message|from|in|to|"
    rf"of|answer|respond|reply|encoded|question|english|{_CODE})\b)*\s*[:\-—>]*\s*",
    re.IGNORECASE,
)
MAX_READ = 2_000
"""Characters that are looked at to tell how well a view reads."""


@dataclass(frozen=True)
class View:
    """One reading of a text: its name, the text in windows, and how many characters that is."""

    name: str
    text: str
    windows: tuple[str, ...]


def views_of(text: str, lexicon: Lexicon, *, foreign: bool = False) -> list[View]:
    """Return the readings of `text`, the plain one first, each once; at most `MAX_VIEWS`, all bounded.

    In a `foreign` text words of other languages are not read as misspelt English ones.
    """
    plain = clean(text)
    hidden = tagged(text)
    readings = [("plain", plain if plain.strip() else hidden)]
    plain = f"{plain} {hidden}".strip()
    shown = _without_markup(plain)
    readings.append(("markup", shown))
    drawn = shown.translate(_EMOJI_SIGNS)
    readings.append(("emoji", drawn))
    readings.append(("native", in_native_letters(drawn, lexicon)))
    readings += [(f"decoded-{at}", found) for at, found in enumerate(decoded(plain, lexicon))]
    unmasked = _without_markup(without_masks(plain.lower(), lexicon))
    letters = without_lookalikes(unmasked.translate(_EMOJI_SIGNS), lexicon)
    undisguised = without_masks(joined_letters(without_leet(letters.lower(), lexicon), lexicon), lexicon)
    undisguised = regrouped(undisguised, lexicon)
    readings.append(("undisguised", undisguised))
    again = respelt(undisguised, lexicon)
    if again:
        readings.append((RESPELT, again))
    readings.append((SPELLED, spelled(divided(undisguised, lexicon), lexicon, foreign=foreign)))
    readings += [(f"undisguised-{at}", found) for at, found in enumerate(decoded(undisguised, lexicon))]
    return _bounded(readings)


def clearest(views: list[View], lexicon: Lexicon, *, foreign: bool = False) -> str:
    """Return the text of the view that reads best: the plain one unless it is disguised, encoded or badly spelt.

    What speaks another language (`foreign`) is not respelt as English.
    """
    views = [view for view in views if view.name in _UNDRESSED][-1:] + views
    plain = views[0].text
    shares = [lexicon.share(view.text[:MAX_READ]) for view in views]
    best = max(range(len(views)), key=lambda at: shares[at])
    again = next((view.text for view in views if view.name == RESPELT), None)
    if again and not foreign:
        return again
    inside = [view.text for view in views if view.name.startswith("decoded")]
    if inside:
        return _unwrapped(inside[-1], plain)
    other_script = sum(c.isalpha() and not c.isascii() for c in plain) * 2 > len(plain)
    if best == 0 or shares[0] >= READABLE or shares[best] < shares[0] + CLEARER_BY:
        return plain
    if lexicon.english(views[best].text[:MAX_READ]) < MADE_ENGLISH:
        return plain  # another language, in which a few words only seemed English
    return plain if other_script and not views[best].text.isascii() else views[best].text


def _unwrapped(text: str, plain: str) -> str:
    """Return a decoded `text` without the words that ask to decode it."""
    return _ASKS_TO_DECODE.sub("", text, count=1).strip() or plain


def _bounded(readings: list[tuple[str, str]]) -> list[View]:
    found: list[View] = []
    seen: set[str] = set()
    left = MAX_JUDGED_CHARS
    for name, reading in readings:
        lines = "\n".join(line for line in map(collapse, reading.splitlines()) if line)[:left]
        cut = collapse(lines)
        key = cut.casefold()
        if key and key not in seen and len(found) < MAX_VIEWS:
            seen.add(key)
            left -= len(cut)
            found.append(View(name, cut, windows_of(lines)))
    return found or [View("plain", "", ("",))]


def windows_of(text: str) -> tuple[str, ...]:
    """Return `text` whole when it is short, otherwise overlapping windows of whole sentences."""
    if len(text) <= WINDOW_CHARS:
        return (collapse(text),)
    windows: list[str] = []
    held: list[str] = []
    for sentence in _pieces(text):
        if held and sum(map(len, held)) + len(sentence) > WINDOW_CHARS:
            windows.append(collapse(" ".join(held)))
            held = held[-1:] if len(held[-1]) < WINDOW_CHARS // 2 else []
        held.append(sentence)
        if len(windows) >= MAX_WINDOWS:
            break
    windows.append(collapse(" ".join(held)))
    return tuple(window for window in windows if window)


def _pieces(text: str) -> list[str]:
    pieces = []
    for sentence in _SENTENCE.split(text):
        pieces += [sentence[at : at + WINDOW_CHARS] for at in range(0, len(sentence), WINDOW_CHARS - 60)]
    return [piece for piece in pieces if piece.strip()]


def _without_markup(text: str) -> str:
    """Return HTML and Markdown as text: comments and hidden parts stay, attributes that are read follow."""
    if "<" in text or "&" in text:
        text = html.unescape(text)
        said = " ".join(match.group(1) for match in _ATTRIBUTE.finditer(text))
        text = _TAG.sub(" ", _INLINE.sub("", _COMMENT.sub(" ", text)))
        text = f"{text} {said}"
    text = _LINK.sub(r"\1 \2", text)
    return _MARKS.sub("", text)
