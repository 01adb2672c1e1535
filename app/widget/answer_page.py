"""The answer record as a page for visitors without scripts: the same parts in the same order as in the widget."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.answer.record import Answer, Contact, Evidence, Notice, NoticeKind, Outcome, Source, Statement
from app.widget.html import Html, element, joined
from app.widget.texts import Words
from index.model import Access, Certainty

_NUMBER = re.compile(r"\d(?:[\d -]*\d)?")
_FEWEST_DIGITS = 3
_ACCESS_KEYS = {Access.ABSTRACT: "abstract", Access.SECONDARY: "secondary"}


@dataclass(frozen=True)
class PageTexts:
    """The page's words, evidence terms and sentences in one language."""

    language: str
    words: Words
    terms: Words
    emergency_line: str
    cares: Words


def whole_page(texts: PageTexts, title: str, *content: str | None) -> Html:
    """Return a complete page: title, the emergency line, then `content`."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="robots", content="noindex"),
        element("title", title),
        element("link", rel="stylesheet", href="widget/pages/ask.css"),
    )
    header = element(
        "header", element("h1", texts.words["title"]), element("p", _callable(texts.emergency_line), class_="alarm")
    )
    body = element("body", header, element("main", *content))
    return Html(f"<!doctype html>{element('html', head, body, lang=texts.language)}")


def question_form(texts: PageTexts, earlier: Sequence[str] = (), most_chars: int = 4000) -> Html:
    """Return the form; a follow-up carries the earlier questions in hidden fields, never in an address."""
    words = texts.words
    carried = [element("input", type="hidden", name="earlier", value=question) for question in earlier]
    area = element(
        "textarea",
        id="question",
        name="question",
        rows="3",
        required=True,
        maxlength=str(most_chars),
        aria_describedby="hint",
    )
    return element(
        "form",
        element("label", words["question"], for_="question"),
        area,
        element("p", words["hint"], id="hint", class_="fine"),
        *carried,
        element("button", words["ask"], type="submit", class_="main"),
        method="post",
        action="ask",
    )


def problem_part(text: str) -> Html:
    """Return a problem in words."""
    return element("p", text, class_="alarm", role="alert")


def answer_part(texts: PageTexts, answer: Answer, question: str) -> Html:
    """Return the answer with its question, evidence, caveats, sources and clinician note."""
    own, words = answer.language, texts.words
    crisis = [notice for notice in answer.notices if notice.kind is NoticeKind.CRISIS]
    review = [notice for notice in answer.notices if notice.kind is NoticeKind.REVIEW_STATUS]
    rest = [notice for notice in answer.notices if notice not in crisis and notice not in review]
    numbers = {source.id: at for at, source in enumerate(answer.sources, start=1)}
    first = [notice for notice in crisis if answer.lead.startswith(notice.text)]
    lead = answer.lead.removeprefix(first[0].text).strip() if first else answer.lead
    parts = [
        element("h2", words["asked"], " ", element("span", question, dir="auto")),
        element("p", element("strong", words[answer.outcome.value])),
        *(_steps(notice, own) for notice in first),
        element("p", _callable(lead) if answer.outcome is Outcome.URGENT else lead, class_="lead", lang=own),
        *(_steps(one, own if one is crisis[0] else "en") for one in crisis if one not in first),
        _evidence(texts, answer.evidence, own) if answer.statements else None,
        *(element("div", element("p", notice.text), _contacts(notice.contacts), lang=own) for notice in rest),
        _statements(texts, answer, numbers, {} if first else texts.cares),
        element(
            "div", element("h3", words["note"]), element("p", _callable(answer.clinician_note), lang=own), class_="note"
        ),
        _sources(texts, answer.sources),
        element("p", *(f"{notice.text} " for notice in review), _reviewed(texts, answer), class_="fine"),
        _related(texts, answer.related),
    ]
    return element("article", *parts)


def _statements(texts: PageTexts, answer: Answer, numbers: dict[str, int], cares: Words) -> Html | None:
    listed = [_statement(texts, one, numbers, cares) for one in answer.statements]
    return element("ul", *listed) if listed else None


def _steps(notice: Notice, own: str) -> Html:
    lines = notice.text.split("\n")
    steps = element("ol", *(element("li", _callable(line)) for line in lines))
    if len(lines) == 1:
        steps = element("p", _callable(notice.text))
    return element("div", steps, _contacts(notice.contacts), class_="alarm", lang=own)


def _callable(text: str) -> Html:
    """Return a text with contacts in which each number of three and more digits can be called."""
    parts: list[str] = []
    done = 0
    for found in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", found.group())
        if len(digits) >= _FEWEST_DIGITS:
            parts += [text[done : found.start()], element("a", found.group(), href=f"tel:{digits}")]
            done = found.end()
    return joined(*parts, text[done:])


def _contacts(contacts: Sequence[Contact]) -> Html | None:
    listed = [element("li", f"{contact.label}: ", _callable(contact.value)) for contact in contacts]
    return element("ul", *listed) if listed else None


def _badge(texts: PageTexts, label: str, *codes: str) -> Html:
    named = " · ".join(texts.terms[code] for code in codes if code in texts.terms)
    return element("span", named or label, class_="badge", lang=texts.language if named else "en")


def _evidence(texts: PageTexts, evidence: Evidence, own: str) -> Html:
    label = texts.terms.get(evidence.level.value, evidence.label)
    sure = element("strong", texts.words["sure"])
    explanation = evidence.explanation.removeprefix(f"{label}: ")
    explanation = explanation[:1].upper() + explanation[1:]
    return element("p", sure, " ", _badge(texts, label), " ", element("span", explanation, lang=own))


def _statement(texts: PageTexts, one: Statement, numbers: dict[str, int], cares: Words) -> Html:
    words, evidence = texts.words, one.evidence
    graded = evidence.certainty is not Certainty.NOT_GRADED
    codes = [evidence.certainty.value, evidence.basis.value, evidence.population.value if graded else ""]
    marks = [
        joined(" ", element("a", f"[{numbers[source]}]", href=f"#source-{numbers[source]}"))
        for source in one.source_ids
        if source in numbers
    ]
    caveat = element("span", words["caveat"], lang=texts.language)
    return element(
        "li",
        element("p", one.text, *marks),
        element("p", _badge(texts, evidence.label, *codes)),
        element("p", caveat, " ", one.caveat, class_="fine") if one.caveat else None,
        element("p", f"{words['as_of']} {one.as_of}", class_="fine", lang=texts.language) if one.as_of else None,
        element("p", _callable(cares[one.care]), class_="care", lang=texts.language) if cares.get(one.care) else None,
        lang="en",
    )


def _sources(texts: PageTexts, sources: Sequence[Source]) -> Html | None:
    if not sources:
        return None
    listed = [_source(texts, source, at) for at, source in enumerate(sources, start=1)]
    return element("section", element("h3", texts.words["sources"]), element("ol", *listed, lang="en"))


def _source(texts: PageTexts, source: Source, number: int) -> Html:
    words, url = texts.words, source.url or ""
    shown = url.startswith(("https://", "http://"))
    title = element("a", source.title, href=url, rel="noopener noreferrer") if shown else source.title
    kind = source.kind.value.replace("-", " ")
    access = f"; {words[_ACCESS_KEYS[source.access]]}" if source.access in _ACCESS_KEYS else ""
    year = f", {source.year}" if source.year else ""
    retracted = f" {words['retracted']}" if source.retracted else ""
    stop = "" if source.title.endswith((".", "?", "!")) else "."
    return element("li", title, f"{stop} {source.venue}{year} ({kind}{access}).{retracted}", id=f"source-{number}")


def _reviewed(texts: PageTexts, answer: Answer) -> str | None:
    return f"{texts.words['checked']} {answer.reviewed_on.isoformat()}." if answer.reviewed_on else None


def _related(texts: PageTexts, related: Sequence[str]) -> Html | None:
    if not related:
        return None
    asks = [element("button", title, name="question", value=title, lang="en") for title in related]
    return element(
        "section", element("h3", texts.words["related"]), element("form", *asks, method="post", action="ask")
    )
