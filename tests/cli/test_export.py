from pathlib import Path

import pytest

from argmap.cli.app import run
from tests.edit.conftest import FERRY


@pytest.fixture
def ferry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "ferry.argmap.toml"
    path.write_text(FERRY)
    return path


def test_the_author_of_a_pdf_and_an_eps(ferry: Path) -> None:
    for suffix, told in (("pdf", b"/Author(A. Reader)"), ("eps", b"%%For: (A. Reader)")):
        assert run(["export", ferry.name, "-o", f"with.{suffix}", "--author", "A. Reader"]) == 0
        assert run(["export", ferry.name, "-o", f"without.{suffix}"]) == 0
        assert told in Path(f"with.{suffix}").read_bytes()
        assert told.partition(b"(")[0] not in Path(f"without.{suffix}").read_bytes()


@pytest.mark.parametrize(("text", "sign"), [("live", "<text"), ("embedded", "@font-face"), ("outlined", "<use")])
def test_the_text_of_an_svg(ferry: Path, text: str, sign: str) -> None:
    assert run(["export", ferry.name, "-o", "figure.svg", "--text", text]) == 0
    drawn = Path("figure.svg").read_text()
    assert sign in drawn
    assert ("@font-face" in drawn) == (text == "embedded")
    assert ("<text" in drawn) == (text != "outlined")


def test_the_dots_of_a_png(ferry: Path) -> None:
    widths = []
    for dpi in ("100", "200"):
        assert run(["export", ferry.name, "-o", "figure.png", "--dpi", dpi]) == 0
        widths.append(int.from_bytes(Path("figure.png").read_bytes()[16:20]))
    assert widths[1] == pytest.approx(2 * widths[0], abs=1)
