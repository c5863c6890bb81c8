"""Real git in a temporary folder, nobody's own configuration in it."""

import subprocess
from pathlib import Path

import pytest


class Git:
    """A repository that commands are run in."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __call__(self, *arguments: str, fails: bool = False) -> str:
        """What a git command prints, both streams; it must succeed, or fail where that is expected."""
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, capture_output=True, text=True, stdin=subprocess.DEVNULL
        )
        assert (done.returncode != 0) == fails, done.stdout + done.stderr
        return done.stdout + done.stderr

    def write(self, text: str, name: str = "ferry.argmap.toml") -> Path:
        """A file with this text."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    def commit(self, text: str, name: str = "ferry.argmap.toml", message: str = "change") -> str:
        """Commit a file with this text; the commit's hash."""
        self.write(text, name)
        self("add", "-A")
        self("commit", "-q", "--allow-empty", "-m", message)
        return self("rev-parse", "HEAD").strip()


def alone(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Let git see neither the user's nor the machine's configuration, nor a repository around."""
    for name, value in {
        "HOME": home,
        "XDG_CONFIG_HOME": home / "config",
        "GIT_CONFIG_GLOBAL": home / "gitconfig",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CEILING_DIRECTORIES": home.parent,
        "GIT_AUTHOR_NAME": "Ada",
        "GIT_AUTHOR_EMAIL": "ada@example.org",
        "GIT_COMMITTER_NAME": "Ada",
        "GIT_COMMITTER_EMAIL": "ada@example.org",
    }.items():
        monkeypatch.setenv(name, str(value))
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
