"""Deleting: the subtree goes along; what is still mentioned or stands elsewhere stays."""

from collections.abc import Iterable

from argmap.edit.change import Edited, EditRefused, Place
from argmap.edit.draft import Draft
from argmap.edit.places import home, inference_of, siblings
from argmap.model import ArgumentMap, Inference, Scenario, Sentence
from argmap.model.links import mentioned_by
from argmap.model.scenarios import supposed_id


def delete(map: ArgumentMap, place: Place) -> Edited:
    """Delete what stands at a place.

    A sentence that stands in another inference too only leaves this one; one that a formula or a
    scenario still mentions stays as a proposition; a proposition nobody mentions any more goes with
    its conditional; an inference that loses its last member goes.
    """
    if place.id not in map.entries:
        raise EditRefused(f'there is nothing called "{place.id}" in this map')
    if place.parent is not None and map.sentence(place.parent) is not None and map.sentence(place.id):
        label = map.outline.label(place.parent)
        raise EditRefused(f"this is part of {label}: edit or delete {label} instead")
    draft = Draft(map)
    _Removal(draft).start(place)
    if place.id in draft.entries and not draft.touched:
        raise EditRefused(f"{map.outline.label(place.id)} is still mentioned elsewhere: delete what mentions it first")
    main = [id for id in map.main if id in draft.entries]
    if len(main) != len(map.main):
        draft.set_main(main)
    alone = map.inference(place.parent) if place.parent not in draft.entries else None
    gone = len(map.entries) - len(draft.entries) - (2 if alone is not None else 1)
    what = map.outline.label(place.id) + (f" with its {alone.kind}" if alone is not None else "")
    summary = f"deleted {what}" + (f" and {gone} below it" if gone > 0 else "")
    if place.id in draft.entries:
        summary = f"took {map.outline.label(place.id)} out; it is still mentioned or stands elsewhere"
    return draft.done("delete", summary, _next_focus(map, draft, place))


def drop_orphans(draft: Draft, candidates: Iterable[str]) -> None:
    """Remove those of the candidates that are propositions nobody mentions any more."""
    removal = _Removal(draft)
    removal.orphans(candidates)


class _Removal:
    """Takes entries out of a draft, with all that goes along."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.links = draft.map.links
        scenarios = (entry for entry in draft.map.entries.values() if type(entry) is Scenario)
        self.supposed = {supposed_id(s) for entry in scenarios for s in entry.suppose}

    def start(self, place: Place) -> None:
        entry = self.draft.entries[place.id]
        if isinstance(entry, Sentence):
            inference = inference_of(self.draft.map, place)
            todo = [(place.id, inference)]
            if inference is not None and self.members(inference) == [place.id]:
                todo.append((inference, None))
        else:
            todo = [(place.id, None)]
        freed: list[str] = []
        while todo:
            id, inference = todo.pop()
            current = self.draft.entries.get(id)
            if isinstance(current, Inference):
                todo += [(i, None) for i in self.links.inferences.get(id, ())]
                todo += [(member, id) for member in self.members(id)]
                self.draft.remove(id)
            elif isinstance(current, Sentence):
                todo += self.leave(id, current, inference, freed)
            elif current is not None:
                self.draft.remove(id)
        self.orphans(freed)

    def members(self, inference: str) -> list[str]:
        found = []
        for id in self.links.members.get(inference, ()):
            entry = self.draft.entries.get(id)
            if isinstance(entry, Sentence) and inference in entry.stands_in:
                found.append(id)
        return found

    def leave(self, id: str, entry: Sentence, inference: str | None, freed: list[str]) -> list[tuple[str, str | None]]:
        """Take a sentence out of an inference, or out of the map; return what goes with it."""
        rest = tuple(i for i in entry.stands_in if i != inference)
        if rest != entry.stands_in:
            self.draft.change(id, stands_in=rest)
        if any(isinstance(self.draft.entries.get(i), Inference) for i in rest):
            return []
        below: list[tuple[str, str | None]] = [(i, None) for i in self.links.inferences.get(id, ())]
        freed.append(id)
        return [item for item in below if item[0] in self.draft.entries]

    def orphans(self, candidates: Iterable[str]) -> None:
        todo = list(candidates)
        while todo:
            id = todo.pop()
            entry = self.draft.entries.get(id)
            if not isinstance(entry, Sentence) or id in self.supposed or self.held(id, entry):
                continue
            self.draft.remove(id)
            todo += mentioned_by(entry)

    def held(self, id: str, entry: Sentence) -> bool:
        entries = self.draft.entries
        stands = any(isinstance(entries.get(i), Inference) for i in entry.stands_in)
        has_inferences = any(i in entries for i in self.links.inferences.get(id, ()))
        mentioners = {*self.links.mentions.get(id, ()), *(self.draft.touched & entries.keys())}
        mentioned = any(m != id and m in entries and id in mentioned_by(entries[m]) for m in mentioners)
        return stands or has_inferences or mentioned


def _next_focus(map: ArgumentMap, draft: Draft, place: Place) -> Place | None:
    among = siblings(map, place)
    at = among.index(place.id) if place.id in among else 0
    for id in (*among[at + 1 :], *reversed(among[:at])):
        if id in draft.entries:
            return Place(id, place.parent)
    parent = place.parent
    while parent is not None and parent not in draft.entries:
        parent = home(map, parent).parent
    return home(map, parent) if parent is not None else None
