"""Text in the markups that papers are written in: plain text, Markdown, LaTeX, Typst."""

from collections.abc import Iterable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Protocol, cast

from argmap.diagram.text import visible
from argmap.export.standard import StandardForm, standard_form, standard_text
from argmap.model import ArgumentMap

MARKUPS: Mapping[str, str | None] = MappingProxyType({"text": None, "markdown": "md", "latex": "tex", "typst": "typ"})
"""Every markup by name, with the format (and module) that writes it."""


class _Writer(Protocol):
    def escaped(self, text: str) -> str: ...

    def standard(self, form: StandardForm) -> str: ...


def paragraphs(texts: Iterable[str], markup: str) -> str:
    """Plain texts as paragraphs in a markup of MARKUPS, whatever stands in them read as text; ends in a line feed.

    As plain text each is a line, otherwise a blank line stands between them.
    """
    if (writer := _writer(markup)) is None:
        return "".join(f"{visible(text)}\n" for text in texts)
    return "\n\n".join(writer.escaped(text) for text in texts) + "\n"


def in_standard_form(map: ArgumentMap, root: str | None, markup: str) -> str:
    """A map's standard form, or that of the part at an id, in a markup of MARKUPS."""
    form = standard_form(map, root)
    return standard_text(form) if (writer := _writer(markup)) is None else writer.standard(form)


def _writer(markup: str) -> _Writer | None:
    module = MARKUPS[markup]
    return cast(_Writer, import_module(f"argmap.export.{module}")) if module is not None else None
