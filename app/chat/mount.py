"""Mount the chat into the application, hardened: no analytics, no stored history, no uploads, no outside requests."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware import Middleware

from app.answer.fixed import FixedTexts
from app.api.edge.metrics import Metrics
from app.assistant import Assistant
from app.chat.door import ChatDoor
from app.chat.front import TITLE, ChatFront, FrontTexts
from app.chat.watch import ChatWatch
from app.check import Checkers
from app.feedback.store import FeedbackStore

STATIC = Path(__file__).parent / "static"
SYSTEM_FONTS = ["system-ui", "sans-serif"]


def mount_chat(
    app: FastAPI,
    assistant: Assistant,
    checkers: Checkers,
    metrics: Metrics,
    feedback: FeedbackStore | None = None,
) -> FastAPI:
    """Return `app` with the chat at /chat."""

    async def mount() -> FastAPI:
        return _mount(app, assistant, checkers, metrics, feedback)

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        # Where no event loop runs, Gradio makes some that it never closes.
        return asyncio.run(mount())
    return _mount(app, assistant, checkers, metrics, feedback)


def _mount(
    app: FastAPI, assistant: Assistant, checkers: Checkers, metrics: Metrics, feedback: FeedbackStore | None
) -> FastAPI:
    from app.chat.page import ChatPage  # noqa: PLC0415, I001 - Gradio takes seconds to import, settings first
    import gradio as gr  # noqa: PLC0415

    page = ChatPage(assistant, checkers, ChatWatch(metrics), feedback).build()
    page.queue(default_concurrency_limit=8, max_size=64, api_open=False)
    front = Middleware(ChatFront, texts=partial(_front_texts, assistant))
    door = Middleware(ChatDoor, events=page.fns, sessions=page._queue.pending_messages_per_session)
    script = (STATIC / "chat.js").read_text(encoding="utf-8")
    frame = (STATIC / "frame.css").read_text(encoding="utf-8")
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        page,
        path="/chat",
        app_kwargs={"middleware": [front, door]},
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        enable_monitoring=False,
        pwa=False,
        max_file_size="1kb",
        allowed_paths=[],
        css=(STATIC / "chat.css").read_text(encoding="utf-8"),
        head=f"<style>{frame}</style><script>{script}</script>",
        theme=gr.themes.Default(
            primary_hue="teal", font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]
        ),
    )
    return mounted


def _front_texts(assistant: Assistant) -> FrontTexts:
    """Return what the page says of itself, from the content that is served now."""
    texts = FixedTexts(assistant.index.library, "en", assistant.default_region)
    return FrontTexts(TITLE, texts.text("about.line"), texts.text("emergency.line"))
