from pathlib import Path

import pytest

from argmap.cli.app import run
from argmap.diagram.fonts import bundled_font, installed
from tests.diagram.fonts.static import static, written
from tests.edit.conftest import FERRY


@pytest.fixture
def ferry_file(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return written(tmp_path / "ferry.argmap.toml", FERRY.encode())


def test_a_figures_font_is_chosen_by_name_or_file(ferry_file, capsys, tmp_path, monkeypatch) -> None:
    own = written(tmp_path / "fonts" / "Own.ttf", static(400))
    monkeypatch.setattr(installed, "folders", lambda: (own.parent,))
    drawn = {}
    for font in ("arimo", "Arimo", str(own)):
        target = tmp_path / "figure.svg"
        assert run(["export", str(ferry_file), "-o", str(target), "--font", font]) == 0
        drawn[font] = target.read_text()
    assert drawn["arimo"] == drawn["Arimo"]
    assert 'font-weight="bold"' in drawn["arimo"]
    assert 'font-weight="bold"' not in drawn[str(own)]
    capsys.readouterr()
    assert run(["export", str(ferry_file), "-o", "x.svg", "--font", "Arino"]) == 2
    assert 'no font "Arino" is installed; near it: Arimo' in capsys.readouterr().err
    assert not Path("x.svg").exists()


def test_fallbacks_are_names_or_files_too(ferry_file, capsys, tmp_path) -> None:
    options = ["--fallback", str(bundled_font()), "--fallback", str(tmp_path / "none.otf")]
    assert run(["export", str(ferry_file), "-o", str(tmp_path / "x.svg"), *options]) == 2
    assert "none.otf cannot be read as a font" in capsys.readouterr().err


@pytest.mark.parametrize("kept", [20_000, 200_000, 480_000])
def test_a_font_file_that_is_cut_off_is_refused_since_its_letters_would_be_blank(
    ferry_file, capsys, tmp_path, kept
) -> None:
    cut = written(tmp_path / "cut.ttf", bundled_font().read_bytes()[:kept])
    assert run(["export", str(ferry_file), "-o", str(tmp_path / "x.png"), "--font", str(cut)]) == 2
    assert "cut.ttf cannot be read as a font: its end is missing" in capsys.readouterr().err
