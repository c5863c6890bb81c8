"""What is said in an Argdown file: of each title, in each relation, in each premise-conclusion structure."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from argmap.exchange.argdown.reading.data import Data
from argmap.exchange.argdown.reading.tree import Family, Heading


@dataclass(slots=True, eq=False)
class Said:
    """All that is said of one statement, argument or inference.

    `name` is its own among all of the file; `texts` are all it is said to be, each with its place. `data` is merged
    from all of its blocks; `place(key)` tells where a value stands. `heading` is the one above its definition.
    `sketched` says that its title was taken for its text.
    """

    name: str
    family: Family | None
    title: str | None
    at: int
    text: str = ""
    texts: dict[str, int] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    blocks: list[Data] = field(default_factory=list)
    tags: dict[str, None] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    heading: Heading | None = None
    mentioned: list[int] = field(default_factory=list)
    rules: tuple[str, ...] = ()
    sketched: bool = False

    def place(self, key: str, *path: str | int) -> int:
        """The offset in the file of a value in its data."""
        block = next((block for block in self.blocks if key in block.value), None)
        return self.at if block is None else block.place(key, *path)

    @property
    def called(self) -> str:
        """How to name it to people."""
        if self.title is None:
            return f"“{self.text[:40]}”" if self.text else "this"
        return f"<{self.title}>" if self.family == "argument" else f"[{self.title}]"


@dataclass(slots=True, eq=False)
class Tie:
    """A relation: what stands below under what it stands under, by its sign; `within` is the tie of the latter."""

    at: int
    sign: str
    above: Said
    below: Said
    heading: Heading | None
    within: "Tie | None" = None


@dataclass(slots=True, eq=False)
class Argued:
    """The premise-conclusion structure of an argument: numbered statements and inferences, in order."""

    at: int
    argument: Said
    lines: list[tuple[int, Said]]
    """Statements with their numbers; inferences with 0."""


Part: TypeAlias = Tie | Argued


@dataclass(slots=True)
class Gathered:
    """A file's statements and arguments by name, and its relations and structures in the order of the file."""

    said: dict[str, Said] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    head: Data = field(default_factory=Data)
    headings: list[tuple[Heading, str]] = field(default_factory=list)
