"""Three versions of a map file merged into one: by meaning, every untouched table and every comment kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from argmap.format import Block, BlockDocument, ReadError, blank_document, read
from argmap.git.file_blocks import HEAD, Key, Spacing, keyed, ordered, prepared
from argmap.git.map_file import MapFile, NotMerged
from argmap.git.markers import LABELS, MARKER_SIZE, Labels, marked
from argmap.git.merge import Choice, Choices, Merge, Names
from argmap.git.order import Side
from argmap.git.questions import conflict_told
from argmap.git.renames import renamed_file
from argmap.git.table_merge import SIDES, TableMerge, changed_beyond, check_loose_tables, unknown_conflicts
from argmap.git.three import Conflict, Three
from argmap.model import ArgumentMap


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
    began = read_side(base, labels.base) if base.strip() else MapFile(ArgumentMap(), blank_document())
    merge = FileMerge.of(began, read_side(ours, labels.ours), read_side(theirs, labels.theirs))
    return MergedFile(marked_file(merge, {}, labels, marker_size), merge)


def marked_file(merge: "FileMerge", choices: Choices, labels: Labels, marker_size: int) -> bytes:
    """The merged file, with markers round the conflicts that no choice settles; raises NotMerged."""
    if all(conflict.at in choices for conflict in merge.conflicts):
        return merge.document(choices).encode()
    base, ours, theirs = (merge.document({**merge.all(side), **choices}) for side in SIDES)
    return marked(base, ours, theirs, labels, marker_size)


def read_side(data: bytes, label: str) -> MapFile:
    """Read one version, called `label` in what is told of it; raises NotMerged."""
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
    """Three versions of a map file compared, to be merged by any choices.

    `ended` says whether the merged file ends with a line end.
    """

    def __init__(self, files: Mapping[Side, MapFile], names: Names, ended: bool) -> None:
        """Use `of`."""
        self.files = files
        self._ended = ended
        self._blocks = {side: keyed(files[side].document) for side in SIDES}
        maps = [files[side].map for side in SIDES]
        check_loose_tables(self._blocks)
        beyond = frozenset(changed_beyond(self._blocks, maps))
        self._merge = Merge(Three(maps[0], maps[1], maps[2], beyond), names)
        self.conflicts = (*self._merge.conflicts, *unknown_conflicts(self._blocks, maps[1], maps[2]))
        newline = files["ours"].document.newline
        self._tables = TableMerge(self._merge.three, self._blocks, self.conflicts, newline)
        self._spacing = Spacing.of([files[side].document for side in SIDES])

    @classmethod
    def of(cls, base: MapFile, ours: MapFile, theirs: MapFile) -> "FileMerge":
        """Compare three versions; raises NotMerged where what is beyond argmap's keys can't be told apart."""
        names = Names.of(base.map, ours.map, theirs.map)
        newline = ours.document.newline if ours.document.newline != base.document.newline else theirs.document.newline
        was, mine, other = (file.document.text.endswith("\n") for file in (base, ours, theirs))
        mapped = ((base, names.base), (ours, names.ours), (theirs, names.theirs))
        files = [renamed_file(prepared(file, newline), ids) for file, ids in mapped]
        return cls(dict(zip(SIDES, files, strict=True)), names, mine if mine != was else other)

    def told(self) -> list[str]:
        """The conflicts in words."""
        ours, theirs = self.files["ours"].map, self.files["theirs"].map
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
        texts = {key: text for key in self._keys(map) if (text := self._tables.text(key, map, choices))}
        wrong = next((key for key, text in texts.items() if not self._tables.holds(key, text, map)), None)
        if wrong is not None:
            name = wrong if isinstance(wrong, str) else " ".join(wrong)
            raise NotMerged(f'the merged table of "{name}" would not read back as it is meant')
        order = ordered(map, texts, [self._blocks[side] for side in ("ours", "theirs", "base")])
        blocks = list(self._spacing.laid([_block(key, texts[key], map) for key in order]))
        if not self._ended and not choices and blocks:
            blocks[-1] = replace(blocks[-1], text=blocks[-1].text.rstrip("\r\n"))
        base, ours, theirs = (self.files[side].document for side in SIDES)
        document = BlockDocument(tuple(blocks), ours.newline, ours.bom if ours.bom != base.bom else theirs.bom)
        return renamed_file(MapFile(map, document), self._merge.settled_names(choices)).document

    def _keys(self, map: ArgumentMap) -> Iterator[Key]:
        """Every block that the merged file may have."""
        yield HEAD
        yield from map.entries
        seen = dict.fromkeys(key for side in SIDES for key in self._blocks[side])
        yield from (key for key in seen if key not in map.entries and key != HEAD)


def _block(key: Key, text: str, map: ArgumentMap) -> Block:
    if isinstance(key, str) and key in map.entries:
        return Block(text, map.entries[key].kind, key)
    return Block(text)
