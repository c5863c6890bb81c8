"""Selecting several rows: the marks, the edits of all of them, their tags."""

import pytest

from argmap.tui.screens.prompt import Prompt
from argmap.tui.widgets.text_field import TextField


@pytest.fixture
def town(town):
    """The town, with nobody objecting to its first reason: its premises can all be moved away."""
    town.write_text(town.read_text().replace('against = "because-air"', 'against = "close"'))
    return town


def selected(app):
    return [line for line in app.shown if "●" in line]


async def test_a_row_is_selected_and_the_cursor_steps_down(opened):
    async with opened() as app:
        await app.press("down", ".")
        assert app.at == "air"
        assert len(selected(app)) == 1
        assert "●∴ R1" in selected(app)[0]
        assert app.said.startswith("1 row selected")
        await app.press(".")
        assert len(selected(app)) == 2
        assert app.said.startswith("2 rows selected")
        await app.press("up", ".")
        assert len(selected(app)) == 1


async def test_escape_selects_none(opened):
    async with opened() as app:
        await app.press("down", ".", ".", "escape")
        assert selected(app) == []
        assert app.said == "Nothing is selected any more."


async def test_selected_rows_move_as_one_edit_and_stay_selected(opened):
    async with opened() as app:
        before = app.map
        await app.press("down", "down", ".", "down", "down", ".")
        marked = app.shown
        assert len(selected(app)) == 2
        await app.press("shift+down")
        assert app.map.links.members["because-shops"][:2] == ("air", "if-air-close")
        assert app.said.startswith("moved 2 statements")
        assert len(selected(app)) == 2
        await app.press("u")
        assert app.map is before
        assert app.shown == marked
        await app.press("escape")
        assert selected(app) == []
        await app.press("U")
        assert app.map.links.members["because-shops"][:2] == ("air", "if-air-close")


@pytest.mark.parametrize(("key", "said"), [("shift+up", "P"), ("<", "moved"), (">", "R")])
async def test_every_way_of_moving_asks_for_all(opened, key, said):
    async with opened() as app:
        before = app.map
        await app.press("down", "down", ".", "down", "down", ".", key)
        assert app.said.startswith(said) or "nothing is changed" in app.said
        await app.press("u")
        assert app.map is before


async def test_selected_rows_are_deleted_as_one(opened):
    async with opened() as app:
        before = app.map
        await app.press("down", ".", "end", ".", "delete")
        assert not {"because-air", "access", "but-access"} & set(app.map.entries)
        assert app.said.startswith("deleted 2 rows")
        assert selected(app) == []
        await app.press("u")
        assert app.map is before


async def test_selected_rows_are_cut_and_pasted_beside_in_order(opened):
    async with opened() as app:
        before = app.map
        await app.press("down", "down", ".", "down", "down", ".", "x")
        assert sum(line.endswith("cut") for line in app.shown) == 2
        assert selected(app) == []
        while app.at != "footfall":
            await app.press("down")
        await app.press("V")
        assert app.map.links.members["because-shops"][-3:] == ("footfall", "air", "if-air-close")
        assert app.said.startswith("moved 2 statements")
        assert not any(line.endswith("cut") for line in app.shown)
        await app.press("u")
        assert app.map is before


async def test_selected_rows_are_copied(opened):
    async with opened() as app:
        await app.press("end", ".", "up", "up", ".", "c", "home", "down", "down", "v")
        homes = [app.map.entries[id].stands_in for id in ("access", "footfall")]
        assert all(len(stands) == 2 for stands in homes)
        assert app.said.startswith("copied 2 statements")


async def test_a_refusal_names_the_row_and_changes_nothing(opened):
    async with opened() as app:
        before = app.map
        await app.press("down", "down", ".", "end", ".", "shift+down")
        assert "nothing is changed" in app.said
        assert app.map is before
        assert len(selected(app)) == 2


async def tag(app, text):
    await app.press("T")
    assert isinstance(app.app.screen, Prompt)
    field = app.app.screen.query_one(TextField)
    begun = field.text
    field.start("")
    await app.press(f"={text}", "enter")
    return begun


async def test_tags_of_the_row(opened):
    async with opened() as app:
        await app.press("end")
        assert await tag(app, "homes, access, homes") == ""
        assert app.map.entries["access"].tags == ("homes", "access")
        assert app.at == "access"
        assert await tag(app, "access") == "homes, access"
        assert app.map.entries["access"].tags == ("access",)
        await app.press("u", "u")
        assert app.map.entries["access"].tags == ()


async def test_tags_of_the_selection_begin_with_what_all_have(opened):
    async with opened() as app:
        await app.press("end")
        await tag(app, "own")
        before = app.map
        await app.press("up", ".", ".")
        assert await tag(app, "both") == ""
        assert app.map.entries["access"].tags == ("both", "own")
        assert app.map.entries["but-access"].tags == ("both",)
        assert len(selected(app)) == 2
        assert await tag(app, "other") == "both"
        assert app.map.entries["access"].tags == ("other", "own")
        await app.press("u", "u")
        assert app.map is before


async def test_an_empty_map_has_nothing_to_select_or_tag(opened, tmp_path):
    path = tmp_path / "empty.argmap.toml"
    path.write_text("argmap = 1\n")
    async with opened(path) as app:
        await app.press("escape", ".", "T", "r")
        assert app.app.screen is app.screen


async def test_going_to_the_outline_keeps_what_is_selected(opened):
    async with opened() as app:
        await app.press("down", ".", "2", "1")
        assert len(selected(app)) == 1


async def test_linked_premises_that_are_cut_together_become_one_reason(opened):
    async with opened() as app:
        await app.press("down", "down", ".", "down", "down", ".", "x")
        assert "pastes them as one new reason" in app.said
        await app.press("home", "v")
        reason = next(iter(app.map.entries["air"].stands_in))
        assert app.map.links.members[reason] == ("air", "if-air-close")
        assert app.map.entries[reason].target == "close"
        assert app.said.startswith("moved 2 statements to C1 as one reason")


async def test_a_statement_and_its_mention_are_cut_once(opened):
    async with opened() as app:
        await app.press("+")
        await app.press("down", "down", ".")
        while app.state.current.parent != "if-air-close" or app.at != "air":
            await app.press("down")
        await app.press(".", "x")
        assert len(app.screen.clips.marked) == 1
