"""Rules for fixed sentences: notices, drug-property clauses, circulating claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from index.explain import nearest
from index.library import Library
from index.lint.shown import shown_text
from index.load import Reading
from index.model import Role
from index.notices import ALL_KEYS, COMPLETE_LANGUAGES, CRISIS_KEYS, PLACEHOLDERS
from index.problems import Problem

_BRACES = re.compile(r"\{(\w*)\}")
MAX_STEPS = 5


def fixed_text_rules(reading: Reading, library: Library, _today: date) -> Iterator[Problem]:
    """Yield the problems of every fixed sentence."""
    for language in COMPLETE_LANGUAGES:
        if language not in library.notices and not reading.may_hold("notices", language):
            yield Problem(f"content/notices/{language}.yaml", 1, language, "missing-file", "create this file")
    for notices in library.notices.values():
        place = reading.places["notices", notices.language]
        required = ALL_KEYS if notices.language in COMPLETE_LANGUAGES else CRISIS_KEYS
        meant = {key: nearest(key, ALL_KEYS - notices.texts.keys()) for key in notices.texts.keys() - ALL_KEYS}
        for key in sorted(required - notices.texts.keys() - set(meant.values())):
            yield reading.problem_at(place, notices.language, "missing-notice", f"add the text '{key}'", "texts")
        for key, other in sorted(meant.items()):
            fix = f"rename '{key}' to '{other}'" if other else f"'{key}' is not a fixed text; remove or rename it"
            yield reading.problem_at(place, notices.language, "unknown-key", fix, "texts", key)
        for key, value in notices.texts.items():
            lines = (value,) if isinstance(value, str) else value
            if key.endswith(".steps") and (isinstance(value, str) or len(lines) > MAX_STEPS):
                fix = f"write a list of at most {MAX_STEPS} short lines"
                yield reading.problem_at(place, notices.language, "too-many-steps", fix, "texts", key)
            for line in lines:
                yield from shown_text(reading, place, notices.language, line, "texts", key)
                for name in _BRACES.findall(line):
                    if name not in PLACEHOLDERS:
                        fix = f"'{{{name}}}' is not a placeholder; use one of {', '.join(sorted(PLACEHOLDERS))}"
                        yield reading.problem_at(place, notices.language, "unknown-placeholder", fix, "texts", key)
    yield from _sentences(reading, library)
    yield from _policies(reading, library)


def _sentences(reading: Reading, library: Library) -> Iterator[Problem]:
    """Yield the problems of what readers see beside notices: verdicts, headings, what a property of a medicine is."""
    for kind, items, keys in (
        ("properties", library.properties, ("clause",)),
        ("circulating", library.circulating, ("claim", "why")),
        ("topics", library.topics, ("title", "description")),
    ):
        for item, shown in items.items():
            for key in keys:
                yield from shown_text(reading, reading.places[kind, item], item, getattr(shown, key), key)


def _policies(reading: Reading, library: Library) -> Iterator[Problem]:
    for policy in library.policies.values():
        for at, claim_id in enumerate(policy.claims):
            if library.claims[claim_id].role not in (Role.RISK, Role.GUIDANCE):
                fix = f"'{claim_id}' is neither a risk nor guidance: only those go with a declined question"
                place = reading.places["policies", policy.reason]
                yield reading.problem_at(place, policy.reason, "not-a-safety-claim", fix, "claims", at)
