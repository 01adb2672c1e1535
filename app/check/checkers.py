"""The checker of a running service: follows the served index, and works on a few articles at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from threading import BoundedSemaphore, Lock

from app.check.article import ArticleFormat
from app.check.checker import Checker
from app.check.report import Report
from index.errors import BusyError
from index.opened import OpenedIndex


class Checkers:
    """Gives every check the checker of the index that is served then. Safe to share between threads."""

    def __init__(self, served: Callable[[], OpenedIndex], region: str, at_once: int, wait_seconds: float) -> None:
        """`at_once` articles are worked on; further ones wait `wait_seconds` at most."""
        self._served = served
        self._region = region
        self._places = BoundedSemaphore(at_once)
        self._wait_seconds = wait_seconds
        self._lock = Lock()
        self._current: tuple[OpenedIndex, Checker] | None = None

    def check(self, article: str, today: date, article_format: ArticleFormat = ArticleFormat.AUTO) -> Report:
        """Return the report on `article`. Raises `ArticleError`, and `BusyError` when too many articles wait."""
        if not self._places.acquire(timeout=self._wait_seconds):
            raise BusyError("too many articles are being checked; try again in a moment")
        try:
            return self._checker().check(article, today, article_format)
        finally:
            self._places.release()

    def _checker(self) -> Checker:
        index = self._served()
        with self._lock:
            if self._current is None or self._current[0] is not index:
                self._current = (index, Checker(index, self._region))
            return self._current[1]
