"""YAML with line numbers, so that every content problem can name its file and line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

KeyPath = tuple[str | int, ...]

_FIXES = {
    "tab character": "indent with blanks, not tabs",
    "that cannot start any token": "indent with blanks, not tabs, and put a text that starts with a sign in quotes",
    "mapping values are not allowed": "put the text in quotes, for it holds a colon, or check the indentation",
    "unexpected end of stream": "close the quote",
    "undefined alias": "put a text that starts with * in quotes",
    "found another document": "take the line '---' away",
}
"""What to do about what the YAML parser says."""


class YamlError(Exception):
    """A file that is not YAML, or that repeats a key; `line` counts from 1."""

    def __init__(self, line: int, detail: str) -> None:
        super().__init__(detail)
        self.line = line
        self.detail = detail


@dataclass(frozen=True)
class Document:
    """One YAML file: its data, and the line on which each key path starts."""

    path: Path
    data: Any
    lines: dict[KeyPath, int]

    def line(self, path: KeyPath) -> int:
        """Return the line of `path`, or of the nearest parent that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(path: Path) -> Document:
    """Return the document in `path`. Raises `YamlError` for bad encoding, bad YAML or a repeated key."""
    try:
        loader = yaml.CSafeLoader(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise YamlError(line, "save the file as UTF-8") from error
    except yaml.YAMLError as error:
        raise _yaml_error(error) from error
    lines: dict[KeyPath, int] = {}
    try:
        node = loader.get_single_node()
        data = None if node is None else _construct(loader, node, (), lines)
    except yaml.YAMLError as error:
        raise _yaml_error(error) from error
    finally:
        loader.dispose()
    return Document(path, data, lines)


def _yaml_error(error: yaml.YAMLError) -> YamlError:
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", None) or "not valid YAML")
    line = mark.line + 1 if mark else 1
    fix = next((fix for said, fix in _FIXES.items() if said in problem), "check indentation, quotes and colons")
    start = getattr(error, "context_mark", None)
    if start and start.line + 1 < line and problem.startswith(("did not find", "found unexpected")):
        fix += f"; what is not closed began on line {start.line + 1}"
    return YamlError(line, f"{problem}; {fix}")


def _construct(loader: yaml.CSafeLoader, node: yaml.Node, path: KeyPath, lines: dict[KeyPath, int]) -> Any:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise YamlError(key_node.start_mark.line + 1, "a key must be one word; take the brackets away")
            key = str(key_node.value)
            if key in mapping:
                raise YamlError(key_node.start_mark.line + 1, f"the key '{key}' is given twice; keep one")
            lines[(*path, key)] = key_node.start_mark.line + 1
            mapping[key] = _construct(loader, value_node, (*path, key), lines)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_construct(loader, child, (*path, at), lines) for at, child in enumerate(node.value)]
    try:
        return loader.construct_object(node)
    except ValueError:  # a malformed date: keep the text, the model says what is wrong with it
        return node.value
