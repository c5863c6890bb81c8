"""A map in which a merge left conflicts: opened, asked about, settled, saved."""

import pytest

from argmap.format import ReadError, read
from argmap.git.file_merge import merge_files
from argmap.tui.open_map import OpenMap
from argmap.tui.screens.sides import SidesScreen
from argmap.tui.widgets.bars import HeaderBar
from tests.tui.conftest import TOWN, calm
from tests.tui.test_disk import whole

AIR = "Closing it would make the air safer."
OURS = TOWN.replace(AIR, "The air would be better.").replace("old town to cars", "town to cars", 1)
THEIRS = TOWN.replace(AIR, "People would breathe better.").replace('title = "Closing', 'title = "Close')


@pytest.fixture
def merged(town):
    data = merge_files(TOWN.encode(), OURS.encode(), THEIRS.encode()).data
    town.write_bytes(data)
    return data


def header(app):
    return app.screen.query_one(HeaderBar).render().plain


async def test_each_conflict_is_asked_about_settled_undone_and_saved(opened, town, merged):
    async with opened() as app:
        await app.settle()
        assert isinstance(app.app.screen, SidesScreen)
        assert "was merged, with conflicts" in whole(app) or "2 conflicts" in whole(app)
        await app.press("right", "right", "down", "right", "m")
        await app.settle()
        assert app.map.title == "Close the old town to cars"
        assert app.map.entries["air"].text == "The air would be better."
        assert app.said == "All conflicts are settled; ^s saves it, ^z brings them back."
        assert town.read_bytes() == merged
        await app.press("ctrl+z")
        assert "(merge conflict)" in header(app)
        await app.press("ctrl+s")
        await app.settle()
        assert isinstance(app.app.screen, SidesScreen)
        await app.press("escape", "ctrl+y", "ctrl+s")
        await app.settle()
        assert app.said == f"saved {town}"
        assert not app.screen.opened.unsaved
        assert read(town.read_bytes()).map == app.map
        assert town.read_text() == OURS.replace("Closing the town to cars", "Close the old town to cars")
        await app.press("ctrl+z", "ctrl+z", "ctrl+s")
        await app.settle()
        assert isinstance(app.app.screen, SidesScreen)
        assert town.read_text() == OURS.replace("Closing the town to cars", "Close the old town to cars")


@pytest.mark.parametrize(("key", "side"), [("o", OURS), ("t", THEIRS)])
async def test_one_side_can_be_taken_everywhere(opened, town, merged, key, side):
    async with opened() as app:
        await app.settle()
        await app.press(key, "ctrl+s")
        await app.settle()
        assert town.read_text() == side


async def test_later_leaves_the_file_as_it_is_and_quitting_asks(opened, town, merged):
    async with opened() as app:
        await app.settle()
        await app.press("c")
        await app.settle()
        assert app.said == "The conflicts stand; ^s asks about them again."
        assert app.screen.opened.unsaved
        await app.press("home", "a", "=Cars are loud.", "enter", "ctrl+s")
        await app.settle()
        await app.press("m")
        await app.settle()
        assert "cars-loud" in read(town.read_bytes()).map.entries
        assert town.read_bytes() != merged


def test_markers_that_are_not_whole_are_told_with_their_lines(town):
    town.write_text(TOWN + "<<<<<<< HEAD\n")
    with pytest.raises(ReadError) as failure:
        OpenMap.open(town)
    assert failure.value.problems[0].code == "F006"
    assert failure.value.problems[0].line == TOWN.count("\n") + 1


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_picture(snap_compare, town, merged, size):
    from argmap.tui.app import ArgmapApp

    async def before(pilot):
        await calm(pilot)

    assert snap_compare(ArgmapApp(OpenMap.open(town), town.parent), terminal_size=size, run_before=before)
