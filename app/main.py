"""Where the parts meet: the application with its API and, unless turned off, its chat."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.responses import RedirectResponse

from app.api import ask, health
from app.answering import Answering
from app.api.problems import install_problem_handlers
from app.assistant import Assistant
from app.opening import open_assistant
from app.settings import Settings


def build_app(settings: Settings, assistant: Assistant | None = None) -> FastAPI:
    """Return the application that `settings` describe; raises an index error when there is no usable index."""
    app = FastAPI(title="Caveat", docs_url=None, redoc_url=None, max_body_size=settings.max_body_bytes)
    app.state.settings = settings
    assistant = assistant or open_assistant(settings)
    app.state.answering = Answering(assistant, settings.answer_threads, settings.max_waiting, settings.answer_seconds)
    install_problem_handlers(app)
    app.include_router(health.router)
    app.include_router(ask.stream_router)
    app.include_router(ask.router)
    if settings.chat:
        from app.chat.mount import mount_chat  # noqa: PLC0415 - Gradio takes seconds to import

        app = mount_chat(app, assistant)

        @app.get("/", include_in_schema=False)
        def _home() -> RedirectResponse:
            return RedirectResponse("/chat/")

    return app
