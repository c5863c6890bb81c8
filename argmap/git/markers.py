"""Conflict markers in a map file, as `git merge-file --diff3` writes them: round the keys that differ, and back.

A hunk begins with a line of `<`, holds ours, a line of `|`, the base, a line of `=`, theirs, and ends with a line of
`>`; each line has as many signs as the marker size says.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmap.format import BlockDocument
from argmap.format.blocks import lines_of
from argmap.format.order import out_of_order
from argmap.git.tables import parts_of

MARKER_SIZE = 7


@dataclass(frozen=True)
class Labels:
    """How the three versions are called in the markers."""

    base: str = "base"
    ours: str = "ours"
    theirs: str = "theirs"


LABELS = Labels()


class Marked(NamedTuple):
    """The texts of three versions, taken from a file with markers; `base` is None where the markers hold none."""

    base: str | None
    ours: str
    theirs: str
    labels: Labels
    size: int


class _Piece(NamedTuple):
    key: tuple[str, ...]
    text: str


def marked(
    base: BlockDocument, ours: BlockDocument, theirs: BlockDocument, labels: Labels = LABELS, size: int = MARKER_SIZE
) -> bytes:
    """Three files as one, with markers round what is not the same in all of them; UTF-8 bytes.

    Where a line of a text could be taken for a marker, the markers are longer than that.
    """
    newline = ours.newline
    size = max(size, *(longest + 1 for longest in (_longest(each.text) for each in (base, ours, theirs)) if longest), 0)
    texts = [{block.text for block in document.blocks} for document in (base, ours, theirs)]
    whole = texts[0] & texts[1] & texts[2]
    three = [_pieces(document, whole) for document in (base, ours, theirs)]
    at = [0, 0, 0]
    written = []
    for shared in [*_shared(three), None]:
        ends = [len(p) if shared is None else p.index(shared, i) for p, i in zip(three, at, strict=True)]
        was, mine, other = ("".join(x.text for x in p[i:end]) for p, i, end in zip(three, at, ends, strict=True))
        written.append(_hunk(was, mine, other, labels, size, newline))
        if shared is not None:
            written.append(shared.text)
        at = [end + 1 for end in ends]
    bom = b"\xef\xbb\xbf" if ours.bom else b""
    return bom + "".join(written).encode()


def unmarked(text: str) -> Marked | None:
    """The versions in a file with markers; None where there are none, or where they are not whole."""
    size = _longest(text, "<")
    if not size:
        return None
    sides: dict[str, list[str]] = {"<": [], "|": [], ">": []}
    names = {"<": "ours", "|": "base", ">": "theirs"}
    where, based, had_base = "", True, False
    for line in lines_of(text):
        sign, label = _marker(line, size)
        if (where, sign) == ("", "<"):
            names["<"], where, had_base = label or names["<"], "<", False
        elif (where, sign) == ("<", "|"):
            names["|"], where, had_base = label or names["|"], "|", True
        elif where in ("<", "|") and sign == "=":
            based, where = based and had_base, ">"
        elif (where, sign) == (">", ">"):
            names[">"], where = label or names[">"], ""
        elif where:
            sides[where].append(line)
        elif sign == ">":
            return None
        else:
            for side in sides.values():
                side.append(line)
    if where:
        return None
    base, ours, theirs = ("".join(sides[sign]) for sign in "|<>")
    labels = Labels(names["|"], names["<"], names[">"])
    return Marked(base if based else None, ours, theirs, labels, size)


def _longest(text: str, signs: str = "<|=>") -> int:
    """How many signs the longest line has that could be a marker; 0 where there is none."""
    found = re.finditer(rf"^([{re.escape(signs)}])\1{{{MARKER_SIZE - 1},}}(?= |\r?$)", text, re.MULTILINE)
    return max((len(match[0]) for match in found), default=0)


def _marker(line: str, size: int) -> tuple[str, str]:
    """The sign of a line of markers and its label; nothing for any other line."""
    sign = line[:1]
    rest = line[size:].rstrip("\r\n")
    if sign and sign in "<|=>" and line[:size] == sign * size and (not rest or rest[0] == " "):
        return sign, rest.strip()
    return "", ""


def _pieces(document: BlockDocument, whole: Collection[str]) -> list[_Piece]:
    """A file in the pieces that differ as a whole: a table's header, its keys; a table that is in all is one piece."""
    found: list[_Piece] = []
    for at, block in enumerate(document.blocks):
        name = ("head",) if at == 0 else ("entry", block.id) if block.id is not None else ("text", block.text)
        split = block.text not in whole and (at == 0 or block.id is not None)
        parts = parts_of(block.text, head=at == 0) if split else None
        if parts is None:
            found.append(_Piece(name, block.text))
        else:
            found += [_Piece((*name, key), part.text) for key, part in parts.items() if part.text]
    return found


def _shared(three: Sequence[Sequence[_Piece]]) -> Iterator[_Piece]:
    """The pieces that are the same in all three and stand in the same order."""
    base, ours, theirs = three
    common: Sequence[_Piece] = base
    for other in (ours, theirs):
        place = {piece: at for at, piece in enumerate(other)}
        common = [piece for piece in common if piece in place]
        outside = set(out_of_order(common, place))
        common = [piece for piece in common if piece not in outside]
    yield from common


def _hunk(base: str, ours: str, theirs: str, labels: Labels, size: int, newline: str) -> str:
    """The differing stretches of three files between markers, lines at either end that are the same left outside."""
    if base == ours == theirs:
        return ours
    sides = [lines_of(text) for text in (ours, base, theirs)]
    before: list[str] = []
    while all(sides) and sides[0][0] == sides[1][0] == sides[2][0]:
        before.append(sides[0][0])
        sides = [side[1:] for side in sides]
    behind: list[str] = []
    while all(sides) and sides[0][-1] == sides[1][-1] == sides[2][-1]:
        behind.insert(0, sides[0][-1])
        sides = [side[:-1] for side in sides]
    ours, base, theirs = (_whole_lines("".join(side), newline) for side in sides)
    return "".join(
        [
            *before,
            f"{'<' * size} {labels.ours}{newline}",
            ours,
            f"{'|' * size} {labels.base}{newline}",
            base,
            f"{'=' * size}{newline}",
            theirs,
            f"{'>' * size} {labels.theirs}{newline}",
            *behind,
        ]
    )


def _whole_lines(text: str, newline: str) -> str:
    return text if not text or text.endswith("\n") else text + newline
