"""The widget's files: small, the same for ever, and served as other people's pages need them."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import httpx
import pytest

from app.widget import releases
from app.widget.releases import (
    RELEASES,
    SOURCE,
    ReleaseError,
    integrity_of,
    read_ledger,
    read_releases,
    release,
    version_of,
)
from app.widget.texts import words_of
from index.library import Library
from tests.widget.conftest import Client

MOST_BYTES = 12_000
RELEASED = {
    "1.0.0": "sha384-yQKot0kx0ug9yktHPesGjJR0cYGcEx2mJ4TaDqehALJbChJKN2P/K7QT7yjUT03Y",
    "1.1.0": "sha384-qlOniV9IiN3zwFfLhRDCvHf5q0GQlhSnYJCywuotSPt7GHZApkD+b2Fbfgi0YgNy",
}
"""Every hash that sites may have pinned. Lines are only ever added here."""


def test_the_script_is_at_most_12_kilobytes_compressed(client: Client) -> None:
    for path in ("/widget/caveat.js", *(f"/widget/v{one.version}.js" for one in read_releases())):
        response = client.get(path, headers={"Accept-Encoding": "gzip"})
        assert response.headers["content-encoding"] == "gzip"
        assert int(response.headers["content-length"]) <= MOST_BYTES


def test_released_files_never_change() -> None:
    assert read_ledger() == RELEASED
    for version, integrity in RELEASED.items():
        assert integrity_of((RELEASES / f"v{version}.js").read_bytes()) == integrity


def test_a_changed_script_has_a_new_version_until_it_is_released() -> None:
    body = SOURCE.read_bytes()
    version = version_of(body)
    assert version not in RELEASED or integrity_of(body) == RELEASED[version]


def test_a_released_file_that_was_changed_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(releases, "RELEASES", tmp_path)
    monkeypatch.setattr(releases, "LEDGER", tmp_path / "integrity.json")
    source = tmp_path / "source.js"
    source.write_text('const VERSION = "9.0.0";')
    assert release(source).version == "9.0.0"
    with pytest.raises(ReleaseError, match="new version"):
        release(source)
    (tmp_path / "v9.0.0.js").write_text("changed")
    with pytest.raises(ReleaseError, match="not the file that was released"):
        read_releases()
    source.write_text("no version")
    with pytest.raises(ReleaseError, match="names no version"):
        release(source)


def test_every_version_is_served_for_ever_to_everybody(client: Client) -> None:
    for one in read_releases():
        response = client.get(f"/widget/v{one.version}.js", headers={"Origin": "https://clinic.example"})
        assert response.content == one.body
        assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert response.headers["access-control-allow-origin"] == "*"
        assert response.headers["cross-origin-resource-policy"] == "cross-origin"
        assert response.headers["content-type"].startswith("text/javascript")


def test_the_alias_is_the_newest_version_and_kept_for_an_hour(client: Client) -> None:
    response = client.get("/widget/caveat.js")
    assert response.content == read_releases()[-1].body
    assert response.headers["cache-control"] == "public, max-age=3600"


def test_a_client_that_takes_no_gzip_gets_the_plain_file(client: Client) -> None:
    plain = client.get("/widget/caveat.js", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    refused = client.get("/widget/caveat.js", headers={"Accept-Encoding": "br, gzip;q=0"})
    assert "content-encoding" not in refused.headers
    assert gzip.decompress(gzip.compress(plain.content)) == refused.content


def test_a_file_that_has_not_changed_is_not_sent_again(client: Client) -> None:
    etag = client.get("/widget/caveat.js").headers["etag"]
    again = client.get("/widget/caveat.js", headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("name", ["v0.0.1.js", "..%2F..%2Fmain.py", "integrity.json", "v1.0.0.js.map", "lang/xx.json"])
def test_what_is_not_there_is_not_found(client: Client, name: str) -> None:
    assert client.get(f"/widget/{name}").status_code == 404


def test_the_list_of_releases_names_the_hashes_to_pin(client: Client) -> None:
    listed = client.get("/widget/releases.json").json()
    assert listed["integrity"] == read_ledger()
    assert listed["latest"] == read_releases()[-1].version


def test_the_configuration_carries_the_regions_numbers(client: Client) -> None:
    response = client.get("/widget/config.json?lang=en&region=GB", headers={"Origin": "https://clinic.example"})
    assert response.headers["access-control-allow-origin"] == "*"
    config = response.json()
    assert "999" in config["emergency_line"]
    assert config["contacts"][0] == {"kind": "emergency", "label": "Emergency", "value": "999"}
    assert len(config["examples"]) == 3
    assert config["cares"]["emergency"] == "If someone has these signs now, call 999."


def test_what_a_site_leaves_out_is_not_among_the_examples(client: Client) -> None:
    whole = client.get("/widget/config.json").json()["examples"]
    without = client.get("/widget/config.json?without=dependence,liver,").json()["examples"]
    assert "Is kratom addictive?" in whole
    assert len(without) == 3
    assert "Is kratom addictive?" not in without


@pytest.mark.parametrize("query", ["?lang=xx&region=QQ", "?lang=%3Cscript%3E", "?region=../", ""])
def test_an_unknown_language_or_region_falls_back(client: Client, query: str) -> None:
    config = client.get(f"/widget/config.json{query}").json()
    assert (config["lang"], config["region"]) == ("en", "US")
    assert "911" in config["emergency_line"]


def test_every_language_with_words_has_them_all_and_its_direction(client: Client, library: Library) -> None:
    keys = set(words_of("en").words)
    for code, notices in library.notices.items():
        config = client.get(f"/widget/config.json?lang={code}").json()
        assert config["lang"] == (code if words_of(code).words else "en")
        assert "911" in config["emergency_line"]
        response = client.get(f"/widget/lang/{code}.json")
        if code in ("en", "es") or not words_of(code).words:
            assert response.status_code == 404
            continue
        words = response.json()
        assert words["rtl"] is (notices.direction == "rtl")
        assert {"title", "close", "ask", "question", "emergency", "urgent", "searching", "down"} <= set(words)
        assert set(words) - {"rtl", "call"} <= keys


def test_the_pages_have_the_same_words_as_the_script() -> None:
    script = SOURCE.read_text()
    for code, name in (("en", "EN"), ("es", "ES")):
        block = script[script.index(f"const {name} = {{") :]
        block = block[: block.index("\n\t};")]
        inside = {key: json.loads(value) for key, value in re.findall(r'(\w+): ("(?:[^"\\]|\\.)*")', block)}
        assert inside == words_of(code).words


def test_the_script_uses_nothing_that_a_strict_policy_forbids() -> None:
    script = SOURCE.read_text()
    for forbidden in (
        "innerHTML",
        "insertAdjacentHTML",
        "eval(",
        "localStorage",
        "sessionStorage",
        "cookie",
        "import(",
    ):
        assert forbidden not in script


def test_head_requests_are_answered(client: Client) -> None:
    response: httpx.Response = client.head("/widget/caveat.js")
    assert (response.status_code, response.content) == (200, b"")
