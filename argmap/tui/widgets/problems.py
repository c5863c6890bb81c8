"""The list of problems; picking one goes to its place."""

from collections.abc import Mapping, Sequence

from argmap.model import Problem
from argmap.tui.visible import visible
from argmap.tui.widgets.lines import LinesList

MARKS: Mapping[str, str] = {"error": "‼", "warning": "⚠", "hint": "·"}
"""The sign of each severity."""


def sentence_of(problem: Problem) -> str:
    """A problem's sentence, and what to do about it."""
    return problem.message + (f" ({problem.advice})" if problem.advice else "")


class ProblemsView(LinesList):
    """Every problem, one line each: sign, code, sentence."""

    def __init__(self) -> None:
        super().__init__("problems")
        self.problems: Sequence[Problem] = ()

    def tell(self, problems: Sequence[Problem]) -> None:
        """Show other problems."""
        self.problems = problems
        lines = []
        for problem in problems:
            sign = f"{MARKS[problem.severity]} {problem.code} "
            lines.append(((sign, "strong"), (visible(sentence_of(problem)), "plain")))
        self.put(lines or [(("no problems found", "dim"),)])
