"""Decide the verdict on one sentence from what it resembles and how it says it; abstain rather than guess.

The thresholds were chosen on `tests/eval/check/train.jsonl` and `dev.jsonl` and on the phrasings of the
circulating claims, each judged with itself left out (`python -m app.evaluate.check --tune`).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import StrEnum

from app.check.advice import gives_advice
from app.check.judged import JudgedTable, Match, neutral
from app.check.stance import Stance, stance
from index.encoder import Encoder
from index.lexical import tokenize
from index.model import Verdict

NEIGHBOURS = 8
SHARPNESS = 18.0
"""How much more the nearest judged sentence counts than the next ones."""

MIN_SCORE = 0.44
"""Below this likeness nothing reviewed is close enough."""

SURE_SCORE = 0.7
"""From this likeness on no word needs to be shared."""

MIN_SHARE = 0.34
"""Smallest share of the neighbours' votes on which a verdict is given."""


class SentenceVerdict(StrEnum):
    """The verdicts on circulating claims, and the two that only a sentence of an article can have."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    UNPROVEN = "unproven"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"
    ADVICE_DECLINED = "advice-declined"
    BACKGROUND = "background"
    NO_CLAIM = "no-claim"
    NOT_COVERED = "not-covered"


class Rule(StrEnum):
    """What settled a verdict."""

    NO_WORDS = "no-words"
    QUESTION = "question"
    ADVICE = "advice"
    TOO_FAR = "too-far"
    DIVIDED = "divided"
    NEIGHBOURS = "neighbours"
    REPORTED = "reported"
    OVERCLAIMED = "overclaimed"
    DENIED = "denied"


@dataclass(frozen=True)
class Judgement:
    """A verdict, the rule that settled it and the judged sentences that carry it, best first."""

    verdict: SentenceVerdict
    rule: Rule
    matches: tuple[Match, ...] = ()


_SUBJECT = re.compile(
    r"\b(?:kratom|ketum|mitragyn\w*|7-?oh|7-hydroxy\w*|maeng da|(?:red|white|green)[- ]vein)\b", re.IGNORECASE
)
_OTHER = re.compile(
    r"^(?:\w+ ){0,2}(?:antidepressants?|ssris?|opioids?|opiates?|morphine|fentanyl|heroin|oxycodone|methadone|naloxone|"
    r"narcan|dopamine|serotonin|norepinephrine|noradrenaline|gaba|endorphins?|neurotransmitters?|receptors?|agonists?|"
    r"benzodiazepines?|nsaids?|"
    r"ibuprofen|caffeine|alcohol|nicotine|cannabis|thc)\b",
    re.IGNORECASE,
)
_STANDS_FOR = re.compile(
    r"\b(?:it|its|this|these|that|they|them|our|we|you|your|the (?:leaf|plant|herb|tree|extract|alkaloids?))\b",
    re.IGNORECASE,
)
_PRAISE = frozenset({Verdict.UNPROVEN, Verdict.CONTRADICTED, Verdict.ADVICE_DECLINED})
"""Verdicts on statements in kratom's favour: a warning is none of them."""
_TEXTBOOK = frozenset({Verdict.BACKGROUND, Verdict.SUPPORTED})
_HEADING = re.compile(r"^(?:what|how|why|where|when|who|which)\b[^.!?]*$", re.IGNORECASE)
_GENERIC = frozenset(
    tokenize(
        "kratom mitragynine alkaloid product plant leaf people person use user make feel help effect day time good best"
    )
)


def decide(sentence: str, table: JudgedTable, encoder: Encoder) -> Judgement:
    """Return the judgement on `sentence` (normalised text)."""
    words = [word for word in sentence.split() if any(c.isalpha() for c in word)]
    if len(words) < 2:
        return Judgement(SentenceVerdict.NO_CLAIM, Rule.NO_WORDS)
    if gives_advice(sentence):
        return Judgement(SentenceVerdict.ADVICE_DECLINED, Rule.ADVICE)
    if sentence.rstrip(" \"'”’)").endswith("?") or _HEADING.search(sentence):
        return Judgement(SentenceVerdict.NO_CLAIM, Rule.QUESTION)
    said = stance(sentence)
    texts = list(dict.fromkeys([sentence, neutral(sentence)]))
    vectors = encoder.encode(texts)
    matches = table.matches(vectors[0], vectors[-1], said, NEIGHBOURS)
    return settle(sentence, said, matches)


def settle(sentence: str, said: Stance, matches: list[Match]) -> Judgement:
    """Return the judgement that the nearest judged sentences give, or an abstention."""
    if not matches or is_too_far(sentence, matches):
        verdict = SentenceVerdict.NOT_COVERED if names_kratom(sentence) else SentenceVerdict.NO_CLAIM
        return Judgement(verdict, Rule.TOO_FAR)
    if is_about_other(sentence):
        matches = [match for match in matches if match.judged.verdict in _TEXTBOOK]
        if not matches or matches[0].score < MIN_SCORE:
            return Judgement(SentenceVerdict.NO_CLAIM, Rule.TOO_FAR)
    if said.warns and not said.denies:
        matches = [match for match in matches if match.judged.verdict not in _PRAISE] or matches
    votes: dict[Verdict, float] = {}
    for match in matches:
        weight = math.exp(SHARPNESS * (match.score - matches[0].score))
        votes[match.judged.verdict] = votes.get(match.judged.verdict, 0.0) + weight
    winner = max(votes, key=lambda verdict: votes[verdict])
    if votes[winner] < MIN_SHARE * sum(votes.values()):
        return Judgement(SentenceVerdict.NOT_COVERED, Rule.DIVIDED, tuple(matches))
    carrying = tuple(match for match in matches if match.judged.verdict is winner)
    return _adjusted(winner, said, carrying)


def names_kratom(text: str) -> bool:
    """Return whether `text` names kratom, one of its alkaloids or its trade names."""
    return bool(_SUBJECT.search(text))


def is_too_far(sentence: str, matches: list[Match]) -> bool:
    """Return whether nothing judged is close: little likeness, or middling likeness without one shared content word."""
    best = matches[0]
    if best.score < MIN_SCORE:
        return True
    own = set(tokenize(sentence)) - _GENERIC
    return best.score < SURE_SCORE and not any(own & set(tokenize(match.judged.text)) for match in matches[:3])


def is_about_other(sentence: str) -> bool:
    """Return whether `sentence` opens with another drug or a messenger, and kratom is not in it, by name or pronoun."""
    return bool(_OTHER.search(sentence)) and not (names_kratom(sentence) or _STANDS_FOR.search(sentence))


def _adjusted(winner: Verdict, said: Stance, carrying: tuple[Match, ...]) -> Judgement:
    """Return the judgement after weighing how the sentence says it against how its neighbours say it."""
    verdict, rule = SentenceVerdict(winner), Rule.NEIGHBOURS
    near = stance(carrying[0].judged.text)
    if winner is Verdict.UNPROVEN and said.reported and not said.overclaims and not near.reported:
        verdict, rule = SentenceVerdict.SUPPORTED, Rule.REPORTED
    elif winner is Verdict.UNPROVEN and said.overclaims and not near.overclaims:
        verdict, rule = SentenceVerdict.UNSUPPORTED, Rule.OVERCLAIMED
    elif winner is Verdict.SUPPORTED and said.denies and said.harm and near.harm and not near.denies and not near.gap:
        verdict, rule = SentenceVerdict.CONTRADICTED, Rule.DENIED
    elif winner is Verdict.PARTLY and (said.gap or said.laboratory):
        verdict = SentenceVerdict.SUPPORTED
    return Judgement(verdict, rule, carrying)
