"""Random map files and random changes to them on two sides, from a seeded generator."""

import random
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TypeAlias

from tests.git import random_comments as comments
from tests.git import random_edits as edits
from tests.git import random_moves as moves
from tests.git.map_files import Links, MapFile, circular
from tests.git.random_base import random_file
from tests.git.random_duels import duel
from tests.git.random_edits import Side

Edit: TypeAlias = Callable[[Side, MapFile], MapFile]

_WEIGHTS: dict[Edit, float] = {
    edits.reword: 20,
    edits.set_field: 14,
    edits.change_head: 2,
    edits.add_member: 9,
    edits.add_inference: 12,
    edits.add_conditional: 3,
    edits.add_source: 1,
    edits.add_scenario: 1,
    edits.change_suppose: 1,
    edits.change_anchor: 5,
    edits.change_formula: 3,
    edits.rename: 4,
    edits.turn_kind: 1,
    comments.change: 8,
    moves.delete: 7,
    moves.move: 6,
    moves.retarget: 3,
    moves.share: 3,
    moves.reorder: 7,
}


def three(rng: random.Random, size: int, count: int) -> tuple[bytes, bytes, bytes]:
    """A base of so many statements, and what so many random edits on each side made of it.

    Each is a sound map. Both sides favour the same sorts of edits and a few tables beside one another,
    some cases more than others; some edits are the same on both, and some don't go together.
    """
    base = random_file(rng, size)
    ids = list(base.tables)
    at = rng.randrange(len(ids))
    hot, heat = frozenset(ids[at : at + rng.randint(3, 8)]), rng.choice([0.1, 0.4, 0.8])
    weights = {edit: weight * rng.choice([0.2, 1, 1, 5]) for edit, weight in _WEIGHTS.items()}
    common = sum(rng.random() < 0.05 for _ in range(count))
    begun = edited(Side(rng, "both-", hot, heat), base, common, weights)
    sides = [Side(rng, prefix, hot, heat) for prefix in ("our-", "their-")]
    drawn, left = (begun, begun), count - common
    if left and rng.random() < 0.05:
        drawn = _apart(sides[0], begun)
        left -= drawn[0] is not begun
    ours, theirs = (edited(side, file, left, weights) for side, file in zip(sides, drawn, strict=True))
    return base.written(), ours.written(), theirs.written()


def _apart(side: Side, file: MapFile) -> tuple[MapFile, MapFile]:
    """A duel, where a few tries find one."""
    for _ in range(10):
        with suppress(edits.NotHere):
            drawn = duel(side, file)
            if not any(circular(changed, Links.of(changed)) for changed in drawn):
                return drawn
    return file, file


def edited(side: Side, file: MapFile, count: int, weights: Mapping[Edit, float] = _WEIGHTS) -> MapFile:
    """The file after so many random edits, the weightier ones oftener."""
    while count > 0:
        [edit] = side.rng.choices(list(weights), list(weights.values()))
        try:
            changed = edit(side, file)
        except edits.NotHere:
            continue
        if not circular(changed, Links.of(changed)):
            file, count = changed, count - 1
    return file
