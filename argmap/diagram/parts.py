"""A part of a figure: what it begins with, and where it ends."""

from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.diagram.marks import At, place
from argmap.diagram.structure import Forest, stands


class Root(NamedTuple):
    """A box that a part begins with, and which of the inferences that bear on it the part shows."""

    at: At
    first: int = 0
    last: int | None = None


@dataclass(frozen=True)
class Part:
    """What a part of a figure begins with, and the boxes at which it ends: what bears on these is elsewhere."""

    roots: tuple[Root, ...]
    ends: frozenset[At] = field(default_factory=frozenset)

    def of(self, trees: Forest) -> Forest:
        """The part's trees, cut out of the whole figure's, which are changed."""
        wanted = {root.at for root in self.roots}
        found = {at: stand for tree in trees for stand in stands(tree) if (at := place(stand)) in wanted}
        for root in self.roots:
            tree = found[root.at]
            tree.bonds = tree.bonds[root.first : root.last]
            for stand in list(stands(tree)):
                if place(stand) in self.ends and stand is not tree:
                    stand.bonds = []
        return [found[root.at] for root in self.roots]
