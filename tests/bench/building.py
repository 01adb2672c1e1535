"""How long an index takes to build, and an update of one claim: `python -m tests.bench.building`."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from app.opening import build
from app.settings import Settings
from index.load import load_library
from tests.bench.shared import heading, table


def built(content: Path, data: Path) -> tuple[float, str, int, int]:
    """Build; return the seconds, the longest stage with its seconds, and how many texts there are and were embedded."""
    began = time.perf_counter()
    stages: dict[str, float] = {}
    last = began

    def watch(stage: str, _done: int, _total: int) -> None:
        nonlocal last
        now = time.perf_counter()
        stages[stage] = stages.get(stage, 0.0) + now - last
        last = now

    report = build(Settings(content_dir=content, data_dir=data), watch)
    longest = max(stages, key=lambda stage: stages[stage])
    return time.perf_counter() - began, f"{longest}, {stages[longest]:.1f}", report.units, report.embedded


def change_one_claim(content: Path) -> None:
    """Give one claim a word more."""
    text = next(claim.text for claim in load_library(content).claims.values())
    path = next(path for path in sorted(content.glob("topics/*.yaml")) if text in path.read_text())
    path.write_text(path.read_text().replace(text, f"{text.removesuffix('.')} so far.", 1))


def main() -> None:
    """Print the table."""
    settings = Settings()
    print(heading("Build of the index"))
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        content, data = Path(folder) / "content", Path(folder) / "data"
        shutil.copytree(settings.content_dir, content)
        for name in ("everything, the encoder's export included", "nothing changed", "one claim changed"):
            if name == "one claim changed":
                change_one_claim(content)
            seconds, longest, units, embedded = built(content, data)
            rows.append([name, str(units), str(embedded), f"{seconds:.1f}", longest])
        shutil.rmtree(data)
        shutil.copytree(settings.index_root / "encoders", data / "index" / "encoders")
        seconds, longest, units, embedded = built(content, data)
        rows.insert(1, ["everything, the encoder there", str(units), str(embedded), f"{seconds:.1f}", longest])
    print(table(("build", "texts", "embedded", "seconds", "longest stage, s"), rows))


if __name__ == "__main__":
    main()
