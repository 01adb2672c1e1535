"""How soon the widget is there and answers, beside a bare page and deep-chat: `python -m tests.bench.widget`.

Each figure is the median of cold loads in Chromium, with the page on one port and the service on another.
"Throttled" is 1.6 Mbit/s, 150 ms latency and a CPU four times slower. deep-chat comes from npm into a temporary
folder, and is left out where there is no npm.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from app.api.edge.logs import configure_logging
from app.main import build_app
from app.opening import build
from app.settings import Settings
from app.widget.releases import read_releases
from tests.live import serving

RUNS = 5
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
DEEP_CHAT = "deep-chat@2.4.2"
BARE = "<!doctype html><html lang=en><meta charset=utf-8><title>A clinic</title><h1>A clinic</h1><p>Welcome.</p>"
WATCH = "(() => { const look = () => (READY) ? (shown = performance.now()) : requestAnimationFrame(look); look(); })()"
"""Notes in the page when `READY` first holds, frame by frame."""


@dataclass(frozen=True)
class Case:
    """One page to load: its HTML, and an expression that holds when what it embeds is visible."""

    name: str
    html: str
    ready: str


@dataclass
class Measured:
    """The figures of one case."""

    shown_ms: list[float] = field(default_factory=list)
    statement_ms: list[float] = field(default_factory=list)
    wire_bytes: int = 0
    requests: int = 0


def main() -> None:
    """Print the table."""
    configure_logging("error")  # the table stands alone
    settings = Settings(chat=False, anonymous_per_minute=1_000_000)
    build(settings, lambda _stage, _done, _total: None)
    with tempfile.TemporaryDirectory() as folder, _host(Path(folder)) as origin:
        settings = settings.model_copy(update={"allowed_origins": (origin,)})
        with serving(build_app(settings)) as service, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            cases = _cases(service, Path(folder))
            _print([(case, _measure(browser, origin, case, slow)) for case in cases for slow in (False, True)])
            browser.close()


def _cases(service: str, folder: Path) -> list[Case]:
    release = read_releases()[-1]
    tag = (
        f'<script src="{service}/widget/v{release.version}.js" integrity="{release.integrity}" '
        'crossorigin="anonymous" defer></script>'
    )
    button = "document.querySelector('caveat-help')?.shadowRoot?.querySelector('.launcher')?.offsetWidth"
    cases = [Case("bare page", BARE, "document.querySelector('h1')?.offsetWidth"), Case("caveat", BARE + tag, button)]
    if _install_deep_chat(folder):
        html = BARE + '<script type="module" src="/deep-chat.js"></script><deep-chat demo="true"></deep-chat>'
        field_ = "document.querySelector('deep-chat')?.shadowRoot?.querySelector('#text-input')?.offsetWidth"
        cases.append(Case(DEEP_CHAT, html, field_))
    for number, case in enumerate(cases):
        (folder / f"{number}.html").write_text(case.html)
    return cases


@contextmanager
def _host(folder: Path) -> Iterator[str]:
    """Serve the files of `folder`, compressed, as a site of somebody else."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = folder / self.path.lstrip("/")
            body = gzip.compress(path.read_bytes(), 9) if path.is_file() else b""
            self.send_response(200 if body else 404)
            kind = "text/javascript" if path.suffix == ".js" else "text/html"
            for name, value in {"Content-Type": kind, "Content-Encoding": "gzip", "Content-Length": len(body)}.items():
                self.send_header(name, str(value))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _install_deep_chat(folder: Path) -> bool:
    npm = shutil.which("npm")
    if npm is None:
        return False
    subprocess.run([npm, "install", "--silent", "--no-audit", "--no-fund", DEEP_CHAT], cwd=folder, check=True)
    shutil.copy(folder / "node_modules/deep-chat/dist/deepChat.bundle.js", folder / "deep-chat.js")
    return True


def _measure(browser: Browser, origin: str, case: Case, slow: bool) -> tuple[bool, Measured]:
    measured = Measured()
    number = {"bare page": 0, "caveat": 1}.get(case.name, 2)
    for _run in range(RUNS):
        context = browser.new_context()
        page = context.new_page()
        so_far = _count(page)
        if slow:
            _throttle(page)
        page.add_init_script(WATCH.replace("READY", case.ready))
        page.goto(f"{origin}/{number}.html")
        page.wait_for_function("window.shown")
        measured.shown_ms.append(float(page.evaluate("window.shown")))
        measured.requests, measured.wire_bytes = so_far()
        if case.name == "caveat":
            measured.statement_ms.append(_first_statement(page))
        context.close()
    return slow, measured


def _first_statement(page: Page) -> float:
    """Return the milliseconds from sending a question to the first statement on the screen."""
    page.locator("[part=launcher]").click()
    page.locator("[part=suggestion]").first.wait_for()
    page.locator("textarea").fill("Is kratom addictive?")
    script = """() => new Promise((done) => { const root = document.querySelector('caveat-help').shadowRoot;
      const began = performance.now(); root.querySelector('form').requestSubmit();
      const look = () => root.querySelector('[part=statement]') ? done(performance.now() - began)
        : requestAnimationFrame(look); look(); })"""
    return float(page.evaluate(script))


def _count(page: Page) -> Callable[[], tuple[int, int]]:
    """Begin to count; the function returned gives requests and bytes over the wire so far."""
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    return lambda: (len(sizes), sum(sizes))


def _throttle(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    rate = 1_600_000 / 8
    conditions = {"offline": False, "latency": 150, "downloadThroughput": rate, "uploadThroughput": rate}
    session.send("Network.emulateNetworkConditions", conditions)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})


def _print(rows: list[tuple[Case, tuple[bool, Measured]]]) -> None:
    lines = [
        "| page | network | visible, ms | first statement, ms | requests | wire, kB |",
        "|---|---|---|---|---|---|",
    ]
    for case, (slow, measured) in rows:
        statement = f"{statistics.median(measured.statement_ms):.0f}" if measured.statement_ms else "–"
        network, shown = "throttled" if slow else "plain", statistics.median(measured.shown_ms)
        wire = f"{measured.requests} | {measured.wire_bytes / 1000:.1f}"
        lines.append(f"| {case.name} | {network} | {shown:.0f} | {statement} | {wire} |")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
