import json

import pytest

from argmap.cli.app import run
from tests.edit.conftest import FERRY
from tests.repositories import GitFolder

MAP = "ferry.argmap.toml"
FULL = FERRY.replace("The ferry is used.", "The ferry is full.")


@pytest.fixture
def repo(tmp_path, monkeypatch):
    repo = GitFolder(tmp_path / "repo", monkeypatch)
    monkeypatch.chdir(repo.folder)
    return repo


def lines(capsys, *arguments):
    assert run(["blame", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


def refused(capsys, *arguments):
    """The one line that a refusal prints."""
    assert run(["blame", *arguments]) == 2
    done = capsys.readouterr()
    assert done.out == ""
    assert done.err.count("\n") == 1
    return done.err


def test_every_row_has_its_commit(repo, capsys):
    first = repo.commit(FERRY, "Begin")[:7]
    second = repo.commit(FULL, "Say full", author="Bartholomew Quayside")[:7]
    repo.write(FULL.replace("People love", "Many love"))
    assert lines(capsys, MAP) == [
        f"{first} 2026-01-01 Ada Quay       C1 The ferry should stay.",
        f"{first} 2026-01-01 Ada Quay         R1 reason for C1",
        f"{second} 2026-01-02 Bartholomew Q…     C2 The ferry is full.",
        f"{first} 2026-01-01 Ada Quay             R2 reason for C2",
        f"{first} 2026-01-01 Ada Quay               P1 Passengers were counted.",
        f"{first} 2026-01-01 Ada Quay           P2 If the ferry is full and it is not the case that there is a bridge, "
        "then the ferry should stay.",
        f"{first} 2026-01-01 Ada Quay             Q1 There is a bridge.",
        f"{first} 2026-01-01 Ada Quay         R3 reason for C1",
        "....... not committed yet             P3 Many love the ferry.",
        f"{first} 2026-01-01 Ada Quay         O1 objection to C1",
        f"{first} 2026-01-01 Ada Quay           O1 The ferry costs a lot.",
        f"{first} 2026-01-01 Ada Quay       The harbour is deep.",
    ]


def test_a_shared_statement_has_one_row(repo, capsys):
    repo.commit(FERRY.replace('in = "because-counted"', 'in = ["because-counted", "because-loved"]'), "Begin")
    assert len([line for line in lines(capsys, MAP) if "counted" in line]) == 1


def test_a_part_and_another_revision(repo, capsys):
    first = repo.commit(FERRY, "Begin")[:7]
    repo.commit(FULL, "Say full")
    assert lines(capsys, MAP, "R2") == [
        f"{first} 2026-01-01 Ada Quay R2 reason for C2",
        f"{first} 2026-01-01 Ada Quay   P1 Passengers were counted.",
    ]
    (row, *_) = lines(capsys, MAP, "C2", "--revision", "HEAD~1")
    assert row == f"{first} 2026-01-01 Ada Quay C2 The ferry is used."
    (repo.folder / MAP).unlink()
    assert lines(capsys, MAP, "C2", "--revision", "HEAD")[0].endswith("C2 The ferry is full.")
    assert "not there any more" in refused(capsys, MAP)


def test_a_terminal_gets_lines_cut_at_its_width(repo, capsys, monkeypatch):
    repo.commit(FERRY.replace("costs a lot", "costs 京都京都京都京都京都京都京都"), "Begin")
    monkeypatch.setattr("argmap.cli.blame.terminal_width", lambda: 60)
    told = lines(capsys, MAP)
    assert max(map(len, told)) <= 60
    assert next(line for line in told if "京" in line).endswith("…")
    assert any(line.endswith("…") and len(line) == 60 for line in told)


def test_a_merge_in_progress_counts_both_sides(repo, capsys):
    repo.commit(FERRY, "Begin")
    repo.git("checkout", "-q", "-b", "side")
    theirs = repo.commit(FERRY.replace("People love", "Many love"), "Theirs")[:7]
    repo.git("checkout", "-q", "main")
    ours = repo.commit(FULL, "Ours")[:7]
    repo.git("merge", "-q", "--no-commit", "side")
    assert lines(capsys, MAP, "P3")[0].startswith(theirs)
    assert lines(capsys, MAP, "C2")[0].startswith(ours)


def test_json(repo, capsys):
    first = repo.commit(FERRY, "Begin")
    repo.write(FULL)
    rows = json.loads("\n".join(lines(capsys, MAP, "--format", "json")))
    assert rows[0] == {
        "commit": first,
        "date": "2026-01-01T12:00:00+02:00",
        "author": "Ada Quay",
        "subject": "Begin",
        "shallow": False,
        "id": "keep",
        "kind": "statement",
        "label": "C1",
        "sentence": "The ferry should stay.",
    }
    assert next(row for row in rows if row["id"] == "used")["commit"] is None
    assert next(row for row in rows if row["id"] == "because-used")["sentence"] is None


def test_a_shallow_clone_is_told(repo, capsys, tmp_path, monkeypatch):
    repo.commit(FERRY, "Begin")
    boundary = repo.commit(FULL, "Say full")
    repo.git("clone", "-q", "--depth", "1", repo.folder.as_uri(), str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    assert run(["blame", MAP, "P1"]) == 0
    done = capsys.readouterr()
    assert done.out.startswith(f"^{boundary[:7]} 2026-01-02")
    assert "shallow clone" in done.err


def test_versions_that_cannot_be_read_are_told_on_the_side(repo, capsys):
    repo.commit(FERRY, "Begin")
    bad = repo.commit("argmap = 1\n[statement.a]\ntext = 3\n", "Break it")
    repo.commit(FULL, "Mend it")
    assert run(["blame", MAP]) == 0
    assert f"{bad[:7]} 2026-01-02 was passed over: line 3: " in capsys.readouterr().err
    assert "could not be read: line 3" in refused(capsys, MAP, "--revision", "HEAD~1")


def test_what_is_unknown_is_told(repo, capsys):
    repo.write(FERRY)
    assert "no commit yet" in refused(capsys, MAP)
    repo.commit(FERRY, "Begin")
    assert 'no revision "nowhere"' in refused(capsys, MAP, "--revision", "nowhere")
    assert 'no revision "-q"' in refused(capsys, MAP, "--revision=-q")
    assert 'nothing called "C9"' in refused(capsys, MAP, "C9")
    repo.write(FERRY, "new.argmap.toml")
    assert "no commit up to HEAD has a file new.argmap.toml" in refused(capsys, "new.argmap.toml")
