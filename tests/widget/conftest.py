"""The application without the chat, called in process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.assistant import Assistant
from app.main import build_app
from app.settings import Settings
from index.library import Library

Client = TestClient


@pytest.fixture(scope="session")
def client(
    built_settings: Settings, assistant: Assistant, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    """A client of the application on the real content."""
    database = tmp_path_factory.mktemp("widget") / "caveat.db"
    settings = built_settings.model_copy(update={"chat": False, "database_url": f"sqlite:///{database}"})
    with TestClient(build_app(settings, assistant)) as made:
        yield made


@pytest.fixture(scope="session")
def library(assistant: Assistant) -> Library:
    """The real content."""
    return assistant.index.library
