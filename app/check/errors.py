"""What can be wrong with an article that is sent in."""

from __future__ import annotations

from index.errors import CaveatError


class ArticleError(CaveatError):
    """An article that cannot be checked as sent; the sentence says what to do and never quotes the article."""

    code = "invalid-article"
    status = 422
    title = "The article cannot be checked"
