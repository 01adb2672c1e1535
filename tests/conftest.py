"""Shared fixtures: the index on the real content, the assistant on it, and a clean environment."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from app.assistant import Assistant
from app.opening import build, open_assistant
from app.settings import PREFIX, Settings

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 23)
CHROMIUM = "/usr/bin/chromium"
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the machine reaches a test."""
    for name in list(os.environ):
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def built_settings() -> Settings:
    """Settings whose index is built from the real content; only what changed is embedded again."""
    kept = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith(PREFIX)}
    settings = Settings(data_dir=Path(kept.get("CAVEAT_DATA_DIR", ROOT / ".caveat")))
    build(settings, lambda _stage, _done, _total: None)
    return settings


@pytest.fixture(scope="session")
def assistant(built_settings: Settings) -> Iterator[Assistant]:
    """The assistant on the real content."""
    yield open_assistant(built_settings)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    assert Path(CHROMIUM).exists(), "install chromium (Debian: apt-get install chromium)"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()
