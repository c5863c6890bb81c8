"""`argmap check --fix`: what is safe is mended in the file, the rest is told."""

import pytest

from argmap.cli.app import run
from argmap.format import read
from argmap.workspace import files

TEXT = """argmap = 1
main = ["wet", "ghost"]

[statement.wet]
text = "The street is wet."

[reason.r]
for = "wet"

# Seen from the window.
[statement.rain]
text = "Therefore, it rains."   # or so it seems
in   = "r"

[reason.empty]
for = "rain"

# Somebody should say why.
[reason.commented]
for = "rain"
"""
MENDED = TEXT.replace(', "ghost"', "").replace("Therefore, it", "It").replace('[reason.empty]\nfor = "rain"\n\n', "")


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "rain.argmap.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_what_is_safe_is_mended_and_the_rest_told(file, capsys):
    assert run(["check", file.name, "--fix"]) == 1
    assert file.read_text(encoding="utf-8") == MENDED
    out = capsys.readouterr().out.splitlines()
    assert out == [
        'rain.argmap.toml: fixed: take "ghost" out of main; C2: reword: It rains.; R2: delete this empty reason',
        "rain.argmap.toml:16:1: error M104: R2 (commented): this reason has no statement in it "
        "(put a statement in it, or delete it)",
        "1 map checked: 1 problem",
    ]


def test_a_second_time_nothing_is_done(file, capsys):
    run(["check", file.name, "--fix"])
    written = file.stat()
    capsys.readouterr()
    assert run(["check", file.name, "--fix"]) == 1
    assert "fixed" not in capsys.readouterr().out
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (written.st_ino, written.st_mtime_ns)


def test_once_all_is_mended_it_exits_with_nought(file):
    file.write_text(TEXT.split("# Somebody")[0], encoding="utf-8")
    assert run(["check", file.name]) == 1
    assert run(["check", file.name, "--fix"]) == 0


def test_without_fix_nothing_is_written(file):
    assert run(["check", file.name]) == 1
    assert file.read_text(encoding="utf-8") == TEXT


def test_a_file_that_changes_meanwhile_is_left(file, capsys, monkeypatch):
    import argmap.check.fixes as fixes

    other = TEXT.replace("wet.", "very wet.")
    mended = fixes.mended

    def slow(*arguments):
        file.write_text(other, encoding="utf-8")
        return mended(*arguments)

    monkeypatch.setattr(fixes, "mended", slow)
    assert run(["check", file.name, "--fix"]) == 2
    assert file.read_text(encoding="utf-8") == other
    printed = capsys.readouterr()
    assert "changed on disk" in printed.err
    assert "fixed" not in printed.out
    assert "M104" in printed.out


def test_what_may_not_be_written_is_left(file, capsys, monkeypatch):
    monkeypatch.setattr(files, "_locked", lambda path: "you may not write to it")
    assert run(["check", file.name, "--fix"]) == 2
    assert "was left as it is: you may not write to it" in capsys.readouterr().err
    newer = TEXT.replace("argmap = 1", "argmap = 99")
    file.write_text(newer, encoding="utf-8")
    assert run(["check", file.name, "--fix"]) == 2
    assert "a newer argmap wrote it" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == newer


def test_one_that_cannot_be_read_does_not_keep_others_from_being_mended(file, capsys):
    (file.parent / "broken.argmap.toml").write_text("argmap = ", encoding="utf-8")
    assert run(["check", ".", "--fix"]) == 1
    assert file.read_text(encoding="utf-8") == MENDED
    out = capsys.readouterr().out
    assert out.count("broken.argmap.toml") == 1
    assert "2 maps checked" in out


def test_anchors_are_mended_by_the_text_at_hand(file, capsys):
    (file.parent / "report.md").write_text("On rain\n\nIt rains on most days.\n", encoding="utf-8")
    anchor = '[source.report]\nfile = "report.md"\n\n[statement.days]\ntext = "It often rains."\nin = "r"\n'
    anchor += 'anchor = { source = "report", para = 2, from = "It rains on most days" }\n'
    file.write_text(TEXT.split("# Seen")[0].replace(', "ghost"', "") + anchor, encoding="utf-8")
    assert run(["check", file.name, "--fix"]) == 0
    assert "fixed: mended the anchors of P1" in capsys.readouterr().out
    map = read(file.read_bytes()).map
    assert map.entries["days"].anchor[0].words == 5
    assert map.entries["report"].sha256 is not None


@pytest.mark.parametrize("format", ["json", "github"])
def test_it_is_refused_for_programs(file, capsys, format):
    assert run(["check", file.name, "--fix", "--format", format]) == 2
    assert "--fix goes with --format text" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == TEXT
