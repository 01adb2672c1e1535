"""Read an article: text, Markdown or HTML in, plain paragraphs out."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

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
    ".cookie-banner,.footer,.sidebar,#nav,#menu,#footer,#sidebar,#header"
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

    tree = LexborHTMLParser(page)
    for node in tree.css(_CHROME):
        if node.tag not in ("html", "body", "main", "article"):
            node.decompose()
    root = tree.css_first("main") or tree.css_first("article") or tree.body
    if root is None:
        return ""
    parts: list[str] = []
    for node in root.traverse(include_text=True):
        if node.tag == "-text":
            parts.append(re.sub(r"\s+", " ", node.text(deep=False)))
        elif node.tag in _BLOCKS:
            parts.append("\n")
    return _with_closed_blocks(parts)


def _with_closed_blocks(parts: list[str]) -> str:
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
