"""Marks: what a figure says of some of its boxes and lines beside what they show anyway."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from argmap.diagram.structure import Shows, Stand

Face: TypeAlias = Literal["plain", "new", "gone"]
"""How what is marked looks: as ever, heavy, or grey and struck out."""
At: TypeAlias = tuple[str, str | None]
"""Where a box stands: the id of its sentence, and that of the inference it stands in; None at the top."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said of one box or inference.

    `signs` stand in a band above the text, each with a word; `notes` small below the text. With `see`, the box
    only refers to the sentence of that id.
    """

    signs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    face: Face = "plain"
    see: str | None = None

    def and_(self, other: "Mark") -> "Mark":
        """Both in one; of two faces the first that isn't plain."""
        face = other.face if self.face == "plain" else self.face
        return Mark((*self.signs, *other.signs), (*self.notes, *other.notes), face, self.see or other.see)


NO_MARK = Mark()


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a figure: of `boxes` by place, of `inferences` by id.

    The lines of the `caption` stand above the drawing; the `description` is for who can't see it, in place of the
    one of the map.
    """

    boxes: Mapping[At, Mark] = field(default_factory=dict)
    inferences: Mapping[str, Mark] = field(default_factory=dict)
    caption: tuple[str, ...] = ()
    description: str = ""

    def of(self, stand: Stand) -> Mark:
        """What a box says: its own mark, and in the first box of an inference that one's signs."""
        bond = stand.within
        own = self.boxes.get((stand.id, bond.id if bond is not None else None), NO_MARK)
        if stand.shows is Shows.REFERENCE:
            own = replace(own, notes=())
        if bond is None or bond.members[0] is not stand:
            return own
        about = self.inferences.get(bond.id, NO_MARK)
        return own.and_(about if stand.shows is Shows.NOTHING else replace(about, face="plain"))


NO_MARKS = Marks()
