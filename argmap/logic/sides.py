"""Whose side a sentence is on, and what the author asserts."""

from argmap.model import ArgumentMap, Inference, Objection


def asserted(map: ArgumentMap) -> list[str]:
    """The premises that the author asserts, in file order.

    They stand in a reason or objection on the author's side: roots are on it, an inference is on the side of its
    target, or as an objection on the other one, and its members with it.
    """
    seen: set[tuple[str, bool]] = set()
    inferences, members, entries = map.links.inferences, map.links.members, map.entries

    def side(id: str, targets: bool) -> bool:
        return targets is not isinstance(entries[id], Objection)

    astray = [id for id, entry in entries.items() if isinstance(entry, Inference) and entry.target not in entries]
    waiting = [(id, True) for id in map.outline.roots] + [(id, side(id, True)) for id in astray]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        id, here = at
        waiting += [(each, side(each, here)) for each in inferences.get(id, ())]
        waiting += [(each, here) for each in members.get(id, ())]
    return [id for id, role in map.outline.roles.items() if role == "premise" and (id, True) in seen]
