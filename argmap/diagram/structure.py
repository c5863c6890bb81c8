"""What a figure shows of a map: boxes, and the inferences between them, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, TypeAlias

from argmap.diagram.error import DiagramError
from argmap.diagram.text import visible
from argmap.model import ArgumentMap, Objection, Reason, Row, RowKind


class Shows(Enum):
    """What a box stands for."""

    SENTENCE = "sentence"
    REFERENCE = "reference"  # a sentence whose own box stands elsewhere
    TARGET = "target"  # what an inference aims at, where the map holds no box for it
    NOTHING = "nothing"  # an inference without members


class Section(NamedTuple):
    """A section of the figure; sections are numbered in reading order, one name one number."""

    number: int
    title: str


@dataclass(eq=False, slots=True)
class Stand:
    """One box: the entry `id` standing in `within`, with the inferences that bear on it.

    `answered` and `objecting` say that it stands in an objection, and whether that is settled.
    """

    shows: Shows
    id: str
    within: "Bond | None" = None
    bonds: list["Bond"] = field(default_factory=list)

    @property
    def objecting(self) -> bool:
        return self.within is not None and self.within.objection

    @property
    def answered(self) -> bool:
        return self.within is not None and self.within.answered


@dataclass(eq=False, slots=True)
class Bond:
    """One inference as drawn: its members hang from one bracket that points at `target`.

    `against` are the objections to the inference itself (undercuts); `section` is what the reason opens.
    """

    id: str
    objection: bool
    answered: bool
    target: "Stand | Bond"
    members: list[Stand] = field(default_factory=list)
    against: list["Bond"] = field(default_factory=list)
    section: Section | None = None

    def family(self) -> list["Bond"]:
        """This inference and the objections to it, to any depth, in reading order."""
        found, stack = [], [self]
        while stack:
            bond = stack.pop()
            found.append(bond)
            stack.extend(reversed(bond.against))
        return found


Forest: TypeAlias = list[Stand]
"""The main conclusions and whatever else stands at the top, side by side or stacked."""


def forest(map: ArgumentMap) -> Forest:
    """The figure's structure, main conclusions first; loose sentences are not in it.

    An objection to an objection with one member bears on that member's box. Raises DiagramError
    for a map with nothing to draw.
    """
    roots: Forest = []
    path: list[Stand | Bond | None] = []
    for row in map.outline.rows:
        del path[row.depth :]
        parent = path[-1] if path else None
        path.append(_grown(map, row, parent, roots))
    if not roots:
        raise DiagramError("the map has no statements yet: there is nothing to draw")
    for root in roots:
        for stand in stands(root):
            for bond in stand.bonds:
                _complete(bond)
    mains = set(map.outline.mains)
    roots.sort(key=lambda root: root.id not in mains)
    if any(isinstance(entry, Reason) and entry.section for entry in map.entries.values()):
        _number_sections(map, roots)
    return roots


def _grown(map: ArgumentMap, row: Row, parent: "Stand | Bond | None", roots: Forest) -> "Stand | Bond | None":
    if row.kind is RowKind.MENTION:
        return None
    if row.kind is RowKind.INFERENCE:
        inference = map.inference(row.id)
        assert inference is not None
        objection = isinstance(inference, Objection)
        answered = isinstance(inference, Objection) and inference.answered is not None
        if parent is None:
            parent = Stand(Shows.TARGET, inference.target)
            roots.append(parent)
        bond = Bond(row.id, objection, answered, parent)
        (parent.bonds if isinstance(parent, Stand) else parent.against).append(bond)
        return bond
    shows = Shows.SENTENCE if row.kind is RowKind.SENTENCE else Shows.REFERENCE
    if isinstance(parent, Bond):
        stand = Stand(shows, row.id, parent)
        parent.members.append(stand)
    else:
        stand = Stand(shows, row.id)
        roots.append(stand)
    return stand


def _number_sections(map: ArgumentMap, roots: Forest) -> None:
    numbers: dict[str, Section] = {}
    for root in roots:
        for stand in stands(root):
            bond = stand.within
            if bond is None or stand is not bond.members[0]:
                continue
            reason = map.inference(bond.id)
            if isinstance(reason, Reason) and (title := visible(reason.section or "")):
                bond.section = numbers.setdefault(title, Section(len(numbers) + 1, title))


def _complete(bond: Bond) -> None:
    """Give empty inferences a box, and let the sole member of an objection bear its objections."""
    for each in bond.family():
        if not each.members:
            each.members.append(Stand(Shows.NOTHING, each.id, each))
        if each.objection and len(each.members) == 1:
            for undercut in each.against:
                undercut.target = each.members[0]
            each.members[0].bonds += each.against
            each.against = []


def below(stand: Stand) -> Iterator[Stand]:
    """The boxes one level further from the conclusion than `stand`, in reading order."""
    for bond in stand.bonds:
        for each in bond.family():
            yield from each.members


def stands(root: Stand) -> Iterator[Stand]:
    """Every box at and below `root`, depth first."""
    stack = [root]
    while stack:
        stand = stack.pop()
        yield stand
        stack.extend(reversed(list(below(stand))))
