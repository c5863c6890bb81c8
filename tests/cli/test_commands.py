import json
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


def test_check_exits_with_one_when_a_problem_stands(ferry_file, capsys):
    assert run(["check", str(ferry_file)]) == 0
    ferry_file.write_text(ferry_file.read_text() + '\n[statement.x]\ntext = "Loose."\n')
    assert run(["check", "."]) == 1
    assert "ferry.argmap.toml:43:1: warning M103" in capsys.readouterr().out


def test_check_speaks_json_and_github(ferry_file, capsys):
    ferry_file.write_text(ferry_file.read_text() + '\n[statement.x]\ntext = "Loose."\n')
    run(["check", str(ferry_file), "--format", "json"])
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["code"], problem["id"], problem["line"]) == ("M103", "x", 43)
    run(["check", str(ferry_file), "--format", "github"])
    assert capsys.readouterr().out.startswith("::warning file=")


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
