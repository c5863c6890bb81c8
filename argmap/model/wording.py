"""How sentences are worded when they are shown: conditionals composed, ids read out."""

import re

from argmap.model.argument_map import ArgumentMap
from argmap.model.formula import And, Atom, Formula, Not, Or
from argmap.model.statements import Conditional, Sentence, Statement

_MAX_NESTING = 2


def sentence(map: ArgumentMap, id: str) -> str:
    """The sentence of a statement or conditional; an id that names none reads as itself."""
    return _sentence(map, id, 0)


def halves(map: ArgumentMap, conditional: Conditional, *, short: bool = False) -> tuple[str, str]:
    """The words of a conditional's IF and THEN, without "if", "then" or a final full stop.

    `short` takes the short wording of statements that have one.
    """
    return _halves(map, conditional, 0, short)


def in_words(map: ArgumentMap, formula: Formula) -> str:
    """A formula read out in the words of the sentences it mentions."""
    return _words(map, formula, 0)


def short(map: ArgumentMap, id: str) -> str:
    """The short wording of a sentence, if it has one, else the whole."""
    entry = map.sentence(id)
    return entry.short if entry is not None and entry.short else sentence(map, id)


def _sentence(map: ArgumentMap, id: str, nesting: int, short: bool = False) -> str:
    entry: Sentence | None = map.sentence(id)
    if isinstance(entry, Statement):
        return (entry.short if short else None) or entry.text
    if isinstance(entry, Conditional):
        if entry.text:
            return entry.text
        if nesting < _MAX_NESTING:
            antecedent, consequent = _halves(map, entry, nesting, short)
            hedge = f" ({entry.qualifier})" if entry.qualifier else ""
            return f"If {antecedent}, then{hedge} {consequent}."
    return id


def _halves(map: ArgumentMap, conditional: Conditional, nesting: int, short: bool) -> tuple[str, str]:
    return (
        conditional.if_text or _words(map, conditional.antecedent, nesting, short),
        conditional.then_text or _words(map, conditional.consequent, nesting, short),
    )


def _words(map: ArgumentMap, formula: Formula, nesting: int, short: bool = False) -> str:
    match formula:
        case Atom(id):
            return _inside(_sentence(map, id, nesting + 1, short))
        case Not(operand):
            return f"it is not the case that {_nested(map, operand, nesting, short)}"
        case And(operands) | Or(operands):
            word = "and" if isinstance(formula, And) else "or"
            comma = "" if all(isinstance(o, Atom) for o in operands[:-1]) else ","
            return f"{comma} {word} ".join(_nested(map, o, nesting, short) for o in operands)


def _nested(map: ArgumentMap, formula: Formula, nesting: int, short: bool) -> str:
    """An operand in words; "both" and "either" say where a compound begins, a comma where it ends."""
    opening = {And: "both ", Or: "either "}.get(type(formula), "")
    return opening + _words(map, formula, nesting, short)


_OPENING = re.compile(
    r"""(
    A|An|The|This|That|These|Those|Its|His|Her|Their|Our|Your|My|Each|Every|Either|Neither|Both|All|Some|Any|No|None|
    Many|Most|More|Much|Few|Several|Other|Another|Such|Enough|Half|
    He|She|We|They|You|It|There|Here|One|Nobody|Everybody|Someone|Anyone|Nothing|Everything|Something|People|
    At|In|On|By|For|From|With|Without|Within|Under|Over|Above|Below|Before|After|During|Since|Until|Through|Between|
    Among|Against|Towards|Of|To|As|Into|Across|Behind|Beyond|Despite|Besides|
    If|When|Whenever|Where|While|Although|Though|Because|Unless|Once|What|Whatever|Who|Whoever|Which|How|Why|Whether|
    Not|Only|Even|Also|Still|Now|Then|Today|Often|Sometimes|Usually|Always|Never|Perhaps|Probably
    )(?=[ ])""",
    re.VERBOSE,
)
"""A word at the beginning of a sentence that no name begins with, so that it needs no capital inside another."""


def _inside(sentence: str) -> str:
    """A sentence as part of another: no full stop, no capital on an opening word that begins no name.

    Any other first word keeps its case, since it may be a name.
    """
    words = sentence.strip().removesuffix(".")
    return words[0].lower() + words[1:] if _OPENING.match(words) else words
