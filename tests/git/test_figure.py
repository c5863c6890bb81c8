import random
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.diagram.error import DiagramError
from argmap.edit import because, but, delete, rename, reword, set_fields, therefore, undercut
from argmap.edit.places import home
from argmap.export import ExportOptions, export
from argmap.export.drawing import laid_out
from argmap.export.txt import render
from argmap.format import read
from argmap.git.figure import comparison
from argmap.git.union import drawn, united
from argmap.model import ArgumentMap, Conditional, Objection, Reason, Source, Statement
from argmap.model.formula import And, Atom, Not
from tests.diagram import geometry, samples
from tests.edit.conftest import FERRY
from tests.export.test_svg import JAPANESE, SVG, font
from tests.git.test_merge import edited, put
from tests.random_maps import random_map

BASE = read(FERRY.encode()).map

MANY = """\
Ferry: v1 → v2
2 added, 3 removed, 3 changed, 1 renamed; 1 change is
not drawn

╔═══════════════════════════╗
║ C1 The ferry should stay. ║
╚═══════════════════════════╝
  ✗ ▲ ▲ ┏━ ~ reworded ━━━━━━━━━━━━┓
  ┊ │ ├─┃ P1 The ferry is loved.  ┃
  ┊ │ │ ┃ was: The ferry is used. ┃
  ┊ │ │ ┗━━━━━━━━━━━━━━━━━━━━━━━━━┛
  ┊ │ │   ✗ ▲ ╭┈ → moved away, − reason removed ┈╮
  ┊ │ │   ┊ ╰─┊ see P3: Passengers were counted. ┊
  ┊ │ │   ┊   ╰┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈╯
  ┊ │ │   ┊   ┌╌ + added ╌╌╌╌╌╌╌╌╌╌╌╌┐
  ┊ │ │   ╰┄┄┄╎ ✗ O1 Only in summer. ╎
  ┊ │ │       └╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘
  ┊ │ │ ┌─ ~ reworded ────────────────────────────────┐
  ┊ │ ╰─│ P2 IF   the ferry is loved                  │
  ┊ │   │    THEN the ferry should stay               │
  ┊ │   │ was: IF the ferry is used and it is not the │
  ┊ │   │ case that there is a bridge                 │
  ┊ │   └─────────────────────────────────────────────┘
  ┊ │   ┌─ → moved here ──────────────┐
  ┊ ├───│ P3 Passengers were counted. │
  ┊ │   └─────────────────────────────┘
  ┊ │   ┌───────────────────────────┐
  ┊ ╰───│ P4 People love the ferry. │
  ┊     └───────────────────────────┘
  ┊     ┌╌ − removed ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┐
  ╰┄┄┄┄┄╎ ✗ old O1 The ferry costs a lot. ╎
        └╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘
"""


def changed(map, id, **fields):
    return put(map, **{id: map.entries[id].model_copy(update=fields)})


def without(map, *ids):
    return map.with_entries({id: entry for id, entry in map.entries.items() if id not in ids}, ids)


def many():
    new = changed(reword(BASE, "used", "The ferry is loved.")[0], "counted", stands_in=("because-loved",))
    new = but(without(new, "because-counted"), home(new, "used"), "Only in summer.")[0]
    new = changed(delete(new, home(new, "cost"))[0], "if-used-keep", antecedent=Atom("used"))
    return rename(new, "keep", "stay")[0]


def written(old, new, format="txt", **chosen):
    map, options = comparison(old, new, "v1", "v2")
    return export(map, format, replace(options, **chosen))


def said(old, new):
    """What each box that is marked says: its signs, then its lines."""
    map, options = comparison(old, new)
    figure = render(map, 300, labels=True, marks=options.marks)
    found = []
    for box in figure.boxes:
        top, *rows, _ = (line[box.left : box.left + box.width] for line in figure.lines[box.top : box.top + box.height])
        if sign := top.strip("╔═╗┏━┓┌─┐╌┄┅┈┉╭╮ "):
            found.append((sign, *(row[1:-1].strip() for row in rows)))
    return found


def test_both_states_stand_in_one_drawing():
    assert written(BASE, many(), columns=56).decode() == MANY


def test_what_is_alike_is_drawn_as_it_is():
    caption, drawing = written(BASE, BASE).decode().split("\n\n", 1)
    assert caption == "Ferry: v1 → v2\nnothing changed"
    assert drawing.encode() == export(BASE, "txt", ExportOptions(labels=True))


def test_what_is_added_says_so_and_its_reason_not_again():
    new = because(BASE, home(BASE, "keep"), "The bridge is shut.")[0]
    assert said(BASE, new) == [("+ added", "P4 The bridge is shut.")]


def test_what_is_removed_stands_where_it_stood_under_its_old_label():
    assert said(BASE, delete(BASE, home(BASE, "because-used"))[0]) == [
        ("− removed", "old C2 The ferry is used."),
        ("− removed", "old P1 Passengers were counted."),
        (
            "− removed",
            "old P2 IF   the ferry is used and it is not the case that there is a bridge",
            "THEN the ferry should stay",
        ),
    ]
    union = united(BASE, without(BASE, "used", "because-counted")).map
    assert union.links.members["because-used"] == ("used", "if-used-keep")
    assert union.links.inferences["keep"] == BASE.links.inferences["keep"]


def test_a_first_reason_that_is_removed_stays_in_front_of_the_others():
    new = delete(BASE, home(BASE, "because-used"))[0]
    assert united(BASE, new).map.links.inferences["keep"] == BASE.links.inferences["keep"]


def test_what_is_removed_stands_behind_what_it_stood_behind():
    old = put(BASE, more=Statement(text="More.", stands_in=("because-loved",)))
    old = put(old, most=Statement(text="Most.", stands_in=("because-loved",)))
    new = put(without(old, "more"), last=Statement(text="Last.", stands_in=("because-loved",)))
    assert united(old, new).map.links.members["because-loved"] == ("loved", "more", "most", "last")
    gone = united(BASE, without(BASE, "because-loved", "loved", "but-cost", "cost")).map
    assert gone.links.inferences["keep"] == BASE.links.inferences["keep"]


def test_what_was_left_in_a_reason_that_is_gone_stands_there_no_longer():
    dangling = without(BASE, "because-loved")
    assert [box[:2] for box in said(BASE, dangling)] == [
        ("− taken out, − reason removed", "old P3 People love the ferry.")
    ]
    assert written(BASE, dangling).decode().count("People love") == 1


def test_what_moves_is_drawn_at_its_new_place_and_referred_to_at_the_old_one():
    new = put(changed(BASE, "loved", stands_in=("because-used",)))
    assert said(BASE, new) == [
        ("→ moved here", "P3 People love the ferry."),
        ("→ moved away", "see P3: People love the ferry."),
    ]


def test_the_box_of_what_is_shared_says_nothing_of_its_other_places():
    new = changed(BASE, "counted", stands_in=("because-counted", "because-loved"))
    assert said(BASE, new) == [("+ also here", "see P1: Passengers were counted.")]
    assert said(new, BASE) == [("− no longer here", "see P1: Passengers were counted.")]


def test_what_was_loose_or_only_mentioned_comes_in_and_goes_out():
    assert said(BASE, changed(BASE, "spare", stands_in=("but-cost",)))[0][0] == "+ placed here"
    bridged = changed(BASE, "bridge", stands_in=("because-loved",))
    assert [sign for sign, *_ in said(BASE, bridged)] == ["+ now asserted"]
    assert [sign for sign, *_ in said(bridged, BASE)] == ["− no longer asserted"]
    spared = changed(BASE, "spare", stands_in=("because-loved",))
    assert said(spared, BASE) == [("− taken out", "old P4 The harbour is deep.")]


def test_a_new_main_conclusion_above_the_old_one():
    new = therefore(BASE, home(BASE, "keep"), "The town should pay.")[0]
    assert said(BASE, new) == [
        ("+ added", "C1 The town should pay."),
        ("→ moved here, + reason added", "C2 The ferry should stay."),
    ]


def test_old_words_stand_below_new_ones():
    assert said(BASE, reword(BASE, "used", "It is used.")[0]) == [
        ("~ reworded", "C2 It is used.", "was: The ferry is used.")
    ]
    hedged = changed(BASE, "if-used-keep", qualifier="might")
    assert said(BASE, hedged)[0][-1] == "was: THEN the ferry should stay"
    assert said(hedged, BASE)[0][-1] == "was: THEN (might) the ferry should stay"


def test_a_conditional_is_reworded_by_what_stands_nowhere_else():
    (sign, *_, was), *others = said(BASE, reword(BASE, "bridge", "A bridge is there.")[0])
    assert (sign, was) == ("~ reworded", "was: IF the ferry is used and it is not the case that there is a bridge")
    assert not others


def test_a_removed_conditional_keeps_its_words():
    new = reword(delete(BASE, home(BASE, "if-used-keep"))[0], "keep", "Keep it!")[0]
    (removed,) = (box for box in said(BASE, new) if box[0] == "− removed")
    assert removed[1:] == (
        "old P2 IF   the ferry is used and it is not the case that there is a bridge",
        "THEN the ferry should stay",
    )


def test_a_statement_that_became_a_conditional():
    new = put(
        BASE, loved=Conditional(antecedent=Atom("used"), consequent=Not(Atom("keep")), stands_in=("because-loved",))
    )
    assert [(box[0], box[-1]) for box in said(BASE, new)] == [("~ reworded", "was: People love the ferry.")]


def test_what_the_drawing_does_not_tell_is_told_in_words():
    assert said(BASE, set_fields(BASE, "used", {"implicit": True})[0])[0][0] == "~ now implicit"
    assert said(BASE, changed(BASE, "cost", by="The mayor")) == [
        (
            "~ whose claim changed",
            "✗ O1 The ferry costs a lot.",
            "– The mayor",
            "whose claim: The mayor",
            "was: the author's",
        )
    ]
    answered = set_fields(BASE, "but-cost", {"answered": "It pays."})[0]
    assert said(BASE, answered)[0][::3] == ("~ answer changed", "answer: It pays.")
    assert said(BASE, changed(BASE, "because-loved", rule="none"))[0][2:] == (
        "rule: not claimed to be deductive",
        "was: none named",
    )
    meant = changed(BASE, "loved", means=And((Atom("used"), Not(Atom("bridge")))))
    assert said(BASE, meant)[0][2:] == (
        "meaning: the ferry is used and it is not the case that there is a bridge",
        "was: none given",
    )
    assert said(BASE, BASE.with_entries(BASE.entries, (), main=("used",))) == [
        ("~ no longer a main conclusion", "C1 The ferry should stay."),
        ("~ now a main conclusion", "C2 The ferry is used."),
    ]


def test_reasons_and_objections_speak_by_their_first_box():
    retargeted = changed(BASE, "because-loved", target="used")
    assert said(BASE, retargeted) == [
        ("→ reason moved here", "P2 People love the ferry."),
        ("→ reason moved away", "see P2: People love the ferry."),
    ]
    objecting = put(BASE, **{"because-loved": Objection(target="keep")})
    assert said(BASE, objecting) == [("~ objection now", "✗ O1 People love the ferry.")]
    undercutting = undercut(BASE, home(BASE, "used"), "They have to.")[0]
    assert said(BASE, undercutting) == [("+ added", "✗ O1 They have to.")]
    parted = changed(put(BASE, apart=Reason(target="used")), "if-used-keep", stands_in=("apart",))
    assert [sign for sign, *_ in said(BASE, parted)] == ["→ moved here, + reason added", "→ moved away"]
    hollow = put(BASE, hollow=Objection(target="keep"))
    assert said(BASE, hollow) == [("+ objection added", "✗ (nothing stands here yet)")]


def test_another_order_is_marked_where_people_see_it():
    ids = [id for id in BASE.entries if id not in ("because-loved", "loved")]
    ids[1:1] = ["because-loved", "loved"]
    reordered = ArgumentMap(title="Ferry", entries={id: BASE.entries[id] for id in ids})
    assert [sign for sign, *_ in said(BASE, reordered)] == ["→ reason reordered"]
    ids = ["spare", *(id for id in BASE.entries if id != "spare")]
    assert said(BASE, ArgumentMap(title="Ferry", entries={id: BASE.entries[id] for id in ids}, main=("keep",))) == [
        ("+ placed here", "C1 The harbour is deep.")
    ]


def test_an_id_that_names_another_sort_of_thing_now():
    new = put(without(BASE, "because-loved", "loved"), loved=Reason(target="used"))
    new = put(new, more=Statement(text="More.", stands_in=("loved",)))
    assert said(BASE, new) == [("+ added", "P2 More."), ("− removed", "old P3 People love the ferry.")]
    assert said(BASE, put(without(BASE, "because-loved"), loved=Source(title="Loved")))[0][0] == "− removed"


def test_a_new_map_and_one_that_is_gone():
    assert {sign for sign, *_ in said(ArgumentMap(), BASE)} == {"+ added"}
    assert {sign for sign, *_ in said(BASE, ArgumentMap())} == {"− removed"}
    with pytest.raises(DiagramError, match="no statements"):
        written(ArgumentMap(), ArgumentMap())


def test_changes_that_are_not_drawn_are_counted():
    new = set_fields(set_fields(BASE, "used", {"note": "x"})[0], "loved", {"tags": ("a",)})[0]
    assert written(BASE, new).decode().splitlines()[1] == "2 changed; 2 changes are not drawn"
    assert said(BASE, new) == []


def test_the_drawing_is_readable_in_grey():
    map, options = comparison(BASE, many())
    cells = {cell.name: cell for cell in laid_out(map, options).cells}
    gone = cells["old O1 (− removed)"]
    assert gone.words.struck
    assert (gone.dash, gone.stroke, gone.words.colour) == ("dashed", "#595959", "#595959")
    assert cells["O1 (+ added) signs"].fill == "#000000"
    assert cells["O1 (+ added) signs"].words.lines == ("+ added",)
    assert not cells["P1 (~ reworded)"].words.struck
    assert min(cell.words.size for cell in cells.values()) >= 7
    pens = {(line.inference, line.kind): (line.pen, line.stroke) for line in laid_out(map, options).lines}
    assert pens["O1", "objection new"][0] > pens["old O1", "objection gone"][0]
    assert pens["old O1", "objection gone"][1] == pens["old R2", "reason gone"][1] == "#8C8C8C"


def test_the_drawing_tells_people_who_cannot_see_it():
    root = ET.fromstring(written(BASE, many(), "svg"))
    assert root.findtext(f"{SVG}title") == "Ferry: v1 → v2"
    told = root.findtext(f"{SVG}desc")
    assert "2 added, 3 removed, 3 changed" in told
    assert "P3 “Passengers were counted.” moved from old R2 to R2" in told
    assert "removed old O1 “The ferry costs a lot.”" in told
    assert {group.findtext(f"{SVG}title") for group in root.iter(f"{SVG}g")} >= {
        "old O1 (− removed)",
        "P3 (→ moved here)",
    }
    assert b'text-decoration="line-through"' in written(BASE, many(), "svg")
    assert "− removed" in written(BASE, many(), "dot").decode()
    assert written(BASE, many(), "png", dpi=40).startswith(b"\x89PNG")


def test_signs_that_find_no_room_in_the_border_stand_below_it():
    old = samples.deep(30)
    new = reword(set_fields(old, "s29", {"implicit": True})[0], "s29", "x")[0]
    lines = written(old, new, columns=30).decode().splitlines()
    assert max(map(len, lines)) <= 30
    at = next(index for index, line in enumerate(lines) if "~ reworded" in line)
    assert "~ now implicit" in lines[at + 1]


def test_a_box_that_stands_further_below_says_its_old_words_there():
    old = samples.deep(30)
    folded = written(old, reword(old, "s10", "x")[0], columns=40).decode()
    assert folded.count("~ reworded") == 2
    assert folded.count("was:") == 1


def test_the_names_of_what_is_compared_are_data():
    map, options = comparison(BASE, BASE, "\x1b[31m<b>", "a\nb")
    assert "Ferry: [U+001B][31m<b> → a b\n" in export(map, "txt", options).decode()
    assert ET.fromstring(export(map, "svg", options)).findtext(f"{SVG}title") == "Ferry: [U+001B][31m<b> → a b"
    with pytest.raises(DiagramError, match="the caption: 東"):
        written(BASE.model_copy(update={"title": JAPANESE}), BASE.model_copy(update={"title": JAPANESE}), "svg")


@st.composite
def pairs(draw):
    """A map and what edits made of it, two that share ids and nothing else, or two of which nothing is sound."""
    rng = random.Random(draw(st.integers(0, 10**6)))
    sort = draw(st.sampled_from(["edited", "unrelated", "wild"]))
    size, other = draw(st.integers(1, 14)), draw(st.integers(1, 14))
    if sort == "wild":
        return samples.wild(rng, size + 1), samples.wild(rng, other + 1)
    old = random_map(rng, size)
    return old, edited(rng, old, draw(st.integers(0, 8))) if sort == "edited" else random_map(rng, other)


@settings(max_examples=200, deadline=None)
@given(pairs())
def test_whatever_either_map_draws_has_its_box_and_every_mark_its_sign(pair):
    old, new = pair
    union = united(old, new)
    map, options = comparison(old, new)
    if not map.outline.rows:
        return
    figure = render(map, 400, labels=True, marks=options.marks)
    shown = {box.id for box in figure.boxes}
    assert shown >= drawn(new)
    assert {union.left.get(id, id) for id in shown} >= drawn(union.old)
    signs = {
        (box.id, sign) for box in figure.boxes for sign in figure.lines[box.top][box.left :].replace(",", "").split()
    }
    for (id, _), mark in options.marks.boxes.items():
        assert all((id, word) in signs for sign in mark.signs for word in sign.split()), (id, mark)
    text = "\n".join(figure.lines)
    assert all(sign in text for mark in options.marks.inferences.values() for sign in mark.signs)
    for id in drawn(new) - union.old.entries.keys():
        assert (id, "added") in signs
    for id in drawn(union.old) - new.entries.keys():
        assert (id, "removed") in signs


@settings(max_examples=15, deadline=None)
@given(pairs(), st.sampled_from([{}, {"direction": "right"}, {"form": "outline"}]))
def test_whatever_differs_is_drawn_with_clear_lines(pair, form):
    map, options = comparison(*pair)
    if not map.outline.rows:
        return
    options = replace(options, fonts=(font("noto-cjk-sans-jp-regular", ".otf"),), **form)
    figure = laid_out(map, options)
    assert not geometry.overlapping(figure)
    assert not geometry.crossed(figure)
    assert not geometry.shared(figure)
    assert min(cell.words.size for cell in figure.cells) >= 7
    assert len({cell.name for cell in figure.cells}) == len(figure.cells)
    ET.fromstring(export(map, "svg", options))
