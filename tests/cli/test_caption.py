import pytest

from argmap.cli.app import run
from tests.edit.conftest import FERRY


@pytest.fixture
def ferry_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "ferry.argmap.toml"
    file.write_text(FERRY.replace("Ferry", "Ferry & tram"), encoding="utf-8")
    return str(file)


def printed(capsys, *arguments):
    assert run(["caption", *arguments]) == 0
    return capsys.readouterr().out


def test_the_caption_is_printed_in_any_markup(ferry_file, capsys):
    assert printed(capsys, ferry_file).startswith("Argument map of “Ferry & tram”. Arrows: ")
    assert printed(capsys, ferry_file, "--markup", "latex").startswith(r"Argument map of “Ferry \& tram”.")
    assert printed(capsys, ferry_file, "--markup", "typst").startswith('#"Argument map of “Ferry & tram”.')
    assert printed(capsys, ferry_file, "--form", "outline", "--labels").endswith("O objections.\n")


def test_the_other_texts_are_printed_instead(ferry_file, capsys):
    alt = printed(capsys, ferry_file, "--alt")
    assert alt.startswith("Argument map “Ferry & tram”: ")
    assert alt.count("\n") == 1
    assert "\nC1, the main conclusion: " in printed(capsys, ferry_file, "--description")
    assert "\n\nC1, the main conclusion: " in printed(capsys, ferry_file, "--description", "--markup", "markdown")
    assert run(["caption", ferry_file, "--alt", "--description"]) == 2


def test_suppositions_are_told_in_all_of_them(ferry_file, capsys):
    supposing = ("--suppose", "not P3")
    assert "Supposed false: " in printed(capsys, ferry_file, *supposing)
    assert "Supposing not P3" in printed(capsys, ferry_file, "--alt", *supposing)
    assert "(supposed false): " in printed(capsys, ferry_file, "--description", *supposing)


def test_a_map_with_nothing_to_draw_has_no_caption(tmp_path, capsys):
    file = tmp_path / "empty.argmap.toml"
    file.write_text("argmap = 1\n", encoding="utf-8")
    assert run(["caption", str(file)]) == 2
    assert "nothing to draw" in capsys.readouterr().err


def test_show_writes_the_standard_form_in_a_markup(ferry_file, capsys):
    assert run(["show", ferry_file, "C2", "--format", "standard", "--markup", "latex"]) == 0
    assert r"\item[{C2}] The ferry is used. \textit{[from P1 (R2)]}" in capsys.readouterr().out
    assert run(["show", ferry_file, "--markup", "latex"]) == 2
    assert "is for --format standard" in capsys.readouterr().err


def test_export_writes_it_to_a_file(ferry_file, tmp_path):
    assert run(["export", ferry_file, "-o", "ferry.tex"]) == 0
    assert r"\textbf{Ferry \& tram}" in (tmp_path / "ferry.tex").read_text(encoding="utf-8")
