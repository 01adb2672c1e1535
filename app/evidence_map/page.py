"""Both maps with their tables as HTML: the body of the page, and one self-contained file."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from app.evidence_map import receptors, topics
from app.render.words import certainty_words
from index.library import Library


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("app.evidence_map"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def map_body(library: Library, topics_base: str = "/topics") -> Markup:
    """Return both maps, each with its table, as HTML for a page that brings headings' context and colours."""
    cells = topics.topic_table(library)
    counts = {(cell.topic, cell.certainty, cell.population): cell for cell in cells}
    rendered = (
        _environment()
        .get_template("maps.html")
        .render(
            library=library,
            base=topics_base,
            topic_svg=Markup(topics.topic_map_svg(library, topics_base)),  # noqa: S704 - drawn here, labels escaped
            receptor_svg=Markup(receptors.receptor_map_svg(library, topics_base)),  # noqa: S704
            titles=(topics.TITLE, receptors.TITLE),
            descriptions=(topics.DESCRIPTION, receptors.DESCRIPTION),
            counts=counts,
            columns=topics.COLUMNS,
            populations=topics.WHO,
            certainty_words=certainty_words,
            mechanisms=receptors.receptor_table(library),
            empty=receptors.targets_without_claims(library),
            term_name=receptors.term_name,
        )
    )
    return Markup(rendered)  # noqa: S704 - the template escapes


def map_page(library: Library, topics_base: str = "/topics") -> str:
    """Return both maps as one self-contained page without scripts and without requests."""
    return _environment().get_template("page.html").render(body=map_body(library, topics_base), version=library.version)
