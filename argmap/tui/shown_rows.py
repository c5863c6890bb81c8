"""Which rows of the outline are shown: those that no fold hides. Follows edits and folds by splicing."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import compress, count
from operator import itemgetter

from argmap.model import Row, RowKind
from argmap.model.splice import Splice, splice

_NEVER = 1 << 60
_FEW_FOLDS = 8


class ShownRows:
    """The indices and ids of the rows shown, in order, and the position of the row each stands under (-1 at the top).

    `folded` are the ids that were folded when the rows were taken.
    """

    def __init__(self) -> None:
        self.rows: Sequence[Row] = ()
        self.indices: list[int] = []
        self.ids: list[str] = []
        self.parents: list[int] = []
        self.folded: AbstractSet[str] = frozenset()

    def take(self, rows: Sequence[Row], folded: AbstractSet[str]) -> Splice:
        """Show other rows, or fold others; only what differs is gone through. The stretch of positions is returned."""
        old, self.rows = self.rows, rows
        refolded, self.folded = self.folded ^ folded, frozenset(folded)
        start, _, end = splice((old, rows)) if old is not rows else (len(rows), 0, 0)
        if len(refolded) > _FEW_FOLDS:
            start, end = 0, len(rows)
        else:
            for first, last in _stretches(rows, refolded):
                start, end = min(start, first), max(end, last)
        if start >= end and len(old) == len(rows):
            return Splice(0, 0, 0)
        return self._relay(start, max(end, start), len(rows) - len(old))

    def position(self, index: int) -> int:
        """The position of a row, or of the row that hides it."""
        at = bisect_left(self.indices, index)
        return at if at < len(self.indices) and self.indices[at] == index else max(at - 1, 0)

    def shows(self, index: int) -> bool:
        """Whether no fold hides a row."""
        at = bisect_left(self.indices, index)
        return at < len(self.indices) and self.indices[at] == index

    def _relay(self, start: int, end: int, moved: int) -> Splice:
        """Go through the rows from `start` until, at or behind `end`, things are as before but `moved` on."""
        rows, folded, indices, parents = self.rows, self.folded, self.indices, self.parents
        first = bisect_left(indices, start)
        last, limit = self._open_before(first)
        shown: list[int] = []
        ids: list[str] = []
        above: list[int] = []
        at = start
        for at in range(start, len(rows)):
            kind, id, _, depth = rows[at][:4]
            if depth > limit:
                continue
            if at >= end and last[depth] < first:
                break
            limit = depth if id in folded and kind is not RowKind.MENTION else _NEVER
            above.append(last[depth])
            del last[depth + 1 :]
            last.append(first + len(shown))
            shown.append(at)
            ids.append(id)
        else:
            at = len(rows)
        old_end = bisect_left(indices, at - moved)
        self.ids[first:old_end] = ids
        further = first + len(shown) - old_end
        if moved:
            self.indices = indices[:first] + shown + [index + moved for index in indices[old_end:]]
        else:
            indices[first:old_end] = shown
        if further:
            rest = [p if p < first else p + further for p in parents[old_end:]]
            self.parents = parents[:first] + above + rest
        else:
            parents[first:old_end] = above
        return Splice(first, old_end, first + len(shown))

    def _open_before(self, first: int) -> tuple[list[int], int]:
        """What stands open in front of a position: the row that each depth would stand under, and a fold's depth."""
        if first == 0:
            return [-1], _NEVER
        row = self.rows[self.indices[first - 1]]
        last = [-1] * (row.depth + 2)
        position = first - 1
        while position >= 0:
            last[self.rows[self.indices[position]].depth + 1] = position
            position = self.parents[position]
        hides = row.id in self.folded and row.kind is not RowKind.MENTION
        return last, row.depth if hides else _NEVER


def _stretches(rows: Sequence[Row], ids: Collection[str]) -> Iterable[tuple[int, int]]:
    """What stands under each of the ids where it is unfolded: first and end."""
    if not ids:
        return
    for at in compress(count(), map(ids.__contains__, map(itemgetter(1), rows))):
        if rows[at].kind is RowKind.MENTION:
            continue
        depth = rows[at].depth
        yield at + 1, next((end for end in range(at + 1, len(rows)) if rows[end][3] <= depth), len(rows))
