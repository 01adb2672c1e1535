"""The released versions of the widget's script, which are served for ever, with their hashes."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from index.errors import CaveatError

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "caveat.js"
RELEASES = HERE / "releases"
LEDGER = RELEASES / "integrity.json"
_VERSION = re.compile(r'const VERSION = "(\d+\.\d+\.\d+)";')


class ReleaseError(CaveatError):
    code = "widget-release"
    title = "The widget's releases are not in order"


@dataclass(frozen=True)
class Release:
    """One released script: its version, its bytes and the hash for the `integrity` attribute."""

    version: str
    body: bytes
    integrity: str


def integrity_of(body: bytes) -> str:
    """Return the subresource integrity value of a file: `sha384-` and the hash in base64."""
    return "sha384-" + base64.b64encode(hashlib.sha384(body).digest()).decode()


def version_of(body: bytes) -> str:
    """Return the version that a script names. Raises `ReleaseError` when it names none."""
    found = _VERSION.search(body.decode())
    if found is None:
        raise ReleaseError("the script names no version")
    return found.group(1)


def read_ledger() -> dict[str, str]:
    """Return the integrity value of each released version, as they were when it was released."""
    ledger: dict[str, str] = json.loads(LEDGER.read_text()) if LEDGER.exists() else {}
    return ledger


def read_releases() -> list[Release]:
    """Return the releases, oldest first. Raises `ReleaseError` when a released file has changed or is missing."""
    releases = []
    for version, integrity in read_ledger().items():
        path = RELEASES / f"v{version}.js"
        body = path.read_bytes() if path.exists() else b""
        if integrity_of(body) != integrity:
            raise ReleaseError(f"{path.name} is not the file that was released; pages that pin its hash would break")
        releases.append(Release(version, body, integrity))
    return sorted(releases, key=lambda release: _order(release.version))


def release(source: Path = SOURCE) -> Release:
    """Freeze the script under its version and return it. Raises `ReleaseError` when that version exists already."""
    body = source.read_bytes()
    version, ledger = version_of(body), read_ledger()
    if version in ledger:
        raise ReleaseError(f"version {version} is released; give the script a new version")
    (RELEASES / f"v{version}.js").write_bytes(body)
    made = Release(version, body, integrity_of(body))
    LEDGER.write_text(json.dumps({**ledger, version: made.integrity}, indent=2) + "\n")
    return made


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
