"""Mending what a check found: at once where one thing is to be done, by choosing where several could be."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.check.fixes import Fix, fixes
from argmap.model import Problem
from argmap.tui.screens.prompt import KEYS, Choice
from argmap.tui.widgets.problems import TO_ANSWER, ProblemsView

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen


class Fixing:
    """Applies fixes of the problems at the cursor, on an edit screen."""

    def __init__(self, screen: "EditScreen") -> None:
        self.screen = screen

    def here(self) -> None:
        """Mend what is wrong with the row under the cursor, or with its step; in the list the problem there.

        Anchors are looked up anew, whether or not a check has found something of them.
        """
        row = self.screen.editing.row
        if row is None:
            self.screen.editing.say_empty()
            return
        problems = self._problems()
        map = self.screen.opened.map
        if not problems and not getattr(map.entries.get(row.id), "anchor", ()):
            self.screen.say(f"No problem is known of {map.outline.label(row.id)}.")
            return
        about = next((problem.id for problem in problems if problem.id is not None), row.id)
        if not problems or any(problem.code.startswith("S") for problem in problems):
            self.screen.mending.look(about)
        elif problems[0].code == TO_ANSWER and len(problems) == 1:
            self.screen.editing.fields(about, "answered")
        else:
            self._offer(problems)

    def _problems(self) -> list[Problem]:
        """The problem chosen in the list, where that has the keys; else those of the row, else of its step."""
        view = self.screen.query_one(ProblemsView)
        if self.screen.focused is view and view.problems:
            return [view.problems[view.cursor]]
        row = self.screen.editing.row
        assert row is not None
        step = row.parent if self.screen.opened.map.inference(row.parent) is not None else None
        found = [problem for problem in self.screen.problems if problem.id == row.id]
        return found or [problem for problem in self.screen.problems if step is not None and problem.id == step]

    def _offer(self, problems: Sequence[Problem]) -> None:
        map = self.screen.opened.map
        found = [fix for problem in problems for fix in fixes(map, problem)][: len(KEYS)]
        if not found:
            advice = next((problem.advice for problem in problems if problem.advice), None)
            self.screen.say(f"Nobody can mend this but you: {advice or problems[0].message}.")
        elif len(found) == 1 and found[0].safe:
            self._make(found[0])
        else:
            told = dict(zip(KEYS, found, strict=False))

            def chosen(key: str | None) -> None:
                if key is not None and map is self.screen.opened.map:
                    self._make(told[key])

            question = f"{problems[0].code} {problems[0].message}"
            self.screen.app.push_screen(Choice(question, [(key, fix.told) for key, fix in told.items()]), chosen)

    def _make(self, fix: Fix) -> None:
        self.screen.editing.do(fix.make)
