import os
import shlex
import subprocess
import sys

import pytest

from argmap.git import drivers
from argmap.git.drivers import settings
from argmap.git.repository import GitError, Repository
from argmap.git.setup import set_up
from tests.edit.conftest import FERRY


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A Python of its own folder; tells where a script called argmap is to be put."""

    def at(folder="bin", *, script="exit 0", environment=False, path=""):
        home = tmp_path / folder
        home.mkdir(parents=True, exist_ok=True)
        if script is not None:
            (home / "argmap").write_text(f"#!/bin/sh\n{script}\n")
            (home / "argmap").chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(home / "python"))
        monkeypatch.setattr(sys, "argv", [str(home / "argmap")])
        monkeypatch.setattr(sys, "prefix", str(tmp_path))
        monkeypatch.setattr(sys, "base_prefix", "/elsewhere" if environment else str(tmp_path))
        monkeypatch.setenv("PATH", f"{path or home}:{os.environ['PATH']}")
        return home

    return at


def test_by_its_name_where_it_is_on_the_path(installed):
    installed()
    assert drivers.program() == "argmap"


def test_by_its_name_where_a_link_to_it_is_on_the_path(installed, tmp_path):
    links = tmp_path.parent / f"{tmp_path.name}-links"
    links.mkdir()
    home = installed(environment=True, path=links)
    (links / "argmap").symlink_to(home / "argmap")
    assert drivers.program() == "argmap"


def test_by_its_path_in_an_environment_that_is_active_only_now(installed):
    home = installed(environment=True)
    assert drivers.program() == str(home / "argmap")


def test_by_its_path_where_another_is_on_the_path(installed, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "argmap").write_text("#!/bin/sh\n")
    (other / "argmap").chmod(0o755)
    home = installed(path=other)
    assert drivers.program() == str(home / "argmap")


@pytest.mark.parametrize("folder", ["with space", "it's", 'quote " and $HOME `x`', "100%O", "%%"])
def test_whatever_its_folder_is_called_git_finds_it(git, installed, folder):
    home = installed(
        folder, environment=True, script='test "$1" = show && echo shown || { shift 6; echo merged >"$2"; }'
    )
    program = drivers.program()
    assert shlex.split(program) == [str(home / "argmap")]
    set_up(Repository.of(git.folder), program)
    git.commit(a=FERRY)
    assert "+shown" in git("show")
    for branch in ("theirs", "ours"):
        git("checkout", "-q", "-b", branch, "main")
        git.commit(a=FERRY.replace("used", branch))
    git("merge", "-q", "-m", "merged", "theirs")
    assert (git.folder / "a.argmap.toml").read_text() == "merged\n"
    for tool, said in (("difftool.argmap.cmd", ["diff"]), ("mergetool.argmap.cmd", [])):
        assert shlex.split(git("config", tool))[: 1 + len(said)] == [str(home / "argmap"), *said]


def test_as_a_module_only_where_that_works(installed, tmp_path, monkeypatch):
    home = installed("py", script=None)
    with pytest.raises(GitError, match="not installed"):
        drivers.program()
    (home / "python").write_text('#!/bin/sh\ntest "$2" = argmap && test -z "$PYTHONPATH"\n')
    (home / "python").chmod(0o755)
    monkeypatch.setenv("PYTHONPATH", "somewhere")
    assert drivers.program() == f"{home / 'python'} -m argmap"


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_words_keep_their_characters_whole_in_every_locale(git, locale, monkeypatch):
    git("config", "diff.x.wordRegex", settings("argmap")["diff.argmap.wordRegex"])
    git.write(".gitattributes", "*.argmap.toml diff=x\n")
    git.commit(a="The café-owner’s “naïve” £5 plan.\n")
    git.write("a.argmap.toml", "The cafè-owner’s “naive” £6 plan.\n")
    monkeypatch.setenv("LC_ALL", locale)
    done = subprocess.run(["git", "diff", "--word-diff"], cwd=git.folder, capture_output=True, check=True)
    line = done.stdout.decode().splitlines()[-1]
    assert "£[-5-]{+6+} plan." in line
    assert "The " in line
