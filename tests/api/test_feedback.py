"""Ratings: off by default, without text, deleted in time."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from app.feedback.store import Category, Feedback, FeedbackStore, Rating
from app.store.database import Database
from app.store.tables import FeedbackRow
from tests.api.conftest import MakeClient

GOOD = {"answer_id": "b663a0f9a5527ede", "rating": "not-helpful", "category": "unclear"}


@pytest.fixture
def database(tmp_path: Path) -> Database:
    """The database that `make_client` uses."""
    return Database(f"sqlite:///{tmp_path / 'caveat.db'}")


def rows(database: Database) -> list[FeedbackRow]:
    """Return the stored ratings."""
    with database.sessions() as session:
        return list(session.scalars(select(FeedbackRow).order_by(FeedbackRow.id)))


def test_feedback_is_off_and_nothing_is_created_unless_it_is_turned_on(client: TestClient, tmp_path: Path) -> None:
    response = client.post("/v1/feedback", json=GOOD)
    assert (response.status_code, response.json()["detail"]) == (404, "feedback is turned off here")
    assert list(tmp_path.iterdir()) == []


def test_a_rating_is_stored_with_its_answer_and_day_and_nothing_else(
    make_client: MakeClient, database: Database
) -> None:
    response = make_client(feedback=True).post("/v1/feedback", json=GOOD)
    assert (response.status_code, response.content) == (204, b"")
    stored = rows(database)
    assert [(row.answer_id, row.rating, row.category) for row in stored] == [tuple(GOOD.values())]
    names = {column.name for column in FeedbackRow.__table__.columns}
    assert names == {"id", "answer_id", "rating", "category", "content_version", "received_on"}


@pytest.mark.parametrize(
    "change",
    [
        {"rating": "great"},
        {"answer_id": "x"},
        {"answer_id": "what I asked, in words"},
        {"category": "other words"},
        {"comment": "my words"},
    ],
)
def test_nobodys_words_can_be_sent(make_client: MakeClient, database: Database, change: dict[str, str]) -> None:
    response = make_client(feedback=True).post("/v1/feedback", json={**GOOD, **change})
    assert response.status_code == 422
    assert rows(database) == []


@pytest.mark.parametrize("feedback", [True, False])
def test_ratings_past_their_time_are_deleted_though_no_new_ones_come(
    make_client: MakeClient, database: Database, feedback: bool
) -> None:
    today = date.today()
    store = FeedbackStore(database)
    rating = Feedback("b663a0f9a5527ede", Rating.HELPFUL, Category.OTHER, "v")
    for age in (40, 31, 30, 0):
        store.add(rating, today - timedelta(days=age))
    make_client(feedback=feedback, feedback_days=30)
    deadline = time.monotonic() + 10
    while len(rows(database)) > 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    assert [row.received_on for row in rows(database)] == [today - timedelta(days=30), today]


def test_the_tables_that_migrations_make_are_those_of_the_models(database: Database) -> None:
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415
    from alembic.migration import MigrationContext  # noqa: PLC0415

    from app.store.tables import Base  # noqa: PLC0415

    database.migrate()
    database.migrate()
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
