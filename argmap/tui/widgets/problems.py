"""The list of problems; picking one goes to its place."""

from collections.abc import Mapping, Sequence

from argmap.model import Problem
from argmap.tui.visible import visible
from argmap.tui.widgets.lines import LinesList

TO_ANSWER = "L201"
"""The code of objections that are to be answered."""
MARKS: Mapping[str, str] = {"error": "‼", "warning": "⚠", "hint": "·"}
"""The sign of each severity."""


def sentence_of(problem: Problem) -> str:
    """A problem's sentence, and what to do about it; the label is enough to name what it is about."""
    message = problem.message.replace(f" ({problem.id})", "", 1)
    return message + (f" ({problem.advice})" if problem.advice else "")


def counted(problems: Sequence[Problem]) -> tuple[str, ...]:
    """How many hints, objections to answer, and errors and warnings there are, each in words; none of nothing."""
    answers = sum(problem.code == TO_ANSWER for problem in problems)
    hints = sum(problem.severity == "hint" for problem in problems) - answers
    grave = len(problems) - hints - answers
    told = ((hints, "hint"), (answers, "objection"), (grave, "problem"))
    after = {"objection": " to answer"}
    return tuple(f"{n} {word}{'' if n == 1 else 's'}{after.get(word, '')}" for n, word in told if n)


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
