"""`/ask`: a plain form and a page with the answer, for visitors whose browser runs no script."""

from __future__ import annotations

from urllib.parse import parse_qs

from fastapi import APIRouter, Request, Response

from app.answering import Asked
from app.api.services import answer_counted, services_of
from app.guard.decision import Message
from app.widget.answer_page import PageTexts, answer_part, problem_part, question_form, whole_page
from app.widget.html import Html, element
from app.widget.texts import BUILT_IN, widget_config, words_of
from index.errors import CaveatError, QuestionError

POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 60

router = APIRouter(include_in_schema=False)


@router.get("/ask")
def form(request: Request) -> Response:
    """Return the form. What stands in the address is not read, so that a question never needs to be there."""
    texts = _texts(request)
    return _page(texts, [element("p", texts.words["about"]), _form(request, texts)])


@router.post("/ask")
async def answer(request: Request) -> Response:
    """Return a page with the answer to the posted question; nothing of it is stored or logged."""
    texts = _texts(request)
    try:
        question, earlier = _fields(request, await request.body())
        history = [Message("user", turn) for turn in earlier]
        services_of(request).assistant.check(question, history)
        record = await answer_counted(request, Asked(question, history))
    except CaveatError as error:
        detail = error.detail if isinstance(error, QuestionError) else str(error)
        return _page(texts, [problem_part(detail), _form(request, texts)], error.status)
    carried = [*earlier, question][-services_of(request).assistant.limits.history_turns :]
    return _page(texts, [answer_part(texts, record, question), _form(request, texts, carried)])


def _fields(request: Request, body: bytes) -> tuple[str, list[str]]:
    """Return the posted question and the earlier ones. Raises `QuestionError` for anything else."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise QuestionError("question", "send the form of this page")
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise QuestionError("earlier", "too many fields; begin a new conversation") from error
    return fields.get("question", [""])[-1], fields.get("earlier", [])


def _form(request: Request, texts: PageTexts, earlier: list[str] | None = None) -> Html:
    return question_form(texts, earlier or [], services_of(request).settings.max_question_chars)


def _texts(request: Request) -> PageTexts:
    """Return the page's texts in the visitor's language when they are complete in it, in English otherwise."""
    services = services_of(request)
    accepted = [part.strip()[:2].lower() for part in request.headers.get("accept-language", "").split(",")]
    language = next((code for code in accepted if code in BUILT_IN), "en")
    library, settings = services.assistant.index.library, services.settings
    config = widget_config(library, language, settings.region, settings.max_question_chars)
    own = words_of(language)
    return PageTexts(language, own.words, own.terms, config.emergency_line, config.cares)


def _page(texts: PageTexts, content: list[Html], status: int = 200) -> Response:
    page = whole_page(texts, texts.words["title"], *content)
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store", "Vary": "Accept-Language"}
    return Response(page, status_code=status, media_type="text/html; charset=utf-8", headers=headers)
