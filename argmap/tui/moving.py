"""Moving about: the cursor, folds and panes of an edit screen."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen
    from argmap.tui.widgets.outline import OutlineView


class Moving:
    """Everything that changes what is seen, and nothing else."""

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen

    @property
    def view(self) -> "OutlineView":
        """The outline."""
        return self.screen.pane.view

    def by(self, rows: int) -> None:
        """Move the cursor by rows, down being positive."""
        self.view.move_to(self.view.state.cursor + rows)

    def to_end(self, last: bool) -> None:
        """To the first or last row."""
        self.view.move_to(len(self.view.state.visible) - 1 if last else 0)

    def left(self) -> None:
        """Fold this; or go to its parent."""
        state = self.view.state
        row = state.current
        if row is None:
            return
        if state.has_child(state.cursor) and not state.is_folded(row):
            self._fold(row.id, True)
        elif state.parents[state.cursor] >= 0:
            self.view.move_to(state.parents[state.cursor])

    def right(self) -> None:
        """Unfold this; or go to its first child."""
        state = self.view.state
        row = state.current
        if row is None or not state.has_child(state.cursor):
            return
        if state.is_folded(row):
            self._fold(row.id, False)
        else:
            self.view.move_to(state.cursor + 1)

    def fold(self) -> None:
        """Fold or unfold this; on a row without parts, its parent."""
        state = self.view.state
        row = state.current
        if row is None:
            return
        if state.has_child(state.cursor):
            self._fold(row.id, not state.is_folded(row))
        elif state.parents[state.cursor] >= 0:
            parent = state.parents[state.cursor]
            self.view.move_to(parent)
            self._fold(state.row(parent).id, True)

    def fold_all(self, folded: bool) -> None:
        """Fold everything, or unfold everything."""
        self.view.state.fold_all(folded)
        self.view.changed()

    def _fold(self, id: str, folded: bool) -> None:
        self.view.state.fold(id, folded)
        self.view.changed()
