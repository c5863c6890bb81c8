"""Text of an svg as shapes: every glyph drawn once, then used wherever it stands."""

import re
from collections.abc import Iterator

from argmap.diagram.fonts import Fonts
from argmap.diagram.painting import Text, decimal
from argmap.export.glyphs import Placed, placed


class Glyphs:
    """The glyphs of one drawing, each named for what it is, so that drawings on one page can share them."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._drawn: dict[str, str] = {}

    def used(self, text: Text) -> Iterator[str]:
        """The elements that a line of text is drawn with."""
        for glyph in placed(text, self._fonts):
            yield f'<use xlink:href="#{self._name(glyph)}" x="{decimal(glyph.x, 3)}" y="{decimal(glyph.y, 3)}"/>'

    def definitions(self) -> list[str]:
        """The shapes of all glyphs used so far."""
        shapes = (f'<path id="{name}" d="{shape}"/>' for name, shape in self._drawn.items())
        return ["<defs>", *shapes, "</defs>"] if self._drawn else []

    def _name(self, glyph: Placed) -> str:
        family = re.sub(r"\W+", "-", glyph.face.family, flags=re.ASCII)
        place = self._fonts.faces.index(glyph.face) or ""
        name = f"{family}{place}-{glyph.weight}-{decimal(glyph.size, 3)}-{glyph.number}"
        if name not in self._drawn:
            self._drawn[name] = _shape(glyph)
        return name


def _shape(glyph: Placed) -> str:
    return "".join(
        command + " ".join(decimal(value * glyph.size * (-1 if at % 2 else 1), 3) for at, value in enumerate(numbers))
        for command, numbers in glyph.face.outline(glyph.number, glyph.weight)
    )
