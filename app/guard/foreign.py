"""Rules for every language but English: which guard words stand together in one question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from app.answer.record import Reason
from app.guard.words import Found

_NUMBER = re.compile(r"\d")
_KRATOM = re.compile(
    r"kratom|cratom|mitragyn|7\s?-?\s?oh|ketum|кратом|κράτομ|קרטום|크라톰|卡痛|クラトム|กระท่อม|كراتوم|قراطوم|क्रेटम|क्रैटम|ক্র্যাটম|کراتوم",
    re.I,
)
_NOT_AMOUNTS = re.compile(
    r"cu[aá]nto tiempo|cu[aá]nto dura|cu[aá]ntas personas|cu[aá]nta gente|cu[aá]ntos estados|combien de (?:temps|personnes|gens|pays)|wie lange|wie viele (?:menschen|leute)|"
    r"quanto tempo|quantas pessoas|quanto dura|quante persone|hoe lang|hoeveel mensen|jak długo|jak dlugo|ile czasu|ile os[oó]b|как долго|сколько (?:времени|длится|людей|держится)|"
    r"ne kadar s[uü]r|kaç kişi|多久|多长时间|多少人|どのくらい(?:続|の期間|残)|どれくらい(?:続|残)|何人|얼마나 오래|몇 명|bao lâu|bao nhiêu người|berapa lama|berapa orang|gaano katagal|ilang tao|"
    r"นานแค่ไหน|กี่คน|كم من الوقت|كم يدوم|كم تدوم|كم شخص|कितने समय|कितनी देर|कितने लोग|як довго|скільки (?:часу|людей)|jak dlouho|hur länge|cât timp|mennyi ideig|kuinka kauan|hvor lenge|hvor længe|πόσο διαρκ|πόση ώρα|πόσο καιρό|כמה זמן|چقدر طول|muda gani",
    re.I,
)
_SIGNS = ("breathing_trouble", "unresponsive", "seizure_now", "chest_pain", "overdosed")

Verdict = tuple[Reason, str, bool]
"""Reason, rule id, and whether the rule is doubtful (a notice instead of a refusal)."""


def crisis(found: Found, languages: Sequence[str]) -> tuple[Reason, str] | None:
    """Return the crisis that guard words of one of `languages` tell of, or None."""
    for language in languages:
        concepts = found.get(language, {})
        if concepts.get("suicide") and not _about(concepts, "suicide"):
            return Reason.SELF_HARM, f"crisis.self-harm.{language}"
        signs = [concept for concept in _SIGNS if concepts.get(concept)]
        general = concepts.get("definition") or (concepts.get("safe_topic") and not concepts.get("now"))
        if signs and (len(signs) > 1 or concepts.get("now") or concepts.get("emergency_help") or not general):
            return Reason.EMERGENCY, f"crisis.{signs[0].replace('_', '-')}.{language}"
        if (concepts.get("child") or concepts.get("pet")) and concepts.get("swallowed") and not general:
            return Reason.EMERGENCY, f"crisis.child-or-pet.{language}"
    return None


def _about(concepts: Mapping[str, int], topic: str) -> bool:
    """Return whether the question is about a topic in general: studies, risks, what it is."""
    return bool(concepts.get("safe_topic") or concepts.get("definition")) and concepts.get(topic, 0) < 2


def intent(text: str, found: Found, languages: Sequence[str]) -> Verdict | None:
    """Return what a question in one of `languages` asks for that is declined, surest first, or None."""
    verdicts = [verdict for language in languages if (verdict := _in_language(text, found.get(language, {}), language))]
    return min(verdicts, key=lambda verdict: verdict[2]) if verdicts else None


def _in_language(text: str, concepts: Mapping[str, int], language: str) -> Verdict | None:
    has = {concept for concept, count in concepts.items() if count}
    if _NOT_AMOUNTS.search(text):
        has -= {"quantity_question"}
    subject = bool(_KRATOM.search(text)) or "kratom" in has
    number = bool(_NUMBER.search(text))
    topic = "safe_topic" in has or "definition" in has

    def verdict(reason: Reason, name: str, doubtful: bool = False) -> Verdict:
        return reason, f"{reason}.{name}.{language}", doubtful

    if "drug_test_evasion" in has:
        return verdict(Reason.EVASION, "words")
    if "conceal" in has and (subject or "consume" in has) and not topic:
        return verdict(Reason.CONCEALMENT, "words")
    if (
        "price" in has
        and (subject or {"acquire", "seller"} & has)
        and not ({"consume", "dose_word"} & has and "quantity_question" in has)
    ):
        return verdict(Reason.PURCHASING, "price", doubtful=topic and "acquire" not in has)
    if "acquire" in has and (subject or {"seller", "price"} & has):
        return verdict(Reason.PURCHASING, "acquire", doubtful=topic)
    if "seller" in has and subject and not topic:
        return verdict(Reason.PURCHASING, "seller", doubtful="consume" in has)
    named = {"consume", "dose_word", "measure_unit", "too_much"} & has
    asked = concepts.get("quantity_question", 0) if "quantity_question" in has else 0
    if asked and (named or "frequency" in has or (subject and (not topic or asked > 1))):
        return verdict(Reason.DOSING, "quantity", doubtful=topic and not named and asked < 2)
    if "dose_word" in has and ("too_much" in has or "consume" in has or not topic) and (subject or len(has) > 1):
        return verdict(Reason.DOSING, "dose", doubtful=topic and "too_much" not in has)
    if "taper" in has and (subject or "consume" in has):
        return verdict(Reason.DOSING, "taper", doubtful=topic and concepts["taper"] < 2)
    if "measure_unit" in has and number and ({"too_much", "consume"} & has):
        return verdict(Reason.DOSING, "amount", doubtful="too_much" not in has and topic)
    if "frequency" in has and ({"consume", "dose_word"} & has or subject):
        return verdict(Reason.DOSING, "frequency", doubtful=topic or concepts["frequency"] < 2)
    if "make" in has and subject and not topic:
        return verdict(Reason.PRODUCTION, "make")
    if "prepare" in has and subject and not topic:
        return verdict(Reason.DOSING, "prepare", doubtful="consume" in has and concepts["prepare"] < 2)
    if "too_much" in has and "consume" in has and subject:
        return verdict(Reason.DOSING, "too-much", doubtful=True)
    return None
