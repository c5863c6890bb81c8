"""Captions: a figure's name, and what the marks in it mean."""

from collections.abc import Iterator

from argmap.diagram.figure import Figure
from argmap.diagram.marks import NO_MARKS, Marks
from argmap.diagram.text import in_quotes, visible
from argmap.diagram.words.kinds import kinds_in
from argmap.model import ArgumentMap, Reason

_LETTERS = {"C": "conclusions", "P": "premises", "O": "objections"}


def caption(map: ArgumentMap, figure: Figure, marks: Marks = NO_MARKS) -> str:
    """Sentences for below a figure of a map: its name, then just the marks that occur in it, in words.

    A figure of a scenario or a weight, under its `marks`, says also what is supposed and what black and grey mean.
    """
    signs = "; ".join(_signs(map, figure))
    return " ".join((_name(figure), *([f"{signs}."] if signs else []), *(visible(line) for line in marks.caption[1:])))


def _name(figure: Figure) -> str:
    return f"Argument map of {in_quotes(figure.title)}." if figure.title else "Argument map."


def _signs(map: ArgumentMap, figure: Figure) -> Iterator[str]:
    small = any(cell.shape != "box" for cell in figure.cells)
    labels = {line[:1] for cell in figure.cells if cell.kind == "label" for line in cell.words.lines}
    for kind in kinds_in(figure):
        meaning = kind.meaning
        if kind.word == "reason" and _has_linked(map):
            meaning += ", those joined by one line together"
        yield f"{kind.small if small else kind.sign}: {meaning}"
    if any(cell.kind == "key" for cell in figure.cells):
        yield "the key has the statements by label"
    told = [f"{letter} {word}" for letter, word in _LETTERS.items() if letter in labels]
    if len(told) > 1:
        yield f"labels: {', '.join(told)}"


def _has_linked(map: ArgumentMap) -> bool:
    members = map.links.members
    return any(len(members.get(id, ())) > 1 for id, entry in map.entries.items() if isinstance(entry, Reason))
