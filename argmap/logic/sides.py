"""Whose side everything is on: the author's or an opponent's."""

from argmap.model import ArgumentMap, Inference, Objection

AUTHOR, OPPONENT = True, False


def sides(map: ArgumentMap) -> set[tuple[str, bool]]:
    """Every sentence, reason and objection with each side that it is on.

    Roots are on the author's. An inference is on the side of what it is for or against, as an objection on the other
    one, and what stands in it with it; so a shared sentence may be on both.
    """
    found: set[tuple[str, bool]] = set()
    inferences, members, entries = map.links.inferences, map.links.members, map.entries

    def side(id: str, targets: bool) -> bool:
        return targets is not isinstance(entries[id], Objection)

    astray = [id for id, entry in entries.items() if isinstance(entry, Inference) and entry.target not in entries]
    waiting = [(id, AUTHOR) for id in map.outline.roots] + [(id, side(id, AUTHOR)) for id in astray]
    while waiting:
        at = waiting.pop()
        if at in found:
            continue
        found.add(at)
        id, here = at
        waiting += [(each, side(each, here)) for each in inferences.get(id, ())]
        waiting += [(each, here) for each in members.get(id, ())]
    return found


def asserted(map: ArgumentMap) -> list[str]:
    """The premises that the author asserts: those that stand in something on the author's side; in file order."""
    found = sides(map)
    return [id for id, role in map.outline.roles.items() if role == "premise" and (id, AUTHOR) in found]


def unanswered(map: ArgumentMap) -> list[str]:
    """The opponents' objections without an `answered`, in file order."""
    found = sides(map)
    return [
        id
        for id, entry in map.entries.items()
        if isinstance(entry, Objection) and entry.answered is None and (id, OPPONENT) in found
    ]
