import subprocess
import sys

import pytest

from argmap.cli.app import run
from argmap.format import read
from tests.edit.conftest import FERRY

OURS = FERRY.replace("The ferry is used.", "Mine.").replace("The ferry costs a lot.", "It costs too much.")
THEIRS = FERRY.replace("The ferry is used.", "Theirs.").replace("People love", "All love")


@pytest.fixture
def three(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in (("base", FERRY), ("ours", OURS), ("theirs", THEIRS)):
        (tmp_path / f"{name}.argmap.toml").write_text(text)
    return [f"{name}.argmap.toml" for name in ("base", "ours", "theirs")]


def test_conflicts_are_marked_told_and_resolved(three, tmp_path, capsys):
    assert run(["merge", *three, "-o", "merged"]) == 1
    told = capsys.readouterr()
    assert "wrote merged.argmap.toml" in told.out
    assert "1 conflict; `argmap merged.argmap.toml` opens it" in told.err
    assert "C2 “Mine.”: text" in told.err
    merged = tmp_path / "merged.argmap.toml"
    assert "<<<<<<< ours.argmap.toml" in merged.read_text()
    assert run(["check", "merged.argmap.toml"]) == 1
    assert "error F006: lines 11 to 17 hold a merge conflict" in capsys.readouterr().out
    assert run(["resolve", "merged.argmap.toml"]) == 1
    assert "   theirs: “Theirs.”" in capsys.readouterr().out
    assert run(["resolve", "merged.argmap.toml", "--take", "theirs", "--only", "2"]) == 2
    assert "there is no conflict 2" in capsys.readouterr().err
    assert run(["resolve", "merged.argmap.toml", "--take", "theirs", "--only", "1"]) == 0
    assert merged.read_text() == THEIRS.replace("The ferry costs a lot.", "It costs too much.")
    assert run(["resolve", "merged.argmap.toml"]) == 0
    assert "holds no merge conflict" in capsys.readouterr().out


def test_several_conflicts_can_be_resolved_one_by_one(three, tmp_path, capsys):
    (tmp_path / three[1]).write_text(OURS.replace("The harbour is deep.", "Wide."))
    (tmp_path / three[2]).write_text(THEIRS.replace("The harbour is deep.", "Cold."))
    run(["merge", *three, "-o", "merged"])
    assert run(["resolve", "merged.argmap.toml", "--take", "theirs", "--only", "2"]) == 1
    assert "settled 1 in merged.argmap.toml; 1 left" in capsys.readouterr().out
    assert run(["resolve", "merged.argmap.toml", "--take", "both"]) == 0
    map = read((tmp_path / "merged.argmap.toml").read_bytes()).map
    assert map.entries["spare"].text == "Cold."
    assert (map.entries["used"].text, map.entries["used"].note) == ("Mine.", "[other text: “Theirs.”]")


def test_a_clean_merge_is_printed(three, tmp_path, capsys):
    (tmp_path / three[2]).write_text(FERRY.replace("People love", "All love"))
    assert run(["merge", *three]) == 0
    assert capsys.readouterr().out == OURS.replace("People love", "All love")


def test_the_driver_replaces_ours_and_leaves_it_alone_when_it_cannot_merge(three, tmp_path, capsys, monkeypatch):
    assert run(["merge", "--driver", "--marker-size", "11", "--path", "maps/ferry.argmap.toml", *three]) == 1
    assert "<" * 11 + " ours\n" in (tmp_path / three[1]).read_text()
    assert "argmap: maps/ferry.argmap.toml: 1 conflict" in capsys.readouterr().err
    (tmp_path / three[1]).write_text("broken")
    assert run(["merge", "--driver", *three]) == 2
    assert "is merged as text: ours is no map that can be read" in capsys.readouterr().err
    assert (tmp_path / three[1]).read_text() == "broken"
    (tmp_path / three[1]).write_text(OURS)

    def fail(*args, **kwargs):
        raise RuntimeError("boom")

    monkeypatch.setattr("argmap.git.file_merge.merge_files", fail)
    assert run(["merge", "--driver", *three]) == 2
    assert "merging by meaning failed (RuntimeError('boom'))" in capsys.readouterr().err
    assert (tmp_path / three[1]).read_text() == OURS


def test_a_merge_replaces_no_file_and_names_what_is_no_map(three, tmp_path, capsys):
    assert run(["merge", *three, "-o", three[0]]) == 2
    assert "exists already" in capsys.readouterr().err
    (tmp_path / three[0]).write_bytes(b"\x00")
    assert run(["merge", *three]) == 2
    assert "not merged: base.argmap.toml is no map that can be read" in capsys.readouterr().err
    assert run(["merge", "missing.toml", *three[1:]]) == 2
    assert run(["resolve", "missing.toml"]) == 2


def test_a_resolution_by_hand_that_is_wrong_is_told(three, tmp_path, capsys):
    """Both lines kept, or a marker left."""
    run(["merge", *three, "-o", "merged"])
    path = tmp_path / "merged.argmap.toml"
    lines = path.read_text().splitlines()
    kept = [line for line in lines if not line.startswith(("<<<<<<<", "|||||||", "=======", ">>>>>>>"))]
    path.write_text("\n".join(kept))
    capsys.readouterr()
    assert run(["check", str(path)]) == 1
    assert "F003" in capsys.readouterr().out
    path.write_text("\n".join(line for line in lines if not line.startswith("<<<<<<<")))
    assert run(["check", str(path)]) == 1
    assert "F006" in capsys.readouterr().out
    assert run(["resolve", str(path)]) == 2
    assert "markers are not whole" in capsys.readouterr().err


def test_a_driver_that_hangs_ends_by_itself_and_leaves_ours_alone(three, tmp_path):
    hanging = (
        "import sys, time; from argmap.cli import merge; merge._SECONDS = 0.3; import argmap.git.file_merge as m; "
        "m.merge_files = lambda *a, **k: time.sleep(60); from argmap.cli.app import run; sys.exit(run(sys.argv[1:]))"
    )
    done = subprocess.run([sys.executable, "-c", hanging, "merge", "--driver", *three], cwd=tmp_path, timeout=50)
    assert done.returncode == 124
    assert (tmp_path / three[1]).read_text() == OURS


def test_both_is_no_answer_where_only_one_can_stand(three, tmp_path, capsys):
    for name, text in zip(three, (FERRY, OURS, THEIRS), strict=True):
        colour = {"base": "red", "ours": "blue", "theirs": "green"}[name.split(".")[0]]
        (tmp_path / name).write_text(text.replace('text = "The harbour', f'colour = "{colour}"\ntext = "The harbour'))
    run(["merge", *three, "-o", "merged"])
    assert run(["resolve", "merged.argmap.toml", "--take", "both"]) == 1
    told = capsys.readouterr()
    assert "settled 1 in merged.argmap.toml; 1 left" in told.out
    assert "both is no answer here; take ours or theirs" in told.err
    text = (tmp_path / "merged.argmap.toml").read_text()
    assert '"blue"' in text
    assert '"green"' in text
    assert run(["resolve", "merged.argmap.toml", "--take", "theirs"]) == 0
    assert '"blue"' not in (tmp_path / "merged.argmap.toml").read_text()


def test_what_theirs_deleted_is_seen_without_a_base_in_the_markers(git, capsys):
    """Plain git, without any set-up, leaves markers without a base; git itself knows it."""
    loved = FERRY[FERRY.index("[reason.because-loved]") : FERRY.index("[objection.but-cost]")]
    git.commit(FERRY)
    git("checkout", "-q", "-b", "theirs")
    git.commit(FERRY.replace(loved, ""))
    git("checkout", "-q", "main")
    git.commit(FERRY.replace("People love", "All love"))
    git("merge", "theirs", fails=True)
    assert "|||||||" not in (git.root / "ferry.argmap.toml").read_text()
    assert run(["resolve", "ferry.argmap.toml"]) == 1
    assert "changed by ours, deleted by theirs" in capsys.readouterr().out
    assert run(["resolve", "ferry.argmap.toml", "--take", "theirs"]) == 0
    assert (git.root / "ferry.argmap.toml").read_text() == FERRY.replace(loved, "")
