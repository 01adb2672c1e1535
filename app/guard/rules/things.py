"""Things that "die", "freeze" or "won't wake up": what is told of a device is no emergency."""

from __future__ import annotations

import re

from app.guard.rules.patterns import any_of
from app.guard.rules.people import DEPRESSANT, OTHER

_THING = any_of(
    r"laptop | macbook | phone | iphone | android | tablet computer | ipad | computer | desktop | pc | monitor | screen | tv |"
    r" television | console | xbox | playstation | printers? | router | wifi | wi-fi | modem | internet | server | website | app |"
    r" browser | excel | spreadsheet | word document | windows | car | truck | van | motorbike | scooter | engine | battery |"
    r" batteries | tyre | watch battery | fridge | freezer | dishwasher | washing machine | boiler | heater | drone | camera |"
    r" keyboard | headphones | airpods | kindle | alarm clock | houseplants? | plants? | tomatoes | basil | succulents? | orchid |"
    r" lawn | grass | sourdough | starter"
)
_OF_A_THING = re.compile(
    rf"\b(?:my|the|this|our|his|her|their|an?|your) (?:\w+ ){{0,2}}?{_THING}\b|^(?:the |my |our )?{_THING}\b"
)
_LIVING = re.compile(
    rf"\b(?!his |her |their )(?:{OTHER}|person|man|woman|people)\b|\b(?:kratom|7oh|mitragynine|{DEPRESSANT}|pills?|capsules?|gumm\w+|extract|powder|"
    r"breath\w*|chest|heart|pulse|lips|seizures?|unconscious|overdos\w+|swallow\w*|poison\w*|vomit\w*|blood|"
    r"i (?:passed|fainted|collapsed|cant|took|am)|am i)\b"
)


def is_of_a_thing(text: str) -> bool:
    """Return whether a text in normal form tells of a device or plant, and of nobody and nothing that was taken."""
    return bool(_OF_A_THING.search(text)) and not _LIVING.search(text)
