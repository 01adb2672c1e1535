"""The frozen shapes of the API and the tables of the README; after a change: `python -m tests.api.contract`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from app.api.problem_types import PROBLEM_TYPES, problem_types_table

FILE = Path(__file__).with_name("contract.json")
README = Path(__file__).resolve().parents[2] / "README.md"
_PROSE = {"description", "summary", "title", "examples", "example", "operationId", "tags"}


def shapes_of(app: FastAPI) -> dict[str, Any]:
    """Return the paths under /v1 and the schemas that they use, without their prose."""
    schema = app.openapi()
    paths = {path: item for path, item in schema["paths"].items() if path.startswith("/v1/")}
    named = _named(schema["components"]["schemas"])
    return {"paths": _bare(paths), "schemas": named, "problem_types": sorted(PROBLEM_TYPES)}


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(part) for key, part in sorted(value.items()) if key not in _PROSE}
    return [_bare(part) for part in value] if isinstance(value, list) else value


def _named(schemas: dict[str, Any]) -> dict[str, Any]:
    """Return the schemas; names of properties are kept even where they are called like prose."""
    return {
        name: {
            **_bare({key: part for key, part in schema.items() if key != "properties"}),
            "properties": {key: _bare(part) for key, part in sorted(schema.get("properties", {}).items())},
        }
        for name, schema in sorted(schemas.items())
    }


def main() -> None:
    """Freeze the shapes as they are now, and write the tables into the README."""
    from app.main import build_app  # noqa: PLC0415
    from app.settings import Settings, settings_table  # noqa: PLC0415

    shapes = shapes_of(build_app(Settings(chat=False)))
    FILE.write_text(json.dumps(shapes, indent=1, ensure_ascii=False) + "\n")
    text = README.read_text()
    for name, table in (("settings", settings_table()), ("problem types", problem_types_table())):
        before, _, rest = text.partition(f"<!-- {name} -->")
        _, _, after = rest.partition(f"<!-- end of {name} -->")
        text = f"{before}<!-- {name} -->\n{table}\n<!-- end of {name} -->{after}"
    README.write_text(text)


if __name__ == "__main__":
    main()
