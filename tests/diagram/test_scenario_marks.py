import hashlib
import random
import re

import pytest

from argmap.diagram.error import DiagramError
from argmap.diagram.fonts import BOLD, REGULAR, Fonts
from argmap.diagram.scenario_marks import marks_of
from argmap.export import ExportOptions, export
from argmap.format import read
from argmap.logic import outcome
from argmap.model import ArgumentMap, Conditional, Scenario
from argmap.tui.plain import in_ascii
from tests.diagram import geometry, samples
from tests.diagram.figures import figure
from tests.diagram.test_figure import FORMS
from tests.edit.conftest import FERRY

MAP = read(FERRY.encode()).map

BRIDGE = """\
Ferry: A bridge?
Supposed true: “There is a bridge”.
Supposed false: “The ferry costs a lot”.
Black: supposed, or changed by that; grey: falls, or
supposed false; ● stands; × falls; an objection is live (●)
or out (×): answered ones are out.

╔═ ● stands (fell) ══════╗
║ The ferry should stay. ║
╚════════════════════════╝
  ✗ ▲ ▲ ┏━ ● stands ━━━━━━━━━┓
  ┊ │ ├─┃ The ferry is used. ┃
  ┊ │ │ ┗━━━━━━━━━━━━━━━━━━━━┛
  ┊ │ │   ▲ ┌──────────────────────────┐
  ┊ │ │   ╰─│ Passengers were counted. │
  ┊ │ │     └──────────────────────────┘
  ┊ │ │ ┌────────────────────────────────────────────────┐
  ┊ │ ╰─│ IF   [× falls (1 of 2 supposed, was open)] the │
  ┊ │   │      ferry is used and it is not the case that │
  ┊ │   │      there is a bridge                         │
  ┊ │   │ THEN [● stands (fell)] the ferry should stay   │
  ┊ │   └────────────────────────────────────────────────┘
  ┊ │   ┌────────────────────────┐
  ┊ ╰───│ People love the ferry. │
  ┊     └────────────────────────┘
  ┊     ┌╌ □ supposed false, × objection out (was live) ╌┐
  ╰┄┄┄┄┄╎ ✗ The ferry costs a lot.                       ╎
        └╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘
"""

CHAIN = """argmap = 1
[statement.wet]
text = "The street is wet."
[reason.r]
for = "wet"
[statement.hydrant]
text = "A hydrant burst."
in = "r"
[conditional.if-rain-wet]
if = "rain"
then = "puddles"
in = "r"
[conditional.if-dry]
if = "not rain"
then = "dust"
qualifier = "likely"
in = "r"
[statement.rain]
text = "It rains."
[statement.puddles]
text = "There are puddles."
[statement.dust]
text = "There is dust."
"""


def marks(map, title="What if?", **suppositions):
    return marks_of(map, outcome(map, {id.replace("_", "-"): true for id, true in suppositions.items()}), title)


def drawn(map, format="txt", **suppositions):
    return export(map, format, ExportOptions(columns=60, marks=marks(map, "A bridge?", **suppositions))).decode()


def halves(map, id, **suppositions):
    """What the IF and the THEN of a conditional say, and how they look."""
    entry = map.sentence(id)
    found = marks(map, **suppositions).boxes[id, entry.stands_in[0]].halves
    return {half: (*mark.signs, mark.face) for half, mark in found.items()}


def test_suppositions_and_what_they_reach_are_signed():
    assert drawn(MAP, cost=False, bridge=True) == BRIDGE


@pytest.mark.parametrize(
    ("format", "digest"),
    [
        ("svg", "b1a2f91034f097b7a9a5a4c02e1d9e59bbab24b4fbdd495e8845a3f2df8d2c94"),
        ("dot", "0843828fd8dd7dccaf4e69f49a76b35ca667da1ef4003a902f888e20e611f32c"),
    ],
)
def test_the_bytes_are_known(format, digest):
    """Golden: look before changing one."""
    assert hashlib.sha256(drawn(MAP, format, cost=False, bridge=True).encode()).hexdigest() == digest


def test_what_the_suppositions_do_not_reach_is_not_signed():
    said = marks(MAP, bridge=True)
    assert ("loved", "because-loved") not in said.boxes
    assert ("counted", "because-counted") not in said.boxes
    legend = "● stands; × falls; an objection is live (●) or out (×): answered ones are out."
    assert marks(MAP).caption == ("Ferry: What if?", legend)


def test_the_halves_of_a_conditional_say_what_became_of_them():
    map = read(CHAIN.encode()).map
    assert halves(map, "if-rain-wet", rain=True) == {
        "if": ("■ supposed true", "changed"),
        "then": ("● stands (was open)", "entailed", "changed"),
    }
    assert halves(map, "if-dry", rain=True) == {"if": ("□ supposed false", "fallen")}


def test_what_only_a_hedged_conditional_says_may_be_so():
    map = read(CHAIN.encode()).map
    assert halves(map, "if-dry", rain=False) == {
        "if": ("■ supposed true", "changed"),
        "then": ("○ may stand", "changed"),
    }
    assert "may: by a hedged conditional only" in marks(map, rain=False).caption[-1]


def test_a_falling_box_is_grey_and_not_struck_out():
    drawing = figure(MAP, marks=marks(MAP, counted=False))
    cell = next(cell for cell in drawing.cells if "C2" in cell.name and cell.kind.endswith("fallen"))
    assert (cell.fill, cell.words.colour, cell.words.struck) == ("#EDEDED", "#595959", False)
    line = next(line for line in drawing.lines if line.inference == "R2")
    assert line.stroke == "#8C8C8C"


def test_what_the_suppositions_raise_stands_below_a_black_band():
    drawing = figure(MAP, marks=marks(MAP, cost=False))
    bands = {cell.words.lines: (cell.fill, cell.words.colour) for cell in drawing.cells if cell.kind == "signs"}
    assert bands["● stands (fell)",] == ("#000000", "#FFFFFF")
    assert bands["● stands",] == ("#FFFFFF", "#000000")


def test_contradictory_suppositions_are_named_and_nothing_is_entailed():
    map = read(CHAIN.encode()).map
    said = marks(map, rain=True, puddles=False)
    assert said.caption[3] == (
        "Contradictory, so that nothing is entailed: “It rains” (supposed true), “There are puddles” (supposed false) "
        "and “If it rains, then there are puddles” (premise)."
    )
    signs = [sign for mark in said.boxes.values() for each in (mark, *mark.halves.values()) for sign in each.signs]
    assert "■ supposed true" in signs
    assert not {"entailed", "refuted"} & set(signs)


def test_the_description_tells_the_outcome_of_the_main_conclusions():
    said = marks(MAP, cost=False).description
    assert "Supposed false: “The ferry costs a lot”." in said
    assert "C1 stands (fell): The ferry should stay." in said


def test_a_figure_is_called_after_its_scenario():
    assert "<title>Ferry: A bridge?</title>" in drawn(MAP, "svg", bridge=True)


def test_an_undercut_reason_says_that_it_is_out_and_others_do_not():
    map = read(
        (FERRY + '[objection.no]\nagainst = "because-loved"\n[statement.n]\ntext = "No."\nin = "no"\n').encode()
    ).map
    said = marks(map)
    assert said.inferences["because-loved"].signs == ("× reason out",)
    assert "because-used" not in said.inferences


def test_an_objection_that_the_suppositions_make_live_stands_below_a_black_band():
    waiting = '[conditional.if-hard]\nif = "hard"\nthen = "cost"\nin = "but-cost"\n'
    map = read(f'{FERRY}{waiting}[statement.hard]\ntext = "Times are hard."\n'.encode()).map
    drawing = figure(map, marks=marks(map, hard=True))
    assert (
        next(cell.fill for cell in drawing.cells if cell.words.lines == ("● objection live (was open)",)) == "#000000"
    )
    assert next(line.pen for line in drawing.lines if line.inference == "O1") == 2.0


def test_an_answered_objection_is_signed_only_where_it_changes():
    map = samples.small()
    assert "but-access" not in marks(map).inferences
    assert marks(map, access=False).inferences["but-access"].signs == ("× answered objection out (was live)",)


def test_unknown_ids_in_a_scenario_are_called_unknown():
    said = marks(MAP, nowhere=True)
    assert said.caption[1] == "Supposed true: “unknown: nowhere”."


def test_nothing_is_drawn_of_an_empty_map():
    said = marks(ArgumentMap(), nowhere=True)
    assert said.boxes == {}
    with pytest.raises(DiagramError):
        export(ArgumentMap(), "txt", ExportOptions(marks=said))


def test_titles_and_sentences_are_data():
    hostile = "<b>&#9731;</b>\x1b[31m\\n"
    map = MAP.model_copy(update={"entries": {**MAP.entries, "s": Scenario(title=hostile, suppose=("bridge",))}})
    said = marks_of(map, outcome(map, {"bridge": True}), hostile)
    svg = export(map, "svg", ExportOptions(marks=said)).decode()
    assert "&lt;b&gt;&amp;#9731;&lt;/b&gt;[U+001B][31m\\n" in svg
    assert "\x1b" not in svg + export(map, "dot", ExportOptions(marks=said)).decode()


def test_every_sign_has_one_in_ascii():
    signs = re.sub(r"[\w ,;:()'-]", "", " ".join(_all_signs()))
    assert set(signs) == {"●", "×", "○", "■", "□"}
    assert in_ascii(signs).isascii()


def _all_signs():
    for suppositions in ({"rain": True}, {"rain": False}):
        for mark in marks(read(CHAIN.encode()).map, **suppositions).boxes.values():
            yield from (sign for each in (mark, *mark.halves.values()) for sign in each.signs)
    for mark in (*marks(MAP, cost=False).boxes.values(), *marks(MAP, cost=False).inferences.values()):
        yield from mark.signs


@pytest.mark.parametrize("form", FORMS)
def test_marked_figures_keep_the_rules_of_all_figures(form):
    fonts = Fonts.of()
    for seed in range(8):
        rng = random.Random(seed)
        map = samples.wild(rng, 20)
        ids = [id for id, _ in map.sentences()]
        found = marks_of(map, outcome(map, {rng.choice(ids): rng.random() < 0.5 for _ in range(3)}), "What if?")
        drawing = figure(map, marks=found, **FORMS[form])
        assert not geometry.overlapping(drawing), seed
        assert not geometry.crossed(drawing), seed
        for cell in drawing.cells:
            weight = BOLD if cell.words.bold else REGULAR
            assert all(fonts.width(line, weight) * cell.words.size <= cell.width + 0.01 for line in cell.words.lines), (
                cell
            )
            assert len(cell.words.lines) * cell.words.size * 1.2 <= cell.height + 0.01, cell


def test_a_marked_conditional_with_notes_keeps_its_tag_as_high_as_its_text():
    map = read(CHAIN.encode()).map
    said = map.sentence("if-rain-wet").model_copy(update={"by": "A reader"})
    map = map.with_entries({**map.entries, "if-rain-wet": said}, ["if-rain-wet"])
    assert isinstance(map.sentence("if-rain-wet"), Conditional)
    cells = {cell.name: cell for cell in figure(map, marks=marks(map, rain=True)).cells}
    tag, then = cells["P2 then tag"], cells["P2 then"]
    assert tag.y + tag.height == pytest.approx(then.y + then.height)
