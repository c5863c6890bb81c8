import subprocess
import sys

import pytest

from argmap.format import ReadError
from argmap.tui.app import ArgmapApp
from argmap.tui.screens.edit import EditScreen
from argmap.tui.screens.prompt import Choice, Prompt
from argmap.tui.screens.start import StartScreen
from argmap.tui.widgets.bars import StatusBar
from argmap.workspace.recent import recent_maps, remember_map

WRITE = ("a", "=Cars are loud.", "enter")


@pytest.fixture
def other(town):
    path = town.with_name("other.argmap.toml")
    path.write_text('argmap = 1\ntitle = "Another matter"\n\n[statement.x]\ntext = "It is so."\n')
    return path


@pytest.fixture(autouse=True)
def _here(town, monkeypatch):
    monkeypatch.chdir(town.parent)


def rows(app):
    return ["".join(part for part, _ in line) for line in app.app.screen.query_one("#maps").lines]


async def test_open_goes_to_another_map_and_back_again(opened, town, other):
    async with opened() as app:
        await app.press("ctrl+o")
        await app.settle()
        assert rows(app) == ["▌ Another matter  other.argmap.toml", "  a new map …"]
        await app.press("enter")
        await app.settle()
        assert app.screen.opened.path == other
        assert len([s for s in app.app.screen_stack if isinstance(s, EditScreen)]) == 1
        await app.press("ctrl+o")
        await app.settle()
        assert rows(app)[0] == "▌ Closing the old town to cars  town.argmap.toml  recent"
        await app.press("escape")
        assert app.screen.opened.path == other
    assert recent_maps() == [other, town]


async def test_unsaved_work_is_asked_about_first(opened, town, other):
    text = town.read_text()
    async with opened() as app:
        await app.press(*WRITE, "ctrl+o")
        await app.settle()
        await app.press("enter")
        assert isinstance(app.app.screen, Choice)
        await app.press("c")
        assert app.screen.opened.path == town
        assert app.screen.opened.unsaved
        await app.press("ctrl+o")
        await app.settle()
        await app.press("enter", "s")
        await app.settle()
        assert app.screen.opened.path == other
    assert "Cars are loud." in town.read_text() != text


async def test_a_map_that_cannot_be_opened_leaves_this_one(opened, town, other):
    other.write_text("argmap = 1\n[statement.x]\ntext = 3\n")
    async with opened() as app:
        await app.press(*WRITE, "ctrl+o")
        await app.settle()
        await app.press("enter", "d")
        await app.settle()
        assert app.screen.opened.path == town
        assert "other.argmap.toml:" in app.said
        assert "Cars are loud." in str(app.map.entries[app.at])


async def test_typing_narrows_the_list_and_a_path_can_be_typed(opened, town, other, tmp_path):
    far = tmp_path / "far" / "away.argmap.toml"
    far.parent.mkdir()
    far.write_text('argmap = 1\ntitle = "Hidden"\n')
    async with opened() as app:
        await app.press("ctrl+o")
        await app.settle()
        await app.press("=another other")
        assert rows(app) == ["▌ Another matter  other.argmap.toml", "  open or begin another other"]
        await app.press("escape", f"={far}", "down", "enter")
        await app.settle()
        assert app.screen.opened.path == far


async def test_another_programs_file_is_taken_in_by_its_path(opened, town):
    town.with_name("zoo.txt").write_text("1. Close it.\n1.1. Pro: They suffer.\n")
    town.with_name("bad.txt").write_text("1. Close it.\n1.1. Perhaps: They suffer.\n1.3.1. Con: No.\n1.4.1. Con: No.\n")
    async with opened() as app:
        await app.press("ctrl+o")
        await app.settle()
        await app.press("=bad.txt")
        assert rows(app) == ["▌ take in bad.txt"]
        await app.press("enter")
        await app.settle()
        assert app.screen.opened.path == town
        assert "bad.txt:3:1: claim 1.3.1. answers 1.3., which is nowhere (mend one of the numbers) (and " in app.said
        assert "(and 1 more; `argmap import " in app.said
        await app.press("ctrl+o")
        await app.settle()
        await app.press("=zoo.txt", "enter")
        await app.settle()
        assert app.screen.opened.path == town.with_name("zoo.argmap.toml")
        assert app.screen.opened.unsaved
        assert app.said.startswith("zoo.txt: Kialo's text export; 2 statements, 1 reason. zoo.argmap.toml is written")
    assert not town.with_name("zoo.argmap.toml").exists()


async def test_a_recent_map_that_is_gone_is_shown_as_missing(opened, town):
    remember_map(town.with_name("gone.argmap.toml"))
    async with opened() as app:
        await app.press("ctrl+o")
        await app.settle()
        assert rows(app)[0] == "▌ gone  gone.argmap.toml  missing"
        await app.press("enter")
        assert "not there any more" in app.app.screen.query_one(StatusBar).said


async def test_new_begins_with_a_template(opened, town):
    async with opened() as app:
        await app.press("ctrl+n", "=bridge", "enter")
        assert isinstance(app.app.screen, Choice)
        await app.press("down", "enter")
        assert isinstance(app.app.screen, Prompt)
        await app.press("=Spans", "enter")
        await app.settle()
        assert app.screen.opened.path == town.with_name("bridge.argmap.toml")
        assert app.map.title == "Spans"
        assert "main-claim" in app.map.entries
        await app.press("ctrl+s")
    assert town.with_name("bridge.argmap.toml").exists()


async def test_new_can_be_left(opened, town):
    async with opened() as app:
        await app.press("ctrl+n", "=bridge", "enter", "escape")
        assert app.app.screen is app.screen
        assert app.screen.opened.path == town


async def test_save_as_has_a_key(opened, town):
    async with opened() as app:
        await app.press("f12", "ctrl+u", "=mine", "enter")
        assert app.screen.opened.path == town.with_name("mine.argmap.toml")
    assert recent_maps()[0] == town.with_name("mine.argmap.toml")


async def test_the_start_screen_lists_recent_maps_of_other_folders(town, tmp_path_factory):
    remember_map(town)
    async with ArgmapApp(None, tmp_path_factory.mktemp("bare")).run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(pilot.app.screen, StartScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.opened.path == town


async def test_a_map_named_at_the_start_is_read_behind_the_first_frame(town):
    app = ArgmapApp(town, town.parent)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, EditScreen)
        assert app.screen.opened.map.title == "Closing the old town to cars"


async def test_a_map_that_cannot_be_read_ends_the_app_with_its_reason(tmp_path):
    path = tmp_path / "bad.argmap.toml"
    path.write_text("argmap = [")
    app = ArgmapApp(path, tmp_path)
    async with app.run_test() as pilot:
        for _ in range(100):
            await pilot.pause(0.01)
            if app.failure is not None:
                break
    assert isinstance(app.failure, ReadError)
    assert app.return_code == 1 or app.return_value == 1


def test_the_app_starts_without_what_draws_figures():
    heavy = "('argmap.export', 'argmap.diagram', 'fontTools', 'resvg_py', 'graphviz')"
    code = f"import sys, argmap.tui.app; sys.exit(str([m for m in sys.modules if m.startswith({heavy})] or ''))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""
