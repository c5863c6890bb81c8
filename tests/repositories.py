"""Real git in a folder of its own, away from the settings of the person who runs the tests."""

import os
import subprocess
from pathlib import Path

_SETTINGS = "[init]\n\tdefaultBranch = main\n[commit]\n\tgpgSign = false\n[merge]\n\tconflictStyle = merge\n"


class GitFolder:
    """A repository; its commits are a day apart, the first on 2026-01-01, by author and committer."""

    def __init__(self, folder: Path, monkeypatch) -> None:
        self.folder = folder
        self.days = 0
        folder.mkdir()
        home = folder.parent / "git-home"
        home.mkdir(exist_ok=True)
        (home / "config").write_text(_SETTINGS, encoding="utf-8")
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            monkeypatch.delenv(name)
        monkeypatch.setenv("HOME", str(home))
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / "config"))
        monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
        self.git("init", "-q")

    def git(self, *arguments: str, check: bool = True, author: str = "Ada Quay") -> str:
        date = f"2026-01-{self.days:02}T12:00:00+02:00" if self.days else "2026-01-01T12:00:00+02:00"
        who = {"NAME": author, "EMAIL": "ada@quay.example", "DATE": date}
        environment = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env={**os.environ, **environment}, capture_output=True, check=check
        )
        return done.stdout.decode().strip()

    def write(self, text: str | bytes, name: str = "ferry.argmap.toml") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def commit(self, text: str | bytes | None, subject: str, name: str = "ferry.argmap.toml", **author: str) -> str:
        """Commit a file with that text (without text, whatever there is to commit); returns the hash."""
        self.days += 1
        if text is not None:
            self.write(text, name)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", subject, **author)
        return self.git("rev-parse", "HEAD")

    def merge(self, branch: str, text: str | bytes | None = None, name: str = "ferry.argmap.toml") -> str:
        """Merge a branch, with that text where one is given; returns the hash."""
        self.git("merge", "-q", "--no-ff", "--no-commit", branch, check=False)
        return self.commit(text, f"Merge {branch}", name)
