from time import process_time

from argmap.format import read
from argmap.logic import standing, weight, why
from argmap.logic.words import told_weight

_MAP = """argmap = 1
[statement.d]
text = "D."
[reason.r]
for = "d"
[conditional.k]
if = "IF"
then = "THEN"
in = "r"
[statement.q]
text = "Q."
[statement.a]
text = "A."
in = "r"
[statement.b]
text = "B."
in = "r"
[reason.r2]
for = "d"
[statement.no-x]
text = "Not X."
means = "not x"
in = "r2"
[statement.x]
text = "X."
[reason.r3]
for = "d"
[statement.e]
text = "E."
in = "r3"
[objection.o]
against = "e"
[statement.f]
text = "F."
in = "o"
"""


def carried(antecedent: str, consequent: str = "q", of: str = "q", **suppositions: bool) -> tuple[object, object]:
    map = read(_MAP.replace("IF", antecedent).replace("THEN", consequent).encode()).map
    found = weight(map, of, suppositions)
    return found.sets, found.critical


def test_each_alternative_of_an_antecedent_carries_by_itself() -> None:
    assert carried("a or b") == ((("k", "a"), ("k", "b")), ("k",))


def test_what_makes_something_fall_carries_what_rests_on_its_falling() -> None:
    assert carried("a and not x") == ((("k", "a", "no-x"),), ("k", "a", "no-x"))
    assert carried("not (x and b)") == ((("k", "no-x"),), ("k", "no-x"))


def test_a_live_objection_carries_what_rests_on_the_falling_of_its_target() -> None:
    assert carried("not e") == ((("k", "f"),), ("k", "f"))


def test_what_excludes_the_other_disjuncts_carries_the_one_that_is_left() -> None:
    assert carried("a", "q or x") == ((("k", "a", "no-x"),), ("k", "a", "no-x"))


def test_what_is_supposed_false_rests_on_no_premise() -> None:
    assert carried("not x", x=False) == ((("k",),), ("k",))


def test_losing_what_cannot_be_lost_loses_the_conclusion_and_nothing_else_does() -> None:
    map = read(_MAP.replace("IF", "a and not x or b").replace("THEN", "q").encode()).map
    found = weight(map, "q")
    assert found.sets == (("k", "b"), ("k", "a", "no-x"))
    for premise in ("k", "a", "b", "no-x"):
        lost = standing(map, {premise: False}).values["q"] != "stands"
        assert lost is (premise in found.critical)


def test_grounds_name_what_stands_only() -> None:
    map = read(_MAP.replace("IF", "a and not x").replace("THEN", "q").encode()).map
    assert why(map, {}, "q")[-1].since == ("k", "a")


def test_what_carries_a_conclusion_is_told() -> None:
    map = read(_MAP.replace("IF", "a or b").replace("THEN", "q").encode()).map
    assert told_weight(map, "q", weight(map, "q")) == (
        "Q1 rests on 2 sets of premises, each enough by itself.",
        "Set 1: P1 and P2.",
        "Set 2: P1 and P3.",
        "It can't lose P1.",
    )
    assert told_weight(map, "x", weight(map, "x")) == ("Nothing that stands supports Q2.",)
    assert told_weight(map, "a", weight(map, "a")) == ("P2 rests on nothing else: it is a premise.",)


def test_grounds_pass_over_ids_that_the_map_does_not_have() -> None:
    map = read(
        _MAP.replace("IF", "a").replace("THEN", "q").encode()
        + b"""
[statement.both]
text = "Both."
means = "x and ghost"
[objection.but]
against = "b"
[conditional.if-ghost]
if = "ghost"
then = "not b"
in = "but"
"""
    ).map
    suppositions = {"ghost": True, "both": True}
    assert [ground.id for ground in why(map, suppositions, "x")] == ["both", "x"]
    assert [ground.id for ground in why(map, {"x": False}, "both")][-1] == "both"
    assert why(map, {}, "but")[-1].since == ("ghost",)


def test_of_a_map_with_endless_sets_some_that_suffice_are_soon_told() -> None:
    size, lines = 20, ["argmap = 1"]
    for level in range(size):
        for number in range(size):
            holders = [f"r-{level - 1}-{(number + shift) % size}-{shift % 4}" for shift in range(12)] if level else []
            lines.append(f'[statement.s-{level}-{number}]\ntext = "S."\nin = {holders}')
            if level < size - 1:
                lines += [f'[reason.r-{level}-{number}-{way}]\nfor = "s-{level}-{number}"' for way in range(4)]
    map = read("\n".join(lines).encode()).map
    began = process_time()
    found = weight(map, "s-0-0")
    assert process_time() - began < 3
    assert found.more
    others = dict.fromkeys((id for id, role in map.outline.roles.items() if role == "premise"), False)
    for ids in found.sets:
        assert standing(map, others | dict.fromkeys(ids, True)).values["s-0-0"] == "stands"


def test_a_premise_that_falls_does_not_carry_itself() -> None:
    assert carried("a", of="e") == ((), ())
