"""The keys in memory: looked up on every request, read again from the database every few seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from anyio import Lock, to_thread

from app.keys.model import Key, KeyKind, digest_of, has_our_shape, origin_matches, utc_now
from app.keys.store import KeyStore
from app.store.database import Database, DatabaseError

REFRESH_SECONDS = 2.0
"""How long a revoked key may go on working in a process that has read it before."""


@dataclass(frozen=True)
class _Snapshot:
    by_digest: dict[str, Key] = field(default_factory=dict)
    is_closed: bool = False
    """Whether a secret key was ever made: from then on a key is needed."""


class KeyRing:
    """The keys as they were read last; an unreachable database leaves them as they are."""

    def __init__(self, database: Database, on_failure: Callable[[], None], refresh_seconds: float = REFRESH_SECONDS):
        """Read the keys. Raises `DatabaseError` when there is a database that cannot be read."""
        self._database = database
        self._on_failure = on_failure
        self._refresh_seconds = refresh_seconds
        self._lock = Lock()
        self._failed = False
        self._snapshot = self._read()
        self._read_at = time.monotonic()

    async def refresh(self) -> None:
        """Read the keys again when they are older than the refresh time."""
        if time.monotonic() - self._read_at < self._refresh_seconds or self._lock.locked():
            return
        async with self._lock:
            self._read_at = time.monotonic()
            try:
                self._snapshot = await to_thread.run_sync(self._read)
                self._failed = False
            except DatabaseError:
                if not self._failed:
                    self._on_failure()
                self._failed = True

    def _read(self) -> _Snapshot:
        if not self._database.exists:
            return _Snapshot()
        self._database.migrate()
        keys = KeyStore(self._database).all()
        return _Snapshot({key.digest: key for key in keys}, any(key.kind is KeyKind.SECRET for key in keys))

    @property
    def is_closed(self) -> bool:
        """Whether a secret key was ever made."""
        return self._snapshot.is_closed

    def find(self, value: str) -> Key | None:
        """Return the valid key of this value, or nothing."""
        if not has_our_shape(value):
            return None
        key = self._snapshot.by_digest.get(digest_of(value))
        return key if key is not None and key.is_valid(utc_now()) else None

    def any_site_allows(self, origin: str) -> bool:
        """Return whether some site's key may be used from `origin`."""
        now = utc_now()
        sites = (key.site for key in self._snapshot.by_digest.values() if key.is_valid(now))
        return any(site is not None and origin_matches(origin, site.origins) for site in sites)
