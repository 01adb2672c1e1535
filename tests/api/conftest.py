"""Clients of applications on the real content, each with its own database and settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.assistant import Assistant
from app.keys.store import KeyStore
from app.main import build_app
from app.settings import Settings
from app.store.database import Database

MakeApp = Callable[..., FastAPI]
MakeClient = Callable[..., TestClient]


@pytest.fixture
def make_app(assistant: Assistant, tmp_path: Path) -> MakeApp:
    """Build applications without chat; a setting may be given by name."""

    def make(**chosen: Any) -> FastAPI:
        values = {"chat": False, "data_dir": tmp_path, "reload_seconds": 0, **chosen}
        return build_app(Settings(**values), assistant)

    return make


@pytest.fixture
def make_client(make_app: MakeApp) -> Iterator[MakeClient]:
    """Open clients of applications with the given settings."""
    with ExitStack() as stack:

        def make(**chosen: Any) -> TestClient:
            return stack.enter_context(TestClient(make_app(**chosen)))

        yield make


@pytest.fixture
def client(make_client: MakeClient) -> TestClient:
    """A client of an application with default settings."""
    return make_client()


@pytest.fixture
def keys(tmp_path: Path) -> Iterator[KeyStore]:
    """The keys in the database that `make_client` uses."""
    database = Database(f"sqlite:///{tmp_path / 'caveat.db'}")
    database.migrate()
    yield KeyStore(database)
    database.close()


@pytest.fixture(scope="module")
def whole(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of the whole application, the web chat included."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("whole"), reload_seconds=0, chat_per_minute=100_000)
    with TestClient(build_app(settings, assistant), raise_server_exceptions=False) as client:
        yield client
