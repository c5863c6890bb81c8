"""The outline without a screen: what rows say, how they are laid out, and that it keeps up with edits."""

import random

import pytest

from argmap.edit import EditRefused, reword
from argmap.format import read
from argmap.model import RowKind, Source
from argmap.tui.faces import face
from argmap.tui.outline_state import OutlineState, spot_of
from argmap.tui.row_layout import Spot
from tests.diagram import samples
from tests.random_maps import random_edit, random_map
from tests.tui.conftest import TOWN
from tests.tui.test_robust import painted, state_of

WIDE = """\
▌▾ C1 The city should close the old town to private cars.
   ▾ ∴ R1 modus ponens
    ┌▾ C2 Closing it would make the air safer.
    │  ▾ ∴ R2
    │      P1 Sensor readings from 2023 to 2025 show 171
    │         weekdays a year above the legal limit.
    └▾ P2 if-then
         IF      C2 Closing it would make the air safer.
         and not Q1 The trams are full at peak hours.
         THEN    C1 The city should close the old town t…
     ▾ ✗ O1 undercuts R1                       unanswered
         ╌ O1 Weather explains the readings.   by council
   ▾ ∴ R3                                         § Trade
    ┌  ↗ P1 Sensor readings from 2023 t…  stands under R2
    └  P3 Footfall rose where streets were closed.
                                                 implicit
   ▾ ✗ O2 answered: Residents keep access.
       ╌ O2 Residents would lose access to their homes."""

NARROW = """\
▌▾ C1 The city should close the old
▌     town to private cars.
  ▾ ∴ R1 modus ponens
  ┌▾ C2 Closing it would make the
  │     air safer.
  │ ▾ ∴ R2
  │    P1 Sensor readings from 2023
  │       to 2025 show 171 weekdays
  │       a year above the legal
  │       limit.
  └▾ P2 if-then
      IF      C2 Closing it would…
      and not Q1 The trams are full
                 at peak hours.
      THEN    C1 The city should c…
   ▾ ✗ O1 undercuts R1   unanswered
      ╌ O1 Weather explains the
           readings.     by council
  ▾ ∴ R3                    § Trade
  ┌  ↗ P1 Sensor…   stands under R2
  └  P3 Footfall rose where streets
        were closed.       implicit
  ▾ ✗ O2 answered: Residents keep
         access.
     ╌ O2 Residents would lose
          access to their homes."""


@pytest.fixture
def town_map():
    return read(TOWN.encode()).map


@pytest.mark.parametrize(("width", "expected"), [(58, WIDE), (36, NARROW)])
def test_the_outline_as_it_reads(town_map, width, expected):
    state = state_of(town_map, width)
    state.fold_all(False)
    assert "\n".join(line.rstrip() for line in painted(state)) == expected


def test_conditionals_start_folded_and_read_as_a_sentence(town_map):
    lines = painted(state_of(town_map, 120))
    assert any("▸ P2 IF Closing it would make the air safer and it is not" in line for line in lines)


def test_loose_statements_stand_in_a_tray():
    map = read((TOWN + '\n[statement.loose]\ntext = "The ring road was widened."\n').encode()).map
    state = state_of(map, 40)
    lines = [line.rstrip() for line in painted(state)]
    assert lines[-2].startswith(" ─ tray ──")
    assert lines[-1] == "   ·    The ring road was widened."
    assert state.at_line(len(lines) - 1) == state.at_line(len(lines) - 2) == len(state.visible) - 1


def test_folding_takes_the_cursor_along(town_map):
    state = state_of(town_map, 58)
    state.cursor = 4
    assert state.current.id == "readings"
    state.fold("air", True)
    assert state.current.id == "air"
    state.fold("air", False)
    assert state.current.id == "air"


def test_what_is_hidden_can_be_revealed(town_map):
    state = state_of(town_map, 58)
    state.fold_all(True)
    state.reveal(state.find(Spot("readings", "because-readings")))
    assert state.current.id == "readings"
    assert "because-shops" in state.folded


def test_a_spot_that_is_gone_leads_to_the_nearest_thing(town_map):
    state = state_of(town_map, 58)
    assert state.rows[state.find(Spot("readings", "elsewhere"))].parent == "because-readings"
    assert state.rows[state.find(Spot("readings", "because-shops"))].parent == "because-shops"
    assert state.find(Spot("nobody", None)) is None


def test_rewording_a_proposition_rewraps_the_conditional_that_mentions_it(town_map):
    state = state_of(town_map, 58)
    at = next(n for n in range(len(state.visible)) if state.row(n).id == "if-air-close")
    height = state.height(at)
    map, change = reword(town_map, "trams-full", "The trams are full. " * 10)
    state.show(map, change.touched)
    assert state.height(at) > height + 2


@pytest.mark.parametrize("seed", range(40))
def test_following_edits_gives_the_same_outline_as_opening_anew(seed):
    rng = random.Random(seed)
    map = random_map(rng, 14)
    state = OutlineState()
    state.layout.width = rng.choice([30, 58, 100])
    state.open(map)
    for _ in range(12):
        try:
            map, change = random_edit(rng, map)()
        except EditRefused:
            continue
        state.show(map, change.touched)
        if state.visible and rng.random() < 0.3:
            row = state.row(rng.randrange(len(state.visible)))
            state.fold(row.id, rng.random() < 0.5)
        lines = painted(state)
        assert len(lines) == state.total
        fresh = OutlineState()
        fresh.layout.width = state.width
        fresh.open(map)
        fresh.folded = set(state.folded)
        fresh.show(map, (), state.spot)
        assert fresh.spot == state.spot
        assert painted(fresh) == lines
        for position in range(len(state.visible)):
            row = state.row(position)
            assert state.find(spot_of(row)) is not None
            parent = state.parents[position]
            assert (parent < 0) == (row.depth == 0)
            assert parent < 0 or state.row(parent).depth == row.depth - 1


def test_rows_say_what_is_quoted_and_what_has_no_passage():
    map = samples.sourced()
    rows = {row.id: row for row in map.outline.rows if row.kind is RowKind.SENTENCE}
    assert {id: face(map, row, True).tail for id, row in rows.items()} == {
        "keep": "quoted",
        "trade": "no passage",
        "pays": "quoted",
        "ships": "",
        "worth": "implicit",
        "if-ships": "no passage",
        "if-trade": "quoted",
        "birds": "",
        "lamps": "no passage",
    }
    assert face(samples.small(), samples.small().outline.rows[0], True).tail == ""


def test_rows_are_measured_anew_with_the_first_source_and_without_the_last(town_map):
    state = state_of(town_map, 36)
    bare = painted(state)
    sourced = town_map.with_entries({"s": Source(title="S"), **town_map.entries}, {"s"})
    state.show(sourced, {"s"})
    assert painted(state) == painted(state_of(sourced, 36)) != bare
    assert sum("no passage" in line for line in painted(state)) > 3
    state.show(town_map, {"s"})
    assert painted(state) == bare
