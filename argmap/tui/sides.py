"""Two sides of a map that has changed here and on disk, in words. No screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argmap.git.conflicts import ORDER, WHOLE, Conflict
from argmap.git.differences import Added, Changed, Difference, Moved, Removed, differences
from argmap.git.merge import Choice, Merged, merge, new_problems
from argmap.git.told import in_words, named, told
from argmap.model import ArgumentMap, Problem
from argmap.workspace import OnDisk, Opened

WORDS: Mapping[Choice, str] = {"both": "both", "ours": "mine", "theirs": "on\N{NO-BREAK SPACE}disk"}
"""How the choices are called on the screen."""


@dataclass(frozen=True)
class Question:
    """A conflict in words: what it is about, both versions, and what each choice comes to, the safest first."""

    conflict: Conflict
    about: str
    ours: str
    theirs: str
    choices: Mapping[Choice, str]


@dataclass(frozen=True)
class Sides:
    """What changed here and on disk since `base`, and how the two merge.

    `alone` counts the changes that merge by themselves; `problems` are what merging brings that neither side had.
    """

    base: ArgumentMap
    ours: ArgumentMap
    disk: OnDisk
    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    questions: tuple[Question, ...]
    alone: int
    problems: tuple[Problem, ...]

    @property
    def opened(self) -> Opened:
        """The map on disk."""
        assert self.disk.opened is not None
        return self.disk.opened

    @classmethod
    def of(cls, base: ArgumentMap, ours: ArgumentMap, disk: OnDisk) -> "Sides":
        """Compare what is here and what is on disk with what both began from."""
        assert disk.opened is not None
        theirs = disk.opened.map
        merged = merge(base, ours, theirs)
        here, there = differences(base, ours), differences(base, theirs)
        mine = {difference: told(difference, base, ours) for difference in here}
        other = {difference: told(difference, base, theirs) for difference in there}
        at = {conflict.at for conflict in merged.conflicts}
        return cls(
            base,
            ours,
            disk,
            tuple(mine.values()),
            tuple(other.values()),
            tuple(_question(conflict, ours, theirs, mine, other) for conflict in merged.conflicts),
            sum(at.isdisjoint(_at(difference)) for difference in {**mine, **other}),
            new_problems(merged.map, ours, theirs),
        )

    def merged(self, choices: Mapping[tuple[str | None, str], Choice]) -> Merged:
        """The merged map."""
        return merge(self.base, self.ours, self.opened.map, choices)


def _at(difference: Difference) -> set[tuple[str | None, str]]:
    """The conflicts that a difference would be part of."""
    match difference:
        case Added(id) | Removed(id):
            return {(id, WHOLE)}
        case Changed(id, key):
            return {(id, WHOLE), (id, key)}
        case Moved(id):
            return {(id, WHOLE), (id, ORDER)}
        case _:
            return set()


def _question(
    conflict: Conflict,
    ours: ArgumentMap,
    theirs: ArgumentMap,
    mine: Mapping[Difference, str],
    other: Mapping[Difference, str],
) -> Question:
    id, key = conflict.at
    name = "the map" if id is None else named(ours if id in ours.entries else theirs, id)
    if key == ORDER:
        behind = [_behind(ours, conflict.ours), _behind(theirs, conflict.theirs)]
        moved: dict[Choice, str] = {"ours": "as I moved it", "theirs": "as it was moved on disk"}
        return Question(conflict, f"{name}: moved to two places", behind[0], behind[1], moved)
    if key == WHOLE:
        about, choices = _whole(conflict)
        return Question(
            conflict, f"{name}: {about}", _did(conflict.ours, id, mine), _did(conflict.theirs, id, other), choices
        )
    joined = isinstance(conflict.ours or conflict.theirs, tuple)
    one = conflict.ours is None or conflict.theirs is None
    kept = (
        "lists are joined" if joined else "what is written stays" if one else "mine stays, the other goes into its note"
    )
    return Question(
        conflict,
        f"{name}: {key}",
        in_words(ours, key, conflict.ours),
        in_words(theirs, key, conflict.theirs),
        {"both": kept, "ours": "as it is here", "theirs": "as it is on disk"},
    )


def _whole(conflict: Conflict) -> tuple[str, dict[Choice, str]]:
    keep, go = "it stays", "it is deleted, and what stood in it gets loose"
    if conflict.ours is None:
        return "deleted here, changed on disk", {"theirs": keep, "ours": go}
    if conflict.theirs is None:
        return "changed here, deleted on disk", {"ours": keep, "theirs": go}
    kept = "mine stays, the other gets an id of its own"
    return "two kinds of entry", {"both": kept, "ours": "as it is here", "theirs": "as it is on disk"}


def _did(entry: Any, id: str | None, told: Mapping[Difference, str]) -> str:
    if entry is None:
        return "deleted"
    about = [words for difference, words in told.items() if (id, WHOLE) in _at(difference)]
    return "; ".join(about) or "kept, and something new needs it"


def _behind(map: ArgumentMap, id: str | None) -> str:
    return f"behind {named(map, id)}" if id is not None else "at the front"
