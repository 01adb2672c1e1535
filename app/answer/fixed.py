"""Fixed sentences: found by key and language, with their placeholders filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from app.answer.record import Contact, ContactKind, Reason
from index.library import Library
from index.model import Contact as RegionContacts

_BRACES = re.compile(r"\{(\w+)\}")
_SENTENCE = re.compile(r"(?<=[.!?。！？।])\s*(?=\S)")
_LABELS: dict[ContactKind, str] = {
    "emergency": "Emergency",
    "poison_centre": "Poison centre",
    "crisis_line": "Crisis line",
    "substance_helpline": "Substance helpline",
    "urgent_advice": "Urgent advice",
}
DEFAULT_LANGUAGE = "en"
CrisisGroup = Literal["urgent", "self_harm", "taken", "pet"]
CRISIS_GROUPS: Mapping[Reason, tuple[CrisisGroup, ...]] = {
    Reason.EMERGENCY: ("urgent", "pet"),
    Reason.SELF_HARM: ("self_harm", "taken"),
}
"""The groups of fixed sentences that an urgent answer may give, by its reason."""


class FixedTexts:
    """The fixed sentences of one language and region; English stands in for a sentence that is not translated."""

    def __init__(self, library: Library, language: str, region: str) -> None:
        self.language = language if language in library.notices else DEFAULT_LANGUAGE
        self._texts = library.notices[self.language].texts
        self._english = library.notices[DEFAULT_LANGUAGE].texts
        self.is_machine_made = library.notices[self.language].translation == "machine"
        """Whether no person made these sentences: English then stands beside what to do in a crisis."""
        self._contacts = library.contacts.get(region)
        self._values = {**_numbers(self._contacts), "emergency": self._emergency()}

    def _emergency(self) -> str:
        number = self._contacts.emergency if self._contacts else None
        return number or str(self._get("emergency.local"))

    def _get(self, key: str) -> str | tuple[str, ...]:
        return self._texts.get(key) or self._english[key]

    def has(self, key: str) -> bool:
        """Return whether this language has its own text for `key`."""
        return key in self._texts

    def text(self, key: str, values: Mapping[str, str] | None = None) -> str:
        """Return the text of `key`; sentences whose number is not known in this region are left out."""
        value = self._get(key)
        return self._fill(value if isinstance(value, str) else " ".join(value), values or {})

    def lines(self, key: str) -> tuple[str, ...]:
        """Return the lines of a list of steps; lines whose number is not known are left out."""
        value = self._get(key)
        filled = (self._fill(line, {}) for line in ((value,) if isinstance(value, str) else value))
        return tuple(line for line in filled if line)

    def crisis(self, group: CrisisGroup) -> str:
        """Return what to do now in one text of several lines, its lead first."""
        return "\n".join((self.text(f"{group}.lead"), *self.lines(f"{group}.steps")))

    def _fill(self, text: str, values: Mapping[str, str]) -> str:
        known = {**self._values, **values}
        kept = [
            sentence for sentence in _SENTENCE.split(text) if all(name in known for name in _BRACES.findall(sentence))
        ]
        joined = " ".join(kept) if len(kept) != len(_SENTENCE.split(text)) else text
        return _BRACES.sub(lambda match: known[match.group(1)], joined)

    def contacts(self, *kinds: ContactKind) -> tuple[Contact, ...]:
        """Return the region's contacts of `kinds`, in that order; those not known are left out."""
        return tuple(
            Contact(kind=kind, label=_LABELS[kind], value=self._values[kind]) for kind in kinds if kind in self._values
        )


def _numbers(contacts: RegionContacts | None) -> dict[str, str]:
    if contacts is None:
        return {}
    return {kind: value for kind in _LABELS if (value := getattr(contacts, kind))}
