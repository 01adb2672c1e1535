"""The widget as a guest: strict policies, pinned hashes, hostile pages, several of it, and nothing left behind."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from app.keys.model import KeyKind, SiteSettings
from app.keys.store import KeyStore
from app.settings import Settings
from app.store.database import Database
from app.widget.releases import read_releases
from tests.browser.conftest import Host
from tests.browser.records import record
from tests.browser.widget import NOT_SEEN, QUESTION, Help, Site, page_of, tag

NOTE_VIOLATIONS = (
    "window.broken = []; addEventListener('securitypolicyviolation', (e) => broken.push(e.violatedDirective))"
)
HOSTILE_CSS = """<style>
* { all: unset !important; color: red !important; font-size: 60px !important }
html { font-size: 4px } body { transform: translateX(30px); filter: blur(0) }
caveat-help { display: none !important; opacity: 0 !important; visibility: hidden !important }
button, textarea, dialog { display: none !important } div { float: right !important; width: 3px !important }
</style>"""
OVERRIDES_BEFORE = """<script>
for (const name of ['map', 'forEach', 'push', 'join', 'filter', 'includes', 'slice', 'concat', 'indexOf'])
  Array.prototype[name] = () => { throw new Error(name) };
Array.prototype.toJSON = () => 'broken'; Object.prototype.toJSON = () => 'broken';
Array.prototype.extra = 1; Object.prototype.more = 1;
</script>"""
OVERRIDES_AFTER = """<script type="module">
window.fetch = () => Promise.reject(new Error('fetch'));
JSON.parse = JSON.stringify = () => { throw new Error('JSON') };
Object.keys = () => []; Array.isArray = () => false; window.setTimeout = () => 0;
Array.prototype[Symbol.iterator] = () => { throw new Error('iterator') };
</script>"""


@pytest.fixture
def site(page: Page, host: Host, service: str) -> Site:
    """The host site with the widget, beside the running service."""
    return Site(page, host, service)


def test_the_pasted_tag_works_on_a_plain_page_of_another_origin(site: Site) -> None:
    help_ = site.visit().open().ask()
    assert urlsplit(site.page.url).netloc != urlsplit(site.service).netloc
    assert help_.part("statement").count() >= 3


def test_the_strictest_policy_is_never_violated(site: Site) -> None:
    policy = (
        "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'none'; img-src 'none'; "
        f"connect-src {site.service}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    site.page.add_init_script(NOTE_VIOLATIONS)
    html = page_of(tag(site.service, nonce="abc"))
    site.page.goto(site.host.put("/strict.html", html, {"Content-Security-Policy": policy}))
    help_ = Help(site.page).open().ask()
    help_.part("sources").locator("summary").click()
    site.page.evaluate("() => { window.print = () => {} }")
    help_.button("Print").click()
    help_.button("New conversation").click()
    assert site.page.evaluate("window.broken") == []
    assert help_.part("panel").evaluate("e => getComputedStyle(e).position") == "fixed"


def test_a_wrong_hash_keeps_the_script_out(site: Site) -> None:
    html = re.sub(r'integrity="sha384-.', 'integrity="sha384-X', page_of(tag(site.service)))
    site.page.goto(site.host.put("/wrong.html", html))
    assert site.page.evaluate("customElements.get('caveat-help') === undefined")


def test_the_alias_works_without_a_hash(site: Site) -> None:
    site.page.goto(site.host.put("/alias.html", page_of(tag(site.service, pinned=False))))
    Help(site.page).open()


def test_before_it_is_opened_the_script_is_the_only_request(site: Site) -> None:
    asked: list[str] = []
    site.page.on("request", lambda one: asked.append(one.url))
    help_ = site.visit('data-site="pk_test"')
    site.page.mouse.move(640, 400)
    expect(help_.part("launcher")).to_be_visible()
    newest = f"/widget/v{read_releases()[-1].version}.js"
    assert [urlsplit(url).path for url in asked if url.startswith(site.service)] == [newest]
    assert len(asked) == 2


def test_only_its_own_server_is_asked_without_cookies_and_never_with_the_question_in_an_address(site: Site) -> None:
    asked: list[tuple[str, dict[str, str]]] = []
    site.page.on("request", lambda one: asked.append((one.url, one.all_headers())))
    help_ = site.visit().open().ask(f"Is kratom addictive for a {NOT_SEEN}?")
    help_.button("New conversation").click()
    own = [(url, headers) for url, headers in asked if not url.startswith(site.host.origin)]
    assert {urlsplit(url).netloc for url, _headers in own} == {urlsplit(site.service).netloc}
    assert not any("cookie" in headers or "referer" in headers for url, headers in own if "/v1/" in url)
    assert not any("zebra" in url for url, _headers in asked)


def test_nothing_is_stored_in_the_browser(site: Site) -> None:
    site.visit().open().ask(f"Is kratom addictive for a {NOT_SEEN}?")
    stored = site.page.evaluate(
        """async () => ({local: {...localStorage}, session: {...sessionStorage}, cookie: document.cookie,
           databases: await indexedDB.databases(), caches: await caches.keys(),
           history: JSON.stringify(history.state)})"""
    )
    assert stored == {"local": {}, "session": {}, "cookie": "", "databases": [], "caches": [], "history": "null"}
    assert site.page.context.cookies() == []
    site.page.reload()
    assert "zebra" not in Help(site.page).open().text


def test_events_tell_the_page_what_happens_but_never_the_question(site: Site) -> None:
    site.page.add_init_script(
        """window.told = []; for (const name of ['ready', 'open', 'ask', 'answer', 'error', 'reset', 'close'])
           addEventListener('caveat-' + name, (e) => told.push([name, JSON.stringify(e.detail)]))"""
    )
    help_ = site.visit().open().ask(f"Is kratom addictive for a {NOT_SEEN}?")
    help_.button("New conversation").click()
    help_.button("Close").click()
    told = site.page.evaluate("window.told")
    assert [name for name, _detail in told] == ["ready", "open", "ask", "answer", "reset", "close"]
    assert json.loads(told[3][1])["outcome"] in ("answered", "not_covered")
    assert "zebra" not in json.dumps(told)


def test_hostile_styles_of_the_page_do_not_reach_in(site: Site) -> None:
    help_ = site.visit(head=HOSTILE_CSS)
    expect(help_.part("launcher")).to_be_visible()
    help_.open()
    size = help_.part("title").evaluate("e => getComputedStyle(e).fontSize")
    colour = help_.part("title").evaluate("e => getComputedStyle(e).color")
    assert (size, colour) == ("16px", "rgb(26, 35, 39)")
    box = help_.part("panel").bounding_box()
    assert box is not None
    assert 400 < box["width"] < 520


def test_a_page_that_overrides_globals_breaks_nothing(site: Site) -> None:
    bodies: list[dict[str, object]] = []
    site.page.on("request", lambda one: bodies.append(one.post_data_json) if one.url.endswith("/v1/ask") else None)
    site.page.on("pageerror", lambda error: bodies.append({"error": str(error)}))
    html = page_of(tag(site.service) + OVERRIDES_AFTER, head=OVERRIDES_BEFORE)
    site.page.goto(site.host.put("/overrides.html", html))
    help_ = Help(site.page)
    help_.part("launcher").click()
    help_.part("suggestion").first.wait_for()
    help_.ask()
    help_.ask("and in animals?")
    expect(help_.part("review")).to_have_count(2)
    assert help_.part("statement").count() >= 3
    history = bodies[1]["history"]
    assert isinstance(history, list)
    assert history[0] == {"role": "user", "content": QUESTION}


def test_two_widgets_on_one_page_do_not_mix(site: Site) -> None:
    site.answer_with(record())
    body = '<caveat-help inline data-title="Ask the clinic"></caveat-help><caveat-help></caveat-help>'
    site.visit(body=body)
    inline, floating = Help(site.page, 0), Help(site.page, 1)
    floating.open().ask("aardvark?")
    inline.part("input").fill("zebra?")
    inline.part("input").press("Enter")
    inline.part("review").wait_for()
    assert "zebra" not in floating.text
    assert "aardvark" not in inline.text


def test_the_tag_pasted_twice_gives_one_launcher(site: Site) -> None:
    site.page.goto(site.host.put("/twice.html", page_of(tag(site.service) + tag(site.service, pinned=False))))
    expect(site.page.locator("caveat-help")).to_have_count(1)


def test_the_pages_own_button_opens_it_and_gets_the_focus_back(site: Site) -> None:
    button = '<button type="button" data-caveat-open data-caveat-question="Is it legal?">Ask us</button>'
    help_ = site.visit('data-position="none"', body=button)
    assert help_.part("launcher").count() == 0
    own = site.page.get_by_role("button", name="Ask us")
    assert own.get_attribute("aria-expanded") == "false"
    own.click()
    expect(help_.part("input")).to_have_value("Is it legal?")
    assert own.get_attribute("aria-expanded") == "true"
    site.page.keyboard.press("Escape")
    expect(own).to_be_focused()


def test_the_page_can_open_fill_toggle_reset_and_close_it(site: Site) -> None:
    help_ = site.visit()
    site.page.evaluate("CaveatHelp.open({question: 'Is it legal?'})")
    expect(help_.part("input")).to_have_value("Is it legal?")
    assert help_.part("turn").count() == 0
    site.page.evaluate("CaveatHelp.toggle()")
    expect(help_.part("panel")).to_be_hidden()
    site.page.evaluate("CaveatHelp.toggle()")
    help_.ask()
    site.page.evaluate("CaveatHelp.reset()")
    assert help_.part("turn").count() == 0
    site.page.evaluate("CaveatHelp.close()")
    expect(help_.part("panel")).to_be_hidden()


def test_resetting_while_it_searches_drops_the_answer(site: Site) -> None:
    site.page.route("**/v1/ask", lambda _route: None)
    help_ = site.visit().open()
    help_.part("input").fill(QUESTION)
    help_.part("input").press("Enter")
    help_.part("pending").wait_for()
    help_.button("New conversation").click()
    expect(help_.part("turn")).to_have_count(0)
    expect(help_.button("Ask")).to_be_visible()


def test_attributes_and_properties_change_title_place_theme_line_and_colour(site: Site) -> None:
    attributes = (
        'data-title="Ask a nurse" data-position="bottom-start" data-theme="dark" '
        'data-emergency="Call campus safety: 555-0199." data-region="GB" data-lang="es"'
    )
    css = (
        "<style>caveat-help{--caveat-accent:#aaffee;--caveat-accent-text:#000}"
        "caveat-help::part(launcher){border-radius:3px}</style>"
    )
    bodies: list[dict[str, object]] = []
    site.page.on("request", lambda one: bodies.append(one.post_data_json) if one.url.endswith("/v1/ask") else None)
    help_ = site.visit(attributes, head=css).open().ask()
    launcher = help_.part("launcher")
    assert launcher.inner_text() == "Ask a nurse"
    assert launcher.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(170, 255, 238)"
    assert launcher.evaluate("e => getComputedStyle(e).borderTopLeftRadius") == "3px"
    box = launcher.bounding_box()
    assert box is not None
    assert box["x"] < 100
    assert help_.part("panel").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(22, 29, 32)"
    assert help_.part("emergency").inner_text() == "Call campus safety: 555-0199."
    expect(help_.button("Preguntar")).to_be_visible()
    assert (bodies[0]["region"], bodies[0]["language"]) == ("GB", "es")


def test_a_real_site_key_brings_its_languages_region_and_contacts(site: Site, service_settings: Settings) -> None:
    database = Database(service_settings.database)
    database.migrate()
    chosen = SiteSettings(origins=(site.host.origin,), languages=("es",), region="GB")
    made = KeyStore(database).create(KeyKind.SITE, "clinic", site=chosen)
    database.close()
    site.page.wait_for_timeout(2100)
    help_ = site.visit(f'data-site="{made.value}"').open().ask("How much kratom should I take?")
    expect(help_.button("Preguntar")).to_be_visible()
    assert "999" in help_.part("emergency").inner_text()
    assert help_.part("lead").count() == 1
