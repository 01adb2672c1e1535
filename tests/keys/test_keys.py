"""`caveat keys`: what an operator sees, and what is at rest."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli.keys import app
from app.keys.model import KeyKind, digest_of, utc_now
from app.keys.store import KeyStore
from app.store.database import Database
from index.errors import CaveatError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of the commands."""
    monkeypatch.setenv("CAVEAT_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


def run(*arguments: str) -> Result:
    """Run `caveat keys ARGUMENTS`."""
    return CliRunner().invoke(app, arguments)


def value_in(result: Result) -> str:
    """Return the key that a command printed."""
    found = re.search(r"^(?:sk|pk)_\S+$", result.output, re.MULTILINE)
    assert found, result.output
    return found.group()


def stored(folder: Path) -> KeyStore:
    """Return the keys in the folder."""
    return KeyStore(Database(f"sqlite:///{folder / 'caveat.db'}"))


def test_a_secret_key_is_shown_once_and_only_its_hash_is_kept(folder: Path) -> None:
    value = value_in(run("create", "our server"))
    assert value.startswith("sk_")
    files = b"".join(path.read_bytes() for path in folder.iterdir())
    assert value.encode() not in files
    assert digest_of(value).encode() in files
    listed = run("list").output
    assert "our server" in listed and value not in listed


def test_a_site_key_keeps_what_the_site_chose(folder: Path) -> None:
    result = run(
        *("create", "clinic", "--site", "--origin", "https://Clinic.example.org/", "--origin", "https://*.example.net"),
        *("--language", "es", "--region", "GB", "--contact", "Nurse line=ask at the desk", "--disable-topic", "pain"),
    )
    value = value_in(result)
    key = stored(folder).all()[0]
    assert (key.public_value, key.kind) == (value, KeyKind.SITE)
    assert key.site is not None
    assert key.site.origins == ("https://clinic.example.org", "https://*.example.net")
    assert (key.site.languages, key.site.region, key.site.disabled_topics) == (("es",), "GB", ("pain",))
    assert value in run("list").output


def test_a_rotated_key_goes_on_for_its_grace_and_the_new_one_has_its_rights(folder: Path) -> None:
    run("create", "server", "--per-minute", "7")
    old = stored(folder).all()[0]
    assert value_in(run("rotate", old.id, "--grace-hours", "1"))
    before, after = stored(folder).all()
    assert before.is_valid(utc_now()) and before.expires_at is not None
    assert (after.name, after.per_minute, after.expires_at) == ("server", 7, None)
    run("rotate", after.id, "--grace-hours", "0")
    assert not stored(folder).all()[1].is_valid(utc_now())


def test_a_revoked_key_stays_revoked_and_cannot_be_rotated(folder: Path) -> None:
    run("create", "server")
    key = stored(folder).all()[0]
    assert "revoked" in run("revoke", key.id).output
    assert not stored(folder).all()[0].is_valid(utc_now())
    assert isinstance(run("rotate", key.id).exception, CaveatError)


def test_a_site_can_be_paused_and_resumed_and_a_server_cannot(folder: Path) -> None:
    run("create", "clinic", "--site", "--origin", "https://a.example")
    run("create", "server")
    site, server = stored(folder).all()
    run("pause", site.id)
    assert "paused" in run("list").output
    run("resume", site.id)
    assert "paused" not in run("list").output
    assert isinstance(run("pause", server.id).exception, CaveatError)


@pytest.mark.parametrize(
    "arguments",
    [
        ("create", "clinic", "--site"),
        ("create", "clinic", "--origin", "https://a.example"),
        ("create", "clinic", "--site", "--origin", "*"),
        ("create", "clinic", "--site", "--origin", "a.example"),
        ("create", "clinic", "--site", "--origin", "https://a.example/page"),
        ("create", "clinic", "--site", "--origin", "https://a.example", "--region", "Britain"),
        ("create", "clinic", "--site", "--origin", "https://a.example", "--contact", "no equals sign"),
        ("revoke", "nothing"),
    ],
)
def test_a_wrong_option_is_refused_with_a_sentence(folder: Path, arguments: tuple[str, ...]) -> None:
    error = run(*arguments).exception
    assert isinstance(error, CaveatError)
    assert len(str(error)) > 20
    assert not (folder / "caveat.db").exists() or stored(folder).all() == []
