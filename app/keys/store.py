"""Create, list, rotate and revoke keys in the database."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.keys.model import Key, KeyKind, SiteSettings, digest_of, make_value, utc_now
from app.store.database import Database, DatabaseError
from app.store.tables import KeyRow
from index.errors import CaveatError


class UnknownKeyError(CaveatError):
    code = "unknown-key"
    status = 404
    title = "There is no such key"


@dataclass(frozen=True)
class NewKey:
    """A key at the only moment when its value is known."""

    key: Key
    value: str


class KeyStore:
    """The keys of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(
        self, kind: KeyKind, name: str, per_minute: int | None = None, site: SiteSettings | None = None
    ) -> NewKey:
        """Make a key and return it with its value, which is not kept for a secret key."""
        value = make_value(kind)
        row = KeyRow(
            id=secrets.token_hex(4),
            kind=kind.value,
            name=name,
            digest=digest_of(value),
            public_value=value if kind is KeyKind.SITE else None,
            per_minute=per_minute,
            site=site.model_dump(mode="json") if site else None,
            created_at=utc_now(),
        )
        with self._session() as session:
            session.add(row)
        return NewKey(_key(row), value)

    def all(self) -> list[Key]:
        """Return every key, oldest first, revoked ones included."""
        with self._session() as session:
            return [_key(row) for row in session.scalars(select(KeyRow).order_by(KeyRow.created_at, KeyRow.id))]

    def revoke(self, key_id: str) -> Key:
        """Revoke a key for good. Raises `UnknownKeyError`."""
        with self._session() as session:
            row = _find(session, key_id)
            row.revoked_at = row.revoked_at or utc_now()
            return _key(row)

    def rotate(self, key_id: str, grace: timedelta) -> NewKey:
        """Return a new key with the same rights; the old one works for `grace` longer. Raises `UnknownKeyError`."""
        with self._session() as session:
            row = _find(session, key_id)
            old = _key(row)
            if not old.is_valid(utc_now()):
                raise UnknownKeyError(f"key {key_id} is no longer valid; create a new one")
            row.expires_at = utc_now() + grace
        return self.create(old.kind, old.name, old.per_minute, old.site)

    def enable(self, key_id: str, enabled: bool) -> Key:
        """Turn a site's widget on, or into static contacts. Raises `UnknownKeyError`."""
        with self._session() as session:
            row = _find(session, key_id)
            site = _key(row).site
            if site is None:
                raise UnknownKeyError(f"key {key_id} is not a site key")
            row.site = site.model_copy(update={"enabled": enabled}).model_dump(mode="json")
            return _key(row)

    @contextmanager
    def _session(self) -> Iterator[Session]:
        try:
            with self._database.sessions.begin() as session:
                yield session
        except SQLAlchemyError as error:
            raise DatabaseError("the keys cannot be read or written") from error


def _find(session: Session, key_id: str) -> KeyRow:
    row = session.get(KeyRow, key_id)
    if row is None:
        raise UnknownKeyError(f"there is no key {key_id}; see `caveat keys list`")
    return row


def _key(row: KeyRow) -> Key:
    return Key(
        id=row.id,
        kind=KeyKind(row.kind),
        name=row.name,
        digest=row.digest,
        created_at=_aware(row.created_at) or utc_now(),
        public_value=row.public_value,
        per_minute=row.per_minute,
        site=SiteSettings.model_validate(row.site) if row.site is not None else None,
        expires_at=_aware(row.expires_at),
        revoked_at=_aware(row.revoked_at),
    )


def _aware(moment: datetime | None) -> datetime | None:
    """Return `moment` in UTC; SQLite gives it back without a zone."""
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment
