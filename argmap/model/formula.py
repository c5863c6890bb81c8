"""Formulas over statement ids: `not` binds before `and` before `or`; parentheses group."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, NamedTuple, TypeAlias

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

KEYWORDS = frozenset({"and", "or", "not"})
_MAX_DEPTH = 60
_TOKEN = re.compile(r"[()]|[^\s()]+")


class FormulaError(ValueError):
    """A formula that cannot be read; `column` counts characters from 1 within the formula."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(f"{message} (at character {column} of the formula)")
        self.column = column


@dataclass(frozen=True, slots=True)
class Atom:
    """A statement or conditional, mentioned by its id."""

    id: str


@dataclass(frozen=True, slots=True)
class Not:
    """The negation of its operand."""

    operand: "Formula"


@dataclass(frozen=True, slots=True)
class And:
    """The conjunction of two or more operands."""

    operands: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """The disjunction of two or more operands."""

    operands: tuple["Formula", ...]


Formula: TypeAlias = Atom | Not | And | Or


class Mention(NamedTuple):
    """One operand of a formula with the words that stand round it.

    `before` holds the connectives and opening brackets in front of it ("and not ("),
    `after` the closing brackets behind it; all mentions in a row spell the formula.
    """

    before: str
    id: str
    after: str


def parse(text: str) -> Formula:
    """Read a formula such as `a and not (b or c)`; raise FormulaError where it breaks."""
    if not isinstance(text, str):
        raise FormulaError("a formula is written as a string of ids, and, or, not", 1)
    tokens = [(m.group(), m.start() + 1) for m in _TOKEN.finditer(text)]
    if not tokens:
        raise FormulaError("the formula is empty", 1)
    return _Parser(tokens, len(text) + 1).whole()


class _Parser:
    def __init__(self, tokens: list[tuple[str, int]], end: int) -> None:
        self.tokens = tokens
        self.end = end
        self.at = 0

    def peek(self) -> str | None:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else None

    def column(self) -> int:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else self.end

    def whole(self) -> Formula:
        formula = self.disjunction(0)
        if (rest := self.peek()) is not None:
            raise FormulaError(f"expected and, or, or the end, found {rest!r}", self.column())
        return formula

    def disjunction(self, depth: int) -> Formula:
        operands = [self.conjunction(depth)]
        while self.peek() == "or":
            self.at += 1
            operands.append(self.conjunction(depth))
        return operands[0] if len(operands) == 1 else Or(tuple(operands))

    def conjunction(self, depth: int) -> Formula:
        operands = [self.negation(depth)]
        while self.peek() == "and":
            self.at += 1
            operands.append(self.negation(depth))
        return operands[0] if len(operands) == 1 else And(tuple(operands))

    def negation(self, depth: int) -> Formula:
        if depth > _MAX_DEPTH:
            raise FormulaError(f"nested more than {_MAX_DEPTH} deep", self.column())
        token, column = self.peek(), self.column()
        self.at += 1
        if token == "not":
            return Not(self.negation(depth + 1))
        if token == "(":
            inner = self.disjunction(depth + 1)
            if self.peek() != ")":
                raise FormulaError("a bracket is not closed", column)
            self.at += 1
            return inner
        if token is None or token == ")" or token in KEYWORDS:
            raise FormulaError(f"expected an id, found {token!r}" if token else "an id is missing", column)
        return Atom(token)


def _tokens(formula: Formula, inside: type | None = None) -> list[str]:
    match formula:
        case Atom(id):
            return [id]
        case Not(operand):
            return ["not", *_tokens(operand, Not)]
        case And(operands) | Or(operands):
            word = "and" if isinstance(formula, And) else "or"
            tokens: list[str] = []
            for operand in operands:
                tokens += [word] if tokens else []
                tokens += _tokens(operand, type(formula))
            bracket = inside is Not or inside is type(formula) or (inside is And and word == "or")
            return ["(", *tokens, ")"] if bracket else tokens


def write(formula: Formula) -> str:
    """The formula as it stands in a map file, with no more brackets than it needs."""
    return " ".join(_tokens(formula)).replace("( ", "(").replace(" )", ")")


def writable(id: str) -> bool:
    """Whether an id can stand in a formula and be read back as itself."""
    return id not in KEYWORDS and re.fullmatch(r"[^\s()]+", id) is not None


def atoms(formula: Formula) -> tuple[str, ...]:
    """The ids a formula mentions, each once, in the order they first stand in it."""
    found: dict[str, None] = {}
    stack = [formula]
    while stack:
        match stack.pop():
            case Atom(id):
                found[id] = None
            case Not(operand):
                stack.append(operand)
            case And(operands) | Or(operands):
                stack += reversed(operands)
    return tuple(found)


def mentions(formula: Formula) -> tuple[Mention, ...]:
    """The formula operand by operand, each with the connectives and brackets round it."""
    found: list[Mention] = []
    before: list[str] = []
    for token in _tokens(formula):
        if token == ")":
            last = found[-1]
            found[-1] = last._replace(after=last.after + ")")
        elif token in KEYWORDS or token == "(":
            before.append(token)
        else:
            found.append(Mention(" ".join(before), token, ""))
            before = []
    return tuple(found)


def renamed(formula: Formula, name: Callable[[str], str]) -> Formula:
    """The same formula with the name of every id it mentions in its place."""
    match formula:
        case Atom(id):
            return Atom(name(id))
        case Not(operand):
            return Not(renamed(operand, name))
        case And(operands):
            return And(tuple(renamed(o, name) for o in operands))
        case Or(operands):
            return Or(tuple(renamed(o, name) for o in operands))


def _validate(value: object) -> Formula:
    if isinstance(value, Atom | Not | And | Or):
        return value
    if not isinstance(value, str):
        raise ValueError("a formula is written as a string of ids, and, or, not")
    return parse(value)


FormulaField: TypeAlias = Annotated[
    Formula,
    PlainValidator(_validate),
    PlainSerializer(write, return_type=str),
    WithJsonSchema({"type": "string", "description": "a formula over ids: not, and, or, parentheses"}),
]
"""A model field that is a Formula in the model and a string in the file."""
