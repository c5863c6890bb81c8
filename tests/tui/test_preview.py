"""The diagram: panning, zooming, the marked boxes, and picking one."""

import threading

import pytest
from textual.geometry import Size

from argmap.model import ArgumentMap, Reason, Statement
from argmap.tui import following
from argmap.tui.drawing import LEVELS, draw
from argmap.tui.excerpt import excerpt
from argmap.tui.widgets.preview import PreviewView

SIZES = [(120, 40), (80, 24), (40, 10)]


def large(count=600):
    entries = {"s0": Statement(text="Claim 0.")}
    for n in range(1, count):
        entries[f"r{n}"] = Reason(target=f"s{(n - 1) // 3}")
        entries[f"s{n}"] = Statement(text=f"Claim {n}.", stands_in=(f"r{n}",))
    return ArgumentMap(entries=entries)


def view(app):
    return app.screen.query_one(PreviewView)


def level(app):
    return view(app).drawing.level


def screen_lines(app):
    return [view(app).render_line(y).text for y in range(view(app).size.height)]


def box_in_sight(app, id):
    box = view(app).drawing.box(id)
    top = view(app).scroll_offset.y
    return box.top < top + view(app).size.height and box.top + box.height > top


async def go(app, *keys):
    for key in keys:
        await app.press(key)
        await app.settle()


@pytest.mark.parametrize("size", SIZES)
async def test_zooming_and_fitting(opened, size):
    async with opened(size=size) as app:
        await go(app, "2")
        assert level(app) == 2
        folded = set(app.state.folded)
        await go(app, "-")
        assert level(app) == 3
        await go(app, "-", "-")
        assert level(app) == LEVELS
        assert "can't say any less" in app.said
        assert any("C1" in line for line in screen_lines(app))
        await go(app, "+", "+", "+", "+")
        assert level(app) == 1
        assert "can't say any more" in app.said
        await go(app, "0")
        fitting = len(view(app).drawing.lines) <= view(app).size.height
        assert fitting or level(app) == LEVELS
        assert app.state.folded == folded


async def test_the_same_keys_fold_everything_elsewhere(opened):
    async with opened() as app:
        await app.press("-")
        assert app.state.folded
        await app.press("3", "+")
        assert not app.state.folded


@pytest.mark.parametrize("size", SIZES)
async def test_keys_pan_and_leave_the_outline_alone(opened, size):
    async with opened(size=size) as app:
        await go(app, "2", "+")
        here = app.at
        await app.press("home")
        for more, less in (("down", "up"), ("j", "k")):
            await app.press(more)
            assert view(app).scroll_offset.y == 1, more
            await app.press(less)
            assert view(app).scroll_offset.y == 0, less
        if view(app).max_scroll_x:
            for more, less in (("right", "left"), ("l", "h")):
                await app.press(more)
                assert view(app).scroll_offset.x > 0
                await app.press(less)
                assert view(app).scroll_offset.x == 0
        await app.press("pagedown")
        assert view(app).scroll_offset.y > 0
        await app.press("end")
        assert view(app).scroll_offset.y == view(app).max_scroll_y
        await app.press("pageup")
        assert view(app).scroll_offset.y < view(app).max_scroll_y
        assert app.at == here


@pytest.mark.parametrize("size", SIZES)
async def test_enter_selects_the_box_aimed_at(opened, size):
    async with opened(size=size) as app:
        await go(app, "2", "end", "enter")
        assert app.at == "access"
        assert app.screen.panes.current == "diagram"
        await go(app, "home", "enter")
        assert app.at == "close"


async def test_every_box_can_be_aimed_at(opened):
    async with opened() as app:
        await go(app, "2", "-", "home")
        aimed = []
        for _ in range(80):
            aimed.append(view(app)._aim)
            await app.press("down")
        assert set(aimed) == set(view(app).drawing.boxes)
        assert any("▶" in line for line in screen_lines(app))


async def test_a_click_selects_what_the_box_says(opened):
    async with opened() as app:
        await app.settle()
        box = view(app).drawing.box("air")
        await app.pilot.click("#diagram", offset=(box.left + 3, box.top + 2 - view(app).scroll_offset.y))
        await app.settle()
        assert app.at == "air"
        await app.pilot.click("#diagram", offset=(1, 5))
        assert app.at == "air"


@pytest.mark.parametrize("size", SIZES)
async def test_the_selected_box_is_marked_and_kept_in_sight(opened, size):
    async with opened(size=size) as app:
        for key in ("end", "home"):
            await go(app, "1", key, "2")
            assert box_in_sight(app, app.at)
            await go(app, "3" if size == SIZES[0] else "2")
            if size == SIZES[0]:
                assert any("█" in line for line in screen_lines(app))


async def test_zooming_keeps_the_place(opened):
    async with opened() as app:
        await go(app, "2", "-", "end")
        last = view(app)._aim.id
        await go(app, "+")
        assert view(app)._aim.id == last
        assert box_in_sight(app, last)


async def test_a_slow_drawing_is_said_to_be_on_its_way(opened, monkeypatch):
    go_on = threading.Event()

    def slow(*arguments):
        go_on.wait(10)
        return draw(*arguments)

    async with opened() as app:
        await app.settle()
        monkeypatch.setattr(following, "draw", slow)
        await app.press("2", "-")
        await app.pilot.pause(following._SLOW + 0.2)
        assert "being drawn" in view(app)._border_title.plain
        go_on.set()
        await app.settle()
        assert view(app)._border_title.plain == f"2 Diagram 3/{LEVELS}"


async def test_a_drawing_that_fails_says_so(opened, monkeypatch):
    def broken(*arguments, **more):
        raise ZeroDivisionError("x [bold]")

    async with opened() as app:
        await app.settle()
        monkeypatch.setattr("argmap.export.txt.render", broken)
        await go(app, "2", "-")
        assert "can't be drawn" in " ".join(screen_lines(app))
        monkeypatch.undo()
        await go(app, "+", "enter")
        assert view(app).drawing.boxes


def test_of_a_large_map_a_part_is_drawn_with_the_labels_of_the_whole():
    map = large()
    found = draw(map, "s400", Size(60, 20), 4)
    assert found.partial
    assert any(map.outline.label("s400") in line for line in found.lines)
    assert excerpt(map, "s400").outline.label("s400") == map.outline.label("s400")


@pytest.mark.parametrize("level", [None, 1, 2, 3, 4])
@pytest.mark.parametrize("width", [0, 5, 40, 200])
def test_anything_is_drawn_in_any_room(level, width):
    for map in (ArgumentMap(), large(5)):
        found = draw(map, None, Size(width, 5), level)
        assert 1 <= found.level <= LEVELS
        assert bool(found.boxes) == bool(map.entries)


def test_fitting_takes_the_most_telling_level_that_fits():
    rows = {len(draw(large(5), None, Size(60, 5), n).lines): n for n in (2, 3, 4)}
    for lines, fitting in rows.items():
        found = draw(large(5), None, Size(60, lines), None)
        assert len(found.lines) <= lines
        assert found.level <= fitting
