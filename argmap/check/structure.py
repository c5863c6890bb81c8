"""Family M: whether the map hangs together as an argument."""

from collections.abc import Callable, Iterable, Iterator

from argmap.check.finding import name, problem
from argmap.model import ArgumentMap, Entry, Inference, Problem, Reason, Scenario, Sentence, Source
from argmap.model.links import mentioned_by
from argmap.model.scenarios import supposed_id
from argmap.model.wording import sentence


def entries(map: ArgumentMap, ids: Iterable[str]) -> Iterator[Problem]:
    """The problems that these entries have by themselves, or with what they point to, in no particular order."""
    for id in ids:
        entry = map.entries[id]
        for what, named, kinds in _pointed(entry):
            found = map.entries.get(named)
            if found is None:
                advice = "mend the id, or add what it names"
                yield problem("M101", id, f'{name(map, id)}: {what} names "{named}", which is not in the map', advice)
            elif not isinstance(found, kinds):
                message = f'{name(map, id)}: {what} names "{named}", which is a {found.kind}'
                yield problem("M109", id, message, f"it must name a {' or '.join(_kinds(kinds))}")
        if isinstance(entry, Inference) and id not in map.links.members:
            message = f"{name(map, id)}: this {entry.kind} has no statement in it"
            yield problem("M104", id, message, "put a statement in it, or delete it")
        if isinstance(entry, Sentence):
            yield from _self_support(map, id, entry)


def whole(map: ArgumentMap) -> Iterator[Problem]:
    """The problems that only the whole map shows, in no particular order."""
    for rule in (_mains, _disconnected, _twice, _cycles, _self_mention):
        yield from rule(map)


_Kinds = tuple[type[Entry], ...]


def _pointed(entry: Entry) -> Iterator[tuple[str, str, _Kinds]]:
    if isinstance(entry, Sentence):
        yield from (("`in`", id, (Inference,)) for id in entry.stands_in)
        yield from (("a formula", id, (Sentence,)) for id in mentioned_by(entry))
    if isinstance(entry, Inference):
        word, kinds = ("`for`", (Sentence,)) if isinstance(entry, Reason) else ("`against`", (Sentence, Inference))
        yield word, entry.target, kinds
    if isinstance(entry, Scenario):
        yield from (("`suppose`", supposed_id(s), (Sentence,)) for s in entry.suppose)
    yield from (("an anchor", anchor.source, (Source,)) for anchor in getattr(entry, "anchor", ()))


def _kinds(kinds: _Kinds) -> list[str]:
    words = {Sentence: "statement", Inference: "reason or objection", Source: "source"}
    return [words[kind] for kind in kinds]


def _mains(map: ArgumentMap) -> Iterator[Problem]:
    for named in map.main:
        found = map.entries.get(named)
        if found is None:
            yield problem("M101", None, f'main names "{named}", which is not in the map', "mend or remove it")
        elif not isinstance(found, Sentence):
            message = f'main names "{named}", which is a {found.kind}'
            yield problem("M109", named, message, "it must name a statement")
    for id in map.outline.mains:
        if id not in map.outline.roots:
            advice = f'take "{id}" out of main, or out of its reason'
            yield problem("M106", id, f"{name(map, id)} is named a main conclusion but is no root", advice)
        elif not any(isinstance(map.entries[i], Reason) for i in map.links.inferences.get(id, ())):
            yield problem("M105", id, f"{name(map, id)}: this main conclusion has no reason", "give one (a)")


def _disconnected(map: ArgumentMap) -> Iterator[Problem]:
    for row in map.outline.tray:
        if row.depth == 0:
            yield problem("M103", row.id, f'"{row.id}" is loose: it stands nowhere', "place it or delete it")
    for id in map.outline.roots:
        if id not in map.outline.mains:
            message = f"{name(map, id)} heads a tree of its own but is no main conclusion"
            yield problem("M103", id, message, "place it under another statement, or name it in main")


def _twice(map: ArgumentMap) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for id, _ in map.sentences():
        words = " ".join(sentence(map, id).casefold().split()).rstrip(" .")
        if words in seen:
            message = f"{name(map, id)} says the same as {name(map, seen[words])}"
            yield problem("M107", id, message, "delete one of them; one statement can stand in several places")
        elif words:
            seen[words] = id


def _self_support(map: ArgumentMap, id: str, entry: Sentence) -> Iterator[Problem]:
    for inference in entry.stands_in:
        found = map.entries.get(inference)
        if isinstance(found, Reason) and found.target == id:
            message = f"{name(map, id)} stands in a reason for itself ({map.outline.label(inference)})"
            yield problem("M108", id, message, "take it out of that reason")


def _cycles(map: ArgumentMap) -> Iterator[Problem]:
    def supported(id: str) -> list[str]:
        entry = map.sentence(id)
        targets = [map.entries.get(i) for i in (entry.stands_in if entry else ())]
        return [t.target for t in targets if isinstance(t, Reason) and map.sentence(t.target) and t.target != id]

    for cycle in _circles([id for id, _ in map.sentences()], supported):
        members = sorted(cycle, key=map.links.position.__getitem__)
        names = ", ".join(map.outline.label(id) for id in members[:8]) + (" …" if len(members) > 8 else "")
        yield problem("M102", members[0], f"{names} support one another in a circle", "take one of the steps out")


def _self_mention(map: ArgumentMap) -> Iterator[Problem]:
    def mentioned(id: str) -> list[str]:
        entry = map.sentence(id)
        return [m for m in mentioned_by(entry) if map.sentence(m)] if entry else []

    ids = [id for id, _ in map.sentences()]
    circles = [{id} for id in ids if id in mentioned(id)]
    circles += _circles(ids, lambda id: [m for m in mentioned(id) if m != id])
    for circle in circles:
        first = min(circle, key=map.links.position.__getitem__)
        yield problem("M110", first, f"{name(map, first)} mentions itself", "mend its formula")


def _circles(ids: Iterable[str], next_of: Callable[[str], list[str]]) -> list[set[str]]:
    """The strongly connected components with more than one member (Tarjan 1972, iterative)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    on_path: dict[str, None] = {}
    found: list[set[str]] = []
    for start in ids:
        if start in order:
            continue
        work = [(start, iter(next_of(start)))]
        order[start] = low[start] = len(order)
        on_path[start] = None
        while work:
            id, following = work[-1]
            for other in following:
                if other not in order:
                    order[other] = low[other] = len(order)
                    on_path[other] = None
                    work.append((other, iter(next_of(other))))
                    break
                if other in on_path:
                    low[id] = min(low[id], order[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[id])
                if low[id] == order[id]:
                    circle: set[str] = set()
                    while id not in circle:
                        circle.add(on_path.popitem()[0])
                    if len(circle) > 1:
                        found.append(circle)
    return found
