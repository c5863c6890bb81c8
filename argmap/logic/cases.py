"""What holds in every case: the literals that clauses leave no choice about, found by telling cases apart."""

from collections.abc import Iterable, Sequence

from argmap.logic.clauses import Clause
from argmap.logic.propositional import columns

_SMALL = 10
"""Clauses over no more atoms than this are looked through by a truth table; the rest is left to the solver."""


def in_every_case(clauses: Sequence[Clause]) -> set[int] | None:
    """The literals that are true wherever all clauses are; None where there is no such valuation.

    Clauses that share no atoms, not even by way of others, are looked through apart.
    """
    found: set[int] = set()
    large: list[Clause] = []
    for together in apart(clauses):
        atoms = list(dict.fromkeys(abs(literal) for clause in together for literal in clause))
        if len(atoms) > _SMALL:
            large += together
            continue
        settled = _by_table(together, atoms)
        if settled is None:
            return None
        found |= settled
    if large:
        from argmap.logic.solver import backbone

        settled = backbone(large)
        if settled is None:
            return None
        found |= settled
    return found


def apart(clauses: Sequence[Clause]) -> Iterable[list[Clause]]:
    """The clauses in groups that share no atom."""
    head: dict[int, int] = {}

    def first(atom: int) -> int:
        while (above := head.setdefault(atom, atom)) != atom:
            head[atom] = head[above]
            atom = above
        return atom

    for clause in clauses:
        for literal in clause[1:]:
            head[first(abs(literal))] = first(abs(clause[0]))
    groups: dict[int | None, list[Clause]] = {}
    for clause in clauses:
        groups.setdefault(first(abs(clause[0])) if clause else None, []).append(clause)
    return groups.values()


def _by_table(clauses: Sequence[Clause], atoms: Sequence[int]) -> set[int] | None:
    *tables, every = columns(len(atoms))
    of = dict(zip(atoms, tables, strict=True))
    rows = every
    for clause in clauses:
        true = 0
        for literal in clause:
            true |= of[literal] if literal > 0 else every ^ of[-literal]
        rows &= true
    if not rows:
        return None
    always = {atom for atom in atoms if not rows & ~of[atom]}
    return always | {-atom for atom in atoms if not rows & of[atom]}
