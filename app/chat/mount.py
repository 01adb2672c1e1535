"""Mount the chat into the application, hardened: no analytics, no stored history, no uploads, no outside requests."""

from __future__ import annotations

import os
from typing import Any

from fastapi import FastAPI

from app.assistant import Assistant
from app.guard.decision import Message
from app.render.markdown import answer_markdown
from index.errors import QuestionError


def mount_chat(app: FastAPI, assistant: Assistant) -> FastAPI:
    """Return `app` with the chat at /chat."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    import gradio as gr  # noqa: PLC0415

    def answer(message: str, history: list[dict[str, Any]]) -> Any:
        turns = [Message(turn["role"], _text(turn["content"])) for turn in history]
        try:
            record = assistant.ask(message, turns[-assistant.limits.history_turns :])
        except QuestionError as error:
            return f"{error.detail}."
        options: list[Any] = [{"value": title, "label": title} for title in record.related]
        return gr.ChatMessage(content=answer_markdown(record), role="assistant", options=options)

    demo = gr.ChatInterface(
        answer,
        title="Caveat: what the evidence says about kratom",
        flagging_mode="never",
        concurrency_limit=8,
        api_visibility="private",
        save_history=False,
    )
    demo.queue(default_concurrency_limit=8, max_size=64, api_open=False)
    return gr.mount_gradio_app(  # type: ignore[no-any-return]
        app,
        demo,
        path="/chat",
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        enable_monitoring=False,
        pwa=False,
        max_file_size="1kb",
        allowed_paths=[],
        theme=gr.themes.Default(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]),
    )


def _text(content: Any) -> str:
    """Return the text of a Gradio message, whose content is a list of parts."""
    if isinstance(content, str):
        return content
    return " ".join(part.get("text", "") for part in content if isinstance(part, dict))
