"""The file changes beneath the app: by an editor, by git, by being deleted or broken."""

import subprocess

import pytest
from textual.events import AppBlur, AppFocus

from argmap.model import Problem
from argmap.tui.app import ArgmapApp
from argmap.tui.open_map import OpenMap
from argmap.tui.screens.prompt import Choice, Prompt
from argmap.tui.screens.sides import SidesScreen
from argmap.tui.widgets.bars import HeaderBar
from argmap.tui.widgets.lines import LinesView
from tests.tui.conftest import TOWN, calm

WRITE = ("a", "=Cars are loud.", "enter")
AIR = "Closing it would make the air safer."


def rewrite(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


async def glance(app):
    app.screen.disk.glance()
    await app.settle()


def header(app):
    return app.screen.query_one(HeaderBar).render().plain


def shown(app):
    return "\n".join("".join(text for text, _ in line) for line in app.app.screen.query_one(LinesView).lines)


def whole(app):
    return " ".join(shown(app).split())


async def test_a_rewording_on_disk_is_reloaded_and_can_be_taken_back(opened, town):
    async with opened() as app:
        await app.press("down", "down", "space")
        at, folded = app.at, set(app.state.folded)
        rewrite(town, AIR, "The air would be safer.  ")
        await glance(app)
        assert app.map.entries["air"].text == "The air would be safer.  "
        assert "changed on disk; reloaded (1 changed); ^z takes it back" in app.said
        assert (app.at, app.state.folded) == (at, folded)
        assert not app.screen.opened.unsaved
        theirs = town.read_bytes()
        await app.press("ctrl+z")
        assert app.map.entries["air"].text == AIR
        assert app.screen.opened.unsaved
        await app.press("ctrl+s")
        assert town.read_text() == TOWN
        await app.press("ctrl+y", "ctrl+s")
        assert town.read_bytes() == theirs


async def test_it_is_noticed_when_the_terminal_gets_the_keys_again(opened, town):
    async with opened() as app:
        rewrite(town, AIR, "The air would be safer.")
        app.app.post_message(AppBlur())
        await app.pilot.pause()
        app.app.post_message(AppFocus())
        await app.settle()
        assert app.map.entries["air"].text == "The air would be safer."


async def test_it_is_noticed_by_itself(opened, town, monkeypatch):
    monkeypatch.setattr("argmap.tui.disk._EVERY", 0.05)
    async with opened() as app:
        rewrite(town, AIR, "The air would be safer.")
        for _ in range(100):
            await app.pilot.pause(0.05)
            if app.map.entries["air"].text != AIR:
                break
        assert app.map.entries["air"].text == "The air would be safer."


async def test_an_untouched_file_is_not_read_again(opened, town, monkeypatch):
    async with opened() as app:
        await glance(app)
        monkeypatch.setattr("argmap.workspace.on_disk.read_bytes", lambda path: pytest.fail("read"))
        await glance(app)
        assert "disk" not in app.said


async def test_comments_alone_are_taken_over_too(opened, town):
    async with opened() as app:
        town.write_text("# by somebody else\n" + TOWN)
        await glance(app)
        assert "reloaded (only comments and layout)" in app.said
        await app.press(*WRITE, "ctrl+s")
        assert town.read_text().startswith("# by somebody else\n")
        assert "Cars are loud." in town.read_text()


async def test_the_row_under_the_cursor_may_be_gone(opened, town):
    async with opened() as app:
        await app.press("end")
        town.write_text(TOWN[: TOWN.index("[objection.but-access]")])
        await glance(app)
        assert app.at is not None
        assert "2 removed" in app.said
        await app.press("ctrl+z")
        assert app.at == "access"


async def test_nothing_happens_while_something_is_written(opened, town):
    async with opened() as app:
        await app.press("a", "=Cars")
        rewrite(town, AIR, "The air would be safer.")
        await glance(app)
        assert app.map.entries["air"].text == AIR
        await app.press("escape")
        await glance(app)
        assert app.map.entries["air"].text == "The air would be safer."


async def test_a_file_that_is_gone_is_written_anew_when_asked(opened, town):
    async with opened() as app:
        town.unlink()
        await glance(app)
        assert "gone from disk" in app.said
        assert "not on disk" in header(app)
        assert app.screen.opened.unsaved
        await app.press("ctrl+s")
        await app.settle()
        assert isinstance(app.app.screen, Choice)
        await app.press("o")
        assert town.read_text() == TOWN
        assert not app.screen.opened.unsaved
        assert "not on disk" not in header(app)


async def test_quitting_asks_where_the_file_is_gone(opened, town):
    async with opened() as app:
        town.unlink()
        await glance(app)
        await app.press("q")
        assert isinstance(app.app.screen, Choice)


async def test_a_broken_file_is_told_with_its_place_and_the_map_stays(opened, town):
    async with opened() as app:
        town.write_text(TOWN + "<<<<<<< mine\n")
        await glance(app)
        line = TOWN.count("\n") + 1
        assert f"can't be read: line {line}: " in app.said
        assert "air" in app.map.entries
        await app.press("down")
        app.screen.say("")
        await glance(app)
        assert app.said == ""
        await app.press("ctrl+s")
        await app.settle()
        assert isinstance(app.app.screen, Choice)
        await app.press("c")
        assert town.read_text() == TOWN + "<<<<<<< mine\n"
        town.write_text(TOWN)
        await glance(app)
        assert "on disk again as it was read" in app.said
        assert not app.screen.opened.unsaved


async def test_a_newer_format_is_reloaded_read_only(opened, town):
    async with opened() as app:
        rewrite(town, "argmap = 1", "argmap = 7")
        text = town.read_text()
        await glance(app)
        assert "read-only" in app.said
        assert "read-only" in header(app)
        await app.press(*WRITE, "ctrl+s")
        assert isinstance(app.app.screen, Choice)
        await app.press("escape")
        assert town.read_text() == text


async def test_a_newer_format_is_never_overwritten(opened, town):
    async with opened() as app:
        await app.press(*WRITE)
        rewrite(town, "argmap = 1", "argmap = 7")
        text = town.read_text()
        await glance(app)
        assert "newer argmap" in app.said
        await app.press("ctrl+s")
        await app.settle()
        await app.press("o")
        assert isinstance(app.app.screen, Choice)
        await app.press("enter")
        assert isinstance(app.app.screen, Prompt)
        assert town.read_text() == text


async def both_changed(app, town):
    """A rewording here and another on disk, and something on either side that merges by itself."""
    await app.press("down", "down", "e", "ctrl+u", "=Mine is safer.", "enter", *WRITE)
    rewrite(town, AIR, "Theirs is safer.")
    rewrite(town, "[statement.weather]", "# look at this\n[statement.weather]")
    rewrite(town, 'by = "council"', 'by = "council"\nnote = "Ask them."')


async def test_changes_on_both_sides_are_told_and_change_nothing_by_themselves(opened, town):
    async with opened() as app:
        await both_changed(app, town)
        here = app.map
        await glance(app)
        assert "changed on disk, and here: ^s shows both sides" in app.said
        assert "changed on disk" in header(app)
        assert app.map is here
        assert app.app.screen is app.screen


async def test_both_sides_are_shown_in_words(opened, town):
    async with opened(size=(120, 50)) as app:
        await both_changed(app, town)
        await app.press("ctrl+s")
        await app.settle()
        assert isinstance(app.app.screen, SidesScreen)
        told = whole(app)
        assert "3 changes merge by themselves. 1 conflict: choose what to keep." in told
        assert "1. C2 “Mine is safer.”: text" in told
        assert "mine “Mine is safer.”" in told
        assert "on disk “Theirs is safer.”" in told
        assert f"Changed here (3) - C2 reworded: “{AIR}” → “Mine is safer.”" in told
        assert f"Changed on disk (2) - C2 reworded: “{AIR}” → “Theirs is safer.”" in told
        assert "“Weather explains the readings.”: note added: “Ask them.”" in told


async def test_merging_keeps_both_sides_and_their_comments_in_one_edit(opened, town):
    async with opened() as app:
        await both_changed(app, town)
        mine = app.map
        await app.press("ctrl+s")
        await app.settle()
        await app.press("m")
        text = town.read_text()
        assert "merged and saved" in app.said
        assert 'text = "Mine is safer."\n' in text
        assert "[other text: “Theirs is safer.”]" in text
        assert "# look at this\n[statement.weather]" in text
        assert 'note = "Ask them."' in text
        assert "Cars are loud." in text
        assert not app.screen.opened.unsaved
        merged = app.map
        await app.press("ctrl+z")
        assert app.map is mine
        assert app.screen.opened.unsaved
        await app.press("ctrl+y")
        assert app.map is merged
        assert not app.screen.opened.unsaved


@pytest.mark.parametrize(
    ("keys", "text", "note"),
    [
        ((), "Mine is safer.", "[other text: “Theirs is safer.”]"),
        (("right",), "Mine is safer.", None),
        (("space", "l"), "Theirs is safer.", None),
        (("left",), "Theirs is safer.", None),
        (("right", "h"), "Mine is safer.", "[other text: “Theirs is safer.”]"),
    ],
)
async def test_every_conflict_is_chosen_by_key(opened, town, keys, text, note):
    async with opened() as app:
        await both_changed(app, town)
        await app.press("ctrl+s")
        await app.settle()
        await app.press(*keys, "down", "enter")
        assert app.map.entries["air"].text == text
        assert app.map.entries["air"].note == note
        assert app.map.entries["weather"].note == "Ask them."


async def test_reloading_with_unsaved_changes_merges_and_leaves_saving_to_the_person(opened, town):
    async with opened() as app:
        await both_changed(app, town)
        theirs = town.read_text()
        app.screen.act("reload")
        await app.settle()
        await app.press("enter", "enter")
        assert "merged here; ^s saves it" in app.said
        assert app.screen.opened.unsaved
        assert town.read_text() == theirs
        await app.press("ctrl+s")
        assert app.app.screen is app.screen
        assert "Cars are loud." in town.read_text()


async def test_a_second_change_on_disk_is_merged_with_the_first_as_its_base(opened, town):
    async with opened() as app:
        await both_changed(app, town)
        app.screen.act("reload")
        await app.settle()
        await app.press("m")
        rewrite(town, "Footfall rose", "Trade rose")
        await app.press("ctrl+s")
        await app.settle()
        assert "No conflicts." in whole(app)
        await app.press("m")
        assert app.map.entries["footfall"].text.startswith("Trade rose")
        assert app.map.entries["air"].text == "Mine is safer."


async def test_mine_can_overwrite(opened, town):
    async with opened() as app:
        await both_changed(app, town)
        await app.press("ctrl+s")
        await app.settle()
        await app.press("o")
        assert "Theirs is safer." not in town.read_text()
        assert "Mine is safer." in town.read_text()
        assert not app.screen.opened.unsaved


async def test_theirs_can_be_taken_and_mine_be_had_back(opened, town):
    async with opened() as app:
        await both_changed(app, town)
        mine, theirs = app.map, town.read_text()
        await app.press("ctrl+s")
        await app.settle()
        await app.press("t")
        assert app.map.entries["air"].text == "Theirs is safer."
        assert not app.screen.opened.unsaved
        assert town.read_text() == theirs
        await app.press("ctrl+z")
        assert app.map is mine
        assert app.screen.opened.unsaved


async def test_mine_can_be_saved_elsewhere(opened, town):
    async with opened() as app:
        await both_changed(app, town)
        theirs = town.read_text()
        await app.press("ctrl+s")
        await app.settle()
        await app.press("a", "ctrl+u", "=mine", "enter")
        assert town.read_text() == theirs
        assert "Mine is safer." in town.with_name("mine.argmap.toml").read_text()


@pytest.mark.parametrize("key", ["escape", "c"])
async def test_cancelling_changes_nothing(opened, town, key):
    async with opened() as app:
        await both_changed(app, town)
        mine, theirs = app.map, town.read_text()
        await app.press("ctrl+s")
        await app.settle()
        await app.press(key)
        assert app.app.screen is app.screen
        assert app.map is mine
        assert town.read_text() == theirs
        assert app.screen.opened.unsaved


async def test_save_and_quit_waits_for_the_answer(opened, town):
    async with opened() as app:
        await both_changed(app, town)
        await app.press("q", "s")
        await app.settle()
        assert isinstance(app.app.screen, SidesScreen)
        assert not app.app._exit
        await app.press("m")
        assert app.app._exit
    assert "Mine is safer." in town.read_text()


async def test_the_same_change_on_both_sides_needs_no_question(opened, town):
    async with opened() as app:
        await app.press("down", "down", "e", "ctrl+u", "=Same.", "enter")
        rewrite(town, AIR, "Same.")
        await glance(app)
        assert not app.screen.opened.unsaved
        assert app.app.screen is app.screen


async def test_a_deletion_here_and_a_rewording_on_disk(opened, town):
    async with opened() as app:
        await app.press("end", "delete")
        assert "access" not in app.map.entries
        rewrite(town, "Residents would lose", "Many residents would lose")
        await app.press("ctrl+s")
        await app.settle()
        assert "deleted here, changed on disk" in whole(app)
        await app.press("m")
        assert app.map.entries["access"].text.startswith("Many residents")
        assert "but-access" in app.map.entries


async def test_problems_that_only_merging_brings_are_told(opened, town):
    """Each side takes another premise out of the same reason."""
    async with opened() as app:
        app.screen.finding.show_problem(Problem("M000", "error", "", id="footfall"))
        assert app.at == "footfall"
        await app.press("delete")
        rewrite(town, 'in = ["because-readings", "because-shops"]', 'in = "because-readings"')
        await app.press("ctrl+s")
        await app.settle()
        told = " ".join(whole(app).replace("▌", " ").split())
        assert "only together, both sides' changes break the map:" in told
        assert "has no statement in it" in told


async def test_reload_says_what_there_is_to_say(opened, town):
    async with opened() as app:
        app.screen.act("reload")
        await app.settle()
        assert app.said == "town.argmap.toml has not changed on disk."
        await app.press(*WRITE)
        app.screen.act("reload")
        await app.settle()
        assert "has not changed on disk" in app.said
        assert "Cars are loud." in str(app.map)
    async with opened(town.with_name("new.argmap.toml")) as app:
        await app.press("escape")
        app.screen.act("reload")
        await app.settle()
        assert "is not on disk yet" in app.said


async def test_an_undone_change_lets_the_disk_be_reloaded(opened, town):
    async with opened() as app:
        await both_changed(app, town)
        await glance(app)
        assert "changed on disk" in header(app)
        await app.press("ctrl+z", "ctrl+z")
        await glance(app)
        assert app.map.entries["air"].text == "Theirs is safer."
        assert "changed on disk" not in header(app)


async def test_switching_versions_with_git(opened, town):
    def git(*words):
        name = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        subprocess.run(["git", *name, *words], cwd=town.parent, check=True, capture_output=True)

    git("init")
    git("add", town.name)
    git("commit", "-m", "one")
    rewrite(town, AIR, "The air would be safer.")
    git("commit", "-am", "two")
    async with opened() as app:
        git("checkout", "HEAD~1")
        await glance(app)
        assert app.map.entries["air"].text == AIR
        assert not app.screen.opened.unsaved
        git("checkout", "-")
        await glance(app)
        assert app.map.entries["air"].text == "The air would be safer."


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 40)])
@pytest.mark.parametrize("colour", [True, False])
async def test_the_choices_can_be_reached_and_seen_at_every_size(opened, town, size, colour, monkeypatch):
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")
    async with opened(size=size) as app:
        await both_changed(app, town)
        await app.press("ctrl+s")
        await app.settle()
        screen = app.app.screen
        view = screen.query_one(LinesView)
        assert "[both]" in shown(app)
        assert all(len(line) <= view.scrollable_content_region.width for line in shown(app).splitlines())
        await app.press("right")
        assert "[mine]" in shown(app)
        await app.press(*["down"] * 40)
        assert round(view.scroll_y) + view.size.height >= len(view.lines)
        await app.press(*["up"] * 40)
        assert round(view.scroll_y) <= screen._items[0].start
        assert all(len("".join(text for text, _ in line)) <= view.size.width for line in view.lines)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_picture(snap_compare, town, size):
    app = ArgmapApp(OpenMap.open(town), town.parent)

    async def before(pilot):
        await calm(pilot)
        await pilot.press("down", "down")
        await calm(pilot)
        await pilot.press("e", "ctrl+u", *"Mine.", "enter")
        rewrite(town, AIR, "Theirs is safer.")
        rewrite(town, 'by = "council"', 'by = "council"\nnote = "Ask them."')
        await pilot.press("ctrl+s")
        await calm(pilot)

    assert snap_compare(app, terminal_size=size, run_before=before)


async def test_keys_typed_before_the_comparison_is_seen_answer_nothing(opened, town, monkeypatch):
    async with opened() as app:
        await app.press("e", "=Mine. ", "enter")
        rewrite(town, "Weather explains", "Rain explains")
        before = []

        mounted = SidesScreen.on_mount

        def early(screen):
            before.extend(screen.check_action(action, ()) for action in ("step", "choose", "enter", "answer"))
            mounted(screen)

        monkeypatch.setattr(SidesScreen, "on_mount", early)
        await app.press("ctrl+s")
        for _ in range(400):
            await app.pilot.pause(0.005)
            if isinstance(app.app.screen, SidesScreen) and app.app.screen.check_action("answer", ("o",)):
                break
        assert app.app.screen.check_action("answer", ("o",))
        assert before == [False] * 4


async def test_nothing_is_reloaded_under_an_open_form(opened, town):
    async with opened() as app:
        await app.press("down", "down", "d")
        before = app.map
        rewrite(town, AIR, "Theirs is safer.")
        app.screen.disk.glance()
        await app.settle()
        assert app.map is before
        await app.press("escape")
        app.screen.disk.glance()
        await app.settle()
        assert app.map.entries["air"].text == "Theirs is safer."
