"""A danger told in an earlier turn goes on until the conversation says that it is over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.guard.rules.patterns import any_of, compiled
from app.guard.text import normal

MAX_TURNS = 3
"""Earlier user turns whose danger still counts."""

_SOMEBODY = any_of(
    r"he | hes | she | shes | they | theyre | we | were all | everyone | baby | kid | child | son | daughter | dog | cat | pet | "
    r"friend | husband | wife | boyfriend | girlfriend | partner | mom | mum | dad | brother | sister | roommate"
)
_WELL = any_of(
    r"ok | okay | fine | alright | all right | safe | stable | awake | home | better | recovered | well | himself again | herself again | "
    r"breathing normally | out of danger | discharged | released | in hospital | in the hospital"
)
_CARERS = any_of(
    r"ambulance | paramedics? | medics? | emts? | er | icu | hospital | doctors? | docs? | vets? | nurses? | poison (?:control|centre|center) | "
    r"crisis (?:line|team) | therapist | psychiatrist | counsell?or"
)
_WHO = r"(?:him|her|them|it|me|us|my \w+|the \w+)"
_IN_GOOD_HANDS = compiled(
    rf"\b{_SOMEBODY}\b(?: \w+)?(?: is| are| was| were| s| re| got| came| woke)?(?: \w+){{0,2}} {_WELL}\b",
    rf"\b(?:im|i am|i feel|im feeling|i got|ive been)(?: \w+){{0,2}} {_WELL} (?:now|again|today|these days)\b",
    rf"\b{_CARERS}\b(?: \w+){{0,2}} (?:came|arrived|took|checked|cleared|treated|helped|(?:has|have|had|got|sent) {_WHO}|"
    r"(?:says?|said) (?:he|she|they|it|its|hes|shes|theyre))\b",
    r"\b(?:at|in) (?:the |an? )?(?:hospital|er|icu|vets?|psych ward|ward|therapy|treatment) (?:now|already)\b",
    r"\b(?:in therapy|in treatment|seeing (?:a|my) (?:therapist|counsell?or|psychiatrist)|on (?:meds|antidepressants) now)\b",
    r"\b(?:talked|spoke) (?:to|with) (?:988|the crisis line|a crisis line|my (?:therapist|doctor|mom|mum|dad|wife|husband|"
    r"partner|sister|brother|sponsor))\b",
)
_LONG_AGO = compiled(
    r"\b(?:years?|months?|weeks?|winters|summers) (?:ago|back|since)\b|\b(?:last|that) (?:year|summer|winter|spring|fall|autumn|month)\b|"
    r"\b(?:year|summer|winter|spring|fall|autumn|month) before last\b|"
    r"\bback (?:in|then|when)\b|\blong (?:ago|time ago)\b|\bin (?:19|20)\d\d\b|\bwhen i was\b|\bused to\b|\bnever again\b",
)
_SETTLED = compiled(
    r"\b(?:false alarm|(?:just |only )?(?:kidding|joking)|(?:was|its|it was) (?:just |only )?(?:a |an )?(?:joke|drill|exercise|test|story|"
    r"scene|example|hypothetical|novel|training)|handled|sorted (?:out|now)|taken care of|turned out (?:fine|ok|okay|to be nothing)|"
    r"passed now|over now|went away|gone now)\b",
)
_AT_PRESENT = compiled(
    r"\b(?:now|today|tonight|this (?:morning|afternoon|evening)|right now|just|still|currently|again|since|(?:minutes?|hours?) ago|"
    r"cant|cannot|wont|isnt|doesnt|(?:is|are|am|im|hes|shes|its|theyre) \w+ing)\b"
)
"""What makes a turn tell of this moment, whatever date it names beside: "started last year and now he cant breathe"."""
_IT_WAS = re.compile(
    r"\b(?:that|it|this|which|he|she|they)(?: all| just| only| both)? (?:was|were|happened)\b[^.?!]{0,40}$"
)
"""What stands before a date when it is the danger that was then, and not something else."""
_NOT_SO = re.compile(
    r"\b(?:not|isnt|arent|wasnt|aint|never|hardly|wont|cant|couldnt|didnt|hasnt|havent|will|would|be|gonna|going to|hope|hoping|pray\w*|"
    r"cannot|nowhere|far from|wish\w*|want\w*|need\w*|trying|without|before|when|if|until|till|unless|make sure|is he|is she|is it|are they|is my|doesnt|dont|should|can|could|no)\b"
)
"""What makes words of being well a wish, a question or a denial."""
BEFORE = 15
"""Letters before such words that may hold it."""


def goes_on(turns: Sequence[str]) -> bool:
    """Return whether none of the turns since a danger was told, that one too, says that it is over or in good hands."""
    return not any(_is_over(normal(turn)) for turn in turns)


def is_past(told: str, since: Sequence[str]) -> bool:
    """Return whether a danger was long ago: by a date in the turn that told it, or since by words that it was then.

    For signs of the body only: who once tried to die is in more danger, not in less.
    """
    first = normal(told)
    dated = bool(_LONG_AGO.search(first)) and not _AT_PRESENT.search(first)
    return dated or any(_was_long_ago(normal(turn)) for turn in since)


def _was_long_ago(text: str) -> bool:
    return any(_IT_WAS.search(text[: found.start()]) for found in _LONG_AGO.finditer(text))


def _is_over(text: str) -> bool:
    if _SETTLED.search(text):
        return True
    return any(
        not _NOT_SO.search(text[max(0, found.start() - BEFORE) : found.end()])
        for found in _IN_GOOD_HANDS.finditer(text)
    )
