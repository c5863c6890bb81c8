"""Splitting a figure that fits no page into parts that do, cut at conclusions and marked where they continue."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from argmap.diagram.marks import NO_MARK, At, Mark, Marks, place
from argmap.diagram.parts import Part, Root
from argmap.diagram.structure import Bond, Forest, Shows, Stand, below, forest, stands
from argmap.model import ArgumentMap, Reason

MOST_BOXES = 400
"""More boxes than these are never tried on one page."""


Fits: TypeAlias = Callable[[Part], bool]


def split(map: ArgumentMap, trees: Forest, fits: Fits) -> list[Part] | None:
    """Parts that each fit, in reading order; None where a single inference with its members doesn't fit.

    What is cut off first is the largest part below a conclusion, and before anything else what begins a section. A
    conclusion on which too much bears is repeated, some of its inferences in each part. `fits` says whether a part,
    drawn by itself, fits.
    """
    parts: list[Part] = []
    for tree in trees:
        cut = _cut(map, tree, fits)
        if cut is None:
            return None
        parts += cut
    return _joined(parts, fits)


def _cut(map: ArgumentMap, tree: Stand, fits: Fits) -> list[Part] | None:
    order = list(stands(tree))
    sizes = _sizes(order)
    too_large: list[Stand] = []
    waiting = [tree]
    while waiting:
        stand = waiting.pop()
        if sizes[stand] > MOST_BOXES or not fits(Part((Root(place(stand)),))):
            too_large.append(stand)
            waiting += [child for child in below(stand) if child.bonds]
    ends: set[Stand] = set()
    repeated: dict[Stand, list[Part]] = {}
    for stand in reversed(too_large):
        cut = _shortened(map, stand.bonds, Root(place(stand)), ends, sizes, fits)
        if cut is not None:
            ends |= cut
            sizes[stand] -= sum(sizes[child] - 1 for child in cut)
        else:
            found = _by_inference(map, stand, ends, sizes, fits)
            if found is None:
                return None
            repeated[stand], cut = found
            ends |= cut | {stand}
            sizes[stand] = 1
    parts: list[Part] = []
    for stand in order:
        if stand in repeated:
            parts += repeated[stand]
        elif stand is tree or stand in ends:
            parts.append(_part(Root(place(stand)), stand.bonds, ends))
    return parts


def _shortened(
    map: ArgumentMap,
    bonds: Sequence[Bond],
    root: Root,
    ends: set[Stand],
    sizes: Mapping[Stand, int],
    fits: Fits,
) -> set[Stand] | None:
    """What must be cut off below some inferences for them to fit beside their target; None where all isn't enough."""
    able = [child for child in _members(bonds) if child.bonds and child not in ends]
    able.sort(key=lambda child: (not _begins_section(map, child), -sizes[child]))
    size = 1 + sum(1 if child in ends else sizes[child] for child in _members(bonds))
    cut: set[Stand] = set()
    while size > MOST_BOXES or not fits(_part(root, bonds, ends | cut)):
        if not able:
            return None
        cut.add(child := able.pop(0))
        size -= sizes[child] - 1
    return cut


def _by_inference(
    map: ArgumentMap, stand: Stand, ends: set[Stand], sizes: Mapping[Stand, int], fits: Fits
) -> tuple[list[Part], set[Stand]] | None:
    """A part for each inference that bears on a box, neighbours in one where they fit, and what is cut off."""
    parts: list[Part] = []
    every: set[Stand] = set()
    for number, bond in enumerate(stand.bonds):
        root = Root(place(stand), number, number + 1)
        cut = _shortened(map, [bond], root, ends, sizes, fits)
        if cut is None:
            return None
        every |= cut
        parts.append(_part(root, [bond], ends | cut))
    return _joined(parts, fits), every


def _members(bonds: Iterable[Bond]) -> list[Stand]:
    return [member for bond in bonds for each in bond.family() for member in each.members]


def _sizes(order: Sequence[Stand]) -> dict[Stand, int]:
    sizes: dict[Stand, int] = {}
    for stand in reversed(order):
        sizes[stand] = 1 + sum(sizes[child] for child in below(stand))
    return sizes


def _begins_section(map: ArgumentMap, stand: Stand) -> bool:
    entries = (map.entries.get(bond.id) for bond in stand.bonds)
    return any(isinstance(entry, Reason) and entry.section for entry in entries)


def _part(root: Root, bonds: Sequence[Bond], ends: set[Stand]) -> Part:
    found: list[At] = []
    waiting = _members(bonds)
    while waiting:
        stand = waiting.pop()
        if stand in ends:
            found.append(place(stand))
        else:
            waiting.extend(below(stand))
    return Part((root,), frozenset(found))


def _joined(parts: Sequence[Part], fits: Fits) -> list[Part]:
    """The parts, neighbours in one where they fit together."""
    found: list[Part] = []
    for part in parts:
        if found and not found[-1].ends.intersection(root.at for root in part.roots):
            both = Part(_together(found[-1].roots, part.roots), found[-1].ends | part.ends)
            if fits(both):
                found[-1] = both
                continue
        found.append(part)
    return found


def _together(some: tuple[Root, ...], more: tuple[Root, ...]) -> tuple[Root, ...]:
    if some[-1].at == more[0].at:
        return (*some[:-1], some[-1]._replace(last=more[0].last), *more[1:])
    return some + more


def continued(map: ArgumentMap, parts: Sequence[Part], marks: Marks) -> list[Marks]:
    """The marks of every part: where it goes on in which other part, and its number in its caption."""
    begins = {root: number for number, part in enumerate(parts, 1) for root in part.roots}
    first = {root.at: number for root, number in begins.items() if not root.first}
    ended_in = {end: number for number, part in enumerate(parts, 1) for end in part.ends}
    after = {(root.at, root.first): number for root, number in begins.items()}
    before = {(root.at, root.last): number for root, number in begins.items()}
    shown = [_shown(map, part) for part in parts]
    own = {id: number for number, (ids, _) in reversed(list(enumerate(shown, 1))) for id in ids}
    found = []
    for number, part in enumerate(parts, 1):
        notes = [(end, f"→ part {first[end]}") for end in part.ends]
        for root in part.roots:
            back = before.get((root.at, root.first)) if root.first else ended_in.get(root.at)
            notes += [(root.at, f"← part {back}")] if back is not None else []
            onwards = after.get((root.at, root.last)) if root.last is not None else None
            notes += [(root.at, f"→ part {onwards}")] if onwards is not None else []
        ids, referred = shown[number - 1]
        elsewhere = {id: own[id] for id in referred - ids if id in own}
        found.append(_told(map, marks, notes, elsewhere, f"part {number} of {len(parts)}"))
    return found


def tentative(map: ArgumentMap, part: Part, marks: Marks) -> Marks:
    """The marks of a part while it isn't known which of how many it is: they take as much room as any will."""
    notes = [(root.at, f"{arrow} part 99") for root in part.roots for arrow in "←→"]
    notes += [(end, "→ part 99") for end in part.ends]
    ids, referred = _shown(map, part)
    return _told(map, marks, notes, dict.fromkeys(referred - ids, 99), "part 99 of 99")


def _shown(map: ArgumentMap, part: Part) -> tuple[set[str], set[str]]:
    """The ids of the sentences that a part shows, and of those that it refers to."""
    every = [stand for tree in part.of(forest(map)) for stand in stands(tree)]
    ids = {stand.id for stand in every if stand.shows is Shows.SENTENCE}
    return ids, {stand.id for stand in every if stand.shows is Shows.REFERENCE}


def _told(
    map: ArgumentMap, marks: Marks, notes: Iterable[tuple[At, str]], elsewhere: Mapping[str, int], number: str
) -> Marks:
    boxes = dict(marks.boxes)
    for at, note in notes:
        boxes[at] = boxes.get(at, NO_MARK).and_(Mark(notes=(note,)))
    title = marks.title or map.title
    below = marks.caption[1:] if marks.caption[:1] == (title,) else marks.caption
    if title:
        title = f"{title} ({number})" if title.endswith(("?", "!", ".")) else f"{title}, {number}"
    else:
        title = number.capitalize()
    return replace(marks, boxes=boxes, title=title, caption=(title, *below), elsewhere=elsewhere)
