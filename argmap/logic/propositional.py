"""Propositional formulas over numbered atoms, and their truth tables.

A table is one integer with a bit for every row; in row r the atom i is true where bit i of r is set. A table of three
atoms has eight bits. Source for doing it with one big integer: studies/logic.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

Shape: TypeAlias = int | tuple[Any, ...]
"""A formula: the number of an atom, (NOT, x), (AND, x, …), (OR, x, …) or (IF, antecedent, consequent)."""
Model: TypeAlias = tuple[bool, ...]
"""A valuation: the truth of every atom by its number."""


class Undecided(Exception):
    """A question that would take the solver too long."""


NOT, AND, OR, IF = "not", "and", "or", "if"
MOST_ATOMS = 14
"""Formulas over more atoms are left to the solver."""


def negation(shape: Shape) -> Shape:
    """The negation of a formula, without a double one."""
    return shape[1] if isinstance(shape, tuple) and shape[0] == NOT else (NOT, shape)


@lru_cache(maxsize=MOST_ATOMS + 1)
def columns(atoms: int) -> tuple[int, ...]:
    """The tables of the atoms, and last the table that is true in every row."""
    every = (1 << (1 << atoms)) - 1
    return (*((every // ((1 << (1 << i)) + 1)) << (1 << i) for i in range(atoms)), every)


def table(shape: Shape, atoms: int) -> int:
    """The table of a formula."""
    return _table(shape, columns(atoms))


def _table(shape: Shape, of: tuple[int, ...]) -> int:
    if isinstance(shape, int):
        return of[shape]
    kind, *operands = shape
    if kind == NOT:
        return of[-1] ^ _table(operands[0], of)
    if kind == IF:
        return (of[-1] ^ _table(operands[0], of)) | _table(operands[1], of)
    found = _table(operands[0], of)
    for operand in operands[1:]:
        found = found & _table(operand, of) if kind == AND else found | _table(operand, of)
    return found


def satisfied(shapes: Sequence[Shape], atoms: int) -> Model | None:
    """A valuation under which all formulas are true, the earlier atoms true rather than the later; None without one.

    Raises Undecided where that would take too long.
    """
    if atoms > MOST_ATOMS:
        return _satisfied_among_many(shapes, atoms)
    of = columns(atoms)
    rows = of[-1]
    for shape in shapes:
        rows &= _table(shape, of)
        if not rows:
            return None
    row = (rows & -rows).bit_length() - 1
    return tuple(bool(row >> i & 1) for i in range(atoms))


def _satisfied_among_many(shapes: Sequence[Shape], atoms: int) -> Model | None:
    """The same, the atoms that stand in no formula being false."""
    numbers = list(dict.fromkeys(number for shape in shapes for number in standing_in(shape)))
    own = {number: at for at, number in enumerate(numbers)}
    renumbered = [_renumbered(shape, own) for shape in shapes]
    if len(numbers) > MOST_ATOMS:
        from argmap.logic.solver import model

        found = model(renumbered, len(numbers))
    else:
        found = satisfied(renumbered, len(numbers))
    return None if found is None else tuple(number in own and found[own[number]] for number in range(atoms))


def standing_in(shape: Shape) -> Iterator[int]:
    """The atoms of a formula, as often as they stand in it."""
    if isinstance(shape, int):
        yield shape
    else:
        for each in shape[1:]:
            yield from standing_in(each)


def _renumbered(shape: Shape, numbers: Mapping[int, int]) -> Shape:
    if isinstance(shape, int):
        return numbers[shape]
    return (shape[0], *(_renumbered(each, numbers) for each in shape[1:]))


def plain(shape: Shape, true: bool = True) -> Shape:
    """The formula (where not `true`, its negation) with `not` at atoms only, and no IF."""
    if isinstance(shape, int):
        return shape if true else (NOT, shape)
    kind, *operands = shape
    if kind == NOT:
        return plain(operands[0], not true)
    if kind == IF:
        return _joined(OR if true else AND, [plain(operands[0], not true), plain(operands[1], true)])
    return _joined(kind if true else OR if kind == AND else AND, [plain(each, true) for each in operands])


def _joined(kind: str, operands: Sequence[Shape]) -> Shape:
    flat: list[Shape] = []
    for each in operands:
        flat += each[1:] if isinstance(each, tuple) and each[0] == kind else [each]
    return (kind, *flat)


def parts(shape: Shape, kind: str) -> tuple[Shape, ...]:
    """The operands of a conjunction (AND) or disjunction (OR) without negated compounds; else the formula alone."""
    written = plain(shape)
    return written[1:] if isinstance(written, tuple) and written[0] == kind else (written,)


def conditional(shape: Shape) -> tuple[Shape, Shape] | None:
    """Antecedent and consequent of a conditional."""
    return (shape[1], shape[2]) if isinstance(shape, tuple) and shape[0] == IF else None
