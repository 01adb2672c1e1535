"""Store ratings. A rating knows its answer, never the question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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
    """The ratings of one database."""

    def __init__(self, database: Database) -> None:
        """Bring the tables up to date. Raises `DatabaseError`."""
        self._database = database
        database.migrate()

    def add(self, feedback: Feedback, today: date) -> None:
        """Store a rating. Raises `DatabaseError`."""
        try:
            with self._database.sessions.begin() as session:
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
