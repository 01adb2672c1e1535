"""Draw a Vega-Lite chart as accessible SVG with real text: title, description, links, the reader's own colours."""

from __future__ import annotations

import html
import re
from typing import Any

Spec = dict[str, Any]

INK = "currentColor"
_STYLE = (
    "<style>svg{color:#1b1f24;background:#fff;font-family:system-ui,sans-serif}a:hover,a:focus{outline:2px solid}"
    "@media (prefers-color-scheme:dark){svg{color:#eceff2;background:#14181c}}</style>"
)
_INVENTED_BASE = "https://vega.github.io/vega-datasets/"
"""What the library puts before a link without a host."""
_OPENING = re.compile(r"<svg [^>]*?viewBox=\"([^\"]*)\"[^>]*>")
_LABELLED_LINK = re.compile(r'<a xlink:href="([^"]*)"[^>]*><(path|text) aria-label="([^"]*)"')
_ROLES = re.compile(r' (?:role="graphics-\w+"|aria-roledescription="[^"]*")')
_AXIS_LABEL = re.compile(r'(<g class="mark-group role-(?:axis|legend|title)[^"]*") aria-label="[^"]*"')


def draw(spec: Spec, name: str, title: str, description: str, standalone: bool) -> str:
    """Return the SVG of `spec`. `name` makes its ids unique in a page; `standalone` adds the colours for a file.

    In a page it has no styles of its own: it takes the page's text colour, so dark and light follow the page.
    """
    import vl_convert  # noqa: PLC0415 - a JavaScript engine, loaded only to draw

    drawn: str = vl_convert.vegalite_to_svg({**_frame(), **spec})
    drawn = drawn.replace(_INVENTED_BASE, "")
    drawn = _ROLES.sub("", _AXIS_LABEL.sub(r"\1", drawn))
    drawn = _LABELLED_LINK.sub(r'<a href="\1" xlink:href="\1" aria-label="\3"><\2 aria-label="\3"', drawn)
    heading = (
        f'<title id="{name}-title">{html.escape(title)}</title><desc id="{name}-desc">{html.escape(description)}</desc>'
    )
    opening = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" class="evidence-map" '
        rf'role="group" aria-labelledby="{name}-title" aria-describedby="{name}-desc" viewBox="\1" '
    )

    def _open(match: re.Match[str]) -> str:
        width, height = match.group(1).split()[2:]
        return match.expand(opening) + f'width="{width}" height="{height}">{heading}{_STYLE if standalone else ""}'

    return _OPENING.sub(_open, drawn, count=1)


def _frame() -> Spec:
    axis = {
        "labelColor": INK,
        "titleColor": INK,
        "domainColor": INK,
        "tickColor": INK,
        "gridColor": INK,
        "gridOpacity": 0.18,
        "labelFontSize": 13,
        "titleFontSize": 14,
        "labelLimit": 320,
        "labelFont": "system-ui, sans-serif",
        "titleFont": "system-ui, sans-serif",
        "titleFontWeight": 600,
    }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "config": {"axis": axis, "view": {"stroke": None}, "text": {"font": "system-ui, sans-serif"}},
    }
