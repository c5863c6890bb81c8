"""What if: suppositions in the app, and what becomes of the map under them."""

import pytest

from argmap.edit import Place, delete, rename
from argmap.format import read
from argmap.model import Scenario
from argmap.tui.screens.prompt import Choice, Prompt
from argmap.tui.widgets.preview import PreviewView
from argmap.tui.widgets.scenario import ScenarioView
from tests.tui.conftest import TOWN

HARBOUR = """argmap = 1
title = "The harbour"

[statement.dredge]
text = "The harbour should be dredged."

[reason.because-ships]
for = "dredge"

[statement.ships]
text = "Large ships call here."
in = "because-ships"

[conditional.if-ships-dredge]
if = "ships"
then = "dredge"
in = "because-ships"

[objection.but-storm]
against = "because-ships"

[conditional.if-storm-no-ships]
if = "storm"
then = "not ships"
in = "but-storm"

[statement.storm]
text = "A storm closes the strait."

[conditional.if-storm-loss]
if = "storm"
then = "loss"
qualifier = "likely"
in = "because-ships"

[statement.loss]
text = "The port loses money."

[scenario.storm-comes]
title = "A storm comes"
suppose = ["storm"]
"""


@pytest.fixture
def harbour(tmp_path):
    path = tmp_path / "harbour.argmap.toml"
    path.write_text(HARBOUR, encoding="utf-8")
    return path


def note(app, id):
    return app.state.layout.notes.get(id, "")


def panel(app):
    return ["".join(text for text, _ in line) for line in app.screen.query_one(ScenarioView).lines]


async def to(app, name):
    await app.press("ctrl+g", f"={name}", "enter")


async def test_a_statement_is_supposed_true_then_false_then_left_open(opened, harbour):
    async with opened(harbour) as app:
        await to(app, "storm")
        await app.go("s")
        assert app.said == "Q1 is supposed true; S keeps what is supposed as a scenario."
        assert note(app, "storm") == "supposed true"
        assert note(app, "dredge").startswith("falls (unsupported, was open)")
        await app.go("s")
        assert note(app, "storm") == "supposed false"
        assert note(app, "dredge").startswith("stands (was open)")
        await app.go("s")
        assert app.screen.supposing.suppositions == {}
        assert note(app, "storm") == note(app, "dredge") == ""


async def test_nothing_of_that_is_in_the_file_or_to_be_saved(opened, harbour):
    async with opened(harbour) as app:
        await to(app, "storm")
        await app.go("s")
        assert app.map == read(HARBOUR.encode()).map
        assert not app.screen.opened.unsaved


async def test_the_panel_tells_what_becomes_of_the_map_and_why(opened, harbour):
    async with opened(harbour) as app:
        assert not app.screen.query_one(ScenarioView).display
        await to(app, "storm")
        await app.go("s")
        assert app.screen.query_one(ScenarioView).display
        lines = panel(app)
        assert "  true: Q1 A storm closes the strait." in lines
        assert lines[lines.index("What changes") + 1].startswith("  C1 falls")
        assert any(line.startswith("  Q2 may stand") for line in lines)
        await app.go("home")
        lines = panel(app)
        why = lines.index(next(line for line in lines if line.startswith("Why C1 falls")))
        assert "  Reason R1 is out, since objection O1 is live." in lines[why:]
        assert lines[-1] != "looking at every case …"


async def test_the_diagram_shows_it_too(opened, harbour):
    async with opened(harbour) as app:
        await to(app, "storm")
        await app.go("s")
        drawn = "\n".join(app.screen.query_one(PreviewView).drawing.lines)
        assert "supposed true" in drawn
        assert "falls" in drawn


async def test_contradictory_suppositions_name_their_conflict(opened, harbour):
    harbour.write_text(
        HARBOUR + '\n[statement.calm]\ntext = "No storm comes."\nmeans = "not storm"\nin = "because-ships"\n'
    )
    async with opened(harbour) as app:
        await to(app, "storm")
        await app.press("s")
        await to(app, "calm")
        await app.go("s")
        assert "contradict one another" in " ".join(" ".join(panel(app)).split())
        assert not any("entailed" in line.lower() for line in panel(app) if "C1" in line)


async def test_a_scenario_is_kept_saved_and_undone(opened, harbour):
    async with opened(harbour) as app:
        await to(app, "ships")
        await app.press("s", "s", "S")
        assert isinstance(app.app.screen, Prompt)
        await app.press("=No ships", "enter")
        await app.settle()
        kept = app.map.entries["no-ships"]
        assert isinstance(kept, Scenario)
        assert (kept.title, kept.suppose) == ("No ships", ("not ships",))
        await app.press("ctrl+s")
        assert read(harbour.read_bytes()).map == app.map
        await app.press("ctrl+z")
        assert "no-ships" not in app.map.entries
        assert app.screen.supposing.suppositions == {"ships": False}


async def test_nothing_supposed_is_nothing_to_keep(opened, harbour):
    async with opened(harbour) as app:
        await app.press("S")
        assert app.said == "Nothing is supposed: s supposes a statement."
        await app.press("6")
        assert "Nothing is supposed" in app.said


async def test_a_title_is_asked_for_until_there_is_one(opened, harbour):
    async with opened(harbour) as app:
        await app.press("s", "S", "enter")
        assert isinstance(app.app.screen, Prompt)
        await app.press("escape")
        assert len(app.map.entries) == len(read(HARBOUR.encode()).map.entries)


async def test_scenarios_are_chosen_and_left(opened, harbour):
    async with opened(harbour) as app:
        await app.press("w")
        assert isinstance(app.app.screen, Choice)
        await app.press("1")
        await app.settle()
        assert app.screen.supposing.suppositions == {"storm": True}
        assert panel(app)[0] == "A storm comes"
        await app.go("w", "0")
        assert app.screen.supposing.suppositions == {}
        assert not app.screen.query_one(ScenarioView).display


async def test_a_chosen_scenario_is_dropped(opened, harbour):
    async with opened(harbour) as app:
        app.screen.act("drop-scenario")
        assert app.said == "Choose the scenario first (w)."
        await app.go("w", "1")
        app.screen.act("drop-scenario")
        await app.settle()
        assert "storm-comes" not in app.map.entries
        assert app.screen.supposing.suppositions == {}
        await app.press("ctrl+z")
        assert "storm-comes" in app.map.entries


async def test_a_map_without_scenarios_says_how_to_make_one(opened):
    async with opened() as app:
        await app.press("w")
        assert app.said == "The map has no scenario yet: s supposes a statement, S keeps what is supposed."


async def test_reasons_are_not_supposed(opened, harbour):
    async with opened(harbour) as app:
        await app.press("down", "s")
        assert app.said.startswith("Choose a statement to suppose")
        assert app.screen.supposing.suppositions == {}


async def test_the_outcome_follows_edits_and_what_is_gone_is_not_supposed(opened, harbour):
    async with opened(harbour) as app:
        await to(app, "storm")
        await app.go("s")
        assert note(app, "dredge").startswith("falls")
        await to(app, "but-storm")
        await app.go("delete")
        assert "storm" in app.map.entries, "the other conditional still mentions it"
        assert note(app, "dredge").startswith("stands")
        await to(app, "if-storm-loss")
        await app.go("delete")
        assert "storm" in app.map.entries, "a scenario still supposes it"


async def test_in_an_empty_map_there_is_nothing_to_suppose(opened, tmp_path):
    async with opened(tmp_path / "new.argmap.toml") as app:
        await app.press("escape", "s")
        assert app.screen.supposing.suppositions == {}


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 16), (40, 8)])
async def test_at_every_size_the_keys_work_and_stay_in_the_outline(opened, harbour, size):
    async with opened(harbour, size) as app:
        await to(app, "storm")
        await app.go("s", "6", "1", "s")
        assert app.screen.supposing.suppositions == {"storm": False}
        assert app.screen.panes.current == "outline"


async def test_the_rule_of_a_step_stands_on_its_row(opened, harbour):
    async with opened(harbour) as app:
        assert any("R1" in line and "follows by modus ponens" in line for line in app.shown)
        await to(app, "if-ships-dredge")
        await app.go("delete")
        assert not any("follows" in line for line in app.shown)
        await app.go("ctrl+z")
        assert any("follows by modus ponens" in line for line in app.shown)


async def test_a_rule_that_is_named_rightly_is_ticked_and_else_not(opened, town):
    async with opened(town) as app:
        assert any("R1" in line and "modus ponens" in line and "✓" not in line for line in app.shown)
    town.write_text(
        TOWN.replace(" and not trams-full", "").replace(
            '[statement.trams-full]\ntext = "The trams are full at peak hours."\n', ""
        )
    )
    async with opened(town) as app:
        assert any("R1" in line and "modus ponens ✓" in line for line in app.shown)


async def test_the_weight_of_a_conclusion_is_marked_and_let_go(opened, harbour):
    async with opened(harbour) as app:
        await app.go("W")
        assert app.said.startswith("Nothing that stands supports C1")
        await to(app, "storm")
        await app.go("s", "s")
        await app.go("home", "W")
        assert "can't lose it" in note(app, "ships")
        await app.go("W")
        assert app.said == "What it rests on is no longer marked."
        assert "can't lose it" not in note(app, "ships")
        await app.press("down", "W")
        assert app.said.startswith("Choose the conclusion")


async def test_what_is_supposed_is_in_the_figure_that_is_exported(opened, harbour):
    async with opened(harbour) as app:
        await app.go("w", "1")
        await app.press("f5")
        await app.press("enter")
        await app.settle()
        (figure,) = harbour.parent.glob("harbour-storm-comes.svg")
        assert "supposed true" in figure.read_text()
        await app.go("w", "0", "f5", "enter")
        assert "supposed true" not in harbour.with_name("harbour.svg").read_text()


SAME = """
[scenario.other-storm]
title = "A storm comes"
suppose = ["not storm"]
"""


async def test_of_two_scenarios_of_one_title_the_chosen_one_is_dropped(opened, harbour):
    harbour.write_text(HARBOUR + SAME)
    async with opened(harbour) as app:
        await app.go("w", "2")
        app.screen.act("drop-scenario")
        await app.settle()
        assert "storm-comes" in app.map.entries
        assert "other-storm" not in app.map.entries


async def test_of_two_scenarios_of_one_title_the_chosen_one_is_changed(opened, harbour):
    harbour.write_text(HARBOUR + SAME.replace("A storm comes", "A storm\\ncomes"))
    async with opened(harbour) as app:
        await app.go("w", "2")
        await to(app, "loss")
        await app.go("s", "S", "enter")
        assert app.map.entries["storm-comes"].suppose == ("storm",)
        assert app.map.entries["other-storm"].suppose == ("not storm", "loss")
        assert len(app.map.entries) == len(read(HARBOUR.encode()).map.entries) + 1


async def test_a_renamed_statement_is_still_supposed_and_after_an_undo(opened, harbour):
    async with opened(harbour) as app:
        await to(app, "storm")
        await app.press("s")
        app.screen.take(rename(app.map, "storm", "gale"), app.screen.pane.state.view)
        await app.settle()
        assert app.screen.supposing.suppositions == {"gale": True}
        assert note(app, "gale") == "supposed true"
        await app.go("ctrl+z")
        assert app.screen.supposing.suppositions == {"storm": True}


async def test_when_all_that_is_supposed_is_gone_the_panel_goes_and_its_keys_to_the_outline(opened, harbour):
    harbour.write_text(HARBOUR + '\n[statement.fog]\ntext = "Fog comes."\nin = "because-ships"\n')
    async with opened(harbour) as app:
        await to(app, "fog")
        await app.go("s", "6")
        assert app.screen.panes.current == "scenario"
        app.screen.take(delete(app.map, Place("fog", "because-ships")), app.screen.pane.state.view)
        await app.settle()
        assert app.screen.supposing.suppositions == {}
        assert not app.screen.query_one(ScenarioView).display
        assert app.screen.panes.current == "outline"
        await app.go("ctrl+z")
        assert app.screen.supposing.suppositions == {"fog": True}
        assert app.screen.query_one(ScenarioView).display


async def test_of_a_scenario_only_statements_of_the_map_are_supposed(opened, harbour):
    harbour.write_text(HARBOUR.replace('["storm"]', '["ghost", "because-ships", "not ships"]'))
    async with opened(harbour) as app:
        await app.go("w", "1")
        assert app.screen.supposing.suppositions == {"ships": False}
        assert note(app, "ships") == "supposed false"


async def test_what_only_may_stand_names_the_hedge(opened, harbour):
    async with opened(harbour) as app:
        await to(app, "storm")
        await app.press("s")
        await to(app, "loss")
        await app.go("6")
        lines = panel(app)
        why = lines.index("Why Q2 may stand")
        assert lines[why + 1].startswith("  That rests on P3, which says “likely”.")
        assert not any("nothing settles it" in line for line in lines)
