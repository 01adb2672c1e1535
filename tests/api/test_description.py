"""The API description: complete, frozen, true of the running service, and shown without any other host."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.api.edge.paths import Rule, rule_of
from app.keys.model import KeyKind, SiteSettings
from app.keys.store import KeyStore
from app.settings import settings_table
from tests.api.conftest import MakeApp
from tests.api.contract import FILE, shapes_of
from tests.live import ROOT, serving


def test_the_shapes_are_the_frozen_ones(make_app: MakeApp) -> None:
    frozen = json.loads(FILE.read_text())
    assert shapes_of(make_app()) == frozen, "if this change is wanted: python -m tests.api.contract"


def test_every_route_has_a_description_an_example_and_its_problems(client: TestClient) -> None:
    schema = client.get("/openapi.json").json()
    for path, operations in schema["paths"].items():
        for method, operation in operations.items():
            where = f"{method} {path}"
            assert operation["description"], where
            expected = {"500"} | ({"401", "403", "429"} if path.startswith("/v1/") else set())
            if method == "post":
                expected |= {"400", "408", "413", "422"}
            if rule_of(method.upper(), path) is Rule.ASK:
                expected |= {"503"}
            assert expected <= operation["responses"].keys(), where
            for status, response in operation["responses"].items():
                if int(status) >= 400:
                    assert list(response["content"]) == ["application/problem+json"], where
                    example = response["content"]["application/problem+json"]["example"]
                    assert example["status"] == int(status)
            if method == "post":
                body = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].split("/")[-1]
                assert schema["components"]["schemas"][body]["examples"], where


def run_schemathesis(address: str, folder: Path, *more: str) -> str:
    """Return the report of schemathesis over the description at `address`."""
    program = Path(sys.executable).with_name("schemathesis")
    arguments = [
        *("--config-file", str(Path(__file__).with_name("schemathesis.toml"))),
        *("run", f"{address}/openapi.json", "--max-examples", "8", "--generation-deterministic"),
        *("--no-color", *more),
    ]
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout[:3000] + done.stdout[-3000:] + done.stderr[-2000:]
    return done.stdout


def test_schemathesis_finds_nothing_wrong_with_the_whole_api(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app(anonymous_per_minute=1_000_000, reads_per_minute=1_000_000, feedback=True)
    with serving(app) as address:
        report = run_schemathesis(address, tmp_path)
    assert "Tested" in report


def test_schemathesis_finds_nothing_wrong_with_a_site_key(make_app: MakeApp, keys: KeyStore, tmp_path: Path) -> None:
    site = SiteSettings(origins=("https://a.example",))
    value = keys.create(KeyKind.SITE, "a", site=site).value
    with serving(make_app(reads_per_minute=1_000_000)) as address:
        header = f"X-Caveat-Key: {value}"
        run_schemathesis(address, tmp_path, "--include-path", "/v1/site", "-H", header)


def test_the_docs_page_needs_no_other_host_and_no_inline_script(client: TestClient) -> None:
    page = client.get("/docs")
    assert page.status_code == 200
    assert "http" not in re.sub(r"http-equiv", "", page.text)
    for address in re.findall(r'(?:src|href)="(docs/[^"]+)"', page.text):
        assert client.get(f"/{address}").status_code == 200
    assert "script-src 'self';" in page.headers["content-security-policy"]
    assert "<script>" not in page.text


@pytest.mark.parametrize("path", ["/redoc", "/docs/oauth2-redirect"])
def test_the_frameworks_own_pages_are_gone(client: TestClient, path: str) -> None:
    assert client.get(path).status_code in (404, 422)


def test_the_settings_table_in_the_readme_is_the_generated_one() -> None:
    readme = (ROOT / "README.md").read_text()
    assert settings_table() in readme, "python -m tests.api.contract writes it"


def test_every_request_in_the_readme_is_answered(client: TestClient) -> None:
    readme = (ROOT / "README.md").read_text()
    bodies = re.findall(r"curl -sN? localhost:8000(/v1/\S+).*?-d '(.*?)'", readme, re.DOTALL)
    assert len(bodies) >= 2
    for path, body in bodies:
        response = client.post(path, content=body, headers={"Content-Type": "application/json"})
        assert response.json()["outcome"] == "answered"


def test_every_route_that_the_readme_names_exists(client: TestClient) -> None:
    described = client.get("/openapi.json").json()["paths"]
    named = set(re.findall(r"(/v1/[a-z/]+(?:\{id\})?)", (ROOT / "README.md").read_text()))
    known = {re.sub(r"\{\w+\}", "{id}", path) for path in described}
    assert named and named <= known
