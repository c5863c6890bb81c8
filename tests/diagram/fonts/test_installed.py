from pathlib import Path

import pytest

from argmap.diagram.error import DiagramError
from argmap.diagram.fonts import BOLD, REGULAR, Fonts, bundled_font, chosen, installed
from tests.diagram.fonts.static import collection, static, written

WORDS = "The old town"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder of installed fonts."""
    monkeypatch.setattr(installed, "folders", lambda: (tmp_path / "absent", tmp_path))
    return tmp_path


def test_regular_and_bold_in_files_of_their_own_make_one_font(folder: Path) -> None:
    written(folder / "deep/er/A-Bold.ttf", static(700))
    written(folder / "deep/A-Regular.TTF", static(400))
    written(folder / "readme.ttf", b"no font")
    face = installed.installed("  arimo ")
    assert [face.file(weight).path.name for weight in (REGULAR, BOLD)] == ["A-Regular.TTF", "A-Bold.ttf"]
    whole = Fonts.of()
    for weight in (REGULAR, BOLD):
        assert face.width(WORDS, weight) == pytest.approx(whole.width(WORDS, weight), abs=0.01)


def test_a_font_that_varies_needs_no_bold(folder: Path) -> None:
    written(folder / "A.ttf", bundled_font().read_bytes())
    written(folder / "B.ttf", static(700))
    face = installed.installed("Arimo")
    assert face.varies
    assert face.paths == (folder / "A.ttf",)


def test_fonts_in_a_collection(folder: Path) -> None:
    path = written(folder / "A.ttc", collection(static(700, WORDS), static(400, WORDS)))
    face = installed.installed("Arimo")
    assert (face.file(REGULAR), face.file(BOLD)) == ((path, 1), (path, 0))
    assert face.width(WORDS, BOLD) > face.width(WORDS) * 1.05
    assert face.width(WORDS) == pytest.approx(Fonts.of().width(WORDS), abs=0.01)


def test_without_a_bold_font_bold_text_is_set_in_the_regular_one(folder: Path) -> None:
    written(folder / "A.ttf", static(400))
    face = installed.installed("Arimo")
    assert not face.has_bold
    assert face.width(WORDS, BOLD) == face.width(WORDS)
    assert face.outline(40, BOLD) == face.outline(40, REGULAR)


def test_a_name_that_is_not_installed(folder: Path) -> None:
    written(folder / "A.ttf", static(400, WORDS))
    with pytest.raises(DiagramError, match=r'no font "Arino" is installed; near it: Arimo$'):
        chosen("Arino")
    with pytest.raises(DiagramError, match=r'no font "Qqq" is installed; a font file can be given instead'):
        chosen("Qqq")


def test_a_file_takes_the_bold_beside_it(tmp_path: Path) -> None:
    path = written(tmp_path / "A-Regular.ttf", static(400, WORDS))
    assert not chosen(str(path)).has_bold
    written(tmp_path / "A-Bold.ttf", static(700, WORDS))
    assert chosen(str(path)).paths == (path, tmp_path / "A-Bold.ttf")


@pytest.mark.parametrize(
    ("platform", "place"), [("linux", "/usr/share/fonts"), ("darwin", "/Library/Fonts"), ("win32", "Microsoft/Windows")]
)
def test_every_platform_has_its_folders(platform: str, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert any(place in folder.as_posix() for folder in installed.folders())
