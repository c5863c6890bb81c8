"""Large, deep, long and hostile maps; small terminals; no colour."""

import pytest
from rich.cells import cell_len

from argmap.edit import History
from argmap.format import write
from argmap.model import ArgumentMap, Conditional, Reason, Statement
from argmap.model.formula import Atom
from argmap.tui.app import ArgmapApp
from argmap.tui.open_map import OpenMap
from argmap.tui.outline_paint import STYLES, OutlinePainter
from argmap.tui.outline_state import OutlineState
from argmap.tui.widgets.bars import Complaint
from tests.tui.conftest import Driven

HOSTILE = "[bold]no[/x] [link=a] \x1b[31mred\x07 'q' \"d\" &#9731; \u202eevil <b> \\n $x {y}"
JAPANESE = "旧市街を自家用車に対して閉鎖すべきだという主張は、大気汚染の測定値にもとづいている。"


def chain(levels: int) -> ArgumentMap:
    entries = {"s0": Statement(text="The top.")}
    for n in range(1, levels):
        entries[f"r{n}"] = Reason(target=f"s{n - 1}")
        entries[f"s{n}"] = Statement(text=f"Level {n} holds.", stands_in=(f"r{n}",))
    return ArgumentMap(title="Deep", entries=entries)


def broad(statements: int) -> ArgumentMap:
    entries = {"s0": Statement(text="The top.")}
    for n in range(1, statements):
        entries.setdefault(f"r{(n - 1) // 3}", Reason(target=f"s{(n - 1) // 3}"))
        entries[f"s{n}"] = Statement(text=f"Statement {n} says so. " * 4, stands_in=(f"r{(n - 1) // 3}",))
    return ArgumentMap(title="Broad", entries=entries)


def state_of(map: ArgumentMap, width: int) -> OutlineState:
    state = OutlineState()
    state.layout.width = width
    state.open(map)
    return state


def painted(state: OutlineState) -> list[str]:
    from rich.style import Style

    painter = OutlinePainter(state)
    painter.restyle({name: Style() for name in STYLES})
    return [painter.line(n, True).text for n in range(state.total)]


@pytest.fixture
def on(tmp_path):
    """The app on a map that is not on disk."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def run(map, size=(120, 40)):
        opened = OpenMap(tmp_path / "x.argmap.toml", History(map, write(map)))
        app = ArgmapApp(opened, tmp_path)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Driven(pilot, app)

    return run


@pytest.mark.parametrize("make", [chain, broad])
async def test_ten_thousand_statements(on, make):
    map = make(10_000)
    async with on(map) as app:
        assert len(app.state.visible) == len(map.outline.rows)
        await app.press("end", "home", "pagedown", "down")
        await app.press("a", "=One more.", "enter")
        assert len(app.map.entries) == len(map.entries) + 2
        await app.press("ctrl+z", "-", "+", "end")
        assert app.map is map
        assert app.state.cursor == len(app.state.visible) - 1


def test_ten_thousand_levels_tell_their_depth():
    state = state_of(chain(10_000), 40)
    last = painted(state)[-2:]
    assert any("19998›" in line for line in last)
    assert all(cell_len(line) == 40 for line in last)


@pytest.mark.parametrize("width", [20, 38, 58, 120])
@pytest.mark.parametrize("text", [HOSTILE, JAPANESE, "word " * 600, "x" * 3000, "long" * 9 + " [b] " * 500])
def test_every_line_fits_its_width(text, width):
    map = ArgumentMap(
        entries={
            "a": Statement(text=text, by=text[:30]),
            "r": Reason(target="a", rule=text[:200], section=text[:40]),
            "b": Statement(text=text, stands_in=("r",), implicit=True),
            "c": Conditional(antecedent=Atom("p"), consequent=Atom("a"), stands_in=("r",), text=None),
            "p": Statement(text=text),
            "loose": Statement(text=text),
        }
    )
    state = state_of(map, width)
    state.fold_all(False)
    lines = painted(state)
    assert {cell_len(line) for line in lines} == {width}
    assert not any(c < " " or c == "\x7f" for line in lines for c in line)
    assert any("tray" in line for line in lines)


async def test_hostile_text_is_shown_as_it_is_everywhere(on):
    map = ArgumentMap(
        title=HOSTILE,
        entries={
            "a": Statement(text=HOSTILE, note=HOSTILE),
            "r": Reason(target="a"),
            "b": Statement(text=HOSTILE + " too", stands_in=("r",)),
        },
    )
    async with on(map) as app:
        await app.settle()
        await app.press("d", "escape", "i", "=[bold]", "enter", "escape", "f1", "escape", "f5", "escape", "x", "ctrl+p")
        await app.pilot.pause(0.2)
        await app.press("escape", "/", "=[bold]no[/x]", "enter")
        assert "[bold]no[/x]" in app.said
        await app.press("enter", "=[/nonsense] [", "enter")
        assert app.map.entries[app.at].text == "[/nonsense] ["
        await app.press("ctrl+z", "delete")
        await app.settle()
        assert "[bold]no[/x] [link=a] ␛[31mred␇" in app.shown[0] + app.shown[1]


async def test_a_long_statement_is_edited_in_a_small_terminal(on):
    text = " ".join(f"word{n}" for n in range(400))
    map = ArgumentMap(entries={"a": Statement(text=text)})
    async with on(map, size=(40, 10)) as app:
        await app.press("e")
        assert app.screen.pane.draft.text == text
        await app.press("=!", "enter")
        assert app.map.entries["a"].text == text + "!"


@pytest.mark.parametrize("size", [(40, 10), (20, 5), (80, 24), (100, 17), (200, 60)])
async def test_every_screen_opens_in_every_size(opened, size):
    async with opened(size=size) as app:
        for key in ("1", "2", "3", "4", "1", "d", "i", "f5", "f1", "/", "a"):
            await app.press(key)
            if key not in "1234":
                await app.press("escape")
        await app.pilot.resize_terminal(100, 30)
        await app.pilot.resize_terminal(*size)
        await app.press("enter", "=One more statement.", "enter")
        assert app.map.entries[app.at].text == "One more statement."


async def test_a_narrow_terminal_shows_the_outline_and_one_tab(opened):
    async with opened(size=(80, 24)) as app:
        seen = [n for n in ("outline", "diagram", "details", "problems") if app.screen.query_one(f"#{n}").display]
        assert seen == ["outline", "diagram"]
        await app.press("3")
        seen = [n for n in ("outline", "diagram", "details", "problems") if app.screen.query_one(f"#{n}").display]
        assert seen == ["outline", "details"]


async def test_nothing_is_told_by_colour_alone(opened, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as app:
        await app.press("down", "down")
        lines = app.shown
        assert [line[0] for line in lines].count("▌") == app.state.height(app.state.cursor)
        text = "\n".join(lines)
        for mark in ("C1", "∴ R1", "✗ O1", "╌ O1", "P1", "↗ P1", "▸ P2 IF", "unanswered", "answered:", "implicit"):
            assert mark in text, mark


async def test_the_mouse_selects_folds_and_edits(opened):
    async with opened() as app:
        view = app.screen.pane.view
        await app.pilot.click(view, offset=(20, 2))
        assert app.at == "air"
        column = 1 + app.state.layout.level(app.state.current) * app.state.layout.step
        await app.pilot.click(view, offset=(column, 2))
        assert "air" in app.state.folded
        await app.pilot.click(view, offset=(20, 2), times=2)
        assert app.screen.pane.writing
        await app.pilot.click(view, offset=(20, 0))
        assert app.screen.pane.writing
        assert "Esc" in app.said


async def test_the_preview_follows_the_edit(opened):
    async with opened() as app:
        await app.settle()
        preview = app.screen.query_one("#diagram")

        def drawn() -> str:
            return "\n".join("".join(part for part, _ in line) for line in preview.lines)

        assert "The city should close" in drawn()
        await app.press("a", "=Cars are loud.", "enter")
        await app.settle()
        assert "Cars are loud." in drawn()
        box = preview.drawing.box(app.at)
        assert box is not None
        marked = [preview.painted(n).text for n in range(box.top, box.top + box.height)]
        assert all("█" in line for line in marked)
        assert any("Cars are loud." in line for line in marked)
        await app.press("ctrl+z")
        await app.settle()
        assert "Cars are loud." not in drawn()


async def test_a_large_map_is_previewed_in_part(on):
    async with on(broad(1000)) as app:
        await app.press("end")
        await app.pilot.pause(0.7)
        await app.settle()
        lines = ["".join(part for part, _ in line) for line in app.screen.query_one("#diagram").lines]
        assert any(app.map.entries[app.at].text[:14] in line for line in lines)
        assert len(lines) < 600


async def test_details_tell_what_is_selected(opened):
    async with opened() as app:
        await app.press("down", "down")
        await app.settle()
        lines = ["".join(part for part, _ in line) for line in app.screen.query_one("#details").lines]
        assert lines[0] == "C2 conclusion"
        assert any(line.startswith("id") and line.endswith("air") for line in lines)


@pytest.mark.parametrize("size", [(5, 2), (19, 10), (80, 5)])
async def test_the_palette_needs_room(opened, size):
    async with opened(size=size) as app:
        await app.press("ctrl+p", "pagedown")
        assert app.app.screen is app.screen
        assert "too small" in app.said


async def test_the_palette_closes_when_its_room_goes(opened):
    async with opened() as app:
        await app.press("ctrl+p")
        assert app.app.screen is not app.screen
        await app.pilot.resize_terminal(5, 2)
        await app.press("pagedown")
        assert app.app.screen is app.screen


@pytest.mark.parametrize(
    ("broken", "action", "keys"),
    [
        ("argmap.edit.if_then", "if-then", ("=Cars rust", "enter", "enter", "enter")),
        ("argmap.tui.screens.if_then.Chips.add", "if-then", ("=Cars rust", "enter")),
        ("argmap.tui.screens.if_then.Chips.switch", "if-then", ("ctrl+o",)),
        ("argmap.edit.set_fields", "fields", ("=Changed.", "enter")),
        ("argmap.edit.set_title", "title", ("=Changed.", "enter")),
    ],
)
async def test_an_error_in_a_dialog_is_told_and_the_work_stays(opened, monkeypatch, broken, action, keys):
    def fail(*_, **__):
        raise RuntimeError("no such luck")

    async with opened() as app:
        await app.press("a", "=Cars are loud.", "enter")
        kept = app.map
        monkeypatch.setattr(ArgmapApp, "is_headless", False)
        monkeypatch.setattr(broken, fail)
        app.screen.act(action)
        await app.pilot.pause()
        await app.press(*keys)
        told = str(app.app.screen.query_one(Complaint).content)
        assert "no such luck" in told
        assert app.map is kept
        await app.press("escape")
        monkeypatch.undo()
        assert app.app.screen is app.screen
