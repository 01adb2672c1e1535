"""Decide the verdict on one sentence from what it resembles and how it says it; abstain rather than guess."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

import numpy as np

from app.check.advice import could_advise, sends_for_help
from app.check.at_sight import at_sight, is_headline, names_kratom
from app.check.clauses import clauses_of
from app.check.figures import figures_held
from app.check.head import VERDICTS
from app.check.judged import JudgedTable, Match, neutral
from app.check.judgement import Judgement, Rule
from app.check.law import Finding, judge_law, places_of
from app.check.novelty import Words
from app.check.opposites import says_the_opposite
from app.check.stance import Stance, carries_over, minimises, stance
from app.check.verdicts import UNJUDGED, SentenceVerdict
from app.check.vouching import goes_beyond, is_to_the_point, speaks_as_seller, tells_a_gap, turned_round, turns_to_other
from app.check.weights import WEIGHTS, Weights
from index.encoder import Encoder, Vectors

CLAIMS_READ = 15
"""In how many of the nearest reviewed claims the figures and words of a sentence are looked for."""


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
Leaning = Mapping[SentenceVerdict, float]
"""The logarithm of the probability of each verdict, by the head."""

_NEEDS_NOTHING = UNJUDGED | {SentenceVerdict.ADVICE_DECLINED}
"""Verdicts that rest on no claim."""
_PRAISE = frozenset({SentenceVerdict.UNPROVEN, SentenceVerdict.CONTRADICTED, SentenceVerdict.ADVICE_DECLINED})
"""Verdicts on statements in kratom's favour: a warning is none of them."""
_OF_SALES_TALK = _PRAISE | {SentenceVerdict.UNSUPPORTED}
"""Verdicts that a sentence which sends somebody for help cannot have."""
_WRONG = frozenset({SentenceVerdict.CONTRADICTED, SentenceVerdict.UNSUPPORTED})
_VOUCHES = frozenset({SentenceVerdict.SUPPORTED, SentenceVerdict.PARTLY})
"""Verdicts that vouch for a sentence, in whole or in part."""
_TEXTBOOK = frozenset({SentenceVerdict.BACKGROUND, SentenceVerdict.SUPPORTED, SentenceVerdict.NO_CLAIM})
"""Verdicts on a sentence about something else than kratom."""
_FROM_ANIMALS = frozenset(
    {SentenceVerdict.SUPPORTED, SentenceVerdict.PARTLY, SentenceVerdict.UNPROVEN, SentenceVerdict.UNSUPPORTED}
)
"""Verdicts that become "partly" when a finding in animals is told as if it held for people."""
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|these|those|this|that|both|he|she|his|her|one|such|then|there)\b", re.IGNORECASE
)


def decide(
    sentences: Sequence[str],
    table: JudgedTable,
    encoder: Encoder,
    before: Sequence[str] | None = None,
    weights: Weights = WEIGHTS,
) -> list[Judgement]:
    """Return the judgement on each of `sentences` (normalised text); equal ones are judged once.

    `before` gives the sentence that comes before each one in its article, or "": what a pronoun may stand for.
    """
    asked = list(zip(sentences, before or [""] * len(sentences), strict=True))
    judged = {pair: at_sight(pair[0]) for pair in dict.fromkeys(asked)}
    open_ones = [pair for pair, judgement in judged.items() if judgement is None]
    judged.update(_judged(open_ones, table, encoder, weights))
    parts = {pair: _parts(pair, judgement, weights) for pair in open_ones if (judgement := judged[pair]) is not None}
    of_parts = _judged(list(dict.fromkeys(part for some in parts.values() for part in some)), table, encoder, weights)
    for pair, some in parts.items():
        if (judgement := judged[pair]) is not None:
            judged[pair] = _by_parts(judgement, [of_parts[part] for part in some], weights)
    return [judgement for pair in asked if (judgement := judged[pair]) is not None]


def _parts(pair: tuple[str, str], judgement: Judgement, weights: Weights) -> list[tuple[str, str]]:
    """Return the clauses of a sentence that are to be judged for themselves: of one vouched for, or near nothing."""
    if judgement.verdict in _VOUCHES or _is_far(judgement, weights):
        return [(part, pair[1]) for part in clauses_of(pair[0]) if at_sight(part) is None]
    return []


def _is_far(judgement: Judgement, weights: Weights) -> bool:
    """Return whether what the sentence as a whole resembles is too far from it, or divided, to be clear."""
    if judgement.verdict is SentenceVerdict.ADVICE_DECLINED:
        return False
    return judgement.rule is Rule.DIVIDED or not judgement.matches or judgement.matches[0].score < weights.clear_score


def _by_parts(judgement: Judgement, of_parts: Sequence[Judgement], weights: Weights) -> Judgement:
    """Return the judgement on a sentence after those on its clauses.

    One that misleads for sure outweighs what the whole is vouched for; of a whole that is near nothing, a clause that
    clearly resembles something speaks, a misleading one first.
    """
    if judgement.verdict in _VOUCHES:
        wrong = [one for one in of_parts if misleads(one, weights)]
        if wrong:
            return wrong[0]
    if _is_far(judgement, weights):
        clear = [one for one in of_parts if one.matches and one.matches[0].score >= weights.clear_part]
        clear = [one for one in clear if one.verdict not in UNJUDGED]
        if clear:
            return max(clear, key=lambda one: (one.verdict in _WRONG, one.matches[0].score))
    return judgement


def misleads(judgement: Judgement, weights: Weights) -> bool:
    """Return whether a clause is surely misleading: near enough to something that is contradicted or unsupported."""
    return judgement.verdict in _WRONG and bool(judgement.matches) and judgement.matches[0].score >= weights.clear_score


def _judged(
    pairs: Sequence[tuple[str, str]], table: JudgedTable, encoder: Encoder, weights: Weights
) -> dict[tuple[str, str], Judgement]:
    """Return the judgement on each sentence of `pairs`, which its words alone do not settle."""
    if not pairs:
        return {}
    judged = {}
    texts = [sentence for sentence, _ in pairs]
    stances = [stance(text) for text in texts]
    whole, without_subject = _vectors(pairs, encoder, table, stances, weights)
    found = table.matches(whole, without_subject, stances, weights.neighbours, weights)
    leanings = table.leanings(texts, whole, without_subject, stances)
    for at, (pair, said, matches) in enumerate(zip(pairs, stances, found, strict=True)):
        leaning = dict(zip(VERDICTS, leanings[at].tolist(), strict=True))
        judgement = by_law(pair[0], table) or settle(pair[0], said, matches, leaning, weights)
        if judgement.verdict in _VOUCHES and not (said.first_person or said.gap):
            near = table.claims_near(whole[at], without_subject[at], CLAIMS_READ)
            judgement = with_figures(pair[0], with_its_words(pair[0], judgement, near, table.words, weights), near)
        judged[pair] = judgement
    return judged


def _vectors(
    pairs: Sequence[tuple[str, str]], encoder: Encoder, table: JudgedTable, stances: Sequence[Stance], weights: Weights
) -> tuple[Vectors, Vectors]:
    """Return the vectors of the sentences of `pairs`, as they stand and neutral.

    One that points back and is near nothing by itself takes on a part of the sentence before it.
    """
    wanted = [text for pair in pairs for text in pair if text]
    texts = list(dict.fromkeys([*wanted, *(neutral(text) for text in wanted)]))
    vector_of = dict(zip(texts, encoder.encode(texts), strict=True))
    whole = np.asarray([vector_of[sentence] for sentence, _ in pairs])
    without_subject = np.asarray([vector_of[neutral(sentence)] for sentence, _ in pairs])
    nearest = table.matches(whole, without_subject, stances, 1, weights)
    for row, ((sentence, previous), matches) in enumerate(zip(pairs, nearest, strict=True)):
        if previous and points_back(sentence) and matches and matches[0].score < weights.clear_score:
            whole[row] = _blend(whole[row], vector_of[previous], weights.before)
            without_subject[row] = _blend(without_subject[row], vector_of[neutral(previous)], weights.before)
    return whole, without_subject


def _blend(own: Vectors, other: Vectors, share: float) -> Vectors:
    both = own + share * other
    blended: Vectors = both / np.linalg.norm(both)
    return blended


def points_back(sentence: str) -> bool:
    """Return whether what `sentence` speaks of may stand in the sentence before: a pronoun and no name of kratom."""
    return bool(_POINTS_BACK.search(sentence)) and not names_kratom(sentence)


def by_law(sentence: str, table: JudgedTable) -> Judgement | None:
    """Return the judgement on a statement about the law of a place by the claims on that place; None for others."""
    found = judge_law(sentence, table.laws)
    if found is None:
        return None
    finding, claims = found
    carrying = tuple(Match(table.sentences[at], 1.0, 1.0) for at in claims)
    if finding is Finding.AGREES:
        return Judgement(SentenceVerdict.SUPPORTED, Rule.NEIGHBOURS, carrying)
    if finding is Finding.CONTRADICTS:
        return Judgement(SentenceVerdict.CONTRADICTED, Rule.DENIED, carrying)
    return Judgement(SentenceVerdict.NOT_COVERED, Rule.DIVIDED, carrying)


def with_its_words(
    sentence: str, judgement: Judgement, claims: Sequence[str], words: Words, weights: Weights
) -> Judgement:
    """Return `judgement`, or an abstention when `sentence` is not clearly alike and its evidence lacks its words."""
    if judgement.matches[0].score >= weights.clear_words:
        return judgement
    evidence = [*claims, *(match.judged.text for match in judgement.matches)]
    if words.novelty(neutral(sentence), evidence) < weights.max_novelty:
        return judgement
    return Judgement(_nothing(sentence), Rule.TOO_FAR)


def with_figures(sentence: str, judgement: Judgement, claims: Sequence[str]) -> Judgement:
    """Return `judgement`, or an abstention when a figure of `sentence` stands in none of its evidence."""
    if judgement.verdict in UNJUDGED or figures_held(
        sentence, [*claims, *(match.judged.text for match in judgement.matches)]
    ):
        return judgement
    return Judgement(SentenceVerdict.NOT_COVERED, Rule.FIGURES, judgement.matches)


def _unmatched(sentence: str, winner: SentenceVerdict) -> Judgement:
    """Return the judgement `winner` that rests on no claim."""
    if winner is SentenceVerdict.ADVICE_DECLINED:
        return Judgement(winner, Rule.ADVICE)
    return Judgement(SentenceVerdict.NO_CLAIM if is_headline(sentence) else winner, Rule.TOO_FAR)


def _nothing(sentence: str) -> SentenceVerdict:
    """Return the verdict on a sentence that nothing reviewed bears on."""
    speaks = names_kratom(sentence) and not is_headline(sentence)
    return SentenceVerdict.NOT_COVERED if speaks else SentenceVerdict.NO_CLAIM


def settle(
    sentence: str, said: Stance, matches: list[Match], leaning: Leaning, weights: Weights = WEIGHTS
) -> Judgement:
    """Return the judgement that the nearest judged sentences and the head's leaning give together, or an abstention."""
    nothing = _nothing(sentence)
    shares = _shares(sentence, said, matches, leaning, weights)
    winner, least = max(shares, key=lambda verdict: shares[verdict]), weights.min_share
    if winner is SentenceVerdict.SUPPORTED:
        refused = _is_nearer_nothing(matches, weights) or _refused(sentence, said, _of(winner, matches), weights)
        if isinstance(refused, Judgement):
            return refused
        if refused:
            shares = _without(shares, winner)
            winner, least = max(shares, key=lambda verdict: shares[verdict]), weights.min_rest
            if shares[winner] < least:
                return Judgement(nothing, Rule.DIVIDED, tuple(matches))
    if winner is SentenceVerdict.BACKGROUND and _goes_beyond_textbook(sentence, said, matches, weights):
        return Judgement(nothing, Rule.DIVIDED, tuple(matches))
    if winner in _NEEDS_NOTHING:
        return _unmatched(sentence, winner)
    if matches[0].score < weights.unlike:
        least = max(least, weights.min_share_unlike)
    if matches[0].score < weights.min_score or shares[winner] < least:
        is_far = matches[0].score < weights.min_score
        return Judgement(nothing, Rule.TOO_FAR) if is_far else Judgement(nothing, Rule.DIVIDED, tuple(matches))
    return _told(sentence, said, winner, matches, weights)


def _is_nearer_nothing(matches: Sequence[Match], weights: Weights) -> bool:
    """Return whether a sentence on which nothing is held is clearly nearer than any that is supported."""
    backed = _of(SentenceVerdict.SUPPORTED, matches)
    return matches[0].judged.verdict in UNJUDGED and matches[0].score > backed[0].score + weights.nearer


def _refused(sentence: str, said: Stance, carrying: tuple[Match, ...], weights: Weights) -> Judgement | bool:
    """Return whether `sentence` may not be vouched for on `carrying`; the judgement where that is plain."""
    near = carrying[0]
    if turned_round(sentence, said, near.judged.text) and near.score >= weights.min_support:
        return Judgement(SentenceVerdict.CONTRADICTED, Rule.DENIED, carrying)
    is_plain = is_to_the_point(sentence, said) and not speaks_as_seller(sentence)
    floor = weights.min_support if is_plain else weights.clear_score
    beyond = goes_beyond(sentence, said, stance(near.judged.text))
    enough = weights.clear_all if said.universal or said.overclaims else weights.clear_support
    turns = not said.gap and turns_to_other(sentence, near.judged.text)
    return near.score < floor or turns or (beyond and near.score < enough)


def _goes_beyond_textbook(sentence: str, said: Stance, matches: Sequence[Match], weights: Weights) -> bool:
    """Return whether `sentence` reassures or speaks of all, and the textbook sentence that it resembles does not."""
    near = _of(SentenceVerdict.BACKGROUND, matches)
    return not near or (
        near[0].score < weights.clear_support and goes_beyond(sentence, said, stance(near[0].judged.text))
    )


def _told(
    sentence: str, said: Stance, winner: SentenceVerdict, matches: Sequence[Match], weights: Weights
) -> Judgement:
    """Return the judgement `winner` after weighing how `sentence` tells what its neighbours tell."""
    carrying, backed = _of(winner, matches), _of(SentenceVerdict.SUPPORTED, matches)
    if said.law and not same_place(sentence, carrying):
        return Judgement(SentenceVerdict.NOT_COVERED, Rule.TOO_FAR)
    if winner is SentenceVerdict.CONTRADICTED and turns_back(sentence, said, carrying) and _reach(backed, weights):
        return Judgement(SentenceVerdict.SUPPORTED, Rule.NEIGHBOURS, backed)
    if winner is SentenceVerdict.UNPROVEN and says_the_opposite(sentence, carrying[0].judged.text):
        return Judgement(SentenceVerdict.UNSUPPORTED, Rule.OVERCLAIMED, carrying)
    if winner is SentenceVerdict.SUPPORTED and minimises(sentence) and not said.gap:
        return Judgement(SentenceVerdict.PARTLY, Rule.MINIMISED, carrying)
    if winner in _FROM_ANIMALS and carries_over(sentence, said):
        return Judgement(SentenceVerdict.PARTLY, Rule.CARRIED_OVER, carrying)
    return _adjusted(winner, said, carrying)


def _of(verdict: SentenceVerdict, matches: Sequence[Match]) -> tuple[Match, ...]:
    """Return those of `matches` that have `verdict`."""
    return tuple(match for match in matches if match.judged.verdict is verdict)


def _shares(
    sentence: str, said: Stance, matches: list[Match], leaning: Leaning, weights: Weights
) -> dict[SentenceVerdict, float]:
    """Return how much speaks for each verdict that can be given; one that rests on claims needs a judged neighbour."""
    votes = dict.fromkeys(_NEEDS_NOTHING, 0.0)
    for match in matches:
        weight = math.exp(weights.sharpness * (match.score - matches[0].score))
        votes[match.judged.verdict] = votes.get(match.judged.verdict, 0.0) + weight
    total = sum(votes.values()) or 1.0
    shares = {
        verdict: math.exp(weights.head * leaning[verdict]) * (vote / total + weights.floor)
        for verdict, vote in votes.items()
        if not (is_about_other(sentence) and verdict not in _TEXTBOOK)
        and not (said.warns and not said.denies and verdict in _PRAISE)
        and not (verdict in _OF_SALES_TALK and not said.denies and sends_for_help(sentence))
        and not (verdict is SentenceVerdict.CONTRADICTED and (tells_a_gap(sentence, said) or only_harms(said)))
        and not (verdict is SentenceVerdict.ADVICE_DECLINED and not could_advise(sentence))
        and not (verdict is SentenceVerdict.UNPROVEN and said.dismisses and said.harm)
        and not (verdict is SentenceVerdict.BACKGROUND and names_kratom(sentence))
    }
    total = sum(shares.values()) or 1.0
    return {verdict: share / total for verdict, share in shares.items()}


def only_harms(said: Stance) -> bool:
    """Return whether a sentence tells of a harm and takes nothing of it back: the record does not say the opposite."""
    softens = (
        said.denies or said.dismisses or said.reassures or said.benefit or said.law or said.hedged or said.reported
    )
    return said.harm and not (softens or said.study or said.gap or said.first_person)


def turns_back(sentence: str, said: Stance, carrying: Sequence[Match]) -> bool:
    """Return whether `sentence` says the opposite of the contradicted one that it resembles, and nothing further."""
    further = said.universal or said.reassures or said.overclaims or said.dismisses
    return bool(carrying) and not further and says_the_opposite(sentence, carrying[0].judged.text)


def _reach(backed: Sequence[Match], weights: Weights) -> bool:
    """Return whether the nearest of `backed` is near enough to vouch."""
    return bool(backed) and backed[0].score >= weights.min_support


def same_place(sentence: str, carrying: Sequence[Match]) -> bool:
    """Return whether one of the judged sentences names each state and country that `sentence` names."""
    return set(places_of(sentence)) <= {place for match in carrying for place in places_of(match.judged.text)}


def _without(shares: dict[SentenceVerdict, float], left_out: SentenceVerdict) -> dict[SentenceVerdict, float]:
    """Return the shares of the other verdicts among themselves."""
    total = sum(share for verdict, share in shares.items() if verdict is not left_out) or 1.0
    return {verdict: share / total for verdict, share in shares.items() if verdict is not left_out}


def is_about_other(sentence: str) -> bool:
    """Return whether `sentence` opens with another drug or a messenger, and kratom is not in it, by name or pronoun."""
    return bool(_OTHER.search(sentence)) and not (names_kratom(sentence) or _STANDS_FOR.search(sentence))


def _adjusted(winner: SentenceVerdict, said: Stance, carrying: tuple[Match, ...]) -> Judgement:
    """Return the judgement after weighing how the sentence says it against how its neighbours say it."""
    verdict, rule = winner, Rule.NEIGHBOURS
    near = stance(carrying[0].judged.text)
    if winner is SentenceVerdict.UNPROVEN and said.reported and not said.overclaims and not near.reported:
        verdict, rule = SentenceVerdict.SUPPORTED, Rule.REPORTED
    elif winner is SentenceVerdict.UNPROVEN and said.overclaims and not near.overclaims:
        verdict, rule = SentenceVerdict.UNSUPPORTED, Rule.OVERCLAIMED
    elif (
        winner is SentenceVerdict.SUPPORTED
        and said.denies
        and said.harm
        and near.harm
        and not near.denies
        and not near.gap
    ):
        verdict, rule = SentenceVerdict.CONTRADICTED, Rule.DENIED
    elif winner is SentenceVerdict.PARTLY and (said.gap or (said.laboratory and not near.laboratory)):
        verdict = SentenceVerdict.SUPPORTED
    return Judgement(verdict, rule, carrying)
