"""What a key is: its kind, whom it serves and what it may do."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from index.model import LanguageCode, Slug

_ORIGIN = re.compile(r"^https?://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$")
_SHAPE = re.compile(r"^(sk|pk)_[A-Za-z0-9_-]{20,60}$")


class KeyKind(StrEnum):
    SECRET = "secret"  # noqa: S105 - the name of a kind
    SITE = "site"


PREFIXES = {KeyKind.SECRET: "sk_", KeyKind.SITE: "pk_"}

Origin = Annotated[str, StringConstraints(pattern=_ORIGIN.pattern)]


class SiteContact(BaseModel):
    """A person or service that a site wants to be shown beside its widget."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
    value: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class SiteSettings(BaseModel):
    """What one site chose. `enabled` is the switch that turns its widget into static contacts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    origins: tuple[Origin, ...] = Field(default=(), description="Origins that may use the key; none means none.")
    languages: tuple[LanguageCode, ...] = Field(default=(), description="Languages offered; none means all.")
    region: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None
    contacts: tuple[SiteContact, ...] = Field(default=(), max_length=10)
    disabled_topics: tuple[Slug, ...] = ()
    enabled: bool = True


@dataclass(frozen=True)
class Key:
    """One key as it is checked: never with its secret."""

    id: str
    kind: KeyKind
    name: str
    digest: str
    created_at: datetime
    public_value: str | None = None
    per_minute: int | None = None
    site: SiteSettings | None = None
    expires_at: datetime | None = None
    revoked_at: datetime | None = None

    def is_valid(self, now: datetime) -> bool:
        """Return whether the key works at `now`."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


def make_value(kind: KeyKind) -> str:
    """Return a new key: 32 random bytes behind the prefix of its kind."""
    return PREFIXES[kind] + secrets.token_urlsafe(32)


def digest_of(value: str) -> str:
    """Return the SHA-256 of a key. Keys carry 256 random bits, so that no slow hash is needed."""
    return hashlib.sha256(value.encode("utf-8", "replace")).hexdigest()


def has_our_shape(value: str) -> bool:
    """Return whether `value` looks like a key that this program makes."""
    return _SHAPE.match(value) is not None


def origin_matches(origin: str, patterns: tuple[str, ...]) -> bool:
    """Return whether `origin` is one of `patterns`; `https://*.example.org` stands for every host below it."""
    return any(_one_matches(origin.lower(), pattern) for pattern in patterns)


def _one_matches(origin: str, pattern: str) -> bool:
    scheme, found, host = pattern.partition("://*.")
    if not found:
        return origin == pattern
    return origin.startswith(f"{scheme}://") and origin.endswith(f".{host}") and _ORIGIN.match(origin) is not None


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)
