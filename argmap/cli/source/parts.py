"""What the commands on sources share."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from argmap.cli.console import Failure, say_line
from argmap.edit import Edited
from argmap.format import follow
from argmap.model import ArgumentMap, Source
from argmap.source import Document, Passage, Status, Texts
from argmap.source.verified import Verified
from argmap.workspace.files import Opened, WorkspaceError, save_map
from argmap.workspace.sources import texts

_STANDING: Mapping[Status, str] = {
    "exact": "exact",
    "unverified": "without a hash",
    "moved": "moved",
    "changed": "changed",
    "lost": "lost",
}


class Format(StrEnum):
    """How a result is printed."""

    text = "text"
    json = "json"


def source_named(map: ArgumentMap, file: Path, id: str) -> Source:
    """The source of an id; raises Failure where the map has none."""
    source = map.entries.get(id)
    if not isinstance(source, Source):
        known = [known for known, entry in map.entries.items() if isinstance(entry, Source)]
        has = f"it has {', '.join(known)}" if known else "`argmap source attach` adds one"
        raise Failure(f'{file} has no source "{id}"; {has}')
    return source


def texts_asked(map: ArgumentMap, file: Path, id: str | None) -> Texts:
    """The texts of a map, or of the one source asked for; says why any is missing, and raises Failure if all are."""
    if id is not None:
        map = ArgumentMap(entries={id: source_named(map, file, id)})
    found = texts(file, map)
    if not found.documents and not found.missing:
        raise Failure(f"{file} has no source; `argmap source attach {file} FILE` adds one")
    if not found.documents:
        raise Failure("; ".join(found.missing.values()))
    for why in found.missing.values():
        say_line(why, error=True)
    return found


def passages(map: ArgumentMap, found: list[Verified], source: str) -> Iterator[tuple[str, Passage]]:
    """The passages of one source that statements and conditionals are known to point to."""
    for id, _, anchor, now in found:
        if anchor.source == source and now.status not in ("changed", "lost") and now.passage and map.sentence(id):
            yield id, now.passage


def words_at(document: Document, passage: Passage) -> str:
    """The words of a passage, on one line."""
    return " ".join(document.text[passage.start : passage.end].split())


def titled(map: ArgumentMap, id: str) -> str:
    """A source as its people call it: its title, or its id."""
    source = map.entries[id]
    return f"“{source.title}”" if isinstance(source, Source) and source.title else id


def labels(map: ArgumentMap, ids: tuple[str, ...] | list[str]) -> list[str]:
    """The labels of statements, in the order of the file."""
    return [map.outline.label(id) for id in sorted(ids, key=map.links.position.__getitem__)]


def standing(found: Sequence[Verified]) -> str:
    """How anchors stand to their texts: "38 anchors exact, 1 changed"; nothing where there are none."""
    count = Counter(one.found.status for one in found)
    parts = [(count[status], words) for status, words in _STANDING.items() if count[status]]
    noun = " anchor" if parts[:1] and parts[0][0] == 1 else " anchors"
    return ", ".join(f"{number}{noun if n == 0 else ''} {words}" for n, (number, words) in enumerate(parts))


def save(current: Opened, edited: Edited) -> None:
    """Write an edited map back to its file, if anything is changed; raises WorkspaceError where it can't be."""
    map, change = edited
    if map == current.map:
        return
    if current.read_only:
        raise WorkspaceError(f"{current.path} was left as it is: {current.read_only}")
    save_map(current.path, follow(current.document, current.map, map, change.touched), map, current.digest)
