"""What the words of a sentence settle by themselves: advice, questions, headings, titles, and frames of an article."""

from __future__ import annotations

import re

from app.check.advice import gives_advice
from app.check.judgement import Judgement, Rule
from app.check.stance import stance
from app.check.verdicts import SentenceVerdict

MIN_WORDS = 2
TITLE_WORDS = 4
"""A title is at most so long."""
SHORT_WORD = 4
"""Words up to this length need no capital in a headline."""
_SUBJECT = re.compile(
    r"\b(?:kratom|ketum|mitragyn\w*|7-?oh|7-hydroxy\w*|maeng da|(?:red|white|green)[- ]vein)\b", re.IGNORECASE
)
_FRAME = re.compile(
    r"^(?:objectives?|aims?|methods?|design|setting|keywords?|correspondence|funding|trial registration|photo|image|"
    r"figure \d+|table \d+|copyright|(?:bill|fiscal|policy) (?:analysis|note|summary)|summary|"
    r"conflicts? of interest|competing interests)\b[^:.]{0,20}:|"
    r"^(?:in|throughout) this (?:post|article|guide|blog\w*|piece|page|section|leaflet|review|video)\b.{0,12}\b(?:we|"
    r"you|i)\b|"
    r"\b(?:heard|wondered|curious|asked) (?:the buzz|all the buzz|a lot|plenty|about|of|what)\b.{0,40}$|"
    r"^(?:read on|keep reading|stay tuned|thanks? (?:you )?for reading|let's (?:dive|take a (?:closer )?look|explore|"
    r"get "
    r"started|break it down|find out))\b[^,;]{0,60}$|"
    r"^(?:background|introduction|results?|conclusions?): (?:we|our|this|the (?:aim|present)|participants|"
    r"respondents)\b|^(?:frequently asked )?questions (?:about|on|and)\b|"
    r"\bauthors (?:thank|are grateful)\b|"
    r"\bauthors? (?:\w+ )?(?:received|report|declare|disclose|have)\w* no\b|\b(?:received|supported by) no "
    r"(?:external )?funding\b",
    re.IGNORECASE,
)
"""What frames a paper or an article and says nothing of its subject."""
_HEADING = re.compile(
    r"^(?:what|how|why|where|when|who|which)\b[^.!?]*$|"
    r"^[^.!?:]{0,60}: (?:how|why|what|when|where|who|which)\b[^.!?]*$|"
    r"^(?:if|when|before|after|while) you\b[^.!?,;:]{0,40}$|"
    r"^[^.!?]{0,40}\bwhat\b[^.!?]{0,40}\b(?:to|should|must|need to) know\b[^.!?]*$|"
    r"^[^.!?]{0,40}\b(?:everything|all|things) (?:you|to|parents|users) (?:\w+ )?(?:to )?know\b[^.!?]*$|"
    r"^(?:the )?(?:top |best )?(?:\d+|five|ten|seven|three) (?:\w+ )?(?:reasons|ways|things|facts|tips|benefits|"
    r"signs|uses|"
    r"myths|questions)\b[^.!?]*$|"
    r"^(?:(?:the|a|an|your|our|my|some|ultimate|complete|beginner'?s|definitive|full|short|quick|brief|honest|possible|"
    r"potential|known|common|top|main|key|\d+|health|side|mental|long-term)\s+)*(?:guide|introduction|overview|"
    r"review|look|"
    r"history|origins?|benefits|effects|uses|risks|harms|dangers|"
    r"hazards|interactions|precautions|warnings|facts|myths|types|kinds|frequently asked questions|faqs?|"
    r"conclusion|summary|"
    r"science|chemistry|story)(?:\s+(?:of|to|for|on|about|in|with|behind|at|and)\s+[^.!?:,;]{2,60})?[:]?$",
    re.IGNORECASE,
)


def at_sight(sentence: str) -> Judgement | None:
    """Return the judgement on a sentence whose words settle it: advice, a question, no words; None for others."""
    if sum(any(c.isalpha() for c in word) for word in sentence.split()) < MIN_WORDS:
        return Judgement(SentenceVerdict.NO_CLAIM, Rule.NO_WORDS)
    if gives_advice(sentence):
        return Judgement(SentenceVerdict.ADVICE_DECLINED, Rule.ADVICE)
    if sentence.rstrip(" \"'”’)").endswith("?") or _HEADING.search(sentence):
        return Judgement(SentenceVerdict.NO_CLAIM, Rule.QUESTION)
    if _FRAME.search(sentence) or is_title(sentence):
        return Judgement(SentenceVerdict.NO_CLAIM, Rule.FRAME)
    return None


def is_title(sentence: str) -> bool:
    """Return whether `sentence` is a short title of capitalised words that says nothing of a harm or a benefit."""
    words = sentence.split()
    if len(words) > TITLE_WORDS or sentence[-1:] in ".!?:" or not all(word[0].isupper() for word in words):
        return False
    said = stance(sentence)
    return not (said.harm or said.benefit or said.reassures or said.law or said.denies or names_kratom(sentence))


def is_headline(sentence: str) -> bool:
    """Return whether `sentence` is set as a headline: its longer words capitalised and no stop at its end."""
    longer = [word for word in sentence.split() if len(word) > SHORT_WORD and word[0].isalpha()]
    return sentence[-1:] not in ".!?:" and len(longer) > 1 and all(word[0].isupper() for word in longer)


def names_kratom(text: str) -> bool:
    """Return whether `text` names kratom, one of its alkaloids or its trade names."""
    return bool(_SUBJECT.search(text))
