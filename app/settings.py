"""The settings: one tree, read from `CAVEAT_*` variables; unknown names are refused with the nearest valid one."""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

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
    max_body_bytes: int = Field(default=262_144, ge=1024, description="Largest request body that is read, in bytes.")
    answer_threads: int = Field(default=2, ge=1, le=64, description="Answers that one process works on at once.")
    max_waiting: int = Field(
        default=256, ge=1, le=100_000, description="Questions that may wait in one process; more are told to come back."
    )
    answer_seconds: float = Field(
        default=10.0, gt=0, le=300, description="Longest time that an answer may take, waiting included, in seconds."
    )
    chat: bool = Field(default=True, description="Whether the web chat is served beside the API.")

    @property
    def index_root(self) -> Path:
        """The folder that holds the index versions."""
        return self.data_dir / "index"

    @model_validator(mode="before")
    @classmethod
    def _refuse_unknown(cls, values: dict[str, object]) -> dict[str, object]:
        known = {f"{PREFIX}{name.upper()}" for name in cls.model_fields}
        for name in os.environ:
            if name.startswith(PREFIX) and name not in known:
                near = get_close_matches(name, known, n=1)
                hint = f"; did you mean {near[0]}?" if near else ""
                raise SettingsError(f"{name} is not a setting{hint}")
        return values


def settings_table() -> str:
    """Return the settings as a Markdown table: variable, default, meaning."""
    rows = ["| variable | default | meaning |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = "the packaged content" if name == "content_dir" else f"`{field.default}`"
        rows.append(f"| `{PREFIX}{name.upper()}` | {default} | {field.description} |")
    return "\n".join(rows)
