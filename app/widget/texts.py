"""What the widget asks for when it is opened: numbers and fixed texts of a region, words of a language."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from app.answer.fixed import FixedTexts
from app.answer.lead import card_topics
from app.answer.record import Contact
from index.library import Library
from index.model import Care

LANG = Path(__file__).resolve().parent / "lang"
BUILT_IN = ("en", "es")
"""Languages whose words are inside the script."""
EXAMPLE_CARDS = (
    "kratom-in-the-brain",
    "interactions-general",
    "kratom-addictive",
    "what-is-mitragynine",
    "kratom-pain",
)
"""Cards whose titles are offered before the first question: the first three that a site does not leave out."""
MOST_EXAMPLES = 3
_CARE_KEYS = {
    Care.EMERGENCY: "care.emergency",
    Care.POISON_CENTRE: "care.poison_centre",
    Care.SAME_DAY: "care.same_day",
}

Words = dict[str, str]


class WidgetWords(BaseModel):
    """The words of one language: whether a person wrote or checked them, the widget's own, and evidence terms."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    translation: str
    words: Words = {}
    terms: Words = {}


class WidgetConfig(BaseModel):
    """What one opened widget needs to know."""

    lang: str
    region: str
    emergency_line: str
    contacts: tuple[Contact, ...]
    cares: dict[str, str]
    """The sentence beside a statement, by its `care`."""
    care_lang: str
    terms: Words
    examples: tuple[str, ...]
    languages: dict[str, str]
    max_question_chars: int


@cache
def words_of(language: str) -> WidgetWords:
    """Return the widget's words in `language`; empty when there are none."""
    path = LANG / f"{language}.yaml"
    if not (language.isalpha() and path.exists()):
        return WidgetWords(translation="none")
    return WidgetWords.model_validate(yaml.safe_load(path.read_text()))


def language_file(library: Library, language: str) -> Mapping[str, object] | None:
    """Return the words that the script loads for `language`, or nothing for one that is built in or unknown."""
    notices = library.notices.get(language)
    words = words_of(language).words
    if notices is None or language in BUILT_IN or not words:
        return None
    return {**words, "rtl": notices.direction == "rtl"}


def widget_config(
    library: Library, language: str, region: str, max_question_chars: int, without_topics: Collection[str] = ()
) -> WidgetConfig:
    """Return the configuration for a language and region; a language that the widget has no words in is English.

    Nothing of `without_topics` is offered as an example.
    """
    texts = FixedTexts(library, language if words_of(language).words else "en", region)
    own = texts.has("care.emergency")
    known = [library.cards[card] for card in EXAMPLE_CARDS if card in library.cards]
    cards = [card for card in known if card_topics(library, card).isdisjoint(without_topics)]
    return WidgetConfig(
        lang=texts.language,
        region=region,
        emergency_line=_emergency_line(library, texts, region),
        contacts=texts.contacts("emergency", "poison_centre", "crisis_line", "substance_helpline", "urgent_advice"),
        cares={care.value: texts.text(key) for care, key in _CARE_KEYS.items()},
        care_lang=texts.language if own else "en",
        terms=words_of(texts.language).terms,
        examples=tuple(card.title for card in cards[:MOST_EXAMPLES]),
        languages={code: notices.name for code, notices in library.notices.items() if words_of(code).words},
        max_question_chars=max_question_chars,
    )


def _emergency_line(library: Library, texts: FixedTexts, region: str) -> str:
    """Return the always-visible line with the region's numbers, in the language where it has words for it."""
    if texts.has("emergency.line"):
        return texts.text("emergency.line")
    template = words_of(texts.language).words.get("call")
    contacts = library.contacts.get(region)
    number = contacts.emergency if contacts and contacts.emergency else texts.text("emergency.local")
    return template.format(emergency=number) if template else texts.text("emergency.line")
