"""The article check: paste an article, get it back sentence by sentence with what the evidence says.

For surfaces: `Checker(index).check(article, today)` or `check_article`, and `render_html(report)`.
"""

from __future__ import annotations

from datetime import date

from app.check.article import ArticleFormat
from app.check.checker import Checker
from app.check.checkers import Checkers
from app.check.errors import ArticleError
from app.check.html import render_html
from app.check.report import Report
from index.opened import OpenedIndex

__all__ = ["ArticleError", "ArticleFormat", "Checker", "Checkers", "Report", "check_article", "render_html"]


def check_article(article: str, index: OpenedIndex, today: date | None = None, region: str = "US") -> Report:
    """Return the report on `article`; a surface that checks often keeps a `Checker` instead."""
    return Checker(index, region).check(article, today or date.today())
