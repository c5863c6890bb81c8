import os
from pathlib import Path

import pytest
from textual.events import Paste

from argmap.tui.screens.help import HelpScreen
from argmap.tui.screens.prompt import Choice, Prompt
from argmap.tui.screens.sides import SidesScreen
from argmap.tui.screens.start import StartScreen
from argmap.tui.widgets.bars import Complaint, StatusBar
from argmap.tui.widgets.text_field import TextField
from argmap.workspace.files import WorkspaceError
from argmap.workspace.maps import title_of

WRITE = ("a", "=Cars are loud.", "enter")


async def test_quitting_can_save_discard_or_stay(opened, town):
    text = town.read_text()
    async with opened() as app:
        await app.press(*WRITE, "q", "c")
        assert app.app.screen is app.screen
        await app.press("q", "down", "enter")
        assert app.app._exit
    assert town.read_text() == text
    async with opened() as app:
        await app.press(*WRITE, "q", "enter")
        assert app.app._exit
    assert "Cars are loud." in town.read_text()


async def test_a_file_changed_on_disk_is_not_overwritten_unasked(opened, town):
    async with opened() as app:
        await app.press(*WRITE)
        town.write_text(town.read_text() + "# somebody else\n")
        theirs = town.read_text()
        await app.press("ctrl+s")
        await app.settle()
        assert isinstance(app.app.screen, SidesScreen)
        await app.press("c")
        assert town.read_text() == theirs
        assert app.screen.opened.unsaved
        await app.press("ctrl+s")
        await app.settle()
        await app.press("a")
        assert isinstance(app.app.screen, Prompt)
        await app.press("ctrl+u", "=mine", "enter")
        assert town.read_text() == theirs
        mine = town.with_name("mine.argmap.toml")
        assert "Cars are loud." in mine.read_text()
        assert app.screen.opened.path == mine
        assert not app.screen.opened.unsaved


async def test_a_file_changed_on_disk_can_be_overwritten_when_asked(opened, town):
    async with opened() as app:
        await app.press(*WRITE)
        town.write_text("# somebody else\n")
        await app.press("ctrl+s")
        await app.settle()
        await app.press("o")
        assert "Cars are loud." in town.read_text()
        assert not app.screen.opened.unsaved


async def test_quit_waits_for_the_answer_about_a_changed_file(opened, town):
    async with opened() as app:
        await app.press(*WRITE)
        town.write_text("# somebody else\n")
        await app.press("q", "s")
        await app.settle()
        assert isinstance(app.app.screen, Choice)
        assert not app.app._exit
        await app.press("o")
        assert app.app._exit


async def test_a_file_that_may_not_be_written(opened, town, monkeypatch):
    monkeypatch.setattr("os.access", lambda path, mode: mode != os.W_OK or Path(path) != town)
    async with opened() as app:
        assert "read-only" in app.said
        await app.press(*WRITE, "ctrl+s")
        assert isinstance(app.app.screen, Choice)
        await app.press("enter", "ctrl+u", "=mine", "enter")
        assert "Cars are loud." in town.with_name("mine.argmap.toml").read_text()


async def test_a_newer_map_is_read_only_and_can_be_saved_elsewhere(opened, town):
    town.write_text(town.read_text().replace("argmap = 1", "argmap = 99"))
    text = town.read_text()
    async with opened() as app:
        assert "read-only" in app.said
        await app.press(*WRITE, "ctrl+s")
        assert isinstance(app.app.screen, Choice)
        await app.press("escape")
        assert town.read_text() == text


async def test_a_failing_disk_is_told_and_nothing_is_lost(opened, town, monkeypatch):
    text = town.read_text()
    async with opened() as app:
        await app.press(*WRITE)

        def full(*args: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.fsync", full)
        await app.press("ctrl+s")
        assert "the disk is full" in app.said
        assert app.screen.opened.unsaved
        monkeypatch.undo()
        assert town.read_text() == text
        await app.press("ctrl+s")
        assert "Cars are loud." in town.read_text()


async def test_save_as_never_replaces_a_file(opened, town):
    other = town.with_name("other.argmap.toml")
    other.write_text("mine\n")
    async with opened() as app:
        app.screen.act("save-as")
        await app.pilot.pause()
        await app.press("ctrl+u", "=other", "enter")
        assert "exists already" in str(app.app.screen.query_one(Complaint).content)
        await app.press("escape")
    assert other.read_text() == "mine\n"


async def test_a_new_file_is_written_when_saved(opened, tmp_path):
    path = tmp_path / "new.argmap.toml"
    async with opened(path) as app:
        assert "new map" in app.said
        await app.press("=First.", "enter", "ctrl+s")
        assert "First." in path.read_text()
        await app.press("q")
        assert app.app._exit


def start(folder: Path):
    from argmap.tui.app import ArgmapApp

    return ArgmapApp(None, folder).run_test(size=(80, 24))


async def listed(pilot):
    """Wait until the maps below the folder are listed."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_without_a_file_the_maps_are_listed(town):
    async with start(town.parent) as pilot:
        await listed(pilot)
        assert isinstance(pilot.app.screen, StartScreen)
        lines = ["".join(part for part, _ in line) for line in pilot.app.screen.query_one("#maps").lines]
        assert lines == ["▌ Closing the old town to cars  town.argmap.toml", "  a new map …"]
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.opened.path == town


async def test_a_new_map_can_be_begun_from_the_list(tmp_path):
    async with start(tmp_path) as pilot:
        await listed(pilot)
        await pilot.press("ctrl+n", *"bridge", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*"Spans", "enter")
        await pilot.pause()
        screen = pilot.app.screen
        assert screen.opened.path == tmp_path / "bridge.argmap.toml"
        assert screen.opened.map.title == "Spans"
        assert screen.pane.writing


async def test_a_broken_map_is_told_and_the_list_stays(tmp_path):
    (tmp_path / "bad.argmap.toml").write_text("argmap = 1\n[statement.x]\ntext = 3\n")
    async with start(tmp_path) as pilot:
        await listed(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, StartScreen)
        assert "bad.argmap.toml:" in pilot.app.screen.query_one(StatusBar).said
        await pilot.press("ctrl+q")


@pytest.mark.parametrize("key", ["ctrl+q", "escape"])
async def test_leaving_the_list(tmp_path, key):
    async with start(tmp_path) as pilot:
        await listed(pilot)
        await pilot.press(key)
        assert pilot.app._exit


async def test_help_from_the_list(tmp_path):
    async with start(tmp_path) as pilot:
        await listed(pilot)
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, StartScreen)


def test_titles_are_read_without_reading_the_map(tmp_path):
    path = tmp_path / "x.argmap.toml"
    path.write_text('argmap = 1\ntitle = "A [b] title"\n\n[statement.x]\nbroken')
    assert title_of(path) == "A [b] title"
    path.write_text("not toml at all [")
    assert title_of(path) == "x"
    assert title_of(tmp_path / "gone.argmap.toml") == "gone"


IMPOSSIBLE = ("/", ".", "..", "x" * 300, "a\0b", "sub/")


def complaint(app) -> str:
    return str(app.screen.query_one(Complaint).content)


@pytest.mark.parametrize("name", IMPOSSIBLE)
async def test_a_name_that_no_file_can_have_is_told_by_save_as(opened, town, name):
    async with opened() as app:
        await app.press(*WRITE)
        app.screen.act("save-as")
        await app.pilot.pause()
        app.app.screen.query_one(TextField).start(name)
        await app.press("enter")
        assert isinstance(app.app.screen, Prompt)
        assert "name" in complaint(app.app)
        assert app.screen.opened.unsaved
    assert [p.name for p in town.parent.iterdir()] == [town.name]


@pytest.mark.parametrize("name", IMPOSSIBLE)
async def test_a_name_that_no_file_can_have_is_told_by_the_list(tmp_path, name):
    async with start(tmp_path) as pilot:
        await listed(pilot)
        await pilot.press("ctrl+n")
        await pilot.pause()
        pilot.app.screen.query_one(TextField).start(name)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Prompt)
        assert "name" in complaint(pilot.app)


async def test_the_list_goes_on_past_what_is_no_readable_map(tmp_path):
    os.mkfifo(tmp_path / "a.argmap.toml")
    (tmp_path / "b.argmap.toml").write_text("x = " + "[" * 3000)
    (tmp_path / "c.argmap.toml").write_text('argmap = 1\ntitle = "Fine"\n')
    assert title_of(tmp_path / "a.argmap.toml") == "a"
    async with start(tmp_path) as pilot:
        await listed(pilot)
        lines = ["".join(part for part, _ in line) for line in pilot.app.screen.query_one("#maps").lines]
        assert lines == ["▌ b  b.argmap.toml", "  Fine  c.argmap.toml", "  a new map …"]


@pytest.mark.parametrize("error", [RecursionError("too deep"), OSError("gone"), WorkspaceError("x can't be read")])
async def test_a_map_that_cannot_be_opened_is_told_and_the_list_stays(town, monkeypatch, error):
    def broken(*_):
        raise error

    async with start(town.parent) as pilot:
        await listed(pilot)
        monkeypatch.setattr("argmap.tui.open_map.open_map", broken)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, StartScreen)
        assert str(error) in pilot.app.screen.query_one(StatusBar).said


async def test_a_save_that_fails_unexpectedly_keeps_the_work(opened, town, monkeypatch):
    def broken(*_):
        raise RuntimeError("out of ink")

    async with opened() as app:
        await app.press(*WRITE)
        monkeypatch.setattr("argmap.tui.open_map.save_map", broken)
        await app.press("ctrl+s")
        assert "was not saved" in app.said
        assert "out of ink" in app.said
        await app.press("q", "s")
        assert "was not saved" in app.said
        app.screen.act("save-as")
        await app.pilot.pause()
        await app.press("enter")
        assert "out of ink" in complaint(app.app)
        await app.press("escape")
        assert app.screen.opened.unsaved
        monkeypatch.undo()
        await app.press("ctrl+s")
    assert "Cars are loud." in town.read_text()


async def test_a_pasted_lone_surrogate_can_be_saved(opened, town):
    async with opened() as app:
        await app.press("a")
        app.app.post_message(Paste("Cars \ud800 loud."))
        await app.press("enter", "ctrl+s")
        assert not app.screen.opened.unsaved
    assert "Cars \ufffd loud." in town.read_text(encoding="utf-8")
