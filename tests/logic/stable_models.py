"""Solving equations over three values: by a stable model, and by iteration; without argmap.logic.

For the stable model each variable has two atoms, `certain` (it stands) and `possible` (it doesn't fall). What is not
possible by the model falls. Where no atom rests on itself the program is stratified, and has one model.
"""

from typing import TypeAlias

import clingo

from tests.logic.equations import FALLS, OPEN, STANDS, Equations, Expression

Atom: TypeAlias = tuple[str, Expression]
Rule: TypeAlias = tuple[Atom, list[Atom], list[Atom]]
"""A head, what has to be true for it, and what must not be."""


def stable_model(equations: Equations) -> dict[Expression, int]:
    """The values in the one stable model; raises ValueError where there are several or none."""
    numbers: dict[Expression, int] = {}

    def written(atom: Atom) -> str:
        kind, expression = atom
        return f"{kind}({numbers.setdefault(expression, len(numbers))})"

    text = []
    for head, so, unless in rules(equations):
        body = ", ".join([*map(written, so), *(f"not {written(atom)}" for atom in unless)])
        text.append(f"{written(head)}{' :- ' if body else ''}{body}.")
    control = clingo.Control(["2", "--warn=none"])
    control.add("base", [], "\n".join(text))
    control.ground([("base", [])])
    models: list[set[str]] = []
    control.solve(on_model=lambda model: models.append({str(atom) for atom in model.symbols(atoms=True)}))
    if len(models) != 1:
        raise ValueError("several stable models, or none")
    return {v: sum(written((kind, v)) in models[0] for kind in _KINDS) for v in equations.of}


_KINDS = ("certain", "possible")


def rules(equations: Equations) -> list[Rule]:
    """The program: for each variable, and each expression inside another, when it is certain and when possible."""
    found: list[Rule] = []
    waiting: list[tuple[Expression, Expression]] = list(equations.of.items())
    seen = {expression for expression, _ in waiting}
    while waiting:
        head, expression = waiting.pop()
        certain, possible = ("certain", head), ("possible", head)
        inner: list[Expression] = []
        match expression:
            case int():
                found += [(certain, [], [])] if expression == STANDS else []
                found += [(possible, [], [])] if expression >= OPEN else []
            case ("min", *inner):
                found += [((kind, head), [(kind, each) for each in inner], []) for kind in _KINDS]
            case ("max", *inner):
                found += [((kind, head), [(kind, each)], []) for each in inner for kind in _KINDS]
            case ("not", operand):
                inner = [operand]
                found += [(certain, [], [("possible", operand)]), (possible, [], [("certain", operand)])]
            case ("denied", id):
                found += [(certain, [("certain", ("defeat", id))], []), (possible, [], [("certain", id)])]
            case other:
                inner = [other]
                found += [((kind, head), [(kind, other)], []) for kind in _KINDS]
        waiting += [(each, each) for each in inner if each not in seen]
        seen.update(inner)
    return found


def rests_on_itself(equations: Equations) -> bool:
    """Whether some atom of the program rests on itself, at whatever remove."""
    bodies: dict[Atom, list[Atom]] = {}
    for head, so, unless in rules(equations):
        bodies.setdefault(head, []).extend([*so, *unless])
    state: dict[Atom, bool] = {}

    def circle(atom: Atom) -> bool:
        if atom not in state:
            state[atom] = True
            state[atom] = any(map(circle, bodies.get(atom, ())))
        return state[atom]

    return any(map(circle, bodies))


def least_fixpoint(equations: Equations) -> dict[Expression, int]:
    """The values when all start open and every equation is applied again and again until nothing changes."""
    values = dict.fromkeys(equations.of, OPEN)
    while True:
        new = {variable: evaluate(expression, values) for variable, expression in equations.of.items()}
        if new == values:
            return values
        values = new


def evaluate(expression: Expression, values: dict[Expression, int]) -> int:
    """The value of an expression."""
    match expression:
        case int():
            return expression
        case ("min", *operands):
            return min(evaluate(o, values) for o in operands)
        case ("max", *operands):
            return max(evaluate(o, values) for o in operands)
        case ("not", operand):
            return STANDS - evaluate(operand, values)
        case ("denied", id):
            if values["defeat", id] == STANDS:
                return STANDS
            return FALLS if values[id] == STANDS else OPEN
    return values[expression]
