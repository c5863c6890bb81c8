import json

import pytest

from argmap.cli.app import run
from tests.edit.conftest import FERRY

NEW = FERRY.replace("The ferry is used.", "The ferry is loved.")


def test_since_the_last_commit(git, capsys):
    git.commit(FERRY)
    git.write(NEW)
    assert run(["diff", "ferry.argmap.toml"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "ferry.argmap.toml: 1 changed (HEAD → on disk)",
        "  ~ C2 reworded: The ferry is [-used-]{+loved+}.",
    ]
    assert run(["diff", "--exit-code", "ferry.argmap.toml"]) == 1
    git.write(FERRY + "# a comment\n")
    assert run(["diff", "--exit-code", "ferry.argmap.toml"]) == 0


def test_two_revisions_and_every_changed_map_below_a_folder(git, capsys, monkeypatch):
    first = git.commit(FERRY, "maps/a b.argmap.toml")
    git.commit(NEW, "maps/a b.argmap.toml")
    git.commit(FERRY, "maps/new.argmap.toml")
    git.commit("x", "other.txt")
    assert run(["diff", "maps/a b.argmap.toml", "--from", first, "--to", "HEAD"]) == 0
    assert "reworded" in capsys.readouterr().out
    assert run(["diff", "--from", first, "--format", "markdown"]) == 0
    out = capsys.readouterr().out
    assert "### maps/a b\\.argmap\\.toml" in out
    assert "a new map, 8 statements" in out
    assert "other" not in out
    monkeypatch.chdir(git.root / "maps")
    assert run(["diff", "--from", first, "--to", "HEAD", "--format", "json"]) == 0
    assert [each["file"] for each in json.loads(capsys.readouterr().out)] == [
        "maps/a b.argmap.toml",
        "maps/new.argmap.toml",
    ]


def test_a_renamed_file_is_compared_with_what_it_was(git, capsys):
    git.commit(FERRY, "old.argmap.toml")
    git("mv", "old.argmap.toml", "new.argmap.toml")
    git.write(NEW, "new.argmap.toml")
    git("add", "-A")
    assert run(["diff", "new.argmap.toml"]) == 0
    assert "1 changed" in capsys.readouterr().out
    assert run(["diff"]) == 0
    assert "new.argmap.toml: 1 changed" in capsys.readouterr().out


def test_two_files_need_no_git(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.toml").write_text(FERRY)
    (tmp_path / "b.toml").write_text(NEW)
    monkeypatch.setenv("PATH", "")
    assert run(["diff", "a.toml", "b.toml"]) == 0
    assert "b.toml: 1 changed (a.toml → b.toml)" in capsys.readouterr().out
    assert run(["diff", "a.toml"]) == 2
    assert "git is not installed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["diff", "ferry.argmap.toml", "--from", "v9"], 'there is no revision "v9"'),
        (["diff", "ferry.argmap.toml", "--from", "--all"], 'there is no revision "--all"'),
        (["diff", "none.argmap.toml"], "is neither in HEAD nor on disk"),
        (["diff", "untracked.argmap.toml"], "is not known to git yet"),
        (["diff", "../home"], "is not in a git repository"),
        (["diff", "broken.argmap.toml"], "HEAD:broken.argmap.toml:2:9: error F003"),
        (["diff", "binary.argmap.toml"], "not a text file"),
        (["diff", "ferry.argmap.toml", "missing.toml"], "missing.toml does not exist"),
    ],
)
def test_what_cannot_be_compared_is_told(git, capsys, arguments, why):
    git.commit("argmap = 1\ntitle = no\n", "broken.argmap.toml")
    git.commit(FERRY)
    (git.root / "binary.argmap.toml").write_bytes(b"\x00\xff")
    git("add", "-A")
    git.write(FERRY, "untracked.argmap.toml")
    assert run(arguments) == 2
    told = capsys.readouterr().err
    assert why in told
    assert "Traceback" not in told


def test_no_repository_a_bare_one_and_no_commit(git, tmp_path, monkeypatch, capsys):
    git.write(FERRY)
    assert run(["diff", "ferry.argmap.toml"]) == 2
    assert "has no commit yet" in capsys.readouterr().err
    outside = tmp_path / "outside"
    outside.mkdir()
    monkeypatch.chdir(outside)
    (outside / "x.argmap.toml").write_text(FERRY)
    assert run(["diff", "x.argmap.toml"]) == 2
    assert "is not in a git repository" in capsys.readouterr().err
    git("init", "-q", "--bare", str(outside / "bare.git"))
    (outside / "bare.git" / "x.argmap.toml").write_text(FERRY)
    assert run(["diff", "bare.git/x.argmap.toml"]) == 2
    assert "bare repository" in capsys.readouterr().err
