"""Freeze the script under its version: `python -m app.widget.release`."""

from __future__ import annotations

import sys

from app.widget.releases import ReleaseError, release

if __name__ == "__main__":
    try:
        made = release()
    except ReleaseError as error:
        sys.exit(str(error))
    sys.stdout.write(f"v{made.version}.js {made.integrity}\n")
