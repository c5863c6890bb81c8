import json
import os
import subprocess
import sys

import pytest

from argmap.cli.app import run
from tests.edit.conftest import FERRY


@pytest.fixture
def ferry_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "ferry.argmap.toml"
    file.write_text(FERRY.split("[statement.spare]")[0].rstrip() + "\n", encoding="utf-8")
    return file


def test_new_starts_a_map_and_never_overwrites_one(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["new", "quay", "--title", "The quay", "--conclusion", "Mend the quay."]) == 0
    text = (tmp_path / "quay.argmap.toml").read_text(encoding="utf-8")
    assert text == 'argmap = 1\ntitle = "The quay"\n\n[statement.mend-quay]\ntext = "Mend the quay."\n'
    assert run(["new", "quay"]) == 2
    assert "exists already" in capsys.readouterr().err


def test_show_prints_the_outline(ferry_file, capsys):
    assert run(["show", str(ferry_file)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[:4] == [
        "Ferry",
        "C1 The ferry should stay.",
        "  R1 reason for C1",
        "    C2 The ferry is used.",
    ]
    assert "      and not Q1 There is a bridge." in out


def test_show_prints_the_standard_form(ferry_file, capsys):
    run(["show", str(ferry_file), "--format", "standard"])
    out = capsys.readouterr().out
    assert out.index("P1 Passengers were counted.") < out.index("C2 The ferry is used. [from P1 (R2)]")
    assert "C1 The ferry should stay. [from C2, P2 (R1); also from P3 (R3)]" in out
    assert "O1 The ferry costs a lot. [against C1]" in out


def test_show_prints_json(ferry_file, capsys):
    run(["show", str(ferry_file), "--format", "json"])
    tree = json.loads(capsys.readouterr().out)["outline"][0]
    assert (tree["id"], tree["label"], len(tree["below"])) == ("keep", "C1", 3)


def test_json_has_no_limit_of_depth():
    from argmap.export.nested_json import nested_json
    from argmap.model import ArgumentMap, Reason, Statement

    entries = {"s0": Statement(text="0")}
    for n in range(1, 3000):
        entries[f"r{n}"] = Reason(target=f"s{n - 1}")
        entries[f"s{n}"] = Statement(text=str(n), stands_in=(f"r{n}",))
    text = nested_json(ArgumentMap(entries=entries))
    assert text.count("{") == text.count("}")
    assert text.count("[") == text.count("]")


@pytest.fixture
def prose_file(ferry_file):
    """The ferry's map without a claim to be deductive."""
    reason = "[reason.because-used]\n"
    ferry_file.write_text(ferry_file.read_text().replace(reason, f'{reason}rule = "none"\n'))
    return ferry_file


def test_check_exits_with_one_when_a_problem_stands(prose_file, capsys):
    assert run(["check", str(prose_file)]) == 0
    prose_file.write_text(prose_file.read_text() + '\n[statement.x]\ntext = "Loose."\n')
    assert run(["check", "."]) == 1
    assert "ferry.argmap.toml:44:1: warning M103" in capsys.readouterr().out


def test_check_speaks_json_and_github(prose_file, capsys):
    prose_file.write_text(prose_file.read_text() + '\n[statement.x]\ntext = "Loose."\n')
    run(["check", str(prose_file), "--format", "json"])
    loose = next(each for each in json.loads(capsys.readouterr().out) if each["severity"] == "warning")
    assert (loose["code"], loose["id"], loose["line"]) == ("M103", "x", 44)
    run(["check", str(prose_file), "--format", "github"])
    assert "::warning file=" in capsys.readouterr().out


def test_check_goes_on_past_a_file_it_cannot_read(ferry_file, capsys):
    (ferry_file.parent / "bad.argmap.toml").write_text('argmap = 1\n[statement.a]\ntext = "x\n')
    assert run(["check", "."]) == 1
    out = capsys.readouterr().out
    assert "bad.argmap.toml:3:" in out
    assert "2 maps checked" in out


def test_fmt_settles_and_checks(ferry_file, capsys):
    ferry_file.write_text(ferry_file.read_text().replace('text = "The ferry is used."', 'text="The ferry is used."'))
    assert run(["fmt", "--check", str(ferry_file)]) == 1
    assert run(["fmt", str(ferry_file)]) == 0
    assert run(["fmt", "--check", str(ferry_file)]) == 0


def test_explain_knows_every_code_and_says_so_when_it_does_not(capsys):
    assert run(["explain", "m105"]) == 0
    assert "main conclusion without a reason" in capsys.readouterr().out
    assert run(["explain", "X1"]) == 2


def test_schema_is_json(capsys):
    assert run(["schema"]) == 0
    assert "statement" in json.loads(capsys.readouterr().out)["properties"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "does not exist"),
        (b"", "no map"),
        (b"\0\1\2", "not a text file"),
        (b"argmap = 1\n[statement.a]\ntext = 3\n", 'bad.toml:3:8: error F004: "text"'),
        (b'argmap = 1\n[statement.a]\ntext = "\x1b[31m"\n', "bad.toml:3"),
    ],
)
def test_bad_files_are_named_with_file_line_and_reason(tmp_path, capsys, content, said):
    file = tmp_path / "bad.toml"
    if content is not None:
        file.write_bytes(content)
    for command in ("show", "fmt", "edit"):
        if content is None and command == "edit":
            continue
        assert run([command, str(file)]) == 2
        err = capsys.readouterr().err
        assert said in err
        assert str(file) in err
        assert "Traceback" not in err
        assert "\x1b" not in err


def test_hostile_text_is_printed_as_data(ferry_file, capsys):
    ferry_file.write_text(ferry_file.read_text().replace("The ferry is used.", "[b]x[/b] \\u001b[31m &#9731; <html>"))
    run(["show", str(ferry_file)])
    out = capsys.readouterr().out
    assert "[b]x[/b] ␛[31m &#9731; <html>" in out


def test_wrong_usage_and_no_terminal_are_messages(ferry_file, capsys):
    assert run(["bogus", "words"]) == 2
    assert run(["show"]) == 2
    assert run([str(ferry_file)]) == 2
    assert "needs a terminal" in capsys.readouterr().err


def test_version_loads_no_heavy_library():
    code = (
        "import sys; from argmap.cli.app import run; run(['--version']); "
        "heavy = {'textual', 'fontTools', 'graphviz'} & set(sys.modules); assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("argmap ")


def test_a_reader_that_goes_away_is_no_error(ferry_file):
    command = f"{sys.executable} -m argmap show {ferry_file} | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""


LONG = "x" * 300


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", ""],
        ["new", "."],
        ["new", "/"],
        ["new", LONG],
        ["new", "quay", "--title", "a\udcffb"],
        ["new", "quay", "--conclusion", "a\udcffb"],
        ["show", LONG],
        ["show", "a\nb"],
        ["check", LONG],
        ["fmt", LONG],
        ["edit", LONG],
        ["export", "ferry.argmap.toml", "-o", LONG + ".svg"],
    ],
)
def test_what_cannot_be_done_is_one_line_and_exits_with_two(ferry_file, capsys, arguments):
    assert run(arguments) == 2
    err = capsys.readouterr().err
    assert err.startswith("argmap: ")
    assert err.count("\n") == 1
    assert [p.name for p in ferry_file.parent.iterdir()] == [ferry_file.name]


def test_a_folder_that_cannot_be_searched_is_told(ferry_file, capsys, monkeypatch):
    def locked(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("argmap.workspace.files.Path.is_dir", locked)
    monkeypatch.setattr("argmap.workspace.files.os.stat", locked)
    for command in ("check", "fmt", "show"):
        assert run([command, str(ferry_file)]) == 2
        assert "permission denied" in capsys.readouterr().err


def test_an_error_of_the_system_nobody_expected_is_told(ferry_file, capsys, monkeypatch):
    def broken(*_, **__):
        raise OSError(5, "Input/output error", "quay")

    monkeypatch.setattr("argmap.cli.schema.json_schema", broken)
    assert run(["schema"]) == 2
    assert capsys.readouterr().err == "argmap: quay: input/output error; not all was done or printed\n"


@pytest.mark.parametrize("what", ["", " --format json", " --format figure"])
@pytest.mark.parametrize("where", ["> /dev/full", ">&-", "> /dev/full 2>&-", ">&- 2>&-"])
def test_output_that_cannot_be_written_is_told(ferry_file, what, where):
    command = f"{sys.executable} -m argmap show {ferry_file}{what} {where}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == (0 if "2>&-" in where else 1)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("link", [None, "symlink_to", "hardlink_to"])
def test_a_map_is_never_replaced_by_its_figure(ferry_file, capsys, link):
    before = ferry_file.read_bytes()
    target = ferry_file
    if link is not None:
        target = ferry_file.with_name("link.svg")
        getattr(target, link)(ferry_file)
    assert run(["export", str(ferry_file), "-o", str(target), "--format", "svg"]) == 2
    assert "map" in capsys.readouterr().err
    assert ferry_file.read_bytes() == before


def test_a_pipe_is_not_replaced_by_a_figure(ferry_file, capsys):
    pipe = ferry_file.with_name("pipe.svg")
    os.mkfifo(pipe)
    assert run(["export", str(ferry_file), "-o", str(pipe)]) == 2
    assert "not a regular file" in capsys.readouterr().err
    assert pipe.is_fifo()


def test_export_in_numbered_form_with_a_legend_and_a_theme(ferry_file, tmp_path):
    target = tmp_path / "numbered.svg"
    chosen = ["--form", "numbered", "--legend", "--theme", "print"]
    assert run(["export", str(ferry_file), "-o", str(target), *chosen]) == 0
    svg = target.read_text(encoding="utf-8")
    assert ">P1</text>" in svg
    assert ">objects to</text>" in svg
    assert "#D55E00" not in svg


def test_a_figure_for_standard_output_is_an_svg(ferry_file, capsysbinary):
    assert run(["export", str(ferry_file), "-o", "-"]) == 0
    assert b"<svg" in capsysbinary.readouterr().out


def test_fmt_leaves_a_newer_map_alone(ferry_file, capsys):
    text = ferry_file.read_text().replace("argmap = 1", "argmap=99")
    ferry_file.write_text(text)
    for more in ([], ["--check"]):
        assert run(["fmt", str(ferry_file), *more]) == 2
        assert "newer argmap" in capsys.readouterr().err
    assert ferry_file.read_text() == text


def test_fmt_goes_on_past_a_broken_map(ferry_file, capsys):
    (ferry_file.parent / "bad.argmap.toml").write_text('argmap = 1\n[statement.a]\ntext = "x\n')
    ferry_file.write_text(ferry_file.read_text().replace('text = "The ferry is used."', 'text="The ferry is used."'))
    assert run(["fmt", "."]) == 2
    told = capsys.readouterr()
    assert "bad.argmap.toml:3:" in told.err
    assert told.out == "settled ferry.argmap.toml\n"
    assert 'text = "The ferry is used."' in ferry_file.read_text()


STEERING = "a\\u0085b\\u009bc\\u200bd\\u202ee"


def test_json_escapes_what_steers_terminals_and_text(ferry_file, capsys):
    ferry_file.write_text(ferry_file.read_text().replace("The ferry is used.", STEERING))
    run(["show", str(ferry_file), "--format", "json"])
    out = capsys.readouterr().out
    assert STEERING in out
    assert "\u202e" not in out
    assert json.loads(out)["outline"][0]["below"][0]["below"][0]["sentence"] == json.loads(f'"{STEERING}"')
    odd = ferry_file.rename(ferry_file.with_name("\u202e.argmap.toml"))
    odd.write_text(odd.read_text() + '\n[statement.x]\ntext = "Loose."\n')
    run(["check", str(odd), "--format", "json"])
    out = capsys.readouterr().out
    assert "\\u202e.argmap.toml" in out
    assert json.loads(out)[0]["file"] == str(odd)


def test_a_problem_is_one_line(ferry_file, capsys):
    odd = ferry_file.rename(ferry_file.with_name("a\nb.argmap.toml"))
    odd.write_text(odd.read_text() + '\n[statement.x]\ntext = "Loose."\n')
    run(["check", str(odd)])
    assert "a␊b.argmap.toml:43:1: warning M103" in capsys.readouterr().out
    odd.write_text("argmap = 1\n[statement.x]\ntext = 3\n")
    run(["show", str(odd)])
    assert capsys.readouterr().err.count("\n") == 1


def test_a_png_too_large_is_never_answered_with_fewer_dots_than_can_be_asked_for(ferry_file, capsys, monkeypatch):
    monkeypatch.setattr("argmap.export.png.MOST_PIXELS", 10_000)
    assert run(["export", str(ferry_file), "-o", "x.png"]) == 2
    err = capsys.readouterr().err
    assert "too large; take svg" in err
    assert "dots per inch" not in err


def test_a_png_too_large_is_never_answered_with_the_form_that_it_has(ferry_file, capsys, monkeypatch):
    monkeypatch.setattr("argmap.export.png.MOST_PIXELS", 1_000_000)
    for form, advised in (("tree", True), ("outline", False)):
        assert run(["export", str(ferry_file), "-o", "x.png", "--form", form, "--dpi", "600"]) == 2
        assert ("the outline form" in capsys.readouterr().err) == advised


def test_show_prints_a_part(ferry_file, capsys):
    assert run(["show", str(ferry_file), "C2"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["C2 The ferry is used.", "  R2 reason for C2"]
    assert run(["show", str(ferry_file), "because-used", "--format", "standard"]) == 0
    out = capsys.readouterr().out
    assert "C1 The ferry should stay. [from C2, P2 (R1)]" in out
    assert "loves" not in out
    assert run(["show", str(ferry_file), "C9"]) == 2
    assert 'nothing called "C9"' in capsys.readouterr().err
    assert run(["show", str(ferry_file), "C2", "--format", "json"]) == 2


def test_new_begins_with_a_text(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "outline.txt").write_text("Mend the quay.\n  It sinks.\n  but: It costs.\n", encoding="utf-8")
    assert run(["new", "quay", "--from", "outline.txt"]) == 0
    assert "added 3 statements, 1 reason, 1 objection" in capsys.readouterr().out
    assert 'for = "mend-quay"' in (tmp_path / "quay.argmap.toml").read_text(encoding="utf-8")
    for data, told in (
        (b"A\n \xff", "2:2: error I002: byte 0xff"),
        (b" \n", "no statement"),
        (b"(1) A. from 1\n(2) B.", "itself"),
    ):
        (tmp_path / "bad.txt").write_bytes(data)
        assert run(["new", "bad", "--from", "bad.txt"]) == 2
        assert told in capsys.readouterr().err
    assert not (tmp_path / "bad.argmap.toml").exists()


def test_new_reads_standard_input(tmp_path):
    command = f"printf '(1) A is.\\n(2) B is. from 1' | {sys.executable} -m argmap new x --from - && cat x.argmap.toml"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert "1 reason" in done.stdout
    assert "Traceback" not in done.stderr


def test_new_begins_with_a_template(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["new", "--list-templates"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [
        "empty",
        "argument",
        "conditional",
        "policy",
    ]
    assert run(["new", "quay", "--template", "policy", "--title", "The quay"]) == 0
    text = (tmp_path / "quay.argmap.toml").read_text(encoding="utf-8")
    assert 'title = "The quay"' in text
    assert "[statement.proposal]" in text
    assert run(["new", "pier", "--template", "nowhere"]) == 2
    assert "there is no template" in capsys.readouterr().err
    assert run(["new", "pier", "--template", "policy", "--conclusion", "Mend it."]) == 2
    assert run(["new"]) == 2
