"""Which argmap has a map open: a small file in the state folder, locked for as long as that process lives.

The operating system lets go of the lock when a process ends, however it ends, so nothing is guessed
from process numbers, which are given out again.
"""

import contextlib
import hashlib
import json
import os
import secrets
import socket
import time
from dataclasses import dataclass
from pathlib import Path

from argmap.workspace.files import resolved, told
from argmap.workspace.folders import state_folder
from argmap.workspace.locks import lock

_SHOWN_OF_NAME = 40
_SETTLED_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Owner:
    """A process that has, or had, a map open; `pid` is 0 where that can't be read."""

    pid: int
    host: str

    def __str__(self) -> str:
        return f"process {self.pid}" + ("" if self.host == socket.gethostname() else f" on {self.host}")


@dataclass(frozen=True, slots=True)
class Other:
    """Another argmap on the same map; it isn't `sure` to run where its process can't be asked."""

    owner: Owner
    sure: bool


def this_process() -> Owner:
    """The process that runs this."""
    return Owner(os.getpid(), socket.gethostname())


def map_name(path: Path) -> str:
    """The beginning of what the state folder's files of one map are called; links lead to the same name."""
    real = os.path.normcase(resolved(path))
    stem = os.path.basename(real).removesuffix(".toml").removesuffix(".argmap")[:_SHOWN_OF_NAME]
    plain = "".join(char if char.isalnum() or char in "._" else "-" for char in stem)
    return f"{plain}-{hashlib.sha256(os.fsencode(real)).hexdigest()[:12]}"


class Presence:
    """Tells every other argmap that this one has a map open, until it leaves or its process ends.

    `name` is this run's own: no other run of argmap has it. Raises WorkspaceError where the state folder
    can't be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = resolved(path)
        self.name = f"{map_name(path)}-{secrets.token_hex(4)}"
        folder = _folder()
        with told(folder, "can't be made"):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = folder / f"{self.name}.json"
        with told(self._file, "can't be written"):
            self._handle = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            locked = lock(self._handle)
            owner = this_process()
            facts = {"map": str(self.path), "pid": owner.pid, "host": owner.host, "locked": locked}
            facts["since"] = time.strftime("%Y-%m-%dT%H:%M:%S%z")
            os.write(self._handle, json.dumps(facts, indent=1).encode())

    def leave(self) -> None:
        """Tell that the map is closed here."""
        if self._handle < 0:
            return
        os.close(self._handle)
        self._handle = -1
        with contextlib.suppress(OSError):
            self._file.unlink()


def others(path: Path, mine: Presence | None = None) -> list[Other]:
    """The other runs of argmap that have this map open; what ended ones left is cleared away."""
    found = []
    for file in sorted(_folder().glob(f"{map_name(path)}-*.json")):
        name = file.name.removesuffix(".json")
        if mine is not None and name == mine.name:
            continue
        runs = running(name)
        if runs is False:
            _clear(file)
        else:
            found.append(Other(_owner(file), sure=runs is True))
    return found


def running(name: str) -> bool | None:
    """Whether the run of argmap with this name goes on; None where that can't be found out here."""
    file = _folder() / f"{name}.json"
    try:
        handle = os.open(file, os.O_RDWR)
    except FileNotFoundError:
        return False
    except OSError:
        return None
    try:
        facts = _facts(file)
        if facts.get("host", socket.gethostname()) != socket.gethostname() or facts.get("locked") is False:
            return None
        return not lock(handle, probe=True)
    finally:
        os.close(handle)


def _folder() -> Path:
    return state_folder() / "open"


def _facts(file: Path) -> dict[str, object]:
    try:
        facts = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return facts if isinstance(facts, dict) else {}


def _owner(file: Path) -> Owner:
    facts = _facts(file)
    pid = facts.get("pid")
    return Owner(pid if isinstance(pid, int) else 0, str(facts.get("host", socket.gethostname())))


def _clear(file: Path) -> None:
    """Remove what an ended run left; a fresh one may be about to be locked."""
    with contextlib.suppress(OSError):
        if time.time() - file.stat().st_mtime > _SETTLED_SECONDS:
            file.unlink()
