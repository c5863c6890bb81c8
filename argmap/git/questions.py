"""Conflicts as questions for people: what each is about, both versions, and what each choice comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argmap.git.differences import Added, Changed, Difference, Moved, Removed, Renamed, differences
from argmap.git.merge import Choice
from argmap.git.three import ID, ORDER, WHOLE, At, Conflict
from argmap.git.told import in_words, key_in_words, named, told
from argmap.model import ArgumentMap


@dataclass(frozen=True)
class Words:
    """How the sides are called: who did something ("deleted here"), whose version is taken, and how it then is."""

    here: str = "by ours"
    there: str = "by theirs"
    ours: str = "ours"
    theirs: str = "theirs"
    as_ours: str = "as ours has it"
    as_theirs: str = "as theirs has it"


WORDS = Words()


@dataclass(frozen=True)
class Question:
    """A conflict in words: what it is about, both versions, and what each choice comes to, the safest first."""

    conflict: Conflict
    about: str
    ours: str
    theirs: str
    choices: Mapping[Choice, str]


@dataclass(frozen=True)
class Changes:
    """What both sides changed, in words by difference."""

    ours: Mapping[Difference, str]
    theirs: Mapping[Difference, str]

    @classmethod
    def of(cls, base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap) -> "Changes":
        """Compare both sides with what they began from."""
        mine, other = ({d: told(d, base, side) for d in differences(base, side)} for side in (ours, theirs))
        return cls(mine, other)

    def alone(self, conflicts: tuple[Conflict, ...]) -> int:
        """How many of the changes are part of no conflict."""
        at = {at for conflict in conflicts for at in (conflict.at, *conflict.along)}
        return sum(at.isdisjoint(places(difference)) for difference in {**self.ours, **self.theirs})


def places(difference: Difference) -> set[At]:
    """The conflicts that a difference would be part of."""
    match difference:
        case Added(id) | Removed(id):
            return {(id, WHOLE)}
        case Changed(id, key):
            return {(id, WHOLE), (id, key)}
        case Moved(id):
            return {(id, WHOLE), (id, ORDER)}
        case Renamed(_, new):
            return {(new, ID)}


def question(
    conflict: Conflict, ours: ArgumentMap, theirs: ArgumentMap, changes: Changes, words: Words = WORDS
) -> Question:
    """One conflict as a question."""
    about = conflict_told(conflict, ours, theirs, words.here, words.there)
    if conflict.cause == "problem":
        at = {conflict.at, *conflict.along}
        did = (_did(at, changes.ours), _did(at, changes.theirs))
        taken: dict[Choice, str] = {
            "ours": f"only what was done {words.here}",
            "theirs": f"only what was done {words.there}",
        }
        return Question(conflict, about, *did, {**taken, "both": "both, to be mended in the map"})
    if conflict.key == ORDER:
        behind = _behind(ours, conflict.ours), _behind(theirs, conflict.theirs)
        return Question(
            conflict,
            about,
            *behind,
            {"ours": f"as it was moved {words.here}", "theirs": f"as it was moved {words.there}"},
        )
    if conflict.key == WHOLE:
        at = {conflict.at, *conflict.along}
        versions = [
            "deleted" if entry is None else _did(at, did) or "kept, and something new needs it"
            for entry, did in ((conflict.ours, changes.ours), (conflict.theirs, changes.theirs))
        ]
        return Question(conflict, about, versions[0], versions[1], _whole(conflict, words))
    if conflict.cause == "beyond":
        texts = ["nothing" if value is None else str(value).strip() for value in (conflict.ours, conflict.theirs)]
        return Question(conflict, about, texts[0], texts[1], {"ours": words.as_ours, "theirs": words.as_theirs})
    if conflict.key == ID:
        return Question(
            conflict, about, conflict.ours, conflict.theirs, {"ours": words.as_ours, "theirs": words.as_theirs}
        )
    joined = isinstance(conflict.ours or conflict.theirs, tuple)
    lone = conflict.ours is None or conflict.theirs is None
    kept = f"{words.ours} stays, the other goes into its note"
    kept = "lists are joined" if joined else "what is written stays" if lone else kept
    versions = [in_words(map, conflict.key, value) for map, value in ((ours, conflict.ours), (theirs, conflict.theirs))]
    return Question(
        conflict, about, versions[0], versions[1], {"both": kept, "ours": words.as_ours, "theirs": words.as_theirs}
    )


def conflict_told(
    conflict: Conflict, ours: ArgumentMap, theirs: ArgumentMap, here: str = "by ours", there: str = "by theirs"
) -> str:
    """What a conflict is about, in words; `here` and `there` say which side did something."""
    id, key = conflict.at
    if id is None:
        about = "the map"
    else:
        about = named(ours, id) if id in ours.entries else named(theirs, id) if id in theirs.entries else id
    if conflict.problem is not None:
        return f"{about}: only together, both sides' changes break the map: {conflict.problem.message}"
    if key == ORDER:
        return f"{about}: moved to two places"
    if key == ID:
        return f"{about}: renamed {conflict.ours} {here}, {conflict.theirs} {there}"
    if key != WHOLE:
        return f"{about}: {key_in_words(key)}"
    if conflict.ours is None:
        return f"{about}: deleted {here}, changed {there}"
    if conflict.theirs is None:
        return f"{about}: changed {here}, deleted {there}"
    return f"{about}: two kinds of entry"


def _whole(conflict: Conflict, words: Words) -> dict[Choice, str]:
    stays, goes = "it stays", "it is deleted, with what was added to it"
    if conflict.ours is None:
        return {"theirs": stays, "ours": goes}
    if conflict.theirs is None:
        return {"ours": stays, "theirs": goes}
    return {
        "both": f"{words.ours} stays, the other gets an id of its own",
        "ours": words.as_ours,
        "theirs": words.as_theirs,
    }


def _did(at: set[At], changes: Mapping[Difference, str]) -> str:
    """What a side did that is part of a conflict."""
    return "; ".join(words for difference, words in changes.items() if not at.isdisjoint(places(difference)))


def _behind(map: ArgumentMap, id: Any) -> str:
    return f"behind {named(map, id)}" if id is not None else "at the front"
