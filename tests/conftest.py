"""No test reads or writes the folders of the person who runs it; real git in a temporary folder."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.real_git import Git, alone

settings.register_profile("argmap", deadline=None)
settings.load_profile("argmap")  # no test is about time: a slow disk fails none


def pytest_xdist_auto_num_workers() -> int:
    """Two workers a core: tests of the app wait more than they compute."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path_factory.mktemp("home")
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(home / variable.lower()))
    monkeypatch.delenv("ARGMAP_CONFIG", raising=False)


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """An empty repository, and the current folder is in it."""
    home = tmp_path / "home"
    home.mkdir()
    alone(monkeypatch, home)
    root = tmp_path / "repository"
    root.mkdir()
    repository = Git(root)
    repository("init", "-q", "-b", "main")
    monkeypatch.chdir(root)
    return repository
