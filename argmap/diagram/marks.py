"""Marks: what a figure says of some of its boxes and lines beside what they show anyway."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from argmap.diagram.structure import Shows, Stand
from argmap.model.row import Half

Face: TypeAlias = Literal["plain", "new", "gone", "changed", "fallen"]
"""How what is marked looks: as ever; heavy (new, changed); grey and struck out (gone); grey all over (fallen)."""
At: TypeAlias = tuple[str, str | None]
"""Where a box stands: the id of its sentence, and that of the inference it stands in; None at the top."""


def place(stand: Stand) -> At:
    """Where a box stands."""
    return stand.id, stand.within.id if stand.within is not None else None


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said of one box or inference.

    `signs` stand in a band above the text, each with a word; `notes` small below the text. With `see`, the box
    only refers to the sentence of that id. `halves` are the marks of a conditional's IF and THEN, of which the signs
    and the face count.
    """

    signs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    face: Face = "plain"
    see: str | None = None
    halves: Mapping[Half, "Mark"] = field(default_factory=dict)

    def and_(self, other: "Mark") -> "Mark":
        """Both in one; of two faces the first that isn't plain."""
        face = other.face if self.face == "plain" else self.face
        halves = {**self.halves, **other.halves}
        return Mark((*self.signs, *other.signs), (*self.notes, *other.notes), face, self.see or other.see, halves)


NO_MARK = Mark()


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a figure: of `boxes` by place, of `inferences` by id.

    The lines of the `caption` stand above the drawing; the `title` is in place of the map's, and so is the
    `description`, which is for who can't see the figure. A legend says of the `faces` what they mean in this figure.
    Boxes that refer to a sentence say which part it stands in that is `elsewhere`, by its id.
    """

    boxes: Mapping[At, Mark] = field(default_factory=dict)
    inferences: Mapping[str, Mark] = field(default_factory=dict)
    caption: tuple[str, ...] = ()
    description: str = ""
    title: str = ""
    faces: Mapping[Face, str] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    def of(self, stand: Stand) -> Mark:
        """What a box says: its own mark, and in the first box of an inference that one's signs."""
        bond = stand.within
        own = self.boxes.get(place(stand), NO_MARK)
        if stand.shows is Shows.REFERENCE:
            own = replace(own, notes=())
        if bond is None or bond.members[0] is not stand:
            return own
        about = self.inferences.get(bond.id, NO_MARK)
        lends = stand.shows is Shows.NOTHING or (about.face == "changed" and about.signs)
        return own.and_(about if lends else replace(about, face="plain"))


NO_MARKS = Marks()
