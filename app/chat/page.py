"""The chat page: questions, answers with their evidence, the article check and the evidence map, on one page."""

from __future__ import annotations

import os
import time
from html import escape
from typing import Any

from app.answer.fixed import FixedTexts
from app.answer.record import Answer
from app.assistant import Assistant
from app.chat.front import TITLE
from app.chat.report import report_html
from app.chat.starters import starter_groups
from app.chat.watch import ChatWatch
from app.check import Checkers
from app.check.article import MAX_CHARS
from app.feedback.store import Feedback, FeedbackStore, Rating
from app.guard.decision import Message
from app.render.html import answer_html
from app.render.links import claim_address
from app.render.phone import with_phone_links
from app.store.database import DatabaseError
from index.errors import CaveatError, QuestionError
from index.library import Library

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # before Gradio is imported: no outside request
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"

import gradio as gr

_HINT = (
    "About kratom, its alkaloids, or how they act on the brain and body. Please leave out names. "
    "Nothing you type is stored."
)
_LINKS = "[How we grade](/about#grading) · [Topics](/topics) · [About](/about) · [Privacy](/about#privacy)"
Turns = list[dict[str, Any]]
_MAP = """
<p>What is known and what is not, at a glance. <a href="/map">Open the maps with their tables and links to every
claim</a>. <a href="/about#grading">How we grade</a></p>
<h2>What the claims rest on: topics by certainty</h2>
<div class="cv-map" role="region" tabindex="0" aria-label="Topics by certainty; scrolls sideways where it is narrow">
<a href="/map"><img src="/map/topics.svg"
 alt="How many claims each topic holds, by certainty, and whether they come from people, animals or cells"></a>
</div>
<h2>What kratom's alkaloids do at which target</h2>
<p>This map is wide and scrolls sideways.</p>
<div class="cv-map" role="region" tabindex="0" aria-label="Alkaloids and targets; scrolls sideways">
<a href="/map#receptors-heading"><img src="/map/receptors.svg"
 alt="Which kratom alkaloid does what to which target, in which model and with which certainty"></a>
</div>
"""


class ChatPage:
    """Builds the chat around one assistant and answers its events."""

    def __init__(
        self, assistant: Assistant, checkers: Checkers, watch: ChatWatch, feedback: FeedbackStore | None = None
    ) -> None:
        self._assistant = assistant
        self._checkers = checkers
        self._watch = watch
        self._feedback = feedback

    @property
    def _library(self) -> Library:
        """The library that is served now; it changes when a new index is loaded."""
        return self._assistant.index.library

    def build(self) -> Any:
        """Return the page as Gradio blocks."""
        with gr.Blocks(title=TITLE, analytics_enabled=False) as page:
            self._head()
            with gr.Tabs():
                with gr.Tab("Ask"):
                    self._ask_tab()
                with gr.Tab("Check an article"):
                    self._check_tab()
                with gr.Tab("Evidence map"):
                    gr.Markdown(_MAP, elem_id="cv-map", sanitize_html=False)
        return page

    def _head(self) -> None:
        texts = FixedTexts(self._library, "en", self._assistant.default_region)
        about = f"{texts.text('about.line')} {texts.text('notice.review_status')}"
        gr.Markdown(f"# {TITLE}\n\n{about}\n\n{_LINKS}", elem_id="cv-head")
        self._emergency = gr.Markdown(self._emergency_line(self._assistant.default_region), elem_id="cv-emergency")

    def _ask_tab(self) -> None:
        chat = gr.Chatbot(
            label="Conversation",
            show_label=False,
            elem_id="cv-chat",
            height="auto",
            layout="panel",
            buttons=[],
            autoscroll=False,
            group_consecutive_messages=False,
        )
        with gr.Row(elem_id="cv-ask", equal_height=True):
            box = gr.Textbox(
                label="Your question",
                info=_HINT,
                lines=1,
                max_lines=6,
                max_length=self._assistant.limits.question_chars,
                elem_id="cv-question",
                scale=5,
                submit_btn=False,
            )
            send = gr.Button("Ask", variant="primary", elem_id="cv-send", scale=1)
        with gr.Row(elem_id="cv-actions"):
            clear = gr.Button("New conversation", size="sm")
            # chat.js listens to these by id: Gradio's own js= needs eval, which the page's policy forbids.
            gr.Button("Copy with sources", size="sm", elem_id="cv-copy")
            gr.Button("Print", size="sm", elem_id="cv-print")
            gr.Button("Sheet for my clinician", size="sm", elem_id="cv-handoff")
        with gr.Accordion("Region and language", open=False, elem_id="cv-options"):
            regions = [(contact.name, code) for code, contact in self._library.contacts.items()]
            region = gr.Radio(regions, value=self._assistant.default_region, label="Region, for emergency numbers")
            languages = [("As I write", ""), *((n.name, code) for code, n in self._library.notices.items())]
            language = gr.Radio(languages, value="", label="Language of notices (the evidence is in English)")
        starters = self._starters(box, chat, region, language)
        inputs = [box, chat, region, language]
        watched = self._watch.watched
        waiting: dict[str, Any] = {"api_visibility": "private", "show_progress": "minimal", "show_progress_on": box}
        gr.on([send.click, box.submit], watched(self.answer), inputs, [box, chat, starters], **waiting)
        chat.option_select(watched(self.answer_option), [chat, region, language], [chat], **waiting)
        if self._feedback:
            chat.like(watched(self.rate), chat, None, api_visibility="private")
        clear.click(self.start_again, None, [chat, starters], api_visibility="private", show_progress="hidden")
        region.change(self._emergency_line, region, self._emergency, api_visibility="private", show_progress="hidden")

    def _check_tab(self) -> None:
        box = gr.Textbox(
            label="Article or product page",
            info=f"Paste the text, at most {MAX_CHARS:,} characters. It is checked and forgotten.",
            lines=8,
            max_lines=20,
            elem_id="cv-article",
        )
        with gr.Row(elem_id="cv-check-actions"):
            check = gr.Button("Check it", variant="primary", elem_id="cv-check")
            gr.Button("Print the report", size="sm", elem_id="cv-print-report")
        report = gr.Markdown(elem_id="cv-report", container=False)
        check.click(
            self._watch.watched(self.check),
            box,
            report,
            api_visibility="private",
            concurrency_limit=2,
            show_progress="minimal",
        )

    def check(self, article: str) -> str:
        """Return the report on `article` as HTML, or what to do."""
        try:
            report = self._checkers.check(article, self._assistant.today)
        except CaveatError as error:
            return f'<p class="cv-problem"><strong>This could not be checked:</strong> {escape(str(error))}</p>'
        return report_html(report, lambda claim_id: claim_address(self._library, claim_id))

    def _starters(self, box: gr.Textbox, chat: gr.Chatbot, region: gr.Radio, language: gr.Radio) -> Any:
        """Return the starter questions; they make room once a conversation has begun."""
        answer = self._watch.watched(self.answer_starter)
        with gr.Column(elem_id="cv-starters") as column:
            for group in starter_groups(self._library):
                gr.Markdown(f"## {group.heading}", elem_classes="cv-group")
                with gr.Row():
                    buttons = [
                        gr.Button(question, size="sm", elem_classes="cv-starter") for question in group.questions
                    ]
                for button in buttons:
                    inputs = [button, chat, region, language]
                    button.click(
                        answer,
                        inputs,
                        [chat, column],
                        api_visibility="private",
                        show_progress="minimal",
                        show_progress_on=box,
                    )
        return column

    def answer(self, question: str, turns: Turns, region: str, language: str) -> tuple[str, Turns, Any]:
        """Return an emptied question box, the conversation with the answer, and the starters put away."""
        if not question.strip():
            return "", turns, gr.skip()
        return "", self._with_answer(question, turns, region, language), gr.update(visible=False)

    def answer_starter(self, question: str, turns: Turns, region: str, language: str) -> tuple[Turns, Any]:
        """Return the conversation with the answer to a starter question, and the starters put away."""
        return self._with_answer(question, turns, region, language), gr.update(visible=False)

    def answer_option(self, turns: Turns, region: str, language: str, chosen: gr.SelectData) -> Turns:
        """Return the conversation with the answer to a related question that was chosen."""
        return self._with_answer(str(chosen.value), turns, region, language)

    def start_again(self) -> tuple[Turns, Any]:
        """Return an empty conversation and the starters."""
        return [], gr.update(visible=True)

    def rate(self, turns: Turns, liked: gr.LikeData) -> None:
        """Store what a reader thought of an answer: its id and the rating, no text."""
        at = liked.index[0] if isinstance(liked.index, list | tuple) else liked.index
        answer_id = (turns[at].get("metadata") or {}).get("id")
        if self._feedback and isinstance(answer_id, str):
            rating = Rating.HELPFUL if liked.liked in (True, "Like") else Rating.NOT_HELPFUL
            try:
                self._feedback.add(Feedback(answer_id, rating, None, self._library.version), self._assistant.today)
            except DatabaseError:
                self._watch.fault("feedback")
                raise
            gr.Info("Thank you. Your rating is stored without your question.")

    def _with_answer(self, question: str, turns: Turns, region: str, language: str) -> Turns:
        return [*turns, {"role": "user", "content": question}, self._reply(question, turns, region, language)]

    def _reply(self, question: str, turns: Turns, region: str, language: str) -> dict[str, Any]:
        limit = self._assistant.limits.history_turns
        history = [Message(turn["role"], _text(turn["content"])) for turn in turns if turn["role"] == "user"]
        started = time.perf_counter()
        try:
            record = self._assistant.ask(question, history[-limit:] if limit else (), region, language or None)
        except QuestionError as error:
            lead = f'<p class="cv-lead">I cannot read that question: {escape(error.detail)}.</p>'
            return {"role": "assistant", "content": f'<article class="cv-answer cv-not-covered">{lead}</article>'}
        self._watch.answered(record, time.perf_counter() - started)
        return {
            "role": "assistant",
            "content": answer_html(
                record, lambda claim_id: claim_address(self._library, claim_id), self._lead_language(record)
            ),
            "metadata": {"id": record.id},
            "options": [{"value": title, "label": title} for title in record.related],
        }

    def _lead_language(self, record: Answer) -> str | None:
        """Return the language of a reviewed lead in an answer in another language; cards are in English."""
        is_card = any(card.lead == record.lead for card in self._library.cards.values())
        return "en" if is_card and record.language != "en" else None

    def _emergency_line(self, region: str) -> str:
        return f"<p>{with_phone_links(FixedTexts(self._library, 'en', region).text('emergency.line'))}</p>"


def _text(content: Any) -> str:
    """Return the text of a Gradio message, whose content is a list of parts."""
    if isinstance(content, str):
        return content
    return " ".join(part.get("text", "") for part in content if isinstance(part, dict))
