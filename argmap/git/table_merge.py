"""What becomes of each block of three files: the text that is taken, or made of several."""

from collections.abc import Iterator, Mapping, Sequence

from argmap.format import ReadError, emit, read
from argmap.format.blocks import headers
from argmap.format.writer import rewritten, rewritten_head
from argmap.git.cells import cells_of
from argmap.git.file_blocks import HEAD, Key
from argmap.git.map_file import NotMerged
from argmap.git.merge import Choice, Choices
from argmap.git.order import Side
from argmap.git.tables import added_comments, merged_text, raw_cells, same_text, with_comments
from argmap.git.three import WHOLE, Conflict, Three
from argmap.model import KINDS, ArgumentMap, Entry

SIDES: tuple[Side, ...] = ("base", "ours", "theirs")
Blocks = Mapping[Side, Mapping[Key, str]]
_HEAD_KEYS = frozenset({"argmap", "title", "main", "tags", "note", "ignore", *KINDS})


class TableMerge:
    """Three files' blocks, merged one by one; what means nothing to argmap is merged by its values, too."""

    def __init__(self, three: Three, blocks: Blocks, conflicts: Sequence[Conflict], newline: str) -> None:
        self._three_maps = three
        self._blocks = blocks
        self._newline = newline
        self._whole: dict[str | None, Conflict] = {}
        self._apart: dict[str | None, set[str]] = {}
        for conflict in conflicts:
            for id, key in (conflict.at, *conflict.along):
                self._apart.setdefault(id, set()).add(key)
                if key == WHOLE:
                    self._whole[id] = conflict

    def text(self, key: Key, map: ArgumentMap, choices: Choices) -> str:
        """The text of a block in the merged file, which holds that map; empty where the block goes."""
        base, ours, theirs = three(self._blocks, key)
        if key == HEAD:
            return self._head(base or "", ours or "", theirs or "", map, choices)
        if isinstance(key, str):
            if key not in map.entries:
                return self._left_behind(base, ours, theirs)
            entry = map.entries[key]
            if base == ours == theirs and ours is not None and entry is self._three_maps.ours.entries.get(key):
                return ours
            return self._table(key, entry, map, choices)
        if ours == theirs or theirs == base:
            return ours or ""
        if ours == base or key[0] == "comment":
            return (theirs if ours == base else ours or theirs) or ""
        choice = choices.get((None, " ".join(key)), "both")
        return {"base": base, "ours": ours, "theirs": theirs, "both": ours or theirs}[choice] or ""

    def holds(self, key: Key, text: str, map: ArgumentMap) -> bool:
        """Whether a block of the merged file says what the map says; asked before anything is written."""
        if key == HEAD:
            return emit.root_cells(_head_of(text)) == emit.root_cells(map)
        if not isinstance(key, str) or key not in map.entries:
            return True
        entry = map.entries[key]
        for side, blocks in self._blocks.items():
            if blocks.get(key) == text:
                return self._three_maps.map_of(side).entries.get(key) == entry
        return _entry_of(text, entry) == entry

    def _head(self, base: str, ours: str, theirs: str, map: ArgumentMap, choices: Choices) -> str:
        maps = self._three_maps
        if theirs == base or ours == theirs:
            return rewritten_head(ours, maps.ours, map, self._newline)
        if ours == base:
            return rewritten_head(theirs, maps.theirs, map, self._newline)
        values = self._values(None, map, choices)
        text = merged_text(base, ours, theirs, values, self._apart.get(None, ()), head=True)
        return rewritten_head(text, _head_of(text), map, self._newline)

    def _table(self, id: str, entry: Entry, map: ArgumentMap, choices: Choices) -> str:
        base, ours, theirs = (self._alike(side, id, entry) for side in SIDES)
        whole = self._whole.get(id)
        choice: Choice = choices.get(whole.at, "both") if whole is not None else "both"
        if (taken := {"base": base, "ours": ours, "theirs": theirs}.get(choice)) is not None:
            return self._as(taken, entry)
        if ours is None or theirs is None:
            kept = ours or theirs or base
            text = self._as(kept, entry) if kept else emit.table(id, entry, self._newline) + self._newline
            return self._with_lost(id, text)
        if same_text(ours[0], theirs[0]) or (base is not None and same_text(theirs[0], base[0])):
            return self._as(ours, entry)
        if base is not None and same_text(ours[0], base[0]):
            return self._as(theirs, entry)
        values = self._values(id, map, choices)
        text = merged_text(base[0] if base else "", ours[0], theirs[0], values, self._apart.get(id, ()))
        before = _entry_of(text, entry)
        return self._as((text, before) if before is not None else ours, entry)

    def _alike(self, side: Side, id: str, entry: Entry) -> tuple[str, Entry] | None:
        """A side's table and entry, if it is of the same kind."""
        text, there = self._blocks[side].get(id), self._three_maps.map_of(side).entries.get(id)
        return (text, there) if text is not None and there is not None and there.kind == entry.kind else None

    def _as(self, table: tuple[str, Entry], entry: Entry) -> str:
        text, before = table
        return text if before is entry else rewritten(text, before, entry, self._newline)

    def _with_lost(self, id: str, text: str) -> str:
        """A table with the comments that were added to it where it was made another kind of entry."""
        base, ours, theirs = three(self._blocks, id)
        if base is None or ours is None or theirs is None:
            return text
        lost = (added_comments(base, ours) | added_comments(base, theirs)) - added_comments(base, text)
        return with_comments(text, lost)

    def _left_behind(self, base: str | None, ours: str | None, theirs: str | None) -> str:
        """The comments that one side added to a table which the other deleted."""
        if base is None or (ours is None) == (theirs is None):
            return ""
        lost = added_comments(base, ours or theirs)
        return "".join(f"{comment}{self._newline}" for comment in lost.elements()) + self._newline if lost else ""

    def _values(self, id: str | None, map: ArgumentMap, choices: Choices) -> dict[str, str]:
        """Whose value each key is to have in a table that both sides changed."""
        was, mine, other = self._three_maps.cells(id)
        wanted = cells_of(map, id)
        values: dict[str, str] = {}
        for key in {**mine, **other, **was}:
            if key not in wanted:
                values[key] = ""
            elif mine.get(key) != other.get(key):
                sides = (("ours", mine), ("theirs", other), ("base", was))
                values[key] = next((side for side, cells in sides if cells.get(key) == wanted[key]), "ours")
        known = {*was, *mine, *other, *wanted}
        return values | {key: side for key, side in self._unknown(id, choices) if key not in known}

    def _unknown(self, id: str | None, choices: Choices) -> Iterator[tuple[str, str]]:
        """Of the keys that mean nothing to argmap, whose value each is to have where the sides differ."""
        was, mine, other = (raw_cells(text or "") for text in three(self._blocks, id or HEAD))
        for key in {**mine, **other, **was}:
            b, o, t = was.get(key), mine.get(key), other.get(key)
            if o == t:
                continue
            side = "ours" if t == b else "theirs" if o == b else choices.get((id, key), "both")
            value = {"base": b, "ours": o, "theirs": t, "both": o if o is not None else t}[side]
            yield key, "" if value is None else ("ours" if o is not None else "theirs") if side == "both" else side


def three(blocks: Blocks, key: Key) -> tuple[str | None, str | None, str | None]:
    """A block in base, ours and theirs."""
    return blocks["base"].get(key), blocks["ours"].get(key), blocks["theirs"].get(key)


def changed_beyond(blocks: Blocks, maps: Sequence[ArgumentMap]) -> Iterator[str]:
    """The entries that one side deleted or made another kind, and of which the other changed keys beyond argmap's.

    `maps` are those of base, ours and theirs.
    """
    for id in blocks["base"]:
        if not isinstance(id, str):
            continue
        kinds = [map.entries[id].kind if id in map.entries else None for map in maps]
        was, *sides = three(blocks, id)
        ours, theirs = (text if kind == kinds[0] else None for text, kind in zip(sides, kinds[1:], strict=True))
        if (ours is None) != (theirs is None):
            known = _known_keys(maps[0], id)
            before, after = (
                {key: value for key, value in raw_cells(text or "").items() if key not in known}
                for text in (was, ours or theirs)
            )
            if before != after:
                yield id


def check_loose_tables(blocks: Blocks) -> None:
    """Raise NotMerged where both sides changed tables beyond argmap's that stand in lists or in one another."""
    loose = [
        [text for key, text in blocks[side].items() if not isinstance(key, str) and key[0] == "table"] for side in SIDES
    ]
    nested = any(header.array or len(header.path) > 1 for text in (*loose[1], *loose[2]) for header in headers(text))
    if nested and loose[1] != loose[2] and loose[0] not in loose[1:]:
        raise NotMerged("both sides changed tables that mean nothing to argmap and stand in lists or in one another")


def unknown_conflicts(blocks: Blocks, mine: ArgumentMap, other: ArgumentMap) -> Iterator[Conflict]:
    """The conflicts in what means nothing to argmap: keys, and tables as a whole."""
    for key in dict.fromkeys((*blocks["ours"], *blocks["theirs"])):
        base, ours, theirs = three(blocks, key)
        if ours == theirs or base in (ours, theirs):
            continue
        if not isinstance(key, str) and key != HEAD:
            if key[0] == "table":
                yield Conflict(None, " ".join(key), base, ours, theirs, "beyond")
        elif ours is not None and theirs is not None:
            id = key if isinstance(key, str) else None
            known = _known_keys(mine, id) | _known_keys(other, id)
            was, here, there = (raw_cells(text or "") for text in (base, ours, theirs))
            for name in [name for name in {**here, **there} if name not in known]:
                b, o, t = was.get(name), here.get(name), there.get(name)
                if o != t and b not in (o, t):
                    yield Conflict(id, name, b, o, t, "beyond")


def _known_keys(map: ArgumentMap, id: str | None) -> frozenset[str]:
    return _HEAD_KEYS if id is None else _keys_of(map.entries[id])


def _keys_of(entry: Entry) -> frozenset[str]:
    return frozenset(field.alias or name for name, field in type(entry).model_fields.items())


def _entry_of(text: str, like: Entry) -> Entry | None:
    """The entry that a table's text holds; None where it holds none of that kind."""
    allowed = _keys_of(like)
    try:
        return KINDS[like.kind].model_validate({k: v for k, v in raw_cells(text).items() if k in allowed})
    except ValueError:
        return None


def _head_of(text: str) -> ArgumentMap:
    """The head that a text holds, without entries."""
    try:
        return read(f"{text}\n".encode()).map if text.strip() else ArgumentMap(version=0)
    except ReadError:
        return ArgumentMap(version=0)
