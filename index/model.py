"""The content model: what a claim, card, source, circulating claim, vocabulary entry and contact are.

Every model is frozen and refuses unknown keys. `content/README.md` explains each field to curators.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator


class Role(StrEnum):
    FINDING = "finding"
    RISK = "risk"
    UNKNOWN = "unknown"
    GUIDANCE = "guidance"
    BACKGROUND = "background"


class Form(StrEnum):
    """What kind of sentence a claim is; only an *effect* obeys the verb table."""

    OBSERVATION = "observation"
    EFFECT = "effect"
    SCOPE = "scope"
    LEGAL = "legal"
    DEFINITION = "definition"
    GUIDANCE = "guidance"


class Certainty(StrEnum):
    """GRADE's word for how sure we are of what the sentence means for people."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"
    NOT_GRADED = "not-graded"


class Basis(StrEnum):
    SYSTEMATIC_REVIEW = "systematic-review"
    RANDOMISED_TRIAL = "randomised-trial"
    HUMAN_EXPERIMENT = "human-experiment"
    COHORT = "cohort"
    CROSS_SECTIONAL_SURVEY = "cross-sectional-survey"
    SURVEILLANCE = "surveillance"
    CASE_SERIES = "case-series"
    CASE_REPORT = "case-report"
    ANIMAL = "animal"
    IN_VITRO = "in-vitro"
    IN_SILICO = "in-silico"
    PRODUCT_ANALYSIS = "product-analysis"
    REGULATOR_STATEMENT = "regulator-statement"
    GUIDELINE = "guideline"
    STATUTE = "statute"
    DEFINITION = "definition"
    NO_STUDY_FOUND = "no-study-found"


class Population(StrEnum):
    HUMANS = "humans"
    ANIMALS = "animals"
    CELLS = "cells"
    NONE = "none"


class Direction(StrEnum):
    """Where the evidence points on the effect that the sentence is about."""

    EFFECT = "effect"
    NO_EFFECT = "no-effect"
    MIXED = "mixed"
    NOT_APPLICABLE = "not-applicable"


class Care(StrEnum):
    """What a person to whom the claim applies should do, most urgent first."""

    EMERGENCY = "emergency"
    POISON_CENTRE = "poison-centre"
    SAME_DAY = "same-day"
    ROUTINE = "routine"


class Status(StrEnum):
    DRAFTED = "drafted"
    EDITOR_CHECKED = "editor-checked"
    CLINICIAN_REVIEWED = "clinician-reviewed"


class Audience(StrEnum):
    PUBLIC = "public"
    FAMILY = "family"
    YOUNG_PEOPLE = "young-people"
    CLINICIANS = "clinicians"


class Verdict(StrEnum):
    SUPPORTED = "supported"
    PARTLY = "partly"
    UNPROVEN = "unproven"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"
    ADVICE_DECLINED = "advice-declined"
    BACKGROUND = "background"


class Access(StrEnum):
    """How much of a source its curator could read."""

    FULL = "full"
    ABSTRACT = "abstract"
    SECONDARY = "secondary"


class SourceKind(StrEnum):
    SYSTEMATIC_REVIEW = "systematic-review"
    RANDOMISED_TRIAL = "randomised-trial"
    HUMAN_EXPERIMENT = "human-experiment"
    OBSERVATIONAL = "observational"
    SURVEY = "survey"
    SURVEILLANCE = "surveillance"
    CASE_SERIES = "case-series"
    CASE_REPORT = "case-report"
    ANIMAL = "animal"
    IN_VITRO = "in-vitro"
    IN_SILICO = "in-silico"
    PRODUCT_ANALYSIS = "product-analysis"
    NARRATIVE_REVIEW = "narrative-review"
    REGULATOR = "regulator"
    GUIDELINE = "guideline"
    OFFICIAL_RESOURCE = "official-resource"
    REFERENCE_WORK = "reference-work"
    OWN_POLICY = "own-policy"


class TermKind(StrEnum):
    DRUG = "drug"
    DRUG_CLASS = "drug-class"
    SUBSTANCE = "substance"
    CONDITION = "condition"
    PLACE = "place"
    PRODUCT = "product"
    ALKALOID = "alkaloid"
    PLANT = "plant"
    RECEPTOR = "receptor"
    TRANSMITTER = "transmitter"
    ENZYME = "enzyme"
    ORGAN = "organ"
    SYMPTOM = "symptom"
    EFFECT = "effect"
    TEST = "test"
    GROUP = "group"
    TOPIC = "topic"


class DrugProperty(StrEnum):
    """A property of a medicine from which a possible interaction follows; each use needs a source."""

    CYP3A_SUBSTRATE = "cyp3a-substrate"
    CYP3A_INHIBITOR = "cyp3a-inhibitor"
    CYP3A_INDUCER = "cyp3a-inducer"
    CYP2D6_SUBSTRATE = "cyp2d6-substrate"
    SEDATIVE = "sedative"
    STIMULANT = "stimulant"
    QT_PROLONGING = "qt-prolonging"
    SEROTONERGIC = "serotonergic"
    LOWERS_SEIZURE_THRESHOLD = "lowers-seizure-threshold"
    LIVER_TOXIC = "liver-toxic"
    OPIOID = "opioid"
    OPIOID_BLOCKER = "opioid-blocker"
    LOWERS_BLOOD_PRESSURE = "lowers-blood-pressure"


GATED_KINDS = frozenset(
    {
        TermKind.DRUG,
        TermKind.DRUG_CLASS,
        TermKind.SUBSTANCE,
        TermKind.CONDITION,
        TermKind.PLACE,
        TermKind.PRODUCT,
    }
)
"""Kinds that a card must name in `about` before it may lead an answer to a question that names them."""

CERTAINTY_ORDER = (Certainty.VERY_LOW, Certainty.LOW, Certainty.MODERATE, Certainty.HIGH)
CARE_ORDER = (Care.EMERGENCY, Care.POISON_CENTRE, Care.SAME_DAY, Care.ROUTINE)

_PARTIAL_DATE = re.compile(r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")


def _partial_date(value: object) -> object:
    """Return `value` as text when it is a year, a year and month, or a full date."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and _PARTIAL_DATE.match(value):
        if len(value) == 10:
            date.fromisoformat(value)
        return value
    raise ValueError("write a year (2024), a year and month (2024-05) or a date (2024-05-31)")


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
ClaimId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
PartialDate = Annotated[str, BeforeValidator(_partial_date)]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]


class Model(BaseModel):
    """Base of the content models: frozen, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Mechanism(Model):
    """One mark on the receptor map: which alkaloid does what to which target, seen in which model."""

    ligand: Slug
    target: Slug
    action: Annotated[str, StringConstraints(pattern=r"^[a-z]+( [a-z]+)*$")]
    model: Population


class Claim(Model):
    """One plain sentence with its certainty, evidence, caveat and sources: the unit that is shown and cited."""

    id: ClaimId
    text: Text
    role: Role
    form: Form
    certainty: Certainty
    basis: Basis
    population: Population
    direction: Direction = Direction.NOT_APPLICABLE
    caveat: Text | None = None
    contested: tuple[ClaimId, ...] = ()
    sources: tuple[Slug, ...] = Field(min_length=1)
    about: tuple[Slug, ...] = ()
    care: Care = Care.ROUTINE
    benefit: bool = False
    jurisdiction: Annotated[str, StringConstraints(pattern=r"^([A-Z]{2}(-[A-Z]{2,3})?|EU|UN)$")] | None = None
    as_of: PartialDate | None = None
    status: Status = Status.DRAFTED
    last_reviewed: date
    review_by: date
    retired: date | None = None
    see_also: tuple[ClaimId, ...] = ()
    mechanism: Mechanism | None = None


class Card(Model):
    """A curated short answer to one question, carried by claims."""

    id: Slug
    title: Text
    asked_as: tuple[Text, ...] = Field(min_length=1)
    lead: Text
    lead_claims: tuple[ClaimId, ...] = Field(min_length=1)
    claims: tuple[ClaimId, ...] = ()
    about: tuple[Slug, ...] = ()
    audience: Audience = Audience.PUBLIC
    care: Care = Care.ROUTINE
    general: bool = False


class TopicHeading(Model):
    """The heading of one topic file."""

    id: Slug
    title: Text
    description: Text


class Source(Model):
    """One publication or official page. Identifiers that nobody has seen stay empty."""

    id: Slug
    title: Text
    authors: Text | None = None
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    venue: Text
    kind: SourceKind
    n: Annotated[int, Field(ge=1)] | None = None
    population: Text | None = None
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    pmid: Annotated[str, StringConstraints(pattern=r"^\d{1,9}$")] | None = None
    pmcid: Annotated[str, StringConstraints(pattern=r"^PMC\d+$")] | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    access: Access
    funding: Text | None = None
    retracted: bool = False

    @property
    def link(self) -> str | None:
        """Return the best address to show: DOI, then PubMed, then PMC, then the listed `url`; or nothing."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        if self.pmcid:
            return f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmcid}/"
        return self.url


class CirculatingClaim(Model):
    """A statement that marketing makes, with what the evidence says of it."""

    id: Slug
    section: Slug
    claim: Text
    verdict: Verdict
    why: Text
    claims: tuple[ClaimId, ...] = ()
    said_as: tuple[Text, ...] = ()
    """Ways in which it is said: matched by the article check, never shown."""


class UnjudgedSentences(Model):
    """Sentences of articles on which no verdict is given, with why: they claim nothing, or nothing is held on them."""

    verdict: Literal["no-claim", "not-covered"]
    said_as: tuple[Text, ...]
    """Matched by the article check, never shown."""


class AskedIn(Model):
    """Wordings of questions in one language other than English, by the card that answers them."""

    language: LanguageCode
    asked: dict[Slug, tuple[Text, ...]]
    """Compared with what people ask, never shown."""


class Relation(StrEnum):
    """What a question asks about the things that it names, apart from the things themselves."""

    HOW_LONG = "how-long"
    HOW_MANY = "how-many"
    WHAT_IS = "what-is"
    WHAT_LIKE = "what-like"
    WHAT_TO_DO = "what-to-do"
    WHO_HELPS = "who-helps"
    WHY = "why"
    MIX = "mix"
    HELPS = "helps"
    HARMS = "harms"
    HOW_WORKS = "how-works"
    COMPARE = "compare"
    STOP = "stop"
    NO_LONGER = "no-longer"
    SIGNS = "signs"
    IN_BODY = "in-body"
    LEGAL = "legal"
    NOT_TOLD = "not-told"
    """Something is not told or given here."""
    RELATIVE = "relative"
    """Somebody close who takes it."""
    LONG_TERM = "long-term"


GUARD_CONCEPTS = frozenset(
    {
        "kratom", "quantity_question", "dose_word", "consume", "measure_unit", "frequency", "too_much", "taper",
        "prepare", "make", "acquire", "seller", "price", "drug_test_evasion", "conceal", "suicide",
        "breathing_trouble", "unresponsive", "seizure_now", "overdosed", "chest_pain", "racing_heart", "dose_sought",
        "strengthen", "emergency_help", "child", "pet", "swallowed", "now", "safe_topic", "definition",
    }
)  # fmt: skip
"""What the guard finds words for: the keys of `policy/words.yaml`."""

GLOSSARY_KINDS: Mapping[str, frozenset[TermKind]] = {
    "kind:taken": frozenset({TermKind.DRUG, TermKind.DRUG_CLASS, TermKind.SUBSTANCE}),
    "kind:condition": frozenset({TermKind.CONDITION}),
    "kind:place": frozenset({TermKind.PLACE}),
    "kind:bodily": frozenset({TermKind.SYMPTOM, TermKind.EFFECT}),
    "kind:organ": frozenset({TermKind.ORGAN}),
}
"""What an English question may rest on besides ids: any thing of these kinds, said by its English name."""

MIN_STEM_LETTERS = 3


def _forms(forms: tuple[str, ...]) -> tuple[str, ...]:
    for form in forms:
        for word in form.split():
            stem = word.rstrip("*")
            if not stem or "*" in stem or (word.endswith("*") and len(stem) < MIN_STEM_LETTERS):
                raise ValueError(f"'{form}': put one star, at the end of at least {MIN_STEM_LETTERS} letters")
    return forms


Forms = Annotated[tuple[Text, ...], AfterValidator(_forms), Field(min_length=1)]


class GlossaryIn(Model):
    """Words of one language other than English: what they name (vocabulary ids) and what they ask (relations).

    A word that ends in a star stands for every word that begins with it.
    """

    language: LanguageCode
    things: dict[Slug, Forms] = {}
    says: dict[Relation, Forms] = {}
    common: tuple[Text, ...] = ()
    """Everyday words that name and ask nothing, by which the language is recognised."""
    ignore: tuple[Text, ...] = ()
    """Words that name something elsewhere, but are everyday words in this language."""


class EnglishQuestion(Model):
    """The English question that words of another language make up. Searched for, never shown."""

    asks: Text
    """Holds {} for each kind in `says`, in their order."""
    says: tuple[Text, ...] = Field(min_length=1)
    """The vocabulary ids, relations and kinds (such as kind:condition) that must all be there."""
    unless: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _one_gap_for_each_kind(self) -> EnglishQuestion:
        kinds = sum(one in GLOSSARY_KINDS for one in self.says)
        if self.asks.count("{}") != kinds:
            raise ValueError(f"'{self.asks}' must hold {{}} once for each kind: in 'says', which has {kinds}")
        return self


class PropertyUse(Model):
    """A drug's interaction property and the sources that state it."""

    id: DrugProperty
    sources: tuple[Slug, ...] = Field(min_length=1)


class Term(Model):
    """A vocabulary entry: one thing, the words people use for it, and what follows from what it is."""

    id: Slug
    term: Text
    kind: TermKind
    classes: tuple[Slug, ...] = Field(default=(), alias="class")
    properties: tuple[PropertyUse, ...] = ()
    aliases: tuple[Text, ...] = ()
    languages: dict[LanguageCode, tuple[Text, ...]] = {}


class PropertyText(Model):
    """What a drug property means in an answer: a clause after the drug's name, and the claims it brings."""

    id: DrugProperty
    clause: Text
    claims: tuple[ClaimId, ...] = Field(min_length=1)


class ReviewDates(Model):
    """When the drug properties of the vocabulary were last checked and are due again."""

    last_reviewed: date
    review_by: date


class Notices(Model):
    """The fixed sentences of one language, by key; `index.notices` lists the keys that must be there."""

    language: LanguageCode
    name: Text
    direction: Literal["ltr", "rtl"] = "ltr"
    translation: Literal["human", "machine"]
    reviewed_by: Text | None = None
    texts: dict[str, Text | tuple[Text, ...]]


class PolicyReason(StrEnum):
    """What a rule of the guard is about; its file is named after it."""

    ALLOWED = "allowed"
    CONCEALMENT = "concealment"
    DOSING = "dosing"
    EMERGENCY = "emergency"
    EVASION = "evasion"
    MANIPULATION = "manipulation"
    NO_EVIDENCE = "no-evidence"
    OFF_TOPIC = "off-topic"
    OTHER_HARM = "other-harm"
    PRODUCTION = "production"
    PURCHASING = "purchasing"
    SELF_HARM = "self-harm"


class Policy(Model):
    """One rule of the guard in words, with example questions that are matched and never shown."""

    reason: PolicyReason
    outcome: Literal["answered", "declined", "urgent", "not_covered"]
    rule: Text
    claims: tuple[ClaimId, ...] = ()
    """Risk and guidance claims that bear on any question of this kind; shown when it names nothing in particular."""
    examples: dict[LanguageCode, tuple[Text, ...]]


class LinkHost(Model):
    """A host that may be shown as a link."""

    host: Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]+$")]
    kind: Slug
    note: Text | None = None


class Contact(Model):
    """The numbers to call in one region; a number that no official page showed stays empty."""

    region: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    name: Text
    emergency: Text | None = None
    poison_centre: Text | None = None
    crisis_line: Text | None = None
    substance_helpline: Text | None = None
    urgent_advice: Text | None = None
    sources: tuple[Slug, ...] = Field(min_length=1)
    as_of: PartialDate
    note: Text | None = None


def lowest_certainty(certainties: list[Certainty]) -> Certainty:
    """Return the lowest graded certainty of `certainties`; not-graded when none of them is graded."""
    graded = [certainty for certainty in certainties if certainty is not Certainty.NOT_GRADED]
    return min(graded, key=CERTAINTY_ORDER.index) if graded else Certainty.NOT_GRADED


def most_urgent(cares: list[Care]) -> Care:
    """Return the most urgent of `cares`; routine when there are none."""
    return min(cares, key=CARE_ORDER.index) if cares else Care.ROUTINE
