"""HTML that is escaped by construction."""

from __future__ import annotations

from html import escape


class Html(str):
    """Text that is HTML already; any other text is escaped when it is put into an element."""

    __slots__ = ()


_VOID = frozenset({"input", "link", "meta", "br"})


def element(tag: str, *kids: str | None, **attributes: str | bool | None) -> Html:
    """Return one element. Attributes lose a trailing underscore (`class_`) and write others as hyphens."""
    written = ""
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        plain = name.rstrip("_").replace("_", "-")
        written += f" {plain}" if value is True else f' {plain}="{escape(value)}"'
    if tag in _VOID:
        return Html(f"<{tag}{written}>")
    return Html(f"<{tag}{written}>{joined(*kids)}</{tag}>")


def joined(*kids: str | None) -> Html:
    """Return `kids` one after the other, escaped where they are not HTML."""
    return Html("".join(kid if isinstance(kid, Html) else escape(kid) for kid in kids if kid is not None))
