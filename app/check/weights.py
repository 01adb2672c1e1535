"""The weights and thresholds of the decision, in one place, so that they can be derived and named together.

They were chosen by `python -m app.evaluate.check_tuning`: a coordinate search on `tests/eval/check/train.jsonl` and
`dev.jsonl` and on the phrasings of the circulating claims, each judged with itself left out. Values near the best
that round to the same result were kept plain. `min_support`, `clear_support` and `min_rest` are not in that search:
they were chosen by cross-validation over 800 newer phrasings, for few misleading sentences vouched for before accuracy.
`min_score`, `unlike`, `clear_part`, `clear_words`, `max_novelty` and `clear_all` were chosen on articles by strangers
(`e-a13` to `e-a28` of `dev.jsonl`), where far likenesses proved to be guesses.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Weights:
    """What counts how much when a sentence is compared with the judged ones."""

    subject: float = 0.4
    """Weight of the cosine with the word kratom left in; the rest is the cosine with "it" in its place, because
    the word alone makes any two sentences about kratom look alike."""
    denies: float = 0.08
    """Taken from the likeness when one of two sentences denies something and the other does not."""
    gap: float = 0.2
    """The same when one says that something is not known or proven."""
    reported: float = 0.08
    """The same when one says who reports it."""
    laboratory: float = 0.12
    """The same when one names animals, cells or laboratory tests."""
    overclaims: float = 0.14
    """The same when one says "proven", "cures", "always"."""
    claim: float = 0.08
    """Taken from reviewed claims, which are worded for precision: a phrasing that circulates is the nearer kin."""
    neighbours: int = 8
    """How many judged sentences vote."""
    sharpness: float = 25.0
    """How much more the nearest judged sentence counts than the next ones."""
    head: float = 1.2
    """Weight of the trained head's leaning beside the votes of the nearest judged sentences."""
    floor: float = 0.05
    """Share of the votes that a verdict without any is taken to have."""
    before: float = 0.3
    """Weight of the sentence before one that points back to it and is near nothing by itself."""
    clear_score: float = 0.6
    """From this likeness on a sentence needs no sentence before it to be understood."""
    clear_part: float = 0.7
    """From this likeness on a clause speaks for a sentence that is near nothing as a whole."""
    nearer: float = 0.1
    """By how much more a sentence on which nothing is held must be like, to outweigh the evidence."""
    unlike: float = 0.55
    """Below this likeness a sentence is judged only when nearly all that is near it agrees."""
    min_share_unlike: float = 0.9
    """Smallest share on which a verdict is given to such a sentence."""
    min_score: float = 0.45
    """Below this likeness nothing reviewed is close enough."""
    min_support: float = 0.46
    """Below this likeness to the nearest evidence nothing is vouched for."""
    clear_support: float = 0.78
    """From this likeness to its nearest evidence on, a sentence says the same."""
    clear_all: float = 0.9
    """The same for one that speaks of all or of always, where its evidence does not."""
    clear_words: float = 0.66
    """Below this likeness the words of a sentence must stand in its evidence for it to be vouched for."""
    max_novelty: float = 0.7
    """Share of a sentence, by its words, from which on its evidence says too little of it."""
    min_rest: float = 0.3
    """Smallest share among the other verdicts on which one is given to what may not be vouched for."""
    min_share: float = 0.34
    """Smallest share on which a verdict is given."""


WEIGHTS = Weights()
