"""The maps of a folder, and new ones."""

import os
from collections.abc import Iterator
from pathlib import Path

from argmap.format import BlockDocument, write
from argmap.model import ArgumentMap
from argmap.workspace.files import SUFFIX

_SKIPPED = frozenset({"node_modules", "__pycache__", "venv"})
_MAX_DEPTH = 8


def find_maps(folder: Path) -> list[Path]:
    """The map files in a folder and below, hidden folders and links to folders left out; sorted."""
    return sorted(_walk(folder))


def _walk(folder: Path) -> Iterator[Path]:
    base = len(folder.parts)
    for where, folders, files in os.walk(folder):
        here = Path(where)
        if len(here.parts) - base >= _MAX_DEPTH:
            folders.clear()
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _SKIPPED]
        yield from (here / name for name in files if name.endswith(SUFFIX))


def new_map(title: str = "") -> tuple[ArgumentMap, BlockDocument]:
    """An empty map and its file."""
    map = ArgumentMap(title=" ".join(title.split()))
    return map, write(map)


def map_path(name: str) -> Path:
    """The path of a map named by a person: the suffix is added where it is missing."""
    path = Path(name)
    return path if path.name.endswith(".toml") else path.with_name(path.name + SUFFIX)
