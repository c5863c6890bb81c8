"""`argmap export`: draw a map as a figure."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.console import Failure, opened, put, say_line
from argmap.cli.supposing import ScenarioOption, SupposeOption, marks
from argmap.workspace.figures import check_figure_target, save_figure


class Form(StrEnum):
    """The figure's layout."""

    tree = "tree"
    outline = "outline"


class Direction(StrEnum):
    """Where a tree grows to from its main conclusion."""

    down = "down"
    right = "right"


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
        str | None, typer.Option("--format", help="svg, png, dot, txt; md, tex, typ: the standard form.")
    ] = None,
    form: Annotated[Form | None, typer.Option(help="tree, or outline for narrow columns.")] = None,
    direction: Annotated[Direction, typer.Option(help="Trees grow down or to the right.")] = Direction.down,
    size: Annotated[float, typer.Option(help="Text size in points.", min=7.0, max=72.0)] = 9.0,
    wrap: Annotated[
        float | None,
        typer.Option(
            help="Widest line of text in a box, in points; of the whole figure in the outline form.", min=30.0
        ),
    ] = None,
    labels: Annotated[bool, typer.Option("--labels", help="Show the labels (C1, P1, …) in the boxes.")] = False,
    dpi: Annotated[int, typer.Option(help="Dots per inch of a png.", min=36, max=1200)] = 300,
    width: Annotated[int, typer.Option(help="Columns of a txt figure.", min=30, max=400)] = 76,
    font: Annotated[
        list[Path] | None, typer.Option(help="A font file for characters that the figure's font lacks.")
    ] = None,
    engine: Annotated[Engine, typer.Option(help="The bundled Graphviz, or the system's dot.")] = Engine.bundled,
    scenario: ScenarioOption = None,
    suppose: SupposeOption = None,
    weight: Annotated[
        str | None, typer.Option("--weight", metavar="ID", help="Mark what carries this conclusion (id or label).")
    ] = None,
) -> int:
    """Draw a map as a figure: svg, png, dot (draws in any Graphviz) or txt (box characters).

    \b
    Examples:
      argmap export bridge.argmap.toml -o bridge.svg
      argmap export bridge.argmap.toml -o bridge.png --form outline
      argmap export bridge.argmap.toml --format txt
      argmap export bridge.argmap.toml -o toll.svg --scenario toll-rises
      argmap export bridge.argmap.toml -o what-if.svg --suppose Q1 --suppose "not P3"
    """
    from argmap.diagram.error import DiagramError
    from argmap.export import FORMATS, ExportOptions, export

    piped = output is not None and str(output) == "-"
    wanted = format or ("svg" if output is None or piped else output.suffix.removeprefix(".").lower())
    if wanted not in FORMATS:
        raise Failure(f'no format "{wanted}"; there are {", ".join(FORMATS)}')
    map = opened(file).map
    options = ExportOptions(
        form=form.value if form else None,
        direction=direction.value,
        size=size,
        wrap=wrap,
        labels=labels,
        dpi=dpi,
        width=width,
        fonts=tuple(font or ()),
        engine=engine.value,
        marks=marks(map, file, scenario, suppose, weight),
    )
    printed = piped or (output is None and wanted in ("txt", "dot", "svg"))
    target = output or Path(file.name.removesuffix(".toml").removesuffix(".argmap") + "." + wanted)
    if not printed:
        check_figure_target(target, file)
    try:
        data = export(map, wanted, options)
    except DiagramError as error:
        raise Failure(f"{file}: {error}") from None
    if printed:
        put(data)
        return 0
    save_figure(target, data, file)
    say_line(f"wrote {target}")
    return 0
