"""Words that say the opposite of one another: sentences that resemble each other and differ in them contradict."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.check.stance import CANNOT_STOP, CANNOT_TELL


@dataclass(frozen=True)
class _Axis:
    """One matter on which two sentences can say the opposite: the words of either side."""

    one: re.Pattern[str]
    other: re.Pattern[str]


def _axis(one: str, other: str) -> _Axis:
    return _Axis(re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))


_NOT = re.compile(
    r"\b(?:no|not|never|none|nobody|no one|nothing|nowhere|cannot|without|neither|hardly|rarely|seldom|"
    r"(?:ca|wo|do|does|did|is|are|was|were|has|have|would|should|could)n'?t|won'?t|ain'?t)\b",
    re.IGNORECASE,
)
_SEAM = re.compile(r"[,;:]\s+|\s+[–—]\s+|\s+(?:because|since|although|though|while|whereas|but)\s+", re.IGNORECASE)
"""Where a clause ends: what is denied in one is not denied in the next."""
_SHOWS_UP = (
    r"detect(?:s|ed|able)?|pick(?:s|ed)? (?:it |this |kratom )?up|show(?:s|ed)? up|show it|flag(?:s|ged)?|"
    r"pop(?:s|ped)?|"
    r"turns? positive|(?:test|come up|fail) (?:you )?(?:positive|any|every|a|the)|(?:be )?caught|see it|find it|"
    r"look for it|"
    r"includes? it|screens? for"
)
_AXES = {
    "lawful": _axis(
        r"legal(?:ly|i[sz]ed)?|lawful(?:ly)?|allow(?:s|ed)?|permit(?:s|ted)?|freely|over the counter|unrestricted",
        r"ban(?:s|ned)?|illegal(?:ly)?|outlaw(?:s|ed)?|prohibit(?:s|ed)?|forbid(?:s|den)?|forbade|unlawful|"
        r"against the "
        r"law|(?:federal )?(?:offen[cs]e|crime|felony)|schedule (?:i|1|one)|controlled|"
        r"restrict(?:s|ed)?",
    ),
    "detected": _axis(_SHOWS_UP, r"miss(?:es|ed)?|invisible|undetect(?:ed|able)|slips? (?:past|through)"),
    "uniform": _axis(
        r"(?:the )?same (?:strength|amount|potency|content\w*)|identical|consistent(?:ly)?|uniform|"
        r"standardi[sz]ed|reliabl[ey]|"
        r"exactly what",
        r"differ(?:s|ed|ent)?|var(?:y|ies|ied|iable|ying)|inconsistent|unreliable|unpredictable|relied",
    ),
    "lasting": _axis(
        r"(?:for |several |a few |some )?days|weeks|slow(?:ly)?|linger(?:s|ed)?|stays?|build(?:s)? up|accumulat\w+",
        r"(?:a few |two |three |within |several )*hours|vanish(?:es|ed)?|gone|same day|flushed|quickly|no trace|"
        r"day later",
    ),
    "fatal": _axis(r"died?|dies|deaths?|deadly|fatal(?:ly|ities)?|killed|lethal", r"survived|all recovered"),
    "purer": _axis(
        r"purer|(?:same|pure) (?:leaf|plant|herb|thing)|just (?:the leaf|leaf|kratom)|as natural as|identical to",
        r"stronger|more potent|much closer|not the same|another (?:thing|beast)|different (?:thing|beast)",
    ),
    "reversed": _axis(
        r"(?:naloxone|narcan)\b(?![^.;]{0,30}\b(?:may|might) not\b)[^.;]{0,40}\b(?:works?|help(?:s|ed)?|reverse[sd]?|"
        r"used|worth|effective|useful)|(?:needs?|give|carry|keep|use) (?:\w+ )?(?:naloxone|narcan)",
        r"(?:naloxone|narcan)\b[^.;]{0,20}\b(?:useless|pointless|fails?|worthless)",
    ),
    "graver": _axis(
        r"(?:worse|harder|stronger|deadlier|tougher|more (?:addictive|dangerous|deadly|harmful|toxic)) than",
        r"(?:milder|gentler|easier|safer|less (?:\w+ )?(?:addictive|dangerous|deadly|harmful|severe|risky|toxic)) than|"
        r"mild compared|nothing (?:compared|next) to|a breeze next to",
    ),
    "checked": _axis(
        r"inspect(?:s|ed|ors?)|checks?|checked|regulated|oversight|verif(?:y|ies|ied)|guarantee[sd]?|evaluated|"
        r"approved?",
        r"unregulated|unchecked|unapproved|unverified|unevaluated",
    ),
}


_NOT_THE_SAME = re.compile(
    r"\bnot (?:at all |quite )?the same\b(?! (?:strength|amount|potency|content))", re.IGNORECASE
)
"""One expression for another thing: its "not" denies nothing else."""


def sides(text: str) -> dict[str, bool]:
    """Return on which side `text` stands on each matter it speaks of; one that it names both sides of is left out."""
    found: dict[str, set[bool]] = {}
    for clause in _SEAM.split(text.replace("\u2019", "'")):
        clause = _NOT_THE_SAME.sub("another thing", clause)  # noqa: PLW2901
        denied = len(_NOT.findall(CANNOT_STOP.sub(" ", CANNOT_TELL.sub(" ", clause)))) % 2 == 1
        for name, axis in _AXES.items():
            if axis.one.search(clause):
                found.setdefault(name, set()).add(not denied)
            if axis.other.search(clause):
                found.setdefault(name, set()).add(denied)
    return {name: named.pop() for name, named in found.items() if len(named) == 1}


def says_the_opposite(sentence: str, near: str) -> bool:
    """Return whether `sentence` stands on the other side than `near` on a matter that both speak of, and on no same."""
    mine, its = sides(sentence), sides(near)
    common = mine.keys() & its.keys()
    return bool(common) and all(mine[name] is not its[name] for name in common)
