"""The statements and arguments of a map as blocks of Argdown, in the order in which they are met."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from argmap.exchange.argdown.unfolding import unfolded
from argmap.exchange.argdown.writing.flow import flow
from argmap.exchange.argdown.writing.shapes import nested, set_aside
from argmap.exchange.argdown.writing.wording import Wording
from argmap.model import ArgumentMap, Inference, Objection, Reason, Sentence
from argmap.model.links import mentioned_by

_DEEPEST = 10
"""How far a statement with reasons below it may be indented; a deeper one begins a block of its own."""
_RULE = re.compile(r"[a-z]+(?: [a-z]+)*\Z")


class _Data(NamedTuple):
    """Where the data of a sentence goes, once it is known what it stands in."""

    id: str
    indent: int


class Body:
    """The blocks that a map is written as: trees of statements, and arguments with their premises numbered.

    A statement is defined where it is met first, and named by its title elsewhere. `aside` are the inferences that
    aren't written.
    """

    def __init__(self, map: ArgumentMap) -> None:
        self.map = map
        self.aside = set_aside(map)
        self._met: dict[str, None] = {}
        self._named: dict[str, None] = {}
        self._sole_undercuts: list[str] = []
        self._sole_members = nested(map, self.aside)
        self._wording = Wording(map)
        self._stands_in: dict[str, list[str]] = {}
        self._waiting: set[str] = set()
        self._negated: set[str] = set()
        self._block: list[str | _Data] = []
        self._next: list[str] = []
        blocks = [block for top in self._tops() for block in self._from(top)]
        self._inferences = [*self._named, *self._sole_undercuts]
        self._order = self._unfolded()
        for id in filter(map.inference, self._order):
            for member in map.links.members.get(id, ()):
                self._stands_in.setdefault(member, []).append(id)
        self.blocks = [self._finished(block) for block in blocks]

    def taken_up(self) -> list[str]:
        """The ids of all that is written, sentences first, in the order in which a reader takes them up."""
        return [*(id for id in self._order if self.map.sentence(id) is not None), *self._inferences]

    def _unfolded(self) -> list[str]:
        sentences = [id for id in self._met if self.map.sentence(id) is not None]
        entries = ((id, entry) for id in self._inferences if (entry := self.map.inference(id)) is not None)
        return unfolded(sentences, [(id, entry.target, self.map.links.members[id]) for id, entry in entries])

    def _tops(self) -> Iterable[str]:
        """All ids a block may begin with: those that stand under nothing, then what only a cycle leads to."""
        entries, aside = self.map.entries, self.aside
        sentences = {id: entry for id, entry in entries.items() if isinstance(entry, Sentence)}
        inferences = {id for id, entry in entries.items() if isinstance(entry, Inference) and id not in aside}
        yield from (id for id, entry in sentences.items() if inferences.isdisjoint(entry.stands_in))
        yield from sentences
        yield from (id for id in entries if id in inferences)

    def _from(self, top: str) -> Iterable[list[str | _Data]]:
        """The block that begins with an id, unless it has been met, and all the blocks that it leads to."""
        stack = [] if top in self._met else [top]
        while stack:
            id = stack.pop()
            if isinstance(self.map.entries[id], Inference):
                self._argument(id)
            elif id in self._waiting:
                self._waiting.remove(id)
                self._block.append(f"[{self._wording.titles[id]}]")
                self._bearing(id, 2)
            elif id not in self._met:
                self._sentence(id, "", 0)
            if self._block:
                yield self._block
            stack += reversed(self._next)
            self._block, self._next = [], []

    def _sentence(self, id: str, lead: str, indent: int) -> None:
        """A sentence behind the sign or number it has; at its first place its text, its data and what bears on it."""
        title = f"{lead}[{self._wording.titles[id]}]"
        if id in self._met:
            self._block.append(title)
            return
        self._met[id] = None
        self._block += [f"{title}: {self._wording.text(id)}", _Data(id, indent + 4)]
        if id in self.map.links.inferences and indent + 2 > _DEEPEST:
            self._waiting.add(id)
            self._next.append(id)
        else:
            self._bearing(id, indent + 2)
        self._next += filter(self._is_proposition, mentioned_by(self.map.entries[id]))

    def _is_proposition(self, id: str) -> bool:
        entry = self.map.sentence(id)
        return entry is not None and not entry.stands_in and id not in self.map.links.inferences

    def _bearing(self, id: str, indent: int) -> None:
        """The reasons and objections that bear on a sentence, or the objections to an inference, below it."""
        undercut = isinstance(self.map.entries[id], Inference)
        for bearing in self.map.links.inferences.get(id, ()):
            if bearing in self.aside:
                continue
            sign = "_" if undercut else "+" if isinstance(self.map.entries[bearing], Reason) else "-"
            sole = None if bearing in self._met else self._sole_members.get(bearing)
            if sole is not None and undercut:
                self._sole_undercuts.append(bearing)
            elif not undercut:
                self._named[bearing] = None
            lead = f"{' ' * indent}{sign} "
            if sole is not None:
                self._met[bearing] = None
                self._sentence(sole, lead, indent)
            else:
                self._block.append(f"{lead}<{self._wording.arguments[bearing]}>")
                self._next.append(bearing)

    def _argument(self, id: str) -> None:
        """An argument with what undercuts it, its premises, and its conclusion below the line."""
        if id in self._met:
            return
        self._met[id] = self._named[id] = None
        entry = self.map.inference(id)
        assert entry is not None
        self._block.append(f"<{self._wording.arguments[id]}>{self._wording.tags(id)}")
        if data := self._wording.argument_data(id):
            self._block.append(f"    {data}")
        self._bearing(id, 2)
        self._block.append("")
        members = self.map.links.members[id]
        for number, member in enumerate(members, 1):
            self._sentence(member, f"({number}) ", 0)
        self._block.append(_line(entry.rule))
        lead = f"({len(members) + 1}) "
        if isinstance(entry, Objection):
            self._negation(entry.target, lead)
        else:
            self._sentence(entry.target, lead, 0)

    def _negation(self, target: str, lead: str) -> None:
        """The conclusion of an objection, which is no sentence of the map."""
        title = f"{lead}[{self._wording.negation_title(target)}]"
        if target in self._negated:
            self._block.append(title)
        else:
            self._negated.add(target)
            text, data = self._wording.negation(target)
            self._block += [f"{title}: {text}", f"    {data}"]

    def _finished(self, block: list[str | _Data]) -> str:
        lines = []
        for line in block:
            if isinstance(line, str):
                lines.append(line)
            elif data := self._wording.sentence_data(line.id, tuple(self._stands_in.get(line.id, ()))):
                lines.append(" " * line.indent + data)
        return "\n".join(lines)


def _line(rule: str | None) -> str:
    """The line between premises and conclusion. "none" is a word of argmap's, so it stands as data."""
    if rule is None:
        return "-----"
    if _RULE.match(rule) and rule != "none":
        return f"-- {rule} --"
    return f"-- {flow({'rule': rule})} --"
