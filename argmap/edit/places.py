"""Where things stand, and where in the file new ones go."""

from collections.abc import Collection, Mapping

from argmap.edit.change import EditRefused, Place
from argmap.model import ArgumentMap, Entry, Inference, Reason, RowKind, Sentence
from argmap.model.formula import Formula, atoms, writable
from argmap.model.links import mentioned_by


def sentence_at(map: ArgumentMap, place: Place) -> Sentence:
    """The statement or conditional at a place; refuses anything else."""
    entry = map.sentence(place.id)
    if entry is None:
        if place.id in map.entries:
            raise EditRefused("choose a statement for this")
        raise EditRefused(f'there is no statement "{place.id}" in this map')
    return entry


def inference_of(map: ArgumentMap, place: Place) -> str | None:
    """The reason or objection that a sentence stands in at this place."""
    return place.parent if map.inference(place.parent) is not None else None


def home(map: ArgumentMap, id: str) -> Place:
    """The place where an entry first stands."""
    entry = map.entries[id]
    if isinstance(entry, Sentence):
        stands = next((i for i in entry.stands_in if map.inference(i)), None)
        if stands is None and is_proposition(map, id):
            stands = next((m for m in map.links.mentions.get(id, ()) if not is_proposition(map, m)), None)
        return Place(id, stands)
    if isinstance(entry, Inference):
        return Place(id, entry.target if entry.target in map.entries else None)
    return Place(id, None)


def stands_at(map: ArgumentMap, place: Place) -> bool:
    """Whether the outline has a row for this place."""
    entry = map.entries.get(place.id)
    if isinstance(entry, Inference):
        return place.parent == (entry.target if entry.target in map.entries else None)
    if place.parent is None:
        return home(map, place.id).parent is None
    if place.id in map.links.members.get(place.parent, ()):
        return True
    return place.parent in map.links.mentions.get(place.id, ()) and not is_proposition(map, place.parent)


def siblings(map: ArgumentMap, place: Place) -> tuple[str, ...]:
    """The ids that stand side by side at this place, in reading order."""
    if map.inference(place.id) is not None:
        return map.links.inferences.get(place.parent or "", (place.id,))
    if (inference := inference_of(map, place)) is not None:
        return map.links.members[inference]
    if place.parent is not None:
        return (place.id,)
    if place.id in map.outline.roots:
        return tuple(sorted(map.outline.roots, key=map.links.position.__getitem__))
    return tuple(row.id for row in map.outline.tray if row.parent is None)


def is_proposition(map: ArgumentMap, id: str) -> bool:
    """Whether a sentence is only mentioned: it stands nowhere and has no reason or objection."""
    entry = map.sentence(id)
    return (
        entry is not None
        and id in map.links.mentions
        and id not in map.links.inferences
        and id not in map.outline.roots
        and not any(map.inference(i) for i in entry.stands_in)
    )


def last_of(map: ArgumentMap, id: str) -> str:
    """The id whose table ends the stretch of the file in which `id` and all that is unfolded below it stand."""
    roles = map.outline.roles
    own = [
        row.id
        for row in map.outline.below(id)
        if row[0] is RowKind.SENTENCE
        or row[0] is RowKind.INFERENCE
        or (row[0] is RowKind.MENTION and roles.get(row[1]) == "proposition")
    ]
    return max(own, key=map.links.position.__getitem__, default=id)


def behind_sibling(map: ArgumentMap, id: str, among: tuple[str, ...]) -> str:
    """The id behind which something goes that is to follow `id` among its siblings."""
    position = map.links.position
    last = last_of(map, id)
    at = among.index(id)
    if at + 1 < len(among) and position[last] > position[among[at + 1]]:
        return id
    return last


def behind_reasons(map: ArgumentMap, target: str) -> str:
    """The id behind which a new reason for `target` goes: after its reasons, before its objections."""
    inferences = map.links.inferences.get(target, ())
    reasons = [i for i in inferences if isinstance(map.entries[i], Reason)]
    if reasons:
        return behind_sibling(map, reasons[-1], inferences)
    entry = map.entries[target]
    position = map.links.position
    own = [
        target,
        *(p for p in mentioned_by(entry) if is_proposition(map, p) and position[p] > position[target]),
    ]
    return max(own, key=position.__getitem__)


def last_in_inference(map: ArgumentMap, inference: str) -> str:
    """The id behind which a new last member of an inference goes."""
    members = map.links.members.get(inference, ())
    return behind_sibling(map, members[-1], members) if members else inference


def supports(map: ArgumentMap, below: str, above: str) -> bool:
    """Whether `below` is `above` or stands, however deep and in whichever place, under it."""
    found, waiting = {below}, [below]
    while waiting:
        id = waiting.pop()
        entry = map.entries.get(id)
        over = entry.stands_in if isinstance(entry, Sentence) else ()
        if isinstance(entry, Inference):
            over = (entry.target,)
        elif is_proposition(map, id):
            over = map.links.mentions[id]
        waiting += [i for i in over if i not in found]
        found.update(over)
    return above in found


def mentions_itself(entries: Mapping[str, Entry], id: str) -> bool:
    """Whether a sentence's formulas mention it, perhaps by way of others."""
    seen: set[str] = set()
    stack = [id]
    while stack:
        entry = entries.get(stack.pop())
        for mentioned in mentioned_by(entry) if entry is not None else ():
            if mentioned == id:
                return True
            if mentioned not in seen:
                seen.add(mentioned)
                stack.append(mentioned)
    return False


def require_sentences(map: ArgumentMap, formula: Formula, new: Collection[str] = ()) -> None:
    """Refuse a formula that mentions what is no sentence of the map (nor among the `new` ids)."""
    for id in atoms(formula):
        if map.sentence(id) is None and id not in new:
            raise EditRefused(f'there is no statement "{id}" in this map')
        if not writable(id):
            raise EditRefused(f'the id "{id}" can\'t stand in a formula: rename it first (F4)')
