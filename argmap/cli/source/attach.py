"""`argmap source attach`: tell where the text of a source is."""

import os
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.console import Failure, opened, say_line
from argmap.cli.source.parts import save, source_named, standing
from argmap.edit import add_source, set_fields
from argmap.model import Source
from argmap.source import Document, Texts
from argmap.source.verified import verified
from argmap.workspace.files import Opened
from argmap.workspace.sources import attach, file_below, named_source, new_source, own_file, texts
from argmap.workspace.text_files import read_text


def run(
    file: Annotated[Path, typer.Argument(readable=False, help="The map.")],
    text: Annotated[Path, typer.Argument(readable=False, help="The text: a file in UTF-8, plain or Markdown.")],
    source: Annotated[str | None, typer.Option("--source", metavar="ID", help="The source whose text it is.")] = None,
    new: Annotated[bool, typer.Option("--new", help="Add a source to the map for it.")] = False,
    changed: Annotated[
        bool, typer.Option("--changed", help="Accept that the text is another than the map was drawn from.")
    ] = False,
) -> int:
    """Tell where the text of a source is on this machine; a map without a source gets one.

    Below the map's folder, the map names the file. From elsewhere, it is remembered for you alone: no path of
    this machine stands in the map. Where the map gives the text's sha256, another text is refused.

    \b
    Examples:
      argmap source attach bridge.argmap.toml report.md
      argmap source attach bridge.argmap.toml ~/texts/report.txt --source report
      argmap source attach bridge.argmap.toml report-2nd-edition.md --changed
    """
    if new and source is not None:
        raise Failure("take one of --source and --new: a new source gets its id from its title")
    current = opened(file)
    document = read_text(text, "the source")
    id = _meant(current, document, source, new, changed)
    if id is None:
        add(current, text)
        return 0
    named = source_named(current.map, file, id)
    own = own_file(file, named)
    if own is not None and os.path.exists(own) and not os.path.samefile(own, text):
        raise Failure(
            f"the file that the map names goes before any other, and it is there: {own}. Change that one, "
            f"or what {file} says in [source.{id}]"
        )
    fields = {"sha256": document.sha256} if changed else {}
    if not named.file and (below := file_below(file, text)) is not None:
        fields["file"] = below
    edited = set_fields(current.map, id, fields)
    attach(file, id, source_named(edited[0], file, id), text)
    save(current, edited)
    told = standing(verified(edited[0], Texts({id: document})))
    say_line(f"{text} is the text of {named_source(id, named)} now{told and ': ' + told}")
    return 0


def _meant(current: Opened, document: Document, source: str | None, new: bool, changed: bool) -> str | None:
    """The source that a text is for; None for a new one."""
    if source is not None:
        return source
    map, file = current.map, current.path
    sources = {id: entry for id, entry in map.entries.items() if isinstance(entry, Source)}
    same = next((id for id, entry in sources.items() if (entry.sha256 or "").lower() == document.sha256), None)
    if same is not None and new:
        raise Failure(f"{file} has a source with this very text already: {same}; --source {same} attaches it")
    if same is not None or new or not sources:
        return same
    missing = [id for id in sources if id in texts(file, map).missing]
    if len(missing) == 1:
        return missing[0]
    if changed and len(sources) == 1:
        return next(iter(sources))
    why = (
        f"the texts of several are missing: {', '.join(missing)}" if missing else "the text of every source is at hand"
    )
    raise Failure(f"{why}; --source ID says which source it is for, --new adds one")


def add(current: Opened, text: Path) -> None:
    """Add a source for a text to a map, save it, and say so; raises WorkspaceError where either can't be done."""
    source = new_source(current.path, text)
    edited, id = add_source(current.map, source)
    save(current, edited)
    attach(current.path, id, source, text)
    where = f"the map names its file, {source.file}" if source.file else f"remembered for you: {text}"
    say_line(f"added the source {id} to {current.path}: {named_source(id, source)}; {where}")
