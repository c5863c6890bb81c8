"""Two versions of a map as one figure: what was removed where it stood, and what became of each entry."""

from argmap.diagram.boxes import Mark, State
from argmap.export import ExportOptions
from argmap.git.differences import Added, Changed, Difference, Moved, Removed, Renamed, differences
from argmap.git.renames import renamed, renamings
from argmap.git.told import told
from argmap.model import ArgumentMap

_WAS = "~ was: {}"


def comparison(old: ArgumentMap, new: ArgumentMap) -> tuple[ArgumentMap, ExportOptions]:
    """A map that holds the entries of both, and the options that mark in its figure what changed."""
    union = united(renamed(old, renamings(old, new)), new)
    return union, ExportOptions(labels=True, marks=marks(union, differences(old, new)))


def united(old: ArgumentMap, new: ArgumentMap) -> ArgumentMap:
    """The new map with what it lacks of the old one, behind what that stood behind."""
    order = list(new.entries)
    behind: str | None = None
    for id in old.entries:
        if id not in new.entries:
            order.insert(order.index(behind) + 1 if behind is not None else 0, id)
        behind = id
    entries = {id: new.entries.get(id) or old.entries[id] for id in order}
    main = tuple(dict.fromkeys((*new.main, *old.main))) if new.main and old.main else new.main
    return ArgumentMap(title=new.title, main=main, entries=entries)


def marks(union: ArgumentMap, changes: tuple[Difference, ...]) -> dict[str, Mark]:
    """What the figure says of each entry that changed."""
    notes: dict[str, list[str]] = {}
    states: dict[str, State] = {}
    for change in changes:
        id, state, note = _mark(union, change)
        if id is not None:
            states.setdefault(id, state)
            notes.setdefault(id, []).append(note)
    for id in [id for id, state in states.items() if state != "changed" and union.inference(id) is not None]:
        members = union.links.members.get(id, ())
        if members and states.get(members[0]) == states[id]:
            del notes[id]
    return {id: Mark(states[id], tuple(notes[id])) for id in notes}


def _mark(union: ArgumentMap, change: Difference) -> tuple[str | None, State, str]:
    match change:
        case Added(id):
            return id, "added", f"+ {_of(union, id)}added"
        case Removed(id):
            return id, "removed", f"− {_of(union, id)}removed"
        case Renamed(_, id):
            return id, "changed", f"≡ {_of(union, id)}renamed from {change.old}"
        case Changed(str(id), "text", str(before), _):
            return id, "changed", _WAS.format(before)
        case Moved(id):
            return id, "changed", f"→ {_of(union, id)}moved"
        case Changed(id, _, _, _):
            words = told(change, union, union, lambda map, each: _of(map, each).strip())
            return id, "changed", f"~ {words.strip(' :')}"


def _of(union: ArgumentMap, id: str) -> str:
    """The label of a reason or objection, which has no box of its own."""
    return f"{union.outline.label(id)} " if union.inference(id) is not None else ""
