"""Delete ratings when their time is over: also when no new ones come, and after they were turned off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import anyio
from anyio import to_thread
from sqlalchemy import delete
from sqlalchemy.exc import SQLAlchemyError

from app.store.database import Database, DatabaseError
from app.store.tables import FeedbackRow

LOOK_SECONDS = 3600.0


def delete_older(database: Database, oldest: date) -> None:
    """Delete the ratings from before `oldest`. Raises `DatabaseError`."""
    try:
        with database.sessions.begin() as session:
            session.execute(delete(FeedbackRow).where(FeedbackRow.received_on < oldest))
    except (SQLAlchemyError, OSError) as error:
        raise DatabaseError("old ratings could not be deleted") from error


async def keep_for(days: int, database: Database, today: Callable[[], date], on_failure: Callable[[], None]) -> None:
    """Delete what is older than `days`, at once and every hour, for ever; `on_failure` is told each time it fails."""
    while True:
        if database.exists:
            try:
                await to_thread.run_sync(delete_older, database, today() - timedelta(days=days))
            except DatabaseError:
                on_failure()
        await anyio.sleep(LOOK_SECONDS)
