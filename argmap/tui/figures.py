"""Drawing and writing a figure from the app."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from argmap.model import ArgumentMap
from argmap.tui.drawing import Remarks
from argmap.workspace.figures import check_figure_target, numbered, save_figure
from argmap.workspace.files import WorkspaceError

if TYPE_CHECKING:
    from argmap.export import Exported

FORMATS = ("svg", "pdf", "png", "eps", "dot", "md", "tex", "typ", "html", "txt")
UNDRAWN = {"txt": "outline", "md": "standard", "tex": "standard", "typ": "standard", "html": "page"}
"""Formats that are no drawings, with the one form they have; they fit no page."""
Form: TypeAlias = Literal["tree", "outline", "numbered"]
FORMS: tuple[Form | None, ...] = (None, "tree", "outline", "numbered")
"""None is the first form that fits."""


class Asked(NamedTuple):
    """Which figure is asked for: its format, form, and the venue whose page it fits; None where it may be any size."""

    format: str
    form: Form | None = None
    venue: str | None = None


class ExportFailed(Exception):
    """There is no figure; the message says why and what to do."""


def venues() -> tuple[str | None, ...]:
    """The venues by name, after none."""
    from argmap.diagram.fitting.venues import VENUES

    return (None, *VENUES)


def venue_told(venue: str | None) -> str:
    """A venue and its page, in words."""
    from argmap.diagram.fitting.lengths import told
    from argmap.diagram.fitting.venues import VENUES

    if venue is None:
        return "any: as large as it comes"
    page = VENUES[venue]
    return f"{venue}: {told(page.width)} wide, at most {told(page.height)} high"


def drawn(map: ArgumentMap, asked: Asked, remarks: Remarks) -> "list[Exported]":
    """The figure that is asked for, with remarks, in parts where it doesn't fit its page; raises ExportFailed."""
    from argmap.diagram.error import DiagramError
    from argmap.export import ExportOptions, exported

    free = asked.format in UNDRAWN
    form = None if free else asked.form
    options = ExportOptions(form=form, venue=None if free else asked.venue, marks=remarks.marks(map))
    try:
        return exported(map, asked.format, options, split=options.venue is not None)
    except DiagramError as error:
        raise ExportFailed(f"{error}.") from None


def told(asked: Asked, made: "Sequence[Exported]") -> str:
    """What figures are, in words."""
    if len(made) > 1:
        return f"{len(made)} part-figures, the first: {made[0].told}"
    return made[0].told or about(asked.format)


def about(format: str) -> str:
    """What a format holds, in a few words."""
    from argmap.export import FORMATS

    return FORMATS[format].about


def targets(target: Path, count: int) -> list[Path]:
    """The files that so many figures go to."""
    return [target] if count == 1 else numbered(target, count)


def write(asked: Asked, made: "Sequence[Exported]", target: Path, source: Path) -> str:
    """Write figures of the map's file `source`; returns what to tell people. Raises ExportFailed."""
    paths = targets(target, len(made))
    try:
        for path in paths:
            check_figure_target(path, source)
        for path, one in zip(paths, made, strict=True):
            save_figure(path, one.data, source)
    except WorkspaceError as error:
        raise ExportFailed(f"{error}.") from None
    also = f" to {paths[-1].name}" if len(paths) > 1 else ""
    return f"wrote {paths[0]}{also}: {told(asked, made)}"
