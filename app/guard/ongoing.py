"""A danger told in an earlier turn goes on until the conversation says that it is over."""

from __future__ import annotations

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
    r"ok | okay | fine | alright | all right | safe | stable | awake | home | better | good | recovered | well | himself again | "
    r"herself again | breathing normally | out of danger | discharged | released | in hospital | in the hospital"
)
_CARERS = any_of(
    r"ambulance | paramedics? | medics? | emts? | er | icu | hospital | doctors? | docs? | vets? | nurses? | poison (?:control|centre|center) | "
    r"911 | 999 | 112 | 988 | crisis (?:line|team) | therapist | psychiatrist | counsell?or"
)
_OVER = compiled(
    rf"\b{_SOMEBODY}\b(?: \w+)?(?: is| are| was| were| s| re| got| came| woke)?(?: \w+){{0,2}} {_WELL}\b",
    rf"\b(?:im|i am|i feel|im feeling|i got|ive been)(?: \w+){{0,2}} {_WELL} (?:now|again|today|these days)\b",
    rf"\b{_CARERS}\b(?: \w+){{0,3}} (?:came|come|arrived|took|has|have|had|got|did|said|says|told|checked|cleared|treated|helped|"
    r"were great|was great|sent|let|looked)\b(?! (?:to call|to go|go|call|no one|nobody))",
    r"\b(?:at|in|from|to) (?:the |an? )?(?:hospital|er|icu|vets?|psych ward|ward|therapy|treatment|care) (?:now|already|with|and)\b",
    r"\b(?:in therapy|in treatment|seeing (?:a|my) (?:therapist|counsell?or|psychiatrist|doctor)|on (?:meds|antidepressants) now)\b",
    r"\b(?:talked|spoke|speaking|talking) (?:to|with) (?:988|the crisis line|a crisis line|my (?:therapist|doctor|mom|mum|dad|wife|husband|"
    r"partner|sister|brother|sponsor))\b",
    r"\b(?:years?|months?|weeks?|winters|summers) (?:ago|back|since)\b|\b(?:last|that) (?:year|summer|winter|spring|fall|autumn|month)\b|"
    r"\bback (?:in|then|when)\b|\blong (?:ago|time ago)\b|\bin (?:19|20)\d\d\b|\bwhen i was\b|\bused to\b|\bnever again\b|\ball over now\b",
    r"\b(?:false alarm|(?:just |only )?(?:kidding|joking)|(?:was|its|it was) (?:just |only )?(?:a |an )?(?:joke|drill|exercise|test|story|"
    r"scene|example|hypothetical|novel|training)|handled|sorted (?:out|now)|taken care of|turned out (?:fine|ok|okay|to be nothing)|"
    r"passed now|over now|went away|gone now|no longer)\b",
)


def goes_on(later: Sequence[str]) -> bool:
    """Return whether none of the turns after a danger was told says that it is over, long ago or in good hands."""
    return not any(_OVER.search(normal(turn)) for turn in later)
