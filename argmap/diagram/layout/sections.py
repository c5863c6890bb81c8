"""Sections: what stands in a reason that opens one, and everything below it, lies on a ground of its own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    `outer` is the innermost area it lies in, `depth` how many there are; a `continued` one goes on with what is cut
    off above; `turn` says which colour is its, where it can that of its section elsewhere.
    """

    section: Section
    tops: tuple[Stand, ...]
    outer: "Area | None"
    depth: int
    continued: bool = False
    turn: int = 0

    @property
    def title(self) -> str:
        return f"{self.section.number} {self.section.title}" + (" (continued)" if self.continued else "")

    @property
    def fill(self) -> str:
        return styles.GROUNDS[self.turn % len(styles.GROUNDS)]

    def around(self) -> Iterator["Area"]:
        """The areas it lies in, inner ones first."""
        area = self.outer
        while area is not None:
            yield area
            area = area.outer


def areas(forest: Forest) -> tuple[list[Area], dict[Stand, Area]]:
    """The areas of a figure in reading order, and the innermost area of each box that has one.

    A conclusion lies in the area of its reasons where all of them are of one section, main conclusions excepted; what
    objects to it then lies there too.
    """
    found: list[Area] = []
    inside: dict[Stand, Area] = {}
    place: dict[Stand, int] = {}

    def opened(section: Section | None, tops: tuple[Stand, ...], outer: Area | None, cut: bool = False) -> Area | None:
        if section is None or (outer is not None and any(a.section == section for a in (outer, *outer.around()))):
            return outer
        found.append(Area(section, tops, outer, 0 if outer is None else outer.depth + 1, cut))
        return found[-1]

    for root in forest:
        stack = [(root, opened(_cut_from(root), (root,), None, cut=True))]
        while stack:
            stand, outer = stack.pop()
            place[stand] = len(place)
            sections = {bond.section for bond in stand.bonds if not bond.objection}
            if len(sections) == 1 and stand.within is not None:
                outer = opened(sections.pop(), (stand,), outer)
            if outer is not None:
                inside[stand] = outer
            children: list[tuple[Stand, Area | None]] = []
            for section, run in groupby(stand.bonds, lambda bond: bond.section):
                members = tuple(member for bond in run for each in bond.family() for member in each.members)
                area = opened(section, members, outer)
                children += ((member, area) for member in members)
            stack.extend(reversed(children))
    found.sort(key=lambda area: (place[area.tops[0]], area.depth))
    before: dict[Area | None, Area] = {}
    for area in found:
        taken = {other.fill for other in (area.outer, before.get(area.outer)) if other is not None}
        area.turn = area.section.number - 1
        while area.fill in taken:
            area.turn += 1
        before[area.outer] = area
    return found, inside


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
