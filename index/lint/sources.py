"""Rules for sources, links and contacts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from index.library import Library
from index.load import Reading
from index.model import Access, SourceKind
from index.problems import Problem
from index.prohibited import find_prohibited, is_listed


def source_rules(reading: Reading, library: Library, _today: date) -> Iterator[Problem]:
    """Yield the problems of sources: links outside the list, access, claims that rest on retracted work."""
    hosts = frozenset(library.hosts)
    for source in library.sources.values():
        place = reading.places["sources", source.id]
        for key, text in (("title", source.title), ("venue", source.venue)):
            for found in find_prohibited(text, hosts):
                fix = f"a {found.kind} may not be shown; reword the {key}"
                yield reading.problem_at(place, source.id, f"shown-{found.kind}", fix, key)
        if source.url and not is_listed(source.url, hosts) and not reading.lost_any("hosts"):
            fix = "its host is not in links.yaml: leave url empty (title and venue are shown), or list an official host"
            yield reading.problem_at(place, source.id, "unlisted-link", fix, "url")
        is_own = source.kind is SourceKind.OWN_POLICY
        if not source.link and not is_own and source.access is not Access.SECONDARY:
            fix = "without a DOI, PMID, PMCID or listed address write access: secondary"
            yield reading.problem_at(place, source.id, "secondary-access", fix, "access")
    for claim in library.claims.values():
        if claim.retired or ("claims", claim.id) not in reading.places:
            continue
        if all(library.sources[source_id].retracted for source_id in claim.sources):
            fix = "every source is retracted: retire the claim or find another source"
            yield reading.problem_at(reading.places["claims", claim.id], claim.id, "retracted-source", fix, "sources")
