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

FIRST = "svg"
"""The format that is offered first."""
FIGURES = ("svg", "pdf", "png", "eps", "dot")
TEXTS = {"md": "standard", "tex": "standard", "typ": "standard", "txt": "outline"}
"""Formats that are the map as a text, with the one form they have."""
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


def formats() -> dict[str, tuple[str, ...]]:
    """Every format by name, in groups: figures, what other programs and sites take, texts."""
    from argmap.export import FORMATS

    texts = tuple(name for name in ("report", *TEXTS) if name in FORMATS)
    others = tuple(name for name in FORMATS if name not in (*FIGURES, *texts))
    return {"figure": FIGURES, "exchange": others, "text": texts}


def is_drawn(format: str) -> bool:
    """Whether a format is a figure, which has a form and may fit a page."""
    from argmap.export import FORMATS

    return FORMATS[format].drawn


def suffix(format: str) -> str:
    """What the names of a format's files end with, the dot included."""
    from argmap.export import FORMATS

    return FORMATS[format].suffix


def format_named(file: str) -> str | None:
    """The format that a file's name says."""
    from argmap.export import format_of

    format = format_of(file)
    return format.name if format is not None else None


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

    free = not is_drawn(asked.format)
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
    count = sum(len(one.problems) for one in made)
    unsaid = f"{count:,} things in the map have" if count != 1 else "1 thing in the map has"
    parts = (
        "" if is_drawn(asked.format) else about(asked.format),
        made[0].told,
        f"{unsaid} no place in it (`argmap export --report` tells)" if count else "",
    )
    return "; ".join(part for part in parts if part)


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
