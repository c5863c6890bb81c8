"""The order of a merged map: each side's moves and additions, laid into what neither side moved."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from argmap.format.order import out_of_order

Side: TypeAlias = Literal["base", "ours", "theirs"]


@dataclass(frozen=True)
class Orders:
    """Three orders of ids compared.

    `moved` holds for each side the fewest ids that moved there; `twice` those that both sides moved
    to different places, with the unmoved id they stand behind in base, ours and theirs; what stands right behind the
    same id on both sides is at one place, wherever that is.
    """

    sides: Mapping[Side, Sequence[str]]
    moved: Mapping[Side, frozenset[str]]
    twice: Mapping[str, tuple[str | None, str | None, str | None]]

    @classmethod
    def of(cls, base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> "Orders":
        """Compare three orders."""
        sides: dict[Side, Sequence[str]] = {"base": base, "ours": ours, "theirs": theirs}
        before = {id: at for at, id in enumerate(base)}
        moved: dict[Side, frozenset[str]] = {
            side: frozenset(out_of_order([id for id in order if id in before], before)) for side, order in sides.items()
        }
        both = moved["ours"] & moved["theirs"]
        fixed = set(base) & set(ours) & set(theirs) - moved["ours"] - moved["theirs"]
        behind = [_behind(order, both, fixed) for order in (base, ours, theirs)]
        right = [dict(zip(order[1:], order[:-1], strict=True)) for order in (ours, theirs)]
        apart = [id for id in ours if id in both and right[0].get(id) != right[1].get(id)]
        twice = {id: (behind[0][id], behind[1][id], behind[2][id]) for id in apart}
        return cls(sides, moved, {id: at for id, at in twice.items() if at[1] != at[2]})

    def laid(self, kept: Collection[str], follow: Mapping[str, Side]) -> list[str]:
        """The kept ids in their merged order.

        What a side moved or added goes behind its predecessor there; `follow` says whom to follow where that is
        settled otherwise; who then follows another side than ours stands first. What both moved follows ours.
        """
        known = set(self.sides["base"])
        placed_by: dict[str, Side] = {}
        for side in ("theirs", "ours"):
            placed_by |= {id: side for id in self.sides[side] if id in self.moved[side] or id not in known}
        placed_by = {id: side for id, side in (placed_by | {**follow}).items() if id in kept}
        spine = [id for id in self.sides["base"] if id in kept and id not in placed_by]
        position = {side: {id: at for at, id in enumerate(order)} for side, order in self.sides.items()}
        placed: set[str | None] = {None, *spine}
        followers: dict[str | None, list[str]] = {}
        chosen = {id for id, side in follow.items() if side != "ours"}
        waiting_for = [id for side in ("ours", "theirs", "base") for id in self.sides[side] if id in placed_by]
        for first in sorted(waiting_for, key=lambda id: id not in chosen):
            waiting = {first: None}
            while waiting:
                id = next(reversed(waiting))
                side = placed_by[id]
                behind = self._predecessor(side, position[side].get(id, 0), kept, waiting)
                if id not in placed and behind not in placed:
                    assert behind is not None
                    waiting[behind] = None
                    continue
                if id not in placed:
                    followers.setdefault(behind, []).append(id)
                    placed.add(id)
                del waiting[id]
        return unrolled(spine, followers)

    def _predecessor(self, side: Side, at: int, kept: Collection[str], waiting: Collection[str]) -> str | None:
        order = self.sides[side]
        while at > 0:
            at -= 1
            if order[at] in kept and order[at] not in waiting:
                return order[at]
        return None


def _behind(order: Sequence[str], wanted: Collection[str], fixed: Collection[str]) -> dict[str, str | None]:
    """For each wanted id, the last of the fixed ids in front of it."""
    found: dict[str, str | None] = {}
    last: str | None = None
    for id in order:
        if id in wanted:
            found[id] = last
        elif id in fixed:
            last = id
    return found


def unrolled(spine: Sequence[str], followers: Mapping[str | None, Sequence[str]]) -> list[str]:
    """The spine with the followers of each id right behind it, theirs behind them; those of None in front."""
    laid: list[str] = []
    for start in (None, *spine):
        stack = [start]
        while stack:
            id = stack.pop()
            if id is not None:
                laid.append(id)
            stack += reversed(followers.get(id, ()))
    return laid
