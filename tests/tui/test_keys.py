"""Every key of the table, pressed in the app."""

import pytest

from argmap.tui.actions import ACTIONS
from argmap.tui.screens.details_form import DetailsForm
from argmap.tui.screens.export import ExportDialog
from argmap.tui.screens.help import HelpScreen
from argmap.tui.screens.if_then import IfThenScreen
from argmap.tui.screens.prompt import Choice


async def write(app, key, text):
    """Open a new statement with a key, and write it."""
    await app.press(key)
    assert app.screen.pane.writing
    await app.press(f"={text}", "enter")
    assert not app.screen.pane.writing


async def test_the_cursor_moves(opened):
    async with opened() as app:
        assert app.at == "close"
        for down, up in (("down", "up"), ("j", "k")):
            await app.press(down)
            assert app.at == "because-air"
            await app.press(up)
            assert app.at == "close"
        await app.press("end")
        assert app.at == "access"
        await app.press("home")
        assert app.at == "close"
        await app.press("up")
        assert app.at == "close"


async def test_pages(opened):
    async with opened(size=(80, 18)) as app:
        await app.press("pagedown")
        page = app.state.cursor
        assert page > 3
        await app.press("pagedown", "pagedown", "pagedown", "pagedown")
        assert app.at == "access"
        await app.press("pageup")
        assert 0 < app.state.cursor < len(app.state.visible) - 1


@pytest.mark.parametrize(("left", "right"), [("left", "right"), ("h", "l")])
async def test_left_folds_then_goes_to_the_parent_and_right_back(opened, left, right):
    async with opened() as app:
        await app.press("down", "down", "down", left)
        assert app.at == "because-readings"
        assert "because-readings" in app.state.folded
        assert not any("Sensor" in line for line in app.shown if "stands under" not in line)
        await app.press(left)
        assert app.at == "air"
        await app.press(right, right)
        assert app.at == "because-readings"
        assert "because-readings" not in app.state.folded
        await app.press(right)
        assert app.at == "readings"
        await app.press(left)
        assert app.at == "because-readings"


async def test_folding(opened):
    async with opened() as app:
        rows = len(app.state.visible)
        await app.press("down", "space")
        assert "▸ ∴ R1" in app.shown[1]
        await app.press("space")
        assert len(app.state.visible) == rows
        await app.press("-")
        assert len(app.state.visible) == 1
        assert app.at == "close"
        await app.press("+")
        assert any("IF      C2" in line for line in app.shown)
        assert any("and not Q1 The trams" in line for line in app.shown)


async def test_space_on_a_row_without_parts_folds_its_parent(opened):
    async with opened() as app:
        await app.press("end", "space")
        assert app.at == "but-access"
        assert "but-access" in app.state.folded


@pytest.mark.parametrize("key", ["enter", "o"])
async def test_beside(opened, key):
    async with opened() as app:
        await app.press("down", "down")
        await write(app, key, "Air can be measured.")
        assert app.map.entries[app.at].text == "Air can be measured."
        assert app.map.links.members["because-air"][1] == app.at


@pytest.mark.parametrize("key", ["a", "insert"])
async def test_because(opened, key):
    async with opened() as app:
        await write(app, key, "Cars are loud.")
        reason = app.map.entries[app.at].stands_in[0]
        assert app.map.entries[reason].kind == "reason"
        assert app.map.entries[reason].target == "close"


async def test_but(opened):
    async with opened() as app:
        await write(app, "b", "Shops would lose.")
        assert app.map.entries[app.map.entries[app.at].stands_in[0]].target == "close"
        assert app.map.entries[app.map.entries[app.at].stands_in[0]].kind == "objection"


async def test_undercut(opened):
    async with opened() as app:
        await app.press("down", "down")
        await write(app, "B", "It does not follow.")
        assert app.map.entries[app.map.entries[app.at].stands_in[0]].target == "because-air"


async def test_therefore(opened):
    async with opened() as app:
        await app.press("down", "down")
        await write(app, "t", "Health improves.")
        new = app.at
        assert app.map.entries[new].stands_in == ("because-air",)
        assert app.map.entries[app.map.entries["air"].stands_in[0]].target == new


@pytest.mark.parametrize("key", ["f2", "e"])
async def test_edit_text(opened, key):
    async with opened() as app:
        await app.press("down", "down", key)
        assert app.screen.pane.draft.text == "Closing it would make the air safer."
        await app.press("backspace", "=, surely", "enter")
        assert app.map.entries["air"].text == "Closing it would make the air safer, surely"
        assert app.at == "air"


async def test_editing_a_proposition_in_place(opened):
    async with opened() as app:
        await app.press("+")
        while app.at != "trams-full":
            await app.press("down")
        await app.press("e", "backspace", "=!", "enter")
        assert app.map.entries["trams-full"].text == "The trams are full at peak hours!"
        assert app.at == "trams-full"


async def test_editing_a_reason_opens_its_fields(opened):
    async with opened() as app:
        await app.press("down", "f2")
        assert isinstance(app.app.screen, DetailsForm)


async def test_escape_leaves_nothing_behind(opened):
    async with opened() as app:
        before, rows, document = app.map, app.shown, app.screen.opened.history.document
        for key in ("enter", "a", "b", "t"):
            await app.press(key, "=half a thou", "escape")
            assert app.map is before
            assert app.shown == rows
        await app.press("e", "=half a thou", "escape")
        assert app.shown == rows
        assert app.screen.opened.history.document is document
        assert not app.screen.opened.unsaved
        await app.press("a", "enter")
        assert app.map is before
        assert app.shown == rows


@pytest.mark.parametrize(("down", "up"), [("shift+down", "shift+up"), ("alt+down", "alt+up")])
async def test_moving_up_and_down_crosses_reasons(opened, down, up):
    async with opened() as app:
        await app.press("down", "down", down)
        assert app.map.links.members["because-air"] == ("if-air-close", "air")
        await app.press(up)
        assert app.map.links.members["because-air"] == ("air", "if-air-close")
        await app.press(down, down)
        assert app.map.entries["air"].stands_in == ("because-shops",)
        assert app.at == "air"
        await app.press(up)
        assert app.map.links.members["because-air"] == ("if-air-close", "air")
        assert app.at == "air"


@pytest.mark.parametrize(("into", "out"), [("shift+right", "shift+left"), ("alt+right", "alt+left"), (">", "<")])
async def test_moving_in_and_out(opened, into, out):
    async with opened() as app:
        await app.press("down", "down", "down", "down", "down", into)
        assert app.at == "if-air-close"
        reason = app.map.entries["if-air-close"].stands_in[0]
        assert app.map.entries[reason].target == "air"
        await app.press(out)
        assert app.map.entries["if-air-close"].stands_in == ("because-air",)


@pytest.mark.parametrize(("cut", "paste"), [("x", "v"), ("ctrl+x", "ctrl+v")])
async def test_cut_and_paste_as_a_reason(opened, cut, paste):
    async with opened() as app:
        await app.press("end", "up", "up", cut)
        assert app.at == "footfall"
        assert any(line.endswith("implicit  cut") for line in app.shown)
        await app.press("home", "down", "down", paste)
        assert app.map.entries[app.map.entries["footfall"].stands_in[0]].target == "air"
        assert not any(line.endswith("cut") for line in app.shown)


@pytest.mark.parametrize("copy", ["c", "ctrl+c"])
async def test_copy_and_paste_beside(opened, copy):
    async with opened() as app:
        await app.press("end", "up", "up", copy, "home", "down", "down", "V")
        assert app.map.entries["footfall"].stands_in == ("because-shops", "because-air")
        assert any("↗" in line and "Footfall" in line for line in app.shown)


async def test_cutting_twice_takes_the_mark_off(opened):
    async with opened() as app:
        await app.press("end", "x", "x")
        assert not any(line.endswith("cut") for line in app.shown)
        await app.press("home", "v")
        assert "Nothing is cut" in app.said


@pytest.mark.parametrize("key", ["delete", "backspace"])
async def test_delete(opened, key):
    async with opened() as app:
        await app.press("down", key)
        assert not {"because-air", "air", "because-readings", "if-air-close", "trams-full"} & set(app.map.entries)
        assert "readings" in app.map.entries
        assert app.said.startswith("deleted R1")


@pytest.mark.parametrize(("undo", "redo"), [("ctrl+z", "ctrl+y"), ("u", "U")])
async def test_undo_and_redo_bring_back_cursor_and_folds(opened, undo, redo):
    async with opened() as app:
        before, rows = app.map, app.shown
        await app.press("down", "down", "down", "space", "a", "=New.", "escape", "delete")
        assert "because-readings" not in app.map.entries
        await app.press("home", "+", undo)
        assert app.map is before
        assert app.at == "because-readings"
        assert "because-readings" in app.state.folded
        await app.press(redo)
        assert "because-readings" not in app.map.entries
        await app.press(undo, undo)
        assert app.said == "Nothing to undo."
        await app.press(redo, redo)
        assert app.said == "Nothing to redo."
        assert rows != app.shown


@pytest.mark.parametrize(("find", "next", "back"), [("/", "n", "N"), ("ctrl+f", "f3", "N")])
async def test_search(opened, find, next, back):
    async with opened() as app:
        await app.press("-", find, "=READINGS", "enter")
        assert app.at == "readings"
        await app.press(next)
        assert app.at == "weather"
        await app.press(back)
        assert app.at == "readings"
        assert "1 of " in app.said
        await app.press(find, "=nowhere", "enter")
        assert "nowhere" in app.said
        assert app.at == "readings"
        await app.press(find, "escape")
        assert not app.screen.search_field.display


async def test_search_finds_a_proposition_in_its_conditional(opened):
    async with opened() as app:
        await app.press("/", "=peak hours", "enter")
        assert app.at == "trams-full"
        assert app.state.current.parent == "if-air-close"


async def test_problems_are_gone_through(opened, town):
    town.write_text(town.read_text() + '\n[reason.empty]\nfor = "access"\n\n[reason.lost]\nfor = "nobody"\n')
    async with opened() as app:
        await app.settle()
        assert len(app.screen.problems) >= 3
        await app.press("f8")
        first = app.at
        assert app.said.startswith(tuple(p.code for p in app.screen.problems if p.id == first))
        await app.press("f8")
        assert app.at != first
        await app.press("f7")
        assert app.at == first
        await app.press("4", "enter")
        assert app.at in {problem.id for problem in app.screen.problems}
        assert any("‼ M104" in line for line in app.shown)


async def test_no_problems(opened, town):
    town.write_text(town.read_text().replace("argmap = 1", 'argmap = 1\nignore = ["L101", "L102", "L201"]'))
    async with opened() as app:
        await app.settle()
        await app.press("f8")
        assert app.said == "No problems found."


async def test_panes(opened):
    async with opened() as app:
        focus = []
        for key in ("2", "3", "4", "1", "tab", "f6", "shift+tab", "escape"):
            await app.press(key)
            focus.append(app.screen.panes.current)
        assert focus == ["diagram", "details", "problems", "outline", "diagram", "details", "diagram", "outline"]
        await app.press("3", "3")
        assert app.screen.panes.current == "outline"
        assert not app.screen.query_one("#details").display
        await app.press("2", "tab")
        assert app.screen.panes.current == "problems"
        await app.press("3")
        assert app.screen.query_one("#details").display


async def test_panes_that_are_not_seen_are_reached_too(opened):
    async with opened(size=(80, 24)) as app:
        focus = []
        for key in ("shift+tab", "tab", "tab", "f6"):
            await app.press(key)
            focus.append(app.screen.panes.current)
        assert focus == ["problems", "outline", "diagram", "details"]


async def test_verbs_act_from_other_panes(opened):
    async with opened() as app:
        await app.press("2", "a", "=Cars are loud.", "enter")
        assert app.map.entries[app.at].text == "Cars are loud."
        assert app.screen.panes.current == "outline"


@pytest.mark.parametrize("key", ["f1", "?"])
async def test_help_lists_every_key(opened, key):
    async with opened(size=(120, 40)) as app:
        await app.press(key)
        assert isinstance(app.app.screen, HelpScreen)
        text = "\n".join("".join(part for part, _ in line) for line in app.app.screen.query_one("#help-lines").lines)
        missing = [action.id for action in ACTIONS if f"{action.verb}: {action.help}" not in " ".join(text.split())]
        assert len(missing) <= 8
        assert "because" in text
        await app.press("escape")
        assert app.app.screen is app.screen


async def test_the_palette_does_any_of_them(opened):
    async with opened() as app:
        await app.press("ctrl+p")
        await app.pilot.pause(0.3)
        await app.press("=map title")
        await app.pilot.pause(0.5)
        await app.press("enter")
        await app.pilot.pause(0.3)
        await app.press("ctrl+u", "=Old town", "enter")
        assert app.map.title == "Old town"
        await app.press("ctrl+z")
        assert app.map.title == "Closing the old town to cars"


@pytest.mark.parametrize("key", ["f4", "d"])
async def test_all_fields_and_escape(opened, key):
    async with opened() as app:
        before = app.map
        await app.press(key)
        assert isinstance(app.app.screen, DetailsForm)
        await app.press("=thing", "escape")
        assert app.map is before


async def test_if_then_and_export_open(opened):
    async with opened() as app:
        await app.press("i")
        assert isinstance(app.app.screen, IfThenScreen)
        await app.press("escape", "f5")
        assert isinstance(app.app.screen, ExportDialog)
        await app.press("escape")
        assert app.app.screen is app.screen


async def test_save(opened, town):
    async with opened() as app:
        await app.press("a", "=Cars are loud.", "enter")
        assert app.screen.opened.unsaved
        await app.press("ctrl+s")
        assert not app.screen.opened.unsaved
        assert "Cars are loud." in town.read_text()


@pytest.mark.parametrize("key", ["ctrl+q", "q"])
async def test_quit(opened, key):
    async with opened() as app:
        await app.press("a", "=Cars are loud.", "enter", key)
        assert isinstance(app.app.screen, Choice)
        await app.press("escape")
        assert app.app.screen is app.screen
        await app.press("ctrl+z", key)
        assert not app.app.is_running or app.app._exit


async def test_inside_a_text_field_only_editing_keys_act(opened, town):
    async with opened() as app:
        before, text = app.map, town.read_text()
        await app.press(
            "enter", "q", "u", "x", "?", "/", "1", "-", "+", "f5", "f1", "f8", "ctrl+s", "ctrl+q", "tab", "f6"
        )
        assert app.screen.pane.draft.text == "qux?/1-+"
        assert app.screen.focused is app.screen.pane.view
        await app.press("ctrl+p")
        assert app.app.screen is app.screen
        await app.press("ctrl+z")
        assert app.screen.pane.draft.text == ""
        assert app.map is before
        assert town.read_text() == text
        await app.press("escape")
        assert app.map is before
