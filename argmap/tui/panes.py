"""Which panes are seen: all when there is room, the outline and one tab below 100 columns."""

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.widget import Widget

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen

_TITLES = {"outline": "Outline", "diagram": "Diagram", "details": "Details", "problems": "Problems"}
_WIDE = 100
_TALL = 18


class Panes:
    """Shows, hides and names the panes of an edit screen.

    In a wide terminal every pane that is not folded is seen; in a narrow one the outline and the
    chosen tab; in a short one only the pane that has the keys.
    """

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen
        wanted = screen.settings.panes
        self.folded: set[str] = {name for name in _TITLES if name not in ("outline", *wanted)}
        self.tab = next((name for name in wanted), "diagram")
        self.problem_count = 0
        self._size = Size(0, 0)

    def widget(self, name: str) -> Widget:
        """The pane of a name."""
        return self.screen.query_one(f"#{name}")

    def keys_to(self, name: str) -> Widget:
        """The widget of a pane that takes its keys."""
        return self.screen.pane.view if name == "outline" else self.widget(name)

    @property
    def current(self) -> str:
        """The pane that has the keys."""
        focused = self.screen.focused
        return next((n for n in _TITLES if focused is not None and focused is self.keys_to(n)), "outline")

    @property
    def wide(self) -> bool:
        """Whether the panes stand side by side."""
        return self._size.width >= _WIDE and not self.short

    @property
    def short(self) -> bool:
        """Whether there is room for one pane only."""
        return self._size.height < _TALL

    def arrange(self, size: Size | None = None) -> None:
        """Show what fits a size (or the last one)."""
        if size is not None:
            self._size = size
        elif not self._size.width:
            self._size = self.screen.app.size
        current = self.current
        self.screen.set_class(not self.wide, "-narrow")
        self.screen.set_class(self.short, "-short")
        for name in _TITLES:
            self.widget(name).display = self._seen(name, current)
        side = self.screen.query_one("#side")
        side.display = self._seen("diagram", current) or self._seen("details", current)
        body = self.screen.query_one("#body")
        body.display = side.display or self._seen("outline", current)
        self._title()

    def _seen(self, name: str, current: str) -> bool:
        if self.short:
            return name == current
        if name == "outline":
            return True
        return name not in self.folded and (self.wide or name == self.tab)

    def show(self, name: str) -> None:
        """Show a pane and give it the keys."""
        self.folded.discard(name)
        if name != "outline":
            self.tab = name
        self.widget(name).display = True
        self.screen.query_one("#body").display = True
        self.screen.query_one("#side").display = True
        self.screen.focus_on(self.keys_to(name))
        self.arrange()

    def toggle(self, name: str) -> None:
        """Show a pane; if it has the keys already, fold it away and go back to the outline."""
        if self.current == name:
            if not self.short:
                self.folded.add(name)
            self.show("outline")
        else:
            self.show(name)

    def cycle(self, step: int) -> None:
        """To the next (1) or previous (-1) pane that is not folded away."""
        names = [name for name in _TITLES if name not in self.folded]
        if len(names) > 1:
            self.show(names[(names.index(self.current) + step) % len(names)])

    def title_problems(self, count: int) -> None:
        """Tell how many problems there are in the titles."""
        self.problem_count = count
        self._title()

    def _title(self) -> None:
        titles = {name: f"{self._key(name)} {title}".strip() for name, title in _TITLES.items()}
        for name, title in titles.items():
            told = f"{title} ({self.problem_count})" if name == "problems" else title
            widget = self.widget(name)
            if not self.wide and name != "outline":
                others = [n for n in titles if n not in (name, "outline")]
                told += "   " + "  ".join(f"{self._key(n)} {n}".strip() for n in others)
            widget.border_title = told

    def _key(self, name: str) -> str:
        return next(iter(self.screen.keymap.written(f"pane-{name}")), "")
