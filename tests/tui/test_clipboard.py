import pytest
from textual.events import Paste
from textual.widgets import TextArea

from argmap.tui.screens.paste_text import PasteText
from argmap.tui.widgets.bars import Complaint
from argmap.workspace.clipboard import ClipboardError

OUTLINE = "Cars are loud.\n  We measured it.\n  and: Nobody sleeps.\nbut: Cars are quick.\n"


@pytest.fixture
def system(monkeypatch):
    """The system's clipboard, as a list whose last item it holds; empty, none can be reached."""
    held = []

    def take(text):
        held.append(text)
        return "wl-copy"

    def give():
        if not held:
            raise ClipboardError("no program that reads the clipboard is at hand: paste here")
        return held[-1]

    monkeypatch.setattr("argmap.tui.clipboard.copy_text", take)
    monkeypatch.setattr("argmap.tui.clipboard.pasted_text", give)
    return held


async def paste(app, text):
    app.app.post_message(Paste(text))
    await app.pilot.pause()
    await app.pilot.pause()


def told(app):
    return str(app.app.screen.query_one("#paste-count").content)


def complaint(app):
    return str(app.app.screen.query_one(Complaint).content)


async def test_a_pasted_text_goes_under_the_selected_row_as_one_edit(opened):
    async with opened() as app:
        before = app.map
        await paste(app, OUTLINE)
        assert app.said == "added 4 statements, 2 reasons, 1 objection under C1; ^z takes it back"
        assert app.at == "cars-loud"
        assert [app.map.entries[i].kind for i in app.map.links.inferences["close"]].count("objection") == 2
        await app.press("ctrl+z")
        assert app.map == before


async def test_a_text_that_is_refused_can_be_mended(opened, system):
    async with opened() as app:
        before = app.map
        await paste(app, "(1) A is. from 2\n(2) B is. from 1")
        assert isinstance(app.app.screen, PasteText)
        assert "support itself" in complaint(app)
        assert app.map == before
        app.app.screen.query_one(TextArea).load_text("(1) A is.\n(2) B is. from 1")
        await app.press("ctrl+s")
        assert len(app.map.entries) == len(before.entries) + 4


async def test_pasting_into_a_field_stays_one_line(opened):
    async with opened() as app:
        await app.press("a")
        await paste(app, "Cars\nare\r\n\tloud.")
        await app.press("enter")
        assert app.map.entries[app.at].text == "Cars are loud."


async def test_paste_text_shows_what_the_clipboard_would_become(opened, system):
    system.append(OUTLINE)
    async with opened() as app:
        await app.press("p")
        await app.settle()
        assert app.app.screen.query_one(TextArea).text == OUTLINE
        assert told(app) == "4 statements, 2 reasons, 1 objection under C1"
        before = len(app.map.entries)
        await app.press("escape")
        assert len(app.map.entries) == before
        await app.press("p")
        await app.settle()
        app.app.screen.query_one(TextArea).load_text("Cars are loud.\n")
        await app.settle()
        assert told(app) == "1 statement, 1 reason under C1"
        await app.press("tab")
        assert told(app) == "1 statement at the top"
        await app.press("ctrl+s")
        assert "cars-loud" in [row.id for row in app.map.outline.tray]


async def test_paste_text_without_a_clipboard_says_what_to_do(opened, system):
    async with opened() as app:
        await app.press("p")
        await app.settle()
        assert "No program" in complaint(app)
        await paste(app, "Cars are loud.\n  So they say.")
        await app.settle()
        assert not complaint(app)
        await app.press("ctrl+s")
        assert "cars-loud" in app.map.entries


async def test_an_empty_map_can_begin_with_a_text(opened, tmp_path, system):
    system.append("# Cars\nCars are loud.\n  So they say.\n")
    async with opened(tmp_path / "new.argmap.toml") as app:
        await app.press("escape", "p")
        await app.settle()
        await app.press("ctrl+s")
        assert (app.map.title, sorted(app.map.outline.labels.values())) == ("Cars", ["C1", "P1", "R1"])
        await app.press("ctrl+z")
        assert not app.map.entries
        await paste(app, "One is.\nTwo is.")
        assert len(app.map.entries) == 2


async def test_the_sentence_is_copied(opened, system):
    async with opened() as app:
        await app.press("y")
        await app.settle()
        assert system == ["The city should close the old town to private cars."]
        assert app.app.clipboard == system[0]
        assert app.said == "copied the text of C1 to the clipboard (wl-copy)."


async def test_the_subtree_is_copied_and_pasted_back(opened, system):
    async with opened() as app:
        await app.press("down", "down", "Y")
        await app.settle()
        assert system[0].splitlines()[:3] == [
            "C2 Closing it would make the air safer.",
            "  R2 reason for C2",
            "    P1 Sensor readings from 2023 to 2025 show 171 weekdays a year above the legal limit.",
        ]
        assert "C2 (3 rows) as outline text" in app.said
        await app.press("home")
        await paste(app, system[0])
        assert app.said.startswith("added 2 statements, 2 reasons under C1")


async def test_the_standard_form_of_the_subtree_is_copied(opened, system):
    async with opened() as app:
        await app.press("down", "down")
        app.screen.act("copy-standard")
        await app.settle()
        assert system[0].endswith("C2 Closing it would make the air safer. [from P1 (R2)]\n")


async def test_where_only_the_terminal_can_copy_it_is_told(opened, monkeypatch):
    monkeypatch.setattr("argmap.tui.clipboard.copy_text", lambda text: None)
    async with opened() as app:
        await app.press("y")
        await app.settle()
        assert "OSC 52" in app.said


async def test_in_an_empty_map_there_is_nothing_to_copy(opened, tmp_path, system):
    async with opened(tmp_path / "new.argmap.toml") as app:
        await app.press("escape", "y", "Y")
        assert "nothing to copy" in app.said
        assert system == []


async def test_hostile_text_is_shown_and_does_no_harm(opened, system):
    system.append("[bold]A[/x]\0 is \x1b[31mred.\n  \ud800 [link=a]B\n")
    async with opened() as app:
        await app.press("p")
        await app.settle()
        await app.press("ctrl+s")
        assert any("␛[31mred" in line for line in app.shown)
        await app.press("Y")
        await app.settle()
        await app.press("ctrl+s")
        assert not app.screen.opened.unsaved
