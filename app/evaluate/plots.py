"""Plots as SVG that stands in a page by itself: lines, bars and steps, with axes, labels and a text alternative."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from itertools import cycle

WIDTH, HEIGHT = 560, 300
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 28, 44
LINE = 14
"""Height of a line of text."""
_INK, _GRID, _BLUE, _ORANGE = "#1b1b1b", "#d8d8d8", "#0b5cad", "#b34700"

Point = tuple[float, float]


def line_plot(
    title: str,
    points: Sequence[Point],
    labels: tuple[str, str],
    maxima: Point,
    mark: Point | None = None,
) -> str:
    """Return a line through `points` over axes from 0 to `maxima`, with `mark` as a dot."""
    path = " ".join(
        f"{'M' if not at else 'L'}{_x(x, maxima):.1f},{_y(y, maxima):.1f}" for at, (x, y) in enumerate(points)
    )
    body = f'<path d="{path}" fill="none" stroke="{_BLUE}" stroke-width="2"/>'
    if mark:
        x, y = _x(mark[0], maxima), _y(mark[1], maxima)
        body += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{_ORANGE}"/>'
        body += _text(min(x + 8, WIDTH - 150), y - 8, f"threshold ({mark[0]:.2f}, {mark[1]:.2f})", _ORANGE)
    return _frame(title, body, labels, maxima)


def growth_plot(title: str, lines: Mapping[str, Sequence[Point]], labels: tuple[str, str]) -> str:
    """Return named lines over axes where each step is ten times the one before."""
    points = [point for line in lines.values() for point in line]
    lows = [math.floor(math.log10(min(column))) for column in zip(*points, strict=True)]
    tops = [math.ceil(math.log10(max(column))) for column in zip(*points, strict=True)]
    highs = [max(top, low + 1) for low, top in zip(lows, tops, strict=True)]
    wide, high = WIDTH - LEFT - RIGHT - 110, HEIGHT - TOP - BOTTOM

    def x(exponent: float) -> float:
        return LEFT + wide * (exponent - lows[0]) / (highs[0] - lows[0])

    def y(exponent: float) -> float:
        return TOP + high * (highs[1] - exponent) / (highs[1] - lows[1])

    body = ""
    ends: list[tuple[float, float, str]] = []
    for step in range(lows[0], highs[0] + 1):
        body += f'<path d="M{x(step):.1f},{TOP}v{high}" stroke="{_GRID}"/>'
        body += _text(x(step), HEIGHT - BOTTOM + 16, f"{10**step:,}", anchor="middle")
    for step in range(lows[1], highs[1] + 1):
        body += f'<path d="M{LEFT},{y(step):.1f}h{wide}" stroke="{_GRID}"/>'
        body += _text(LEFT - 6, y(step) + 4, f"{10.0**step:g}", anchor="end")
    for (name, line), stroke in zip(lines.items(), cycle(("", "6 3", "2 3"))):
        places = [(x(math.log10(a)), y(math.log10(b))) for a, b in line]
        path = "M" + " L".join(f"{across:.1f},{down:.1f}" for across, down in places)
        body += (
            f'<path d="{path}" fill="none" stroke="{_BLUE}" stroke-width="2" stroke-dasharray="{stroke or "none"}"/>'
        )
        ends.append((places[-1][1], places[-1][0], name))
    below = 0.0
    for down, across, name in sorted(ends):
        below = max(down, below + LINE)  # lines may end at one place, names must not
        body += _text(across + 6, below + 4, name, _BLUE)
    body += _text(LEFT + wide / 2, HEIGHT - 8, labels[0], anchor="middle")
    return _svg(f"{title}, {labels[1]}", f"{labels[1]} against {labels[0]}", body, HEIGHT)


def bar_plot(title: str, bars: Sequence[tuple[str, float]], label: str) -> str:
    """Return horizontal bars of shares from 0 to 1, each with its name and its percentage."""
    row, left = 22, 150
    height = TOP + row * len(bars) + 16
    body = ""
    for at, (name, value) in enumerate(bars):
        y = TOP + at * row
        wide = (WIDTH - left - 60) * max(0.0, min(1.0, value))
        body += _text(left - 8, y + 14, name, anchor="end")
        body += f'<rect x="{left}" y="{y + 3}" width="{wide:.1f}" height="{row - 8}" fill="{_BLUE}"/>'
        body += _text(left + wide + 6, y + 14, f"{100 * value:.0f}%")
    return _svg(title, f"{label}: " + ", ".join(f"{name} {100 * value:.0f}%" for name, value in bars), body, height)


def histogram(title: str, values: Sequence[float], label: str, bins: int = 30) -> str:
    """Return how often `values` fall into equal bins from 0 to their largest."""
    top = max(values, default=1.0) or 1.0
    counts = [0] * bins
    for value in values:
        counts[min(bins - 1, int(value / top * bins))] += 1
    maxima = (top, float(max(counts)))
    wide = (WIDTH - LEFT - RIGHT) / bins
    body = "".join(
        f'<rect x="{LEFT + at * wide:.1f}" y="{_y(count, maxima):.1f}" width="{wide - 1:.1f}" '
        f'height="{HEIGHT - BOTTOM - _y(count, maxima):.1f}" fill="{_BLUE}"/>'
        for at, count in enumerate(counts)
    )
    return _frame(title, body, (label, "questions"), maxima)


def _frame(title: str, body: str, labels: tuple[str, str], maxima: Point) -> str:
    grid = ""
    for step in range(5):
        x, y = LEFT + (WIDTH - LEFT - RIGHT) * step / 4, TOP + (HEIGHT - TOP - BOTTOM) * (4 - step) / 4
        grid += f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}" stroke="{_GRID}"/>'
        grid += _text(LEFT - 6, y + 4, f"{maxima[1] * step / 4:.3g}", anchor="end")
        grid += _text(x, HEIGHT - BOTTOM + 16, f"{maxima[0] * step / 4:.3g}", anchor="middle")
    grid += _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, labels[0], anchor="middle")
    middle = (TOP + HEIGHT - BOTTOM) / 2
    grid += (
        f'<text x="14" y="{middle}" font-size="12" fill="{_INK}" text-anchor="middle" '
        f'transform="rotate(-90 14 {middle})">{escape(labels[1])}</text>'
    )
    return _svg(title, f"{labels[1]} against {labels[0]}", grid + body, HEIGHT)


def _svg(title: str, description: str, body: str, height: int) -> str:
    return (
        f'<svg role="img" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'xmlns="http://www.w3.org/2000/svg" font-family="sans-serif"><title>{escape(title)}</title>'
        f"<desc>{escape(description)}</desc>{_text(LEFT, 16, title)}{body}</svg>"
    )


def _text(x: float, y: float, text: str, fill: str = _INK, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="12" fill="{fill}" text-anchor="{anchor}">{escape(text)}</text>'


def _x(value: float, maxima: Point) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * min(1.0, value / (maxima[0] or 1.0))


def _y(value: float, maxima: Point) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * min(1.0, value / (maxima[1] or 1.0))
