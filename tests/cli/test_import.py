"""`argmap import` in a shell: what is written, what is told, and what is refused."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.cli.app import run
from argmap.format import read
from argmap.workspace import foreign
from argmap.workspace.foreign import map_beside
from tests.exchange.samples import SAMPLES

CLEAN = "1. Build it.\n1.1. Pro: It helps.\n1.2. Con: It costs.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.txt").write_bytes(SAMPLES["kialo"].read_bytes())
    (tmp_path / "clean.txt").write_text(CLEAN)
    return tmp_path


def test_a_map_is_written_and_its_format_counts_and_losses_are_told(here, capsys):
    assert run(["import", "bridge.txt", "-o", "bridge"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "bridge.txt: Kialo's text export; 6 statements, 2 reasons, 4 objections",
        "2 things could not be taken along as they were; --report lists them",
        "wrote bridge.argmap.toml; `argmap bridge.argmap.toml` opens it",
    ]
    assert read((here / "bridge.argmap.toml").read_bytes()).problems == ()


def test_a_map_that_exists_is_never_replaced(here, capsys):
    (here / "bridge.argmap.toml").write_text("mine")
    assert run(["import", "bridge.txt", "-o", "bridge"]) == 2
    assert "bridge.argmap.toml exists already; name another file" in capsys.readouterr().err
    assert (here / "bridge.argmap.toml").read_text() == "mine"
    assert map_beside(Path("bridge.txt")) == Path("bridge-2.argmap.toml")
    assert map_beside(Path("x/town.aif.json")) == Path("x/town.argmap.toml")
    assert map_beside(Path(".argdown")) == Path(".argdown.argmap.toml")


def test_the_report_lists_each_loss_and_alone_it_writes_nothing(here, capsys):
    assert run(["import", "bridge.txt", "--report"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "bridge.txt:4:1: its link's address stands in the statement's note",
        "bridge.txt:5:1: the 2 lines of claim 1.1.1. are one here",
        "bridge.txt: Kialo's text export; 6 statements, 2 reasons, 4 objections",
        "2 things could not be taken along as they were",
    ]
    assert not list(here.glob("*.toml"))
    assert run(["import", "clean.txt", "--report"]) == 0
    assert capsys.readouterr().out.endswith("everything could be taken along\n")


def test_strict_takes_all_or_nothing(here, capsys):
    assert run(["import", "bridge.txt", "-o", "x", "--strict"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith("2 things could not be taken along as they were; nothing was written\n")
    assert "bridge.txt:5:1: " in said.err
    assert not list(here.glob("*.toml"))
    assert run(["import", "clean.txt", "-o", "x", "--strict"]) == 0
    assert (here / "x.argmap.toml").exists()


def test_without_a_terminal_the_map_is_printed_and_the_rest_is_told_beside_it(capfdbinary):
    for arguments in (["import", "bridge.txt"], ["import", "bridge.txt", "-o", "-", "--report"]):
        assert run(arguments) == 0
        said = capfdbinary.readouterr()
        assert len(read(said.out).map.entries) == 12
        assert b"2 things could not be taken along" in said.err


def test_standard_input_is_read(here):
    command = f"{sys.executable} -m argmap import - -o x < clean.txt"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("standard input: Kialo's text export; 3 statements, 1 reason, 1 objection\n")
    assert (here / "x.argmap.toml").exists()


def test_every_fault_is_told_with_its_place(here, capsys):
    (here / "bad.txt").write_text("1. A.\n1.1. Pro:\n 1.3.1. Con: B.\n")
    assert run(["import", "bad.txt", "-o", "x"]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("bad.txt:2:1: error I004: claim 1.1. has no words")
    assert second.startswith("bad.txt:3:2: error I005: claim 1.3.1. answers 1.3., which is nowhere")
    assert not list(here.glob("*.toml"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("nul.txt", b"1. A.\0", "nul.txt:1: error I002: this is not a text file: it holds a NUL byte"),
        ("empty.txt", b"", "empty.txt:1:1: error I007: the file is empty"),
        ("bytes.txt", b"1. \xff", "bytes.txt:1:4: error I002: byte 0xff is not valid UTF-8"),
        ("prose.txt", b"It is so.", "prose.txt:1:1: error I001: this is in no format that argmap reads"),
        ("gone.txt", None, "gone.txt does not exist; name a file, or - for standard input"),
        ("https://a.org/x-1", None, "argmap: a web address can't be opened; save the page's export as a file"),
        ("folder", None, "folder is a folder; name a file in it"),
        ("pipe", None, "pipe is not a regular file; name - to read standard input"),
        ("large.txt", b"1. A." * 20, "large.txt: error I008: the file is too large"),
    ],
)
def test_what_can_not_be_read_is_told(here, capsys, monkeypatch, name, data, said):
    monkeypatch.setattr(foreign, "LARGEST", 50)
    monkeypatch.setattr("argmap.cli.given.LARGEST", 50)
    (here / "folder").mkdir()
    os.mkfifo(here / "pipe")
    if data is not None:
        (here / name).write_bytes(data)
    assert run(["import", name, "-o", "x"]) == 2
    assert said in capsys.readouterr().err
    assert not list(here.glob("*.toml"))


def test_a_format_can_be_named(capsys):
    assert run(["import", "clean.txt", "--format", "kialo", "--report"]) == 0
    assert run(["import", "clean.txt", "--format", "rationale"]) == 2
    assert 'there is no format "rationale" to be read; there are ' in capsys.readouterr().err


def test_a_sketch_of_titles_is_refused_with_the_option_that_takes_it_in(here, capsys):
    (here / "sketch.argdown").write_text("[Go]\n  + <It helps>\n  - <It costs>\n")
    assert run(["import", "sketch.argdown", "-o", "x"]) == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 3
    assert [number for number, line in enumerate(told) if "--titles-as-texts" in line] == [0]
    assert run(["import", "sketch.argdown", "-o", "x", "--titles-as-texts"]) == 0
    assert {sentence.text for _, sentence in read((here / "x.argmap.toml").read_bytes()).map.sentences()} == {
        "Go",
        "It helps",
        "It costs",
    }
    assert run(["import", "clean.txt", "-o", "y", "--titles-as-texts"]) == 0


def test_new_takes_another_programs_map_as_that(here, capsys):
    assert run(["new", "town", "--from", "bridge.txt"]) == 0
    said = capsys.readouterr().out
    assert "Kialo's text export; 6 statements, 2 reasons, 4 objections; 2 things could not be taken" in said
    assert "(`argmap import bridge.txt --report` lists them)" in said
    assert read((here / "town.argmap.toml").read_bytes()).map.title == "Should the town build a bridge?"
    assert run(["new", "other", "--from", "town.argmap.toml"]) == 2
    assert "this is an argmap map already (`argmap town.argmap.toml` opens it)" in capsys.readouterr().err
    assert not (here / "other.argmap.toml").exists()


def test_no_map_is_begun_under_the_name_of_another_programs_file_or_a_web_address(capsys):
    for name, said in (
        ("gone.argdown", "gone.argdown does not exist; the name of a new map ends in .argmap.toml"),
        ("https://www.kialo.com/town-1", "a web address can't be opened"),
        ("gone", "the app needs a terminal"),
    ):
        assert run([name]) == 2
        assert capsys.readouterr().err.startswith(f"argmap: {said}")


def test_opening_what_is_no_map_points_to_the_import(here, capsys):
    assert run(["show", "clean.txt"]) == 2
    assert capsys.readouterr().err == (
        "argmap: clean.txt: this is Kialo's text export: `argmap import clean.txt` takes it in\n"
    )
    (here / "prose.txt").write_text("It is so.")
    assert run(["show", "prose.txt"]) == 2
    said = capsys.readouterr().err
    assert "F003" in said
    assert said.endswith("argmap: `argmap import prose.txt` takes in maps of other programs\n")
    (here / "bad.argmap.toml").write_text("x")
    assert run(["show", "bad.argmap.toml"]) == 2
    assert "argmap import" not in capsys.readouterr().err
