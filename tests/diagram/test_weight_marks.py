from argmap.diagram.weight_marks import weight_marks
from argmap.export import ExportOptions, export
from argmap.format import read
from argmap.logic import Weight, weight
from argmap.model import ArgumentMap, Statement
from tests.edit.conftest import FERRY

MAP = read(FERRY.replace("used and not bridge", "used").encode()).map

CARRYING = """\
Ferry: what carries “The ferry should stay”
2 sets of premises carry it, each by itself. No single
premise is in all of them.

╔═ ▼ weighed here ═══════╗
║ The ferry should stay. ║
╚════════════════════════╝
  ✗ ▲ ▲ ┏━━━━━━━━━━━━━━━━━━━━┓
  ┊ │ ├─┃ The ferry is used. ┃
  ┊ │ │ ┗━━━━━━━━━━━━━━━━━━━━┛
  ┊ │ │   ▲ ┌─ □ carries: set 2 ───────┐
  ┊ │ │   ╰─│ Passengers were counted. │
  ┊ │ │     └──────────────────────────┘
  ┊ │ │ ┌─ □ carries: set 2 ─────────┐
  ┊ │ ╰─│ IF   the ferry is used     │
  ┊ │   │ THEN the ferry should stay │
  ┊ │   └────────────────────────────┘
  ┊ │   ┌─ □ carries: set 1 ─────┐
  ┊ ╰───│ People love the ferry. │
  ┊     └────────────────────────┘
  ┊     ┌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┐
  ╰┄┄┄┄┄╎ ✗ The ferry costs a lot. ╎
        └╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘
"""


def marks(map, conclusion, **suppositions):
    return weight_marks(map, conclusion, weight(map, conclusion, suppositions))


def signs(said):
    return {id: mark.signs for (id, _), mark in said.boxes.items()}


def test_premises_say_in_which_sets_they_carry():
    said = marks(MAP, "keep", cost=False)
    assert export(MAP, "txt", ExportOptions(columns=60, marks=said)).decode() == CARRYING


def test_what_cannot_be_lost_stands_below_a_black_band():
    said = marks(MAP, "used")
    assert said.boxes["counted", "because-counted"].signs == ("■ can't be lost",)
    assert said.boxes["counted", "because-counted"].face == "changed"
    assert said.caption[1] == "Black: the premises that carry it; it can't lose any of them."


def test_a_proposition_that_is_supposed_is_signed_in_the_conditional():
    map = read(FERRY.replace("used and not bridge", "bridge").encode()).map
    said = marks(map, "keep", bridge=True, cost=False, loved=False, used=False)
    assert said.boxes["if-used-keep", "because-used"].halves["if"].signs == ("■ can't be lost",)


def test_a_conclusion_that_nothing_supports_says_so():
    said = marks(MAP, "used", counted=False)
    assert said.caption[1] == "Nothing that stands supports it."
    assert signs(said) == {"used": ("▼ weighed here",)}


def test_many_sets_are_counted_instead_of_named():
    map = ArgumentMap(entries={id: Statement(text=f"{id}.") for id in ("c", "p", "q")})
    sets = tuple(("p",) if number else ("q",) for number in range(6))
    said = weight_marks(map, "c", Weight(sets, (), more=True))
    assert signs(said)["p"] == ("□ carries: 5 of 6 sets",)
    assert (
        said.caption[1] == "More than 6 sets of premises carry it, each by itself. No single premise is in all of them."
    )


def test_the_description_tells_the_sets():
    assert "Set 2: P1 and P2." in marks(MAP, "keep", cost=False).description
