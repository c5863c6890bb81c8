"""The texts of a map's sources: read from below the map's folder, or said why they aren't here."""

import os
from pathlib import Path

from argmap.model.sources import Source
from argmap.source import with_line_feeds
from argmap.workspace.files import SUFFIX, WorkspaceError, is_there, resolved, told

LARGEST = 8_000_000
"""The most bytes that are read as a source's text."""


def source_path(map_path: Path, id: str, source: Source, *, anywhere: bool = False) -> Path:
    """Where the text of the source `id` is expected: its `file`, relative to the folder of the map's file.

    Raises WorkspaceError where the map names no file, and where the file is not below that folder
    unless it may be `anywhere`.
    """
    if not source.file:
        stem = map_path.name.removesuffix(SUFFIX).removesuffix(".toml")
        raise WorkspaceError(
            f"The map names no file with the text of {_named(id, source)}. Save the text as UTF-8 beside the map, "
            f'say as {stem}.md, and write file = "{stem}.md" into [source.{id}] in {map_path.name}'
        )
    folder = resolved(map_path).parent
    path = folder / source.file
    with told(path, "can't be looked up"):
        inside = resolved(path).is_relative_to(resolved(folder))
    if not (inside or anywhere):
        raise WorkspaceError(
            f"{source.file}, the text of {_named(id, source)}, leads out of the map's folder, and texts are read from "
            f"below it only. Put the text there and name it in [source.{id}] in {map_path.name}"
        )
    return path


def read_source(map_path: Path, id: str, source: Source, *, anywhere: bool = False) -> str:
    """The text of the source `id`, its lines ended by line feeds.

    Raises WorkspaceError, with what to do, where the text isn't on this machine, lies outside the
    map's folder (unless it may be `anywhere`), is too large, or is not UTF-8 text in a regular file.
    """
    path = source_path(map_path, id, source, anywhere=anywhere)
    with told(path, "can't be read"):
        if not is_there(path):
            where = f" It can be had at {source.url}; save" if source.url else " Save"
            raise WorkspaceError(
                f"The text of {_named(id, source)} isn't on this machine.{where} it as UTF-8 text: {path}"
            )
        if path.is_dir():
            raise WorkspaceError(f"{path} is a folder; the text of {_named(id, source)} is expected as a file there")
        if not path.is_file():
            raise WorkspaceError(f"{path} is not a regular file; put the text of {_named(id, source)} there")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
            size = os.fstat(file.fileno()).st_size
    if len(data) > LARGEST:
        raise WorkspaceError(
            f"{path} is too large to be shown ({size / 1e6:.1f} MB, at most {LARGEST // 10**6} MB); "
            "keep the part that the map is drawn from"
        )
    return _decoded(path, data)


def _decoded(path: Path, data: bytes) -> str:
    if data.startswith(b"%PDF"):
        raise WorkspaceError(f"{path} is a PDF; save its text as a UTF-8 file and name that in the map")
    try:
        return with_line_feeds(data.decode())
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise WorkspaceError(
            f"{path} is not UTF-8 text (byte 0x{data[error.start]:02x} in line {line}); save it again as UTF-8"
        ) from None


def _named(id: str, source: Source) -> str:
    title = f"“{source.title}”" if source.title else f"the source {id}"
    about = ", ".join(str(part) for part in (source.author, source.date) if part)
    return f"{title} ({about})" if about else title
