"""Open the database and bring its tables up to date."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from index.errors import CaveatError

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_MILLISECONDS = 3000


class DatabaseError(CaveatError):
    """The database cannot be reached, read or written."""

    code = "database"
    status = 503
    title = "The database is not available"


class Database:
    """A database whose tables are up to date once `migrate` has run."""

    def __init__(self, url: str) -> None:
        """Open `url`, an SQLAlchemy address. Raises `DatabaseError` for one that cannot be used."""
        try:
            self._url = make_url(url)
            self.engine = create_engine(self._url, pool_pre_ping=self._url.get_backend_name() != "sqlite")
        except (ArgumentError, ImportError) as error:
            raise DatabaseError("CAVEAT_DATABASE_URL is not an address that SQLAlchemy can open") from error
        if self._url.get_backend_name() == "sqlite":
            event.listen(self.engine, "connect", _configure_sqlite)
        self.sessions: sessionmaker[Session] = sessionmaker(self.engine, expire_on_commit=False)

    @property
    def exists(self) -> bool:
        """Whether there is anything to read: a file that nobody made yet holds no keys."""
        if self._url.get_backend_name() != "sqlite" or self._url.database in (None, "", ":memory:"):
            return True
        return Path(self._url.database).exists()

    def migrate(self) -> None:
        """Bring the tables up to date. Raises `DatabaseError` when that is not possible."""
        # Alembic takes a while to import, and a service without keys and ratings never needs it.
        from alembic import command  # noqa: PLC0415
        from alembic.config import Config  # noqa: PLC0415
        from alembic.script import ScriptDirectory  # noqa: PLC0415

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        try:
            if self._url.get_backend_name() == "sqlite" and self._url.database:
                Path(self._url.database).parent.mkdir(parents=True, exist_ok=True)
            if self._revision() == ScriptDirectory.from_config(config).get_current_head():
                return
            with self.engine.begin() as connection:
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
        except (SQLAlchemyError, OSError) as error:
            raise DatabaseError("the database cannot be opened or written; see CAVEAT_DATABASE_URL") from error

    def _revision(self) -> str | None:
        from alembic.runtime.migration import MigrationContext  # noqa: PLC0415

        with self.engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def _configure_sqlite(connection: object, _record: object) -> None:
    """Let several processes read while one writes."""
    cursor = connection.cursor()  # type: ignore[attr-defined]
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    cursor.close()
