"""Sections: what stands in a reason that opens one, and everything below it, lies on a ground of its own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from argmap.diagram import styles
from argmap.diagram.figure import Cell, Words
from argmap.diagram.structure import Bond, Forest, Section, Stand, below, stands

PAD = 6.0
"""Between an area's edge and what lies in it, in points."""


@dataclass(eq=False, slots=True)
class Area:
    """A section's ground: its topmost boxes, neighbours, with all that stands below them.

    `outer` is the area it lies in; `turn` counts the colours; a `continued` one goes on with what is cut off above.
    """

    section: Section
    tops: tuple[Stand, ...]
    outer: "Area | None"
    turn: int
    continued: bool = False

    @property
    def title(self) -> str:
        return f"{self.section.number} {self.section.title}" + (" (continued)" if self.continued else "")

    @property
    def fill(self) -> str:
        return styles.GROUNDS[self.turn % len(styles.GROUNDS)]

    @property
    def depth(self) -> int:
        """How many areas it lies in."""
        return 0 if self.outer is None else self.outer.depth + 1

    def names(self, section: Section) -> bool:
        """Whether it is of this section, or lies in an area that is."""
        return self.section == section or (self.outer is not None and self.outer.names(section))


def areas(forest: Forest) -> tuple[list[Area], dict[Stand, Area]]:
    """The areas of a figure, outer ones before those in them, and the innermost area of each box that has one.

    A conclusion lies in the area of its reasons where all of them are of one section, main conclusions excepted; what
    objects to it then lies there too.
    """
    found = _Found()
    for root in forest:
        section = _cut_from(root)
        outer = None if section is None else found.add(section, (root,), None, continued=True)
        stack = [(root, outer)]
        while stack:
            stand, outer = stack.pop()
            sections = {bond.section for bond in stand.bonds if not bond.objection}
            only = sections.pop() if len(sections) == 1 else None
            if only is not None and stand.within is not None:
                outer = found.add(only, (stand,), outer)
            if outer is not None:
                found.inside[stand] = outer
            for opened, run in groupby(stand.bonds, lambda bond: bond.section):
                members = tuple(member for bond in run for each in bond.family() for member in each.members)
                area = outer if opened is None else found.add(opened, members, outer)
                stack.extend((member, area) for member in members)
    return found.areas, found.inside


class _Found:
    def __init__(self) -> None:
        self.areas: list[Area] = []
        self.inside: dict[Stand, Area] = {}
        self._inner: dict[Area | None, int] = {}

    def add(self, section: Section, tops: tuple[Stand, ...], outer: Area | None, continued: bool = False) -> Area:
        """A new area, or the outer one where that is of the section already."""
        if outer is not None and outer.names(section):
            return outer
        number = self._inner[outer] = self._inner.get(outer, -1) + 1
        turn = number if outer is None else outer.turn + 1 + number % 2
        self.areas.append(Area(section, tops, outer, turn, continued))
        return self.areas[-1]


def _cut_from(root: Stand) -> Section | None:
    """The section of what a tree was cut from that goes on elsewhere."""
    at: Stand | Bond | None = root.within
    while at is not None:
        if isinstance(at, Bond):
            if at.section is not None:
                return at.section
            at = at.target
        else:
            at = at.within
    return None


def first_and_last(areas: Iterable[Area]) -> tuple[dict[Stand, list[Area]], dict[Stand, list[Area]]]:
    """The areas that begin with each box, outer ones first, and those that end with each box, inner ones first."""
    begin: dict[Stand, list[Area]] = {}
    end: dict[Stand, list[Area]] = {}
    for area in areas:
        begin.setdefault(area.tops[0], []).append(area)
        stand = area.tops[-1]
        while rest := list(below(stand)):
            stand = rest[-1]
        end.setdefault(stand, []).insert(0, area)
    return begin, end


def painted(
    areas: Sequence[Area], frames: Mapping[Area, tuple[float, float, float, float]], titles: Mapping[Area, Cell]
) -> list[Cell]:
    """The cells of the areas, to be painted before all else; `frames` are left, top, right and bottom."""
    taken: dict[int, int] = {}
    cells: list[Cell] = []
    for area in areas:
        number = area.section.number
        taken[number] = count = taken.get(number, 0) + 1
        name = f"section {number}" + (f" ({count})" if count > 1 else "")
        left, top, right, bottom = frames[area]
        title = titles[area]
        ground = Words((), title.words.size)
        cells.append(Cell(name, "section", left, top, right - left, bottom - top, ground, fill=area.fill))
        cells.append(title._replace(name=f"{name} title"))
    return cells


def titles(forest: Forest) -> list[tuple[str, str]]:
    """The sections' names with their titles, for who must know which characters are drawn."""
    found = {bond.section for root in forest for stand in stands(root) for bond in stand.bonds if bond.section}
    return [(f"section {section.number}", section.title) for section in sorted(found)]
