"""What the kinds of boxes and lines mean, in words: for whatever explains a figure, a caption or a legend."""

from typing import NamedTuple

from argmap.diagram.figure import Figure


class Kind(NamedTuple):
    """One kind: the `word` for it in a cell's or a line's kind, how it is drawn, and what that means.

    `small` is how it is drawn where a statement is a circle with its label; `meaning` is plural and goes after a colon.
    """

    word: str
    sign: str
    small: str
    meaning: str


KINDS = (
    Kind("reason", "Arrows", "Arrows", "premises support conclusions"),
    Kind("main conclusion", "bold", "double circle", "the main conclusion"),
    Kind("conclusion", "thick boxes", "thick circles", "intermediate conclusions"),
    Kind("conditional", "IF and THEN", "hexagons", "conditionals"),
    Kind("objection", "dashed with a bar", "octagons, dashed with a bar", "objections"),
    Kind("undercut", "a bar on a line", "a bar on a line", "objections to that inference"),
    Kind("implicit", "dotted boxes", "dotted outlines", "implicit statements"),
    Kind("interpretation", "dash-dotted boxes", "dash-dotted outlines", "interpretations, which no passage says"),
    Kind("quotation", "in quotation marks", "in quotation marks", "the text’s own words"),
    Kind("reference", "grey and dotted", "grey and dotted", "stands elsewhere in the figure, under the same label"),
    Kind("section", "areas with a title", "areas with a title", "sections"),
)
"""Every kind that needs explaining, in the order to explain them in; words such as “(answered)” explain themselves."""

_OF_SEVERAL_WORDS = ("main conclusion",)


def kinds_in(figure: Figure) -> tuple[Kind, ...]:
    """The kinds that occur in a figure, each once, in the order of KINDS."""
    kinds = {cell.kind for cell in figure.cells} | {line.kind for line in figure.lines}
    words = {word for kind in kinds for word in _words(kind)}
    return tuple(kind for kind in KINDS if kind.word in words)


def _words(kind: str) -> set[str]:
    """A cell's kind taken apart: what it shows, and what is particular about it."""
    for several in _OF_SEVERAL_WORDS:
        if kind.startswith(several):
            return {several, *kind.removeprefix(several).split()}
    return set(kind.split())
