"""What carries the weight of a conclusion, marked in outline and diagram."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.logic import Weight, weight
from argmap.logic.words import told_weight
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen

_MOST_SETS = 3


class Weighing:
    """Marks on an edit screen what one conclusion rests on, until it is let go of or the map changes."""

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen
        self._weighed: tuple[ArgumentMap, Mapping[str, bool], str, Weight] | None = None

    @property
    def found(self) -> tuple[str, Weight] | None:
        """The conclusion and its weight, while map and suppositions are those it was weighed under."""
        if self._weighed is None:
            return None
        map, suppositions, conclusion, found = self._weighed
        same = map is self.screen.opened.map and suppositions == self.screen.supposing.suppositions
        return (conclusion, found) if same else None

    def toggle(self) -> None:
        """Mark what the statement under the cursor rests on, under what is supposed; again: no longer."""
        row, map = self.screen.editing.row, self.screen.opened.map
        if row is None:
            self.screen.editing.say_empty()
            return
        if self.found is not None and self.found[0] == row.id:
            self._weighed = None
            self.screen.say("What it rests on is no longer marked.")
        elif map.sentence(row.id) is None:
            self.screen.say("Choose the conclusion whose weight is to be marked.")
            return
        else:
            suppositions = dict(self.screen.supposing.suppositions)
            found = weight(map, row.id, suppositions)
            self._weighed = (map, suppositions, row.id, found)
            self.screen.say(" ".join(told_weight(map, row.id, found)[: _MOST_SETS + 1]))
        self.screen.following.mark_rows()
        self.screen.following.redraw()

    @property
    def marks(self) -> dict[str, str]:
        """What the rows of premises say: in which sets they are, and whether the conclusion can't lose them."""
        if self.found is None:
            return {}
        conclusion, found = self.found
        label = self.screen.opened.map.outline.label(conclusion)
        marks = {conclusion: "weighed"}
        for number, ids in enumerate(found.sets, 1):
            for id in ids:
                marks[id] = f"{marks[id]}, {number}" if id in marks else f"set {number}"
        if len(found.sets) == 1:
            marks |= dict.fromkeys(found.sets[0], f"carries {label}")
        return marks | dict.fromkeys(found.critical, f"{label} can't lose it")
