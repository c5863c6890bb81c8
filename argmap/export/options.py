"""What can be chosen about an exported figure."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.diagram import Direction, Engine, Form
    from argmap.diagram.marks import Marks


@dataclass(frozen=True)
class ExportOptions:
    """What can be chosen about an exported figure; each format heeds what concerns it.

    `form` None is the format's own default. `size` is the text size and `wrap` the width of the
    text in a box (in the outline form, of the whole figure), both in points; `dpi` is dots per inch
    of a png; `width` is in terminal cells. `labels` shows C1, P2 ... in every box. `font` is the main
    font: "" or "arimo", "serif", the family of an installed font, or a font file; `fonts` are further
    ones, files or names, for characters that it lacks. `marks` say what is the
    matter with some of the boxes and lines.
    """

    form: "Form | None" = None
    direction: "Direction" = "down"
    size: float = 9.0
    wrap: float | None = None
    labels: bool = False
    dpi: int = 300
    width: int = 76
    font: str = ""
    fonts: tuple[Path | str, ...] = ()
    engine: "Engine" = "bundled"
    marks: "Marks | None" = None
