"""A git repository, asked by way of the git program; what it refuses is told to people."""

import contextlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_NO_GIT = "git is not installed, or not on the PATH; install it, then try again"
_FOUND = re.compile(rb"[0-9a-f]+ (?P<kind>[a-z]+) (?P<size>\d+)\n")
_QUIET = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat"}


class GitError(Exception):
    """Git can't give or do what was asked; the message tells people why and what to do."""


@dataclass(frozen=True)
class Repository:
    """A repository with a working tree; `root` is that tree's topmost folder."""

    root: Path

    @classmethod
    def of(cls, path: Path) -> "Repository":
        """The repository that a file or folder stands in, be it a worktree's or a submodule's; raises GitError."""
        folder = Path(os.path.realpath(path))
        while not folder.is_dir() and folder != folder.parent:
            folder = folder.parent
        done = run(["rev-parse", "--is-inside-work-tree", "--show-toplevel"], folder)
        inside, _, root = done.stdout.decode("utf-8", "surrogateescape").partition("\n")
        if done.returncode == 0 and inside == "true":
            return cls(Path(root.removesuffix("\n")))
        if inside == "false" or b"work tree" in done.stderr:
            raise GitError(f"{folder} is in a bare repository, or in .git itself; go to a working tree of it")
        if b"dubious ownership" in done.stderr:
            raise GitError(f"git won't work in {folder}: it belongs to somebody else (see: git help safe.directory)")
        raise GitError(f"{folder} is not in a git repository; `git init` begins one")

    def git(self, *arguments: str, given: bytes | None = None) -> bytes:
        """What a git command prints, run in the topmost folder; raises GitError with git's own words."""
        done = run(arguments, self.root, given)
        if done.returncode != 0:
            said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
            raise GitError(f"git {arguments[0]} failed: {said or f'status {done.returncode}'}")
        return done.stdout

    def tried(self, *arguments: str) -> str | None:
        """The text a git command prints, without its last line end; None where it fails."""
        done = run(arguments, self.root)
        return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n") if done.returncode == 0 else None

    def name_of(self, path: Path) -> str:
        """How git calls a file: its path from the topmost folder, with forward slashes; raises GitError."""
        folder = Path(os.path.realpath(path.parent))
        try:
            return (folder / path.name).relative_to(os.path.realpath(self.root)).as_posix()
        except ValueError:
            raise GitError(f"{path} is outside of the repository {self.root}") from None

    def commit(self, revision: str) -> str:
        """The full hash of the commit that a revision names; raises GitError."""
        found = self.tried("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if found is not None and not found.startswith("^"):
            return found
        if revision == "HEAD":
            raise GitError(f"the repository {self.root} has no commit yet; `git commit` makes the first")
        raise GitError(f'there is no revision "{revision}" in {self.root}; `git log` and `git branch -a` list them')

    def read(self, revision: str, name: str) -> bytes:
        """A file's bytes in a revision, `name` as git calls it; raises GitError."""
        commit = self.commit(revision)
        done = run(["cat-file", "blob", f"{commit}:{name}"], self.root)
        if done.returncode == 0:
            return done.stdout
        raise GitError(
            f"{name} is not in revision {revision}; `git log --follow -- {name}` tells since when it is there"
        )

    def shallow(self) -> frozenset[str]:
        """The commits at which the history of a shallow clone ends; none in a whole one."""
        path = self.tried("rev-parse", "--git-path", "shallow")
        try:
            return frozenset((self.root / path).read_text().split()) if path else frozenset()
        except OSError:
            return frozenset()

    @contextlib.contextmanager
    def files(self) -> Iterator["Files"]:
        """Files of many commits, read one after another by one process; raises GitError."""
        with _told(self.root):
            process = subprocess.Popen(
                [_program(), "cat-file", "--batch"],
                cwd=self.root,
                env={**os.environ, **_QUIET},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield Files(process.stdin, process.stdout)
        finally:
            for stream in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    stream.close()
            process.wait()


@dataclass(frozen=True)
class Files:
    """What `Repository.files` reads from."""

    _asked: IO[bytes]
    _answered: IO[bytes]

    def read(self, commit: str, name: str) -> bytes | None:
        """A file's bytes in a commit, `name` as git calls it; None where it isn't there; raises GitError."""
        if "\n" in name:
            raise GitError(f"the history of {name} can't be read: its name holds a line break")
        try:
            self._asked.write(os.fsencode(f"{commit}:{name}\n"))
            self._asked.flush()
            answer = self._answered.readline()
            found = _FOUND.fullmatch(answer)
            data = self._answered.read(int(found["size"]) + 1) if found else b""
        except OSError as error:
            raise GitError(f"git cat-file failed at {commit}: {error.strerror or error}") from None
        if not answer.endswith(b"\n") or (found and len(data) <= int(found["size"])):
            raise GitError(f"git cat-file ended before it had read {name} in {commit}; `git fsck` tells what is broken")
        return data[:-1] if found and found["kind"] == b"blob" else None


def run(arguments: Sequence[str], folder: Path, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, its messages in English; raises GitError where there is no git."""
    with _told(folder):
        return subprocess.run(
            [_program(), *arguments], cwd=folder, input=given or b"", capture_output=True, env={**os.environ, **_QUIET}
        )


def _program() -> str:
    program = shutil.which("git")
    if program is None:
        raise GitError(_NO_GIT)
    return program


@contextlib.contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise GitError(f"git can't be run in {folder}: {error}") from None
