"""From relations and premise-conclusion structures to reasons and objections."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.exchange.argdown.reading.drafts import Added, Draft, Inferred
from argmap.exchange.argdown.reading.faults import Faults
from argmap.exchange.argdown.reading.said import Argued, Gathered, Said, Tie

_BELOW_BEARS = {"+": "+", "<+": "+", "-": "-", "<-": "-", "_": "_", "<_": "_", "><": "><"}
_MOST_PER_PART = 10
_ABOVE_BEARS = {"+>": "+", "->": "-", "_>": "_"}


@dataclass(slots=True)
class _Shape:
    """What an argument with a premise-conclusion structure comes to."""

    premises: dict[str, None]
    conclusion: Said
    last: Draft


def premise_of(argument: Said) -> str:
    """The name of the one premise of an argument that has no premise-conclusion structure."""
    return f"{argument.name}\npremise"


def inferred(found: Gathered, faults: Faults, *, strict: bool) -> Inferred:
    """The reasons and objections that a file holds; what is no such thing in a map is told to `faults`."""
    return _Inferring(found, faults, strict).all()


class _Inferring:
    def __init__(self, found: Gathered, faults: Faults, strict: bool) -> None:
        self.found = found
        self.faults = faults
        self.strict = strict
        self.made = Inferred()
        self.shapes: dict[str, _Shape] = {}
        self.steps: dict[str, list[Draft]] = {}
        self.inferences: dict[str, Draft] = {}
        self.simple: dict[str, list[Draft]] = {}
        self.by_tie: dict[int, Draft] = {}
        self.same: dict[tuple[str, str, str], Draft] = {}
        self.contradictions: set[tuple[str, str]] = set()
        self.attacks: dict[str, set[str]] = {}
        self.left = 0
        self.stands: dict[str, list[Draft]] = {}

    def all(self) -> Inferred:
        parts = self.found.parts
        for said in self.found.said.values():
            if "negates" in said.data and said.family == "statement":
                self.made.dropped.add(said.name)
        for part in parts:
            if isinstance(part, Argued):
                self._shape(part)
        argued = {part.argument.name for part in parts if isinstance(part, Argued)}
        for said in self.found.said.values():
            if said.family == "argument" and said.name not in argued:
                self.made.premises[said.name] = said
        self._check_dropped()
        ties = [(tie, *_sides(tie)) for tie in parts if isinstance(tie, Tie)]
        for _, sign, one, other in ties:
            if sign == "-" and one.family == other.family == "statement":
                self.attacks.setdefault(one.name, set()).add(other.name)
        self.left = _MOST_PER_PART * (len(parts) + 100)
        undercuts = []
        for part in parts:
            if isinstance(part, Argued):
                for draft in self.steps.get(part.argument.name, ()):
                    self._register(draft)
                continue
            sign, one, other = _sides(part)
            if sign == "_":
                undercuts.append((part, one, other))
            else:
                self._bear(part, sign, one, other)
        for tie, one, other in undercuts:
            self._undercut(tie, one, other)
        return self.made

    def _check_dropped(self) -> None:
        concluded = {shape.conclusion.name for shape in self.shapes.values()}
        standing = {name for shape in self.shapes.values() for name in shape.premises}
        for name in list(self.made.dropped):
            said = self.found.said[name]
            if name not in concluded or name in standing:
                message = "only the conclusion of an argument can say by “negates” what the argument is against"
                self.faults.error("I004", said.place("negates"), message, advice="take “negates” out of this data")

    def _shape(self, argued: Argued) -> None:
        """The steps of a premise-conclusion structure, each with its premises."""
        argument = argued.argument
        if argument.name in self.shapes:
            return
        numbered: dict[int, Said] = {number: said for number, said in argued.lines if number}
        pool: list[Said] = []
        premises: list[str] = []
        steps: list[Draft] = []
        conclusion: Said | None = None
        inference: Said | None = None
        count = sum(number == 0 for number, _ in argued.lines)
        for number, said in argued.lines:
            if number == 0:
                inference = said
                continue
            if inference is None:
                pool.append(said)
                premises.append(said.name)
                continue
            used = self._used(inference, numbered, number)
            members = [one.name for one in (used or pool)]
            last = len(steps) + 1 == count
            name = argument.name if last else f"{argument.name}\n{len(steps) + 1}"
            own = (argument, inference) if last else (inference,)
            draft = Draft(name, said.name, list(dict.fromkeys(members)), inference.at, own=own)
            draft.heading = argument.heading or inference.heading
            if last and said.name in self.made.dropped:
                draft.objects = True
            steps.append(draft)
            self.inferences[inference.name] = draft
            conclusion, inference, pool = said, None, [said]
        if not steps or conclusion is None:
            return
        self.steps[argument.name] = steps
        self.shapes[argument.name] = _Shape(dict.fromkeys(premises), conclusion, steps[-1])
        self._left_over(argued, steps)

    def _used(self, inference: Said, numbered: dict[int, Said], conclusion: int) -> list[Said]:
        """The statements that an inference says it uses; none where it doesn't say."""
        uses = inference.data.get("uses")
        if uses is None:
            return []
        if not isinstance(uses, list):
            uses = [uses]
        used = []
        for place, number in enumerate(uses):
            at = inference.place("uses", place)
            if isinstance(number, str) and number.strip("() ").isdigit():
                number = int(number.strip("() "))
            if not isinstance(number, int) or isinstance(number, bool):
                self.faults.error("I004", at, "“uses” names no number here", advice='write numbers: {"uses": [1, 2]}')
            elif number not in numbered:
                self.faults.error("I005", at, f"“uses” names ({number}), and no line has that number")
            elif number >= conclusion:
                self.faults.error("I005", at, f"“uses” names ({number}), which stands below the line")
            else:
                used.append(numbered[number])
        return used

    def _left_over(self, argued: Argued, steps: Sequence[Draft]) -> None:
        """Tell of premises that no inference uses."""
        used = {name for draft in steps for name in draft.members} | {draft.target for draft in steps}
        for number, said in argued.lines:
            if number and said.name not in used:
                self.faults.lost("I102", said.at, f"({number}) is used by no inference and stands by itself in the map")

    def _register(self, draft: Draft) -> None:
        self.made.drafts.setdefault(draft.name, draft)

    def _bear(self, tie: Tie, sign: str, one: Said, other: Said) -> None:
        """A support, an attack or a contradiction by `one` of `other`."""
        shape = self.shapes.get(one.name)
        if shape is not None:
            self._register(shape.last)
            self.by_tie[id(tie)] = shape.last
        member = self._member(one)
        if self._of_dropped(tie, sign, member, other):
            return
        if shape is not None and sign == "+" and shape.conclusion is other:
            return
        objects = sign != "+"
        target = self._target(tie, one, other, objects)
        if target is None:
            return
        if sign == "><":
            if (other.name, one.name) in self.contradictions:
                return
            self.contradictions.add((one.name, other.name))
        draft = self._bearing(tie, one, member, target, objects)
        statements = one.family == "statement" or shape is not None
        if sign == "><":
            self._contradict(one, other, draft)
        elif self.strict and statements and other.family == "statement":
            self._implied(tie, draft, member, target, objects)

    def _of_dropped(self, tie: Tie, sign: str, member: str, other: Said) -> bool:
        """Whether a relation is of a conclusion that is dropped, and then can at most repeat what that is against."""
        if other.name in self.made.dropped or (member in self.made.dropped and sign not in ("-", "_")):
            message = "a conclusion that says by “negates” what its argument is against can be in no other relation"
            self.faults.error("I004", tie.at, message, advice="take “negates” out of its data")
        elif member in self.made.dropped:
            steps = () if other.family == "statement" else self._undercuttable(tie, other, other)
            against = frozenset((other.name, premise_of(other), *(draft.name for draft in steps)))
            self.made.repeated.append((tie, member, against))
        else:
            return False
        return True

    def _member(self, one: Said) -> str:
        if one.family != "argument":
            return one.name
        shape = self.shapes.get(one.name)
        return premise_of(one) if shape is None else shape.conclusion.name

    def _target(self, tie: Tie, one: Said, other: Said, objects: bool) -> str | None:
        """What a support or attack bears on; None where a map can't say it."""
        if other.family == "statement":
            return other.name
        if other.family is None:
            return self.inferences[other.name].name if other.name in self.inferences else None
        shape = self.shapes.get(other.name)
        if shape is None:
            return premise_of(other)
        if len(shape.premises) == 1:
            return next(iter(shape.premises))
        if not objects:
            message = f"{one.called} supports {other.called}, which has several premises, and it isn't said which"
            self.faults.lost("I101", tie.at, message, advice="let it support one of the premises")
            return None
        if not shape.premises.keys().isdisjoint(self.attacks.get(self._member(one), ())):
            message = (
                f"{one.called} attacks {other.called}: taken as what it says against one of the premises elsewhere"
            )
            self.faults.lost("I102", tie.at, message)
            return None
        message = f"{one.called} attacks {other.called}, which has several premises: taken as an objection to the step"
        self.faults.lost("I102", tie.at, message)
        return shape.last.name

    def _bearing(self, tie: Tie, one: Said, member: str, target: str, objects: bool) -> Draft:
        """The draft that says this, made unless it is there: a relation that is said twice is one."""
        key = ("-" if objects else "+", member, target)
        known = self.same.get(key)
        if known is None:
            if one.name in self.made.premises:
                others = self.simple.setdefault(one.name, [])
                name = f"{one.name}\n+{len(others)}" if others else one.name
                own: tuple[Said, ...] = () if others else (one,)
                heading = one.heading
            else:
                others, own, heading = [], (), tie.heading
                name = "\n".join(key)
            known = Draft(name, target, [member], tie.at, objects, own, heading)
            others.append(known)
            self.same[key] = known
            self._register(known)
        self.by_tie.setdefault(id(tie), known)
        return known

    def _contradict(self, one: Said, other: Said, draft: Draft) -> None:
        if "means" in one.data or "if" in one.data or self.made.contrary.setdefault(one.name, other.name) != other.name:
            name = f"{one.name}\nif\n{other.name}"
            self.made.added[name] = Added(one.name, other.name, True)
            draft.members.append(name)

    def _implied(self, tie: Tie, draft: Draft, member: str, target: str, objects: bool) -> None:
        """In strict mode the relation says that one statement entails another, or its negation."""
        name = f"{member}\nif{' not' if objects else ''}\n{target}"
        if name not in self.made.added:
            self.made.added[name] = Added(member, target, objects)
            draft.members.append(name)
            message = "in strict mode this says that the one rules the other out" if objects else "in strict mode this "
            message += "" if objects else "says that the one entails the other"
            self.faults.lost("I102", tie.at, f"{message}: an implicit conditional was added that says so")

    def _undercut(self, tie: Tie, one: Said, other: Said) -> None:
        """An objection by `one` to the reason or objection that `other` is, or stands in."""
        shape = self.shapes.get(one.name)
        if shape is not None:
            self._register(shape.last)
            self.by_tie[id(tie)] = shape.last
        member = self._member(one)
        if self._of_dropped(tie, "_", member, other):
            return
        targets = self._undercuttable(tie, one, other)
        if not targets:
            message = f"{one.called} undercuts {other.called}, which is no step from one thing to another"
            self.faults.lost("I101", tie.at, message, advice="let it attack the statement, with -")
        if 0 <= self.left < len(targets):
            message = "undercuts of premises come to more objections here than argmap takes in"
            self.faults.error("I008", tie.at, message, advice="let each undercut an argument by its title")
        self.left -= len(targets)
        if self.left < 0:
            return
        for target in targets:
            self._bearing(tie, one, member, target.name, True)

    def _undercuttable(self, tie: Tie, one: Said, other: Said) -> list[Draft]:
        if other.family is None:
            return [self.inferences[other.name]] if other.name in self.inferences else []
        if other.name in self.shapes:
            return [self.shapes[other.name].last]
        if other.family == "argument":
            return list(self.simple.get(other.name, ()))
        if tie.within is not None and tie.sign in ("_", "<_"):
            return [draft] if (draft := self.by_tie.get(id(tie.within))) else []
        if not self.stands:
            for draft in self.made.drafts.values():
                for member in draft.members:
                    self.stands.setdefault(member, []).append(draft)
        if found := self.stands.get(other.name, []):
            message = f"{one.called} undercuts {other.called}: taken as an objection to each step it is a premise of"
            self.faults.lost("I102", tie.at, message)
        return found


def _sides(tie: Tie) -> tuple[str, Said, Said]:
    """What a relation says, of whom, and about whom."""
    if tie.sign in _ABOVE_BEARS:
        return _ABOVE_BEARS[tie.sign], tie.above, tie.below
    return _BELOW_BEARS[tie.sign], tie.below, tie.above
