"""The ways in which sentences come to stand, or to be rejected: which others each of them rests on."""

from collections.abc import Iterator
from itertools import chain, product
from typing import TypeAlias

from argmap.logic.fixpoint import STANDS, Fixpoint
from argmap.model import ArgumentMap, Conditional, Objection, Statement
from argmap.model.formula import And, Atom, Formula, Not, Or

Node: TypeAlias = tuple[str, bool]
"""A sentence, as standing or as rejected."""
Way: TypeAlias = tuple[Node, ...]
"""What suffices together."""

_MOST = 64


class Ways:
    """The ways that are open in a fixpoint; a sentence that is asserted or supposed needs none."""

    def __init__(self, map: ArgumentMap, point: Fixpoint) -> None:
        self.map, self.point = map, point

    def of(self, node: Node) -> Iterator[tuple[str, Way]]:
        """Each way in which a sentence stands, or is rejected, and by what: an inference, a conditional, a meaning."""
        id, true = node
        if id in self.point.supposed:
            return
        for each in self.map.links.inferences.get(id, ()):
            entry = self.map.entries[each]
            bears = entry.answered is None and not true if isinstance(entry, Objection) else true
            if bears and self.point.values[each] == STANDS:
                yield from ((each, way) for way in self._members(each, not true))
        if true or self._is_proposition(id):
            yield from self._said(id, true)

    def _members(self, inference: str, objecting: bool) -> Iterator[Way]:
        """What makes an inference live; an objection waits for the IF of its conditionals, too."""
        members = self.map.links.members.get(inference, ())
        entries = (self.map.entries[member] for member in members)
        parts = [
            [*self._holding(entry.antecedent)] for entry in entries if objecting and isinstance(entry, Conditional)
        ]
        yield from _joined([[tuple((member, True) for member in members)], *parts])

    def _is_proposition(self, id: str) -> bool:
        """Whether a sentence is neither asserted nor given a reason for, so that conditionals can reject it."""
        reasons = (self.map.entries[each] for each in self.map.links.inferences.get(id, ()))
        return self.map.outline.roles[id] != "premise" and all(isinstance(each, Objection) for each in reasons)

    def _said(self, id: str, true: bool) -> Iterator[tuple[str, Way]]:
        """The ways by what standing conditionals and meanings say."""
        for holder in self.map.links.mentions.get(id, ()):
            entry = self.map.entries[holder]
            if self.point.values.get(holder) != STANDS or holder == id:
                continue
            itself: list[Way] = [((holder, True),)]
            if isinstance(entry, Conditional) and entry.qualifier is None:
                if self.point.not_undercut(id, entry, true) != STANDS:
                    continue
                forcing = [*self._forcing(entry.consequent, id, true)]
                for way in _joined([itself, [*self._holding(entry.antecedent)], forcing]):
                    yield holder, way
            elif isinstance(entry, Statement) and entry.means is not None:
                for way in _joined([itself, [*self._forcing(entry.means, id, true)]]):
                    yield holder, way
        own = self.map.entries[id]
        if isinstance(own, Statement) and own.means is not None:
            yield from ((id, way) for way in self._holding(own.means, true))

    def _holding(self, formula: Formula, true: bool = True) -> Iterator[Way]:
        """What makes a formula, or its denial, hold."""
        match formula:
            case Atom(id):
                if id in self.point.values and self.point.holds(formula, true) == STANDS:
                    yield ((id, true),)
            case Not(operand):
                yield from self._holding(operand, not true)
            case And(operands) | Or(operands):
                parts = [[*self._holding(operand, true)] for operand in operands]
                yield from _joined(parts) if isinstance(formula, And) is true else chain.from_iterable(parts)

    def _forcing(self, formula: Formula, id: str, wanted: bool, true: bool = True) -> Iterator[Way]:
        """What makes a formula that holds (or doesn't) have an atom as wanted; nothing at all may be enough."""
        match formula:
            case Atom(atom):
                if atom == id and wanted is true:
                    yield ()
            case Not(operand):
                yield from self._forcing(operand, id, wanted, not true)
            case And(operands) | Or(operands):
                for operand in operands:
                    forcing = [*self._forcing(operand, id, wanted, true)]
                    if isinstance(formula, And) is true:
                        yield from forcing
                    elif forcing:
                        others = [
                            [*self._holding(other, not true)] for other in dict.fromkeys(operands) if other != operand
                        ]
                        yield from _joined([forcing, *others])


def _joined(parts: list[list[Way]]) -> Iterator[Way]:
    """One way of each part, together; of very many combinations the first."""
    for number, ways in enumerate(product(*parts)):
        if number == _MOST:
            return
        yield tuple(dict.fromkeys(node for way in ways for node in way))
