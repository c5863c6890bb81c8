"""The least fixpoint by which sentences, reasons and objections stand or fall.

What is undercut is the step: a conditional no longer makes a sentence stand for which it stands in reasons only that
are undercut, nor fall against which it stands in objections only that are undercut or answered.

Values are integers: 0 falls, 1 open, 2 stands; the conjunction of values is their minimum, the disjunction their
maximum. Source: section 5 of the design; studies/logic.md.
"""

from collections import deque
from collections.abc import Iterator, Mapping

from argmap.model import ArgumentMap, Conditional, Inference, Objection, Reason, Statement
from argmap.model.formula import And, Atom, Formula, Not, Or, atoms

FALLS, OPEN, STANDS = 0, 1, 2


class Fixpoint:
    """Takes values from open until nothing changes; each is looked at again when what it rests on has changed.

    `supposed` are the sentences settled beforehand; with `hedged`, hedged conditionals count as plain ones.
    """

    def __init__(self, map: ArgumentMap, supposed: Mapping[str, bool], hedged: bool = False) -> None:
        self.entries, self.links = map.entries, map.links
        self.inferences, self.members = map.links.inferences, map.links.members
        self.roles, self.supposed, self.hedged = map.outline.roles, supposed, hedged
        self.values: dict[str, int] = {}
        self.rejected: set[str] = set()

    def run(self) -> "Fixpoint":
        """Go to the fixpoint."""
        order = [id for id in reversed([*self.entries]) if id in self.roles or isinstance(self.entries[id], Inference)]
        self.values = dict.fromkeys(order, OPEN)
        waiting, queued = deque(order), set(order)
        while waiting:
            id = waiting.popleft()
            queued.discard(id)
            before = self.values[id], id in self.rejected
            if before[0] == STANDS or before[1]:
                continue
            self.values[id] = self.value(id)
            if (self.values[id], id in self.rejected) != before:
                for other in self.resting_on(id):
                    if other in self.values and other not in queued:
                        waiting.append(other)
                        queued.add(other)
        return self

    def resting_on(self, id: str) -> Iterator[str]:
        """What may change when a sentence or an inference has."""
        entry = self.entries[id]
        if isinstance(entry, Inference):
            yield entry.target
            step = self.entries.get(entry.target)
            if isinstance(step, Inference):
                yield step.target
            return
        yield from entry.stands_in  # type: ignore[attr-defined]
        for holder in self.links.mentions.get(id, ()):
            yield holder
            yield from self.held(holder)
        yield from self.held(id)

    def held(self, holder: str) -> Iterator[str]:
        """What a sentence's formulas may raise or lower: what they mention, and objections that wait for its IF."""
        entry = self.entries[holder]
        if isinstance(entry, Conditional):
            yield from atoms(entry.consequent)
            yield from entry.stands_in
        elif isinstance(entry, Statement) and entry.means is not None:
            yield from atoms(entry.means)

    def value(self, id: str) -> int:
        entry = self.entries[id]
        if isinstance(entry, Inference):
            return self.live(id, entry)
        if id in self.supposed:
            if not self.supposed[id]:
                self.rejected.add(id)
            return STANDS if self.supposed[id] else FALLS
        defeat = max((self.values[each] for each in self.objections(id)), default=FALLS)
        reasons = [each for each in self.inferences.get(id, ()) if not isinstance(self.entries[each], Objection)]
        base = STANDS if self.roles[id] == "premise" else FALLS if reasons else OPEN
        support = max((self.values[each] for each in reasons), default=base)
        support = max(support, base)
        means = entry.means if isinstance(entry, Statement) else None
        if support < STANDS:
            support = max(support, self.forced(id, True), FALLS if means is None else self.holds(means))
        if base == OPEN and defeat < STANDS:
            defeat = max(defeat, self.forced(id, False), FALLS if means is None else self.holds(means, False))
        if defeat == STANDS:
            self.rejected.add(id)
        return min(support, STANDS - defeat)

    def objections(self, id: str) -> Iterator[str]:
        """The unanswered objections to something."""
        for each in self.inferences.get(id, ()):
            entry = self.entries[each]
            if isinstance(entry, Objection) and entry.answered is None:
                yield each

    def live(self, id: str, entry: Inference) -> int:
        """Whether all members of an inference stand and every objection to it is out."""
        members = self.members.get(id, ())
        if not members:
            return FALLS
        value = min(self.values[member] for member in members)
        if isinstance(entry, Objection):
            conditionals = (self.entries[member] for member in members)
            for each in conditionals:
                if isinstance(each, Conditional):
                    value = min(value, self.holds(each.antecedent))
        return min((value, *(STANDS - self.values[each] for each in self.objections(id))))

    def forced(self, id: str, true: bool) -> int:
        """How far the formulas that mention a sentence make it true, or false."""
        found = FALLS
        for holder in self.links.mentions.get(id, ()):
            entry, held = self.entries[holder], self.values[holder]
            if held == FALLS or found == STANDS:
                continue
            if isinstance(entry, Conditional) and (entry.qualifier is None or self.hedged):
                force = self.force(entry.consequent, id, true, entry.qualifier != "unlikely")
                if force:
                    force = min(force, self.not_undercut(id, entry, true))
                if force:
                    found = max(found, min(held, self.holds(entry.antecedent), force))
            elif isinstance(entry, Statement) and entry.means is not None and id != holder:
                found = max(found, min(held, self.force(entry.means, id, true)))
        return found

    def not_undercut(self, id: str, conditional: Conditional, true: bool = True) -> int:
        """How far the step from a conditional to a sentence, or to its denial, isn't undercut or answered.

        Where no reason for it, or objection to it, takes the step, nothing undercuts that.
        """
        kind = Reason if true else Objection
        steps = {
            each: step
            for each in conditional.stands_in
            if isinstance(step := self.entries.get(each), kind) and step.target == id
        }
        taken = (
            min((STANDS - self.values[other] for other in self.objections(each)), default=STANDS)
            for each, step in steps.items()
            if not isinstance(step, Objection) or step.answered is None
        )
        return max(taken, default=FALLS) if steps else STANDS

    def holds(self, formula: Formula, true: bool = True) -> int:
        """The value of a formula, or of its negation."""
        match formula:
            case Atom(id):
                if id not in self.roles:
                    return OPEN
                if true:
                    return self.values.get(id, OPEN)
                return STANDS if id in self.rejected else FALLS if self.values.get(id) == STANDS else OPEN
            case Not(operand):
                return self.holds(operand, not true)
            case And(operands) | Or(operands):
                choose = min if isinstance(formula, And) is true else max
                return choose(self.holds(operand, true) for operand in operands)

    def force(self, formula: Formula, id: str, wanted: bool, true: bool = True) -> int:
        """How far a formula's being true (or false) makes an atom of it as wanted."""
        match formula:
            case Atom(atom):
                return STANDS if atom == id and wanted is true else FALLS
            case Not(operand):
                return self.force(operand, id, wanted, not true)
            case And() | Or():
                operands = tuple(dict.fromkeys(formula.operands))
                forces = [self.force(operand, id, wanted, true) for operand in operands]
                if isinstance(formula, And) is true:
                    return max(forces)
                against = [self.holds(operand, not true) for operand in operands]
                others = (min(against[:at] + against[at + 1 :], default=STANDS) for at in range(len(operands)))
                return max(map(min, forces, others))
