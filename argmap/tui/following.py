"""What follows the map and the cursor at a distance: checks, drawing, details."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from argmap.check import check, check_part
from argmap.model import ArgumentMap, Problem
from argmap.tui.drawing import Drawing, Remarks, draw
from argmap.tui.widgets.details import DetailsView
from argmap.tui.widgets.preview import PreviewView
from argmap.tui.widgets.problems import MARKS, TO_ANSWER, ProblemsView
from argmap.workspace.sources import texts

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen

_SIDE_DELAY = 0.06
_CHECK_DELAY = 0.08
_PART_DELAY = 0.03
_LARGE = 2000
_LARGE_DELAY = 0.5
_SLOW = 0.3


class Following:
    """Keeps problems, drawing and details of an edit screen true, without holding up typing.

    Work waits until keys rest (seconds: the delays above), runs in threads, and comes back as messages.
    """

    class Checked(Message):
        """A check of a map is done."""

        def __init__(self, map: ArgumentMap, problems: Sequence[Problem]) -> None:
            super().__init__()
            self.map = map
            self.problems = problems

    class Drawn(Message):
        """A drawing of a map is done."""

        def __init__(self, map: ArgumentMap, drawing: Drawing) -> None:
            super().__init__()
            self.map = map
            self.drawing = drawing

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen
        self.problems: Sequence[Problem] = ()
        self._marks: dict[str, str] = {}
        self._checked: ArgumentMap | None = None
        self._touched: frozenset[str] = frozenset()
        self._timers: dict[str, Timer] = {}

    def map_changed(self, touched: Collection[str] | None = None) -> None:
        """Check and draw the map, soon; of a large one first the part that an edit of the `touched` ids reached."""
        large = len(self.screen.opened.map.entries) > _LARGE
        if touched is not None:
            self._touched |= frozenset(touched)
            self._later("part", _PART_DELAY, self._check_part)
        self._later("check", _LARGE_DELAY if large else _CHECK_DELAY, self._check)
        self._later("draw", _LARGE_DELAY if large else _SIDE_DELAY, self._draw)

    def cursor_moved(self) -> None:
        """Show the details of the selected row, soon."""
        self._later("side", _SIDE_DELAY, self._follow)

    def redraw(self) -> None:
        """Draw the map for another size, soon."""
        self._later("draw", _SIDE_DELAY, self._draw)

    @property
    def remarks(self) -> Remarks:
        """What figures say besides the map now."""
        supposing = self.screen.supposing
        return Remarks(supposing.current, supposing.named, self.screen.weighing.found)

    def zoom(self, by: int | None) -> None:
        """Draw with less in the boxes (1), with more (-1), or (None) so that it fits."""
        preview = self.screen.query_one(PreviewView)
        if by is None:
            preview.level = None
        elif not preview.zoomed(by):
            self.screen.say("The diagram can't say any more." if by < 0 else "The diagram can't say any less.")
            return
        self._draw()

    def mark_rows(self) -> None:
        """Put the marks of changes and problems at the rows, unless one is being written."""
        pane, screen = self.screen.pane, self.screen
        marks: dict[str, str] = {}
        for told in (screen.comparing.marks, screen.supposing.marks, screen.weighing.marks, self._marks):
            for id, sign in told.items():
                marks[id] = f"{marks[id]}  {sign}" if id in marks else sign
        if not pane.writing and pane.state.layout.notes != marks:
            pane.state.note(marks)
            pane.view.changed()

    def show_check(self, message: Checked) -> None:
        """Show what a check found, unless the map has moved on."""
        if message.map is not self.screen.opened.map:
            return
        self.problems, self._checked = message.problems, message.map
        marks: dict[str, str] = {}
        for problem in message.problems:
            if problem.id is not None and problem.code != TO_ANSWER:
                sign = f"{MARKS[problem.severity]} {problem.code}"
                before = marks.get(problem.id)
                marks[problem.id] = sign if before in (None, sign) else f"{before}  {sign}"
        self._marks = marks
        self.mark_rows()
        self.screen.query_one(ProblemsView).tell(message.problems)
        self.screen.panes.title_problems(len(message.problems))
        self.screen.refresh_header()

    def show_drawing(self, message: Drawn) -> None:
        """Show a drawing, unless the map has moved on."""
        if message.map is self.screen.opened.map:
            if "slow" in self._timers:
                self._timers["slow"].stop()
            self.screen.query_one(PreviewView).draw(message.drawing)

    def _later(self, name: str, delay: float, callback: Callable[[], None]) -> None:
        if name in self._timers:
            self._timers[name].stop()
        self._timers[name] = self.screen.set_timer(delay, callback)

    def _follow(self) -> None:
        screen = self.screen
        if screen.pane.writing:
            return
        row = screen.pane.state.current
        id = row.id if row is not None else None
        about = [problem for problem in self.problems if id is not None and problem.id == id]
        screen.query_one(DetailsView).tell(screen.opened.map, row, about, screen.supposing.current)
        screen.supposing.follow()
        screen.reader.follow()
        preview = screen.query_one(PreviewView)
        preview.select(id, row.parent if row is not None else None)
        if preview.drawing.partial and not preview.holds(id):
            self.redraw()

    def _check_part(self) -> None:
        screen, map, touched = self.screen, self.screen.opened.map, self._touched
        before, was = self.problems, self._checked

        def work() -> None:
            problems = check_part(map, touched, before, was)
            if not get_current_worker().is_cancelled:
                screen.post_message(self.Checked(map, problems))

        screen.run_worker(work, thread=True, exclusive=True, group="check", exit_on_error=False)

    def _check(self) -> None:
        self._touched = frozenset()
        screen, map = self.screen, self.screen.opened.map
        first, path = screen.opened.reader_problems, screen.opened.path

        def work() -> None:
            problems = (*first, *check(map, texts(path, map)))
            if not get_current_worker().is_cancelled:
                screen.post_message(self.Checked(map, problems))

        screen.run_worker(work, thread=True, exclusive=True, group="check", exit_on_error=False)

    def _draw(self) -> None:
        screen, map = self.screen, self.screen.opened.map
        preview = screen.query_one(PreviewView)
        if not preview.region.width:
            return
        row = screen.pane.state.current
        id = row.id if row is not None else None
        room, level = preview.scrollable_content_region.size, preview.level
        remarks = self.remarks
        self._later("slow", _SLOW, preview.wait)

        def work() -> None:
            drawing = draw(map, id, room, level, remarks.marks(map))
            if not get_current_worker().is_cancelled:
                screen.post_message(self.Drawn(map, drawing))

        screen.run_worker(work, thread=True, exclusive=True, group="draw", exit_on_error=False)
