"""Building blocks of the rules: lists of words joined into short patterns with bounded gaps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.answer.record import Reason

GAP = r"[^.?!\n]"


def any_of(words: str) -> str:
    """Return a pattern for one of `words`, which are divided by " | "; blanks match any run of blanks."""
    parts = [re.sub(r" (?!\?)", r"\\s+", part.strip()).replace(" ?", r"\s?") for part in words.split(" | ")]
    return f"(?:{'|'.join(part for part in parts if part)})"


def near(*parts: str, gap: int = 40) -> str:
    """Return a pattern for `parts` in this order within one sentence, at most `gap` characters between two."""
    between = rf"\b{GAP}{{0,{gap}}}?\b"
    return r"\b" + between.join(parts) + r"\b"


def compiled(*patterns: str) -> re.Pattern[str]:
    """Return one pattern that matches any of `patterns`."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


@dataclass(frozen=True)
class Rule:
    """One way to ask for something: fires when `pattern` is found and none of `unless`."""

    id: str
    reason: Reason
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    doubtful: bool = False
    """A doubtful rule earns the notice, not a refusal."""
    firm: bool = False
    """A firm rule names what is asked for so plainly that the head does not overrule it."""

    def fires(self, text: str) -> bool:
        """Return whether the rule fires on a text in normal form."""
        return bool(self.pattern.search(text)) and not (self.unless and self.unless.search(text))


def rule(
    name: str,
    reason: Reason,
    patterns: Sequence[str],
    unless: Sequence[str] = (),
    *,
    doubtful: bool = False,
    firm: bool = False,
) -> Rule:
    """Return the rule of a reason that fires on any of `patterns` and on none of `unless`."""
    return Rule(
        f"{reason}.{name}",
        reason,
        re.compile("|".join(f"(?:{pattern})" for pattern in patterns)),
        re.compile("|".join(f"(?:{pattern})" for pattern in unless)) if unless else None,
        doubtful,
        firm,
    )


PEOPLE = any_of(
    r"i | you | we | one | people | person | someone | somebody | anyone | a guy | users? | beginners? |"
    r" newbies? | folks | "
    r"they | he | she | adults? | my \w+ | the average \w+ | an? \w+ | patients? | most \w+ | everyone |"
    r" everybody | yall"
)
CAN = any_of(
    r"should | can | could | do | does | did | would | may | might | must | shall | ought | to | am i | is it | will | "
    r"have | has | need | needs | supposed | is | are | cn | be"
)
TAKE = any_of(
    r"take | takes | taking | took | taken | use | uses | using | used | consume | consumes | consuming |"
    r" ingest | ingesting | "
    r"drink | drinks | drinking | eat | eats | eating | ate | swallow | swallowing | chew | chewing | sip |"
    r" have | having | "
    r"dose | dosing | pop | popping | down | try | start | starting | starts | begin | do | smoke | vape |"
    r" snort | inject | "
    r"boof | plug | put | mix | brew | scoop | feel | get | need | needed | stack | combine"
)
KRATOM = any_of(
    r"kratom | 7oh | it | this | that | some | these | those | this stuff | that stuff | the stuff | powder |"
    r" leaf | leaves | "
    r"the tea | tea | extracts? | capsules? | gumm(?:y|ies) | shots? | pseudoindoxyl | tablets? | green | red | white"
)
UNIT = any_of(
    r"g | gs | gr | gms? | grams? | mg | mgs | mcg | milligrams? | kilos? | oz | ounces? | ml | mls |"
    r" capsules? | caps? | pills? | "
    r"tabs? | tablets? | gumm(?:y|ies) | tea ?spoons?(?:ful)? | teaspoonfuls | tsps? | table ?spoons?(?:ful)? |"
    r" tbsps? | "
    r"spoons? | spoonfuls? | scoops? | shots? | cups? | bottles? | leaves | packets? | packs? | servings? |"
    r" doses? | hits? | "
    r"drops? | droppers? | sips? | pinch(?:es)? | handfuls? | bags? | mugs? | glass(?:es)? | strips? | bars? | chews?"
)
NUMBER = (
    r"(?:\d{1,5}(?:[.,/]\d{1,3})?(?:\s?(?:-|to|or)\s?\d{1,5}(?:[.,]\d+)?)?|"
    + any_of(
        r"one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | fifteen |"
        r" twenty | thirty | "
        r"forty | fifty | a hundred | half an? | half | a | an | a couple(?: of)? | a few | a whole | several |"
        r" another | 1 more"
    )
    + r")"
)
ASK = any_of(
    r"what | whats | which | whatre | tell me | give me | need | want | looking for | recommend(?:ed)? |"
    r" suggest(?:ed)? | "
    r"advise | know | share | list | provide | state | print | write | find | is there an? | any | help me |"
    r" calculate | "
    r"work out | figure out | estimate | name | say | recommendations? | advice | guidance | explain | describe"
)
