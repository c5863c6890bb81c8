"""The derived outline: the tree people see, with roles and labels. Nothing here is stored."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from argmap.model import labels
from argmap.model.entry import Entry
from argmap.model.inferences import Inference
from argmap.model.links import Links, pointers
from argmap.model.roles import Role, first_statement, roles_among, roots_among
from argmap.model.row import Row, RowKind
from argmap.model.statements import Sentence
from argmap.model.unfolding import Kept, Unfolding


@dataclass(frozen=True)
class Outline:
    """The outline of a map, fully unfolded.

    `rows` is the tree in reading order, `tray` the rows of the loose sentences below it; `roots` are
    the ids at the top, `mains` the main conclusions; `labels` and `roles` are by id; `opponents`
    tells the objection that each sentence under one is under, and what follows it in its label.
    """

    rows: tuple[Row, ...]
    tray: tuple[Row, ...]
    roots: tuple[str, ...]
    mains: tuple[str, ...]
    labels: Mapping[str, str]
    roles: Mapping[str, Role]
    opponents: Mapping[str, tuple[str, str]]
    _ids: Sequence[str] = field(compare=False, repr=False)
    _signs: bytes = field(repr=False)
    _regular: bool = field(repr=False)

    @classmethod
    def of(cls, entries: Mapping[str, Entry], links: Links, main: tuple[str, ...] = ()) -> "Outline":
        """Derive the outline; every entry that people see stands in it exactly once unfolded.

        A cycle of support is entered at its first sentence in file order; an inference whose target
        is unknown stands at the top.
        """
        roots = roots_among(entries, entries, links, main)
        roles = roles_among(entries, entries, links, roots)
        walk = Unfolding(entries, links, roles)
        walk.tops(RowKind.SENTENCE, roots)
        ids, seen = walk.ids, walk.seen
        unseen = roles.keys() - seen
        regular = _all_reached(seen, unseen, links, roles)
        if not regular:
            for id, entry in entries.items():
                if id in walk.seen:
                    continue
                if isinstance(entry, Inference):
                    if not isinstance(entries.get(entry.target), Sentence | Inference):
                        walk.tops(RowKind.INFERENCE, [id])
                elif isinstance(entry, Sentence) and id in links.inferences:
                    roots[id] = None
                    walk.tops(RowKind.SENTENCE, [id])
            rest = (id for id, entry in entries.items() if isinstance(entry, Inference))
            walk.tops(RowKind.INFERENCE, (id for id in rest if id not in walk.seen))
            ids, unseen = walk.ids, roles.keys() - seen
        return cls._finished(walk, ids, roots, main, unseen, regular)

    def followed(
        self,
        before: tuple[Mapping[str, Entry], Links, tuple[str, ...]],
        after: tuple[Mapping[str, Entry], Links, tuple[str, ...]],
        touched: Iterable[str],
    ) -> "Outline":
        """The outline after an edit that added, changed, moved or removed the `touched` ids only.

        `before` and `after` are entries, links and named main conclusions. The same as deriving it
        anew, for the price of what the edit reached.
        """
        entries, links, main = after
        if not self._regular:
            return Outline.of(entries, links, main)
        touched = set(touched)
        affected = _affected(before, after, touched)
        position = links.position
        candidates = (affected | set(self.roots)) & entries.keys()
        roots = roots_among(sorted(candidates, key=position.__getitem__), entries, links, main)
        roles = dict(self.roles)
        for id in affected:
            roles.pop(id, None)
        roles.update(roles_among(affected, entries, links, roots))
        changed = _with_all_above(self._with_places(affected, touched, entries), before[0])
        walk = Unfolding(entries, links, roles, Kept(self.rows, self._signs, changed))
        walk.opponents.update(self.opponents)
        walk.tops(RowKind.SENTENCE, roots)
        ids = walk.ids
        seen = labels.unfolded(ids, walk.signs)
        unseen = roles.keys() - seen
        if not _all_reached(seen, unseen, links, roles):
            return Outline.of(entries, links, main)
        return self._finished(walk, ids, roots, main, unseen, True)

    @classmethod
    def _finished(
        cls,
        walk: Unfolding,
        ids: list[str],
        roots: Mapping[str, None],
        main: tuple[str, ...],
        unseen: set[str],
        regular: bool,
    ) -> "Outline":
        """The outline of what was walked, with the `unseen` sentences that nothing mentions in its tray."""
        roles, position = walk.roles, walk.links.position
        signs = bytes(walk.signs)
        told = labels.propositions(ids, signs, roles)
        hidden = sorted(unseen - told.keys(), key=position.__getitem__)
        tray = Unfolding(walk.entries, walk.links, roles)
        tray.tops(RowKind.SENTENCE, (id for id in hidden if id not in walk.links.mentions))
        told.update(labels.propositions(tray.ids, tray.signs, roles))
        for id in hidden:
            if id not in tray.seen and id not in told:
                start = len(tray.rows)
                tray.tops(RowKind.SENTENCE, [id])
                told.update(labels.propositions(tray.ids[start:], tray.signs[start:], roles))
        opponents = {id: walk.opponents[id] for id in labels.ids_of(ids, signs, b"o")} | tray.opponents
        mains = tuple(id for id in main if isinstance(walk.entries.get(id), Sentence)) or tuple(roots)
        return cls(
            tuple(walk.rows),
            tuple(tray.rows),
            tuple(roots),
            mains,
            labels.labels(ids + tray.ids, signs + bytes(tray.signs), roles, opponents),
            roles,
            opponents,
            ids,
            signs,
            regular,
        )

    def _with_places(self, affected: set[str], touched: set[str], entries: Mapping[str, Entry]) -> set[str]:
        """The affected ids, and every place of a shared sentence that may now first stand elsewhere."""
        if labels.REFERENCE not in self._signs:
            return affected
        ids = self._ids
        shared = labels.referred(ids, self._signs)
        found = set(affected)
        unsettled = shared & affected
        moving = touched | unsettled
        looked_at: set[str] = set()
        while moving - looked_at:
            spans = _spans(self.rows, moving - looked_at)
            looked_at |= moving
            for start, end in spans:
                unsettled |= shared.intersection(ids[start:end])
            moving = moving | unsettled
        for id in unsettled:
            found.add(id)
            sentence = entries.get(id)
            if isinstance(sentence, Sentence):
                found.update(sentence.stands_in)
        return found

    def below(self, id: str) -> Sequence[Row]:
        """The row on which an entry is unfolded and all rows under it; none where it has no such row."""
        for rows, ids in ((self.rows, self._ids), (self.tray, [row.id for row in self.tray])):
            for start in _places(id, ids):
                if rows[start].kind in (RowKind.SENTENCE, RowKind.INFERENCE):
                    depth, after = rows[start].depth, range(start + 1, len(rows))
                    return rows[start : next((at for at in after if rows[at][3] <= depth), len(rows))]
        return ()

    def label(self, id: str) -> str:
        """The label of an entry, or its id where it has none."""
        return self.labels.get(id, id)


def _places(id: str, ids: Sequence[str]) -> Iterator[int]:
    at = -1
    with suppress(ValueError):
        while True:
            at = ids.index(id, at + 1)
            yield at


def _affected(
    before: tuple[Mapping[str, Entry], Links, tuple[str, ...]],
    after: tuple[Mapping[str, Entry], Links, tuple[str, ...]],
    touched: set[str],
) -> set[str]:
    """The touched ids, whatever they point or pointed to, and what points to those that came or went."""
    old, new = before[0], after[0]
    found = set(touched)
    for id in touched:
        for entry in (old.get(id), new.get(id)):
            found.update(target for _, target in pointers(entry)) if entry is not None else None
        if type(old.get(id)) is not type(new.get(id)):
            for _, links, _ in (before, after):
                for table in (links.members, links.inferences):
                    found.update(table.get(id, ()))
    if before[2] != after[2]:
        found.update(before[2], after[2])
    first = first_statement(old), first_statement(new)
    if first[0] != first[1]:
        found.update(id for id in first if id is not None)
    return found


def _with_all_above(ids: set[str], entries: Mapping[str, Entry]) -> set[str]:
    """The ids and all that they stand under, in whichever place."""
    found, waiting = set(ids), list(ids)
    while waiting:
        entry = entries.get(waiting.pop())
        above = (
            entry.stands_in if isinstance(entry, Sentence) else (entry.target,) if isinstance(entry, Inference) else ()
        )
        waiting += [id for id in above if id not in found]
        found.update(above)
    return found


def _spans(rows: Sequence[Row], ids: set[str]) -> list[tuple[int, int]]:
    """The stretches of rows headed by the ids, nested ones left out."""
    spans = []
    start, top = -1, -1
    for at, (kind, id, _, depth, *_) in enumerate(rows):
        if start >= 0 and depth <= top:
            spans.append((start, at))
            start = -1
        if start < 0 and id in ids and kind is not RowKind.MENTION:
            start, top = at, depth
    if start >= 0:
        spans.append((start, len(rows)))
    return spans


def _all_reached(seen: set[str], unseen: set[str], links: Links, roles: Mapping[str, Role]) -> bool:
    """Whether everything but loose sentences and propositions stands under a root."""
    if not links.inferences.keys().isdisjoint(unseen):
        return False
    return len(seen) - (len(roles) - len(unseen)) == sum(map(len, links.inferences.values()))
