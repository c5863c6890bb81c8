"""`argmap diff`: what changed in the argument."""

import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.console import Failure, put, say, say_line
from argmap.cli.figure_options import Form
from argmap.format import ReadError, read
from argmap.model import ArgumentMap
from argmap.workspace.figures import check_figure_target, save_figure
from argmap.workspace.files import is_folder, read_bytes

if TYPE_CHECKING:
    from argmap.git.report import Compared


class Format(StrEnum):
    """How changes are told."""

    text = "text"
    markdown = "markdown"
    json = "json"


def run(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            readable=False,
            help="A map, to be compared with its last commit; two maps; or folders, whose changed maps are told.",
        ),
    ] = None,
    before: Annotated[str, typer.Option("--from", metavar="REVISION", help="What to compare with.")] = "HEAD",
    after: Annotated[
        str | None, typer.Option("--to", metavar="REVISION", help="What to compare; without it, what is on disk.")
    ] = None,
    format: Annotated[
        Format, typer.Option("--format", help="text, markdown for a pull request, or json.")
    ] = Format.text,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="A figure with both states in one drawing: .svg, .png, .dot or .txt."),
    ] = None,
    form: Annotated[
        Form | None, typer.Option(help="The figure's form: tree, outline for narrow columns, or numbered.")
    ] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where something changed.")] = False,
) -> int:
    """Tell what changed in the argument, by meaning: spacing, comments and order of keys don't count.

    \b
    Examples:
      argmap diff bridge.argmap.toml                      # since the last commit
      argmap diff bridge.argmap.toml --from v1 --to v2
      argmap diff old.argmap.toml new.argmap.toml
      argmap diff --from origin/main --format markdown    # every changed map
      argmap diff bridge.argmap.toml -o changes.svg
    """
    compared = _compared(paths or [Path()], before, after)
    if output is not None:
        _draw(compared, output, form, paths or [])
    elif format is Format.json:
        from argmap.git.report import as_data
        from argmap.model.visible import json_text

        put((json_text([as_data(each) for each in compared], indent=2) + "\n").encode())
    elif format is Format.markdown:
        from argmap.git.report import as_markdown

        say(as_markdown(compared).rstrip("\n"))
    else:
        from argmap.git.report import as_text

        for each in compared:
            say(as_text(each))
        if not compared:
            say("no map changed")
    return 1 if exit_code and not all(each.alike for each in compared) else 0


def _compared(paths: list[Path], before: str, after: str | None) -> "list[Compared]":
    from argmap.git.report import Compared

    folders = [path for path in paths if is_folder(path)]
    if len(paths) == 2 and not folders:
        if before != "HEAD" or after is not None:
            raise Failure("two maps are compared as they are on disk; name one of them with --from and --to")
        old, new = (_map(read_bytes(path), str(path)) for path in paths)
        return [Compared.of(str(paths[1]), str(paths[0]), str(paths[1]), old, new)]
    from argmap.git.changed_files import changed, pair
    from argmap.git.repository import Repository

    repository = Repository.of(paths[0])
    until = after or "on disk"
    if not folders:
        pairs = [pair(repository, path, before, after) for path in paths]
    else:
        pairs = [*changed(repository, before, after, paths)]
    return [
        Compared.of(
            each.name,
            _short(before),
            _short(until),
            _map(each.old, f"{_short(before)}:{each.name}"),
            _map(each.new, f"{_short(after)}:{each.name}" if after is not None else each.name),
        )
        for each in pairs
    ]


def _short(revision: str) -> str:
    """A revision as people read it: hashes cut."""
    return revision[:10] if re.fullmatch("[0-9a-f]{40,64}", revision) else revision


def _map(data: bytes | None, file: str) -> ArgumentMap | None:
    if data is None:
        return None
    try:
        return read(data).map
    except ReadError as error:
        error.file = file
        raise


def _draw(compared: "list[Compared]", output: Path, form: Form | None, paths: list[Path]) -> None:
    from dataclasses import replace

    from argmap.diagram.error import DiagramError
    from argmap.export import FORMATS, export
    from argmap.git.figure import comparison

    wanted = output.suffix.removeprefix(".").lower()
    if wanted not in FORMATS:
        raise Failure(f'no format "{wanted}"; there are {", ".join(FORMATS)}')
    if len(compared) != 1:
        raise Failure(f"a figure shows one map, and {len(compared)} are compared; name the one")
    source = paths[-1] if paths else Path(compared[0].file)
    check_figure_target(output, source)
    only = compared[0]
    map, options = comparison(only.old or ArgumentMap(), only.new or ArgumentMap(), only.before, only.after)
    try:
        data = export(map, wanted, replace(options, form=form.value if form else None))
    except DiagramError as error:
        raise Failure(f"{compared[0].file}: {error}") from None
    save_figure(output, data, source)
    say_line(f"wrote {output}")
