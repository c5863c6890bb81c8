"""Three versions of a map file merged into one: by meaning, every untouched table and every comment kept."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from argmap.format import Block, BlockDocument, ReadError, blank_document, emit, read, reread_matches
from argmap.format.blocks import comments, headers
from argmap.format.writer import regular, rewritten, rewritten_head, spaced
from argmap.git.cells import cells_of
from argmap.git.conflicts import WHOLE, Conflict, Three
from argmap.git.map_file import MapFile
from argmap.git.markers import LABELS, MARKER_SIZE, Labels, marked
from argmap.git.merge import Choice, Choices, Merge, Names
from argmap.git.order import Side
from argmap.git.renames import renamed_version
from argmap.git.tables import added_comments, merged_text, raw_cells, same_text, with_comments
from argmap.git.told import conflict_told
from argmap.model import KINDS, ArgumentMap, Entry

_SIDES: tuple[Side, ...] = ("base", "ours", "theirs")
_FROM: tuple[Side, ...] = ("ours", "theirs", "base")
_HEAD = ("head",)
Key: TypeAlias = str | tuple[str, ...]
"""A block of a file: an entry's id, the head, an unknown table or a free-standing comment."""


class NotMerged(Exception):
    """Versions that can't be merged by meaning; the message tells people why."""


@dataclass(frozen=True)
class MergedFile:
    """A merged file, and the conflicts that are marked in it."""

    data: bytes
    merge: "FileMerge | None" = None

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What the sides do not agree on."""
        return self.merge.conflicts if self.merge is not None else ()

    def told(self) -> list[str]:
        """The conflicts in words."""
        return self.merge.told() if self.merge is not None else []


def merge_files(
    base: bytes, ours: bytes, theirs: bytes, *, labels: Labels = LABELS, marker_size: int = MARKER_SIZE
) -> MergedFile:
    """Merge two versions of a map file with the one both began from (empty where there was none).

    Where there are conflicts, the file holds both sides' words between markers. Raises NotMerged for a version that
    is no map, or that a newer argmap wrote.
    """
    if ours == theirs or base == theirs:
        return MergedFile(ours)
    if base == ours:
        return MergedFile(theirs)
    merge = FileMerge.of(_version(base, labels.base), _version(ours, labels.ours), _version(theirs, labels.theirs))
    return MergedFile(marked_file(merge, {}, labels, marker_size), merge)


def marked_file(merge: "FileMerge", choices: Choices, labels: Labels, marker_size: int) -> bytes:
    """The merged file, with markers round the conflicts that no choice settles; raises NotMerged."""
    if all(conflict.at in choices for conflict in merge.conflicts):
        return merge.document(choices).encode()
    base, ours, theirs = (merge.document({**merge.all(side), **choices}) for side in _SIDES)
    return marked(base, ours, theirs, labels, marker_size)


def _version(data: bytes, label: str) -> MapFile:
    if not data.strip():
        return MapFile(ArgumentMap(), blank_document())
    try:
        reading = read(data)
    except ReadError as error:
        first = error.problems[0]
        line = f"line {first.line}: " if first.line else ""
        raise NotMerged(f"{label} is no map that can be read: {line}{first.message}") from None
    if reading.newer:
        raise NotMerged(f"{label} was written by a newer argmap (format {reading.map.version})")
    return MapFile(reading.map, reading.document)


class FileMerge:
    """Three versions of a map file compared, to be merged by any choices."""

    def __init__(self, base: MapFile, ours: MapFile, theirs: MapFile, names: Names, ended: bool) -> None:
        self.versions: Mapping[Side, MapFile] = {"base": base, "ours": ours, "theirs": theirs}
        self.names = names
        self._ended = ended
        self._blocks = {side: keyed(version.document) for side, version in self.versions.items()}
        self._merge = Merge(Three(base.map, ours.map, theirs.map, frozenset(self._beyond())), names)
        self.conflicts = (*self._merge.conflicts, *self._unknown_conflicts())

    @classmethod
    def of(cls, base: MapFile, ours: MapFile, theirs: MapFile) -> "FileMerge":
        """Compare three versions."""
        names = Names.of(base.map, ours.map, theirs.map)
        newline = ours.document.newline if ours.document.newline != base.document.newline else theirs.document.newline
        was, mine, other = (version.document.text.endswith("\n") for version in (base, ours, theirs))
        versions = [
            renamed_version(_prepared(version, newline), mapping)
            for version, mapping in ((base, names.base), (ours, names.ours), (theirs, names.theirs))
        ]
        return cls(versions[0], versions[1], versions[2], names, mine if mine != was else other)

    def told(self) -> list[str]:
        """The conflicts in words."""
        ours, theirs = self.versions["ours"].map, self.versions["theirs"].map
        return [conflict_told(conflict, ours, theirs) for conflict in self.conflicts]

    def all(self, choice: Choice) -> Choices:
        """Every conflict settled the same way."""
        return {conflict.at: choice for conflict in self.conflicts}

    def map(self, choices: Choices) -> ArgumentMap:
        """The merged map."""
        return self._merge.map(choices)

    def document(self, choices: Choices) -> BlockDocument:
        """The merged file; raises NotMerged where it would not be the merged map."""
        map = self._merge.unnamed(choices)
        texts = {key: text for key in self._keys(map) if (text := self._text(key, map, choices))}
        blocks = [self._block(key, texts[key], map) for key in self._order(map, texts)]
        ours = self.versions["ours"].document
        bom = ours.bom if ours.bom != self.versions["base"].document.bom else self.versions["theirs"].document.bom
        blocks = list(self._laid(blocks))
        if not self._ended and not choices:
            blocks[-1] = replace(blocks[-1], text=blocks[-1].text.rstrip("\r\n"))
        document = BlockDocument(tuple(blocks), ours.newline, bom)
        names = self._merge.settled_names(choices)
        if names:
            map, document = renamed_version(MapFile(map, document), names)
        if not reread_matches(document, map):
            raise NotMerged("the merged file would not read back as the merged map")
        return document

    def _keys(self, map: ArgumentMap) -> Iterator[Key]:
        yield _HEAD
        yield from map.entries
        seen = dict.fromkeys(key for side in _FROM for key in self._blocks[side])
        yield from (key for key in seen if key not in map.entries and key != _HEAD)

    def _three(self, key: Key) -> tuple[str | None, str | None, str | None]:
        base, ours, theirs = (self._blocks[side].get(key) for side in _SIDES)
        return base, ours, theirs

    def _text(self, key: Key, map: ArgumentMap, choices: Choices) -> str:
        """What becomes of a block; empty where it goes."""
        if key == _HEAD:
            return self._head(map, choices)
        if isinstance(key, str):
            return self._table(key, map, choices) if key in map.entries else self._left_behind(key)
        base, ours, theirs = self._three(key)
        if ours == theirs or theirs == base:
            return ours or ""
        if ours == base or key[0] == "comment":
            return (theirs if ours == base else ours or theirs) or ""
        choice = choices.get((None, " ".join(key)), "both")
        return {"base": base, "ours": ours, "theirs": theirs, "both": ours or theirs}[choice] or ""

    def _head(self, map: ArgumentMap, choices: Choices) -> str:
        base, ours, theirs = (text or "" for text in self._three(_HEAD))
        newline = self.versions["ours"].document.newline
        if theirs == base or ours == theirs:
            return rewritten_head(ours, self.versions["ours"].map, map, newline)
        if ours == base:
            return rewritten_head(theirs, self.versions["theirs"].map, map, newline)
        values = self._values(None, map, choices)
        text = merged_text(base, ours, theirs, values, self._apart(None), head=True)
        return rewritten_head(text, self._as_read(text), map, newline)

    def _as_read(self, head: str) -> ArgumentMap:
        try:
            return read(f"{head}\n".encode()).map
        except ReadError:
            return ArgumentMap(version=0)

    def _table(self, id: str, map: ArgumentMap, choices: Choices) -> str:
        entry, newline = map.entries[id], self.versions["ours"].document.newline
        found: list[tuple[str, Entry] | None] = []
        for side, text in zip(_SIDES, self._three(id), strict=True):
            there = self.versions[side].map.entries.get(id)
            alike = text is not None and there is not None and there.kind == entry.kind
            found.append((text, there) if alike else None)  # type: ignore[arg-type]
        base, ours, theirs = found
        whole = next((c for c in self.conflicts if (id, WHOLE) in (c.at, *c.along)), None)
        choice: Choice = choices.get(whole.at, "both") if whole is not None else "both"
        if (taken := {"base": base, "ours": ours, "theirs": theirs}.get(choice)) is not None:
            return rewritten(*taken, entry, newline)
        if ours is None or theirs is None:
            kept = ours or theirs or base
            text = rewritten(kept[0], kept[1], entry, newline) if kept else emit.table(id, entry, newline) + newline
            return self._with_lost(id, text)
        if same_text(ours[0], theirs[0]) or (base is not None and same_text(theirs[0], base[0])):
            return rewritten(*ours, entry, newline)
        if base is not None and same_text(ours[0], base[0]):
            return rewritten(*theirs, entry, newline)
        values = self._values(id, map, choices)
        text = merged_text(base[0] if base else "", ours[0], theirs[0], values, self._apart(id))
        before = _entry_of(text, entry)
        return rewritten(text, before, entry, newline) if before is not None else rewritten(*ours, entry, newline)

    def _with_lost(self, id: str, text: str) -> str:
        """A table with the comments that were added to it where it was made another kind of entry."""
        base, ours, theirs = self._three(id)
        if base is None or ours is None or theirs is None:
            return text
        lost = (added_comments(base, ours) | added_comments(base, theirs)) - added_comments(base, text)
        return with_comments(text, lost)

    def _apart(self, id: str | None) -> set[str]:
        """The keys of a table that are in conflict."""
        return {key for conflict in self.conflicts for at, key in (conflict.at, *conflict.along) if at == id}

    def _values(self, id: str | None, map: ArgumentMap, choices: Choices) -> dict[str, str]:
        """Whose value each key is to have in a table that both sides changed."""
        was, mine, other = self._merge.three.cells(id)
        wanted = cells_of(map, id)
        values: dict[str, str] = {}
        for key in {**mine, **other, **was}:
            if key not in wanted:
                values[key] = ""
            elif mine.get(key) != other.get(key):
                sides = (("ours", mine), ("theirs", other), ("base", was))
                values[key] = next((side for side, cells in sides if cells.get(key) == wanted[key]), "ours")
        known = {*was, *mine, *other, *wanted}
        for key, choice in self._unknown(id, choices):
            if key not in known:
                values[key] = choice
        return values

    def _unknown(self, id: str | None, choices: Choices) -> Iterator[tuple[str, str]]:
        """Of the keys that mean nothing to argmap, whose value each is to have where the sides differ."""
        was, mine, other = (raw_cells(text or "") for text in self._three(id or _HEAD))
        for key in {**mine, **other, **was}:
            b, o, t = was.get(key), mine.get(key), other.get(key)
            if o == t:
                continue
            side = "ours" if t == b else "theirs" if o == b else choices.get((id, key), "both")
            value = {"base": b, "ours": o, "theirs": t, "both": o if o is not None else t}[side]
            yield key, "" if value is None else ("ours" if o is not None else "theirs") if side == "both" else side

    def _beyond(self) -> Iterator[str]:
        """The tables that one side deleted, and of which the other changed keys that mean nothing to argmap."""
        ours, theirs = self._blocks["ours"], self._blocks["theirs"]
        for id, before in self._blocks["base"].items():
            if isinstance(id, str) and (id in ours) != (id in theirs):
                after = ours.get(id) or theirs[id]
                known = _known_keys(self.versions["base"].map, id)
                was, now = ({k: v for k, v in raw_cells(text).items() if k not in known} for text in (before, after))
                if was != now:
                    yield id

    def _unknown_conflicts(self) -> Iterator[Conflict]:
        """The conflicts in what means nothing to argmap."""
        shared = self._blocks["ours"].keys() & self._blocks["theirs"].keys()
        for key in [_HEAD, *self._blocks["ours"]]:
            base, ours, theirs = self._three(key)
            if (isinstance(key, str) or key == _HEAD) and key in shared and base not in (ours, theirs):
                id = key if isinstance(key, str) else None
                ordinary = _known_keys(self.versions["ours"].map, id)
                was, mine, other = (raw_cells(text or "") for text in (base, ours, theirs))
                for name in {**mine, **other}:
                    b, o, t = was.get(name), mine.get(name), other.get(name)
                    if name not in ordinary and o != t and b not in (o, t):
                        yield Conflict(id, name, b, o, t)
        seen = dict.fromkeys(key for side in ("ours", "theirs") for key in self._blocks[side])
        for key in seen:
            if not isinstance(key, str) and key[0] == "table":
                base, ours, theirs = self._three(key)
                if ours != theirs and base not in (ours, theirs):
                    yield Conflict(None, " ".join(key), base, ours, theirs)

    def _left_behind(self, id: str) -> str:
        """The comments that one side added to a table which the other deleted."""
        base, ours, theirs = self._three(id)
        if base is None or (ours is None) == (theirs is None):
            return ""
        newline = self.versions["ours"].document.newline
        lost = added_comments(base, ours or theirs)
        return "".join(f"{comment}{newline}" for comment in lost.elements()) + newline if lost else ""

    def _order(self, map: ArgumentMap, texts: Mapping[Key, str]) -> list[Key]:
        """The blocks in order: entries as in the map, the others behind what they stand behind on their side."""
        everything: tuple[Key, ...] = (_HEAD, *map.entries)
        order = [key for key in everything if key in texts]
        placed = set(order)
        for side in _FROM:
            behind: Key | None = None
            for key in self._blocks[side]:
                if key in texts and key not in placed:
                    order.insert(order.index(behind) + 1 if behind is not None else 0, key)
                    placed.add(key)
                if key in placed:
                    behind = key
        return order

    def _block(self, key: Key, text: str, map: ArgumentMap) -> Block:
        if isinstance(key, str) and key in map.entries:
            return Block(text, map.entries[key].kind, key)
        return Block(text)

    def _laid(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """The blocks with blank lines between what no side has without."""
        newline = self.versions["ours"].document.newline
        together = {pair for side in _SIDES for pair in self._adjacent(self.versions[side].document)}
        whole = {_tail(version.document.blocks[-1].text) for version in self.versions.values()}
        for at, block in enumerate(blocks):
            if at + 1 < len(blocks):
                close = (block.text, _head_line(blocks[at + 1].text)) in together and block.text.endswith("\n")
                yield block if close else replace(block, text=spaced(block.text, newline))
            elif _tail(block.text) in whole or not block.text.endswith(("\n\n", "\n\r\n")):
                yield block
            else:
                yield replace(block, text=block.text.rstrip("\r\n") + newline)

    @staticmethod
    def _adjacent(document: BlockDocument) -> Iterable[tuple[str, str]]:
        texts = [block.text for block in document.blocks]
        return zip(texts, [_head_line(text) for text in texts[1:]], strict=False)


def _tail(text: str) -> str:
    return text[-80:]


def _head_line(text: str) -> str:
    return text.partition("\n")[0].rstrip("\r")


def _prepared(version: MapFile, newline: str) -> MapFile:
    """A version with each entry in one plain table, with these line ends, its last line ended."""
    document = regular(version.document, version.map)
    last = document.blocks[-1]
    if last.text and not last.text.endswith("\n"):
        document = replace(document, blocks=(*document.blocks[:-1], replace(last, text=last.text + document.newline)))
    if document.newline != newline:
        blocks = [
            replace(block, text=block.text.replace("\r\n", "\n").replace("\n", newline)) for block in document.blocks
        ]
        document = replace(document, blocks=tuple(blocks), newline=newline)
    return MapFile(version.map, document)


def keyed(document: BlockDocument) -> dict[Key, str]:
    """A document's blocks by key: entries by id, the rest by what they are and how often it came before."""
    found: dict[Key, str] = {}
    seen: Counter[Key] = Counter()
    for at, block in enumerate(document.blocks):
        key: Key
        if at == 0:
            key = _HEAD
        elif block.id is not None:
            key = block.id
        else:
            named = headers(block.text)
            what = ("table", ".".join(named[0].path)) if named else ("comment", *comments(block.text))
            key = (*what, str(seen[what])) if seen[what] else what
            seen[what] += 1
        found[key] = block.text
    return found


def _entry_of(text: str, like: Entry) -> Entry | None:
    """The entry that a table's text holds; None where it holds none of that kind."""
    allowed = {field.alias or name for name, field in type(like).model_fields.items()}
    try:
        return KINDS[like.kind].model_validate({k: v for k, v in raw_cells(text).items() if k in allowed})
    except ValueError:
        return None


def _known_keys(map: ArgumentMap, id: str | None) -> frozenset[str]:
    if id is None:
        return frozenset(emit.root_cells(map)) | {"argmap", "title", "main", "tags", "note", "ignore", *KINDS}
    return frozenset(field.alias or name for name, field in type(map.entries[id]).model_fields.items())
