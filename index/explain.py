"""What a curator should do about a value that the content model refuses, in plain words.

Pydantic says "input should be a valid string"; a pharmacist with a text editor needs "put it in quotes".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from index.yaml_lines import KeyPath

SHAPES: dict[str, str] = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "small letters and digits joined by hyphens, such as liver-injury",
    r"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$": "topic.what-it-says, such as liver.registry-11-cases",
    r"^[a-z]{2,3}$": "a language code such as es",
    r"^[a-z]+( [a-z]+)*$": "words in small letters, such as partial agonist",
    r"^([A-Z]{2}(-[A-Z]{2,3})?|EU|UN)$": "a country code, with the state where there is one: GB, US-OH, EU, UN",
    r"^[A-Z]{2}$": "a country code of two capital letters, such as US",
    r"^10\.\d{4,9}/\S+$": "the bare DOI, such as 10.1016/j.jclinepi.2019.10.014, without https://doi.org/",
    r"^\d{1,9}$": 'the digits of the PMID in quotes, such as "32017889"',
    r"^PMC\d+$": "PMC and digits, such as PMC7012345",
    r"^https?://\S+$": "an address that starts with https://, without blanks",
    r"^[a-z0-9.-]+$": "the bare host in small letters, such as www.cdc.gov, without https:// and what follows",
}
"""What a text that must match a pattern looks like, by pattern."""


def nearest(wrong: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that `wrong` was probably meant to be, or None when nothing is near."""
    return next(iter(get_close_matches(wrong, list(known), n=1, cutoff=0.8)), None)


def explain(error: ValidationError, model: type[BaseModel], data: Any) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield where each mistake in `data` is, the rule it breaks and what to do: one for each place."""
    details = {_place(detail, data): detail for detail in reversed(error.errors(include_url=False))}
    misspelt = _misspelt(details, model)
    for keys, detail in reversed(details.items()):
        if any(other != keys and other[: len(keys)] == keys for other in details):
            continue
        if keys in misspelt:
            yield keys, "unknown-key", f"rename '{_name(keys)}' to '{misspelt[keys]}'"
        elif not (detail["type"] == "missing" and keys in _meant(misspelt)):
            rule, fix = _advice(detail, keys, model)
            yield keys, rule, fix


def _misspelt(details: dict[KeyPath, ErrorDetails], model: type[BaseModel]) -> dict[KeyPath, str]:
    """Return the unknown keys that are known ones misspelt, or stand where the only missing one should, with those."""
    found = {}
    missing = [keys for keys, detail in details.items() if detail["type"] == "missing"]
    unknown = [keys for keys, detail in details.items() if detail["type"] == "extra_forbidden"]
    for keys in unknown:
        near = nearest(str(keys[-1]), _known_keys(model, keys))
        absent = [str(one[-1]) for one in missing if one[:-1] == keys[:-1]]
        if near or (len(absent) == 1 and [one[:-1] for one in unknown].count(keys[:-1]) == 1):
            found[keys] = near or absent[0]
    return found


def _meant(misspelt: dict[KeyPath, str]) -> set[KeyPath]:
    return {(*keys[:-1], meant) for keys, meant in misspelt.items()}


def _name(keys: KeyPath) -> str:
    return ".".join(str(key) for key in keys)


def _place(detail: ErrorDetails, data: Any) -> KeyPath:
    """Return the key path of an error, without the steps that name a part of the model and not of the data."""
    keys: list[str | int] = []
    for step in detail["loc"]:
        is_held = step in data if isinstance(data, dict) else isinstance(data, list) and step in range(len(data))
        if is_held:
            data = data[step]
        elif not (detail["type"] == "missing" and step == detail["loc"][-1]):
            continue
        keys.append(step)
    return tuple(keys)


def _known_keys(model: type[BaseModel], keys: KeyPath) -> list[str]:
    """Return the keys that may stand where the last of `keys` stands."""
    for step in keys[:-1]:
        if isinstance(step, str):
            inner = _inner_model(model, step)
            if inner is None:
                return []
            model = inner
    return [spec.alias or key for key, spec in model.model_fields.items()]


def _inner_model(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    waiting: list[Any] = [spec.annotation for name, spec in model.model_fields.items() if key in (name, spec.alias)]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return kind
        waiting.extend(get_args(kind))
    return None


def _advice(detail: ErrorDetails, keys: KeyPath, model: type[BaseModel]) -> tuple[str, str]:
    """Return the rule that an error breaks, and what to do about it."""
    kind, name = detail["type"], _name(keys)
    if kind == "extra_forbidden":
        return "unknown-key", f"remove or rename '{name}'; known keys: {', '.join(_known_keys(model, keys))}"
    if kind == "missing":
        return "missing-key", f"add '{name}:'"
    rule = "bad-date" if "date" in kind or "write a year" in detail["msg"] else "bad-value"
    advice = _wanted(kind, detail["input"], detail)
    return rule, f"'{name}': {advice}" if name else advice


def _wanted(kind: str, value: Any, detail: ErrorDetails) -> str:
    """Return what to write instead of `value`."""
    message = detail["msg"].removeprefix("Value error, ")
    advice = f"{message[0].lower()}{message[1:]}"
    if "date" in kind:
        advice = f"'{value}' is no date; write a real date such as 2026-05-31"
    elif value is None:
        advice = "it is empty; fill it in, or remove the key"
    elif kind == "string_pattern_mismatch":
        pattern = detail["ctx"]["pattern"]
        advice = f"'{value}' must be {SHAPES.get(pattern, pattern)}"
    elif kind in ("enum", "literal_error"):
        allowed = [one.strip("'") for one in detail["ctx"]["expected"].replace(" or ", ", ").split(", ")]
        meant = nearest(str(value).lower(), allowed)
        rest = ", ".join(one for one in allowed if one != meant)
        advice = f"'{value}' is not known; write {f'{meant}, or ' if meant else ''}one of {rest}"
    elif kind == "string_type":
        advice = _as_text(value)
    else:
        advice = next((fix.format(value) for start, fix in _FIXES.items() if kind.startswith(start)), advice)
    return advice


def _as_text(value: Any) -> str:
    if isinstance(value, (list, dict)):
        return "write one text here, no list and no key: value"
    if isinstance(value, bool):
        return f"put the word in quotes; without, yes, no, on and off mean {str(value).lower()}"
    return f'put it in quotes: "{value}"'


_FIXES = {
    "tuple_type": "write a list: [{0}]",
    "dict_type": "write key: value lines here, not '{0}'",
    "model_type": "write key: value lines here, not '{0}'",
    "bool": "'{0}': write true or false",
    "int": "'{0}': write a whole number in digits, or leave the key out",
    "too_short": "it is empty; write at least one",
    "string_too_short": "it is empty; write a text",
}
"""What to do about an error of a type that begins so, around the value."""
