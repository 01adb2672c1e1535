"""Decode what is encoded, when the result reads as language: base64, hex, character codes, Morse, escapes."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from app.guard.lexicon import Lexicon
from app.guard.text import clean, collapse
from app.guard.turned import turned_round

MAX_RUNS = 12
"""Encoded runs that are tried in one text."""
MAX_RUN_CHARS = 8_000
MAX_LAYERS = 4
"""Encodings within one another that are undone."""
MAX_TRIED_CHARS = 300
"""Characters of a decoded run in which a rotated or mirrored text is looked for."""

_BASE64 = re.compile(r"(?<![\w+/=-])[A-Za-z0-9+/_-]{8,}={0,2}(?![\w+/=-])")
_BASE32 = re.compile(r"(?<![\w=])[A-Z2-7]{16,}={0,6}(?![\w=])")
_HEX = re.compile(r"(?<!\w)(?:(?:0x|\\x)?[0-9a-fA-F]{2}[\s,:;]{0,2}){5,}(?!\w)")
_BINARY = re.compile(r"(?<!\w)(?>(?:[01]{7,8}\s?){3,})(?!\w)")
_DECIMAL = re.compile(r"(?<![\w.])(?:\d{2,3}[\s,;-]{1,2}){4,}\d{2,3}(?![\w.])")
_NUMBERED = re.compile(r"(?<![\w.])(?:\d{1,2}(?:[-.,]| {1,2}| ?[/|] ?)){7,}\d{1,2}(?![\w.])")
_MORSE = re.compile(r"(?:[.\-·•–—−_]{1,6}(?:\s*/\s*|\s+|\|)){4,}[.\-·•–—−_]{1,6}")
_ESCAPES = re.compile(r"(?:\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|&#x?[0-9a-fA-F]{2,6};|%[0-9a-fA-F]{2})")
_PLUSSED = re.compile(r"(?<!\S)[\w%'?=]{1,40}(?:\+[\w%'?.!,]{1,40}){2,}(?!\S)")
_ENCODED = re.compile(
    r"[A-Za-z0-9+/_-]{16,}={0,2}|(?:[0-9a-fA-F]{2}\s?){8,}|(?>(?:[01]{7,8}\s?){5,})|(?:%[0-9a-fA-F]{2}){6,}"
)
_QUOTED = re.compile(r"[\"“'`:»«](?P<inner>[^\"”'`»«]{8,400})")

_MORSE_CODE = {
    ".-": "a", "-...": "b", "-.-.": "c", "-..": "d", ".": "e", "..-.": "f", "--.": "g", "....": "h", "..": "i",
    ".---": "j", "-.-": "k", ".-..": "l", "--": "m", "-.": "n", "---": "o", ".--.": "p", "--.-": "q", ".-.": "r",
    "...": "s", "-": "t", "..-": "u", "...-": "v", ".--": "w", "-..-": "x", "-.--": "y", "--..": "z",
    "-----": "0", ".----": "1", "..---": "2", "...--": "3", "....-": "4", ".....": "5", "-....": "6",
    "--...": "7", "---..": "8", "----.": "9", "..--..": "?", "--..--": ",", ".-.-.-": ".", "-....-": "-",
}  # fmt: skip


def decoded(text: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield `text` with its encoded runs decoded in place, then the whole text rotated or reversed, if readable."""
    inner = text
    for layer in range(MAX_LAYERS):
        once = _in_place(inner, lexicon)
        if once == inner:
            break
        inner = once
        if layer == 0:
            yield inner
    if inner != text:
        yield inner
    for whole in dict.fromkeys((text, collapse(inner))):
        for part in (whole, *_quoted(whole)):
            turned = turned_round(part, lexicon)
            if turned:
                yield whole.replace(part, turned)


def _quoted(text: str) -> list[str]:
    return [match["inner"] for match in _QUOTED.finditer(text)][:3]


def _in_place(text: str, lexicon: Lexicon) -> str:
    text = _PLUSSED.sub(lambda match: _unplussed(match.group(), lexicon), text)
    if _ESCAPES.search(text):
        text = _unescaped(text)
    ways: list[tuple[re.Pattern[str], Callable[[str], str | None]]] = [
        (_BINARY, _from_binary),
        (_MORSE, _from_morse),
        (_HEX, _from_hex),
        (_DECIMAL, _from_decimal),
        (_NUMBERED, lambda run: _from_numbers(run, lexicon)),
        (_BASE32, _from_base32),
        (_BASE64, _from_base64),
    ]
    for pattern, decode in ways:
        tried = 0

        def read(match: re.Match[str], decode: Callable[[str], str | None] = decode) -> str:
            nonlocal tried
            tried += 1
            run = match.group()
            if tried > MAX_RUNS:
                return run
            found = decode(run[:MAX_RUN_CHARS])
            return f" {found} " if found and _plausible(found, lexicon) else run

        text = pattern.sub(read, text)
    return text


def _plausible(found: str, lexicon: Lexicon) -> bool:
    """Return whether a decoded run is language, encoded once more, or rotated or mirrored language."""
    stripped = found.strip()
    if lexicon.reads_as_language(found) or _ENCODED.fullmatch(stripped[:MAX_RUN_CHARS]):
        return True
    return turned_round(stripped[:MAX_TRIED_CHARS], lexicon) is not None


def _unplussed(run: str, lexicon: Lexicon) -> str:
    spaced = run.replace("+", " ")
    return spaced if lexicon.reads_as_language(_unescaped(spaced)) else run


def _unescaped(text: str) -> str:
    def one(match: re.Match[str]) -> str:
        code = match.group()
        digits = code.strip("\\ux&#;%")
        base = 10 if code.startswith("&#") and code[2] not in "xX" else 16
        try:
            return chr(int(digits, base))
        except (ValueError, OverflowError):
            return code

    if re.search(r"%[0-9a-fA-F]{2}", text):
        text = unquote(text, errors="ignore")
    # Two halves of a surrogate pair are one character; half of one is none.
    return _ESCAPES.sub(one, text).encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def _text_of(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    shown = clean(text)
    return shown if shown and len(shown) >= 0.9 * len(text) else None


def _from_base64(run: str) -> str | None:
    plain = run.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return _text_of(base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True))
    except (binascii.Error, ValueError):
        return None


def _from_base32(run: str) -> str | None:
    plain = run.rstrip("=")
    try:
        return _text_of(base64.b32decode(plain + "=" * (-len(plain) % 8)))
    except (binascii.Error, ValueError):
        return None


def _from_hex(run: str) -> str | None:
    digits = re.sub(r"0x|\\x|[\s,:;]", "", run)
    return _text_of(bytes.fromhex(digits)) if len(digits) % 2 == 0 else None


def _from_binary(run: str) -> str | None:
    return _text_of(bytes(int(bits, 2) for bits in re.findall(r"[01]{7,8}", run)))


def _from_decimal(run: str) -> str | None:
    codes = [int(code) for code in re.findall(r"\d+", run)]
    if all(1 <= code <= 26 for code in codes):
        return "".join(chr(96 + code) for code in codes)
    return "".join(map(chr, codes)) if all(32 <= code < 127 for code in codes) else None


def _from_numbers(run: str, lexicon: Lexicon) -> str | None:
    """Return the letters that numbers from 1 to 26 stand for; hyphens join the letters of a word."""
    groups = [[int(number) for number in re.findall(r"\d+", group)] for group in re.split(r" ?[/|] ?| +", run)]
    if not all(1 <= number <= 26 for group in groups for number in group):
        return None
    words = ["".join(chr(96 + number) for number in group) for group in groups]
    if max(map(len, words)) > 1:
        return " ".join(words)
    found = lexicon.segmented("".join(words)) or ""
    return found if max(map(len, found.split()), default=0) > 2 else None


def _from_morse(run: str) -> str | None:
    signs = re.sub(r"[·•]", ".", re.sub(r"[–—−_]", "-", run))
    words = []
    for word in re.split(r"\s*[/|]\s*|\s{2,}", signs.strip()):
        letters = [_MORSE_CODE.get(sign) for sign in word.split()]
        if None in letters:
            return None
        words.append("".join(letter or "" for letter in letters))
    return " ".join(words)
