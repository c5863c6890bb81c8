"""`argmap show`: print a map."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.console import Failure, opened, put, say
from argmap.cli.markup import Markup
from argmap.cli.parts import outlined
from argmap.cli.supposing import ScenarioOption, SupposeOption, marks, supposed
from argmap.model import ArgumentMap
from argmap.workspace.files import read_bytes


class Format(StrEnum):
    """How a map is printed."""

    outline = "outline"
    standard = "standard"
    figure = "figure"
    json = "json"
    review = "review"


def run(
    file: Annotated[Path, typer.Argument(readable=False, help="The map.")],
    part: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Only what stands at this id or label (C2), and below it.")
    ] = None,
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            help="outline, standard form, figure in box characters, nested json, or for git's diffs: review.",
        ),
    ] = Format.outline,
    markup: Annotated[
        Markup, typer.Option("--markup", help="What the standard form is written in: text, markdown, latex or typst.")
    ] = Markup.text,
    columns: Annotated[int, typer.Option(help="Columns of the figure.", min=30, max=400)] = 76,
    scenario: ScenarioOption = None,
    suppose: SupposeOption = None,
) -> int:
    """Print a map: as an outline, in standard form, as a figure in box characters, as JSON, or for reviewing.

    `--format review` is what `git diff` shows after `argmap git-setup`: a line a fact, ids instead of labels; a file
    that is no map is printed as it is.

    \b
    Examples:
      argmap show bridge.argmap.toml
      argmap show bridge.argmap.toml C2
      argmap show bridge.argmap.toml --format standard
      argmap show bridge.argmap.toml C2 --format standard --markup latex
      argmap show bridge.argmap.toml --format figure --columns 100
      argmap show bridge.argmap.toml --suppose Q1
    """
    if format is Format.review and part is None:
        from argmap.git.review import review

        put(review(read_bytes(file)).encode())
        return 0
    map = opened(file).map
    root = outlined(map, file, part) if part is not None else None
    if root is not None and format not in (Format.outline, Format.standard):
        raise Failure(f"a part of a map is printed as outline or standard, not as {format.value}")
    if markup is not Markup.text and format is not Format.standard:
        raise Failure(f"--markup {markup.value} is for --format standard")
    asked = scenario is not None or bool(suppose)
    if asked and format not in (Format.outline, Format.figure):
        raise Failure("suppositions show in the outline and the figure; `argmap suppose` tells more of them")
    if format is Format.json:
        from argmap.export.nested_json import nested_json

        put(nested_json(map).encode())
    elif format is Format.standard:
        from argmap.export.markup import in_standard_form

        written = in_standard_form(map, root, markup.value)
        say(written.rstrip("\n")) if markup is Markup.text else put(written.encode())
    elif format is Format.figure:
        from argmap.diagram.error import DiagramError
        from argmap.export.options import ExportOptions
        from argmap.export.txt import write

        try:
            drawn = write(map, ExportOptions(columns=columns, marks=marks(map, file, scenario, suppose)))
        except DiagramError as error:
            raise Failure(f"{file}: {error}") from None
        say(drawn.decode().rstrip("\n"))
    else:
        from argmap.export.outline_text import outline_text

        verdicts = _verdicts(map, supposed(map, file, scenario, suppose)) if asked else {}
        say(outline_text(map, root, verdicts).rstrip("\n"))
    return 0


def _verdicts(map: ArgumentMap, suppositions: Mapping[str, bool]) -> dict[str, str]:
    """What became of everything in the outline under suppositions."""
    from argmap.logic import outcome
    from argmap.logic.words import told_verdict

    found = outcome(map, suppositions)
    return {id: told_verdict(map, found, id) for id in found.standing.values}
