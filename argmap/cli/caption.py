"""`argmap caption`: the words that go with a figure."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.console import Failure, opened, put, say
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
from argmap.cli.markup import Markup
from argmap.cli.supposing import ScenarioOption, SupposeOption, marks


def run(
    file: Annotated[Path, typer.Argument(readable=False, help="The map.")],
    alt: Annotated[bool, typer.Option("--alt", help="One sentence of alternative text instead.")] = False,
    description: Annotated[
        bool, typer.Option("--description", help="The whole structure in prose instead, to be read aloud.")
    ] = False,
    markup: Annotated[
        Markup, typer.Option(help="What it is written in: text, markdown, latex or typst.")
    ] = Markup.text,
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
    short: ShortOption = False,
    theme: ThemeOption = Theme.light,
    font: FontOption = "arimo",
    fallback: FallbackOption = None,
    scenario: ScenarioOption = None,
    suppose: SupposeOption = None,
    weight: WeightOption = None,
) -> int:
    """Print the caption of a map's figure, which explains just the marks in it; its alternative text; or the long one.

    Give it the options that the figure was exported with; with --split each part has a caption of its own.

    \b
    Examples:
      argmap caption bridge.argmap.toml
      argmap caption bridge.argmap.toml --width 89mm --markup latex > bridge.caption.tex
      argmap caption bridge.argmap.toml --alt
      argmap caption bridge.argmap.toml --description --scenario toll-rises
    """
    from argmap.diagram.error import DiagramError
    from argmap.diagram.marks import NO_MARKS
    from argmap.diagram.words import captions, describe, prose
    from argmap.export.drawing import laid_out, parts
    from argmap.export.markup import paragraphs
    from argmap.export.options import ExportOptions

    if alt and description:
        raise Failure("--alt and --description are two texts; ask for one at a time")
    map = opened(file).map
    marked = marks(map, file, scenario, suppose, weight) or NO_MARKS
    options = ExportOptions(
        form=form.value if form else None,
        direction=direction.value if direction else None,
        size=size,
        wrap=wrap,
        venue=venue,
        width=points(width),
        height=points(height),
        labels=labels,
        legend=legend,
        short=short,
        theme=theme.value,
        font=font,
        fonts=tuple(fallback or ()),
        marks=marked,
    )
    try:
        if alt:
            texts: tuple[str, ...] = (describe.alt(map, marked),)
        elif description:
            texts = (marked.description or describe.description(map), *prose.prose(map, marked))
        else:
            figures = parts(map, options) if split else [laid_out(map, options)]
            texts = tuple(captions.caption(map, figure, marked) for figure in figures)
    except DiagramError as error:
        raise Failure(f"{file}: {error}") from None
    written = paragraphs(texts, markup.value)
    say(written.rstrip("\n")) if markup is Markup.text else put(written.encode())
    return 0
