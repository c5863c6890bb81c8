"""`argmap caption`: the words that go with a figure."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.console import Failure, opened, put, say
from argmap.cli.export import Direction, Form, points
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
    form: Annotated[Form | None, typer.Option(help="The figure's form.")] = None,
    direction: Annotated[Direction | None, typer.Option(help="Where its tree grows to.")] = None,
    venue: Annotated[str | None, typer.Option(help="The journal that it fits.", metavar="NAME")] = None,
    width: Annotated[str | None, typer.Option(help="Its width, such as 89mm.", metavar="LENGTH")] = None,
    height: Annotated[str | None, typer.Option(help="Its greatest height.", metavar="LENGTH")] = None,
    labels: Annotated[bool, typer.Option("--labels", help="It shows labels.")] = False,
    short: Annotated[bool, typer.Option("--short", help="It takes the short wordings.")] = False,
    font: Annotated[list[Path] | None, typer.Option(help="A font file, as for export.")] = None,
    scenario: ScenarioOption = None,
    suppose: SupposeOption = None,
    weight: Annotated[
        str | None, typer.Option("--weight", metavar="ID", help="The figure marks what carries this conclusion.")
    ] = None,
) -> int:
    """Print the caption of a map's figure, which explains just the marks in it; its alternative text; or the long one.

    Give it the options that the figure was exported with.

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
    from argmap.export.drawing import laid_out
    from argmap.export.markup import paragraphs
    from argmap.export.options import ExportOptions

    if alt and description:
        raise Failure("--alt and --description are two texts; ask for one at a time")
    map = opened(file).map
    marked = marks(map, file, scenario, suppose, weight) or NO_MARKS
    options = ExportOptions(
        form=form.value if form else None,
        direction=direction.value if direction else None,
        venue=venue,
        width=points(width),
        height=points(height),
        labels=labels,
        short=short,
        fonts=tuple(font or ()),
        marks=marked,
    )
    try:
        if alt:
            texts: tuple[str, ...] = (describe.alt(map, marked),)
        elif description:
            texts = (marked.description or describe.description(map), *prose.prose(map, marked))
        else:
            texts = (captions.caption(map, laid_out(map, options), marked),)
    except DiagramError as error:
        raise Failure(f"{file}: {error}") from None
    written = paragraphs(texts, markup.value)
    say(written.rstrip("\n")) if markup is Markup.text else put(written.encode())
    return 0
