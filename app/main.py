"""Where the parts meet: the application with its API and, unless turned off, its chat."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from importlib.metadata import version

import anyio
from fastapi import FastAPI
from fastapi.responses import RedirectResponse

from app.answering import Answering
from app.api import ask, check, content, docs, feedback, health, openai, site
from app.api.description import description_of
from app.api.edge.admission import Admission, Amounts
from app.api.edge.body import BodyLimit
from app.api.edge.clients import Clients
from app.api.edge.cors import KeyedCors
from app.api.edge.foreign import ProblemBodies
from app.api.edge.logs import log, place_of
from app.api.edge.metrics import Metrics
from app.api.edge.outermost import Outermost
from app.api.edge.quotas import Quotas
from app.api.problems import install_problem_handlers
from app.api.services import Services
from app.assistant import Assistant
from app.check import Checkers
from app.feedback.retention import keep_for
from app.feedback.store import FeedbackStore
from app.keys.ring import KeyRing
from app.opening import open_assistant
from app.pages import routes as pages
from app.pages.refusals import ReadableRefusals
from app.reloading import watch_index
from app.settings import Settings
from app.store.database import Database
from app.widget import fallback
from app.widget import router as widget_router


def build_app(settings: Settings, assistant: Assistant | None = None) -> FastAPI:
    """Return the application that `settings` describe; raises an index error when there is no usable index."""
    assistant = assistant or open_assistant(settings)
    metrics = Metrics()
    answering = Answering(assistant, settings.answer_threads, settings.max_waiting, settings.answer_seconds)
    database = Database(settings.database)
    ring = KeyRing(database, partial(_fault, metrics, "keys"))
    feedback_store = FeedbackStore(database) if settings.feedback else None
    quotas = Quotas(settings.limits_url, partial(_fault, metrics, "limits-store"))

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        async with anyio.create_task_group() as tasks:
            if settings.reload_seconds:
                watch = partial(watch_index, settings, assistant, _loaded, partial(_not_loaded, metrics))
                tasks.start_soon(watch)
            fault = partial(_fault, metrics, "retention")
            tasks.start_soon(keep_for, settings.feedback_days, database, lambda: assistant.today, fault)
            yield
            tasks.cancel_scope.cancel()
        answering.close()
        await quotas.close()
        database.close()

    app = FastAPI(
        title="Caveat",
        version=version("caveat"),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    checkers = Checkers(lambda: assistant.index, settings.region, settings.answer_threads, settings.answer_seconds)
    app.state.services = Services(settings, answering, ring, metrics, feedback_store, checkers)
    app.openapi = description_of(app)  # type: ignore[method-assign]
    install_problem_handlers(app)
    # The last one added is the first one met.
    app.add_middleware(
        Admission, ring=ring, quotas=quotas, clients=Clients(settings.trusted_proxies), amounts=_amounts(settings)
    )
    app.add_middleware(BodyLimit, max_bytes=settings.max_body_bytes, seconds=settings.body_seconds)
    app.add_middleware(KeyedCors, ring=ring, allowed_origins=settings.allowed_origins)
    app.add_middleware(ProblemBodies)
    app.add_middleware(ReadableRefusals)
    app.add_middleware(
        Outermost, metrics=metrics, hsts_days=settings.hsts_days, stalled_seconds=settings.stalled_seconds
    )
    app.include_router(health.router)
    app.include_router(ask.stream_router)
    app.include_router(ask.router)
    app.include_router(check.router)
    app.include_router(pages.router)
    for router in (openai.router, site.router, content.router, feedback.router, docs.router):
        app.include_router(router)
    app.include_router(widget_router.router)
    app.include_router(fallback.router)
    if settings.chat:
        from app.chat.mount import mount_chat  # noqa: PLC0415 - Gradio takes seconds to import

        app = mount_chat(app, assistant, checkers, metrics, feedback_store)

        @app.get("/", include_in_schema=False)
        @app.get("/chat", include_in_schema=False)
        def _home() -> RedirectResponse:
            return RedirectResponse("/chat/")

    return app


def _amounts(settings: Settings) -> Amounts:
    return Amounts(
        anonymous=settings.anonymous_per_minute,
        visitor=settings.visitor_per_minute,
        site=settings.site_per_minute,
        secret=settings.secret_per_minute,
        reads=settings.reads_per_minute,
        chat=settings.chat_per_minute,
        cost_bytes=settings.cost_bytes,
        require_key=settings.require_key,
    )


def _fault(metrics: Metrics, kind: str) -> None:
    """Count a fault that was handled, and log it."""
    metrics.count_fault(kind)
    log("fault", "warning", reason=kind)


def _loaded(version: str) -> None:
    log("index-loaded", version=version)


def _not_loaded(metrics: Metrics, error: Exception) -> None:
    metrics.count_fault("reload")
    log("fault", "error", reason="reload", error=type(error).__name__, where=place_of(error))
