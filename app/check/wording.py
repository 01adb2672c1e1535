"""The fixed words of the article check: what each verdict means, and its reason where no curated one applies."""

from __future__ import annotations

from dataclasses import dataclass

from app.check.judgement import Rule
from app.check.verdicts import SentenceVerdict

ADVICE_REMOVED = "[advice removed]"
NOT_ENGLISH = "[not in English]"


@dataclass(frozen=True)
class VerdictWords:
    """How a verdict is shown: a mark that differs in shape, a name, and what it means."""

    mark: str
    name: str
    meaning: str


VERDICTS = {
    SentenceVerdict.CONTRADICTED: VerdictWords("≠", "Contradicted", "says the opposite of what is on record"),
    SentenceVerdict.UNSUPPORTED: VerdictWords("✗", "Unsupported", "nothing reviewed supports it"),
    SentenceVerdict.UNPROVEN: VerdictWords(
        "?", "Unproven", "people report it or animals suggest it; no trial has shown it"
    ),
    SentenceVerdict.PARTLY: VerdictWords("◐", "Partly right", "right in part, or leaves out what matters"),
    SentenceVerdict.SUPPORTED: VerdictWords("✓", "Supported", "says what reviewed evidence says, no more strongly"),
    SentenceVerdict.BACKGROUND: VerdictWords("i", "Background", "textbook knowledge, not about kratom"),
    SentenceVerdict.ADVICE_DECLINED: VerdictWords(
        "⊘", "Advice removed", "advice on taking, choosing or buying; not repeated here"
    ),
    SentenceVerdict.NOT_COVERED: VerdictWords("□", "Not covered", "a claim on which nothing reviewed is held"),
    SentenceVerdict.NO_CLAIM: VerdictWords("–", "No claim", "nothing about kratom that can be checked"),
}
"""In the order in which the legend and the counts show them."""

ADVICE_REASON = (
    "Caveat gives no advice on amounts, ways of taking, choosing or buying, so the sentence is not repeated."
)
HEDGED_PREFIX = "A “may” does not change this."
REASONS = {
    Rule.NO_WORDS: "There is no statement here.",
    Rule.FRAME: "This is about the article itself and claims nothing.",
    Rule.QUESTION: "A question or a heading claims nothing.",
    Rule.REPORTED: "People do report this in surveys. Reports cannot show that kratom is the cause.",
    Rule.MINIMISED: "These effects are reported, but the serious ones on record are left out.",
    Rule.CARRIED_OVER: "This was seen in animals or cells. Whether it holds for people has not been shown.",
    Rule.FIGURES: "A figure in it is not among the figures on record here, so it is not judged.",
    Rule.TOO_FAR: "Nothing reviewed is close enough to judge this. That does not make it true or false.",
    Rule.DIVIDED: "What is reviewed near this points in different directions, so it is not judged.",
}
NO_CLAIM = "This says nothing about kratom that can be checked."
DENIED = "The evidence on record says the opposite."
OTHER_LANGUAGE = "This sentence seems not to be in English, so it is not judged."
MATCHES_CLAIM = "This says what a reviewed claim says."
TEXTBOOK = "This is general knowledge, not evidence about kratom."

MESSAGE_EMPTY = "There is no text to check: paste the words of the article."
MESSAGE_LANGUAGE = "This text seems not to be in English. The check reads English only, so nothing was judged."
MESSAGE_NO_CLAIM = "No kratom claim found: this text does not seem to be about kratom."
MESSAGE_NOTHING = "No claim about kratom was found that could be judged."
MESSAGE_FOUND = "{judged} of {total} sentences could be judged. {misleading} of them mislead or are not proven."
MESSAGE_LIMITS = (
    "A program compared each sentence with reviewed claims. It can misread a sentence; "
    "read the reason and the evidence before you rely on a verdict."
)


def fixed_reason(verdict: SentenceVerdict, rule: Rule) -> str | None:
    """Return the reason that verdict and rule give by themselves; None where a curated reason applies."""
    if verdict is SentenceVerdict.ADVICE_DECLINED:
        return ADVICE_REASON
    if verdict is SentenceVerdict.BACKGROUND:
        return TEXTBOOK
    if verdict is SentenceVerdict.NO_CLAIM and rule is Rule.TOO_FAR:
        return NO_CLAIM
    return REASONS.get(rule)
