"""Which answers change for readers between two revisions of the content."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import CaveatError
from index.library import Library
from index.load import read_content
from index.model import Card

_CLAIM = ("text", "caveat", "certainty", "basis", "population", "care", "contested", "sources", "as_of", "retired")
"""What readers see of a claim."""


class RevisionError(CaveatError):
    code = "revision"
    title = "The revision cannot be read"


@dataclass(frozen=True)
class Change:
    """A text that reads differently now: its id, what it is, and what changed, in words."""

    id: str
    title: str
    changes: tuple[str, ...]


def library_at(revision: str, content: Path) -> Library:
    """Return the library as it was at the git `revision`. Raises `RevisionError` when git does not know it."""
    found = subprocess.run(  # noqa: S603 - arguments are passed as a list
        ["git", "-C", str(content.parent), "archive", "--format=tar", revision, content.name],  # noqa: S607
        capture_output=True,
        check=False,
    )
    if found.returncode != 0:
        raise RevisionError(f"git has no content at '{revision}': {found.stderr.decode(errors='replace').strip()}")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(found.stdout)) as archive:
            archive.extractall(folder, filter="data")
        return read_content(Path(folder) / content.name).library


def changed_cards(before: Library, after: Library) -> list[Change]:
    """Return the cards that answer differently in `after`, new and removed ones included."""
    changes = []
    for card_id in dict.fromkeys([*before.cards, *after.cards]):
        old, new = before.cards.get(card_id), after.cards.get(card_id)
        card = new or old
        if card is None:
            continue
        lines = tuple(_differences(before, after, old, new))
        if lines:
            changes.append(Change(card_id, card.title, lines))
    return changes


def _differences(before: Library, after: Library, old: Card | None, new: Card | None) -> Iterator[str]:
    if old is None:
        yield "new card"
        return
    if new is None:
        yield "card removed"
        return
    yield from _told(old, new, ("title", "lead", "care", "about", "general"))
    old_ids, new_ids = _shown(old), _shown(new)
    for claim_id in dict.fromkeys([*old_ids, *new_ids]):
        if claim_id not in new_ids:
            yield f"no longer shows {claim_id}"
        elif claim_id not in old_ids:
            yield f"now shows {claim_id}"
        elif claim_id in before.claims and claim_id in after.claims:
            yield from _claim_differences(before, after, claim_id)


def _claim_differences(before: Library, after: Library, claim_id: str) -> Iterator[str]:
    told = _told(before.claims[claim_id], after.claims[claim_id], _CLAIM)
    yield from (f"{claim_id}: {line}" for line in told)


def changed_texts(before: Library, after: Library) -> list[Change]:
    """Return what else readers see that differs: claims on no card, sources, verdicts, contacts, fixed sentences."""
    on_cards = {claim for library in (before, after) for card in library.cards.values() for claim in _shown(card)}
    loose = [
        {one: claim for one, claim in library.claims.items() if one not in on_cards} for library in (before, after)
    ]
    contacts = ("emergency", "poison_centre", "crisis_line", "substance_helpline", "urgent_advice", "sources")
    return [
        *_changed("claim", loose[0], loose[1], _CLAIM),
        *_changed("source", before.sources, after.sources, ("title", "venue", "year", "access", "link", "retracted")),
        *_changed("circulating claim", before.circulating, after.circulating, ("claim", "verdict", "why", "claims")),
        *_changed("contact", before.contacts, after.contacts, contacts),
        *_changed("notices", _sentences(before), _sentences(after), ("text",)),
    ]


@dataclass(frozen=True)
class _Sentence:
    text: str | tuple[str, ...]


def _sentences(library: Library) -> dict[str, _Sentence]:
    return {
        f"{language} {key}": _Sentence(text)
        for language, notices in library.notices.items()
        for key, text in notices.texts.items()
    }


def _shown(card: Card) -> tuple[str, ...]:
    return (*card.lead_claims, *card.claims)


def _changed(
    what: str, before: Mapping[str, object], after: Mapping[str, object], names: Sequence[str]
) -> list[Change]:
    """Return a change for each item that is new, gone or differs in one of `names`."""
    changes = []
    for item in dict.fromkeys([*before, *after]):
        if item not in before:
            lines: tuple[str, ...] = (f"new {what}",)
        elif item not in after:
            lines = (f"{what} removed",)
        else:
            lines = tuple(_told(before[item], after[item], names))
        if lines:
            changes.append(Change(item, what, lines))
    return changes


def _told(old: object, new: object, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        if getattr(old, name) != getattr(new, name):
            yield f"{name}: {getattr(old, name)} -> {getattr(new, name)}"
