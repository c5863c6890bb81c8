"""Which panes are seen and how large: all when there is room, the outline and one tab below 100 columns."""

import contextlib
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.text import Text
from textual.geometry import Size
from textual.timer import Timer
from textual.widget import Widget

from argmap.tui.pane_sizes import LEAST_LINES, SIDE_PANES, PaneSizes
from argmap.tui.widgets.preview import PreviewView
from argmap.tui.widgets.source import SourceView
from argmap.tui.wrap import clip
from argmap.workspace.files import WorkspaceError
from argmap.workspace.remembered import recall, remember

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen

_TITLES = {
    "outline": "Outline",
    "source": "Source",
    "diagram": "Diagram",
    "details": "Details",
    "problems": "Problems",
    "scenario": "What if",
}
_FOLDABLE = frozenset(_TITLES) - {"outline"}
_WIDE = 100
_TALL = 18
_ROOMY, _TALLEST = 30, 60
_UPPER = ("source", "scenario", "diagram")
_STEP = 4
_KEPT = "panes"
_KEEP_DELAY = 1.0


class Panes:
    """Shows, hides, sizes and names the panes of an edit screen.

    In a wide terminal every pane that is not folded is seen, but of source and diagram only one
    where it is low, and of source and scenario one; in a narrow one the outline and the chosen tab;
    in a short one only the pane that has the keys. Sizes, folds and tab are kept between runs. The
    source is unasked for in a map without one, the scenario while nothing is supposed.
    """

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen
        kept = recall(_KEPT)
        kept = kept if isinstance(kept, dict) else {}
        wanted = screen.settings.panes
        folded, tab = kept.get("folded"), kept.get("tab")
        self.sizes = PaneSizes.of(kept.get("sizes"))
        self.folded = {name for name in _FOLDABLE if isinstance(folded, list) and name in folded}
        self.tab = tab if isinstance(tab, str) and tab in _FOLDABLE else "diagram"
        if wanted is not None:
            self.folded = set(_FOLDABLE) - set(wanted)
            self.tab = next(iter(wanted), "diagram")
        self.problem_count = 0
        self._upper = "source" if self.tab == "source" else "diagram"
        self._source_asked = False
        self._size = Size(0, 0)
        self._kept = self._state()
        self._laid_out: tuple[object, ...] = ()
        self._titled: dict[str, str] = {}
        self._timer: Timer | None = None

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

    @property
    def side(self) -> list[str]:
        """The panes seen on the right, or as the tab below the outline, from the top."""
        return [name for name in SIDE_PANES if self.widget(name).display]

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
        side.display = bool(self.side)
        body = self.screen.query_one("#body")
        body.display = side.display or self._seen("outline", current)
        self._take_sizes()
        self.title()
        self._keep_soon()

    def _seen(self, name: str, current: str) -> bool:
        if self.short:
            return name == current
        if name == "outline":
            return True
        if not self._offered(name) or name in self.folded:
            return False
        return name not in self._left_out if self.wide else name == self.tab

    @property
    def _left_out(self) -> frozenset[str]:
        """What a wide terminal has no room for: all but one of the panes that show much."""
        rivals = {"source", "diagram"} if self._size.height < _ROOMY else set()
        if self._offered("scenario") and self._size.height < _TALLEST:
            rivals |= {"source", "scenario"}
        rivals = {name for name in rivals if self._offered(name) and name not in self.folded}
        if not self.wide or len(rivals) < 2:
            return frozenset()
        kept = self._upper if self._upper in rivals else "scenario" if "scenario" in rivals else "diagram"
        return frozenset(rivals - {kept})

    def _offered(self, name: str) -> bool:
        if name == "scenario":
            return bool(self.screen.supposing.suppositions)
        if name != "source" or self._source_asked:
            return True
        return bool(self.screen.opened.map.sources)

    def offer_scenario(self) -> None:
        """Show what becomes of the map, now that something is supposed; the keys stay where they are."""
        self.tab = self._upper = "scenario"
        self.arrange()

    def withdraw_scenario(self) -> None:
        """Nothing is supposed any more: the pane goes, and its keys to the outline."""
        if self.current == "scenario":
            self.show("outline")
        else:
            self.arrange()

    def toggle_scenario(self) -> None:
        """Show what becomes of the map, or fold it away; while nothing is supposed there is nothing to show."""
        if self._offered("scenario"):
            self.toggle("scenario")
        else:
            suppose, choose = (self.screen.keymap.shown(id) for id in ("suppose", "scenarios"))
            self.screen.say(f"Nothing is supposed: {suppose} supposes a statement, {choose} chooses a scenario.")

    def _take_sizes(self) -> None:
        asked = (self._size, self.wide, self.sizes.as_json())
        if asked == self._laid_out:
            return
        self._laid_out = asked
        outline, side, problems = (self.screen.query_one(f"#{name}") for name in ("outline", "side", "problems"))
        sizes, narrow = self.sizes, not self.wide
        outline.styles.width = "100%" if narrow else "1fr"
        side.styles.width = "100%" if narrow else round(sizes.side * self._size.width)
        outline.styles.height = f"{1 - sizes.tab}fr" if narrow else "100%"
        side.styles.height = f"{sizes.tab}fr" if narrow else "100%"
        for name in SIDE_PANES:
            self.widget(name).styles.height = "1fr" if narrow else f"{sizes.heights[name]}fr"
        if self.short:
            problems.styles.height, problems.styles.max_height = "1fr", "100%"
        elif sizes.problems is None:
            problems.styles.height = problems.styles.max_height = None
        else:
            problems.styles.height = problems.styles.max_height = min(sizes.problems, self._size.height // 2)

    def show(self, name: str) -> None:
        """Show a pane and give it the keys."""
        self.folded.discard(name)
        self._source_asked = self._source_asked or name == "source"
        if name != "outline":
            self.tab = name
        if name in _UPPER:
            self._upper = name
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
        names = [name for name in _TITLES if name not in self.folded and self._offered(name)]
        if len(names) > 1:
            self.show(names[(names.index(self.current) + step) % len(names)])

    def widen(self, direction: int) -> None:
        """Make the pane with the keys wider (1) or narrower (-1)."""
        if not self.wide or not self.side:
            self.screen.say("No two panes stand side by side here: { and } change their heights.")
            return
        self.widen_side((direction if self.current in SIDE_PANES else -direction) * _STEP)

    def widen_side(self, cells: int) -> None:
        """Give the right side so many cells more."""
        now = self.screen.query_one("#side").outer_size.width
        self._resized(self.sizes.widen_side(cells, now, self._size.width))

    def heighten(self, direction: int) -> None:
        """Make the pane with the keys taller (1) or shorter (-1); from the outline of a wide terminal, the problems."""
        name, side = self.current, self.side
        if self.short:
            self.screen.say("There is room for one pane only: make the terminal taller.")
        elif self.wide and name in side:
            if len(side) < 2:
                self.screen.say("No other pane stands above or below this one.")
                return
            at = side.index(name)
            giving = side[at + 1] if at + 1 < len(side) else side[at - 1]
            self.heighten_pane(name, giving, direction)
        elif not self.wide and side:
            self.heighten_tab(direction if name in side else -direction)
        elif not self.widget("problems").display:
            self.screen.say("The problems are folded away: 4 shows them.")
        else:
            self.heighten_problems(direction if self.wide or name == "problems" else -direction)

    def heighten_pane(self, name: str, giving: str, lines: int) -> None:
        """Give a pane of the right side so many lines more, taken from another."""
        now = {each: self.widget(each).outer_size.height for each in self.side}
        self._resized(self.sizes.heighten(name, giving, lines, now))

    def heighten_tab(self, lines: int) -> None:
        """Give the tab below the outline so many lines more."""
        now, whole = (self.screen.query_one(f"#{name}").outer_size.height for name in ("side", "body"))
        self._resized(self.sizes.heighten_tab(lines, now, whole))

    def heighten_problems(self, lines: int) -> None:
        """Give the problems so many lines more."""
        now = self.widget("problems").outer_size.height
        wanted = max(min(now + lines, self._size.height // 2), LEAST_LINES)
        if wanted != now:
            self.sizes.problems = wanted
        self._resized(wanted != now)

    def _resized(self, changed: bool) -> None:
        if changed:
            self.arrange()
        else:
            self.screen.say("It can't be made any smaller or larger.")

    def title_problems(self, count: int) -> None:
        """Tell how many problems there are in the titles."""
        self.problem_count = count
        self.title()

    def title(self) -> None:
        """Write the panes' titles."""
        left_out = self._left_out
        titles = {name: f"{self._key(name)} {title}".strip() for name, title in _TITLES.items()}
        for name, title in titles.items():
            widget = self.widget(name)
            hidden = left_out if self.wide else _FOLDABLE
            others = [titles[n].lower() for n in titles if n in hidden and n != name and self._offered(n)]
            shown = name in _UPPER if self.wide else name != "outline"
            tabs = "   " + "  ".join(others) if others and shown else ""
            room = widget.outer_size.width - 6 - cell_len(tabs)
            told = self._told(name, title, room) + tabs
            if told != self._titled.get(name):
                self._titled[name] = told
                widget.border_title = Text(told, no_wrap=True)

    def _key(self, name: str) -> str:
        return next(iter(self.screen.keymap.written(f"pane-{name}")), "")

    def _told(self, name: str, title: str, room: int) -> str:
        widget = self.widget(name)
        if name == "problems":
            return f"{title} ({self.problem_count})"
        if name == "outline":
            return f"{title}{self.screen.comparing.title}"
        if isinstance(widget, PreviewView):
            return f"{title} {widget.title}"
        if isinstance(widget, SourceView) and widget.title:
            named = clip(widget.title, room - cell_len(title) - cell_len(widget.place) - 3)
            return f"{title}{f': {named}' if named else ''} {widget.place}".rstrip()
        return title

    def _state(self) -> dict[str, Any]:
        return {"sizes": self.sizes.as_json(), "folded": sorted(self.folded), "tab": self.tab}

    def _keep_soon(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.screen.set_timer(_KEEP_DELAY, self._keep_in_thread)

    def _keep_in_thread(self) -> None:
        if self._state() != self._kept:
            self.screen.run_worker(self.keep, thread=True, exclusive=True, group="panes", exit_on_error=False)

    def keep(self) -> None:
        """Remember the panes for the next run; where that can't be, they are as at first then."""
        state = self._state()
        if state != self._kept:
            self._kept = state
            with contextlib.suppress(WorkspaceError):
                remember(_KEPT, state)
