"""Alkaloids by targets: which does what, seen in what, how sure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.evidence_map.draw import INK, Spec, draw
from app.evidence_map.topics import SHAPES, WHO
from app.render.words import certainty_words
from index.library import Library
from index.model import Certainty, Population
from index.units import is_held

TITLE = "What kratom's alkaloids do at which target"
DESCRIPTION = (
    "One row per target in the body, one column per alkaloid. Each mark is what studies found: its shape says in what "
    "(triangle cells, square animals, circle people, diamond no study found), its words what the alkaloid did and "
    "how sure "
    "we can be of it for people. A row without marks has no reviewed claim. A table with the same content follows "
    "the map."
)
TARGETS = (
    "mu-receptor",
    "kappa-receptor",
    "delta-receptor",
    "alpha-2-receptor",
    "adrenergic-receptors",
    "five-ht1a-receptor",
    "five-ht2a-receptor",
    "five-ht2b-receptor",
    "serotonin-receptors",
    "d2-receptor",
    "dopamine-receptors",
    "serotonin-transporter",
    "noradrenaline-transporter",
    "dopamine-transporter",
    "nmda-receptor",
    "cox-2",
    "cyp3a4",
    "cyp2d6",
    "herg-channel",
)
"""Targets in the order of the map; those that only claims name follow."""

LIGANDS = (
    "mitragynine",
    "seven-oh",
    "pseudoindoxyl",
    "paynantheine",
    "speciogynine",
    "speciociliatine",
    "corynantheidine",
    "corynoxine",
    "kratom-extract",
    "kratom-tea",
)
LINE_HEIGHT = 22
LETTER_WIDTH = 7.0
"""Generous width of a letter at the size of the marks' words, in pixels."""


@dataclass(frozen=True)
class Mechanisms:
    """One thing that an alkaloid does at a target, in one model, and the claims that say so."""

    ligand: str
    target: str
    action: str
    model: Population
    certainty: Certainty
    claims: tuple[str, ...]
    topic: str
    """Topic of the first claim."""


def receptor_table(library: Library) -> list[Mechanisms]:
    """Return what the claims' mechanisms say, equal ones joined, in the order of the map."""
    groups: dict[tuple[str, str, str, Population, Certainty], list[str]] = {}
    for claim in library.claims.values():
        if claim.mechanism and is_held(library, claim):
            one = claim.mechanism
            key = (one.ligand, one.target, one.action, one.model, claim.certainty)
            groups.setdefault(key, []).append(claim.id)
    found = [
        Mechanisms(*key, claims=tuple(claims), topic=library.topic_of[claims[0]]) for key, claims in groups.items()
    ]
    return sorted(
        found, key=lambda one: (_place(one.target, TARGETS), _place(one.ligand, LIGANDS), one.model, one.action)
    )


def targets_without_claims(library: Library) -> list[str]:
    """Return the names of the map's targets on which no reviewed claim has a mechanism."""
    seen = {one.target for one in receptor_table(library)}
    return [library.terms[target].term for target in TARGETS if target in library.terms and target not in seen]


def _place(name: str, order: tuple[str, ...]) -> tuple[int, str]:
    return (order.index(name) if name in order else len(order), name)


def receptor_map_svg(library: Library, topics_base: str = "/topics", standalone: bool = False) -> str:
    """Return the receptor map as SVG; each mark links to the first of its claims under `topics_base`."""
    rows = tuple(receptor_table(library))
    names = {term_id: term_name(library, term_id) for one in rows for term_id in (one.ligand, one.target)}
    empty = tuple(targets_without_claims(library))
    return _drawn(rows, tuple(sorted(names.items())), empty, topics_base, standalone)


def term_name(library: Library, term_id: str) -> str:
    """Return the name of a vocabulary term with a capital first letter, or its id."""
    name = library.terms[term_id].term if term_id in library.terms else term_id
    return name if name[1:2].isupper() else name[0].upper() + name[1:]


@lru_cache(maxsize=4)
def _drawn(
    rows: tuple[Mechanisms, ...],
    names: tuple[tuple[str, str], ...],
    empty: tuple[str, ...],
    base: str,
    standalone: bool,
) -> str:
    return draw(_spec(rows, dict(names), empty, base), "receptor-map", TITLE, DESCRIPTION, standalone)


def _spec(rows: tuple[Mechanisms, ...], names: dict[str, str], empty: tuple[str, ...], base: str) -> Spec:
    """Lay the marks out by hand: a row is as tall as its fullest cell, under the name of its target.

    The name stands over its marks, not beside them, so that a phone shows both at once.
    """
    ligands = list(
        dict.fromkeys(names[one.ligand] for one in sorted(rows, key=lambda one: _place(one.ligand, LIGANDS)))
    )
    starts, width = _columns(rows, names, ligands)
    values, labels, lines, top = [], [], [], 0.0
    for target in dict.fromkeys(one.target for one in rows):
        depth = dict.fromkeys(ligands, 0)
        for one in (row for row in rows if row.target == target):
            column = names[one.ligand]
            values.append(_value(one, names, base, starts[column], top + depth[column] + 1.5))
            depth[column] += 1
        height = max(depth.values())
        labels.append({"name": names[target], "row": top + 0.6})
        lines.append({"row": top})
        top += height + 1.4
    for name in empty:
        labels.append({"name": f"{name[0].upper()}{name[1:]}: no reviewed claim", "row": top + 0.5})
        lines.append({"row": top})
        top += 1.4
    heads = [{"name": name, "column": starts[name]} for name in ligands]
    return _chart(values, labels, lines, heads, (width, top))


def _columns(rows: tuple[Mechanisms, ...], names: dict[str, str], ligands: list[str]) -> tuple[dict[str, float], float]:
    """Return where the column of each alkaloid starts, wide enough for its words, and the width of all."""
    starts, at = {}, 0.0
    for ligand in ligands:
        starts[ligand] = at
        longest = max(len(_words(one)) for one in rows if names[one.ligand] == ligand)
        at += 32 + LETTER_WIDTH * max(longest, len(ligand) + 1)
    return starts, at


def _chart(
    values: list[Spec], labels: list[Spec], lines: list[Spec], heads: list[Spec], size: tuple[float, float]
) -> Spec:
    width, rows = size
    x = {"field": "column", "type": "quantitative", "scale": {"domain": [0, width], "nice": False}, "axis": None}
    y = {
        "field": "row",
        "type": "quantitative",
        "scale": {"domain": [0, rows], "reverse": True, "nice": False},
        "axis": None,
    }
    shape = {
        "field": "who",
        "type": "nominal",
        "scale": {"domain": list(WHO.values()), "range": list(SHAPES.values())},
        "legend": {
            "title": "Seen in",
            "orient": "top",
            "labelColor": INK,
            "titleColor": INK,
            "symbolStrokeColor": INK,
            "symbolFillColor": "transparent",
            "labelFontSize": 13,
            "titleFontSize": 13,
            "symbolSize": 130,
            "offset": 44,
        },
    }
    text = {"type": "text", "color": INK, "align": "left", "baseline": "middle", "aria": False}
    return {
        "width": width,
        "height": rows * LINE_HEIGHT,
        "layer": [
            {
                "data": {"values": lines},
                "mark": {"type": "rule", "color": INK, "opacity": 0.25, "aria": False},
                "encoding": {"y": y, "x": {"value": 0}, "x2": {"value": width}},
            },
            {
                "data": {"values": labels},
                "mark": {**text, "fontSize": 13, "fontWeight": 600, "dx": 2},
                "encoding": {"x": {"value": 0}, "y": y, "text": {"field": "name"}},
            },
            {
                "data": {"values": heads},
                "mark": {**text, "fontSize": 13, "fontWeight": 700},
                "encoding": {"x": x, "y": {"value": -16}, "text": {"field": "name"}},
            },
            {
                "data": {"values": values},
                "mark": {"type": "point", "color": INK, "filled": False, "strokeWidth": 1.6, "xOffset": 7},
                "encoding": {
                    "x": x,
                    "y": y,
                    "shape": shape,
                    "size": {"value": 110},
                    "href": {"field": "href"},
                    "description": {"field": "label"},
                },
            },
            {
                "data": {"values": values},
                "mark": {**text, "dx": 18, "fontSize": 12},
                "encoding": {"x": x, "y": y, "text": {"field": "words"}},
            },
        ],
    }


def _value(one: Mechanisms, names: dict[str, str], base: str, column: float, row: float) -> Spec:
    sure = certainty_words(one.certainty).lower()
    seen = "no study found" if one.model is Population.NONE else f"seen in {WHO[one.model]}"
    return {
        "column": column,
        "row": row,
        "who": WHO[one.model],
        "words": _words(one),
        "href": f"{base}/{one.topic}#{one.claims[0]}",
        "label": f"{names[one.ligand]} at {names[one.target]}: {one.action}, {seen}, {sure}",
    }


def _words(one: Mechanisms) -> str:
    return f"{one.action} ({certainty_words(one.certainty).lower().removesuffix(' certainty')})"
