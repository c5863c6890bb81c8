"""The lines of .gitattributes that tell git which files are maps, and what else says so or otherwise."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from argmap.git.repository import Repository

PATTERN = "*.argmap.toml"
WANTED = {"merge": "argmap", "diff": "argmap"}
RULE = f"{PATTERN} merge=argmap diff=argmap"
_COMMENT = "# Argument maps: after `argmap git-setup` git merges and shows them by statement, else as any text."
_BOM = b"\xef\xbb\xbf"
_EXAMPLE = "example.argmap.toml"


@dataclass(frozen=True)
class Given:
    """What git says of a file's attribute: a value, or "set", "unset", "unspecified"."""

    name: str
    attribute: str
    value: str


def with_rule(data: bytes) -> bytes:
    """A .gitattributes file with the lines in front of all others, so that taking them out leaves every byte."""
    bom, rest = (_BOM, data[len(_BOM) :]) if data.startswith(_BOM) else (b"", data)
    newline = "\r\n" if rest.partition(b"\n")[0].endswith(b"\r") else "\n"
    return bom + f"{_COMMENT}{newline}{RULE}{newline}".encode() + rest


def without_rule(data: bytes) -> bytes:
    """A .gitattributes file without the lines, wherever they stand."""
    bom, rest = (_BOM, data[len(_BOM) :]) if data.startswith(_BOM) else (b"", data)
    ours = (_COMMENT.encode(), RULE.encode())
    return bom + b"".join(line for line in rest.splitlines(keepends=True) if line.rstrip(b"\r\n") not in ours)


def holds_rule(data: bytes) -> bool:
    """Whether a .gitattributes file has the line."""
    return without_rule(data) != data


def given(repository: Repository) -> Sequence[Given]:
    """How git treats every tracked map, and one that would stand in the topmost folder."""
    tracked = repository.git("ls-files", "-z", "--", PATTERN)
    asked = tracked + _EXAMPLE.encode() + b"\0"
    said = repository.git("check-attr", "-z", "--stdin", *WANTED, given=asked).decode("utf-8", "surrogateescape")
    fields = said.split("\0")
    return [Given(*fields[at : at + 3]) for at in range(0, len(fields) - 2, 3)]


def wanted(each: Given) -> bool:
    """Whether git treats a map as argmap wants it to."""
    return each.value == WANTED[each.attribute]


def place_of(repository: Repository, what: Given) -> str:
    """Where an attribute is said, for people: file, line, and the line itself; the likely files where none is found."""
    for file, folder in _files(repository, what.name):
        name = PurePosixPath(what.name).relative_to(folder).as_posix()
        found = [(number, line) for number, line in _lines(file) if _says(line, name, what)]
        if found:
            number, line = found[-1]
            shown = os.path.relpath(file, repository.root) if file.is_relative_to(repository.root) else file
            return f"line {number} of {shown} ({line})"
    return "an attributes file (see: git help attributes)"


def _files(repository: Repository, name: str) -> Iterator[tuple[Path, PurePosixPath]]:
    """The files that may speak of a file, the strongest first, each with the folder its patterns are read from."""
    top = PurePosixPath()
    yield repository.root / (repository.tried("rev-parse", "--git-path", "info/attributes") or ""), top
    for folder in PurePosixPath(name).parents:
        yield repository.root / folder / ".gitattributes", folder
    personal = repository.tried("config", "--path", "core.attributesFile")
    home = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    yield Path(personal or f"{home}/git/attributes"), top
    yield Path("/etc/gitattributes"), top


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    try:
        text = file.read_bytes().removeprefix(_BOM).decode("utf-8", "replace")
    except OSError:
        return
    yield from enumerate((line.strip() for line in text.splitlines()), 1)


def _says(line: str, name: str, what: Given) -> bool:
    """Whether a line is likely to be the one that gives a file's attribute its value."""
    pattern, *attributes = line.split() or [""]
    target = name if "/" in pattern else PurePosixPath(name).name
    if pattern.startswith("#") or not fnmatchcase(target, pattern.lstrip("/")):
        return False
    said = {
        "unset": {f"-{what.attribute}", "binary"},
        "set": {what.attribute},
    }.get(what.value, {f"{what.attribute}={what.value}"})
    return not said.isdisjoint(attributes)
