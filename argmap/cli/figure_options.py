"""What can be chosen of a figure by its size and look, alike for every command that draws or tells of one."""

from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from argmap.cli.console import Failure
from argmap.diagram.fitting.venues import VENUES


class Form(StrEnum):
    """The figure's layout."""

    tree = "tree"
    outline = "outline"
    numbered = "numbered"


class Direction(StrEnum):
    """Where a tree grows to from its main conclusion."""

    down = "down"
    right = "right"


class Theme(StrEnum):
    """The figure's colours."""

    light = "light"
    grey = "grey"
    print = "print"


FormOption: TypeAlias = Annotated[
    Form | None, typer.Option(help="tree, outline for narrow columns, or numbered (circles and a key).")
]
DirectionOption: TypeAlias = Annotated[Direction | None, typer.Option(help="Trees grow down or to the right.")]
VenueOption: TypeAlias = Annotated[
    str | None, typer.Option(help=f"Fit what a journal asks for: {', '.join(VENUES)}.", metavar="NAME")
]
WidthOption: TypeAlias = Annotated[
    str | None, typer.Option(help="Exactly so wide, such as 89mm, 3.5in or 252pt.", metavar="LENGTH")
]
HeightOption: TypeAlias = Annotated[str | None, typer.Option(help="At most so high.", metavar="LENGTH")]
SplitOption: TypeAlias = Annotated[
    bool, typer.Option("--split", help="Where it doesn't fit: several numbered figures, NAME-1, NAME-2, …")
]
SizeOption: TypeAlias = Annotated[
    float | None, typer.Option(help="Text size in points; 9, or the largest that fits.", min=5.0, max=72.0)
]
WrapOption: TypeAlias = Annotated[
    float | None,
    typer.Option(
        help="Widest line of text in a box, in points; of the whole figure in the outline form, and of the key in "
        "the numbered one.",
        min=30.0,
    ),
]
LabelsOption: TypeAlias = Annotated[bool, typer.Option("--labels", help="Show the labels (C1, P1, …) in the boxes.")]
LegendOption: TypeAlias = Annotated[bool, typer.Option("--legend", help="Say below the figure how each kind is drawn.")]
ShortOption: TypeAlias = Annotated[
    bool, typer.Option("--short", help="Take the short wording of statements that have one.")
]
ThemeOption: TypeAlias = Annotated[
    Theme, typer.Option(help="light (in colour), grey, or print (black on white, for photocopies).")
]
FontOption: TypeAlias = Annotated[
    str, typer.Option(help="The figure's font: arimo, serif, the name of an installed font, or a font file.")
]
FallbackOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(metavar="FONT", help="A font, by name or file, for characters that the figure's font lacks."),
]
WeightOption: TypeAlias = Annotated[
    str | None, typer.Option("--weight", metavar="ID", help="Mark what carries this conclusion (id or label).")
]


def points(length: str | None) -> float | None:
    """A length as a person wrote it, in points; raises Failure where it is none."""
    from argmap.diagram.error import DiagramError
    from argmap.diagram.fitting import lengths

    try:
        return lengths.points(length) if length is not None else None
    except DiagramError as error:
        raise Failure(str(error)) from None
