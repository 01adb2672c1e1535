"""The settings: one tree, read from `CAVEAT_*` variables; unknown names are refused with the nearest valid one."""

from __future__ import annotations

import json
import os
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from pydantic_settings import SettingsError as UnreadableSettingError

from index.errors import CaveatError
from index.export import DEFAULT_MODEL
from index.load import CONTENT_DIR

PREFIX = "CAVEAT_"


class SettingsError(CaveatError):
    code = "settings"
    title = "The settings cannot be used"


class Settings(BaseSettings):
    """Everything an operator can set. Each field's description is its documentation."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    content_dir: Path = Field(default=CONTENT_DIR, description="Folder of the curated content.")
    data_dir: Path = Field(default=Path(".caveat"), description="Folder for the built index and other data.")
    encoder: str = Field(
        default=DEFAULT_MODEL,
        description="Encoder: all-MiniLM-L6-v2, or the folder of another sentence-transformers model.",
    )
    precision: Literal["int8", "fp32"] = Field(default="int8", description="Precision of the exported encoder.")
    threads: int = Field(default=1, ge=1, le=64, description="Threads that one embedding may use.")
    region: str = Field(
        default="US",
        pattern=r"^[A-Z]{2}$",
        description="Region whose emergency numbers are shown by default.",
    )
    host: str = Field(default="127.0.0.1", description="Address to serve on.")
    port: int = Field(default=8000, ge=1, le=65535, description="Port to serve on.")
    max_question_chars: int = Field(
        default=4000, ge=100, le=50_000, description="Longest question that is answered, in characters."
    )
    max_history_turns: int = Field(
        default=40, ge=0, le=500, description="Most conversation turns that a request may carry."
    )
    max_body_bytes: int = Field(default=655_360, ge=1024, description="Largest request body that is read, in bytes.")
    answer_threads: int = Field(default=2, ge=1, le=64, description="Answers that one process works on at once.")
    max_waiting: int = Field(
        default=256, ge=1, le=100_000, description="Questions that may wait in one process; more are told to come back."
    )
    answer_seconds: float = Field(
        default=10.0, gt=0, le=300, description="Longest time that an answer may take, waiting included, in seconds."
    )
    body_seconds: float = Field(default=15.0, gt=0, le=300, description="Longest time to send a body, in seconds.")
    stalled_seconds: float = Field(
        default=30.0, gt=0, le=600, description="How long a reader may take nothing of an answer, in seconds."
    )
    shutdown_seconds: int = Field(
        default=20, ge=1, le=300, description="How long answers in flight may take to finish after a stop, in seconds."
    )
    trusted_proxies: tuple[str, ...] = Field(
        default=(),
        description="Your own proxies' addresses or networks, as a JSON list; only their X-Forwarded-For is believed.",
    )
    allowed_origins: tuple[str, ...] = Field(
        default=(),
        description="Origins whose pages may call without a key, as a JSON list; `https://*.example.org` is allowed.",
    )
    require_key: bool = Field(
        default=False, description="Whether a key is needed at once; else from the first secret key on."
    )
    database_url: str = Field(
        default="", description="SQLAlchemy address of keys and feedback; empty for caveat.db in the data folder."
    )
    limits_url: str = Field(
        default="memory://",
        pattern=r"^(memory|rediss?)://",
        description="Where quotas are counted: memory:// for each process, or redis://host:6379/0 for all.",
    )
    anonymous_per_minute: int = Field(
        default=20, ge=1, le=1_000_000, description="Questions a minute from one address without a key."
    )
    visitor_per_minute: int = Field(
        default=20, ge=1, le=1_000_000, description="Questions a minute from one address on a site with a site key."
    )
    site_per_minute: int = Field(
        default=300, ge=1, le=1_000_000, description="Questions a minute from all visitors of one site key."
    )
    secret_per_minute: int = Field(
        default=600, ge=1, le=1_000_000, description="Questions a minute with one secret key."
    )
    reads_per_minute: int = Field(
        default=300, ge=1, le=1_000_000, description="Other API requests a minute from one address or secret key."
    )
    chat_per_minute: int = Field(
        default=120, ge=1, le=1_000_000, description="Requests a minute from one address to the web chat."
    )
    cost_bytes: int = Field(
        default=4096,
        ge=256,
        le=1_000_000,
        description="Bytes of a request that count as one question; longer ones cost more.",
    )
    feedback: bool = Field(default=False, description="Whether ratings of answers are stored, without their questions.")
    feedback_days: int = Field(default=90, ge=1, le=3650, description="Days after which a rating is deleted.")
    metrics: bool = Field(default=True, description="Whether Prometheus metrics are served at /metrics.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="Least serious level that is logged."
    )
    hsts_days: int = Field(
        default=0, ge=0, le=730, description="Days for which browsers must use HTTPS; 0 sends no such header."
    )
    reload_seconds: float = Field(
        default=2.0, ge=0, le=3600, description="How often a new index is looked for, in seconds; 0 for never."
    )
    chat: bool = Field(default=True, description="Whether the web chat is served beside the API.")

    def __init__(self, **values: Any) -> None:
        """Read the settings. Raises `SettingsError` that names the variable and what is wrong, never its value."""
        try:
            super().__init__(**values)
        except ValidationError as error:
            wrong = [f"{PREFIX}{str(found['loc'][0]).upper()}: {found['msg']}" for found in error.errors()]
            raise SettingsError("; ".join(wrong)) from None
        except UnreadableSettingError as error:
            name = next((name for name in type(self).model_fields if f'"{name}"' in str(error)), "")
            raise SettingsError(f'{PREFIX}{name.upper()} must be a JSON list, like ["127.0.0.1"]') from None

    @property
    def index_root(self) -> Path:
        """The folder that holds the index versions."""
        return self.data_dir / "index"

    @property
    def database(self) -> str:
        """The SQLAlchemy address of the database."""
        return self.database_url or f"sqlite:///{self.data_dir.resolve() / 'caveat.db'}"

    @model_validator(mode="before")
    @classmethod
    def _refuse_unknown(cls, values: dict[str, object]) -> dict[str, object]:
        known = {f"{PREFIX}{name.upper()}" for name in cls.model_fields}
        for name in os.environ:
            if name.upper().startswith(PREFIX) and name.upper() not in known:
                near = get_close_matches(name.upper(), known, n=1, cutoff=0)[0]
                raise SettingsError(f"{name} is not a setting; did you mean {near}?")
        return values


def settings_table() -> str:
    """Return the settings as a Markdown table: variable, default, meaning."""
    rows = ["| variable | default | meaning |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = "the packaged content" if name == "content_dir" else f"`{_as_variable(field.default)}`"
        default = "" if default == "``" else default
        rows.append(f"| `{PREFIX}{name.upper()}` | {default} | {field.description} |")
    return "\n".join(rows)


def _as_variable(value: object) -> str:
    """Return a default as one would write it in the environment."""
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value) if isinstance(value, tuple) else str(value)
