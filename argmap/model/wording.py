"""How sentences are worded when they are shown: conditionals composed, ids read out."""

from argmap.model.argument_map import ArgumentMap
from argmap.model.formula import And, Atom, Formula, Not, Or
from argmap.model.statements import Conditional, Sentence, Statement

_MAX_NESTING = 3


def sentence(map: ArgumentMap, id: str) -> str:
    """The sentence of a statement or conditional; an id that names none reads as itself."""
    return _sentence(map, id, 0)


def halves(map: ArgumentMap, conditional: Conditional) -> tuple[str, str]:
    """The words of a conditional's IF and THEN, without "if", "then" or a final full stop."""
    return _halves(map, conditional, 0)


def in_words(map: ArgumentMap, formula: Formula) -> str:
    """A formula read out in the words of the sentences it mentions."""
    return _words(map, formula, 0)


def short(map: ArgumentMap, id: str) -> str:
    """The short wording of a sentence, if it has one, else the whole."""
    entry = map.sentence(id)
    return entry.short if entry is not None and entry.short else sentence(map, id)


def _sentence(map: ArgumentMap, id: str, nesting: int) -> str:
    entry: Sentence | None = map.sentence(id)
    if isinstance(entry, Statement):
        return entry.text
    if isinstance(entry, Conditional):
        if entry.text:
            return entry.text
        if nesting < _MAX_NESTING:
            antecedent, consequent = _halves(map, entry, nesting)
            hedge = f" ({entry.qualifier})" if entry.qualifier else ""
            return f"If {antecedent}, then{hedge} {consequent}."
    return id


def _halves(map: ArgumentMap, conditional: Conditional, nesting: int) -> tuple[str, str]:
    return (
        conditional.if_text or _words(map, conditional.antecedent, nesting),
        conditional.then_text or _words(map, conditional.consequent, nesting),
    )


def _words(map: ArgumentMap, formula: Formula, nesting: int) -> str:
    match formula:
        case Atom(id):
            return _sentence(map, id, nesting + 1).strip().removesuffix(".")
        case Not(operand):
            return f"it is not the case that {_words(map, operand, nesting)}"
        case And(operands):
            return " and ".join(
                f"either {_words(map, o, nesting)}" if isinstance(o, Or) else _words(map, o, nesting) for o in operands
            )
        case Or(operands):
            return " or ".join(_words(map, o, nesting) for o in operands)
