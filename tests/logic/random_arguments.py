"""Random maps of arguments: reasons, objections to them and to each other, definitions, conditionals, cases."""

import random

from argmap.model import ArgumentMap, Conditional, Entry, Objection, Reason, Statement
from argmap.model.formula import Atom, Formula, Not, Or
from argmap.model.links import mentioned_by
from tests.logic.random_steps import random_term

PROPOSITIONS = ["q0", "q1", "q2"]
UNKNOWN = "nowhere"


class _Growing:
    """A map that grows from its main conclusion; ids are numbered as they come."""

    def __init__(self, rng: random.Random, circles: bool) -> None:
        self.rng = rng
        self.circles = circles
        self.entries: dict[str, Entry] = {"s0": Statement(text="The main conclusion.")}
        self.sentences = ["s0"]
        self.inferences: list[str] = []

    def id(self, letter: str) -> str:
        return f"{letter}{len(self.entries)}"

    def inference(self, target: str | None = None) -> str:
        rng = self.rng
        target = target or rng.choice(self.sentences)
        if rng.random() < 0.6:
            entry: Entry = Reason(target=target)
        else:
            target = rng.choice([target, rng.choice([target, *self.inferences])])
            entry = Objection(target=target, answered="It is." if rng.random() < 0.15 else None)
        id = self.id("i")
        self.entries[id] = entry
        self.inferences.append(id)
        return id

    def add(self, letter: str, entry: Entry) -> str:
        id = self.id(letter)
        self.entries[id] = entry
        self.sentences.append(id)
        return id

    def places(self, fresh: str | None = None) -> tuple[str, ...]:
        """Where a new member stands: mostly in one inference, of which some are new."""
        rng = self.rng
        last = self.inferences[-1:] if rng.random() < 0.6 else []
        place = fresh or (last or [self.inference()])[0]
        others = self.inferences if self.circles and rng.random() < 0.15 else []
        return tuple({place: None, rng.choice(others or [place]): None})

    def formula(self) -> Formula:
        return random_term(self.rng, [*PROPOSITIONS, *self.sentences[-4:], *([UNKNOWN] * (self.rng.random() < 0.1))])

    def grow(self) -> None:
        rng = self.rng
        roll = rng.random()
        if roll < 0.45:
            self.add("s", Statement(text="A premise.", stands_in=self.places()))
        elif roll < 0.55:
            self.add("d", Statement(text="A compound.", means=self.meaning(), stands_in=self.places()))
        elif roll < 0.9:
            self.conditional()
        else:
            self.cases()

    def meaning(self) -> Formula:
        """Definitions only look back, so that none is about itself."""
        return random_term(self.rng, [*PROPOSITIONS, *self.sentences])

    def conditional(self) -> None:
        rng = self.rng
        places = self.places()
        target = self.entries[places[0]].target  # type: ignore[attr-defined]
        consequent = self.formula()
        if rng.random() < 0.6 and target in self.sentences:
            consequent = Atom(target) if isinstance(self.entries[places[0]], Reason) else Not(Atom(target))
        hedge = rng.choice(["might", "likely", "unlikely"]) if rng.random() < 0.15 else None
        entry = Conditional(antecedent=self.formula(), consequent=consequent, stands_in=places, qualifier=hedge)
        self.add("c", entry)

    def cases(self) -> None:
        target = self.rng.choice(self.sentences)
        reason = self.inference(target)
        one, other = self.rng.sample(PROPOSITIONS, 2)
        self.add("d", Statement(text="Cases.", means=Or((Atom(one), Atom(other))), stands_in=(reason,)))
        for case in (one, other):
            self.add("c", Conditional(antecedent=case, consequent=target, stands_in=(reason,)))


def random_argument(rng: random.Random, sentences: int, circles: bool = False) -> ArgumentMap:
    """A map of about that many sentences; with `circles`, premises may be shared and so support what they rest on."""
    growing = _Growing(rng, circles)
    while len(growing.sentences) < sentences:
        growing.grow()
    entries = dict(growing.entries)
    mentioned = {id for entry in entries.values() for id in mentioned_by(entry)} - {UNKNOWN}
    for id in sorted(mentioned - entries.keys()):
        entries[id] = Statement(text="A proposition.")
    return ArgumentMap(entries=entries)


def random_suppositions(rng: random.Random, map: ArgumentMap) -> dict[str, bool]:
    """Up to three sentences, supposed true or false."""
    ids = [id for id, _ in map.sentences()]
    return {id: rng.random() < 0.5 for id in rng.sample(ids, min(len(ids), rng.choice([0, 1, 1, 2, 3])))}
