"""Decode what is encoded, when the result reads as language: base64, hex, codes, Morse, rot13, reversed, escapes."""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from app.guard.lexicon import Lexicon
from app.guard.text import clean

MAX_RUNS = 12
"""Encoded runs that are tried in one text."""
MAX_RUN_CHARS = 8_000
BETTER_BY = 0.3
"""A rotated or reversed text is believed when so much more of it is known words than of the text as it stands."""

_BASE64 = re.compile(r"(?<![\w+/=-])[A-Za-z0-9+/_-]{8,}={0,2}(?![\w+/=-])")
_BASE32 = re.compile(r"(?<![\w=])[A-Z2-7]{16,}={0,6}(?![\w=])")
_HEX = re.compile(r"(?<!\w)(?:(?:0x|\\x)?[0-9a-fA-F]{2}[\s,:;]{0,2}){5,}(?!\w)")
_BINARY = re.compile(r"(?<!\w)(?:[01]{7,8}\s?){3,}(?!\w)")
_DECIMAL = re.compile(r"(?<![\w.])(?:\d{2,3}[\s,;-]{1,2}){4,}\d{2,3}(?![\w.])")
_MORSE = re.compile(r"(?:[.\-·•–—−_]{1,6}(?:\s*/\s*|\s+|\|)){4,}[.\-·•–—−_]{1,6}")
_ESCAPES = re.compile(r"(?:\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|&#x?[0-9a-fA-F]{2,6};|%[0-9a-fA-F]{2})")
_QUOTED = re.compile(r"[\"“'`:»«](?P<inner>[^\"”'`»«]{8,400})")

_MORSE_CODE = {
    ".-": "a", "-...": "b", "-.-.": "c", "-..": "d", ".": "e", "..-.": "f", "--.": "g", "....": "h", "..": "i",
    ".---": "j", "-.-": "k", ".-..": "l", "--": "m", "-.": "n", "---": "o", ".--.": "p", "--.-": "q", ".-.": "r",
    "...": "s", "-": "t", "..-": "u", "...-": "v", ".--": "w", "-..-": "x", "-.--": "y", "--..": "z",
    "-----": "0", ".----": "1", "..---": "2", "...--": "3", "....-": "4", ".....": "5", "-....": "6",
    "--...": "7", "---..": "8", "----.": "9", "..--..": "?", "--..--": ",", ".-.-.-": ".", "-....-": "-",
}  # fmt: skip
_ATBASH = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "zyxwvutsrqponmlkjihgfedcbaZYXWVUTSRQPONMLKJIHGFEDCBA"
)


def decoded(text: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield `text` with its encoded runs decoded in place, then the whole text rotated or reversed, if readable."""
    once = _in_place(text, lexicon)
    if once != text:
        yield once
        twice = _in_place(once, lexicon)
        if twice != once:
            yield twice
    for part in (text, *_quoted(text)):
        turned = _turned(part, lexicon)
        if turned:
            yield text.replace(part, turned) if part != text else turned


def _quoted(text: str) -> list[str]:
    return [match["inner"] for match in _QUOTED.finditer(text)][:3]


def _in_place(text: str, lexicon: Lexicon) -> str:
    if _ESCAPES.search(text):
        text = _unescaped(text)
    ways: list[tuple[re.Pattern[str], Callable[[str], str | None]]] = [
        (_BINARY, _from_binary),
        (_MORSE, _from_morse),
        (_HEX, _from_hex),
        (_DECIMAL, _from_decimal),
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
    return lexicon.reads_as_language(found) or bool(_BASE64.fullmatch(found.strip()) and len(found) >= 16)


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
    return _ESCAPES.sub(one, text)


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


def _from_morse(run: str) -> str | None:
    signs = re.sub(r"[·•]", ".", re.sub(r"[–—−_]", "-", run))
    words = []
    for word in re.split(r"\s*[/|]\s*|\s{2,}", signs.strip()):
        letters = [_MORSE_CODE.get(sign) for sign in word.split()]
        if None in letters:
            return None
        words.append("".join(letter or "" for letter in letters))
    return " ".join(words)


def _turned(text: str, lexicon: Lexicon) -> str | None:
    """Return `text` rotated by 13, mirrored or reversed, whichever reads as language while the text does not."""
    own = lexicon.share(text)
    candidates = (
        codecs.encode(text, "rot13"),
        text[::-1],
        " ".join(word[::-1] for word in text.split()),
        text.translate(_ATBASH),
    )
    for candidate in candidates:
        if candidate and lexicon.share(candidate) >= own + BETTER_BY and lexicon.reads_as_language(candidate):
            return candidate
    return None
