"""Unsaved work: kept while one edits, offered when it was left behind; saving in the background."""

import asyncio
import os
import threading

import pytest

from argmap.format import read
from argmap.tui import open_map as open_map_module
from argmap.tui.screens.prompt import Choice
from argmap.tui.screens.sides import SidesScreen
from argmap.workspace.files import open_map
from argmap.workspace.folders import state_folder
from argmap.workspace.presence import Presence, others
from argmap.workspace.recovery import Left, Recovery, left_behind
from tests.tui.conftest import TOWN, Driven

WRITE = ("a", "=Cars are loud.", "enter")
WORK = TOWN.replace("Closing it would make the air safer.", "Closing it would help.")


def kept() -> list[bytes]:
    return [file.read_bytes() for file in (state_folder() / "recovery").glob("*.toml")]


def leave(path, text=WORK, based="") -> None:
    """What a run that ended left of a map."""
    presence = Presence(path)
    Recovery(presence).keep(text.encode(), based if based != "" else open_map(path).digest)
    presence.leave()


def asked(app: Driven) -> str:
    assert isinstance(app.app.screen, Choice)
    return app.app.screen._question


class Gate(threading.Event):
    """Saves that have `begun` wait until it is set."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = threading.Event()


@pytest.fixture
def slow(monkeypatch):
    """Saves that wait until they are let go."""
    gate = Gate()
    real, running = open_map_module.save_map, []

    def save(*arguments):
        running.append(1)
        assert len(running) == 1
        gate.begun.set()
        gate.wait(20)
        running.pop()
        return real(*arguments)

    monkeypatch.setattr("argmap.tui.open_map.save_map", save)
    return gate


async def test_every_finished_edit_is_kept_until_it_is_saved(opened, town):
    async with opened() as app:
        await app.settle()
        assert kept() == []
        await app.press(*WRITE)
        await app.settle()
        assert read(kept()[0]).map == app.map
        await app.press("b", "=Not at night.", "enter")
        await app.press("b", "=Half a sent")
        await app.settle()
        (file,) = kept()
        assert b"Not at night." in file
        assert b"Half a sent" not in file
        await app.press("escape", "ctrl+s")
        await app.settle()
        assert kept() == []


async def test_undoing_everything_leaves_nothing_to_keep(opened):
    async with opened() as app:
        await app.press(*WRITE)
        await app.settle()
        assert kept()
        await app.press("ctrl+z")
        await app.settle()
        assert kept() == []
        await app.press("ctrl+y")
        await app.settle()
        assert kept()


@pytest.mark.parametrize("way", ["s", "d"])
async def test_a_wanted_quit_leaves_nothing_behind(opened, way):
    async with opened() as app:
        await app.press(*WRITE, "q", way)
        assert app.app._exit
    assert kept() == []
    assert list((state_folder() / "open").iterdir()) == []


async def test_an_end_that_nobody_wanted_leaves_the_work(opened, town):
    async with opened() as app:
        await app.press(*WRITE)
        await app.settle()
        work = app.map
        presence = app.screen.keeping._presence
        app.app.exit(1)
    presence.leave()
    (left,) = left_behind(town)
    assert isinstance(left, Left)
    assert read(left.data).map == work


async def test_recovered_work_is_unsaved_and_can_be_taken_back(opened, town):
    leave(town)
    async with opened() as app:
        await app.settle_until_asked()
        assert "left unsaved work" in asked(app)
        assert "changed" not in asked(app)
        await app.press("enter")
        await app.settle()
        assert app.map == read(WORK.encode()).map
        assert app.screen.opened.unsaved
        assert any("Closing it would help." in line for line in app.shown)
        assert len(kept()) == 1
        assert left_behind(town) == []
        await app.press("ctrl+z")
        assert app.map == read(TOWN.encode()).map
        assert not app.screen.opened.unsaved
        await app.press("ctrl+y", "ctrl+s")
        await app.settle()
        assert town.read_text() == WORK
        assert kept() == []


async def test_comments_of_recovered_work_are_kept(opened, town):
    leave(town, WORK + "\n# mine\n")
    async with opened() as app:
        await app.settle_until_asked()
        await app.press("r", *WRITE, "ctrl+s")
    assert "# mine" in town.read_text()


async def test_keeping_what_is_on_disk_drops_the_work(opened, town):
    leave(town)
    async with opened() as app:
        await app.settle_until_asked()
        await app.press("k")
        await app.settle()
        assert left_behind() == []
        assert not app.screen.opened.unsaved
    assert town.read_text() == TOWN


@pytest.mark.parametrize("key", ["l", "escape"])
async def test_looking_later_keeps_both(opened, town, key):
    leave(town)
    async with opened() as app:
        await app.settle_until_asked()
        await app.press(key)
        await app.settle()
        await app.press(*WRITE, "ctrl+s")
        await app.settle()
        (left,) = left_behind()
        assert left.data == WORK.encode()
    async with opened() as app:
        await app.settle_until_asked()
        assert "changed on disk since" in asked(app)


async def test_work_that_was_saved_is_not_offered(opened, town):
    leave(town, TOWN)
    async with opened() as app:
        await app.settle()
        assert app.app.screen is app.screen
        assert left_behind() == []


async def test_several_leftovers_are_offered_one_after_the_other(opened, town):
    leave(town, WORK)
    leave(town, WORK.replace("help", "do good"))
    async with opened() as app:
        await app.settle_until_asked()
        await app.press("k")
        await app.settle_until_asked()
        await app.press("r")
        await app.settle()
        assert app.screen.opened.unsaved
        assert left_behind() == []


@pytest.mark.parametrize("damage", [b"broken", b""])
async def test_damaged_work_is_told_and_kept(opened, town, damage):
    leave(town)
    (left,) = left_behind()
    head, mark, _ = left.file.read_bytes().partition(b"# ---- the map ----\n")
    left.file.write_bytes(head + mark + damage if damage else damage)
    async with opened() as app:
        await app.settle()
        assert app.app.screen is app.screen
        assert "damaged" in app.said
        assert left.file.exists()


async def test_a_map_that_was_never_saved_comes_back(opened, tmp_path):
    path = tmp_path / "new.argmap.toml"
    leave(path, WORK, None)
    async with opened(path) as app:
        await app.settle_until_asked()
        await app.press("r")
        await app.settle()
        assert app.map == read(WORK.encode()).map
        assert not app.screen.pane.writing
        await app.press("ctrl+s")
        assert path.read_text() == WORK


async def test_a_second_app_is_told_and_not_refused(opened, town):
    async with opened() as first:
        await first.press(*WRITE)
        await first.settle()
        async with opened() as second:
            await second.settle_until_asked()
            assert f"is open in another argmap (process {os.getpid()})" in asked(second)
            await second.press("o", "b", "=Only by day.", "enter")
            await second.settle()
            assert len(kept()) == 2
            await second.press("ctrl+s")
            await second.settle()
            assert len(kept()) == 1
            assert second.app.screen is second.screen
        await first.press("ctrl+s")
        await first.settle()
        assert isinstance(first.app.screen, SidesScreen)
        await first.press("escape")


async def test_a_second_app_can_be_left_at_once(opened, town):
    other = Presence(town)
    async with opened() as app:
        await app.settle_until_asked()
        await app.press("q")
        assert app.app._exit
    assert len(others(town)) == 1
    other.leave()


async def test_save_as_takes_presence_and_recovery_along(opened, town):
    async with opened() as app:
        await app.press(*WRITE)
        app.screen.act("save-as")
        await app.pilot.pause()
        await app.press("ctrl+u", "=mine", "enter")
        await app.settle()
        mine = town.with_name("mine.argmap.toml")
        assert (len(others(town)), len(others(mine))) == (0, 1)
        assert kept() == []
        await app.press(*WRITE)
        await app.settle()
        assert b"mine.argmap.toml" in kept()[0]


async def test_a_state_folder_that_cannot_be_written_is_told_once(opened, town):
    state_folder().parent.mkdir(parents=True, exist_ok=True)
    state_folder().write_text("in the way")
    async with opened() as app:
        await app.settle()
        assert "Unsaved work isn't kept for a crash" in app.said
        await app.press(*WRITE)
        await app.settle()
        assert "isn't kept" not in app.said
        await app.press("ctrl+s")
        assert not app.screen.opened.unsaved
        await app.press("q")
        assert app.app._exit
    assert "Cars are loud." in town.read_text()


async def begin_saving(app: Driven, gate: Gate) -> None:
    await app.pilot.press("ctrl+s")
    while not gate.begun.is_set():
        await app.pilot.pause(0.01)


async def test_keys_during_a_save_are_taken_and_their_edits_stay_unsaved(opened, town, slow):
    async with opened() as app:
        await app.press(*WRITE)
        await begin_saving(app, slow)
        await app.pilot.press("b", *"Late", "enter")
        await app.settle_but_for_saves()
        assert town.read_text() == TOWN
        assert b"Late" in kept()[0]
        slow.set()
        await app.saved()
        assert "Cars are loud." in town.read_text()
        assert "Late" not in town.read_text()
        assert app.screen.opened.unsaved
        await app.settle()
        assert b"Late" in kept()[0]
        await app.press("ctrl+z")
        assert not app.screen.opened.unsaved
        await app.press("ctrl+y", "ctrl+s")
        assert "Late" in town.read_text()


async def test_two_saves_do_not_overlap_and_many_are_one_more(opened, town, slow, monkeypatch):
    async with opened() as app:
        await app.press(*WRITE)
        await begin_saving(app, slow)
        for _ in range(5):
            await app.pilot.press("ctrl+s")
        await app.pilot.pause()
        assert sum(worker.group == "save" for worker in app.app.workers) == 2
        slow.set()
        await app.saved()
        assert not app.screen.opened.unsaved


async def test_quit_waits_for_a_save_and_asks_about_what_came_after(opened, town, slow):
    async with opened() as app:
        await app.press(*WRITE)
        await begin_saving(app, slow)
        await app.pilot.press("q")
        await app.pilot.pause()
        assert not app.app._exit
        assert "Saving" in app.said
        slow.set()
        await app.saved()
        assert app.app._exit
    assert "Cars are loud." in town.read_text()


async def test_quit_during_a_save_does_not_lose_a_later_edit(opened, town, slow):
    async with opened() as app:
        await app.press(*WRITE)
        await begin_saving(app, slow)
        await app.pilot.press("delete", "q")
        slow.set()
        await app.saved()
        await app.pilot.pause()
        assert not app.app._exit
        assert "unsaved changes" in asked(app)


async def test_what_is_typed_does_not_answer_a_question_that_came_late(opened, town, slow):
    async with opened() as app:
        await app.press(*WRITE)
        town.write_text("# somebody else\n")
        await begin_saving(app, slow)
        await app.pilot.press("a")
        slow.set()
        await app.saved()
        await app.press("o", "o")
        assert app.screen.pane.draft.value == "oo"
        assert "changed on disk" in app.said
        assert town.read_text() == "# somebody else\n"


async def test_a_crash_during_a_save_leaves_what_was_being_saved(opened, town, slow):
    async with opened() as app:
        await app.press(*WRITE)
        await begin_saving(app, slow)
        assert read(kept()[0]).map == app.map
        slow.set()
        await app.saved()


async def test_the_list_shows_unsaved_work(tmp_path):
    from argmap.tui.app import ArgmapApp

    leave(tmp_path / "new.argmap.toml", WORK, None)
    async with ArgmapApp(None, tmp_path).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = ["".join(part for part, _ in line) for line in pilot.app.screen.query_one("#maps").lines]
        assert lines == ["▌ new  new.argmap.toml  unsaved work", "  a new map …"]
        await pilot.press("enter")
        await asyncio.sleep(0.2)
        await pilot.pause()
        assert isinstance(pilot.app.screen, Choice)


async def test_work_of_a_newer_argmap_is_not_recovered(opened, town):
    leave(town, WORK.replace("argmap = 1", "argmap = 99"))
    async with opened() as app:
        await app.settle()
        assert "a newer argmap wrote it" in app.said
        assert app.map == open_map(town).map
        assert left_behind(town)


async def test_esc_quits_where_the_map_is_open_elsewhere(opened, town):
    presence = Presence(town)
    try:
        async with opened() as app:
            await app.settle_until_asked()
            await app.press("escape")
            await app.pilot.pause(0.2)
            assert app.app.return_value == 0
    finally:
        presence.leave()


async def test_a_map_that_is_gone_is_written_anew_unless_something_else_is_chosen(opened, town):
    async with opened() as app:
        await app.press(*WRITE)
        town.unlink()
        await app.press("ctrl+s")
        await app.settle_until_asked()
        await app.press("enter")
        await app.settle()
        assert open_map(town).map == app.map
