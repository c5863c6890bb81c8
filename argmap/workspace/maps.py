"""The maps of a folder, and new ones."""

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path

from argmap.format import BlockDocument, write
from argmap.model import ArgumentMap
from argmap.workspace.files import SUFFIX, WorkspaceError

_SKIPPED = frozenset({"node_modules", "__pycache__", "venv"})
_TEXTS = (".md", ".markdown", ".txt")
_MAX_DEPTH = 8
_HEAD_BYTES = 4096


def find_maps(folder: Path) -> list[Path]:
    """The map files in a folder and below; hidden folders, links to folders and pipes left out; sorted."""
    return sorted(_walk(folder, (SUFFIX,)))


def find_texts(folder: Path) -> list[Path]:
    """The plain and Markdown texts in a folder and below, in the same way."""
    return sorted(_walk(folder, _TEXTS))


def _walk(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    base = len(folder.parts)
    for where, folders, files in os.walk(folder):
        here = Path(where)
        if len(here.parts) - base >= _MAX_DEPTH:
            folders.clear()
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _SKIPPED]
        yield from (here / name for name in files if name.endswith(suffixes) and os.path.isfile(here / name))


def new_map(title: str = "") -> tuple[ArgumentMap, BlockDocument]:
    """An empty map and its file."""
    map = ArgumentMap(title=" ".join(title.split()))
    return map, write(map)


def map_path(name: str) -> Path:
    """The path of a map named by a person: the suffix is added where it is missing.

    Raises WorkspaceError for what no file can be called.
    """
    if os.path.basename(name).strip() in ("", ".", ".."):
        raise WorkspaceError(f'"{name}" names no file; type a name such as bridge, or folder/bridge')
    if any(char == "\0" or "\ud800" <= char <= "\udfff" for char in name):
        raise WorkspaceError(f'"{name}" holds a character that no file name can have; type another name')
    path = Path(name)
    return path if path.name.endswith(".toml") else path.with_name(path.name + SUFFIX)


def title_of(path: Path) -> str:
    """A map's title, read from the head of its file; its name where there is none to be read."""
    name = path.name.removesuffix(SUFFIX)
    if not os.path.isfile(path):
        return name
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES).decode("utf-8", "replace")
    except OSError:
        return name
    root = head.partition("\n[")[0]
    try:
        title = tomllib.loads(root).get("title")
    except (ValueError, ArithmeticError, RecursionError):
        return name
    return title if isinstance(title, str) and title else name
