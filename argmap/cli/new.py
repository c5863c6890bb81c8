"""`argmap new`: start a map."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.console import Failure, naming, say_line
from argmap.cli.given import given, shown
from argmap.format import write
from argmap.model import ArgumentMap
from argmap.workspace.files import ChangedOnDisk, open_map, save_map
from argmap.workspace.maps import map_path, new_map
from argmap.workspace.templates import EMPTY, from_template, templates

if TYPE_CHECKING:
    from argmap.exchange import Imported


def run(
    file: Annotated[
        str | None, typer.Argument(help="Where the map is to be; .argmap.toml is added unless it ends with .toml.")
    ] = None,
    title: Annotated[str, typer.Option(help="The map's title.")] = "",
    conclusion: Annotated[str, typer.Option(help="The main conclusion, one sentence.")] = "",
    text: Annotated[
        str | None,
        typer.Option(
            "--from",
            help="A text to begin with: an outline, a numbered list, or another program's map; - reads standard input.",
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
    """The map with what a text (or, for "-", standard input) says, and what is to be told of it.

    What is recognised as a map of another program is taken in as that; anything else is an outline.
    """
    from argmap.edit import EditRefused, insert_written, read_written
    from argmap.exchange import misfit, read_foreign, recognised

    content = given(name)
    with naming(Path(shown(name))):
        imported = read_foreign(content) if recognised(content) is not None else None
        if imported is None and (wrong := misfit(content)) is not None:
            raise wrong
    if imported is not None:
        return imported.map.model_copy(update={"title": map.title or imported.map.title}), _told(imported, name)
    try:
        new, change = insert_written(map, None, read_written(content.text))
    except EditRefused as refusal:
        raise Failure(f"{shown(name)}: {refusal}") from None
    return new, f": {change.summary}"


def _told(imported: "Imported", name: str) -> str:
    from argmap.exchange.telling import losses, summary

    if not imported.problems:
        return f": {summary(imported)}"
    lists = f"`argmap import {name} --report` lists {'it' if len(imported.problems) == 1 else 'them'}"
    return f": {summary(imported)}; {losses(len(imported.problems))} ({lists})"


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
