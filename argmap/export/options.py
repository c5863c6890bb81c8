"""What can be chosen about an exported figure."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from argmap.diagram.engine import Engine
    from argmap.diagram.figure import Direction, Form
    from argmap.diagram.marks import Marks
    from argmap.diagram.themes import Theme
    from argmap.source import Texts

TextMode: TypeAlias = Literal["live", "embedded", "outlined"]
"""How an svg holds its text: set in whatever fonts its reader has, in fonts of its own, or as shapes."""


@dataclass(frozen=True)
class ExportOptions:
    """What can be chosen about an exported figure; each format heeds what concerns it.

    `form` None is the format's own default. `size` is the text size and `wrap` the width of the
    text in a box (in the outline form, of the whole figure; in the numbered form, of the key), both in
    points. With a `venue` (a name of VENUES), a `width` or a `height`, in points, what is None is
    searched for so that the figure fits: form, direction, size and wrap. `labels` shows C1, P2 ... in
    every box, `short` the short wording of statements that have one, `legend` says below the drawing
    how each kind is drawn. `dpi` is dots per inch of a png, `columns` are terminal cells of a txt.
    `font` is the main font: "" or "arimo", "serif", the family of an installed font, or a font file;
    `fonts` are further ones, files or names, for characters that it lacks. `marks` say what is the
    matter with some of the boxes and lines. `author` stands in the properties of a pdf or eps; `text` is how
    an svg holds its text. `texts` are the sources' texts, which a page for the web shows; without them it only says
    where passages begin and end.
    """

    form: "Form | None" = None
    direction: "Direction | None" = None
    size: float | None = None
    wrap: float | None = None
    venue: str | None = None
    width: float | None = None
    height: float | None = None
    labels: bool = False
    short: bool = False
    legend: bool = False
    theme: "Theme" = "light"
    dpi: int = 300
    columns: int = 76
    font: str = ""
    fonts: tuple[Path | str, ...] = ()
    engine: "Engine" = "bundled"
    marks: "Marks | None" = None
    author: str = ""
    text: TextMode = "live"
    texts: "Texts | None" = None
