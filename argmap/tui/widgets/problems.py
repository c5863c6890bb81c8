"""The list of problems; picking one goes to its place."""

from collections.abc import Mapping, Sequence

from argmap.model import ArgumentMap, Problem
from argmap.tui.visible import visible
from argmap.tui.widgets.lines import LinesList

MARKS: Mapping[str, str] = {"error": "‼", "warning": "⚠", "hint": "·"}
"""The sign of each severity."""


class ProblemsView(LinesList):
    """Every problem, one line each: sign, code, label, sentence."""

    def __init__(self) -> None:
        super().__init__("problems")
        self.problems: Sequence[Problem] = ()

    def tell(self, map: ArgumentMap, problems: Sequence[Problem]) -> None:
        """Show other problems."""
        self.problems = problems
        lines = []
        for problem in problems:
            label = map.outline.labels.get(problem.id or "", "")
            told = visible(" ".join(part for part in (problem.message, problem.advice or "") if part))
            sign = f"{MARKS[problem.severity]} {problem.code} "
            lines.append(((sign, "strong"), (f"{label} {told}".strip(), "plain")))
        self.put(lines or [(("no problems found", "dim"),)])
