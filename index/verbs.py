"""The verb table: how strongly a sentence about people may speak at each certainty.

Source: Santesso N et al., "GRADE guidelines 26: informative statements to communicate the findings of
systematic reviews of interventions", J Clin Epidemiol 2020;119:126-135, doi:10.1016/j.jclinepi.2019.10.014.
"""

from __future__ import annotations

import re

from index.model import CERTAINTY_ORDER, Certainty

_UNCERTAIN = re.compile(
    r"\b(very uncertain|not known|unknown|unclear|uncertain|cannot be told|no one knows|nobody knows|"
    r"(?:is|are|was|were|has been|have been|been|yet) (?:not|never) (?:been )?(?:studied|tested|shown|measured|proven)|"
    r"not (?:been )?(?:well )?(?:studied|tested|shown|measured|proven|established|settled)|unproven|untested|"
    r"no (?:\w+ ){0,3}(?:study|studies|trial|trials|evidence|research|data)|hardly been studied|not enough evidence|"
    r"cannot be ruled out|nothing reviewed|too little|little is known)\b",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(may|might|could|can|possible|possibly|some|suggests?|appears?|seems?|reported|report|reports|"
    r"sometimes|linked|disputed|debated|disagree|differ|vary|varies)\b",
    re.IGNORECASE,
)
_PROBABLY = re.compile(r"\b(probably|likely|is thought to|are thought to)\b", re.IGNORECASE)

EXPECTED: dict[Certainty, str] = {
    Certainty.HIGH: "state it plainly, without may, might or probably",
    Certainty.MODERATE: "use 'probably' (or 'likely')",
    Certainty.LOW: "use 'may'",
    Certainty.VERY_LOW: "use 'it is very uncertain whether'",
}
"""What a sentence of each certainty must do, as advice to the editor."""


def strength(sentence: str) -> Certainty:
    """Return the certainty at which `sentence` speaks: its most hedged word decides."""
    if _UNCERTAIN.search(sentence):
        return Certainty.VERY_LOW
    if _MAY.search(sentence):
        return Certainty.LOW
    if _PROBABLY.search(sentence):
        return Certainty.MODERATE
    return Certainty.HIGH


def matches(sentence: str, certainty: Certainty) -> bool:
    """Return whether an effect claim speaks exactly as strongly as its `certainty`."""
    return strength(sentence) is certainty


def outruns(sentence: str, certainty: Certainty) -> bool:
    """Return whether `sentence` speaks more strongly than `certainty` allows."""
    if certainty is Certainty.NOT_GRADED:
        return False
    return CERTAINTY_ORDER.index(strength(sentence)) > CERTAINTY_ORDER.index(certainty)
