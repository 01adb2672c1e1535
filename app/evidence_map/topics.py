"""Topics by certainty: how many claims, and whether they come from people, animals or cells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.evidence_map.draw import INK, Spec, draw
from app.render.words import certainty_words
from index.library import Library
from index.model import Certainty, Population
from index.units import is_held

TITLE = "What the claims rest on: topics by certainty"
DESCRIPTION = (
    "One row per topic, one column per certainty. A circle counts claims from people, a square from animals, a "
    "triangle "
    "from cells, a diamond claims without a study (no study found, law, definition, guidance). The number beside "
    "each mark "
    "says how many. A table with the same numbers follows the map."
)
COLUMNS = (Certainty.HIGH, Certainty.MODERATE, Certainty.LOW, Certainty.VERY_LOW, Certainty.NOT_GRADED)
SHAPES = {
    Population.HUMANS: "circle",
    Population.ANIMALS: "square",
    Population.CELLS: "triangle-up",
    Population.NONE: "diamond",
}
WHO = {
    Population.HUMANS: "people",
    Population.ANIMALS: "animals",
    Population.CELLS: "cells",
    Population.NONE: "no study",
}
OURSELVES = "assistant"
"""The topic of claims about this assistant, which say nothing of what is known."""
ROW_HEIGHT, COLUMN_WIDTH = 46, 160
LABEL_RISE = 13
"""The name of a topic stands over its marks, not beside them: the map fits a page, and a phone shows both at once."""


@dataclass(frozen=True)
class TopicCell:
    """How many claims of one topic have one certainty and come from one population, and the first of them."""

    topic: str
    title: str
    certainty: Certainty
    population: Population
    count: int
    first_claim: str


def topic_table(library: Library) -> list[TopicCell]:
    """Return the cells that are not empty, in the order of topics, certainty and population."""
    groups: dict[tuple[str, Certainty, Population], list[str]] = {}
    for claim in library.claims.values():
        topic = library.topic_of[claim.id]
        if is_held(library, claim) and topic in library.topics and topic != OURSELVES:
            groups.setdefault((topic, claim.certainty, claim.population), []).append(claim.id)
    return [
        TopicCell(topic, heading.title, certainty, population, len(groups[key]), groups[key][0])
        for topic, heading in library.topics.items()
        for certainty in COLUMNS
        for population in SHAPES
        if (key := (topic, certainty, population)) in groups
    ]


def topic_map_svg(library: Library, topics_base: str = "/topics", standalone: bool = False) -> str:
    """Return the map of topics as SVG; each mark links to the first of its claims under `topics_base`."""
    return _drawn(tuple(topic_table(library)), topics_base, standalone)


@lru_cache(maxsize=4)
def _drawn(cells: tuple[TopicCell, ...], base: str, standalone: bool) -> str:
    return draw(_spec(cells, base), "topic-map", TITLE, DESCRIPTION, standalone)


def _spec(cells: tuple[TopicCell, ...], base: str) -> Spec:
    values = [_value(cell, base) for cell in cells]
    columns = [certainty_words(certainty) for certainty in COLUMNS]
    x = {
        "field": "certainty",
        "type": "nominal",
        "sort": columns,
        "scale": {"domain": columns, "paddingInner": 0.05, "paddingOuter": 0},
        "axis": {
            "orient": "top",
            "title": None,
            "labelAngle": 0,
            "grid": False,
            "domain": False,
            "ticks": False,
            "labelFontWeight": 600,
        },
    }
    topics = list(dict.fromkeys(cell.title for cell in cells))
    y = {"field": "topic", "type": "nominal", "sort": topics, "scale": {"domain": topics}, "axis": None}
    offset = {"field": "who", "type": "nominal", "scale": {"domain": list(WHO.values())}}
    shape = {
        "field": "who",
        "type": "nominal",
        "scale": {"domain": list(WHO.values()), "range": list(SHAPES.values())},
        "legend": {
            "title": "Claims from",
            "orient": "top",
            "labelColor": INK,
            "titleColor": INK,
            "symbolStrokeColor": INK,
            "symbolFillColor": "transparent",
            "labelFontSize": 13,
            "titleFontSize": 13,
            "symbolSize": 130,
        },
    }
    shared = {"x": x, "y": y, "xOffset": offset, "href": {"field": "href"}, "description": {"field": "label"}}
    mark = {"type": "point", "color": INK, "filled": False, "strokeWidth": 1.6, "yOffset": LABEL_RISE - 4}
    words = {"type": "text", "align": "left", "color": INK, "fontSize": 13, "aria": False}
    rows = {"values": [{"topic": topic} for topic in topics]}
    whole = COLUMN_WIDTH * len(COLUMNS)
    return {
        "width": {"step": COLUMN_WIDTH, "for": "position"},
        "height": {"step": ROW_HEIGHT},
        "data": {"values": values},
        "layer": [
            {
                "data": rows,
                "mark": {"type": "rule", "color": INK, "opacity": 0.25, "yOffset": -ROW_HEIGHT / 2, "aria": False},
                "encoding": {"x": {"value": 0}, "x2": {"value": whole}, "y": y},
            },
            *(_divider(COLUMN_WIDTH * at, rows, y) for at in range(1, len(COLUMNS))),
            {
                "data": rows,
                "mark": {**words, "fontWeight": 600, "dx": 4, "dy": -LABEL_RISE},
                "encoding": {"x": {"value": 0}, "y": y, "text": {"field": "topic"}},
            },
            {"mark": mark, "encoding": {**shared, "shape": shape, "size": {"value": 130}}},
            {
                "mark": {
                    "type": "text",
                    "color": INK,
                    "align": "left",
                    "dx": 9,
                    "dy": LABEL_RISE - 4,
                    "fontSize": 13,
                    "aria": False,
                },
                "encoding": {"x": x, "y": y, "xOffset": offset, "text": {"field": "count"}},
            },
        ],
    }


def _divider(left: float, rows: Spec, y: Spec) -> Spec:
    """Return the strokes between two columns, beside the marks, so that one at the edge is not taken for the next's."""
    stroke = {"type": "tick", "orient": "vertical", "size": 20, "thickness": 1, "yOffset": LABEL_RISE - 4}
    return {
        "data": rows,
        "mark": {**stroke, "color": INK, "opacity": 0.3, "aria": False},
        "encoding": {"x": {"value": left}, "y": y},
    }


def _value(cell: TopicCell, base: str) -> dict[str, str | int]:
    claims = "claim" if cell.count == 1 else "claims"
    source = "without a study" if cell.population is Population.NONE else f"from {WHO[cell.population]}"
    return {
        "topic": cell.title,
        "certainty": certainty_words(cell.certainty),
        "who": WHO[cell.population],
        "count": cell.count,
        "href": f"{base}/{cell.topic}#{cell.first_claim}",
        "label": f"{cell.title}, {certainty_words(cell.certainty).lower()}: {cell.count} {claims} {source}",
    }
