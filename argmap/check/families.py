"""All families of problems together, for a whole map or for the part that an edit touched."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from argmap.check import logic, structure
from argmap.check.codes import CODES
from argmap.check.sources import sources
from argmap.model import ArgumentMap, Inference, Problem, Sentence
from argmap.model.links import mentioned_by
from argmap.source import Texts


def check(map: ArgumentMap, texts: Texts | None = None) -> list[Problem]:
    """Every problem of a map in file order, without those its entries (or the map) ignore.

    Without the texts of its sources, only what the map itself shows is checked.
    """
    every = (*_of_entries(map, map.entries), *structure.whole(map), *logic.whole(map), *sources(map, texts or Texts()))
    return _sorted(map, every)


def errors(map: ArgumentMap) -> list[Problem]:
    """The errors among the problems of a map, without looking for others: logic and wording know none."""
    own = (*structure.entries(map, map.entries), *structure.whole(map), *sources(map, Texts()))
    return _sorted(map, (problem for problem in own if problem.severity == "error"))


def check_part(
    map: ArgumentMap, touched: Iterable[str], before: Collection[Problem], was: ArgumentMap | None = None
) -> list[Problem]:
    """The problems after an edit, as far as they are told quickly: those of what it reached are found anew.

    Of the rest, and of what only the whole map or a text shows, those found `before` are kept. `was` is the map before
    the edit; without it, a reason that something was moved out of keeps what was told of it.
    """
    touched = tuple(touched)
    ids = affected(map, touched)
    if was is not None:
        ids |= {id: None for id in affected(was, touched) if id in map.entries}
    kept = [
        each
        for each in before
        if each.code not in _LOCAL or each.id is None or (each.id in map.entries and each.id not in ids)
    ]
    return _sorted(map, (*kept, *_of_entries(map, ids)))


def affected(map: ArgumentMap, touched: Iterable[str]) -> dict[str, None]:
    """The touched entries that are still there, and those whose own problems depend on them, in no special order."""
    found: dict[str, None] = {}
    for id in touched:
        entry = map.entries.get(id)
        near = [id, *map.links.mentions.get(id, ()), *map.links.inferences.get(id, ())]
        near += map.links.members.get(id, ())
        if entry is not None:
            near += mentioned_by(entry)
        found.update(dict.fromkeys(near))
    for id in list(found):
        entry = map.entries.get(id)
        if isinstance(entry, Inference):
            found.update(dict.fromkeys((entry.target, *map.links.members.get(id, ()))))
    for id in list(found):
        entry = map.entries.get(id)
        if isinstance(entry, Sentence):
            found.update(dict.fromkeys((*entry.stands_in, *map.links.inferences.get(id, ()))))
    return {id: None for id in found if id in map.entries}


def located(problems: Iterable[Problem], lines: dict[str, int]) -> list[Problem]:
    """The problems with the line of the entry each is about; `lines` maps ids to lines from 1."""
    return [p if p.line or p.id is None else replace(p, line=lines.get(p.id), column=1) for p in problems]


_LOCAL = frozenset(
    code for code in CODES if code[0] == "W" or code.startswith("L1") or code in ("M101", "M104", "M108", "M109")
)
"""The codes of problems that an entry has by itself, or with those near it."""


def _of_entries(map: ArgumentMap, ids: Collection[str]) -> Iterator[Problem]:
    from argmap.check.linkage import linkage
    from argmap.check.wording import wording

    for rule in (structure.entries, logic.steps, wording, linkage):
        yield from rule(map, ids)


def _sorted(map: ArgumentMap, problems: Iterable[Problem]) -> list[Problem]:
    position = map.links.position
    found = {problem: None for problem in problems if not _ignored(map, problem)}
    return sorted(found, key=lambda p: (position.get(p.id or "", -1), p.code, p.message))


def _ignored(map: ArgumentMap, problem: Problem) -> bool:
    entry = map.entries.get(problem.id or "")
    return problem.code in map.ignore or (entry is not None and problem.code in entry.ignore)
