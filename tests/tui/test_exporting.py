"""The export dialog: what it shows, what it writes and what it refuses."""

import os
import threading

import pytest

from argmap import export
from argmap.export import FORMATS, Exported, Format
from argmap.format import write
from argmap.tui import figures
from argmap.tui.screens.export import ExportDialog
from argmap.tui.widgets.bars import Complaint
from argmap.tui.widgets.text_field import TextField
from tests.diagram.samples import bushy
from tests.tui.test_files import IMPOSSIBLE, complaint


async def test_export_writes_beside_the_map(opened, town):
    async with opened() as app:
        await app.press("f5", "up", "enter")
        await app.settle()
        figure = town.with_name("town.txt")
        assert "The city should close" in figure.read_text()
        assert "town.txt" in app.said
        await app.press("f5", "enter")
        await app.settle()
        assert "exists already" in str(app.app.screen.query_one(Complaint).content)
        await app.press("enter")
        await app.settle()
        assert app.app.screen is app.screen


async def test_the_dialog_shows_the_form_the_size_and_the_size_of_text_before_writing(opened, town):
    async with opened() as app:
        await app.press("f5")
        await app.settle()
        told = app.app.screen.query_one("#export-told")
        assert str(told.content).startswith("tree form growing down, text of 9 pt, ")
        await app.press("tab", "tab", *["pagedown"] * 10)
        await app.settle()
        assert "lncs: 122 mm wide, at most 193 mm high" in str(app.app.screen.query_one("#export-page").content)
        assert str(told.content).startswith("outline form, text of 10 pt, 122 mm × ")
        await app.press("enter")
        await app.settle()
        assert 'width="345.83pt"' in town.with_name("town.svg").read_text()
        assert "text of 10 pt" in app.said


async def test_what_does_not_fit_is_written_in_parts_and_none_is_replaced_unasked(opened, tmp_path):
    path = tmp_path / "large.argmap.toml"
    path.write_bytes(write(bushy(45)).encode())
    path.with_name("large-2.svg").write_text("mine")
    async with opened(path) as app:
        await app.press("f5", *["pagedown"] * 10, "enter")
        await app.settle()
        assert "part-figures, the first: " in str(app.app.screen.query_one("#export-told").content)
        assert "large-2.svg exists already" in complaint(app.app)
        assert not path.with_name("large-1.svg").exists()
        path.with_name("large-2.svg").unlink()
        await app.press("enter")
        await app.settle()
        assert path.with_name("large-1.svg").exists()
        assert path.with_name("large-2.svg").read_text() != "mine"
        await app.press("f5", "=", "ctrl+u", "=other.svg", "enter")
        await app.settle()
        assert "files, other-1.svg and so on: Enter again" in complaint(app.app)
        assert not path.with_name("other-1.svg").exists()


async def test_an_undrawable_figure_is_told_before_anything_is_written(opened, tmp_path):
    path = tmp_path / "empty.argmap.toml"
    async with opened(path) as app:
        await app.press("escape", "f5")
        await app.settle()
        assert "nothing to draw" in complaint(app.app)
        await app.press("enter")
        await app.settle()
        assert "nothing to draw" in complaint(app.app)


async def test_export_says_why_it_can_not(opened, town):
    async with opened() as app:
        await app.press("f5", "up", "ctrl+u", "=nowhere/x.txt", "enter")
        await app.settle()
        assert "does not exist" in str(app.app.screen.query_one(Complaint).content)
        await app.press("escape")


@pytest.mark.parametrize("name", [*IMPOSSIBLE, "town.argmap.toml", "other.argmap.toml", "link.svg", "pipe.svg"])
async def test_a_figure_that_cannot_be_written_there_is_told(opened, town, name):
    town.with_name("other.argmap.toml").write_text("mine")
    town.with_name("link.svg").symlink_to(town)
    os.mkfifo(town.with_name("pipe.svg"))
    text = town.read_text()
    async with opened() as app:
        await app.press("f5")
        app.app.screen.query_one(TextField).start(name)
        for _ in range(2):
            await app.press("enter")
            await app.settle()
            assert isinstance(app.app.screen, ExportDialog)
            assert complaint(app.app).endswith(".")
        app.app.screen.query_one(TextField).start("fine.svg")
        await app.press("enter")
        await app.settle()
        assert town.with_name("fine.svg").exists()
    assert (town.read_text(), town.with_name("other.argmap.toml").read_text()) == (text, "mine")
    assert town.with_name("pipe.svg").is_fifo()


async def test_an_export_that_fails_unexpectedly_can_be_tried_again(opened, town, monkeypatch):
    class Panic(BaseException):
        pass

    def broken(*_):
        raise Panic("out of paint")

    async with opened() as app:
        monkeypatch.setattr("argmap.tui.figures.write", broken)
        await app.press("f5", "up", "enter")
        await app.settle()
        assert "out of paint" in complaint(app.app)
        monkeypatch.undo()
        await app.press("enter")
        await app.settle()
        assert town.with_name("town.txt").exists()


async def test_an_export_that_is_given_up_writes_nothing(opened, town, monkeypatch):
    drawing, goes_on = threading.Event(), threading.Event()

    def slow(*_, **__):
        drawing.set()
        goes_on.wait(5)
        return [Exported(b"<svg/>")]

    monkeypatch.setattr("argmap.export.exported", slow)
    async with opened() as app:
        await app.press("f5", "enter")
        while not drawing.is_set():
            await app.pilot.pause(0.01)
        assert "Esc gives up" in str(app.app.screen.query_one(Complaint).render())
        await app.press("escape")
        goes_on.set()
        await app.settle()
        assert "given up" in app.said
    assert not list(town.parent.glob("*.svg"))


async def test_the_ending_that_is_typed_chooses_the_format_and_the_choice_is_remembered(opened, town):
    async with opened() as app:
        await app.press("f5", "ctrl+u", "=town.jpg", "enter")
        assert "The ending says the format: svg, pdf," in complaint(app.app)
        await app.press("ctrl+u", "=town.eps", "enter")
        await app.settle()
        assert town.with_name("town.eps").read_bytes().startswith(b"%!PS")
        await app.press("f5")
        await app.settle()
        assert app.app.screen.query_one(TextField).value == "town.eps"


async def test_the_dialog_offers_every_format_and_says_what_those_hold_that_are_no_figures(opened, town):
    every = [name for names in figures.formats().values() for name in names]
    assert sorted(every) == sorted(FORMATS)
    async with opened() as app:
        await app.press("f5")
        for format in every:
            await app.settle()
            told = str(app.app.screen.query_one("#export-told").content)
            assert told
            assert told.startswith(FORMATS[format].about) == (not FORMATS[format].drawn)
            name = f"town{FORMATS[format].suffix}"
            assert app.app.screen.query_one(TextField).value == name
            await app.press("down")
        await app.press("up", "enter")
        await app.settle()
        assert town.with_name(name).read_bytes()


async def test_what_a_format_can_not_say_is_counted(opened, town, monkeypatch):
    rough = Format("rough", "not all of a map", drawn=False, ending="r.json", module="tests.cli.rough", lossy=True)
    monkeypatch.setattr(export, "FORMATS", {**FORMATS, "rough": rough})
    monkeypatch.setattr(export.registry, "FORMATS", {**FORMATS, "rough": rough})
    town.write_text(town.read_text().replace("close", "keep"))
    async with opened() as app:
        await app.press("f5", "ctrl+u", "=town.r.json", "enter")
        await app.settle()
        assert "rough: not all of a map; 1 thing in the map has no place in it" in app.said.replace(
            "town.r.json", "rough"
        )
        assert town.with_name("town.r.json").read_text() == "rough"
        await app.press("f5", "up")
        assert app.app.screen.query_one(TextField).value != "town.r.json"
        await app.press("down")
        assert app.app.screen.query_one(TextField).value == "town.r.json"


async def test_an_export_given_up_while_it_is_written_does_not_say_that_nothing_is(opened, town, monkeypatch):
    writing, goes_on = threading.Event(), threading.Event()

    def slow(*_):
        writing.set()
        goes_on.wait(5)
        return "wrote it"

    monkeypatch.setattr("argmap.tui.figures.write", slow)
    async with opened() as app:
        await app.press("f5")
        await app.settle()
        await app.press("enter")
        while not writing.is_set():
            await app.pilot.pause(0.01)
        await app.press("escape")
        goes_on.set()
        await app.settle()
        assert "given up: what was written already stays" in app.said
