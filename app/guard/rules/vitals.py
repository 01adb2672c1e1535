"""Measured signs of danger, and serotonin toxicity: numbers and symptoms that need no word such as "emergency"."""

from __future__ import annotations

import re

from app.guard.rules.patterns import any_of, compiled

_DIGIT_WORD = any_of("zero | one | two | three | four | five | six | seven | eight")
_END = r"(?=\s*(?:$|[.,!?;:]|bpm|and|now|since|after|but|resting|he|she|is|right|on|with))"

VITALS = compiled(
    # Oxygen below 90
    (
        r"\b(?:spo2|sp02|o2(?: sats?| levels?| saturation)?|oxygen(?: (?:reading|levels?|sats?|saturation))?|"
        r"pulse ?ox(?:imeter)?|oximeter|sats)\b[^.?!]{0,20}?(?<![\d.])(?:[3-7]\d|8[0-8])\b(?! ?(?:mg|g|years?|people|bpm)\b)"
    ),
    # Eight breaths a minute or fewer
    (
        rf"\b(?:respirations?|resp(?:iratory)? rate|resps|rr|breath(?:s|ing|es)?)\b[^.?!]{{0,20}}?(?<![\d.])"
        rf"(?:[0-8]|{_DIGIT_WORD})\b ?(?:times|breaths|x)? ?(?:a|per|/|in a|every) ?(?:minute|min)\b"
    ),
    rf"(?<![\d.])(?:[0-8]|{_DIGIT_WORD}) (?:breaths|respirations) (?:a|per|every|in a) (?:minute|min)\b",
    r"\b(?:rr|resp(?:iratory)? rate|respirations?) (?:is |of |at |down to |was |only |now )*[0-8]\b(?![.\d])",
    r"\b(?:rr|resps?) (?:\w+ )?[0-8]\b[^.?!]{0,30}\bsats?\b|\bsats? (?:\w+ )?(?:[3-7]\d|8[0-8])\b",
    r"\bgcs (?:\w+ )?(?:[3-9]|1[0-2])\b",
    # Blood pressure
    (
        r"\b(?:bp|blood pressure)\b[^.?!]{0,25}?(?<!\d)(?:(?:1[89]\d|2\d\d) ?(?:/|over|on) ?\d{2,3}|"
        r"[4-7]\d ?(?:/|over) ?[1-5]\d)\b"
    ),
    # Heart rate
    (
        rf"(?:\b(?:heart ?rate|pulse|heartbeat)\b[^.?!]{{0,20}}?|(?<!\d )(?<!\d)(?<!per )(?<!an )\bhr (?:is |at |of |was |"
        rf"around |now |over )*)(?<![\d.])(?:1[4-9]\d|2[0-4]\d|[23]\d)\b{_END}"
    ),
    r"(?<![\d.])(?:1[4-9]\d|2[0-4]\d) ?(?:bpm|beats (?:a|per) minute)\b",
    # Jaundice with dark urine
    (
        r"\b(?:skin|eyes?|face)\b[^.?!]{0,15}\b(?:gone|went|going|turned|turning|are|getting|looks?|look)\b[^.?!]{0,10}\byellow\w*"
        r"[^.?!]{0,40}\b(?:urine|pee|wee|piss)\b[^.?!]{0,20}\b(?:dark|brown|cola|coke|tea|black|orange)\b"
    ),
    # Temperature
    (
        r"\b(?:temp(?:erature)?|fever)\b[^.?!]{0,15}?(?<![\d.])(?:10[3-9](?:\.\d)?|11\d|39\.[5-9]|4[0-3](?:\.\d)?)"
        r"(?![\d.]*\d)(?! ?(?:%|percent|mg|people|deg\w* water))\b"
    ),
)
NOT_A_BODY = re.compile(r"\b(?:water|brew\w*|tea|steep\w*|boil\w*|strips?|storage|oven|room(?! air)|mg|extract\w*)\b")
"""What else has a temperature or a number."""

_SEROTONERGIC = re.compile(
    r"\b"
    + any_of(
        "ssris? | snris? | maois? | antidepressants? | prozac | fluoxetine | zoloft | sertraline | lexapro | escitalopram | "
        "celexa | citalopram | paxil | paroxetine | luvox | fluvoxamine | effexor | venlafaxine | cymbalta | duloxetine | "
        "pristiq | desvenlafaxine | trazodone | trintellix | vortioxetine | viibryd | tramadol | tapentadol | nardil | "
        "parnate | st johns wort | mdma | molly | ecstasy | dxm | dextromethorphan | robitussin | lithium | buspirone | "
        "buspar | sumatriptan | triptans? | 5 ?-?htp | linezolid | amitriptyline | clomipramine | mirtazapine"
    )
    + r"\b"
)
_TOXIC = tuple(
    re.compile(rf"\b(?:{words})\b")
    for words in (
        r"shak(?:e|es|y|ing)|trembl\w*|tremors?|shiver\w*",
        r"twitch\w*|jerk\w*|jumpy|clonus|spasm\w*|restless",
        r"sweat\w*|drench\w*|soaked",
        r"fever\w*|burning up|roasting|overheat\w*|boiling hot|really hot|so hot|hot to (?:the )?touch|high temp\w*",
        r"confus\w*|delirious|delirium|disorient\w*|hallucinat\w*|not making sense|talking nonsense|incoherent|out of it",
        r"agitat\w*|cant sit still|panick\w*|frantic",
        r"rigid\w*|stiff\w*|locked up|jaw (?:is )?(?:clench\w*|locked|tight)|clench\w*",
        r"(?:heart|pulse)[^.?!]{0,15}(?:rac\w*|pound\w*|fast|flutter\w*)|racing heart",
        r"pupils? (?:are |is )?(?:huge|dilated|blown|big|wide)|(?:huge|dilated|blown|big) pupils|eyes (?:are )?rolling",
        r"vomit\w*|throwing up|diarrh\w*",
    )
)
_STOPPING = re.compile(
    r"\b(?:withdraw\w*|quit\w*|stopp(?:ed|ing)|stop|coming off|came off|taper\w*|cold turkey|detox\w*|used to|years? ago|"
    r"months? ago)\b"
)
MIN_SIGNS = 2
"""Signs of serotonin toxicity that stand together."""


def is_serotonin_toxic(text: str) -> bool:
    """Return whether a text in normal form names a serotonergic drug and two signs that it is too much now."""
    if not _SEROTONERGIC.search(text) or _STOPPING.search(text):
        return False
    return sum(bool(sign.search(text)) for sign in _TOXIC) >= MIN_SIGNS
