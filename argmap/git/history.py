"""The versions of one map file in git's history, newest first; each is read once, when it is asked for."""

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from argmap.format import ReadError, read
from argmap.git.repository import Files, GitError, Repository
from argmap.model import ArgumentMap

_FORMAT = ("--format=%h%x00%aN%x00%aI%x00%s", "--encoding=UTF-8")


@dataclass(frozen=True, slots=True)
class Commit:
    """Who made a version, when and why; `date` is the author's, in ISO 8601.

    `before` names the commits of the versions before it; `cut` tells that a shallow clone begins with it.
    """

    hash: str
    short: str
    author: str
    date: str
    subject: str
    before: tuple[str, ...]
    cut: bool = False


UNCOMMITTED = Commit("", "", "", "", "not committed yet", ())
"""In place of a commit: the file on disk."""


@dataclass(frozen=True)
class Version:
    """The file in one commit, by its name there.

    `data` is None and the map empty where it wasn't there; `unread` says why it is no map, if so.
    """

    commit: Commit
    name: str
    data: bytes | None
    map: ArgumentMap
    unread: str = ""

    @classmethod
    def of(cls, commit: Commit, name: str, data: bytes | None) -> "Version":
        """The version that these bytes are."""
        if data is None:
            return cls(commit, name, None, ArgumentMap())
        try:
            return cls(commit, name, data, read(data).map)
        except ReadError as error:
            problem = error.problems[0]
            return cls(commit, name, data, ArgumentMap(), f"line {problem.line}: {problem.message}")


class History:
    """What led to one version of a map file, across renamings of the file and along all branches.

    `commits` are those that changed the file, by hash, newest first, and none in front of one that it
    led to; `newest` is the version they led to: that of the first of them, or the file on disk, which
    stands in front of them as UNCOMMITTED.
    """

    def __init__(
        self, repository: Repository, files: Files, name: str, revision: str = "HEAD", disk: Version | None = None
    ) -> None:
        """Use `of`."""
        self._repository = repository
        self._files = files
        self._shallow = repository.shallow()
        self._read: dict[str, Version] = {}
        self._oldest: dict[str, int] = {}
        starts = [repository.commit(revision)]
        if disk is not None and (merging := repository.tried("rev-parse", "--verify", "--quiet", "MERGE_HEAD")):
            starts.append(merging)
        self._names, self._renamed, self.commits = self._looked_up(name, starts)
        if not self.commits:
            missing = f"no commit up to {revision} has a file {name}"
            there = disk is None or disk.data is not None
            advice = "`git add` and `git commit` begin its history" if there else "nor is there one on disk"
            raise GitError(f"{missing}; {advice}")
        if disk is not None:
            heads = (head for start in starts for head in self._listed(self._names, "-1", start))
            unsaved = replace(UNCOMMITTED, before=tuple(dict.fromkeys(heads)))
            self.commits = {unsaved.hash: unsaved, **self.commits}
            self._read[unsaved.hash] = replace(disk, commit=unsaved)
        self._place = {hash: at for at, hash in enumerate(self.commits)}
        self.newest = self.version(next(iter(self.commits)), name)

    @classmethod
    @contextlib.contextmanager
    def of(
        cls, repository: Repository, name: str, revision: str = "HEAD", disk: Version | None = None
    ) -> Iterator["History"]:
        """The history of the file that git calls `name`, to be read while this is open.

        It is that of the file on `disk` where that is given, else that in the revision. Raises GitError
        where no commit up to it has the file.
        """
        with repository.files() as files:
            yield cls(repository, files, name, revision, disk)

    @property
    def cut(self) -> bool:
        """Whether a shallow clone holds only a part of it."""
        return any(commit.cut for commit in self.commits.values())

    def version(self, commit: str, *names: str) -> Version:
        """The file in a commit, under the first of the names that it has there."""
        if commit not in self._read:
            found = ((name, self._files.read(commit, name)) for name in names)
            name, data = next((pair for pair in found if pair[1] is not None), (names[0], None))
            self._read[commit] = Version.of(self.commits[commit], name, data)
        return self._read[commit]

    def forget(self, version: Version) -> None:
        """Let go of a version that won't be asked for again."""
        self._read.pop(version.commit.hash, None)

    def before(self, version: Version) -> tuple[list[Version], list[Version]]:
        """The versions before one, and those that had to be passed over since they can't be read."""
        found: dict[str, Version] = {}
        passed: dict[str, Version] = {}
        waiting = [version]
        while waiting:
            child = waiting.pop()
            names = (child.name, *self._renamed.get((child.commit.hash, child.name), ()))
            for commit in child.commit.before:
                parent = self.version(commit, *names)
                if not parent.unread:
                    found[commit] = parent
                elif commit not in passed:
                    passed[commit] = parent
                    waiting.append(parent)
        return list(found.values()), list(passed.values())

    def named_before(self, version: Version, id: str) -> bool:
        """Whether a version older than this one may have an entry of that id: whether the word is in its file."""
        if id not in self._oldest:
            holding = (at for hash, at in reversed(self._place.items()) if hash and self._holds(hash, id))
            self._oldest[id] = next(holding, -1)
        return self._place[version.commit.hash] < self._oldest[id]

    def _holds(self, commit: str, word: str) -> bool:
        return any(os.fsencode(word) in (self._files.read(commit, name) or b"") for name in self._names)

    def base(self, versions: Iterable[Version]) -> ArgumentMap:
        """The map that several versions have all come from; empty where there is none."""
        found = self._repository.tried("merge-base", "--octopus", *(version.commit.hash for version in versions))
        data = (self._files.read(found, name) for name in self._names) if found else ()
        return Version.of(UNCOMMITTED, self._names[0], next(filter(None, data), None)).map

    def _looked_up(
        self, name: str, starts: Sequence[str]
    ) -> tuple[list[str], Mapping[tuple[str, str], list[str]], dict[str, Commit]]:
        """All names that the file has had, those it had before commits renamed it, and the commits that changed it."""
        names = [name]
        while True:
            commits = self._listed(names, "--date-order", *starts)
            renamed: dict[tuple[str, str], list[str]] = {}
            for commit, old, new in self._renamings(names, commits):
                renamed.setdefault((commit, new), []).append(old)
            more = {old for olds in renamed.values() for old in olds}.difference(names)
            if not more:
                return names, renamed, commits
            names += sorted(more)

    def _listed(self, names: Iterable[str], *arguments: str) -> dict[str, Commit]:
        """The commits that changed a file with any of the names, as git lists them."""
        told = self._repository.git("rev-list", "--parents", *_FORMAT, *arguments, *_paths(names))
        lines = iter(told.decode("utf-8", "replace").split("\n")[:-1])
        found = {}
        for line in lines:
            hash, *before = line.removeprefix("commit ").split()
            short, author, date, subject = next(lines).split("\0")
            found[hash] = Commit(hash, short, author, date, subject, tuple(before), hash in self._shallow)
        return found

    def _renamings(self, names: Sequence[str], commits: Iterable[str]) -> Iterator[tuple[str, str, str]]:
        """Which of the commits gave a file one of the names: the commit, the old and the new name."""
        adding = dict.fromkeys(commit for commit, *_ in self._differing(commits, "--diff-filter=A", *_paths(names)))
        for commit, *both in self._differing(adding, "-M", "--diff-filter=R"):
            if both[1] in names:
                yield commit, both[0], both[1]

    def _differing(self, commits: Iterable[str], *arguments: str) -> Iterator[tuple[str, ...]]:
        """The files that differ between commits and any of their parents: the commit, and one or two names."""
        given = "".join(f"{commit}\n" for commit in commits).encode()
        told = self._repository.git("diff-tree", "--stdin", "-m", "-r", "-z", "--raw", *arguments, given=given)
        parts = iter(os.fsdecode(told).split("\0")[:-1])
        commit = ""
        for part in parts:
            if part.startswith(":"):
                yield commit, *(next(parts) for _ in range(2 if part.rpartition(" ")[2][0] in "RC" else 1))
            else:
                commit = part


def _paths(names: Iterable[str]) -> list[str]:
    return ["--", *(f":(literal){name}" for name in names)]
