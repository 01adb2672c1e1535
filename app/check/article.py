"""Read an article: text, Markdown or HTML in, plain paragraphs out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from app.check.errors import ArticleError

MAX_CHARS = 50_000
"""Longest article that is checked, in characters of readable text."""

MAX_BYTES = 2_000_000
"""Largest file that is read: a web page carries far more markup than text."""

_HTML = re.compile(
    r"<(?:!doctype html|html|body|head|article|main|div|p|h[1-6]|ul|ol|table|section|br)\b[^>]*>", re.IGNORECASE
)
_MARKDOWN = re.compile(r"(?m)^(?:#{1,6} |[-*+] |\d+\. |> |```)|\[[^\]\n]+\]\([^)\n]+\)|\*\*[^*\n]+\*\*")
_CHROME = (
    "script,style,noscript,template,svg,canvas,iframe,object,embed,nav,header nav,footer,aside,form,button,select,"
    "input,textarea,dialog,menu,[hidden],[aria-hidden=true],[role=navigation],[role=banner],[role=contentinfo],"
    "[role=search],[role=complementary],[role=dialog],.nav,.navbar,.menu,.breadcrumb,.breadcrumbs,.cookie,"
    ".cookie-banner,.footer,.site-header,.site-footer,.sidebar,.related,.related-posts,.newsletter,.share,.social,"
    ".social-share,.skip-link,#nav,#menu,#footer,#sidebar,#header"
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "br",
    ]
)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)", re.IGNORECASE)
_CLOSED_BY_THEMSELVES = frozenset(
    [
        *("area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p"),
        *("source", "td", "th", "tr", "track", "wbr"),
    ]
)
MAX_DEPTH = 1_000
"""Pages are nested some thirty deep; what goes on and on is no page."""
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_PROSE_WORDS = 8
"""A line from so many words on tells something; menus have fewer."""


class ArticleFormat(StrEnum):
    AUTO = "auto"
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


def decode_article(data: bytes) -> str:
    """Return the text of a file. Raises `ArticleError` for one that is too large, binary or not UTF-8."""
    if len(data) > MAX_BYTES:
        raise ArticleError(f"the file is larger than {MAX_BYTES // 1_000_000} MB; send the article's text alone")
    if b"\x00" in data[:4096] or data.startswith((b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        raise ArticleError("this is not a text file; save the article as text, Markdown or HTML")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArticleError("the file is not UTF-8 text; save the article as UTF-8 and try again") from error


def format_of(name: str) -> ArticleFormat:
    """Return the format that a file name promises; to be found out when it says nothing."""
    known = {".html": "html", ".htm": "html", ".xhtml": "html", ".md": "markdown", ".markdown": "markdown"}
    return ArticleFormat(known.get(PurePath(name).suffix.lower(), "auto"))


def plain_text(article: str, article_format: ArticleFormat = ArticleFormat.AUTO) -> str:
    """Return the readable text of `article`, one block a line, without navigation, scripts and markup.

    Raises `ArticleError` when more than `MAX_CHARS` characters are left to read.
    """
    if len(article) > MAX_BYTES:
        raise ArticleError(f"at most {MAX_CHARS:,} characters can be checked at once; send a part of the article")
    kind = _guessed(article) if article_format is ArticleFormat.AUTO else article_format
    if kind is ArticleFormat.MARKDOWN:
        from markdown_it import MarkdownIt  # noqa: PLC0415 - plain text does not pay for it

        text = _html_text(MarkdownIt("commonmark").enable("table").render(article))
    else:
        text = _html_text(article) if kind is ArticleFormat.HTML else article
    if len(text) > MAX_CHARS:
        raise ArticleError(f"at most {MAX_CHARS:,} characters can be checked at once; this has {len(text):,}")
    return text


def _guessed(article: str) -> ArticleFormat:
    if _HTML.search(article):
        return ArticleFormat.HTML
    return ArticleFormat.MARKDOWN if _MARKDOWN.search(article) else ArticleFormat.TEXT


def _html_text(page: str) -> str:
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415

    if _depth(page) > MAX_DEPTH:
        raise ArticleError("the page's markup is nested too deeply to be read; paste the words of the article")
    tree = LexborHTMLParser(page)
    for node in tree.css(_CHROME):
        if node.tag not in ("html", "body", "main", "article"):
            node.decompose()
    root = tree.css_first("main") or tree.css_first("article") or tree.body
    if root is None:
        return ""
    return "\n".join(line.text for line in _without_menus(_lines(root)))


def _depth(page: str) -> int:
    """Return how deep the tags of `page` are nested at most: the time to read them grows faster than that."""
    depth = deepest = 0
    for closes, name in _TAG.findall(page):
        if name.lower() not in _CLOSED_BY_THEMSELVES:
            depth = max(depth + (-1 if closes else 1), 0)
            deepest = max(deepest, depth)
    return deepest


@dataclass
class _Line:
    """A line of readable text; how many links it holds, and whether there are words beside them."""

    text: str = ""
    links: int = 0
    has_own_words: bool = False
    is_heading: bool = False

    @property
    def is_link(self) -> bool:
        """Whether the line is nothing but links."""
        return self.links > 0 and not self.has_own_words and not self.is_heading

    @property
    def is_prose(self) -> bool:
        """Whether the line is long enough to tell something, and is no link."""
        return not self.is_link and not self.is_heading and len(self.text.split()) >= _PROSE_WORDS


def _lines(root: Any) -> list[_Line]:
    """Return the lines of the text below `root`; each block begins and ends one. Deep markup does not exhaust it."""
    lines = [_Line()]
    inside = {"a": 0, "heading": 0}
    waiting: list[tuple[Any, bool]] = [(root, False)]
    while waiting:
        node, is_left = waiting.pop()
        if node.tag == "-text":
            _add_text(lines[-1], node.text(deep=False), in_link=inside["a"] > 0, in_heading=inside["heading"] > 0)
            continue
        if node.tag in _BLOCKS:
            lines.append(_Line())
        for kind, is_kind in (("a", node.tag == "a"), ("heading", node.tag in _HEADINGS)):
            inside[kind] += is_kind * (-1 if is_left else 1)
        if not is_left:
            lines[-1].links += node.tag == "a"
            waiting.append((node, True))
            waiting += [(child, False) for child in reversed(list(node.iter(include_text=True)))]
    for line in lines:
        line.text = re.sub(r"[ \t]+", " ", line.text).strip()
    return [line for line in lines if line.text]


def _add_text(line: _Line, text: str, *, in_link: bool, in_heading: bool) -> None:
    """Add `text` to `line`; two links that stand side by side are kept apart."""
    words = re.sub(r"\s+", " ", text)
    line.text += f" {words}" if in_link and line.is_link else words
    line.has_own_words |= not in_link and any(c.isalnum() for c in words)
    line.is_heading |= in_heading


def _without_menus(lines: list[_Line]) -> list[_Line]:
    """Return `lines` without menus: lines of several links alone, and links alone before or after all prose."""
    prose = [at for at, line in enumerate(lines) if line.is_prose]
    if not prose:
        return lines
    first, last = prose[0], prose[-1]
    return [line for at, line in enumerate(lines) if not (line.is_link and (line.links > 1 or at < first or at > last))]
