"""`argmap source list`: a map's sources, and where their texts are on this machine."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from argmap.cli.console import opened, put, say_line, say_wrapped
from argmap.cli.source.parts import Format
from argmap.model import ArgumentMap, Source
from argmap.source.verified import anchors
from argmap.workspace.files import WorkspaceError
from argmap.workspace.sources import named_source, read_source, source_path


def run(
    file: Annotated[Path, typer.Argument(readable=False, help="The map.")],
    format: Annotated[Format, typer.Option("--format", help="text, or json.")] = Format.text,
) -> int:
    """List a map's sources: how many anchors point into each, and where its text is on this machine, or why not.

    \b
    Examples:
      argmap source list bridge.argmap.toml
      argmap source list bridge.argmap.toml --format json
    """
    map = opened(file).map
    if format is Format.json:
        from argmap.model.visible import json_text

        put((json_text(list(_told(map, file)), indent=2) + "\n").encode())
        return 0
    for told in _told(map, file):
        source = map.entries[told["id"]]
        assert isinstance(source, Source)
        count = "1 anchor" if told["anchors"] == 1 else f"{told['anchors']} anchors"
        say_wrapped(f"{told['id']}: {named_source(told['id'], source)}, {count}")
        say_wrapped(told["text"] or told["why"], "  ")
    if not any(isinstance(entry, Source) for entry in map.entries.values()):
        say_line(f"{file} has no source; `argmap source attach {file} FILE` adds one")
    return 0


def _told(map: ArgumentMap, file: Path) -> Iterator[dict[str, Any]]:
    count = Counter(anchor.source for _, _, anchor in anchors(map))
    for id, source in map.entries.items():
        if isinstance(source, Source):
            text = why = None
            try:
                read_source(file, id, source)
                text = str(source_path(file, id, source))
            except WorkspaceError as error:
                why = str(error)
            yield {
                "id": id,
                **source.model_dump(mode="json", include={"title", "author", "date", "url", "file", "sha256"}),
                "anchors": count[id],
                "text": text,
                "why": why,
            }
