"""Versions of map files, on disk and in git's history, read to be compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from argmap.git.repository import GitError, Repository

SUFFIX = ".argmap.toml"


@dataclass(frozen=True)
class Pair:
    """Two versions of a file as bytes: None where it was not there yet, or is no longer."""

    name: str
    old: bytes | None
    new: bytes | None


def changed(repository: Repository, before: str, after: str | None, below: Sequence[Path]) -> Iterator[Pair]:
    """The map files that differ between a revision and another one (None: what is on disk), read.

    `below` names the files or folders that count. Renamed files are paired; raises GitError.
    """
    commits = [repository.commit(revision) for revision in (before, after) if revision is not None]
    names = [repository.name_of(path) or "." for path in below]
    listed = repository.git("diff", "--name-status", "-z", "-M", "--no-ext-diff", *commits, "--", *names)
    fields = iter(listed.decode("utf-8", "surrogateescape").split("\0"))
    for status in fields:
        if not status:
            break
        old = next(fields)
        new = next(fields) if status[0] in "RC" else old
        if not new.endswith(SUFFIX):
            continue
        was = None if status[0] == "A" else repository.read(before, old)
        yield Pair(new, was, None if status[0] == "D" else _at(repository, after, new))


def pair(repository: Repository, path: Path, before: str, after: str | None) -> Pair:
    """Two versions of one file; raises GitError where it is in neither."""
    name = repository.name_of(path)
    old, new = _tried(repository, before, name), _tried(repository, after, name)
    if old is None and new is not None and (was := _name_before(repository, name, before, after)) is not None:
        old = _tried(repository, before, was)
    if old is None and new is None:
        raise GitError(f"{path} is neither in {before} nor {f'in {after}' if after else 'on disk'}")
    if (
        old is None
        and before == "HEAD"
        and after is None
        and repository.tried("ls-files", "--error-unmatch", "--", name) is None
    ):
        raise GitError(f"{path} is not known to git yet; `git add {path}` and `git commit` begin its history")
    return Pair(name, old, new)


def _name_before(repository: Repository, name: str, before: str, after: str | None) -> str | None:
    """How a file was called in a revision, where it has been renamed since."""
    commits = [repository.commit(revision) for revision in (before, after) if revision is not None]
    listed = repository.git("diff", "--name-status", "-z", "-M", "--diff-filter=R", *commits)
    fields = listed.decode("utf-8", "surrogateescape").split("\0")
    return next((old for old, new in zip(fields[1::3], fields[2::3], strict=False) if new == name), None)


def _tried(repository: Repository, revision: str | None, name: str) -> bytes | None:
    if revision is not None:
        repository.commit(revision)
    try:
        return _at(repository, revision, name)
    except (GitError, OSError):
        return None


def _at(repository: Repository, revision: str | None, name: str) -> bytes:
    return (repository.root / name).read_bytes() if revision is None else repository.read(revision, name)
