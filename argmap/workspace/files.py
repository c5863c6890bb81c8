"""Opening and saving map files: whole or not at all, and never over somebody else's change."""

import contextlib
import errno
import hashlib
import os
import re
import stat
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.format import BlockDocument, read, reread_matches
from argmap.model import ArgumentMap, Problem
from argmap.workspace.locks import StillLocked, alone_with

if TYPE_CHECKING:
    from argmap.git.conflicted import Conflicted

SUFFIX = ".argmap.toml"
_SHOWN_OF_NAME = 40
_ABANDONED_SECONDS = 60
_TEMPORARY = re.compile(r"[a-z0-9_]{8}\.tmp")


class WorkspaceError(Exception):
    """Opening or saving failed; the message tells people what happened and what to do."""


class ChangedOnDisk(WorkspaceError):
    """The file is not what was read: somebody else has changed or removed it since."""


@dataclass(frozen=True)
class Opened:
    """A map as it was read, with its file's digest; `read_only` says why it can't be saved.

    `newer` tells that a later version of argmap wrote it.
    """

    path: Path
    map: ArgumentMap
    document: BlockDocument
    problems: tuple[Problem, ...]
    digest: str
    read_only: str | None = None
    newer: bool = False


def digest(data: bytes) -> str:
    """The digest by which a later change of the file is noticed."""
    return hashlib.sha256(data).hexdigest()


@contextlib.contextmanager
def told(path: Path, failed: str, kept: str = "") -> Iterator[None]:
    """Tell what the file system refuses as a WorkspaceError: the path, what failed, why, what was kept."""
    try:
        yield
    except OSError as error:
        raise WorkspaceError(f"{path} {failed}: {reason(error)}{kept}") from None
    except ValueError:
        raise WorkspaceError(f"{path} {failed}: no file can have this name{kept}") from None


def is_there(path: Path) -> bool:
    """Whether anything, be it a broken link, is at a path; raises WorkspaceError where nobody can tell."""
    with told(path, "can't be looked up"):
        try:
            os.lstat(path)
        except FileNotFoundError:
            return False
        return True


def is_folder(path: Path) -> bool:
    """Whether a path is a folder; raises WorkspaceError where nobody can tell."""
    with told(path, "can't be looked up"):
        return path.is_dir()


def resolved(path: Path) -> Path:
    """Where a path leads through all links; raises WorkspaceError for what no file can be called."""
    with told(path, "can't be looked up"):
        return Path(os.path.realpath(path))


def read_bytes(path: Path) -> bytes:
    """A map file's bytes; raises WorkspaceError where there is no readable regular file."""
    example = path / ("map" + SUFFIX)
    missing, folder = f"`argmap new {path}` starts a map there", f"name a map file in it, such as {example}"
    with told(path, "can't be read"):
        return regular_bytes(path, missing=missing, folder=folder, special="name a map file")


def regular_bytes(path: Path, most: int = -1, *, missing: str, folder: str, special: str) -> bytes:
    """A file's bytes, at most so many; all of them where nothing is said.

    Raises WorkspaceError for what does not exist, for a folder and for anything else that is no regular file (a pipe,
    a device), each with what to do then; OSError for whatever else keeps it from being read.
    """
    try:
        found = os.stat(path)
    except FileNotFoundError:
        raise WorkspaceError(f"{path} does not exist; {missing}") from None
    if stat.S_ISDIR(found.st_mode):
        raise WorkspaceError(f"{path} is a folder; {folder}")
    if not stat.S_ISREG(found.st_mode):
        raise WorkspaceError(f"{path} is not a regular file; {special}")
    with path.open("rb") as file:
        return file.read(most)


def open_map(path: Path) -> Opened:
    """Read a map file.

    Raises WorkspaceError where the file can't be read and ReadError where it is no valid map.
    """
    data = read_bytes(path)
    reading = read(data)
    locked = _locked(path)
    if reading.newer:
        locked = f"a newer argmap wrote it (format {reading.map.version}); update argmap to edit it"
    return Opened(path, reading.map, reading.document, reading.problems, digest(data), locked, reading.newer)


def _locked(path: Path) -> str | None:
    """Why a file can't be saved, if it can't."""
    if not os.access(path, os.W_OK):
        return "you may not write to it; save it under another name to keep changes"
    if not os.access(resolved(path).parent, os.W_OK):
        return "you may not write in its folder; save it in another folder to keep changes"
    return None


@dataclass(frozen=True)
class OpenedConflicted:
    """A map in which a merge left conflicts; `read_only` says why it can't be saved."""

    conflicted: "Conflicted"
    digest: str
    read_only: str | None = None


def open_conflicted(path: Path) -> OpenedConflicted | None:
    """Read a map in which a merge left conflicts; None where they can't be told apart. Raises WorkspaceError."""
    from argmap.git.conflicted import Conflicted
    from argmap.git.map_file import NotMerged

    data = read_bytes(path)
    try:
        found = Conflicted.of(data, path)
    except NotMerged:
        return None
    return OpenedConflicted(found, digest(data), _locked(path)) if found is not None else None


def save_map(path: Path, document: BlockDocument, map: ArgumentMap, expected: str | None) -> str:
    """Write a map's file and return its digest.

    `expected` is the digest of what was read, or None for a file that must not exist yet; "" lets
    anything be replaced. Raises ChangedOnDisk where the file is something else by now, and
    WorkspaceError where it can't be written; the old file is whole in either case.
    """
    try:
        data = document.encode()
    except UnicodeEncodeError:
        raise WorkspaceError(f"{path} was not saved: the map holds a character that is not valid text") from None
    if not reread_matches(document, map):
        raise WorkspaceError(f"{path} was not saved: the text to be written does not read back as this map")
    target = resolved(path)
    try:
        with alone_with(target):
            if expected != "":
                _check_unchanged(path, target, expected)
            replace_file(target, data)
    except StillLocked:
        raise WorkspaceError(f"{path} was not saved: another argmap is writing it; try again") from None
    return digest(data)


def _check_unchanged(path: Path, target: Path, expected: str | None) -> None:
    if not is_there(target):
        if expected is not None:
            raise ChangedOnDisk(f"{path} has been removed since it was read")
        return
    if expected is None:
        raise ChangedOnDisk(f"{path} exists already")
    if digest(read_bytes(target)) != expected:
        raise ChangedOnDisk(f"{path} has changed on disk since it was read")


def replace_file(target: Path, data: bytes) -> None:
    """Replace a regular file's content atomically, its permissions kept; raises WorkspaceError."""
    kept = "; the file is as it was" if os.path.exists(target) else ""
    with told(target, "was not saved", kept):
        if target.exists() and not target.is_file():
            raise WorkspaceError(f"{target} was not saved: what is there is not a regular file")
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if target.parent.is_dir() and not os.access(target.parent, os.W_OK):
            raise WorkspaceError(f"{target} was not saved: you may not write in its folder{kept}")
        _clear_abandoned(target)
        _replace(target, data)


def _prefix(target: Path) -> str:
    return f".{target.name[:_SHOWN_OF_NAME]}."


def _clear_abandoned(target: Path) -> None:
    """Remove the temporary files of saves that were killed.

    One that is still being written is younger; were it not, its save would fail and say so.
    """
    with contextlib.suppress(OSError):
        for entry in os.scandir(target.parent):
            if entry.name.startswith(_prefix(target)) and _TEMPORARY.fullmatch(entry.name, len(_prefix(target))):
                with contextlib.suppress(OSError):
                    if time.time() - entry.stat(follow_symlinks=False).st_mtime > _ABANDONED_SECONDS:
                        os.unlink(entry.path)


def _replace(target: Path, data: bytes) -> None:
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=_prefix(target), suffix=".tmp", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _dress(temporary, target)
        os.replace(temporary, target)
        temporary = None
        _sync_folder(target.parent)
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def _dress(temporary: str, target: Path) -> None:
    """Give a new file the permissions of the one it replaces, and its owner where that is allowed."""
    if not target.exists():
        os.chmod(temporary, 0o666 & ~_UMASK)
        return
    old = target.stat()
    if os.name == "posix" and (old.st_uid, old.st_gid) != (os.geteuid(), os.getegid()):
        with contextlib.suppress(OSError):
            os.chown(temporary, old.st_uid, old.st_gid)
    os.chmod(temporary, stat.S_IMODE(old.st_mode))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


_UMASK = _umask()
"""Asked once, at import: asking sets it for a moment, and files are written in several threads."""


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def reason(error: OSError) -> str:
    """Why the operating system refused, in words."""
    known = {
        errno.ENOSPC: "the disk is full",
        errno.EACCES: "permission denied",
        errno.EPERM: "permission denied",
        errno.EROFS: "the file system is read-only",
        errno.ENAMETOOLONG: "the file name is too long",
        errno.ENOENT: "the folder does not exist",
        errno.ENOTDIR: "part of the path is not a folder",
        errno.ELOOP: "the link points to itself",
    }
    return known.get(error.errno or 0, (error.strerror or str(error)).lower())
