"""A real browser, the service on one port and a static host site on another, so that every call is cross-origin."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from app.main import build_app
from app.settings import Settings
from tests.live import serving


@dataclass
class Host:
    """A site of somebody else: pages by path, each with its headers, and the requests that reached it."""

    origin: str
    pages: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def put(self, path: str, html: str, headers: dict[str, str] | None = None) -> str:
        """Serve `html` at `path` and return its address."""
        self.pages[path] = (html, headers or {})
        return self.origin + path


@pytest.fixture(scope="session")
def host() -> Iterator[Host]:
    """The static host site."""
    site = Host("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            html, headers = site.pages.get(self.path.partition("?")[0], ("", {}))
            self.send_response(200 if html else 404)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(html.encode())

        do_POST = do_GET  # noqa: N815 - the name that http.server calls

        def log_message(self, *_args: Any) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.origin = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield site
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def service_settings(built_settings: Settings, host: Host, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of the service under test: its own database, the host site as an allowed origin."""
    database = tmp_path_factory.mktemp("browser") / "caveat.db"
    changes = {
        "chat": False,
        "database_url": f"sqlite:///{database}",
        "allowed_origins": (host.origin,),
        "anonymous_per_minute": 1_000_000,
        "chat_per_minute": 1_000_000,
        "visitor_per_minute": 1_000_000,
        "reads_per_minute": 1_000_000,
        "log_level": "error",
    }
    return built_settings.model_copy(update=changes)


@pytest.fixture(scope="session")
def service(service_settings: Settings) -> Iterator[str]:
    """The address of the running service."""
    with serving(build_app(service_settings)) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile of an English-speaking desktop visitor."""
    made = browser.new_context(locale="en-US", viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    made.set_default_timeout(8000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty page."""
    return context.new_page()
