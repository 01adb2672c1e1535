"""What an operator sets: refused with the variable's name when it is wrong, and right in the examples that we give."""

from __future__ import annotations

import re
import shlex

import pytest

from app.api.edge.clients import Clients
from app.settings import Settings, SettingsError
from tests.live import ROOT

DEPLOY = ROOT / "deploy"


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("CAVEAT_REGOIN", "CAVEAT_REGION"),
        ("caveat_prot", "CAVEAT_PORT"),
        ("CAVEAT_ALLOWED_ORIGIN", "CAVEAT_ALLOWED_ORIGINS"),
        ("CAVEAT_X", "CAVEAT_"),
    ],
)
def test_an_unknown_variable_is_refused_with_the_nearest_name(
    monkeypatch: pytest.MonkeyPatch, name: str, nearest: str
) -> None:
    monkeypatch.setenv(name, "1")
    with pytest.raises(SettingsError, match=f"{name} is not a setting; did you mean {nearest}"):
        Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CAVEAT_PORT", "eighty"),
        ("CAVEAT_ANONYMOUS_PER_MINUTE", "0"),
        ("CAVEAT_LIMITS_URL", "memcached://here"),
        ("CAVEAT_TRUSTED_PROXIES", "127.0.0.1"),
        ("CAVEAT_ALLOWED_ORIGINS", "[https://a.example]"),
    ],
)
def test_a_wrong_value_is_refused_with_its_variable_and_not_repeated(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=name) as refused:
        Settings()
    assert "\n" not in str(refused.value)
    assert "eighty" not in str(refused.value)


def test_the_unit_sets_what_the_settings_accept(monkeypatch: pytest.MonkeyPatch) -> None:
    unit = (DEPLOY / "caveat.service").read_text()
    lines = re.findall(r"^Environment=(.*)$", unit, re.MULTILINE)
    assert lines
    for line in lines:
        for assignment in shlex.split(line):  # systemd takes quotes away as a shell does
            monkeypatch.setenv(*assignment.split("=", 1))
    settings = Settings()
    assert (settings.chat, settings.trusted_proxies) == (False, ("127.0.0.1",))
    assert Clients(settings.trusted_proxies)
    stop = re.search(r"^TimeoutStopSec=(\d+)$", unit, re.MULTILINE)
    assert stop and int(stop.group(1)) > settings.shutdown_seconds


@pytest.mark.parametrize(
    ("file", "pattern"), [("nginx.conf", r"client_max_body_size (\d)m;"), ("Caddyfile", r"max_size (\d)MB")]
)
def test_the_proxies_leave_it_to_the_program_to_refuse_a_long_body(file: str, pattern: str) -> None:
    limit = re.search(pattern, (DEPLOY / file).read_text())
    assert limit and int(limit.group(1)) * 1_000_000 > Settings().max_body_bytes


def test_nginx_finds_each_directive_where_it_may_stand() -> None:
    text = re.sub(r"#.*", "", (DEPLOY / "nginx.conf").read_text())
    outside, _, inside = text.partition("server {\n    listen")
    assert {"upstream caveat", "log_format plain"} <= set(re.findall(r"^(\w+ \w+)", outside, re.MULTILINE))
    assert "log_format" not in inside, "it is known at the top level only"
    assert text.count("{") == text.count("}")
