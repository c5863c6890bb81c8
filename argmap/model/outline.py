"""The derived outline: the tree people see, with roles and labels. Nothing here is stored."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, compress, count
from operator import itemgetter

from argmap.model import labels
from argmap.model.entry import Entry
from argmap.model.inferences import Inference
from argmap.model.labels import Numbered
from argmap.model.links import Links, pointers
from argmap.model.roles import Role, first_statement, roles_among, roots_among
from argmap.model.row import Row, RowKind
from argmap.model.splice import splice
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
    _numbered: Numbered = field(repr=False)
    _unseen: AbstractSet[str] = field(repr=False)
    _regular: bool = field(repr=False)

    @cached_property
    def longest_label(self) -> int:
        """The characters of the longest label; at least two."""
        return labels.longest(self.labels, self._numbered)

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
        unseen = roles.keys() - walk.seen
        regular = _all_reached(len(walk.seen), unseen, links, roles)
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
            unseen = roles.keys() - walk.seen
        return cls._finished(walk, roots, main, unseen, regular)

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
        was = self._numbered
        walk = Unfolding(entries, links, roles, Kept(self.rows, was.ids, was.signs, changed))
        walk.opponents.update(self.opponents)
        walk.tops(RowKind.SENTENCE, roots)
        ids, signs = walk.ids, bytes(walk.signs)
        first, old_end, new_end = differing = splice((was.ids, ids), (was.signs, signs))
        lost = labels.unfolded(was.ids[first:old_end], was.signs[first:old_end])
        gained = labels.unfolded(ids[first:new_end], signs[first:new_end])
        come = {id for id in affected if id not in self.roles}
        unseen = {id for id in (self._unseen | lost | come) - gained if id in roles}
        if not _all_reached(labels.count_unfolded(signs), unseen, links, roles):
            return Outline.of(entries, links, main)
        return self._finished(
            walk, roots, main, unseen, True, lambda new: labels.relabelled(self.labels, was, new, differing)
        )

    @classmethod
    def _finished(
        cls,
        walk: Unfolding,
        roots: Mapping[str, None],
        main: tuple[str, ...],
        unseen: AbstractSet[str],
        regular: bool,
        relabel: Callable[[Numbered], Mapping[str, str]] | None = None,
    ) -> "Outline":
        """The outline of what was walked, with the `unseen` sentences that nothing mentions in its tray."""
        roles, position = walk.roles, walk.links.position
        ids, signs = walk.ids, bytes(walk.signs)
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
        numbered = Numbered(ids, signs, tuple(told), opponents)
        mains = tuple(id for id in main if isinstance(walk.entries.get(id), Sentence)) or tuple(roots)
        return cls(
            tuple(walk.rows),
            tuple(tray.rows),
            tuple(roots),
            mains,
            relabel(numbered) if relabel is not None else labels.labels(numbered),
            roles,
            opponents,
            numbered,
            unseen,
            regular,
        )

    def _with_places(self, affected: set[str], touched: set[str], entries: Mapping[str, Entry]) -> set[str]:
        """The affected ids, and every place of a shared sentence that may now first stand elsewhere."""
        ids, signs = self._numbered.ids, self._numbered.signs
        if labels.REFERENCE not in signs:
            return affected
        shared = labels.referred(ids, signs)
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
        rows = self.rows + self.tray
        homes = (at for at in self.rows_of(id) if rows[at].kind in (RowKind.SENTENCE, RowKind.INFERENCE))
        return next((rows[at : self.end_of(at)] for at in homes), ())

    def end_of(self, at: int) -> int:
        """The row behind all that stand under a row; both counted through the outline and then the tray."""
        rows, start = (self.rows, 0) if at < len(self.rows) else (self.tray, len(self.rows))
        depth, after = rows[at - start].depth, range(at - start + 1, len(rows))
        return start + next((behind for behind in after if rows[behind][3] <= depth), len(rows))

    def rows_of(self, id: str) -> Iterator[int]:
        """The rows on which an entry is shown, counted from 0 through the outline and then the tray."""
        ids, at = self._numbered.ids, -1
        with suppress(ValueError):
            while True:
                at = ids.index(id, at + 1)
                yield at
        for at, row in enumerate(self.tray, len(ids)):
            if row.id == id:
                yield at

    def rows_among(self, ids: AbstractSet[str]) -> list[int]:
        """The rows on which any of the entries are shown, counted likewise."""
        every = chain(self._numbered.ids, map(itemgetter(1), self.tray))
        return list(compress(count(), map(ids.__contains__, every)))

    def label(self, id: str) -> str:
        """The label of an entry, or its id where it has none."""
        return self.labels.get(id, id)


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


def _all_reached(seen: int, unseen: AbstractSet[str], links: Links, roles: Mapping[str, Role]) -> bool:
    """Whether everything but loose sentences and propositions stands under a root; `seen` counts what does."""
    if not links.inferences.keys().isdisjoint(unseen):
        return False
    return seen - (len(roles) - len(unseen)) == sum(map(len, links.inferences.values()))
