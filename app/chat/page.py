"""The chat page: questions, answers with their evidence, the article check and the evidence map, on one page."""

from __future__ import annotations

import os
from typing import Any

from app.answer.fixed import FixedTexts
from app.assistant import Assistant
from app.chat.starters import starter_groups
from app.guard.decision import Message
from app.render.html import answer_html
from app.render.links import claim_address
from index.errors import QuestionError

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # before Gradio is imported: no outside request
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"

import gradio as gr

TITLE = "Caveat: what the evidence says about kratom"
Turns = list[dict[str, Any]]


class ChatPage:
    """Builds the chat around one assistant and answers its events."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._library = assistant.index.library

    def build(self) -> Any:
        """Return the page as Gradio blocks."""
        with gr.Blocks(title=TITLE, analytics_enabled=False) as page:
            self._head()
            with gr.Tabs(), gr.Tab("Ask"):
                self._ask_tab()
        return page

    def _head(self) -> None:
        texts = FixedTexts(self._library, "en", self._assistant.default_region)
        about = f"{texts.text('about.line')} {texts.text('notice.review_status')} [How we grade](/about#grading)"
        gr.Markdown(f"# {TITLE}\n\n{about}", elem_id="cv-head")
        self._emergency = gr.Markdown(texts.text("emergency.line"), elem_id="cv-emergency")

    def _ask_tab(self) -> None:
        chat = gr.Chatbot(
            label="Conversation",
            elem_id="cv-chat",
            height="60vh",
            layout="panel",
            buttons=[],
            group_consecutive_messages=False,
            feedback_options=("Helpful", "Not helpful"),
            placeholder="Ask about kratom, its alkaloids, or how they act on the brain and body.",
        )
        with gr.Row(elem_id="cv-ask", equal_height=True):
            box = gr.Textbox(
                label="Your question",
                info="Please leave out names. Nothing you type is stored.",
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
            copy = gr.Button("Copy with sources", size="sm")
            printed = gr.Button("Print", size="sm")
            handoff = gr.Button("Sheet for my clinician", size="sm")
        with gr.Accordion("Region and language", open=False, elem_id="cv-options"):
            regions = [(contact.name, code) for code, contact in self._library.contacts.items()]
            region = gr.Radio(regions, value=self._assistant.default_region, label="Region, for emergency numbers")
            languages = [("As I write", ""), *((n.name, code) for code, n in self._library.notices.items())]
            language = gr.Radio(languages, value="", label="Language of notices (the evidence is in English)")
        self._starters(chat, region, language)
        inputs, outputs = [box, chat, region, language], [box, chat]
        gr.on([send.click, box.submit], self.answer, inputs, outputs, api_visibility="private", show_progress="minimal")
        chat.option_select(self.answer_option, [chat, region, language], [chat], api_visibility="private")
        clear.click(lambda: [], None, chat, api_visibility="private")
        region.change(self._emergency_line, region, self._emergency, api_visibility="private")
        copy.click(None, None, None, js="() => window.caveat.copy()")
        printed.click(None, None, None, js="() => window.caveat.print()")
        handoff.click(None, None, None, js="() => window.caveat.handoff()")

    def _starters(self, chat: gr.Chatbot, region: gr.Radio, language: gr.Radio) -> None:
        with gr.Column(elem_id="cv-starters"):
            for group in starter_groups(self._library):
                gr.Markdown(group.heading, elem_classes="cv-group")
                with gr.Row():
                    for question in group.questions:
                        button = gr.Button(question, size="sm", elem_classes="cv-starter")
                        button.click(
                            self.answer_starter, [button, chat, region, language], [chat], api_visibility="private"
                        )

    def answer(self, question: str, turns: Turns, region: str, language: str) -> tuple[str, Turns]:
        """Return an emptied question box and the conversation with the answer to `question`."""
        if not question.strip():
            return "", turns
        return "", [*turns, {"role": "user", "content": question}, self._reply(question, turns, region, language)]

    def answer_starter(self, question: str, turns: Turns, region: str, language: str) -> Turns:
        """Return the conversation with the answer to a starter question."""
        return self.answer(question, turns, region, language)[1]

    def answer_option(self, turns: Turns, region: str, language: str, chosen: gr.SelectData) -> Turns:
        """Return the conversation with the answer to a related question that was chosen."""
        return self.answer(str(chosen.value), turns, region, language)[1]

    def _reply(self, question: str, turns: Turns, region: str, language: str) -> dict[str, Any]:
        limit = self._assistant.limits.history_turns
        history = [Message(turn["role"], _text(turn["content"])) for turn in turns if turn["role"] == "user"]
        try:
            record = self._assistant.ask(question, history[-limit:] if limit else (), region, language or None)
        except QuestionError as error:
            return {"role": "assistant", "content": f"I cannot read that question: {error.detail}."}
        return {
            "role": "assistant",
            "content": answer_html(record, lambda claim_id: claim_address(self._library, claim_id)),
            "options": [{"value": title, "label": title} for title in record.related],
        }

    def _emergency_line(self, region: str) -> str:
        return FixedTexts(self._library, "en", region).text("emergency.line")


def _text(content: Any) -> str:
    """Return the text of a Gradio message, whose content is a list of parts."""
    if isinstance(content, str):
        return content
    return " ".join(part.get("text", "") for part in content if isinstance(part, dict))
