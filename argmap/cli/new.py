"""`argmap new`: start a map."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.console import Failure, say_line
from argmap.format import write
from argmap.model import ArgumentMap
from argmap.workspace.files import ChangedOnDisk, open_map, read_bytes, save_map
from argmap.workspace.maps import map_path, new_map
from argmap.workspace.templates import EMPTY, from_template, templates


def run(
    file: Annotated[
        str | None, typer.Argument(help="Where the map is to be; .argmap.toml is added unless it ends with .toml.")
    ] = None,
    title: Annotated[str, typer.Option(help="The map's title.")] = "",
    conclusion: Annotated[str, typer.Option(help="The main conclusion, one sentence.")] = "",
    text: Annotated[
        str | None,
        typer.Option(
            "--from", help="A text file to begin with: an outline or a numbered list; - reads standard input."
        ),
    ] = None,
    template: Annotated[str | None, typer.Option(help="The template to begin with.")] = None,
    source: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The text that the map is to be drawn from.")
    ] = None,
    list_templates: Annotated[bool, typer.Option("--list-templates", help="List the templates.")] = False,
) -> int:
    """Start a new map file.

    \b
    Examples:
      argmap new bridge
      argmap new bridge --title "A new bridge" --conclusion "The town should build a bridge."
      argmap new bridge --from outline.txt
      argmap new bridge --template policy
      argmap new bridge --source report.md
    """
    if list_templates:
        for known in templates():
            say_line(f"{known.name:<16} {known.about}")
        return 0
    if file is None:
        raise Failure("name the map that is to be started, such as: argmap new bridge")
    path = map_path(file)
    for name, words in (("title", title), ("conclusion", conclusion)):
        if not _is_text(words):
            raise Failure(f"the {name} holds bytes that are no UTF-8 text; type it anew")
    if sum((bool(conclusion.strip()), text is not None, template not in (None, EMPTY))) > 1:
        raise Failure("take one of --conclusion, --from and --template")
    if source is not None:
        from argmap.workspace.text_files import read_text

        read_text(source, "the source")
    from argmap.edit import beside

    map, document = from_template(template, title) if template is not None else new_map(title)
    remarks = ""
    if conclusion.strip():
        map, _ = beside(map, None, conclusion)
        document = write(map)
    elif text is not None:
        map, remarks = _from_text(map, text)
        document = write(map)
    try:
        save_map(path, document, map, None)
    except ChangedOnDisk:
        raise ChangedOnDisk(f"{path} exists already; `argmap {path}` opens it") from None
    say_line(f"started {path}{remarks}; `argmap {path}` opens it")
    if source is not None:
        from argmap.cli.source.attach import add

        add(open_map(path), source)
    return 0


def _from_text(map: ArgumentMap, name: str) -> tuple[ArgumentMap, str]:
    """The map with what a text file (or, for "-", standard input) says, and what is to be told of it."""
    from argmap.edit import EditRefused, insert_written, read_written

    if name == "-" and sys.stdin is None:
        raise Failure("there is nothing to read: standard input is closed")
    if name != "-" and not Path(name).exists():
        raise Failure(f"{name} does not exist; name a text file, or - for standard input")
    data = sys.stdin.buffer.read() if name == "-" else read_bytes(Path(name))
    try:
        new, change = insert_written(map, None, read_written(data.decode("utf-8")))
    except UnicodeDecodeError as error:
        raise Failure(f"{name} is no UTF-8 text (byte {error.start + 1})") from None
    except EditRefused as refusal:
        raise Failure(f"{name}: {refusal}") from None
    return new, f": {change.summary}"


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
