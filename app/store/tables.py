"""The tables. There is no column for a question, an answer's text or an address."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, Date, DateTime, Index, Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Base of the tables."""


class KeyRow(Base):
    """One key. A secret key is stored as its SHA-256 only; a site key is public and stored as it is."""

    __tablename__ = "keys"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    kind: Mapped[str] = mapped_column(String(8))
    name: Mapped[str] = mapped_column(String(200))
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    public_value: Mapped[str | None] = mapped_column(String(80))
    per_minute: Mapped[int | None] = mapped_column(Integer)
    site: Mapped[dict[str, object] | None] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    expires_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    revoked_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class FeedbackRow(Base):
    """One rating of one answer, by the day."""

    __tablename__ = "feedback"
    __table_args__ = (Index("feedback_received_on", "received_on"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    answer_id: Mapped[str] = mapped_column(String(16))
    rating: Mapped[str] = mapped_column(String(8))
    category: Mapped[str | None] = mapped_column(String(32))
    content_version: Mapped[str] = mapped_column(String(16))
    received_on: Mapped[date] = mapped_column(Date)
