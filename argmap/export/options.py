"""What can be chosen about an exported figure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.diagram import Direction, Engine, Form
    from argmap.diagram.boxes import Mark


@dataclass(frozen=True)
class ExportOptions:
    """What can be chosen about an exported figure; each format heeds what concerns it.

    `form` None is the format's own default. `size` is the text size and `wrap` the width of the
    text in a box (in the outline form, of the whole figure), both in points; `dpi` is dots per inch
    of a png; `width` is in terminal cells. `labels` shows C1, P2 ... in every box. `fonts` are font
    files for characters that the figures' font lacks. `marks` say of entries, by id, what became of them.
    """

    form: "Form | None" = None
    direction: "Direction" = "down"
    size: float = 9.0
    wrap: float | None = None
    labels: bool = False
    dpi: int = 300
    width: int = 76
    fonts: tuple[Path, ...] = ()
    engine: "Engine" = "bundled"
    marks: "Mapping[str, Mark]" = field(default_factory=dict)
