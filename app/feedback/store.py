"""Store ratings and delete them when their time is over. A rating knows its answer, never the question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import delete
from sqlalchemy.exc import SQLAlchemyError

from app.store.database import Database, DatabaseError
from app.store.tables import FeedbackRow


class Rating(StrEnum):
    """What a reader thought of an answer."""

    HELPFUL = "helpful"
    NOT_HELPFUL = "not-helpful"


class Category(StrEnum):
    """What a reader found wrong."""

    UNCLEAR = "unclear"
    INCOMPLETE = "incomplete"
    WRONG = "wrong"
    OUTDATED = "outdated"
    OFF_TARGET = "off-target"
    OTHER = "other"


@dataclass(frozen=True)
class Feedback:
    """One rating of one answer."""

    answer_id: str
    rating: Rating
    category: Category | None
    content_version: str


class FeedbackStore:
    """The ratings of one database, kept for `days`."""

    def __init__(self, database: Database, days: int) -> None:
        """Bring the tables up to date. Raises `DatabaseError`."""
        self._database = database
        self._days = days
        self._pruned_on: date | None = None
        database.migrate()

    def add(self, feedback: Feedback, today: date) -> None:
        """Store a rating and, once a day, delete those past their time. Raises `DatabaseError`."""
        try:
            with self._database.sessions.begin() as session:
                if self._pruned_on != today:
                    oldest = today - timedelta(days=self._days)
                    session.execute(delete(FeedbackRow).where(FeedbackRow.received_on < oldest))
                session.add(
                    FeedbackRow(
                        answer_id=feedback.answer_id,
                        rating=feedback.rating.value,
                        category=feedback.category.value if feedback.category else None,
                        content_version=feedback.content_version,
                        received_on=today,
                    )
                )
        except (SQLAlchemyError, OSError) as error:
            raise DatabaseError("the rating could not be stored") from error
        self._pruned_on = today
