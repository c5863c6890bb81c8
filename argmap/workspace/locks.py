"""Locks of the operating system on files in the state folder; it lets go of them however a process ends."""

import contextlib
import hashlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from argmap.workspace.folders import state_folder

_BEHIND_THE_TEXT = 1 << 30
_PATIENCE, _PAUSE = 10.0, 0.02


class StillLocked(Exception):
    """Another process has held a lock for longer than anybody should."""


@contextlib.contextmanager
def alone_with(target: Path) -> Iterator[None]:
    """Let no other argmap of this user write the file `target` (its links resolved) meanwhile.

    Waits for one that does; raises StillLocked after ten seconds. Where the state folder can't be written,
    nothing is locked.
    """
    name = hashlib.sha256(os.fsencode(os.path.normcase(target))).hexdigest()[:24]
    try:
        folder = state_folder() / "writing"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(folder / f"{name}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield
        return
    try:
        end = time.monotonic() + _PATIENCE
        while not lock(handle, wait=False):
            if time.monotonic() > end:
                raise StillLocked
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def lock(handle: int, *, probe: bool = False, wait: bool = True) -> bool:
        """Whether the lock is had; a probe doesn't wait."""
        os.lseek(handle, _BEHIND_THE_TEXT, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_LOCK if wait and not probe else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def lock(handle: int, *, probe: bool = False, wait: bool = True) -> bool:
        """Whether the lock is had; a probe doesn't wait, and doesn't get into another probe's way."""
        try:
            how = fcntl.LOCK_SH | fcntl.LOCK_NB if probe else fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB)
            fcntl.flock(handle, how)
        except OSError:
            return False
        return True
