"""What a reason or objection claims as an inference: its premises' contents, and what is asked of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.logic.propositional import AND, IF, OR, Shape, negation
from argmap.model import ArgumentMap, Conditional, Inference, Objection, Statement
from argmap.model.formula import And, Atom, Formula, Not
from argmap.model.statements import Qualifier

_STRENGTH: dict[Qualifier | None, int] = {None: 3, "likely": 2, "unlikely": 2, "might": 1}
_MOST_NODES = 400
_MOST_BACKGROUND = 100


@dataclass(frozen=True, slots=True)
class Form:
    """A step without its words: formulas over atoms numbered as they come, the same for steps of the same form.

    `hedged` are the numbers of hedged premises, `weak` those of them that are more so than what is asked. `asserted`
    pairs conditionals among the premises with their own atom, where a formula mentions them. `background` holds
    whatever the premises say: definitions, and what conditionals say that are only mentioned.
    """

    atoms: int
    premises: tuple[Shape, ...]
    goal: Shape
    background: tuple[Shape, ...] = ()
    hedged: tuple[int, ...] = ()
    weak: tuple[int, ...] = ()
    asserted: tuple[tuple[int, int], ...] = ()

    def says(self, number: int) -> tuple[Shape, ...]:
        """All that asserting a premise says: its content, and that of its own atom."""
        return (self.premises[number], *(own for premise, own in self.asserted if premise == number))


@dataclass(frozen=True, slots=True)
class Step:
    """One inference as it is asked about: `members` in the order of the premises, `ids` of the atoms."""

    id: str
    form: Form
    ids: tuple[str, ...]
    members: tuple[str, ...]


def step(map: ArgumentMap, id: str) -> Step | None:
    """The step of a reason or objection; None for an undercut, without members, or where its target is unknown.

    Conditionals are one-way: c says c -> (A -> B), so that denying it doesn't assert A. Where a conditional is asked
    for, its content is. Source: studies/logic.md.
    """
    inference = map.inference(id)
    members = map.links.members.get(id, ())
    if inference is None or not members or map.sentence(inference.target) is None:
        return None
    reading = _Reading(map)
    goal, strength = reading.asked(inference)
    premises = tuple(reading.premise(member) for member in members)
    background = tuple(reading.background())
    numbers = reading.numbers
    asserted = [
        (number, numbers[member])
        for number, member in enumerate(members)
        if isinstance(map.entries[member], Conditional) and member in numbers
    ]
    hedged = [number for number, member in enumerate(members) if reading.strength(member) < _STRENGTH[None]]
    weak = [number for number in hedged if reading.strength(members[number]) < strength]
    plainly = [numbers[members[number]] for number, _ in asserted if number in hedged]
    form = Form(
        len(numbers),
        premises,
        goal,
        (*background, *plainly),
        tuple(hedged),
        tuple(weak),
        tuple(pair for pair in asserted if pair[0] not in hedged),
    )
    return Step(id, form, tuple(numbers), members)


class _Reading:
    """Reads sentences of one step as formulas over numbered atoms."""

    def __init__(self, map: ArgumentMap) -> None:
        self.map = map
        self.numbers: dict[str, int] = {}
        self.nodes = 0
        self.defined: dict[str, None] = {}

    def premise(self, id: str) -> Shape:
        """What is said by asserting a sentence."""
        entry = self.map.entries[id]
        if isinstance(entry, Conditional):
            return self.content(entry)
        return self.formula(Atom(id))

    def content(self, entry: Conditional, asked: bool = False) -> Shape:
        consequent = self.formula(entry.consequent, asked, positive=entry.qualifier != "unlikely")
        if entry.qualifier == "unlikely":
            consequent = negation(consequent)
        return (IF, self.formula(entry.antecedent), consequent)

    def asked(self, inference: Inference) -> tuple[Shape, int]:
        """What the premises are to entail, and how strong they have to be for it."""
        target = self.map.entries[inference.target]
        if isinstance(inference, Objection):
            return negation(self.formula(Atom(inference.target), asked=True, positive=False)), _STRENGTH[None]
        if isinstance(target, Conditional):
            return self.content(target, asked=True), _STRENGTH[target.qualifier]
        return self.formula(Atom(inference.target), asked=True), _STRENGTH[None]

    def strength(self, id: str) -> int:
        entry = self.map.entries[id]
        return _STRENGTH[entry.qualifier if isinstance(entry, Conditional) else None]

    def formula(
        self, written: Formula, asked: bool = False, positive: bool = True, within: tuple[str, ...] = ()
    ) -> Shape:
        """A formula with definitions put in; where it is `asked` for, conditionals in it count by their content."""
        self.nodes += 1
        if isinstance(written, Atom):
            return self.atom(written.id, asked, positive, within)
        if isinstance(written, Not):
            return negation(self.formula(written.operand, asked, not positive, within))
        kind = AND if isinstance(written, And) else OR
        return (kind, *(self.formula(operand, asked, positive, within) for operand in written.operands))

    def atom(self, id: str, asked: bool, positive: bool, within: tuple[str, ...]) -> Shape:
        entry = self.map.sentence(id)
        if entry is not None and id not in within:
            room, inside = self.nodes < _MOST_NODES, (*within, id)
            if isinstance(entry, Conditional):
                if asked and positive and entry.qualifier is None and room:
                    consequent = self.formula(entry.consequent, True, True, inside)
                    return (IF, self.formula(entry.antecedent, within=inside), consequent)
                self.defined[id] = None
            elif isinstance(entry, Statement) and entry.means is not None:
                if room:
                    return self.formula(entry.means, asked, positive, inside)
                self.defined[id] = None
        return self.numbers.setdefault(id, len(self.numbers))

    def background(self) -> Iterable[Shape]:
        """What the sentences that stand in formulas by their atoms say, whatever is asserted."""
        done = 0
        while done < min(len(self.defined), _MOST_BACKGROUND):
            id = list(self.defined)[done]
            done += 1
            entry, own = self.map.entries[id], self.numbers[id]
            if isinstance(entry, Statement) and entry.means is not None:
                means = self.formula(entry.means, within=(id,))
                yield (IF, own, means)
                yield (IF, means, own)
            elif isinstance(entry, Conditional) and entry.qualifier is None:
                yield (IF, own, self.content(entry))
