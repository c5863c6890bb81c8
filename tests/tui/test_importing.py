"""A map of another program in the app: what is told, that it isn't saved yet, and that none is taken for an outline."""

from argmap.exchange import Content, read_foreign
from argmap.tui.app import ArgmapApp
from argmap.tui.open_map import OpenMap
from argmap.tui.screens.paste_text import PasteText
from argmap.tui.screens.prompt import Choice
from argmap.tui.widgets.problems import ProblemsView
from argmap.workspace.files import open_map
from tests.exchange.samples import SAMPLES
from tests.tui.conftest import Driven
from tests.tui.test_clipboard import complaint, paste

KIALO = SAMPLES["kialo"].read_text()


async def test_an_imported_map_is_unsaved_and_its_losses_are_told_and_listed(tmp_path):
    path = tmp_path / "town.argmap.toml"
    imported = read_foreign(Content(KIALO.encode(), "town.txt"))
    app = ArgmapApp(OpenMap.imported(path, imported, "town.txt", "town.txt: Kialo; 6 statements"), tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        driven = Driven(pilot, app)
        await driven.settle()
        assert driven.said == (
            "town.txt: Kialo; 6 statements. 2 things could not be taken along as they were: key 4 lists them. "
            "town.argmap.toml is written when you save."
        )
        listed = [problem.message for problem in driven.screen.query_one(ProblemsView).problems]
        assert "town.txt:5:1: the 2 lines of claim 1.1.1. are one here" in listed
        await driven.press("ctrl+q")
        assert isinstance(app.screen, Choice)
        await driven.press("c", "ctrl+s")
        await driven.settle()
        assert open_map(path).map == imported.map
        assert not driven.screen.opened.unsaved
        await driven.press("ctrl+z")
        assert driven.map == imported.map


async def test_a_pasted_map_of_another_program_is_refused_with_what_to_do(opened):
    async with opened() as app:
        before = app.map
        await paste(app, KIALO)
        assert isinstance(app.app.screen, PasteText)
        assert complaint(app).startswith("This is Kialo's text export, not an outline: save it as a file, and")
        await app.press("ctrl+s")
        assert app.map == before


async def test_a_pasted_map_file_or_conflict_is_refused(opened, town):
    for text, told in ((town.read_text(), "an argmap map already"), ("A.\n<<<<<<< ours\nB.\n", "a merge left")):
        async with opened() as app:
            before = app.map
            await paste(app, text)
            assert told.lower() in complaint(app).lower()
            assert app.map == before
