"""Unsaved work, kept in the user's state folder until it is saved: what a crash leaves can be brought back.

A recovery file is the whole map as saving would write it, below comment lines that tell what it is of.
So it is itself a map file, and a person can rescue the work with `cp`.
"""

import contextlib
import json
import threading
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, TypeAlias

from argmap.workspace.files import SUFFIX, WorkspaceError, digest, is_there, read_bytes, replace_file, told
from argmap.workspace.folders import state_folder
from argmap.workspace.presence import Owner, Presence, map_name, running, this_process

_BOM = b"\xef\xbb\xbf"
_TITLE = b"# Unsaved work of an argmap that ended: a whole map file. `argmap recover` lists it and writes it out.\n"
_END = b"# ---- the map ----\n"

Standing: TypeAlias = Literal["saved", "newer", "changed"]


@dataclass(frozen=True, slots=True)
class Left:
    """Unsaved work that a run of argmap left behind.

    `file` is the recovery file, `path` the map it is of, `based` the digest of the map's file when it
    was kept (None: there was none), `data` the map as saving would have written it. `sure` is whether that
    run is known to have ended.
    """

    file: Path
    time: datetime
    path: Path
    based: str | None
    owner: Owner
    data: bytes
    sure: bool

    @property
    def standing(self) -> Standing:
        """How it stands to the map's file.

        `saved`: the file holds just this; `newer`: the file is as it was; `changed`: it has changed since.
        Raises WorkspaceError where the file can't be read.
        """
        there = digest(read_bytes(self.path)) if is_there(self.path) else None
        if there == digest(self.data):
            return "saved"
        return "newer" if there == self.based else "changed"


@dataclass(frozen=True, slots=True)
class Spoiled:
    """A recovery file that can't be read; `wrong` says why."""

    file: Path
    time: datetime
    wrong: str


class Recovery:
    """This run's recovery file of one map. Its methods may be called from any thread."""

    def __init__(self, presence: Presence) -> None:
        self.file = _folder() / f"{presence.name}{SUFFIX}"
        self._path = presence.path
        self._turn = threading.Lock()
        self._closed = False

    def keep(self, data: bytes, based: str | None) -> None:
        """Keep a map's bytes, atomically; raises WorkspaceError where the state folder can't be written."""
        with self._turn:
            if self._closed:
                return
            folder = self.file.parent
            with told(folder, "can't be made"):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            bom = _BOM if data.startswith(_BOM) else b""
            replace_file(self.file, bom + _header(self._path, based) + data.removeprefix(bom))

    def drop(self) -> None:
        """Let go of what was kept: it is saved, or not wanted."""
        with self._turn:
            _remove(self.file)

    def close(self) -> None:
        """Drop it, and keep nothing that a thread may still be about to write."""
        with self._turn:
            self._closed = True
            _remove(self.file)


def left_behind(path: Path | None = None) -> list[Left | Spoiled]:
    """What ended runs left of one map, or of all; the newest first."""
    pattern = f"{map_name(path)}-*{SUFFIX}" if path is not None else f"*{SUFFIX}"
    found = (_read(file) for file in _folder().glob(pattern))
    return sorted((left for left in found if left is not None), key=lambda left: left.time, reverse=True)


def discard(left: Left | Spoiled) -> None:
    """Remove a recovery file that isn't wanted any more; raises WorkspaceError where that can't be done."""
    with told(left.file, "can't be removed"):
        left.file.unlink(missing_ok=True)


def _folder() -> Path:
    return state_folder() / "recovery"


def _remove(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink()


def _header(path: Path, based: str | None) -> bytes:
    owner = this_process()
    facts = {
        "map": str(path),
        "based": based or "",
        "pid": owner.pid,
        "host": owner.host,
        "time": datetime.now().astimezone().isoformat(timespec="seconds"),
    }
    lines = (f"# {name} = {_shown(value)}\n".encode() for name, value in facts.items())
    return _TITLE + b"".join(lines) + _END


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=not str(value).isprintable())


def _read(file: Path) -> Left | Spoiled | None:
    """What a recovery file holds; None while its run goes on, or where it has just been removed."""
    runs = running(file.name.removesuffix(SUFFIX))
    if runs is True:
        return None
    try:
        written = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    except OSError:
        return None
    try:
        head, end, data = read_bytes(file).partition(_END)
        if not end:
            raise ValueError("its first lines are damaged")
        facts = _facts(head)
        path, owner = Path(facts["map"]), Owner(int(facts["pid"]), str(facts["host"]))
        if not file.name.startswith(f"{map_name(path)}-"):
            raise ValueError("it is named for another map")
        bom = _BOM if head.startswith(_BOM) else b""
        return Left(file, written, path, facts["based"] or None, owner, bom + data, runs is False)
    except WorkspaceError as error:
        return Spoiled(file, written, str(error))
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError):
        return Spoiled(file, written, f"{file} is damaged: it can't be told what map it is of")


def _facts(head: bytes) -> dict[str, Any]:
    lines = head.decode("utf-8-sig").removeprefix(_TITLE.decode()).splitlines()
    pairs = (line.removeprefix("# ").partition(" = ") for line in lines)
    return {name: json.loads(value) for name, _, value in pairs}
