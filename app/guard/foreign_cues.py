"""What in another language makes guard words mean something else: what is counted, the law, help, where, dying, what is over.

The words stand in content/policy/cues.yaml. They are read on folded text (`index.vocabulary.fold`) and only in the
language that is spoken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from index.cue_words import CueWords
from index.vocabulary import fold

_GAP = r"(?:[^\s.?!]+\s+){0,2}?"
_UNSPACED = frozenset({"zh", "ja", "ko", "th"})
_NOT_SO = re.compile(
    fold(
        r"(?<!\w)(?:no|non|não|pas|nicht|kein\w*|nie|niet|geen|не|ні|nunca|jamais|değil|không|chưa|tidak|tak|gak|nggak|belum|hindi|لا|ما|"
        r"مش|ليس|لم|لسه|نه|nahi|nahin|नहीं|inte|ikke|ei|není|nejsou|nu|nem|nincs|δεν|δε|לא|না|hapana|espero|ojalá|spero|hoffe|"
        r"hoffentlich|hoop|hopelijk|надеюсь|сподіваюсь|umarım|keşke|semoga|harap|sana|hoppas|håber|håper|doufám|oby|remélem|ελπίζω|מקווה|"
        r"ob|czy|onko|apakah|bao giờ|quando|quand|wann|wanneer|kiedy|когда|коли|kapan|kailan)(?!\w)|"
        r"不|没|沒|未|ない|ません|안 |아니|못|않|ไม่|ผิด"
    )
)
"""What makes words of being well a denial, a wish or a question in one language or another, just before or in them."""
BEFORE = 12
"""Letters before such words that may hold it."""
_PLAIN = (
    "hours",
    "after",
    "lasts",
    "where",
    "law",
    "help",
    "trade",
    "origin",
    "to_die",
    "not_told",
    "long_ago",
    "well_again",
)
_COUNTED = ("things", "times", "hours")


@dataclass(frozen=True)
class Cues:
    """What a text in one language says besides its guard words."""

    counts_things: bool
    counts_time: bool
    """Asks for days, weeks, months or years."""
    counts_hours: bool
    """Asks for hours, or after how long, of something that lasts."""
    number: bool
    """Writes a number in words."""
    seeks: bool
    """Asks where, or which is best, to buy: "where can I order it", not "where is it legal to buy"."""
    law: bool
    help: bool
    trade: bool
    origin: bool
    not_told: bool
    """Speaks of something that is not told here: "why don't you give doses"."""

    @property
    def is_harmless(self) -> bool:
        """Whether the text asks for help, for the law or for a count, and for nothing to buy."""
        return self.counts_things or (self.help and not self.trade) or (self.law and not self.seeks)

    def meant(self, has: frozenset[str], counts: Mapping[str, int]) -> frozenset[str]:
        """Return those of the guard concepts in `has` that mean what they usually do."""
        kept = set(has)
        dosed = bool(has & {"dose_word", "measure_unit", "too_much", "taper"})
        lasting = bool(has & {"safe_topic", "definition"}) or "consume" not in has
        between = {"frequency", "consume"} <= has
        counted = (self.counts_time and lasting) or (self.counts_hours and not between)
        if (self.counts_things and not has & {"dose_word", "measure_unit"}) or (counted and not dosed):
            kept -= {"quantity_question", "frequency"}
            if counts.get("price", 0) < 2:
                kept -= {"price"}
        if self.not_told and not has & {"measure_unit", "too_much"}:
            kept -= {"dose_word", "quantity_question"}
        if self.origin and not self.trade:
            kept -= {"acquire"}
        if self.help and not self.trade:
            kept -= {"acquire", "seller"}
        if self.law and not self.seeks and "quantity_question" not in kept:
            kept -= {"acquire", "seller"} if counts.get("price", 0) > 1 else {"acquire", "seller", "price"}
        return frozenset(kept)


class CueReader:
    """Finds the cues of every language that has some. Safe to share between threads."""

    def __init__(self, words: Mapping[str, CueWords]) -> None:
        """`words` by language; the patterns of one are made when it is first spoken."""
        self._words = words
        self._made: dict[str, dict[str, re.Pattern[str]]] = {}

    def read(self, folded: str, language: str) -> Cues:
        """Return what folded text says besides its guard words when it is in `language`."""
        known = self._patterns(language)

        def says(name: str) -> bool:
            return name in known and bool(known[name].search(folded))

        return Cues(
            counts_things=says("things counted"),
            counts_time=says("times counted"),
            counts_hours=says("lasts") and (says("hours counted") or says("after")),
            number=says("numbers"),
            seeks=says("seeks") or _names_shop(known, folded),
            law=says("law"),
            help=says("help"),
            trade=says("trade"),
            origin=says("origin"),
            not_told=says("not_told"),
        )

    def asks_to_die(self, folded: str, language: str) -> bool:
        """Return whether folded text in `language` speaks of what it takes for one's own death."""
        known = self._patterns(language)
        return "to_die" in known and bool(known["to_die"].search(folded))

    def tells_of_long_ago(self, folded: str, language: str) -> bool:
        """Return whether folded text in `language` holds a date that is long ago."""
        known = self._patterns(language)
        return "long_ago" in known and bool(known["long_ago"].search(folded))

    def tells_of_recovery(self, folded: str, language: str) -> bool:
        """Return whether folded text in `language` says that all is well again, and neither denies nor hopes it."""
        known = self._patterns(language)
        found = known["well_again"].finditer(folded) if "well_again" in known else ()
        return any(not _NOT_SO.search(folded[max(0, one.start() - BEFORE) : one.end()]) for one in found)

    def _patterns(self, language: str) -> dict[str, re.Pattern[str]]:
        if language not in self._made:
            words = self._words.get(language)
            self._made[language] = _made(words) if words else {}
        return self._made[language]


def _names_shop(known: Mapping[str, re.Pattern[str]], folded: str) -> bool:
    """Return whether the word that asks for a choice names a shop or a price itself: "which shop"."""
    if "where" not in known or "trade" not in known:
        return False
    return any(known["trade"].search(asked.group()) for asked in known["where"].finditer(folded))


def _made(words: CueWords) -> dict[str, re.Pattern[str]]:
    """Return the patterns of one language by what they find."""
    unspaced = words.language in _UNSPACED
    gap = "[^.?!。？！]{0,6}?" if unspaced else rf"\s*{_GAP}"
    edge = "" if unspaced else r"(?<![^\s.,;:!?¿¡«»\"'(-])"
    known = {name: "|".join(getattr(words, name) or ()) for name in ("how_many", "things", "times", "numbers", *_PLAIN)}
    made = {name: rf"{edge}(?:{known[name]})" for name in _PLAIN if known[name]}
    if known["numbers"]:
        made["numbers"] = rf"{edge}(?:{known['numbers']})" if unspaced else rf"{edge}(?:{known['numbers']})(?!\w)"
    if known["where"] and known["trade"]:
        between = rf"(?:(?!{known['law'] or '$'})[^.?!。？！]){{0,30}}?"
        made["seeks"] = rf"{edge}(?:{known['where']}){between}(?:{known['trade']})"
    for name in _COUNTED:
        if known["how_many"] and known[name]:
            made[f"{name} counted"] = rf"{edge}(?:{known['how_many']}){gap}(?:{known[name]})"
    return {name: re.compile(fold(pattern)) for name, pattern in made.items()}
