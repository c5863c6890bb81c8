"""What a whole map entails under suppositions, and why."""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from argmap.logic.cases import apart, in_every_case
from argmap.logic.clauses import Clause
from argmap.logic.propagation import Propagation, propagate, resting_on
from argmap.logic.propositional import Undecided
from argmap.logic.theory import Theory, theory
from argmap.model import ArgumentMap


@dataclass(frozen=True, slots=True)
class Entailed:
    """The sentences that are true, or false, in every case that the premises and suppositions allow.

    Where these contradict one another nothing is concluded; `conflict` then names some that do, none of which could
    be left out. `complete` says whether proofs by cases were looked for, too.
    """

    values: Mapping[str, bool]
    conflict: tuple[str, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Inferred:
    """One link in a chain of inference: that `id` is true or false.

    `by` is the sentence that says so given what the links in `since` (ids with their truth) say: a conditional, or a
    statement by what it means; None for premises and suppositions. Where several cases had to be told apart, `by` is
    the id itself, and `since` all that it rests on.
    """

    id: str
    true: bool
    by: str | None
    since: tuple[tuple[str, bool], ...] = ()


def entailed_live(map: ArgumentMap, suppositions: Mapping[str, bool] | None = None) -> Entailed:
    """What follows step by step: sound and fast, but blind to what needs cases told apart."""
    said, given, found = _propagated(map, tuple((suppositions or {}).items()))
    if found.conflict is None:
        return Entailed(_values(said, found.forced), complete=False)
    core = _leaves(said, found, given)
    for literal in reversed(core):
        fewer = [each for each in core if each != literal]
        if propagate(said.clauses, said.standing_in, fewer).conflict is not None:
            core = fewer
    return Entailed({}, _named(said, given, core), complete=False)


def entailed(map: ArgumentMap, suppositions: Mapping[str, bool] | None = None) -> Entailed:
    """What holds in every case. What is forced step by step is found here, the rest by the solver.

    Where that would take too long, the same as `entailed_live`.
    """
    said, given, found = _propagated(map, tuple((suppositions or {}).items()))
    try:
        if found.conflict is None:
            more = in_every_case(_left(said, found.forced))
            if more is not None:
                return Entailed(_values(said, {*found.forced, *more}))
        core = _core(said, given if found.conflict is None else _leaves(said, found, given))
        if not core:
            return Entailed({}, _contradictory(said))
    except Undecided:
        return entailed_live(map, suppositions)
    return Entailed({}, _named(said, given, core))


def chain(map: ArgumentMap, suppositions: Mapping[str, bool] | None, id: str) -> tuple[Inferred, ...]:
    """How it follows that a sentence is true or false, link by link, itself last; nothing where it doesn't."""
    said, given, found = _propagated(map, tuple((suppositions or {}).items()))
    if found.conflict is not None:
        return ()
    for literal in _own(said, id):
        if literal in found.forced:
            return _chained(said, found, literal, id)
    for literal in _own(said, id):
        core = None
        with suppress(Undecided):
            core = _core(said, [*given, -literal], about={abs(literal)})
        if core is not None:
            names = _names(said)
            since = tuple((names[abs(each)], each > 0) for each in given if each in core)
            leaves = (Inferred(name, true, None) for name, true in since)
            return (*leaves, Inferred(id, literal > 0, id, since))
    return ()


@lru_cache(maxsize=4)
def _propagated(
    map: ArgumentMap, suppositions: tuple[tuple[str, bool], ...]
) -> tuple[Theory, Sequence[int], Propagation]:
    """What a map says, what is given, and what that forces; of the last few maps and suppositions it is kept."""
    said = theory(map)
    given = _given(said, dict(suppositions))
    return said, given, propagate(said.clauses, said.standing_in, given)


def _core(said: Theory, literals: Sequence[int], about: Collection[int] | None = None) -> list[int] | None:
    """Some of the literals that contradict one another, by what is said of the atoms linked with theirs.

    With `about`, by what is said of the atoms linked with these alone.
    """
    from argmap.logic.solver import conflict

    asked = {abs(literal) for literal in literals} if about is None else set(about)
    near = [(group, atoms) for group, atoms in _groups(said) if not atoms.isdisjoint(asked)]
    linked = asked.union(*(atoms for _, atoms in near))
    return conflict(
        (clause for group, _ in near for clause in group), [each for each in literals if abs(each) in linked]
    )


@lru_cache(maxsize=4)
def _groups(said: Theory) -> list[tuple[list[Clause], set[int]]]:
    """The clauses in groups that share no atom, each with its atoms."""
    return [(group, {abs(literal) for clause in group for literal in clause}) for group in apart(said.clauses)]


def _contradictory(said: Theory) -> tuple[str, ...]:
    """The sentences that contradict one another by what they mean, whatever is given."""
    from argmap.logic.solver import conflict

    by = dict(zip(said.clauses, said.by, strict=True))
    groups = (group for group, _ in _groups(said) if conflict(group, ()) is not None)
    return tuple(dict.fromkeys(by[clause] for group in groups for clause in group))


def _given(said: Theory, suppositions: Mapping[str, bool]) -> list[int]:
    supposed = [said.literals[id] * (1 if true else -1) for id, true in suppositions.items() if id in said.literals]
    return supposed + [said.literals[id] for id in said.facts if id not in suppositions]


def _own(said: Theory, id: str) -> Iterator[int]:
    """The literals by which a sentence is known to be true or false, what is said of itself before what it says."""
    if id in said.literals:
        yield said.literals[id]
        yield -said.literals[id]
        if id in said.contents:
            yield said.contents[id]


def _values(said: Theory, forced: Container[int]) -> dict[str, bool]:
    values: dict[str, bool] = {}
    for id in said.literals:
        for literal in _own(said, id):
            if literal in forced:
                values[id] = literal > 0
                break
    return values


def _left(said: Theory, forced: Container[int]) -> list[Clause]:
    """The clauses that aren't settled yet, without what can't be true in them."""
    left = (clause for clause in said.clauses if not any(literal in forced for literal in clause))
    return [tuple(literal for literal in clause if -literal not in forced) for clause in left]


def _leaves(said: Theory, found: Propagation, given: Sequence[int]) -> list[int]:
    """The given literals that a conflict rests on."""
    if found.conflict is None or found.conflict < 0:
        return [literal for literal in given if -literal in given]
    clause = said.clauses[found.conflict]
    used = set(resting_on(found, said.clauses, [-literal for literal in clause]))
    return [literal for literal in given if literal in used]


def _names(said: Theory) -> dict[int, str]:
    return {literal: id for id, literal in said.literals.items()}


def _named(said: Theory, given: Sequence[int], core: Sequence[int]) -> tuple[str, ...]:
    names = _names(said)
    return tuple(names[abs(literal)] for literal in given if literal in core)


def _chained(said: Theory, found: Propagation, literal: int, id: str) -> tuple[Inferred, ...]:
    """The links to a forced literal; inner atoms are passed through to what they rest on."""
    names = _names(said) | {literal: each for each, literal in said.contents.items()}
    links: dict[tuple[str, bool], Inferred] = {}
    for each in resting_on(found, said.clauses, [literal]):
        if abs(each) not in names:
            continue
        name, by = names[abs(each)], found.forced[each]
        holder = None if by is None else said.by[by]
        since = dict.fromkeys(_since(said, found, each, names, name))
        links.setdefault((name, each > 0), Inferred(name, each > 0, holder, tuple(since)))
    return tuple(links.values())


def _since(
    said: Theory, found: Propagation, literal: int, names: Mapping[int, str], name: str
) -> Iterator[tuple[str, bool]]:
    by = found.forced[literal]
    for other in () if by is None else said.clauses[by]:
        if other == literal:
            continue
        if abs(other) in names:
            if names[abs(other)] != name:
                yield names[abs(other)], other < 0
        else:
            yield from _since(said, found, -other, names, name)
