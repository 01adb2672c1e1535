"""Which answers change for readers between two revisions of the content."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.errors import CaveatError
from index.library import Library
from index.load import read_content
from index.model import Card


class RevisionError(CaveatError):
    code = "revision"
    title = "The revision cannot be read"


@dataclass(frozen=True)
class CardChange:
    """A card whose answer reads differently now: what changed, in words."""

    card: str
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


def changed_cards(before: Library, after: Library) -> list[CardChange]:
    """Return the cards that answer differently in `after`, new and removed ones included."""
    changes = []
    for card_id in dict.fromkeys([*before.cards, *after.cards]):
        old, new = before.cards.get(card_id), after.cards.get(card_id)
        card = new or old
        if card is None:
            continue
        lines = tuple(_differences(before, after, old, new))
        if lines:
            changes.append(CardChange(card_id, card.title, lines))
    return changes


def _differences(before: Library, after: Library, old: Card | None, new: Card | None) -> Iterator[str]:
    if old is None:
        yield "new card"
        return
    if new is None:
        yield "card removed"
        return
    if old.lead != new.lead:
        yield f"lead: {old.lead} -> {new.lead}"
    if old.care is not new.care:
        yield f"care: {old.care} -> {new.care}"
    old_ids, new_ids = [*old.lead_claims, *old.claims], [*new.lead_claims, *new.claims]
    for claim_id in dict.fromkeys([*old_ids, *new_ids]):
        if claim_id not in new_ids:
            yield f"no longer shows {claim_id}"
        elif claim_id not in old_ids:
            yield f"now shows {claim_id}"
        elif claim_id in before.claims and claim_id in after.claims:
            yield from _claim_differences(before, after, claim_id)


def _claim_differences(before: Library, after: Library, claim_id: str) -> Iterator[str]:
    old, new = before.claims[claim_id], after.claims[claim_id]
    for name in ("text", "caveat", "certainty", "basis", "population", "care", "contested", "sources", "retired"):
        if getattr(old, name) != getattr(new, name):
            yield f"{claim_id}: {name}: {getattr(old, name)} -> {getattr(new, name)}"
