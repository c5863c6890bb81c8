"""Two maps as one: all of the new one, and what the old one has beyond it, where that stood."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from argmap.git.order import unrolled
from argmap.git.renames import renamed, renamings
from argmap.model import ArgumentMap, Conditional, Entry, Inference, RowKind, Sentence, wording

OLD_LABEL = "old {}"
"""How what is only in the old map is labelled, beside the labels of the new one."""


@dataclass(frozen=True)
class Union:
    """Two maps in one.

    `old` is the old map under the ids that the `new` one gives the same entries. `map` holds what either has,
    labelled as there; where an entry no longer stands, it holds another in its place: `left` tells which entry each
    of those stands for. `aside` tells the ids that old entries have here because theirs now name another sort of
    thing.
    """

    old: ArgumentMap
    new: ArgumentMap
    map: ArgumentMap
    left: Mapping[str, str]
    aside: Mapping[str, str]


def united(old: ArgumentMap, new: ArgumentMap) -> Union:
    """Lay what is gone into the new map: behind the sibling, or else the parent, behind which it stood."""
    old = renamed(old, renamings(old, new))
    taken = [id for id, entry in old.entries.items() if id in new.entries and _sort(entry) != _sort(new.entries[id])]
    aside = dict(zip(taken, _free_ids(old, new), strict=False))
    union = _Union(renamed(old, aside), new)
    return Union(union.old, new, union.united(), union.left, aside)


def places(map: ArgumentMap, id: str) -> tuple[str, ...]:
    """The reasons and objections of the map in which a sentence stands."""
    entry = map.sentence(id)
    return tuple(i for i in dict.fromkeys(entry.stands_in) if map.inference(i)) if entry is not None else ()


def drawn(map: ArgumentMap) -> frozenset[str]:
    """The sentences that have a box in a figure of the map."""
    return frozenset(row.id for row in map.outline.rows if row.kind is RowKind.SENTENCE)


def _sort(entry: Entry) -> type[Entry]:
    return next((sort for sort in (Sentence, Inference) if isinstance(entry, sort)), type(entry))


def _free_ids(old: ArgumentMap, new: ArgumentMap) -> Iterator[str]:
    return (id for number in count(1) if (id := f"old-{number}") not in old.entries and id not in new.entries)


class _Union:
    def __init__(self, old: ArgumentMap, new: ArgumentMap) -> None:
        self.old, self.new = old, new
        self.entries: dict[str, Entry] = {id: self.kept(id, entry) for id, entry in new.entries.items()}
        self.left: dict[str, str] = {}
        self.free = _free_ids(old, new)
        self.behind: dict[str | None, list[str]] = {}
        self.at = {(id, parent): id for id in new.entries for parent in self.parents(new, id)}
        self.last: str | None = next(iter(new.outline.roots), None)

    def united(self) -> ArgumentMap:
        boxes = drawn(self.new)
        for id, entry in self.old.entries.items():
            if isinstance(entry, Sentence):
                self.sentence(id, entry)
            elif isinstance(entry, Inference):
                self.inference(id, entry, boxes)
        order = unrolled(tuple(self.new.entries), self.behind)
        undrawn = drawn(self.old) - boxes
        gone = (id for id in self.old.outline.mains if id in undrawn)
        main = dict.fromkeys((*self.new.outline.mains, *gone))
        map = ArgumentMap(
            title=self.new.title or self.old.title, main=tuple(main), entries={id: self.entries[id] for id in order}
        )
        return map.relabelled(self.labels(map))

    def labels(self, map: ArgumentMap) -> dict[str, str]:
        were, are = self.old.outline, self.new.outline
        return {
            id: are.labels[id] if id in are.labels else OLD_LABEL.format(were.labels[was])
            for id in map.entries
            if id in are.labels or (was := self.left.get(id, id)) in were.labels
        }

    def kept(self, id: str, entry: Entry) -> Entry:
        """An entry of the new map; it stands in nothing that was removed from under it."""
        if isinstance(entry, Sentence) and any(i not in self.new.entries for i in entry.stands_in):
            return entry.model_copy(update={"stands_in": places(self.new, id)})
        return entry

    def sentence(self, id: str, entry: Sentence) -> None:
        were, are = places(self.old, id), places(self.new, id)
        if id not in self.new.entries:
            self.put(id, self.as_worded(entry, were), id, *were[:1])
            self.at.update({(id, place): id for place in were})
        else:
            for place in were:
                if place not in are:
                    self.leave(id, self.as_worded(entry, (place,)), place)
        if not were:
            self.last = id

    def inference(self, id: str, entry: Inference, boxes: frozenset[str]) -> None:
        after = self.new.inference(id)
        if after is None:
            self.put(id, entry, id, entry.target)
            return
        members = (m for m in self.old.links.members.get(id, ()) if m in boxes)
        if after.target != entry.target and entry.target in self.old.entries and (first := next(members, None)):
            place = self.leave(id, entry, entry.target)
            self.leave(first, self.as_worded(self.old.entries[first], (place,)), place)

    def leave(self, id: str, entry: Entry, parent: str) -> str:
        """Put an entry where another is no longer."""
        left = next(self.free)
        self.left[left] = id
        self.put(left, entry, id, parent)
        return left

    def put(self, id: str, entry: Entry, was: str, parent: str | None = None) -> None:
        self.entries[id] = entry
        self.behind.setdefault(self.anchor(was, parent), []).append(id)
        if parent is not None:
            self.at[was, parent] = id

    def anchor(self, was: str, parent: str | None) -> str | None:
        """Behind what an old entry goes: something of the new map, or something old that stood in front of it."""
        if parent is None:
            return self.last
        links = self.old.links
        siblings = (links.members if isinstance(self.old.entries[was], Sentence) else links.inferences).get(parent, ())
        ahead = siblings[: siblings.index(was)] if was in siblings else ()
        before = next((self.at[sibling, parent] for sibling in reversed(ahead) if (sibling, parent) in self.at), None)
        if before is not None:
            return before
        return parent if parent in self.entries else self.last

    @staticmethod
    def parents(map: ArgumentMap, id: str) -> tuple[str, ...]:
        entry = map.inference(id)
        return (entry.target,) if entry is not None else places(map, id)

    def as_worded(self, entry: Entry, stands_in: tuple[str, ...]) -> Entry:
        """An old sentence in its old words, also where what it mentions is worded anew."""
        update: dict[str, object] = {"stands_in": stands_in}
        if isinstance(entry, Conditional):
            update["if_text"], update["then_text"] = wording.halves(self.old, entry)
        return entry.model_copy(update=update)
