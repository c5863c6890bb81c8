"""A text is named from the app: a new source's, or that of one whose text is not here."""

import pytest

from argmap.tui.screens.choose_text import ChooseText
from argmap.tui.widgets.bars import Complaint
from argmap.tui.widgets.lines import LinesList
from argmap.tui.widgets.source import SourceView

TEXT = "# On trams\n\nTrams should run.\n"


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "maps"
    folder.mkdir()
    (folder / "trams.md").write_text(TEXT)
    (folder / "buses.txt").write_text("Buses are full.")
    (folder / "latin.txt").write_bytes("Caf\xe9".encode("latin-1"))
    path = folder / "trams.argmap.toml"
    path.write_text('argmap = 1\ntitle = "Trams"\n\n[statement.run]\ntext = "Trams should run."\n')
    return path


def view(app):
    return app.screen.query_one(SourceView)


def listed(app):
    return ["".join(text for text, _ in line[1:]) for line in app.app.screen.query_one(LinesList).lines]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_a_text_below_the_folder_is_chosen_from_a_list(opened, path, size):
    async with opened(path, size) as app:
        await app.go("A")
        assert isinstance(app.app.screen, ChooseText)
        assert listed(app) == ["buses.txt", "latin.txt", "trams.md"]
        await app.go("=tra")
        assert listed(app) == ["trams.md"]
        await app.go("enter")
        assert not isinstance(app.app.screen, ChooseText)
        source = app.map.entries["trams"]
        assert (source.title, source.file, len(source.sha256)) == ("On trams", "trams.md", 64)
        assert app.screen.panes.current == "source"
        assert view(app).cursor is not None
        await app.go("u")
        assert "trams" not in app.map.entries


async def test_a_text_elsewhere_is_remembered_and_not_written_into_the_map(opened, path, tmp_path):
    away = tmp_path / "elsewhere.txt"
    away.write_text("Far away.\n")
    async with opened(path) as app:
        await app.go("A", f"={away}", "enter")
        source = app.map.entries["far-away"]
        assert source.file is None
        assert str(tmp_path) not in app.screen.opened.history.present.document.text
        assert view(app).reading.document.text == "Far away.\n"
        await app.go("ctrl+s")
    async with opened(path) as app:
        await app.go("5")
        assert view(app).reading.document.text == "Far away.\n"


async def test_a_missing_text_is_attached_and_another_one_refused(opened, path, tmp_path):
    away = tmp_path / "elsewhere.txt"
    away.write_text("Far away.\n")
    async with opened(path) as app:
        await app.go("A", f"={away}", "enter", "ctrl+s")
    moved = tmp_path / "moved.txt"
    away.rename(moved)
    async with opened(path) as app:
        await app.go("5", "A", f"={path.parent / 'buses.txt'}", "enter")
        assert isinstance(app.app.screen, ChooseText)
        assert "is not the text of “Far away.”" in str(app.app.screen.query_one(Complaint).render())
        await app.go("escape", "A", f"={moved}", "enter")
        assert not isinstance(app.app.screen, ChooseText)
        assert view(app).reading.document.text == "Far away.\n"


async def test_what_is_no_text_is_refused_and_nothing_is_changed(opened, path):
    async with opened(path) as app:
        before = app.map
        for name, said in (("latin.txt", "not UTF-8"), ("gone.txt", "gone.txt"), (str(path.parent), "folder")):
            await app.go("A", f"={name}", "enter")
            assert isinstance(app.app.screen, ChooseText), name
            assert said in str(app.app.screen.query_one(Complaint).render())
            await app.go("escape")
        assert app.map is before


async def test_a_map_without_a_source_says_how_to_name_one(opened, path):
    async with opened(path) as app:
        await app.go("5")
        shown = " ".join(view(app).render_line(y).text for y in range(4))
        assert "A names the text" in " ".join(shown.split())
