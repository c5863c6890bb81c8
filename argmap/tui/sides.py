"""Two sides of a map, in words: here and on disk, or those of a merge that left conflicts. No screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from argmap.git.file_merge import FileMerge
from argmap.git.map_file import MapFile
from argmap.git.merge import Choice, new_problems
from argmap.git.questions import Changes, Question, Words, question
from argmap.git.three import At
from argmap.model import Problem

Answer: TypeAlias = Literal["m", "o", "t", "a", "c"]


@dataclass(frozen=True)
class Telling:
    """How two sides are told: the heading, the sides' names, the headings of what they changed, and the answers."""

    heading: str
    about: tuple[str, ...]
    words: Words
    changed: tuple[str, str]
    answers: Sequence[tuple[Answer, str]]

    def called(self, choice: Choice) -> str:
        """How a choice is called on the screen."""
        return {"ours": self.words.ours, "theirs": self.words.theirs}.get(choice, choice)


ON_DISK = Telling(
    "changed on disk, and here",
    (
        "Somebody else changed the file while it was changed here. What both did is listed; what only one side did is "
        "kept by merging. Where both changed the same thing, left and right choose whose is taken, or both.",
        "Nothing is written before you answer, and Esc changes nothing here or on disk.",
    ),
    Words("here", "on disk", "mine", "on\N{NO-BREAK SPACE}disk", "as it is here", "as it is on disk"),
    ("Changed here", "Changed on disk"),
    (
        ("m", "merge: keep both sides' work"),
        ("o", "overwrite what is on disk with mine"),
        ("t", "take what is on disk; undo brings mine back"),
        ("a", "save mine under another name"),
        ("c", "cancel; nothing changes here or on disk"),
    ),
)
MERGING = Telling(
    "was merged, with conflicts",
    (
        "Git merged two versions of this map. What only one side changed is merged already; where both changed the "
        "same thing, left and right choose whose is taken, or both.",
        "Nothing is written before you save, undo brings the conflicts back, and Esc leaves the file as it is.",
    ),
    Words(),
    ("Changed by ours", "Changed by theirs"),
    (
        ("m", "settle: take what is chosen above"),
        ("o", "take ours everywhere"),
        ("t", "take theirs everywhere"),
        ("c", "later; the file keeps its conflicts"),
    ),
)


@dataclass(frozen=True)
class Sides:
    """What changed on both sides since the base, and how the two merge.

    `alone` counts the changes that merge by themselves; `problems` are what merging brings that neither side had.
    """

    merge: FileMerge
    telling: Telling
    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    questions: tuple[Question, ...]
    alone: int
    problems: tuple[Problem, ...]

    @classmethod
    def of(cls, base: MapFile, ours: MapFile, theirs: MapFile, telling: Telling = ON_DISK) -> "Sides":
        """Compare two sides with what both began from."""
        merge = FileMerge.of(base, ours, theirs)
        changes = Changes.of(base.map, ours.map, theirs.map)
        here, there = merge.files["ours"].map, merge.files["theirs"].map
        told = {conflict.problem for conflict in merge.conflicts}
        return cls(
            merge,
            telling,
            tuple(changes.ours.values()),
            tuple(changes.theirs.values()),
            tuple(question(conflict, here, there, changes, telling.words) for conflict in merge.conflicts),
            changes.alone(merge.conflicts),
            tuple(problem for problem in new_problems(merge.map({}), here, there) if problem not in told),
        )

    def merged(self, choices: Mapping[At, Choice]) -> MapFile:
        """The merged map and its file."""
        return MapFile(self.merge.map(choices), self.merge.document(choices))
