"""`argmap explain`: what a code of `argmap check` means."""

import textwrap
from typing import Annotated

import typer

from argmap.check import CODES
from argmap.cli.console import Failure, say


def run(
    code: Annotated[str | None, typer.Argument(help="A code such as M105; none lists them all.")] = None,
) -> int:
    """Tell what a code of `argmap check` means and what to do.

    \b
    Examples:
      argmap explain M105
      argmap explain
    """
    if code is None:
        for known in CODES.values():
            say(f"{known.code}  {known.severity:<8} {known.title}")
        return 0
    found = CODES.get(code.upper())
    if found is None:
        raise Failure(f'there is no code "{code}"; `argmap explain` lists them all')
    say(f"{found.code}: {found.title} ({found.severity})\n")
    say(textwrap.fill(found.explanation, 78))
    return 0
