"""What has become of a file since it was read: looked up cheaply, read only where it seems to differ."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from argmap.format import ReadError
from argmap.workspace.files import Opened, WorkspaceError, digest, open_map, read_bytes, told

Stamp: TypeAlias = tuple[int, ...] | None
"""What tells cheaply whether a file may be another: its inode, size and time of change; None for no file."""

UNSEEN: Stamp = ()
"""The stamp of a file that nobody has looked at yet."""


@dataclass(frozen=True)
class OnDisk:
    """A file as it is now: gone (no stamp), as it was read, another map, or (`failed`) none that opens."""

    stamp: Stamp
    opened: Opened | None = None
    failed: WorkspaceError | ReadError | None = None

    @property
    def gone(self) -> bool:
        """Whether there is no file."""
        return self.stamp is None


def look(path: Path, known: Stamp, read: str | None) -> OnDisk | None:
    """What is at a path; None where nothing is new since its stamp was `known`.

    `read` is the digest of what was read there, None if nothing was.
    """
    stamp = None
    try:
        stamp = stamp_of(path)
        if stamp == known:
            return None
        if stamp is None or (read is not None and digest(read_bytes(path)) == read):
            return OnDisk(stamp)
        return OnDisk(stamp, open_map(path))
    except (WorkspaceError, ReadError) as error:
        return OnDisk(stamp or UNSEEN, failed=error)


def stamp_of(path: Path) -> Stamp:
    """The stamp of a file as it is now; raises WorkspaceError where nobody can tell."""
    with told(path, "can't be looked up"):
        try:
            found = os.stat(path)
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns
