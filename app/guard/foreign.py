"""Rules for every language but English: which guard words stand together in one question."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.answer.record import Reason
from app.guard.foreign_cues import CueReader
from app.guard.words import Found
from index.vocabulary import fold

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_AMOUNT = re.compile(r"\d\s?(?:m?g|gr|克|毫克|グラム|그램|г|гр|мг|ग्राम|जी|جم|غ|ग)(?![a-zа-яё])", re.I)
"""A number with a weight written to it: "7g"."""
_KRATOM = re.compile(
    (
        r"kratom|cratom|mitragyn|7\s?-?\s?oh|ketum|кратом|κράτομ|קרטום|크라톰|卡痛|クラトム|กระท่อม|كراتوم|قراطوم|क्रेटम|"
        r"क्रैटम|ক্র্যাটম|کراتوم"
    ),
    re.I,
)
_NOT_AMOUNTS = re.compile(
    r"cu[aá]nto tiempo|cu[aá]nto dura|cu[aá]ntas personas|cu[aá]nta gente|cu[aá]ntos estados|"
    r"combien de (?:temps|personnes|gens|pays)|wie lange|wie viele (?:menschen|leute)|"
    r"quanto tempo|quantas pessoas|quanto dura|quante persone|hoe lang|hoeveel mensen|jak długo|jak dlugo|"
    r"ile czasu|ile os[oó]b|как долго|сколько (?:времени|длится|людей|держится)|"
    r"ne kadar s[uü]r|kaç kişi|多久|多长时间|多少人|どのくらい(?:続|の期間|残)|"
    r"どれくらい(?:続|残)|何人|얼마나 오래|몇 명|"
    r"bao lâu|bao nhiêu người|"
    r"berapa lama|berapa orang|gaano katagal|ilang tao|"
    r"นานแค่ไหน|กี่คน|كم من الوقت|كم يدوم|كم تدوم|كم شخص|कितने समय|कितनी देर|कितने लोग|як довго|скільки (?:часу|"
    r"людей)|jak dlouho|hur länge|cât timp|mennyi ideig|kuinka kauan|hvor lenge|hvor længe|πόσο διαρκ|πόση ώρα|"
    r"πόσο καιρό|כמה זמן|چقدر طول|muda gani|"
    r"\bc[âa]t de (?!mult|des)|\bc[âa]t dur|πόσο (?:αξιόπιστ|επικίνδυν|σοβαρ)|π[οό]σες μέρες|\bposes meres|כמה ימים|"
    r"עד כמה (?:ה?מחקרים|אמינ|מסוכן|בטוח|טוב)|mennyire (?:jó|biztos|veszély|megbízható|káros)|hány nap|"
    r"எத்தனை (?:நாள்|பேர்)|எவ்வளவு நாள்|ethana (?:naal|per)|siku ngapi|hvor mange (?:d[øo]d|mennesker|folk|personer)|"
    r"en cu[aá]nto tiempo|cu[aá]ntas? (?:d[ií]as|semanas) (?:dura|tarda|queda)|quantos dias (?:dura|fica|leva)|"
    r"ile (?:trwa|dni (?:trwa|utrzymuje))|wie viele tage (?:dauert|bleibt|ist)|ne kadar kal|ka[cç] g[uü]n (?:kal|s[uü]r)|"
    r"сколько (?:дней|часов) (?:длит|держ|вывод)|كم (?:يوم(?:ا)? )?(?:يبقى|تبقى|يستمر|تستمر|يظل)|कितना (?:खतरनाक|नुकसान|बुरा)|"
    r"kitna (?:khatarnak|nuksan)|कितने दिन|kitne din|얼마나 (?:남|걸|가나|지속)|며칠|กี่วัน|อยู่ในร่างกาย|trong (?:người|cơ thể) bao lâu",
    re.I,
)
_SIGNS = ("breathing_trouble", "unresponsive", "seizure_now", "chest_pain", "racing_heart", "overdosed")
_ASKED_ABOUT = frozenset({"seizure_now", "overdosed", "racing_heart"})
"""Signs whose words are asked about as often as they are reported: alone they tell of no crisis."""

_MAY_BE_PAST = frozenset({"seizure_now", "overdosed", "racing_heart", "unresponsive"})
_STOPS = re.compile(r"[.,;:!?\n…。、，！？；：،؛؟।]+")

MAX_GENERAL_CHARS = 120
"""Longest text that is one question in general: a longer one tells of somebody too."""
CLOSE = 0.5
"""A language counts beside the likeliest one when it is at least so close to it in guard words (dev data)."""

PREPARED = 2
"""Words of preparing from which one is meant though a medicine is named, with which kratom might be mixed."""

Verdict = tuple[Reason, str, bool]
"""Reason, rule id, and whether the rule is doubtful (a notice instead of a refusal)."""


_CAN_CAUSE = re.compile(
    fold(
        r"\b(?<!no )(?<!non )(?<!não )(?:puede[ns]?|podría|pode[m]?|poderia|può|possono|potrebbe|peut|peuvent|pourrait|kann|können|"
        r"könnte|kan|kunnen|może|mogą|можно|может|могут|може|можуть|bisa|dapat|boleh|bolehkah|bisakah|dapatkah|poate|mohou|může|"
        r"voi|voiko|czy)\b[^.?!]{0,60}\b(?:causar|provocar|producir|causare|provocare|causer|provoquer|déclencher|verursachen|"
        r"auslösen|führen|veroorzaken|powodować|wywołać|wywoływać|вызвать|вызывать|викликати|привести|menyebabkan|sebabkan|"
        r"mengakibatkan|orsaka|forårsake|aiheuttaa|způsobit|cauza|provoca)\b|"
        r"\b(?:neden ol(?:abilir|ur)|yol aç(?:ar|abilir)|yapar mı|có thể gây|có gây)\b|(?:会|能|可能|可以).{0,8}(?:引起|导致|造成)|"
        r"(?:引き起こ|起こし|原因にな).{0,6}(?:か|の)|(?:일으|유발).{0,12}(?:나요|까요|니까|[?])|ทำให้.{0,20}(?:ไหม|มั้ย|หรือไม่|ได้หรือ)|"
        r"هل (?:يمكن|يسبب|قد يسبب)|से .{0,30}(?:हो|पड़|आ) सकत"
    )
)
"""Asks whether something can cause something, on folded text: a question in general, unless more is told."""


def _asks_whether(folded: str) -> bool:
    """Return whether a text is one question that asks what can happen, and tells nothing beside it."""
    return len(folded) <= MAX_GENERAL_CHARS and bool(_CAN_CAUSE.search(folded))


def crisis(text: str, found: Found, languages: Sequence[str], cues: CueReader) -> tuple[Reason, str] | None:
    """Return the crisis that guard words of one of `languages` tell of, or None."""
    folded = fold(text)
    whether = _asks_whether(folded)
    for language in languages:
        concepts = found.get(language, {})
        if concepts.get("quantity_question") and cues.asks_to_die(folded, language):
            return Reason.SELF_HARM, f"crisis.amount-to-die.{language}"
        if concepts.get("suicide") and not _about(concepts, "suicide"):
            return Reason.SELF_HARM, f"crisis.self-harm.{language}"
        signs = [concept for concept in _SIGNS if concepts.get(concept)]
        general = whether or concepts.get("definition") or (concepts.get("safe_topic") and not concepts.get("now"))
        urgent = len(signs) > 1 or concepts.get("now") or concepts.get("emergency_help")
        told = not general and concepts.get("seizure_now", 0) > 1  # "a seizure" and "is having a seizure"
        if signs and (urgent or told or not (general or signs[0] in _ASKED_ABOUT)):
            return Reason.EMERGENCY, f"crisis.{signs[0].replace('_', '-')}.{language}"
        if (concepts.get("child") or concepts.get("pet")) and concepts.get("swallowed") and not general:
            return Reason.EMERGENCY, f"crisis.child-or-pet.{language}"
    return None


def clauses_of(text: str) -> list[str]:
    """Return the clauses of a text in any script."""
    return [clause for clause in _STOPS.split(text) if clause.strip()]


def is_past(clauses: Sequence[tuple[str, Found]], language: str, cues: CueReader) -> bool:
    """Return whether every danger told in `clauses` was long ago and all is well again: last year, and fine now.

    Each sign needs its date in its own clause or the one before, and what says that all is well comes after the last.
    Only signs that leave nothing behind can be past so; never what was swallowed, and not while help is called for.
    """
    said = [found.get(language, {}).keys() for _, found in clauses]
    told = [at for at, concepts in enumerate(said) if concepts & set(_SIGNS)]
    concepts = {concept for one in said for concept in one}
    if not told or concepts & {"swallowed", "emergency_help", "suicide"} or concepts & set(_SIGNS) - _MAY_BE_PAST:
        return False
    texts = [fold(text) for text, _ in clauses]
    dated = all(any(cues.tells_of_long_ago(text, language) for text in texts[max(0, at - 1) : at + 1]) for at in told)
    return dated and any(cues.tells_of_recovery(text, language) for text in texts[told[-1] :])


def is_now(found: Found, language: str) -> bool:
    """Return whether the words of one clause tell of a sign of danger and of this moment."""
    concepts = found.get(language, {}).keys()
    return "now" in concepts and bool(concepts & set(_SIGNS))


_DANGERS = frozenset({*_SIGNS, "suicide", "swallowed", "now", "emergency_help"})
_ASKING = frozenset(
    {"quantity_question", "dose_word", "dose_sought", "measure_unit", "frequency", "too_much", "taper", "prepare"}
    | {"strengthen", "make", "acquire", "seller", "price", "drug_test_evasion", "conceal"}
)
_FIRM = frozenset({"dose-sought", "strengthen", "amount-too-much"})
STRONG = 2
"""Guard words of another language than the one that a text is told to be in from which they count too."""


def is_calm(found: Found, languages: Sequence[str]) -> bool:
    """Return whether guard words of none of `languages` tell of danger to anyone."""
    return not any(_DANGERS & found.get(language, {}).keys() for language in languages)


def is_quiet(found: Found, language: str) -> bool:
    """Return whether no guard word of `language` speaks of anything that is declined."""
    return not _ASKING & found.get(language, {}).keys()


def spoken_in(told: str, found: Found, languages: Sequence[str]) -> list[str]:
    """Return the language that a text is told to be in, and those of `languages` of which it holds many guard words."""
    strong = (one for one in languages if len(found.get(one, {}).keys() - {"kratom"}) >= STRONG)
    return list(dict.fromkeys((told, *strong)))


def _about(concepts: Mapping[str, int], topic: str) -> bool:
    """Return whether the question is about a topic in general: studies, risks, what it is."""
    return bool(concepts.get("safe_topic") or concepts.get("definition")) and concepts.get(topic, 0) < 2


def is_about_topic(text: str, found: Found, languages: Sequence[str], cues: CueReader) -> bool:
    """Return whether words name a subject that is answered: risks, the law, help, a count, what something is."""
    folded = fold(text)
    others = [language for language in languages if language != "en"]
    return any(
        "safe_topic" in (concepts := found.get(language, {}))
        or "definition" in concepts
        or cues.read(folded, language).is_harmless
        for language in others
    )


def is_count(text: str, languages: Sequence[str], cues: CueReader) -> bool:
    """Return whether a text in one of `languages` asks for a number of people, deaths or countries."""
    folded = fold(text)
    return any(cues.read(folded, language).counts_things for language in languages)


def intent(
    text: str, found: Found, languages: Sequence[str], cues: CueReader, *, with_medicine: bool = False
) -> Verdict | None:
    """Return what a question in one of `languages` asks for that is declined, surest first, or None.

    `with_medicine` says that another medicine is named, whose amount may be told.
    """
    verdicts = [
        verdict
        for language in _spoken(found, languages)
        if (verdict := _in_language(text, found.get(language, {}), language, cues, with_medicine=with_medicine))
    ]
    return min(verdicts, key=lambda verdict: verdict[2]) if verdicts else None


def is_firm(verdict: Verdict) -> bool:
    """Return whether a verdict rests on words that ask for one thing only, so that the head may not overrule it."""
    return not verdict[2] and verdict[1].split(".")[1] in _FIRM


def _spoken(found: Found, languages: Sequence[str]) -> list[str]:
    """Return those of the candidate `languages` that a text may well be in: words of one are words of others too."""

    def speaks_for(language: str) -> float:
        words = sum(count for concept, count in found.get(language, {}).items() if concept != "kratom")
        return words - 0.9 * languages.index(language)

    best = max(map(speaks_for, languages))
    return [language for language in languages if speaks_for(language) > best - CLOSE]


@dataclass(frozen=True)
class _Named:
    """The concepts that one language's guard words name in a text."""

    counts: Mapping[str, int]
    has: frozenset[str]
    subject: bool
    """Whether kratom is named."""
    number: bool
    seeks: bool
    """Whether it is asked where, or which is best, to buy."""

    @property
    def topic(self) -> bool:
        """Whether a subject that is answered is named: a risk, the law, a definition."""
        return bool({"safe_topic", "definition"} & self.has)

    def any(self, *concepts: str) -> bool:
        """Return whether one of `concepts` is named."""
        return not self.has.isdisjoint(concepts)

    def count(self, concept: str) -> int:
        """Return how many phrases of a concept were found."""
        return self.counts.get(concept, 0) if concept in self.has else 0


def _in_language(
    text: str, concepts: Mapping[str, int], language: str, cues: CueReader, *, with_medicine: bool
) -> Verdict | None:
    has = frozenset(concept for concept, count in concepts.items() if count)
    if _NOT_AMOUNTS.search(text):
        has -= {"quantity_question"} if has & {"dose_word", "measure_unit"} else {"quantity_question", "taper"}
    said = cues.read(fold(text), language)
    has = said.meant(has, concepts)
    if _AMOUNT.search(text):
        has |= {"measure_unit"}
    subject = bool(_KRATOM.search(text)) or "kratom" in has
    numbers = len(_NUMBER.findall(text))
    if with_medicine and numbers == 1 and "safe_topic" in has and not has & {"too_much", "quantity_question"}:
        has -= {"measure_unit"}  # "I take 20 mg of citalopram, is kratom dangerous with it?"
    if with_medicine and concepts.get("prepare", 0) < PREPARED and not has & {"measure_unit", "quantity_question"}:
        has -= {"prepare"}  # "can I mix kratom with sertraline?"
    number = numbers > 0 or (said.number and "too_much" in has)
    named = _Named(concepts, has, subject, number, said.seeks)
    for reason, name, asks, doubts in _RULES:
        if asks(named):
            return reason, f"{reason}.{name}.{language}", doubts(named)
    return None


def _never(_named: _Named) -> bool:
    return False


def _is_price(named: _Named) -> bool:
    amount = named.any("consume", "dose_word") and "quantity_question" in named.has
    return "price" in named.has and (named.subject or named.any("acquire", "seller")) and not amount


def _is_quantity(named: _Named) -> bool:
    asked = named.count("quantity_question")
    alone = named.subject and (not named.topic or asked > 1)
    return bool(asked) and (named.any(*_MEASURED, "frequency") or alone)


def _is_dose(named: _Named) -> bool:
    asked = named.any("too_much", "consume") or "safe_topic" not in named.has  # "what is the right dose?"
    return "dose_word" in named.has and asked and (named.subject or len(named.has) > 1)


_MEASURED = ("consume", "dose_word", "measure_unit", "too_much")
_RULES: tuple[tuple[Reason, str, Callable[[_Named], bool], Callable[[_Named], bool]], ...] = (
    (Reason.EVASION, "words", lambda n: "drug_test_evasion" in n.has, _never),
    (
        Reason.CONCEALMENT,
        "words",
        lambda n: "conceal" in n.has and (n.subject or "consume" in n.has) and not n.topic,
        _never,
    ),
    (Reason.PURCHASING, "price", _is_price, lambda n: n.topic and "acquire" not in n.has),
    (
        Reason.PURCHASING,
        "acquire",
        lambda n: "acquire" in n.has and (n.subject or n.any("seller", "price")),
        lambda n: n.topic and not n.seeks,
    ),
    (
        Reason.PURCHASING,
        "seller",
        lambda n: "seller" in n.has and n.subject and (n.seeks or not n.topic),
        lambda n: "consume" in n.has,
    ),
    (
        Reason.DOSING,
        "quantity",
        _is_quantity,
        lambda n: n.topic and not n.any(*_MEASURED) and n.count("quantity_question") < 2,
    ),
    (Reason.DOSING, "dose-sought", lambda n: "dose_sought" in n.has and n.subject, _never),
    (Reason.DOSING, "dose", _is_dose, lambda n: "safe_topic" in n.has and "too_much" not in n.has),
    (Reason.DOSING, "strengthen", lambda n: "strengthen" in n.has and n.subject, _never),
    (
        Reason.DOSING,
        "taper",
        lambda n: "taper" in n.has and (n.subject or "consume" in n.has),
        lambda n: n.topic and n.count("taper") < 2,
    ),
    (
        Reason.DOSING,
        "amount-too-much",
        lambda n: {"measure_unit", "too_much"} <= n.has and n.number and n.subject,
        _never,
    ),
    (
        Reason.DOSING,
        "amount",
        lambda n: "measure_unit" in n.has and n.number and n.any("too_much", "consume"),
        lambda n: "too_much" not in n.has and n.topic,
    ),
    (
        Reason.DOSING,
        "frequency",
        lambda n: "frequency" in n.has and (n.any("consume", "dose_word") or n.subject),
        lambda n: n.topic or n.count("frequency") < 2,
    ),
    (Reason.PRODUCTION, "make", lambda n: "make" in n.has and n.subject and not n.topic, _never),
    (
        Reason.DOSING,
        "prepare",
        lambda n: "prepare" in n.has and n.subject and not n.topic,
        lambda n: "consume" in n.has and n.count("prepare") < 2,
    ),
    (Reason.DOSING, "too-much", lambda n: {"too_much", "consume"} <= n.has and n.subject, lambda _n: True),
)
"""Reason, name, when the rule fires, and when it is doubtful; the first that fires counts."""
