"""The map drawn in box characters, following the edit and the cursor."""

from collections.abc import Sequence

from argmap.tui.drawing import Drawing
from argmap.tui.widgets.lines import LinesView


class PreviewView(LinesView):
    """Shows a drawing; the lines of the selected entry are marked."""

    def __init__(self) -> None:
        super().__init__("diagram")
        self._ids: Sequence[str | None] = ()
        self._selected: str | None = None
        self.partial = False

    def draw(self, drawing: Drawing) -> None:
        """Show another drawing."""
        self._ids = drawing.ids
        self.partial = drawing.partial
        self.show([((line, "plain"),) for line in drawing.lines], drawing.width, self._of_selected())
        self.choose(self._of_selected())

    def holds(self, id: str | None) -> bool:
        """Whether an entry stands in the drawing."""
        return id in self._ids

    def select(self, id: str | None) -> None:
        """Mark the lines of an entry."""
        if id != self._selected:
            self._selected = id
            self.choose(self._of_selected())

    def _of_selected(self) -> tuple[int, ...]:
        return tuple(n for n, id in enumerate(self._ids) if id is not None and id == self._selected)
