"""Dragging the borders between panes with the mouse."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.geometry import Offset

from argmap.tui.panes import Panes

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen


class Borders:
    """Finds the border under the pointer, and moves it along."""

    def __init__(self, screen: "EditScreen", panes: Panes) -> None:
        self.screen = screen
        self.panes = panes
        self._move: Callable[[Offset], None] | None = None
        self._at = Offset(0, 0)

    def grab(self, at: Offset) -> bool:
        """Take hold of the border at a place of the screen; False where there is none."""
        self._at, self._move = at, self._found(at)
        return self._move is not None

    def drag(self, at: Offset) -> None:
        """Move the border that is held to a place."""
        if self._move is not None and at != self._at:
            by, self._at = at - self._at, at
            self._move(by)

    def drop(self) -> bool:
        """Let go; whether a border was held."""
        held, self._move = self._move is not None, None
        return held

    def _found(self, at: Offset) -> Callable[[Offset], None] | None:
        panes = self.panes
        if panes.short:
            return None
        side = self.screen.query_one("#side")
        problems = panes.widget("problems")
        if problems.display and problems.region.y == at.y:
            return lambda by: panes.heighten_problems(-by.y) if by.y else None
        if not side.display:
            return None
        if panes.wide and at.x in (side.region.x - 1, side.region.x) and side.region.y <= at.y < side.region.bottom:
            return lambda by: panes.widen_side(-by.x) if by.x else None
        if not panes.wide:
            return (lambda by: panes.heighten_tab(-by.y) if by.y else None) if at.y == side.region.y else None
        for above, below in zip(panes.side, panes.side[1:], strict=False):
            region = panes.widget(below).region
            if region.x <= at.x < region.right and at.y == region.y:
                return partial(self._between, above, below)
        return None

    def _between(self, above: str, below: str, by: Offset) -> None:
        if by.y:
            self.panes.heighten_pane(above, below, by.y)
