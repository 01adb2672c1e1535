"""Decide the verdict on one sentence from what it resembles and how it says it; abstain rather than guess."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from app.check.advice import gives_advice
from app.check.judged import JudgedTable, Match, neutral
from app.check.stance import Stance, stance
from app.check.weights import WEIGHTS, Weights
from index.encoder import Encoder
from index.lexical import tokenize
from index.model import Verdict

MIN_WORDS = 2


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


def decide(sentences: Sequence[str], table: JudgedTable, encoder: Encoder) -> list[Judgement]:
    """Return the judgement on each of `sentences` (normalised text); equal ones are judged once."""
    judged = {sentence: at_sight(sentence) for sentence in dict.fromkeys(sentences)}
    open_ones = [sentence for sentence, judgement in judged.items() if judgement is None]
    if open_ones:
        texts = list(dict.fromkeys([*open_ones, *(neutral(sentence) for sentence in open_ones)]))
        row = dict(zip(texts, encoder.encode(texts), strict=True))
        whole = np.asarray([row[sentence] for sentence in open_ones])
        without_subject = np.asarray([row[neutral(sentence)] for sentence in open_ones])
        stances = [stance(sentence) for sentence in open_ones]
        found = table.matches(whole, without_subject, stances, WEIGHTS.neighbours)
        for sentence, said, matches in zip(open_ones, stances, found, strict=True):
            judged[sentence] = settle(sentence, said, matches)
    return [judgement for sentence in sentences if (judgement := judged[sentence]) is not None]


def at_sight(sentence: str) -> Judgement | None:
    """Return the judgement on a sentence whose words settle it: advice, a question, no words; None for others."""
    if sum(any(c.isalpha() for c in word) for word in sentence.split()) < MIN_WORDS:
        return Judgement(SentenceVerdict.NO_CLAIM, Rule.NO_WORDS)
    if gives_advice(sentence):
        return Judgement(SentenceVerdict.ADVICE_DECLINED, Rule.ADVICE)
    if sentence.rstrip(" \"'”’)").endswith("?") or _HEADING.search(sentence):
        return Judgement(SentenceVerdict.NO_CLAIM, Rule.QUESTION)
    return None


def settle(sentence: str, said: Stance, matches: list[Match], weights: Weights = WEIGHTS) -> Judgement:
    """Return the judgement that the nearest judged sentences give, or an abstention."""
    if not matches or is_too_far(sentence, matches, weights):
        verdict = SentenceVerdict.NOT_COVERED if names_kratom(sentence) else SentenceVerdict.NO_CLAIM
        return Judgement(verdict, Rule.TOO_FAR)
    if is_about_other(sentence):
        matches = [match for match in matches if match.judged.verdict in _TEXTBOOK]
        if not matches or matches[0].score < weights.min_score:
            return Judgement(SentenceVerdict.NO_CLAIM, Rule.TOO_FAR)
    if said.warns and not said.denies:
        matches = [match for match in matches if match.judged.verdict not in _PRAISE] or matches
    votes: dict[Verdict, float] = {}
    for match in matches:
        weight = math.exp(weights.sharpness * (match.score - matches[0].score))
        votes[match.judged.verdict] = votes.get(match.judged.verdict, 0.0) + weight
    winner = max(votes, key=lambda verdict: votes[verdict])
    if votes[winner] < weights.min_share * sum(votes.values()):
        return Judgement(SentenceVerdict.NOT_COVERED, Rule.DIVIDED, tuple(matches))
    carrying = tuple(match for match in matches if match.judged.verdict is winner)
    return _adjusted(winner, said, carrying)


def names_kratom(text: str) -> bool:
    """Return whether `text` names kratom, one of its alkaloids or its trade names."""
    return bool(_SUBJECT.search(text))


def is_too_far(sentence: str, matches: list[Match], weights: Weights) -> bool:
    """Return whether nothing judged is close: little likeness, or middling likeness without one shared content word."""
    best = matches[0]
    if best.score < weights.min_score:
        return True
    own = set(tokenize(sentence)) - _GENERIC
    return best.score < weights.sure_score and not any(own & set(tokenize(match.judged.text)) for match in matches[:3])


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
