"""Fonts of figures: which are used, how wide they set text, and what their glyphs look like."""

from argmap.diagram.fonts.face import BOLD, REGULAR, Face, Glyph
from argmap.diagram.fonts.font_set import Fonts, Run, bundled_font, require, runs_leftwards

__all__ = ["BOLD", "REGULAR", "Face", "Fonts", "Glyph", "Run", "bundled_font", "require", "runs_leftwards"]
