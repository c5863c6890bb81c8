"""Where this user keeps the texts of sources that lie elsewhere than the map says, or that it names no file for.

Remembered in the state folder: by the text's digest, so that every map with this text finds it, and
by map and source, for sources without a digest. The map itself holds no path of one machine.
"""

import os
from pathlib import Path
from typing import Any, NamedTuple

from argmap.model.sources import Source
from argmap.workspace.files import resolved
from argmap.workspace.remembered import recall, revise

_NAME = "attached"


class Attached(NamedTuple):
    """A file that was attached, and the digest its text had then."""

    file: Path
    sha256: str


def attached(map_path: Path, id: str, source: Source) -> Attached | None:
    """What was attached as the text of a source, by its digest or else in this map; it may be gone or changed."""
    kept = recall(_NAME)
    names = (source.sha256 and source.sha256.lower(), _name(map_path, id))
    found = (_read(kept.get(name)) for name in names if name) if isinstance(kept, dict) else ()
    return next((one for one in found if one is not None), None)


def remember_attached(map_path: Path, id: str, file: Path, sha256: str) -> None:
    """Remember a file with the text of a source; raises WorkspaceError where that can't be kept."""
    told = {"file": os.path.abspath(file), "sha256": sha256}

    def changed(kept: Any) -> dict[str, Any]:
        return {**(kept if isinstance(kept, dict) else {}), sha256: told, _name(map_path, id): told}

    revise(_NAME, changed)


def _name(map_path: Path, id: str) -> str:
    return f"{resolved(map_path)} {id}"


def _read(told: Any) -> Attached | None:
    match told:
        case {"file": str(file), "sha256": str(sha256)} if os.path.isabs(file):
            return Attached(Path(file), sha256)
    return None
