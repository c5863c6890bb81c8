"""Reasons and objections before they have their ids: names instead, and what the file says of them."""

from dataclasses import dataclass, field

from argmap.exchange.argdown.reading.said import Said, Tie
from argmap.exchange.argdown.reading.tree import Heading


@dataclass(slots=True, eq=False)
class Draft:
    """A reason or objection before it has its id: names instead of ids, and what the file says of it."""

    name: str
    target: str
    members: list[str]
    at: int
    objects: bool = False
    own: tuple[Said, ...] = ()
    heading: Heading | None = None


@dataclass(slots=True)
class Added:
    """A conditional that Argdown only implies: "if `antecedent` then `consequent`", or then not."""

    antecedent: str
    consequent: str
    negated: bool


@dataclass(slots=True)
class Inferred:
    """What bears on what: drafts by name in the order of the file, and what comes along with them.

    `contrary` says of statements that they are the negation of another; `added` are conditionals by name;
    `premises` are the arguments without a structure, which are one premise each; `dropped` the conclusions
    that only say what an objection is against; `repeated` are relations of these, each with the conclusion's name
    and the names of what it may be against without saying anything new.
    """

    drafts: dict[str, Draft] = field(default_factory=dict)
    contrary: dict[str, str] = field(default_factory=dict)
    added: dict[str, Added] = field(default_factory=dict)
    premises: dict[str, Said] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)
    repeated: list[tuple[Tie, str, frozenset[str]]] = field(default_factory=list)
