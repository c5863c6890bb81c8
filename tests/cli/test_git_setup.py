import subprocess
import sys

import pytest

from argmap.cli.app import run
from argmap.git import drivers
from tests.edit.conftest import FERRY
from tests.git.conftest import git, own_git
from tests.published import ROOT

__all__ = ["git", "own_git"]


@pytest.fixture(autouse=True)
def _in_the_repository(git, monkeypatch):
    monkeypatch.chdir(git.folder)
    monkeypatch.setattr(drivers, "program", lambda: "argmap")


def test_set_up_and_undo_line_by_line(git, capsys):
    assert run(["git-setup"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [".gitattributes", "git's settings"]
    assert run(["git-setup"]) == 0
    assert capsys.readouterr().out == "nothing to do: all is set up\n"
    assert run(["git-setup", "--undo"]) == 0
    assert capsys.readouterr().out.startswith(".gitattributes: removed\n")
    assert run(["git-setup", "--undo"]) == 0
    assert capsys.readouterr().out == "nothing to undo: nothing is set up\n"


def test_of_another_folder(git, tmp_path, monkeypatch):
    (git.folder / "maps").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run(["git-setup", "repository/maps"]) == 0
    assert (git.folder / ".gitattributes").exists()


@pytest.mark.parametrize(
    ("folder", "said"), [("..", "is not in a git repository"), (".git", "in a bare repository, or in .git itself")]
)
def test_elsewhere_is_one_line_and_status_two(folder, said, capsys):
    assert run(["git-setup", folder]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("argmap: ")
    assert err.count("\n") == 1
    assert said in err


def test_other_drivers_are_one_line_and_status_two(git, capsys):
    git.write(".gitattributes", "*.toml -diff\n")
    assert run(["git-setup"]) == 2
    assert "line 1 of .gitattributes (*.toml -diff)" in capsys.readouterr().err
    assert (git.folder / ".gitattributes").read_text() == "*.toml -diff\n"


def test_show_for_reviewing(git, capfdbinary):
    git.write("a.argmap.toml", FERRY)
    assert run(["show", "--format", "review", "--", "a.argmap.toml"]) == 0
    assert b"because [because-used] for keep\n  [used] The ferry is used.\n" in capfdbinary.readouterr().out
    git.write("-b.argmap.toml", "no = map")
    assert run(["show", "--format", "review", "--", "-b.argmap.toml"]) == 0
    assert capfdbinary.readouterr().out == b"no = map\n"
    assert run(["show", "a.argmap.toml", "used", "--format", "review"]) == 2
    assert run(["show", "--format", "review", "missing.argmap.toml"]) == 2


def test_it_prints_the_same_bytes_whatever_the_locale(git):
    git.write("a.argmap.toml", FERRY.replace("is used", "— “is” ünused"))
    command = [sys.executable, "-m", "argmap", "show", "--format", "review", "a.argmap.toml"]
    latin = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    for env in (latin, {"PYTHONPATH": str(ROOT)}):
        done = subprocess.run(command, capture_output=True, check=True, env=env)
        assert "[used] The ferry — “is” ünused." in done.stdout.decode()


def test_only_what_is_asked_is_loaded():
    code = (
        "import sys; from argmap.cli.app import run; run(['show', '--format', 'review', 'a.argmap.toml']); "
        "print([name for name in ('textual', 'argmap.edit', 'argmap.check', 'argmap.diagram') if name in sys.modules])"
    )
    with open("a.argmap.toml", "w") as file:
        file.write(FERRY)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONPATH": str(ROOT)})
    assert done.stdout.splitlines()[-1] == b"[]"
