"""Panes: which are seen, how large, and what is kept of that; keys and mouse."""

import pytest

from argmap.workspace.folders import state_folder
from argmap.workspace.remembered import recall, remember

WIDE, NARROW, SMALL = (120, 40), (80, 24), (40, 10)

SOURCE = '\n[source.report]\ntitle = "A [bold]report[/]"\nfile = "report.md"\n'


@pytest.fixture
def with_source(town):
    town.write_text(town.read_text() + SOURCE)
    (town.parent / "report.md").write_text("One.\n\nTwo.\n")
    return town


def seen(app):
    return [name for name in ("outline", "source", "diagram", "details", "problems") if is_seen(app, name)]


def is_seen(app, name):
    return bool(app.screen.panes.widget(name).region.area)


def height(app, name):
    return app.screen.panes.widget(name).outer_size.height


def width(app, name):
    return app.screen.panes.widget(name).outer_size.width


def title(app, name):
    return app.screen.panes.widget(name)._border_title.plain


async def test_the_source_is_seen_unasked_only_where_there_is_one(opened, with_source, town):
    async with opened(with_source) as app:
        assert seen(app) == ["outline", "source", "diagram", "details", "problems"]
        assert height(app, "source") > height(app, "diagram") > height(app, "details")


async def test_without_a_source_its_pane_comes_when_asked_for(opened):
    async with opened() as app:
        assert seen(app) == ["outline", "diagram", "details", "problems"]
        await app.press("5")
        assert is_seen(app, "source")
        await app.settle()
        assert "no source yet" in app.screen.panes.widget("source").reading.note


@pytest.mark.parametrize(("key", "name"), [("2", "diagram"), ("3", "details"), ("4", "problems"), ("5", "source")])
@pytest.mark.parametrize("size", [WIDE, NARROW, SMALL])
async def test_a_number_goes_to_its_pane_and_folds_it_away(opened, with_source, key, name, size):
    async with opened(with_source, size) as app:
        await app.press(key)
        assert app.screen.panes.current == name
        assert is_seen(app, name)
        await app.press(key)
        assert app.screen.panes.current == "outline"
        assert not is_seen(app, name)
        await app.press(key)
        assert is_seen(app, name)


@pytest.mark.parametrize("size", [WIDE, NARROW, SMALL, (100, 24)])
async def test_tab_goes_round_every_pane(opened, with_source, size):
    async with opened(with_source, size) as app:
        visited = []
        for _ in range(5):
            visited.append(app.screen.panes.current)
            assert is_seen(app, visited[-1])
            await app.press("tab")
        assert visited == ["outline", "source", "diagram", "details", "problems"]
        assert app.screen.panes.current == "outline"
        await app.press("shift+tab")
        assert app.screen.panes.current == "problems"


async def test_a_wide_low_terminal_shows_source_or_diagram(opened, with_source):
    async with opened(with_source, (100, 24)) as app:
        assert seen(app) == ["outline", "diagram", "details", "problems"]
        assert "5 source" in title(app, "diagram")
        await app.press("5", "1")
        assert seen(app) == ["outline", "source", "details", "problems"]
        await app.press("5", "5")
        assert seen(app) == ["outline", "diagram", "details", "problems"]


async def test_brackets_make_the_pane_with_the_keys_wider_and_narrower(opened):
    async with opened() as app:
        before = width(app, "outline"), width(app, "diagram")
        await app.press("]")
        assert (width(app, "outline"), width(app, "diagram")) == (before[0] + 4, before[1] - 4)
        await app.press("2", "]", "]")
        assert (width(app, "outline"), width(app, "diagram")) == (before[0] - 4, before[1] + 4)
        await app.press("[")
        assert width(app, "diagram") == before[1]
        for _ in range(30):
            await app.press("[")
        assert width(app, "diagram") == 20
        assert "can't be made" in app.said


async def test_braces_make_the_pane_with_the_keys_taller_and_shorter(opened, with_source):
    async with opened(with_source) as app:
        for key, name, below in (("5", "source", "diagram"), ("2", "diagram", "details"), ("3", "details", "diagram")):
            await app.press(key)
            before = height(app, name), height(app, below)
            await app.press("}")
            assert (height(app, name), height(app, below)) == (before[0] + 1, before[1] - 1)
            await app.press("{")
            assert (height(app, name), height(app, below)) == before


@pytest.mark.parametrize("key", ["1", "4"])
async def test_braces_in_the_outline_and_the_problems_size_the_problems(opened, key):
    async with opened() as app:
        await app.settle()
        await app.press(key)
        before = height(app, "problems")
        await app.press("}", "}")
        assert height(app, "problems") == before + 2
        await app.press("{", "{", "{", "{", "{", "{")
        assert height(app, "problems") == 3


async def test_in_a_narrow_terminal_braces_size_outline_and_tab(opened):
    async with opened(size=NARROW) as app:
        before = height(app, "diagram")
        await app.press("}")
        assert height(app, "diagram") == before - 1
        await app.press("2", "}", "}")
        assert height(app, "diagram") == before + 1
        await app.press("]")
        assert "No two panes" in app.said
        await app.press("4", "}")
        assert height(app, "problems") == 4
        await app.press("1", "}")
        assert height(app, "problems") == 3


async def test_in_a_small_terminal_sizing_says_why_not(opened):
    async with opened(size=SMALL) as app:
        for key, said in (("}", "one pane only"), ("[", "No two panes")):
            await app.press(key)
            assert said in app.said


async def test_sizes_folds_and_tab_are_remembered(opened, with_source):
    async with opened(with_source) as app:
        await app.press("]", "5", "}", "}", "3", "3", "4", "1", "}")
        left = width(app, "outline"), height(app, "source"), height(app, "problems")
    async with opened(with_source) as app:
        assert not is_seen(app, "details")
        assert (width(app, "outline"), height(app, "source"), height(app, "problems")) == left
    async with opened(with_source, NARROW) as app:
        assert seen(app) == ["outline", "problems"]


@pytest.mark.parametrize(
    "kept", [3, [], {"folded": 3, "tab": [], "sizes": "x"}, {"folded": [["outline"], "outline"], "tab": "outline"}]
)
async def test_senseless_memories_do_no_harm(opened, kept):
    remember("panes", kept)
    async with opened() as app:
        assert seen(app) == ["outline", "diagram", "details", "problems"]


async def test_where_nothing_can_be_remembered_nothing_is_said(opened):
    state_folder().parent.mkdir(parents=True)
    state_folder().write_text("in the way")
    async with opened() as app:
        await app.press("]")
    assert recall("panes") is None


async def drag(app, start, end):
    await app.pilot.mouse_down(offset=start)
    await app.pilot.hover(offset=end)
    await app.pilot.mouse_up(offset=end)
    await app.pilot.pause()


async def test_borders_are_dragged(opened, with_source):
    async with opened(with_source) as app:
        panes = app.screen.panes
        region = panes.widget("source").region
        before = width(app, "source"), height(app, "source"), height(app, "problems")
        await drag(app, (region.x, region.y + 3), (region.x - 10, region.y + 3))
        assert width(app, "source") == before[0] + 10
        region = panes.widget("diagram").region
        await drag(app, (region.x + 5, region.y), (region.x + 5, region.y + 3))
        assert height(app, "source") == before[1] + 3
        region = panes.widget("problems").region
        await drag(app, (region.x + 5, region.y), (region.x + 5, region.y - 4))
        assert height(app, "problems") == before[2] + 4
        after = width(app, "source")
        await app.pilot.hover(offset=(5, 5))
        assert width(app, "source") == after


async def test_the_border_of_a_narrow_terminals_tab_is_dragged(opened):
    async with opened(size=NARROW) as app:
        region = app.screen.panes.widget("diagram").region
        await drag(app, (9, region.y), (9, region.y - 3))
        assert height(app, "diagram") == region.height + 3


async def test_a_click_gives_a_pane_the_keys(opened, with_source):
    async with opened(with_source) as app:
        for name in ("source", "diagram", "details", "outline"):
            await app.pilot.click(f"#{name}" if name != "outline" else "#outline-view", offset=(9, 2))
            assert app.screen.panes.current == name


async def test_titles_are_text(opened, with_source):
    async with opened(with_source) as app:
        await app.settle()
        assert title(app, "source") == "5 Source: A [bold]report[/] ¶1 of 2"
    async with opened(with_source, NARROW) as app:
        await app.press("5")
        await app.settle()
        assert title(app, "source") == "5 Source: A [bold]report[/] ¶1 of 2   2 diagram  3 details  4 problems"
