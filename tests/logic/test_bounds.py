"""What would take too long is told as undecided, and very many premises are no trouble."""

import pytest

from argmap.check import check
from argmap.logic import decide, entailed, entailed_live, missing_premises
from argmap.logic.words import told_countermodel, told_decided
from argmap.model import ArgumentMap, Conditional, Entry, Reason, Scenario, Statement
from argmap.model.formula import And, Atom, Not, Or

MANY = 3_000


def reason(members: dict[str, Entry], others: dict[str, Entry] | None = None) -> ArgumentMap:
    """One reason, `r` for `c`, with these members."""
    within = {id: entry.model_copy(update={"stands_in": ("r",)}) for id, entry in members.items()}
    return ArgumentMap(entries={"c": Statement(text="C."), "r": Reason(target="c"), **within, **(others or {})})


def statements(count: int) -> dict[str, Entry]:
    return {f"s{number}": Statement(text=f"S{number}.") for number in range(count)}


def pigeons(holes: int) -> ArgumentMap:
    """Each of holes + 1 pigeons sits in one of the holes, no two in one: a contradiction that is hard to find."""

    def at(pigeon: int, hole: int) -> Atom:
        return Atom(f"p{pigeon}x{hole}")

    members: dict[str, Entry] = {}
    for pigeon in range(holes + 1):
        sits = Or(tuple(at(pigeon, hole) for hole in range(holes)))
        members[f"m{pigeon}"] = Statement(text=f"M{pigeon}.", means=sits)
        for other in range(pigeon):
            for hole in range(holes):
                alone = Conditional(antecedent=at(pigeon, hole), consequent=Not(at(other, hole)))
                members[f"if-{pigeon}-{other}-{hole}"] = alone
    ids = [at(pigeon, hole).id for pigeon in range(holes + 1) for hole in range(holes)]
    return reason(members, {id: Statement(text=f"{id}.") for id in ids})


def test_what_takes_too_long_is_undecided() -> None:
    map = pigeons(11)
    decided = decide(map, "r")
    assert decided is not None
    assert (decided.verdict, decided.countermodel, decided.spare) == ("undecided", None, ())
    assert told_decided(map, decided).startswith("It would take too long to tell whether it follows from ")
    assert missing_premises(map, "r") == ()
    assert [problem.code for problem in check(map) if problem.code[0] == "L"] == ["L110"]


def test_what_takes_too_long_for_a_whole_map_is_told_step_by_step() -> None:
    map = pigeons(11)
    assert entailed(map) == entailed_live(map)
    assert not entailed(map).complete


def test_a_smaller_one_is_decided() -> None:
    decided = decide(pigeons(5), "r")
    assert decided is not None
    assert decided.verdict == "inconsistent"
    assert entailed(pigeons(5)).conflict


def test_a_conditional_over_very_many_statements() -> None:
    every = And(tuple(Atom(id) for id in statements(MANY)))
    leading = {"if": Conditional(antecedent=every, consequent=Atom("c"))}
    map = reason(leading | statements(MANY))
    decided = decide(map, "r")
    assert decided is not None
    assert (decided.verdict, decided.spare) == ("follows", ())
    map = reason(leading, statements(MANY))
    decided = decide(map, "r")
    assert decided is not None
    assert decided.verdict == "does not follow"
    told = told_countermodel(map, decided)
    assert len(told) < 1_000


def test_very_many_premises_that_are_not_needed() -> None:
    map = reason({"if": Conditional(antecedent=Atom("s7"), consequent=Atom("c"))} | statements(MANY))
    decided = decide(map, "r")
    assert decided is not None
    assert decided.verdict == "follows"
    assert set(decided.spare) == statements(MANY).keys() - {"s7"}
    assert len([p for p in check(map) if p.code == "L105"]) == MANY - 1


def test_of_very_many_one_that_says_the_same() -> None:
    map = reason({"same": Statement(text="Same.", means=Not(Not(Atom("c"))))} | statements(MANY))
    decided = decide(map, "r")
    assert decided is not None
    assert decided.circular == "same"


@pytest.mark.parametrize("count", [1, 100])
def test_scenarios_that_contradict_a_premise_name_just_that(count: int) -> None:
    scenarios = {f"z{n}": Scenario(suppose=("not c", f"s{n}")) for n in range(count)}
    leading = {"if": Conditional(antecedent=Atom("s1"), consequent=Atom("c"))}
    map = reason(leading | statements(500), dict(scenarios))
    told = [problem.message for problem in check(map) if problem.code == "L202"]
    assert len(told) == count
    assert told[0].endswith(
        "C1 (supposed false), P1 (premise) and P3 (premise) contradict one another; nothing is concluded from them."
    )
