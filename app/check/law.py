"""Statements on the law of a place, judged by the reviewed legal claims on that very place.

One legal sentence resembles another whatever place and rule they name, so likeness does not decide here. A statement is
read for its places, whether it says banned or allowed, and an age; so are the claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|"
    "Illinois|Indiana|"
    "Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|"
    "Montana|Nebraska|"
    "Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|"
    "Pennsylvania|"
    "Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|"
    "Wisconsin|Wyoming"
)
_COUNTRIES = (
    "Thailand|Malaysia|Indonesia|Australia|Singapore|Hong Kong|Denmark|France|Ireland|Italy|Poland|Sweden|"
    "Switzerland|Turkey|"
    "Finland|Germany|Austria|Spain|Portugal|Netherlands|Belgium|Norway|Canada|Mexico|Japan|China|India|"
    "Vietnam|Myanmar|"
    "New Zealand|Czech Republic|United Kingdom|Russia|Brazil|Israel|Philippines|South Korea|Romania|Latvia|"
    "Lithuania|Hungary"
)
_OTHER_NAMES = {
    "britain": "united kingdom",
    "great britain": "united kingdom",
    "england": "united kingdom",
    "the uk": "united kingdom",
    "uk": "united kingdom",
    "british": "united kingdom",
    "czechia": "czech republic",
    "thai": "thailand",
    "türkiye": "turkey",
}
_PLACE = re.compile(rf"\b(?:{_STATES}|{_COUNTRIES}|{'|'.join(_OTHER_NAMES)})\b", re.IGNORECASE)
_BANS = re.compile(
    r"\b(?:ban(?:s|ned|ning)?|illegal|outlaw\w*|prohibit\w*|forbid\w*|forbade|schedule (?:i|1|one|9)\b|controlled "
    r"(?:substance|drug)|is controlled|against the law|felony|misdemeano\w+|crime|criminal\w*|a controlled|"
    r"regulated drugs|"
    r"not (?:be )?(?:legal|allowed|permitted)|cannot (?:legally )?be (?:sold|shipped|bought)|poisons act|"
    r"narcotics law)",
    re.IGNORECASE,
)
_NO_BAN = re.compile(
    r"\b(?:no|not|never|isn'?t|aren'?t|hasn'?t|without)\b.{0,14}\b(?:bans?|banned|illegal|outlaw\w*|prohibit\w*|"
    r"against the law|"
    r"controlled|crime|restrict\w*|laws?)\b",
    re.IGNORECASE,
)
_ALLOWS = re.compile(
    r"\b(?:legal(?! (?:information|commentary|status))(?:ly|i[sz]ed|i[sz]es)?|allow(?:s|ed)?|permit(?:s|ted)?|"
    r"freely|over the counter|any shop|anyone (?:can|may)|"
    r"(?:took|taken|takes|removed|dropped|struck)\b.{0,60}\b(?:off|from)\b.{0,30}\blist|may be sold|can be sold|"
    r"free to|is "
    r"sold openly|ordinary food|welcome)",
    re.IGNORECASE,
)
_NOT_ALLOWED = re.compile(
    r"\b(?:not|no longer|never|isn'?t|cannot|nowhere)\b.{0,14}\b(?:legal|allow\w*|permit\w*|sold)\b", re.IGNORECASE
)
_PENDING = re.compile(
    r"\b(?:bill|would|propos\w+|vote[ds]?|voting|hearing|consider\w*|debat\w+|plans? to|planning|expected|could|"
    r"might|"
    r"lawmakers|sponsor\w*|introduc\w+|sued?|lawsuit|urged?|calls? (?:for|on)|wants?)\b",
    re.IGNORECASE,
)
_OTHER_DRUG = re.compile(
    r"\b(?:7-?oh|7-hydroxy\w*|hydroxy\w*|concentrat\w+|pseudoindoxyl|man-made|synthetic|extracts?|tianeptine|"
    r"kava|cannabis|"
    r"marijuana|adulterated)\b",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\b(?:under|below|younger than|minimum age (?:of|is|at)|at least|over|aged?|older than|turned?)\s+(18|21)\b"
)
_NO_AGE = re.compile(
    r"\b(?:no|without(?: any)?|not (?:set|have) (?:an?|any))\b.{0,12}\bage\b|\b(?:any|every) age\b|"
    r"\bwhatever (?:your|their) age\b",
    re.IGNORECASE,
)
_MINORS = re.compile(r"\b(?:minors|children|pregnant)\b", re.IGNORECASE)
_REGULATES = re.compile(r"\b(?:regulates?|licen[cs]ed?|registered|labels?)\b", re.IGNORECASE)
_ONLY_IN_PART = re.compile(
    r"\b(?:counties|cities|not pure|has not recogni[sz]ed|outside its ban|leaves? \w+ leaf|prescription|"
    r"simple possession)\b",
    re.IGNORECASE,
)
"""Marks a claim on a part of a place, or on a part of the products."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_EXCEPT = re.compile(r"\b(?:except|apart from|other than|outside|unlike|but not)\b", re.IGNORECASE)


_NOT_JUDGED = (_PENDING, _OTHER_DRUG, _EXCEPT)


class Finding(StrEnum):
    """What the legal claims say of a statement."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    OPEN = "open"
    """The rule is as stated, the year is not on record."""


@dataclass
class PlaceLaw:
    """What the claims say of one place: the places of the claims among the judged sentences, and what they state."""

    at: list[int] = field(default_factory=list)
    bans: bool = False
    allows: bool = False
    ages: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)


def places_of(text: str) -> list[str]:
    """Return the states and countries that `text` names, in order, each once."""
    names = (found.group(0).lower() for found in _PLACE.finditer(text))
    return list(dict.fromkeys(_OTHER_NAMES.get(name, name) for name in names))


def read_laws(legal_claims: Iterable[tuple[int, str]]) -> dict[str, PlaceLaw]:
    """Return the law of each place by the texts of `legal_claims`, each with its place among the judged sentences."""
    laws: dict[str, PlaceLaw] = {}
    for at, text in legal_claims:
        ages = set(_UNDER.findall(text))
        elsewhere = bool(_OTHER_DRUG.search(text)) and not (ages or _ALLOWS.search(text))
        if _PENDING.search(text) or elsewhere or _ONLY_IN_PART.search(text):
            continue
        bans = _says_banned(text, ages)
        allows = _says_allowed(text, ages) or (not bans and bool(_REGULATES.search(text)))
        for place in places_of(text):
            law = laws.setdefault(place, PlaceLaw())
            law.at.append(at)
            law.bans |= bans
            law.allows |= allows
            law.ages |= ages
            law.years |= set(_YEAR.findall(text))
    return laws


def judge_law(sentence: str, laws: dict[str, PlaceLaw]) -> tuple[Finding, list[int]] | None:
    """Return what the claims on its places say of a legal statement, with those claims; None where nothing settles it.

    A statement on a bill, on 7-OH or on a place with nothing reviewed is not settled.
    """
    places = places_of(sentence)
    known = [laws[place] for place in places if place in laws]
    if not known or len(known) < len(places) or any(rule.search(sentence) for rule in _NOT_JUDGED):
        return None
    claims = list(dict.fromkeys(at for law in known for at in law.at))
    ages = set(_UNDER.findall(sentence))
    on_age = bool(ages or _NO_AGE.search(sentence))
    finding = _on_age(known, ages) if on_age else _on_ban(sentence, known)
    return (finding, claims) if finding else None


def _on_ban(sentence: str, known: list[PlaceLaw]) -> Finding | None:
    says_banned, says_allowed = _says_banned(sentence, set()), _says_allowed(sentence, set())
    if says_banned == says_allowed:
        return None
    banned = [law.bans for law in known]
    allowed = [law.allows and not law.bans for law in known]
    as_said, otherwise = (banned, allowed) if says_banned else (allowed, banned)
    if any(otherwise):
        return Finding.CONTRADICTS
    return _dated(sentence, known) if all(as_said) else None


def _dated(sentence: str, known: list[PlaceLaw]) -> Finding:
    on_record = set().union(*(law.years for law in known))
    return Finding.AGREES if set(_YEAR.findall(sentence)) <= on_record else Finding.OPEN


def _on_age(known: list[PlaceLaw], ages: set[str]) -> Finding | None:
    if not all(law.ages for law in known) or any(law.bans for law in known):
        return None
    return Finding.AGREES if ages and all(ages <= law.ages for law in known) else Finding.CONTRADICTS


def _says_banned(text: str, ages: set[str]) -> bool:
    if _NOT_ALLOWED.search(text):
        return not ages
    return bool(_BANS.search(text)) and not (
        ages or _MINORS.search(text) or _NO_BAN.search(text) or _ALLOWS.search(text)
    )


def _says_allowed(text: str, ages: set[str]) -> bool:
    if _NOT_ALLOWED.search(text):
        return False
    return bool(ages or _ALLOWS.search(text) or _NO_BAN.search(text))
