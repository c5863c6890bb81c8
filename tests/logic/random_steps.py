"""Random steps: maps with one reason or objection, valid about as often as not."""

import itertools
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from argmap.model import ArgumentMap, Conditional, Entry, Objection, Reason, Statement
from argmap.model.formula import And, Atom, Formula, Not, Or
from argmap.model.links import mentioned_by
from argmap.model.statements import Qualifier
from tests.logic.small_maps import STEP


@dataclass(frozen=True)
class If:
    """A conditional before it has an id."""

    antecedent: Formula
    consequent: Formula
    hedge: Qualifier | None = None


Claim = Formula | If
Instance = tuple[list[Claim], Claim]


def neg(formula: Formula) -> Formula:
    return formula.operand if isinstance(formula, Not) else Not(formula)


def chain(terms: Sequence[Formula]) -> list[Claim]:
    return [If(one, next) for one, next in itertools.pairwise(terms)]


def dilemma(terms: Sequence[Formula]) -> Instance:
    """Cases: each of them leads to the last term."""
    *cases, last = terms
    return [Or(tuple(cases)), *(If(case, last) for case in cases)], last


FORMS: dict[str, Callable[..., Instance]] = {
    "modus ponens": lambda a, b, c, d: ([a, If(a, b)], b),
    "modus ponens, two premises": lambda a, b, c, d: ([a, b, If(And((a, b)), c)], c),
    "modus tollens": lambda a, b, c, d: ([If(a, b), neg(b)], neg(a)),
    "hypothetical syllogism": lambda a, b, c, d: (chain([a, b, c]), If(a, c)),
    "longer syllogism": lambda a, b, c, d: (chain([a, b, c, d]), If(a, d)),
    "chain forwards": lambda a, b, c, d: ([a, *chain([a, b, c, d])], d),
    "chain backwards": lambda a, b, c, d: ([neg(d), *chain([a, b, c, d])], neg(a)),
    "disjunctive syllogism": lambda a, b, c, d: ([Or((a, b)), neg(a)], b),
    "three disjuncts": lambda a, b, c, d: ([Or((a, b, c)), neg(a), neg(b)], c),
    "constructive dilemma": lambda a, b, c, d: ([If(a, b), If(c, d), Or((a, c))], Or((b, d))),
    "proof by cases": lambda a, b, c, d: dilemma([a, b, c]),
    "three cases": lambda a, b, c, d: dilemma([a, b, c, d]),
    "contraposition": lambda a, b, c, d: ([If(a, b)], If(neg(b), neg(a))),
    "conjunction": lambda a, b, c, d: ([a, b], And((a, b))),
    "simplification": lambda a, b, c, d: ([And((a, b))], b),
    "conditional proof": lambda a, b, c, d: ([c, If(And((a, c)), b)], If(a, b)),
}
"""Standard forms over four terms."""

LARGE_FORMS: dict[str, Callable[[list[Formula]], Instance]] = {
    "chain": lambda terms: ([terms[0], *chain(terms)], terms[-1]),
    "syllogism": lambda terms: (list(chain(terms)), If(terms[0], terms[-1])),
    "cases": lambda terms: dilemma(terms),
    "conjunction": lambda terms: ([*terms[:-1], If(And(tuple(terms[:-1])), terms[-1])], terms[-1]),
    "disjunction": lambda terms: ([Or(tuple(terms)), *map(neg, terms[:-1])], terms[-1]),
}


def random_term(rng: random.Random, ids: Sequence[str], depth: int = 0) -> Formula:
    """A literal more often than a compound."""
    roll = rng.random()
    if roll < 0.5 or depth > 1:
        return Atom(rng.choice(ids))
    if roll < 0.7:
        return Not(random_term(rng, ids, depth + 1))
    kind = And if roll < 0.85 else Or
    return kind(tuple(random_term(rng, ids, depth + 1) for _ in range(rng.randint(2, 3))))


def random_step(rng: random.Random, size: int = 5) -> ArgumentMap:
    """A step over some `size` atoms, with defined statements and conditionals that others mention."""
    ids = [f"p{number}" for number in range(size)]
    known = _background(rng, ids)
    ids += list(known)
    if rng.random() < 0.75:
        form = rng.choice(list(FORMS.values()))
        premises, conclusion = form(*(random_term(rng, ids) for _ in range(4)))
    else:
        premises, conclusion = _anything(rng, ids)
    premises, conclusion = _spoiled(rng, ids, premises, conclusion)
    return step_of(rng, premises, conclusion, known)


def large_step(rng: random.Random) -> ArgumentMap:
    """A step over 17 to 40 atoms."""
    size = rng.randint(17, 40)
    ids = [f"p{number}" for number in range(size)]
    if rng.random() < 0.7:
        literals = [rng.choice([Atom(id), Not(Atom(id))]) for id in ids]
        premises, conclusion = rng.choice(list(LARGE_FORMS.values()))(literals)
    else:
        premises = [_clause(rng, ids) for _ in range(int(rng.uniform(1, 4.5) * size))]
        conclusion = Or(tuple(map(Atom, rng.sample(ids, 2))))
    if rng.random() < 0.5:
        premises, conclusion = _spoiled(rng, ids, premises, conclusion)
    return step_of(rng, premises, conclusion, {}, hedges=0.02)


def step_of(
    rng: random.Random, premises: Sequence[Claim], conclusion: Claim, known: dict[str, Entry], hedges: float = 0.2
) -> ArgumentMap:
    """The map of a step; a negated conclusion may become an objection, premises come in any order."""
    entries: dict[str, Entry] = {}
    against = isinstance(conclusion, Not) and rng.random() < 0.5
    asked = conclusion.operand if against and isinstance(conclusion, Not) else conclusion
    if isinstance(asked, Atom):
        target = asked.id
    else:
        target = "conclusion"
        entries[target] = _entry(asked) if against else _hedged(rng, _entry(asked), hedges)
    entries[STEP] = Objection(target=target) if against else Reason(target=target)
    members = list(premises)
    rng.shuffle(members)
    for number, claim in enumerate(members):
        if isinstance(claim, Atom) and rng.random() < 0.9:
            id = claim.id
            entry = known.get(id) or Statement(text=id)
        else:
            id = f"says-{number}"
            entry = _entry(claim)
            entry = _hedged(rng, entry, hedges)
        entries[id] = entry.model_copy(update={"stands_in": (STEP,)})
    entries = {**known, **entries}
    mentioned = {id for entry in list(entries.values()) for id in mentioned_by(entry)} | {target}
    return ArgumentMap(entries={id: Statement(text=id) for id in sorted(mentioned - entries.keys())} | entries)


def _entry(claim: Claim) -> Entry:
    if isinstance(claim, If):
        return Conditional(antecedent=claim.antecedent, consequent=claim.consequent, qualifier=claim.hedge)
    return Statement(text="A compound.", means=claim)


def _hedged(rng: random.Random, entry: Entry, chance: float) -> Entry:
    """The same, a conditional now and then with a hedge."""
    hedge = rng.choice(["might", "likely", "unlikely"]) if rng.random() < chance else None
    return entry.model_copy(update={"qualifier": hedge}) if isinstance(entry, Conditional) else entry


def _background(rng: random.Random, ids: list[str]) -> dict[str, Entry]:
    """Statements that mean something and conditionals, to be mentioned; later ones may mention earlier ones."""
    known: dict[str, Entry] = {}
    for number in range(rng.choice([0, 0, 1, 2])):
        earlier = [*ids, *known]
        if rng.random() < 0.5:
            known[f"d{number}"] = Statement(text="A compound.", means=random_term(rng, earlier))
        else:
            halves = random_term(rng, earlier), random_term(rng, earlier)
            known[f"c{number}"] = Conditional(antecedent=halves[0], consequent=halves[1])
    return known


def _anything(rng: random.Random, ids: list[str]) -> Instance:
    claims = [_claim(rng, ids) for _ in range(rng.randint(2, 5))]
    return claims[1:], claims[0]


def _claim(rng: random.Random, ids: list[str]) -> Claim:
    if rng.random() < 0.5:
        return If(random_term(rng, ids), random_term(rng, ids))
    return random_term(rng, ids)


def _clause(rng: random.Random, ids: list[str]) -> Claim:
    """A random clause of three literals, as a disjunction or a conditional."""
    one, two, three = (rng.choice([Atom(id), Not(Atom(id))]) for id in rng.sample(ids, 3))
    return Or((one, two, three)) if rng.random() < 0.5 else If(And((neg(one), neg(two))), three)


def _spoiled(rng: random.Random, ids: list[str], premises: list[Claim], conclusion: Claim) -> Instance:
    """A step with something else or less in it, as often as not, and premises that have no bearing on it."""
    premises = list(premises)
    roll = rng.random()
    at = rng.randrange(len(premises))
    claim = premises[at]
    if roll < 0.2:
        premises[at] = If(claim.consequent, claim.antecedent) if isinstance(claim, If) else neg(claim)
    elif roll < 0.3 and len(premises) > 1:
        del premises[at]
    elif roll < 0.4:
        conclusion = If(conclusion.consequent, conclusion.antecedent) if isinstance(conclusion, If) else neg(conclusion)
    elif roll < 0.5:
        conclusion = _claim(rng, ids)
    for _ in range(rng.choice([0, 0, 1, 2])):
        premises.append(_claim(rng, ids))
    return premises, conclusion
