"""Colours that read well, screens without them, and marks in ASCII."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.color import Color

from argmap.tui.app import ArgmapApp
from argmap.tui.open_map import OpenMap
from argmap.tui.plain import in_ascii, needs_ascii
from argmap.tui.row_layout import Spot
from argmap.tui.screens.theme import ThemeScreen
from argmap.tui.settings import Flags, Settings, settled
from argmap.tui.themes import COLOURS, GROUNDS, TEXTS
from argmap.tui.widgets.text_field import TextField
from argmap.workspace.config import THEMES, load_config
from argmap.workspace.folders import state_folder
from argmap.workspace.remembered import recall, remember
from tests.tui.conftest import Driven, calm

NIGHT_BUS = Path(__file__).parents[2] / "maps" / "night-bus.argmap.toml"
SOURCES = Path(__file__).parents[2] / "argmap" / "tui"


def strips(app):
    return app.screen._compositor.render_strips()


def contrast(one, other):
    """WCAG 2's contrast ratio of two colours."""

    def luminance(colour):
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_themes_are_those_of_the_configuration():
    assert tuple(COLOURS) == THEMES
    assert len({frozenset(colours) for colours in COLOURS.values()}) == 1


@pytest.mark.parametrize(("name", "least"), [("dark", 4.5), ("light", 4.5), ("high-contrast", 7)])
def test_every_text_reads_well_on_every_ground(name, least):
    colours = {role: Color.parse(colour) for role, colour in COLOURS[name].items()}
    for text in TEXTS:
        for ground in GROUNDS:
            assert contrast(colours[text], colours[ground]) >= least, (text, ground)
    assert contrast(colours["foreground"], colours["selection"]) >= least
    assert contrast(colours["edge-focus"], colours["background"]) >= 3


@pytest.mark.parametrize("name", ["dark", "light", "high-contrast"])
async def test_every_cell_of_the_screen_has_enough_contrast(town, name):
    app = ArgmapApp(OpenMap.open(town), town.parent, Settings(theme=name))
    async with app.run_test(size=(120, 40)) as pilot:
        await Driven(pilot, app).settle()
        for keys in (("down", "down"), ("4",), ("1", "a", "x"), ("escape", "d")):
            await pilot.press(*keys)
            await pilot.pause(0.1)
            dialog = app.screen is not app.screen_stack[1]
            region = app.screen.query_one(".dialog").region if dialog else app.screen.region
            for strip in strips(app)[region.y : region.bottom]:
                for segment in strip.crop(region.x, region.right):
                    style = segment.style
                    if any(c.isalnum() for c in segment.text) and style and style.color and style.bgcolor:
                        ratio = contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
                        assert ratio >= (7 if name == "high-contrast" else 4.5), segment.text


async def test_the_ansi_theme_uses_the_terminals_colours_only(town):
    app = ArgmapApp(OpenMap.open(town), town.parent, Settings(theme="ansi"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.2)
        styles = [segment.style for strip in strips(app) for segment in strip if segment.style]
        colours = {c for style in styles for c in (style.color, style.bgcolor) if c is not None}
        assert {c.triplet for c in colours} == {None}
        assert any(not c.is_default for c in colours)


@pytest.mark.parametrize("theme", THEMES)
async def test_without_colours_the_cursor_and_the_focus_are_seen(town, monkeypatch, theme):
    monkeypatch.setenv("NO_COLOR", "1")
    app = ArgmapApp(OpenMap.open(town), town.parent, Settings(theme=theme))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("down")

        def segments():
            return [segment for strip in strips(app) for segment in strip if segment.style is not None]

        assert all(s.style.color is None or s.style.color.is_default for s in segments())
        assert all(s.style.bgcolor is None or s.style.bgcolor.is_default for s in segments())
        assert any("R1" in s.text and s.style.reverse for s in segments())
        assert any("1 Outline" in s.text and s.style.bold for s in segments())
        await pilot.press("down", "e", "shift+home")
        await pilot.pause()
        assert any("losing it" in s.text and s.style.reverse for s in segments())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_screen_in_ascii_is_all_ascii_and_as_wide(size):
    app = ArgmapApp(OpenMap.open(NIGHT_BUS), Path(), Settings(ascii=True, encoding="ascii"))
    async with app.run_test(size=size) as pilot:
        await Driven(pilot, app).settle()
        for keys in ((), ("f1",), ("escape", "d"), ("escape", "i"), ("escape", "f5"), ("escape", "ctrl+p")):
            await pilot.press(*keys)
            await pilot.pause(0.1)
            for strip in strips(app):
                assert strip.text.isascii()
                assert cell_len(strip.text) == size[0]


def test_every_mark_of_the_app_has_an_ascii_one():
    for path in SOURCES.rglob("*.py"):
        if path.name not in ("wrap.py", "plain.py"):
            for character in path.read_text(encoding="utf-8"):
                assert "?" not in in_ascii(character, "ascii") or character == "?", (path, character)


@given(st.text(), st.sampled_from(["ascii", "latin-1", "utf-8", "no such encoding"]))
def test_any_text_is_shown_as_wide_as_it_is(text, encoding):
    shown = in_ascii(text, encoding)
    assert cell_len(shown) == cell_len(text)
    if encoding != "no such encoding":
        shown.encode(encoding, "surrogatepass" if encoding == "utf-8" else "strict")


def test_what_an_encoding_cannot_hold():
    assert in_ascii("∴ café “日本”", "ascii") == ': cafe "????"'
    assert in_ascii("∴ café “日本”", "utf-8") == ': café "日本"'


@pytest.mark.parametrize(
    ("encoding", "environment", "needed"),
    [
        ("utf-8", {}, False),
        ("ascii", {}, True),
        ("latin-1", {}, True),
        ("nonsense", {}, True),
        ("utf-8", {"LC_ALL": "C"}, True),
        ("utf-8", {"LC_ALL": "C.UTF-8", "LANG": "C"}, False),
    ],
)
def test_when_marks_are_in_ascii(encoding, environment, needed):
    assert needs_ascii(encoding, environment) is needed


def test_flag_over_configuration_over_remembered_over_terminal(tmp_path, monkeypatch):
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    none, light = load_config(), tmp_path / "c.toml"
    assert settled(none).theme == "dark"
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "linux")
    assert settled(none).theme == "ansi"
    remember("theme", "high-contrast")
    assert settled(none).theme == "high-contrast"
    light.write_text('theme = "light"')
    assert settled(load_config(light)).theme == "light"
    assert settled(load_config(light), Flags(theme="dark")).theme == "dark"
    remember("theme", ["nonsense"])
    assert settled(none).theme == "ansi"


async def test_choosing_a_theme_shows_it_at_once_and_remembers_it(opened):
    async with opened() as app:
        app.screen.act("theme")
        await app.press("down")
        assert isinstance(app.app.screen, ThemeScreen)
        assert app.app.theme == "light"
        await app.press("escape")
        assert app.app.theme == "dark"
        assert recall("theme") is None
        app.screen.act("theme")
        await app.press("down", "down", "enter")
        assert (app.app.theme, recall("theme")) == ("high-contrast", "high-contrast")
        assert app.said == "The theme is high-contrast."


async def test_a_theme_that_cannot_be_remembered_is_chosen_all_the_same(opened):
    state_folder().parent.mkdir(parents=True)
    state_folder().write_text("in the way")
    async with opened() as app:
        app.screen.act("theme")
        await app.press("down", "enter")
        assert app.app.theme == "light"
        assert "can't be remembered" in app.said


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("look", [*THEMES, "no-colour", "ascii"])
def test_pictures(snap_compare, monkeypatch, size, look):
    monkeypatch.setattr(TextField, "cursor_blink", False)
    if look == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")
    settings = Settings(theme=look if look in THEMES else "dark", ascii=look == "ascii")

    async def before(pilot):
        await calm(pilot)
        assert pilot.app.screen.pane.go(Spot("last-bus-early", "because-last-bus-early"))
        await calm(pilot)

    app = ArgmapApp(OpenMap.open(NIGHT_BUS), NIGHT_BUS.parent, settings)
    assert snap_compare(app, terminal_size=size, run_before=before)
