"""Entries of a map traced back through its history: which commit changed what about them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from argmap.git.cells import PLACE_KEYS
from argmap.git.differences import Added, Changed, Difference, Moved, Removed, Renamed, differences
from argmap.git.history import UNCOMMITTED, History, Version
from argmap.model import ArgumentMap, Entry, Inference, Sentence

Key: TypeAlias = tuple[str | None, str]
"""What of an entry changed: None and its own key, or another entry's id and what became of that one here."""

_ADDED, _REMOVED = (None, "added"), (None, "removed")


@dataclass(frozen=True)
class Change:
    """What one version changed about an entry.

    `asked` is the id by which it was asked for, `id` the one it has in this version, or had before where
    it is gone. `differences` are from the map `old`.
    """

    version: Version
    asked: str
    id: str
    old: ArgumentMap
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Step:
    """What differs from one version to a later one, by the id that entries have in the later."""

    old: Version
    about: Mapping[str, Mapping[Key, Difference]]
    before: Mapping[str, str]

    @classmethod
    def of(cls, old: Version, new: Version) -> "Step":
        """Compare two versions.

        What differs about an entry are its own keys, and which reasons, objections and members it has.
        """
        about: dict[str, dict[Key, Difference]] = {}
        now: dict[str, str] = {}

        def put(id: str, key: Key, difference: Difference) -> None:
            about.setdefault(now.get(id, id), {}).setdefault(key, difference)

        for difference in differences(old.map, new.map) if old.data != new.data else ():
            match difference:
                case Renamed(was, id):
                    put(was, _REMOVED, difference)
                    put(id, (None, "id"), difference)
                    now[was] = id
                case Added(id) | Removed(id):
                    added = isinstance(difference, Added)
                    put(id, _ADDED if added else _REMOVED, difference)
                    for near in _stands_at((new if added else old).map.entries[id]):
                        put(near, (id, "added" if added else "removed"), difference)
                case Changed(str(id), key, was, is_now):
                    put(id, (None, key), difference)
                    if key in PLACE_KEYS:
                        for near in {*_ids(was)} ^ {*_ids(is_now)}:
                            put(near, (id, "place"), difference)
                case Moved(id):
                    put(id, (None, "order"), difference)
        return cls(old, about, {id: was for was, id in now.items()})


_BEFORE_ALL = Version.of(UNCOMMITTED, "", None)
_Traces: TypeAlias = dict[tuple[str, str], frozenset[Key]]
"""Whom to look for in a version: the id asked for, the id it has there, and which keys came from elsewhere."""
_Found: TypeAlias = Sequence[tuple[Step, Mapping[Key, Difference]]]
"""What differs about one entry from each version before."""


class _Turn(NamedTuple):
    """What a version did to an entry: the step and the keys to tell, and which steps to follow for which rest."""

    step: Step
    keys: Sequence[Key]
    onward: Iterable[tuple[Step, frozenset[Key]]]


def trace(history: History, ids: Iterable[str], *, newest: bool = False) -> Iterator[Change | Version]:
    """Tell what changed about some entries, newest first; versions that can't be read are told, too.

    With `newest`, of each entry only the newest change of its own keys. A merge counts only for what differs
    from all that it merged, and for what it left out though one side alone had added it; the rest is
    followed into the branches that it came from. Raises GitError.
    """
    waiting: dict[str, _Traces] = {history.newest.commit.hash: {(id, id): frozenset() for id in ids}}
    told: set[str] = set()
    passed: set[str] = set()
    for hash in history.commits:
        traces = {names: gone for names, gone in waiting.pop(hash, {}).items() if names[0] not in told}
        if not traces:
            continue
        version = history.version(hash)
        parents, unread = history.before(version)
        steps = [Step.of(parent, version) for parent in parents or [_BEFORE_ALL]]
        for (asked, id), gone in traces.items():
            found = [(step, _own(step.about.get(id, {})) if newest else step.about.get(id, {})) for step in steps]
            turn = _present(found, gone) if id in version.map.entries else _absent(found, id, history)
            if turn.keys:
                changes = turn.step.about[id]
                yield Change(version, asked, id, turn.step.old.map, tuple(changes[key] for key in turn.keys))
                if newest:
                    told.add(asked)
                    continue
            for step, gone_before in turn.onward if parents else ():
                was = step.before.get(id, id)
                if was in step.old.map.entries or history.named_before(step.old, was):
                    reached = waiting.setdefault(step.old.commit.hash, {})
                    reached[asked, was] = gone_before & reached.get((asked, was), gone_before)
        yield from (parent for parent in unread if parent.commit.hash not in passed)
        passed.update(parent.commit.hash for parent in unread)
        history.forget(version)


def _present(found: _Found, gone: frozenset[Key]) -> _Turn:
    """What a version did to an entry that it has: what no version before has as it is here, or as it came here."""
    having = [(step, changes) for step, changes in found if _ADDED not in changes]
    if not having:
        step, changes = found[0]
        return _Turn(step, list(_own(changes)), [(step, frozenset()) for step, _ in found])
    for step, changes in having:
        if changes.keys() <= gone:
            return _Turn(step, [], [(step, gone)])
    step, changes = min(having, key=lambda pair: len(pair[1]))
    everywhere = frozenset(changes).intersection(*(others for _, others in having))
    keys = [key for key in changes if key in everywhere - gone]
    return _Turn(step, keys, [(step, gone | others.keys() - everywhere) for step, others in having])


def _absent(found: _Found, id: str, history: History) -> _Turn:
    """What a version did to an entry that it lacks: removed it from all sides, or the side that had added it."""
    having = [step for step, changes in found if _REMOVED in changes]
    onward = [(step, frozenset[Key]()) for step, _ in found]
    sides = [step.old for step, _ in found]
    if having and (len(having) == len(sides) or id not in history.base(sides).entries):
        return _Turn(having[0], [_REMOVED], onward)
    return _Turn(found[0][0], [], onward)


def _own(changes: Mapping[Key, Difference]) -> Mapping[Key, Difference]:
    return {key: difference for key, difference in changes.items() if key[0] is None}


def _stands_at(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Inference):
        return (entry.target,)
    return entry.stands_in if isinstance(entry, Sentence) else ()


def _ids(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()
