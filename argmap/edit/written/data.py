"""What was read from plain text, before it stands in a map."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias, Union

Token: TypeAlias = Union[str, "Said"]
"""A part of a written formula: a connective, a bracket, or the statement it is about."""


@dataclass(eq=False)
class Said:
    """A statement as it was written; `halves` are the formulas of a conditional, `means` that of a statement."""

    text: str
    implicit: bool = False
    by: str | None = None
    halves: tuple[list[Token], list[Token]] | None = None
    means: list[Token] | None = None

    def mentions(self) -> Iterator["Said"]:
        """The statements that its formulas are about, as often as they are."""
        for tokens in (*(self.halves or ()), self.means or ()):
            yield from (token for token in tokens if isinstance(token, Said))


@dataclass(eq=False)
class Step:
    """A reason or an objection: its members bear on `target`; None is what the text is put under."""

    target: Union[Said, "Step", None]
    objection: bool = False
    members: list[Said] = field(default_factory=list)
    rule: str | None = None
    answered: str | None = None


@dataclass
class Written:
    """Statements read from plain text.

    `tops` are to stand at the place where the text is put, in reading order; `loose` are to stand
    nowhere; `steps` are all reasons and objections in reading order. `notes` tell people what was not
    taken as they may have meant it.
    """

    title: str = ""
    tops: list[Said | Step] = field(default_factory=list)
    loose: list[Said] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def below(self) -> dict[int, list[Step]]:
        """The reasons and objections on each statement or step, by its `id()`."""
        found: dict[int, list[Step]] = {}
        for step in self.steps:
            if step.target is not None:
                found.setdefault(id(step.target), []).append(step)
        return found

    def everything(self) -> Iterator[Said | Step]:
        """Where a walk through all of it begins: tops, loose statements, steps."""
        yield from self.tops
        yield from self.loose
        yield from self.steps

    def asserted(self) -> list[Said]:
        """Every statement that is no mere proposition of a conditional, each once."""
        found: dict[int, Said] = {}
        for item in self.everything():
            for said in item.members if isinstance(item, Step) else [item]:
                found[id(said)] = said
            if isinstance(item, Step) and isinstance(item.target, Said):
                found[id(item.target)] = item.target
        return list(found.values())
