"""Scenarios: suppositions that are kept under a name."""

import re
from collections.abc import Mapping

from argmap.edit.change import Edited, EditRefused
from argmap.edit.draft import Draft
from argmap.edit.ids import new_id
from argmap.logic.scenarios import written
from argmap.model import ArgumentMap, Scenario


def keep_scenario(map: ArgumentMap, title: str, suppositions: Mapping[str, bool], chosen: str | None = None) -> Edited:
    """Keep suppositions as a scenario; one of the same title gets these instead of its own.

    Of several with this title that is the `chosen` one, or else the first.
    """
    title = " ".join(title.split())
    if not title:
        raise EditRefused("a scenario needs a title")
    if not suppositions:
        raise EditRefused("nothing is supposed: suppose a statement true or false first")
    draft = Draft(map)
    suppose = written(suppositions)
    same = [
        id
        for id, entry in map.entries.items()
        if isinstance(entry, Scenario) and " ".join((entry.title or id).split()) == title
    ]
    if same:
        id = chosen if chosen in same else same[0]
        draft.change(id, suppose=suppose)
        return draft.done("scenario", f"changed the scenario “{title}”", None)
    id = new_id(map, title if re.search(r"\w", title) else "scenario")
    draft.add(id, Scenario(title=title, suppose=suppose))
    return draft.done("scenario", f"kept the scenario “{title}”", None)


def drop_scenario(map: ArgumentMap, id: str) -> Edited:
    """Take a scenario out of the map."""
    entry = map.entries.get(id)
    if not isinstance(entry, Scenario):
        raise EditRefused(f'there is no scenario "{id}" in this map')
    draft = Draft(map)
    draft.remove(id)
    return draft.done("scenario", f"dropped the scenario “{entry.title or id}”", None)
