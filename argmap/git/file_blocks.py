"""A map file's blocks by what they are, and their order in a file that comes from several."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from argmap.format import Block, BlockDocument
from argmap.format.blocks import comments, headers
from argmap.format.writer import regular, spaced
from argmap.git.map_file import MapFile
from argmap.model import ArgumentMap

HEAD = ("head",)
Key: TypeAlias = str | tuple[str, ...]
"""A block of a file: an entry's id, the head, an unknown table ("table", name) or a free-standing comment."""


def prepared(file: MapFile, newline: str) -> MapFile:
    """A file with each entry in one plain table, with these line ends, its last line ended."""
    document = regular(file.document, file.map)
    last = document.blocks[-1]
    if last.text and not last.text.endswith("\n"):
        document = replace(document, blocks=(*document.blocks[:-1], replace(last, text=last.text + document.newline)))
    if document.newline != newline:
        blocks = [
            replace(block, text=block.text.replace("\r\n", "\n").replace("\n", newline)) for block in document.blocks
        ]
        document = replace(document, blocks=tuple(blocks), newline=newline)
    return MapFile(file.map, document)


def keyed(document: BlockDocument) -> dict[Key, str]:
    """The texts of a document's blocks by key; what stands there several times is numbered."""
    found: dict[Key, str] = {}
    seen: Counter[Key] = Counter()
    for at, block in enumerate(document.blocks):
        key: Key
        if at == 0:
            key = HEAD
        elif block.id is not None:
            key = block.id
        else:
            named = headers(block.text)
            what = ("table", ".".join(named[0].path)) if named else ("comment", *comments(block.text))
            key = (*what, str(seen[what])) if seen[what] else what
            seen[what] += 1
        found[key] = block.text
    return found


def ordered(map: ArgumentMap, kept: Mapping[Key, str], sides: Iterable[Mapping[Key, str]]) -> list[Key]:
    """The kept blocks: entries as in the map, the others behind what they stand behind on the first side with them."""
    everything: tuple[Key, ...] = (HEAD, *map.entries)
    order = [key for key in everything if key in kept]
    placed = set(order)
    for side in sides:
        behind: Key | None = None
        for key in side:
            if key in kept and key not in placed:
                order.insert(order.index(behind) + 1 if behind is not None else 0, key)
                placed.add(key)
            if key in placed:
                behind = key
    return order


@dataclass(frozen=True)
class Spacing:
    """The blank lines between blocks, as the files have them that the blocks come from."""

    newline: str
    close: frozenset[tuple[str, str]]
    """The blocks, with the first line of the next, between which a file has what stands in the block."""
    last: frozenset[str]

    @classmethod
    def of(cls, documents: Sequence[BlockDocument]) -> "Spacing":
        """The spacing of some files with the same line ends."""
        texts = [[block.text for block in document.blocks] for document in documents]
        close = {pair for each in texts for pair in zip(each, map(_first_line, each[1:]), strict=False)}
        return cls(documents[0].newline, frozenset(close), frozenset(each[-1] for each in texts))

    def laid(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """The blocks with a blank line behind each that no file has in front of its next."""
        for block, following in zip(blocks, [*blocks[1:], None], strict=False):
            if following is not None:
                close = (block.text, _first_line(following.text)) in self.close
                yield block if close else replace(block, text=spaced(block.text, self.newline))
            elif block.text in self.last or not block.text.endswith(("\n\n", "\n\r\n")):
                yield block
            else:
                yield replace(block, text=block.text.rstrip("\r\n") + self.newline)


def _first_line(text: str) -> str:
    return text.partition("\n")[0]
