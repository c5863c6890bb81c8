"""`argmap export`: draw a map as a figure."""

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.console import Failure, opened, place_and_message, put, say_line
from argmap.cli.figure_options import (
    DirectionOption,
    FallbackOption,
    FontOption,
    FormOption,
    HeightOption,
    LabelsOption,
    LegendOption,
    ShortOption,
    SizeOption,
    SplitOption,
    Theme,
    ThemeOption,
    VenueOption,
    WeightOption,
    WidthOption,
    WrapOption,
    points,
)
from argmap.cli.supposing import ScenarioOption, SupposeOption, marks
from argmap.workspace.figures import check_figure_target, numbered, save_figure
from argmap.workspace.sources import texts

if TYPE_CHECKING:
    from argmap.format import BlockDocument
    from argmap.model import ArgumentMap, Problem
    from argmap.source import Texts

_TEXT = ("svg", "dot")
"""Drawings that, as text does, go to standard output where no file is named, unless that is a terminal."""


class TextMode(StrEnum):
    """How an svg holds its text."""

    live = "live"
    embedded = "embedded"
    outlined = "outlined"


class Engine(StrEnum):
    """Which Graphviz draws."""

    bundled = "bundled"
    system = "system"


def run(
    file: Annotated[Path, typer.Argument(readable=False, help="The map.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="The figure's file; its ending says the format. - is standard output."),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="svg, png, pdf, eps, dot, txt; md, tex, typ: the standard form; for other programs and sites argdown, "
            "aif, mermaid, graphml, csv, json; report; html: a page.",
        ),
    ] = None,
    form: FormOption = None,
    direction: DirectionOption = None,
    venue: VenueOption = None,
    width: WidthOption = None,
    height: HeightOption = None,
    split: SplitOption = False,
    size: SizeOption = None,
    wrap: WrapOption = None,
    labels: LabelsOption = False,
    legend: LegendOption = False,
    theme: ThemeOption = Theme.light,
    dpi: Annotated[int, typer.Option(help="Dots per inch of a png.", min=36, max=1200)] = 300,
    short: ShortOption = False,
    columns: Annotated[int, typer.Option(help="Columns of a txt figure.", min=30, max=400)] = 76,
    font: FontOption = "arimo",
    fallback: FallbackOption = None,
    text: Annotated[
        TextMode, typer.Option(help="An svg's text: live, live in embedded fonts, or outlined as shapes.")
    ] = TextMode.live,
    author: Annotated[str, typer.Option(help="Who made the figure, for the properties of a pdf or eps.")] = "",
    engine: Annotated[Engine, typer.Option(help="The bundled Graphviz, or the system's dot.")] = Engine.bundled,
    scenario: ScenarioOption = None,
    suppose: SupposeOption = None,
    weight: WeightOption = None,
    report: Annotated[bool, typer.Option("--report", help="List what the format can't say of the map.")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Write nothing unless the format can say all of it.")
    ] = False,
    with_source: Annotated[
        bool, typer.Option("--with-source", help="Put the texts of the sources into an html page, passages marked.")
    ] = False,
) -> int:
    """Draw a map as a figure, or write it for other programs; the file's ending says the format.

    Figures are svg, png, pdf, eps, dot (draws in any Graphviz) and txt (box characters). Exits with 1 where --strict
    wrote nothing.

    report.md is a Markdown report, mmd (mermaid) a flowchart that hosting sites draw; graphml, csv and json are for
    other programs (`argmap schema --of outline` describes that json).

    html is a page for the web, one file that anyone can read: figure, outline, passages, standard form, scenarios.

    \b
    Examples:
      argmap export bridge.argmap.toml -o bridge.svg
      argmap export bridge.argmap.toml -o bridge.png --form outline
      argmap export bridge.argmap.toml -o bridge.svg --width 89mm
      argmap export bridge.argmap.toml -o bridge.svg --venue lncs --split
      argmap export bridge.argmap.toml -o bridge.pdf --author "A. Reader"
      argmap export bridge.argmap.toml --format txt
      argmap export bridge.argmap.toml -o argument.tex
      argmap export bridge.argmap.toml -o bridge.argdown --strict
      argmap export bridge.argmap.toml -o bridge.report.md
      argmap export bridge.argmap.toml -o bridge.csv
      argmap export bridge.argmap.toml -o bridge.html --with-source
      argmap export bridge.argmap.toml -o toll.svg --scenario toll-rises
      argmap export bridge.argmap.toml -o what-if.svg --suppose Q1 --suppose "not P3"
    """
    from argmap.diagram.error import DiagramError
    from argmap.export import FORMATS, ExportOptions, exported, format_of

    piped = output is not None and str(output) == "-"
    named = format_of(output.name) if output is not None and not piped else None
    ending = output.suffix.removeprefix(".").lower() if output is not None and not piped else ""
    wanted = format or (named.name if named else ending) or ("" if output is not None and not piped else "svg")
    if not wanted:
        raise Failure(f"{output} has no ending that says the format, such as .svg; there are {', '.join(FORMATS)}")
    if wanted not in FORMATS:
        raise Failure(f'no format "{wanted}"; there are {", ".join(FORMATS)}')
    if named is not None and named.name != wanted:
        raise Failure(
            f"{output} is named as {named.name}, and {wanted} is asked for; leave out --format, or name the file so"
        )
    if not FORMATS[wanted].drawn and (venue or width or height or split):
        kind = "a page for the screen" if wanted == "html" else "text"
        raise Failure(f"{wanted} is {kind} and fits no page; leave out --venue, --width, --height and --split")
    if with_source and wanted != "html":
        raise Failure(f"--with-source goes with html; {wanted} shows no text of a source")
    if (report or strict) and not FORMATS[wanted].lossy:
        lossy = ", ".join(format.name for format in FORMATS.values() if format.lossy)
        raise Failure(f"--report and --strict go with the formats that argmap also reads: {lossy}")
    read = opened(file)
    map = read.map
    options = ExportOptions(
        form=form.value if form else None,
        direction=direction.value if direction else None,
        size=size,
        wrap=wrap,
        venue=venue,
        width=points(width),
        height=points(height),
        labels=labels,
        short=short,
        legend=legend,
        theme=theme.value,
        dpi=dpi,
        columns=columns,
        font=font,
        fonts=tuple(fallback or ()),
        engine=engine.value,
        marks=marks(map, file, scenario, suppose, weight),
        author=author,
        text=text.value,
        texts=_texts(map, file) if with_source else texts(file, map) if wanted == "report" else None,
    )
    text_only = wanted in _TEXT or not FORMATS[wanted].drawn
    printed = piped or (output is None and (wanted == "txt" or (text_only and not _is_terminal())))
    target = output or Path(file.name.removesuffix(".toml").removesuffix(".argmap") + FORMATS[wanted].suffix)
    if not printed:
        check_figure_target(target, file)
    try:
        made = exported(map, wanted, options, split=split)
    except DiagramError as error:
        raise Failure(f"{file}: {error}") from None
    unsaid = [problem for one in made for problem in one.problems]
    unsaid += _comments(read.document) if FORMATS[wanted].lossy else ()
    for problem in unsaid if report or strict else ():
        say_line(place_and_message(problem, str(file)), error=printed or strict)
    if strict and unsaid:
        say_line(f"argmap: {file}: {_unsaid(unsaid, wanted)}; nothing was written", error=True)
        return 1
    if printed and len(made) > 1:
        raise Failure("several figures can't go to standard output; name a file with -o")
    if printed:
        put(made[0].data)
        if unsaid:
            say_line(f"{_unsaid(unsaid, wanted)}{_where_listed(unsaid, report)}", error=True)
        return 0
    targets = [target] if len(made) == 1 else numbered(target, len(made))
    for each in targets:
        check_figure_target(each, file)
    for each, one in zip(targets, made, strict=True):
        save_figure(each, one.data, file)
        say_line(f"wrote {each}: {one.told}" if one.told else f"wrote {each}")
    if unsaid or report:
        say_line(f"{_unsaid(unsaid, wanted)}{_where_listed(unsaid, report)}")
    if len(targets) > 1 and (left := numbered(target, len(targets) + 1)[-1]).exists():
        say_line(f"{left} is of an earlier export: this one has {len(targets)} parts")
    return 0


def _comments(document: "BlockDocument") -> "Iterator[Problem]":
    """That the comments of a map's file, which are none of the map itself, aren't taken along."""
    from argmap.model import Problem

    for number, line in enumerate(document.text.split("\n"), 1):
        if line.lstrip().startswith("#"):
            yield Problem("I103", "warning", f"this comment has no place: {line.strip()}", line=number, column=1)


def _unsaid(problems: "Sequence[Problem]", format: str) -> str:
    if not problems:
        return f"everything in the map has its place in {format}"
    things = "1 thing in the map has" if len(problems) == 1 else f"{len(problems):,} things in the map have"
    return f"{things} no place in {format}"


def _where_listed(problems: "Sequence[Problem]", report: bool) -> str:
    return "" if report else f"; --report lists {'it' if len(problems) == 1 else 'them'}"


def _texts(map: "ArgumentMap", file: Path) -> "Texts":
    """The texts of the map's sources; raises Failure where none of them is here, and says which others aren't."""
    found = texts(file, map)
    if not map.sources:
        raise Failure(f"{file} names no source, so that there is no text to put in; leave out --with-source")
    if not found.documents:
        raise Failure("; ".join(found.missing.values()) + "; or leave out --with-source")
    for missing in found.missing.values():
        say_line(f"{missing}. The page goes without it", error=True)
    return found


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()
