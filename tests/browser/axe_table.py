"""Print what axe finds in every state of the chat, light and dark, in three widths, as a Markdown table.

Run it against a running service: `python -m tests.browser.axe_table http://127.0.0.1:8000 [--shots FOLDER]`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chat_states import SCHEMES, STATES, WIDTHS, looks, opened, overflow, violations
from tests.conftest import CHROMIUM, CHROMIUM_FLAGS


def table(address: str, shots: Path | None = None, only: tuple[str, ...] = ()) -> tuple[str, list[str]]:
    """Return the table and every finding in words; pictures of every state go to `shots`."""
    columns = [(scheme, width) for scheme in SCHEMES for width in WIDTHS]
    rows = [
        f"| state | {' | '.join(f'{scheme} {width}' for scheme, width in columns)} |",
        "|---" * (len(columns) + 1) + "|",
    ]
    told: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        for state in only or tuple(STATES):
            context = browser.new_context(locale="en-US", viewport={"width": 1280, "height": 800})
            context.set_default_timeout(15_000)
            page = STATES[state](opened(context.new_page(), address))
            cells = []
            for scheme, width in looks(page):
                found = violations(page)
                wider = overflow(page)
                told += [f"{state}, {scheme}, {width}: {rule}: {html}" for rule, html in found]
                if wider > 0:
                    told.append(f"{state}, {scheme}, {width}: {wider} pixels too wide")
                cells.append(f"{len(found)}{f' (+{wider} px)' if wider > 0 else ''}")
                if shots:
                    shots.mkdir(parents=True, exist_ok=True)
                    name = state.replace(", ", "-").replace(" ", "-")
                    page.screenshot(path=shots / f"{name}-{scheme}-{width}.png", full_page=True)
            rows.append(f"| {state} | {' | '.join(cells)} |")
            context.close()
        browser.close()
    return "\n".join(rows), told


def main() -> None:
    """Read the arguments and write the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("address")
    arguments.add_argument("--shots", type=Path)
    arguments.add_argument("--only", nargs="*", default=[])
    given = arguments.parse_args()
    rows, told = table(given.address, given.shots, tuple(given.only))
    sys.stdout.write(f"{rows}\n")
    sys.stdout.write("\n".join(told or ["", "Nothing found."]) + "\n")


if __name__ == "__main__":
    main()
