"""What `content/policy/cues.yaml` holds: words of one language that tell what the guard's words mean there."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from index.model import LanguageCode, Model, Text

_CAPITAL = re.compile(r"\\[A-Z]")


def _is_pattern(pattern: str) -> str:
    if _CAPITAL.search(pattern):
        raise ValueError(f"'{pattern}': write no \\S, \\W or \\D; it is read in lower case")
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"'{pattern}' is no regular expression: {error}") from error
    return pattern


Patterns = Annotated[tuple[Annotated[Text, AfterValidator(_is_pattern)], ...], Field(min_length=1)]


class CueWords(Model):
    """The words of one language, each a regular expression; those that are left out are found nowhere."""

    language: LanguageCode
    how_many: Patterns | None = None
    """Asks for a number."""
    things: Patterns | None = None
    """What is counted and is no amount of anything taken: people, deaths, countries, studies."""
    times: Patterns | None = None
    """Days, weeks, months and years."""
    hours: Patterns | None = None
    """Hours and minutes: of something that lasts, or between two doses."""
    after: Patterns | None = None
    """Asks after how long: with what lasts, it asks for a time and no amount."""
    lasts: Patterns | None = None
    """Effects, and that they last: what hours are counted of."""
    numbers: Patterns | None = None
    """Whole words for numbers, as in "two spoons"."""
    where: Patterns | None = None
    """Asks for a place, a seller or a choice."""
    law: Patterns | None = None
    """The law, and who watches over it."""
    help: Patterns | None = None
    """Help, treatment and stopping."""
    trade: Patterns | None = None
    """To buy or to sell, and nothing else."""
    origin: Patterns | None = None
    """Where a plant comes from or grows."""
    to_die: Patterns | None = None
    """For the purpose of one's own death."""
    long_ago: Patterns | None = None
    """Last year, years ago: a seizure or an overdose of then is over when all is well again."""
    well_again: Patterns | None = None
    """That the person is well by now."""
    not_told: Patterns | None = None
    """That something is not told or given here."""
