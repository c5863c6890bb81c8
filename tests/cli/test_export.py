from pathlib import Path

import pytest

from argmap import export
from argmap.cli.app import run
from argmap.export import FORMATS, Format
from argmap.format import write
from tests.diagram import samples
from tests.edit.conftest import FERRY


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bushy.argmap.toml"
    path.write_bytes(write(samples.bushy(60)).encode())
    return path


def test_a_width_is_met_and_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = file.parent / "x.svg"
    assert run(["export", str(file), "-o", str(target), "--width", "500mm"]) == 0
    assert 'width="1417.32pt"' in target.read_text()
    said = capsys.readouterr().out
    assert said.startswith(f"wrote {target}: ")
    assert "text of 9 pt, 500 mm × " in said


def test_part_figures_are_numbered_files(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = file.parent / "x.svg"
    assert run(["export", str(file), "-o", str(target), "--venue", "lncs", "--split"]) == 0
    written = sorted(path.name for path in file.parent.glob("*.svg"))
    assert written == [f"x-{number}.svg" for number in range(1, len(written) + 1)]
    assert len(written) > 1
    assert capsys.readouterr().out.count("wrote ") == len(written)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--width", "89"], '"89" is no length; write a number and one of mm, cm, in, pt, such as 89mm'),
        (["--venue", "science"], 'there is no venue "science"; there are nature'),
        (["--venue", "lncs", "--form", "tree"], "the tree form doesn't fit 122 mm × 193 mm"),
        (["--split"], "give --width or --venue"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_written(
    file: Path, options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", str(file), "-o", str(file.parent / "x.svg"), *options]) != 0
    captured = capsys.readouterr()
    assert said in captured.err
    assert not list(file.parent.glob("*.svg"))


def test_several_figures_do_not_go_to_standard_output(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", str(file), "-o", "-", "--venue", "lncs", "--split"]) != 0
    assert "name a file with -o" in capsys.readouterr().err


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


def test_every_part_has_a_caption_of_its_own(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["caption", str(file), "--venue", "lncs", "--split", "--markup", "markdown"]) == 0
    said = [text for text in capsys.readouterr().out.split("\n\n") if text]
    assert len(said) > 1
    assert all(f", part {number} of {len(said)}" in text for number, text in enumerate(said, 1))


def test_what_stands_nowhere_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "loose.argmap.toml"
    path.write_text("argmap = 1\n" + "".join(f'[statement.s{n}]\ntext = "S{n}."\n' for n in range(6)))
    assert run(["export", str(path), "-o", str(tmp_path / "x.svg")]) == 0
    assert "; not in it, since they stand nowhere: s1, s2, s3 and 2 more" in capsys.readouterr().out


def test_text_fits_no_page(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", str(file), "-o", str(file.parent / "x.md"), "--venue", "lncs"]) == 2
    assert "md is text and fits no page" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "x"], "x has no ending that says the format, such as .svg"),
        (["-o", "x.pdf", "--format", "png"], "x.pdf is named as pdf, and png is asked for"),
    ],
)
def test_a_name_that_does_not_say_the_format(
    ferry: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", ferry.name, *arguments]) == 2
    assert said in capsys.readouterr().err


def test_a_misspelt_command_is_told(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["expotr", ferry.name]) == 2
    assert 'there is no command "expotr"; did you mean "export"?' in capsys.readouterr().err


def test_parts_of_an_earlier_export_are_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(1, 20):
        file.with_name(f"x-{number}.svg").write_text("old")
    assert run(["export", str(file), "-o", str(file.parent / "x.svg"), "--venue", "lncs", "--split"]) == 0
    written = [path for path in file.parent.glob("x-*.svg") if path.read_text() != "old"]
    assert (
        f"x-{len(written) + 1}.svg is of an earlier export: this one has {len(written)} parts"
        in capsys.readouterr().out
    )


@pytest.fixture
def rough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format that can't say all of a map."""
    formats = {
        **FORMATS,
        "rough": Format("rough", "not all of a map", drawn=False, module="tests.cli.rough", lossy=True),
    }
    monkeypatch.setattr(export, "FORMATS", formats)
    monkeypatch.setattr(export.registry, "FORMATS", formats)


def test_what_a_format_can_not_say_is_counted_and_listed(
    ferry: Path, rough: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", ferry.name, "-o", "x.rough"]) == 0
    assert capsys.readouterr().out == "wrote x.rough\n1 thing in the map has no place in rough; --report lists it\n"
    assert run(["export", ferry.name, "-o", "x.rough", "--report"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "keep: it has no place",
        "wrote x.rough",
        "1 thing in the map has no place in rough",
    ]
    assert run(["export", ferry.name, "--format", "rough"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("rough", "1 thing in the map has no place in rough; --report lists it\n")


def test_strict_writes_all_or_nothing(ferry: Path, rough: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", ferry.name, "-o", "x.rough", "--strict"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        "keep: it has no place",
        "argmap: ferry.argmap.toml: 1 thing in the map has no place in rough; nothing was written",
    ]
    assert not Path("x.rough").exists()
    Path(ferry.name).write_text('argmap = 1\n[statement.a]\ntext = "A."\n')
    assert run(["export", ferry.name, "-o", "x.rough", "--strict", "--report"]) == 0
    assert capsys.readouterr().out.endswith("everything in the map has its place in rough\n")
    assert run(["export", ferry.name, "-o", "x.svg", "--strict"]) == 2
    assert "--report and --strict go with the formats that argmap also reads: " in capsys.readouterr().err
    assert not Path("x.svg").exists()


def test_comments_have_no_place_and_suppositions_are_refused(
    ferry: Path, rough: None, capsys: pytest.CaptureFixture[str]
) -> None:
    ferry.write_text('argmap = 1\n# mine\n[statement.a]\ntext = "A."\n')
    assert run(["export", ferry.name, "-o", "x.rough", "--report"]) == 0
    assert capsys.readouterr().out.startswith("ferry.argmap.toml:2:1: this comment has no place: # mine\nwrote")
    assert run(["export", ferry.name, "-o", "y.rough", "--suppose", "a"]) == 2
    assert "rough shows no scenario and no weight" in capsys.readouterr().err


def test_the_help_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--help"]) == 0
    said = capsys.readouterr().out
    assert [name for name in FORMATS if name not in said] == []
