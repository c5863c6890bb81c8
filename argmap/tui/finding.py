"""Finding: search, going to a name, from place to place of a shared statement, and from problem to problem."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.model import Problem, RowKind
from argmap.tui.matching import Matcher, named
from argmap.tui.screens.prompt import Prompt
from argmap.tui.widgets.problems import sentence_of

if TYPE_CHECKING:
    from argmap.tui.outline_state import OutlineState
    from argmap.tui.screens.edit import EditScreen


class Finding:
    """Whatever takes the cursor of an edit screen to something that is looked for."""

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen
        self.query = ""

    @property
    def _state(self) -> "OutlineState":
        return self.screen.pane.state

    @property
    def _matcher(self) -> Matcher:
        return self.screen.pane.view.painter.matcher

    @property
    def _matches(self) -> list[int]:
        return self._matcher.matches(self.screen.opened.map, self._state.rows)

    def ask(self) -> None:
        """Open the search line."""
        field = self.screen.search_field
        field.display = True
        field.start(self.query)
        field.select_all()
        self.screen.set_focus(field)
        self.screen.refresh_footer()
        self._seek(self.query)
        keys = self.screen.keymap
        self.screen.say(f"Search: {keys.shown('commit')} goes to the first match, {keys.shown('abandon')} leaves.")

    def typed(self) -> None:
        """Mark what matches so far, and tell how much there is and which of it comes first."""
        query = self.screen.search_field.value
        if not self.screen.search_field.display or query == self._matcher.query:
            return
        self._seek(query)
        matches = self._matches
        if not query:
            self.screen.say("")
        elif matches:
            self.screen.say(self._counted(self._next_of(matches, 1), matches))
        else:
            self.screen.say(f"“{query}” stands nowhere in this map.")

    def commit(self) -> None:
        """Search for what was typed, from the row behind this one."""
        self.query = self.screen.search_field.value
        self._close()
        self.next(1)

    def leave(self) -> None:
        """Close the search line; nothing is marked any more."""
        self._close()
        self._seek("")
        self.screen.say("")

    def _close(self) -> None:
        self.screen.search_field.display = False
        self.screen.set_focus(self.screen.pane.view)
        self.screen.refresh_footer()

    def clear(self) -> bool:
        """Mark no matches any more; whether any were marked."""
        marked = bool(self._matcher.query)
        self._seek("")
        return marked

    def _seek(self, query: str) -> None:
        if query != self._matcher.query:
            self.screen.pane.view.painter.search(query)
            self.screen.pane.view.refresh()

    def next(self, step: int) -> None:
        """To the next (1) or previous (-1) match, round the end if need be."""
        if not self.query:
            self.screen.say(f"Nothing is searched for yet: {self.screen.keymap.shown('search')} searches.")
            return
        self._seek(self.query)
        matches = self._matches
        if not matches:
            self.screen.say(f"“{self.query}” stands nowhere in this map.")
            return
        at = self._next_of(matches, step)
        self._go(at)
        keys = self.screen.keymap
        after, before = keys.shown("next-match"), keys.shown("previous-match")
        self.screen.say(f"{self._counted(at, matches)}; {after} the next, {before} the one before.")

    def _counted(self, at: int, matches: list[int]) -> str:
        return f"“{self._matcher.query}”: {matches.index(at) + 1} of {len(matches)}"

    def ask_name(self) -> None:
        """Ask for a label or an id, and go there."""

        def attempt(name: str) -> str | None:
            found = named(self.screen.opened.map, self._state.rows, name)
            if isinstance(found, str):
                return found
            self.screen.show_pane("outline")
            self._go(found)
            return None

        self.screen.app.push_screen(Prompt("Go to: a label, an id or how one begins", "", attempt))

    def other_place(self) -> None:
        """To the next place of the selected statement, round the end."""
        row = self._state.current
        if row is None:
            self.screen.say("The map is empty.")
            return
        places = [at for at, other in enumerate(self._state.rows) if other.id == row.id]
        label = self.screen.opened.map.outline.label(row.id)
        if len(places) == 1:
            self.screen.say(f"{label} stands here only.")
            return
        at = self._next_of(places, 1)
        self._go(at)
        self.screen.say(f"{label}: place {places.index(at) + 1} of {len(places)}.")

    def problem(self, step: int) -> None:
        """To the next (1) or previous (-1) problem, round the end if need be."""
        problems = self.screen.problems
        ids = {problem.id for problem in problems if problem.id is not None}
        places = [
            at
            for at, row in enumerate(self._state.rows)
            if row.id in ids and row.kind in (RowKind.SENTENCE, RowKind.INFERENCE)
        ]
        if not places:
            self.screen.say(_told(problems[0]) if problems else "No problems found.")
            return
        at = self._next_of(places, step)
        self._go(at)
        found = [problem for problem in problems if problem.id == self._state.rows[at].id]
        self.screen.say("  ".join(_told(problem) for problem in found))

    def show_problem(self, problem: Problem) -> None:
        """To the place of a problem."""
        at = next((at for at, row in enumerate(self._state.rows) if row.id == problem.id), None)
        if at is not None:
            self._go(at)
            self.screen.show_pane("outline")
        self.screen.say(_told(problem))

    def _next_of(self, places: Sequence[int], step: int) -> int:
        state = self._state
        here = state.visible[state.cursor] if state.visible else -1
        if step > 0:
            return next((at for at in places if at > here), places[0])
        return next((at for at in reversed(places) if at < here), places[-1])

    def _go(self, at: int) -> None:
        self.screen.pane.reveal(at)


def _told(problem: Problem) -> str:
    return f"{problem.code} {sentence_of(problem)}"
