"""Files of other programs: read as they are, and the place of the map that is made of one."""

import re
from itertools import count
from pathlib import Path

from argmap.exchange.refusals import refusal
from argmap.workspace.files import SUFFIX, WorkspaceError, is_there, regular_bytes, told

LARGEST = 32_000_000
"""The most bytes that are taken in."""
NO_ADDRESS = "a web address can't be opened; save the page's export as a file, and name that"
_DOUBLE_ENDINGS = (".aif.json",)
_ADDRESS = re.compile(r"https?:", re.IGNORECASE)


def is_address(path: Path) -> bool:
    """Whether what people named is a web address."""
    return _ADDRESS.match(str(path)) is not None


def read_given(path: Path) -> bytes:
    """The bytes of a file that people name to be taken in, at most one more than LARGEST.

    Raises WorkspaceError, with what to do, for anything but a regular file that may be read.
    """
    with told(path, "can't be read"):
        if is_address(path):
            raise WorkspaceError(NO_ADDRESS)
        return regular_bytes(
            path,
            LARGEST + 1,
            missing="name a file, or - for standard input",
            folder="name a file in it",
            special="name - to read standard input",
        )


def check_size(data: bytes) -> None:
    """Raise ReadError for more bytes than are taken in."""
    if len(data) > LARGEST:
        most = f"at most {LARGEST // 10**6} MB are taken in"
        raise refusal("I008", f"the file is too large: {most}", advice="export a part of it")


def map_beside(path: Path) -> Path:
    """Where the map made of a file goes: beside it, under its name and a map's ending, where nothing is yet."""
    name = path.name
    ending = next((ending for ending in _DOUBLE_ENDINGS if name.lower().endswith(ending)), path.suffix)
    stem = name[: len(name) - len(ending)] or name
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(place for name in names if not is_there(place := path.with_name(name + SUFFIX)))
