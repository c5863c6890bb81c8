"""The outline form: boxes below each other, indented under what they bear on.

Places are in whatever unit the boxes are measured in: points for a drawing, cells for text. Each
inference has a rail of its own on the left, the first one innermost, so that rails never cross.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from argmap.diagram.structure import Bond, Forest, Shows, Stand, below, stands


@dataclass(frozen=True)
class Spacing:
    """Distances in the outline form.

    `inset` from a box's left edge to its outermost rail, `step` between rails, `reach` from the
    innermost rail to the boxes; `first` above a box's first child, `gap` between siblings, `apart`
    between roots; `attach` between the places where objections meet one rail.
    """

    inset: float
    step: float
    reach: float
    first: float
    gap: float
    apart: float
    attach: float

    def indent(self, rails: int) -> float:
        return self.inset + (rails - 1) * self.step + self.reach


@dataclass(frozen=True, slots=True)
class Place:
    """Where a box stands, and where lines meet its left edge."""

    x: float
    y: float
    width: float
    height: float
    foot: float


@dataclass(slots=True)
class Rail:
    """An inference's line: from `top` down at `x`, then right to each of its members' feet.

    An undercut's rail begins at `top` with a stretch to the right, up to the rail `onto` which it
    bears.
    """

    bond: Bond
    x: float
    top: float
    onto: float | None = None
    feet: list[tuple[float, float]] = field(default_factory=list)


def rail_count(stand: Stand) -> int:
    """How many rails stand below a box."""
    return sum(len(bond.family()) for bond in stand.bonds)


def folded(trees: Forest, spacing: Spacing, width: float, least: float) -> Forest:
    """The trees cut so that every box has at least `least` of the `width`.

    What would stand too far in is taken out and stands as a tree of its own below, with a reference
    box in its place; a box with too many rails is continued there too. `trees` is changed.
    """
    most = max(1, int((width - least - spacing.reach - spacing.inset) / spacing.step) + 1)
    result: Forest = []
    waiting = list(reversed(trees))
    while waiting:
        root = waiting.pop()
        result.append(root)
        cut: Forest = []
        stack = [(root, 0.0)]
        while stack:
            stand, x = stack.pop()
            if not stand.bonds:
                continue
            cut += _continued(stand, most)
            inner = x + spacing.indent(rail_count(stand))
            if inner > width - least and x > 0:
                cut.append(_replaced(stand))
            else:
                stack.extend((child, inner) for child in reversed(list(below(stand))))
        waiting.extend(reversed(cut))
    return result


def _replaced(stand: Stand) -> Stand:
    """Put a reference in the place of a box, and give the box back as a tree of its own."""
    bond = stand.within
    assert bond is not None
    bond.members[bond.members.index(stand)] = Stand(Shows.REFERENCE, stand.id, bond)
    return stand


def _continued(stand: Stand, most: int) -> Forest:
    """Take from a box the inferences that it has no rails for, and give back where they stand."""
    found: Forest = []
    used = 0
    for index, bond in enumerate(stand.bonds):
        for each in bond.family():
            if each.against and len(bond.family()) > most:
                found.append(Stand(Shows.TARGET, each.id, bonds=each.against))
                for undercut in each.against:
                    undercut.target = found[-1]
                each.against = []
        used += len(bond.family())
        if used > most and index:
            rest = Stand(Shows.REFERENCE, stand.id, stand.within, stand.bonds[index:])
            for moved in rest.bonds:
                moved.target = rest
            stand.bonds = stand.bonds[:index]
            found.append(rest)
            break
    return found


def arrange(
    trees: Forest,
    measure: Callable[[Stand, float, float], tuple[float, float, float]],
    spacing: Spacing,
    width: float,
    above: Callable[[Stand, float], float] = lambda stand, room: 0.0,
    below: Callable[[Stand], float] = lambda stand: 0.0,
) -> tuple[Mapping[Stand, Place], list[Rail]]:
    """Place every box and rail.

    `measure` gives a box's width, height and foot (from its top), from the width it may take and
    the least width its rails need; `above` what is kept free above it, from the width it may take;
    `below` what is kept free below it.
    """
    places: dict[Stand, Place] = {}
    rails: dict[Bond, Rail] = {}
    y = 0.0
    for root in trees:
        y += spacing.apart if places else 0.0
        lefts = {root: 0.0}
        lead = 0.0
        for stand in stands(root):
            x = lefts[stand]
            y += lead
            if (bond := stand.within) is not None and stand is bond.members[0] and stand is not root:
                y += spacing.attach * max(0, len(bond.against) - 1)
            y += above(stand, width - x)
            count = rail_count(stand)
            least = spacing.inset + max(0, count - 1) * spacing.step
            box_width, height, foot = measure(stand, width - x, least)
            places[stand] = Place(x, y, box_width, height, y + foot)
            if bond is not None and bond in rails and stand is not root:
                rails[bond].feet.append((x, y + foot))
            y += height + below(stand)
            lead = spacing.first if count else spacing.gap
            inner = x + spacing.indent(count)
            family = [each for bond in stand.bonds for each in bond.family()]
            for number, each in enumerate(family):
                rails[each] = Rail(each, x + spacing.inset + (count - 1 - number) * spacing.step, y)
                lefts.update((member, inner) for member in each.members)
    for rail in rails.values():
        for number, undercut in enumerate(rail.bond.against):
            own = rails[undercut]
            own.onto = rail.x
            own.top = rail.feet[0][1] - number * spacing.attach
    return places, list(rails.values())
