"""Fonts of figures: which are used, how wide they set text, which way it runs, and what their glyphs look like."""

from argmap.diagram.fonts.direction import runs_leftwards
from argmap.diagram.fonts.face import BOLD, REGULAR, Face, FontFile, Glyph
from argmap.diagram.fonts.font_set import Fonts, Run, bundled_font, chosen, require

__all__ = [
    "BOLD",
    "REGULAR",
    "Face",
    "FontFile",
    "Fonts",
    "Glyph",
    "Run",
    "bundled_font",
    "chosen",
    "require",
    "runs_leftwards",
]
