"""Formulas as clauses: disjunctions of literals, written as numbers that are negative where they deny.

The atom i of a formula is the literal i + 1, its negation -(i + 1), as in the DIMACS format. Inner conjunctions get an
atom of their own (Plaisted and Greenbaum 1986), so that no formula grows.
"""

from collections.abc import Iterator
from typing import TypeAlias

from argmap.logic.propositional import AND, NOT, Shape, plain

Clause: TypeAlias = tuple[int, ...]


class Clauses:
    """Makes clauses; `atoms` is the number of atoms so far, their own ones included."""

    def __init__(self, atoms: int) -> None:
        self.atoms = atoms

    def of(self, shape: Shape) -> Iterator[Clause]:
        """Clauses that are true together where the formula is (the atoms of their own being chosen so)."""
        yield from self._true(plain(shape))

    def _true(self, shape: Shape) -> Iterator[Clause]:
        if isinstance(shape, tuple) and shape[0] == AND:
            for each in shape[1:]:
                yield from self._true(each)
            return
        clause = []
        for each in shape[1:] if isinstance(shape, tuple) and shape[0] != NOT else (shape,):
            if isinstance(each, tuple) and each[0] == AND:
                self.atoms += 1
                own = self.atoms
                for inner in self._true(each):
                    yield (-own, *inner)
                clause.append(own)
            else:
                clause.append(literal(each))
        yield tuple(clause)


def literal(shape: Shape) -> int:
    """An atom or its negation as a literal."""
    return shape + 1 if isinstance(shape, int) else -(shape[1] + 1)
