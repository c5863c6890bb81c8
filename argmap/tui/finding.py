"""Finding: search in the sentences, and going from problem to problem."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.model import ArgumentMap, Conditional, Problem, Row, RowKind, Statement
from argmap.tui.outline_state import spot_of
from argmap.tui.widgets.problems import sentence_of

if TYPE_CHECKING:
    from argmap.tui.outline_state import OutlineState
    from argmap.tui.screens.edit import EditScreen


class Finding:
    """Search and problems of an edit screen."""

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen
        self.query = ""
        self._texts: list[str] = []
        self._texts_of: ArgumentMap | None = None

    @property
    def _state(self) -> "OutlineState":
        return self.screen.pane.state

    def ask(self) -> None:
        """Open the search line."""
        field = self.screen.search_field
        field.display = True
        field.start(self.query)
        field.select_all()
        self.screen.set_focus(field)
        self.screen.refresh_footer()
        keys = self.screen.keymap
        self.screen.say(f"Search: {keys.shown('commit')} goes to the first match, {keys.shown('abandon')} leaves.")

    def commit(self) -> None:
        """Search for what was typed, from the row behind this one."""
        self.query = self.screen.search_field.value
        self.leave()
        self.next(1)

    def leave(self) -> None:
        """Close the search line."""
        self.screen.search_field.display = False
        self.screen.set_focus(self.screen.pane.view)
        self.screen.refresh_footer()
        self.screen.say("")

    def next(self, step: int) -> None:
        """To the next (1) or previous (-1) match, round the end if need be."""
        if not self.query:
            self.screen.say(f"Nothing is searched for yet: {self.screen.keymap.shown('search')} searches.")
            return
        wanted = self.query.casefold()
        texts = self._all_texts()
        rows, query = self._state.rows, self.query
        matches = [at for at, text in enumerate(texts) if wanted in text or rows[at].id == query]
        if not matches:
            self.screen.say(f"“{self.query}” stands nowhere in this map.")
            return
        at = self._next_of(matches, step)
        self._go(at)
        keys = self.screen.keymap
        after, before = keys.shown("next-match"), keys.shown("previous-match")
        count = f"{matches.index(at) + 1} of {len(matches)}"
        self.screen.say(f"“{self.query}”: {count}; {after} the next, {before} the one before.")

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
        self.screen.pane.go(spot_of(self._state.rows[at]))

    def _all_texts(self) -> list[str]:
        map = self.screen.opened.map
        if self._texts_of is not map:
            self._texts = [_searched(map, row) for row in self._state.rows]
            self._texts_of = map
        return self._texts


def _searched(map: ArgumentMap, row: Row) -> str:
    """What a search looks at in a row: each sentence once, where it is unfolded or first mentioned."""
    label = map.outline.labels.get(row.id, "")
    if row.kind is RowKind.REFERENCE or (row.kind is RowKind.MENTION and not label.startswith("Q")):
        return ""
    entry = map.entries.get(row.id)
    if isinstance(entry, Conditional):
        words = " ".join(part for part in (entry.text, entry.if_text, entry.then_text) if part)
    else:
        words = entry.text if isinstance(entry, Statement) else ""
    return f"{label} {words}".casefold()


def _told(problem: Problem) -> str:
    return f"{problem.code} {sentence_of(problem)}"
