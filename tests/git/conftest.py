"""Real git in temporary repositories, heedless of the settings of the person who runs the tests."""

import os
import subprocess
from pathlib import Path

import pytest


class Git:
    """A repository of a test, driven from one folder of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *arguments: str, status: int | None = 0) -> str:
        """What git prints on both of its streams; another exit status than expected fails the test."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
        said = done.stdout.decode()
        assert status is None or done.returncode == status, said
        return said

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    def commit(self, **files: str) -> None:
        """Commit these maps, by what stands in front of their suffix."""
        for name, text in files.items():
            self.write(f"{name}.argmap.toml", text)
        self("add", ".")
        self("commit", "-qm", ", ".join(files) or "all")


@pytest.fixture
def own_git(tmp_path_factory, monkeypatch) -> Path:
    """No settings but a name; the folder that stands for the person's home."""
    home = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in {"HOME": home, "GIT_CONFIG_GLOBAL": home / ".gitconfig", "GIT_CONFIG_NOSYSTEM": 1}.items():
        monkeypatch.setenv(name, str(value))
    settings = "[user]\n\tname = x\n\temail = x@example.org\n[init]\n\tdefaultBranch = main\n"
    (home / ".gitconfig").write_text(settings + '[protocol "file"]\n\tallow = always\n')
    return home


@pytest.fixture
def git(own_git, tmp_path) -> Git:
    """An empty repository."""
    folder = tmp_path / "repository"
    folder.mkdir()
    made = Git(folder)
    made("init", "-q")
    return made


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Write a shell script called argmap into a folder of its own; its path, for a shell."""

    def written(script: str, folder: str = "bin") -> str:
        path = tmp_path / folder / "argmap"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return str(path)

    return written
