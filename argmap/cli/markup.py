"""The markups that words for a paper can be printed in."""

from enum import StrEnum


class Markup(StrEnum):
    """What printed words are written in."""

    text = "text"
    markdown = "markdown"
    latex = "latex"
    typst = "typst"
