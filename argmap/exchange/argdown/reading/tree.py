"""The syntax tree of an Argdown file; every node has its place, `at`, an offset into the text."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from argmap.exchange.argdown.reading.tokens import Token

Family: TypeAlias = Literal["statement", "argument"]


@dataclass(slots=True)
class Block:
    """A data block or front matter: its text without what encloses it, from `at` in the file."""

    at: int
    text: str
    opened: int


@dataclass(slots=True)
class Element:
    """A statement or an argument where it stands: defined with its words, or only named.

    `words` are the pieces of its text; `relations` what stands indented under it.
    """

    at: int
    family: Family = "statement"
    title: str | None = None
    defined: bool = False
    words: list[Token] = field(default_factory=list)
    data: Block | None = None
    comments: list[str] = field(default_factory=list)
    relations: list["Relation"] = field(default_factory=list)
    heading: "Heading | None" = None

    @property
    def named_only(self) -> bool:
        """Whether it refers to what is defined elsewhere."""
        return self.title is not None and not self.defined


@dataclass(slots=True)
class Relation:
    """One line under an element or inference: its sign and what it relates to that."""

    at: int
    sign: str
    element: Element


@dataclass(slots=True)
class Inference:
    """The line between premises and conclusion."""

    at: int
    rules: str = ""
    data: Block | None = None
    comments: list[str] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    heading: "Heading | None" = None


@dataclass(slots=True)
class Step:
    """A numbered statement of a premise-conclusion structure."""

    at: int
    number: int
    element: Element


@dataclass(slots=True)
class Structure:
    """A premise-conclusion structure and the argument it belongs to, if one stands before it."""

    at: int
    argument: Element | None
    lines: list[Step | Inference] = field(default_factory=list)
    heading: "Heading | None" = None


@dataclass(slots=True)
class Heading:
    """A heading: its level and its words."""

    at: int
    level: int
    words: list[Token] = field(default_factory=list)
    data: Block | None = None
    heading: "Heading | None" = None
    comments: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    """A whole file; `elements` are those at the top level, list items among them."""

    front: Block | None = None
    blocks: list[Heading | Element | Structure] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
