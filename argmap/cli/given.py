"""What people hand to a command to be read: a file of any program, or standard input."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.console import Failure, naming
from argmap.workspace.foreign import LARGEST, check_size, read_given

if TYPE_CHECKING:
    from argmap.exchange import Content

STANDARD_INPUT = "standard input"


def shown(name: str) -> str:
    """What messages call a file that people named."""
    return STANDARD_INPUT if name == "-" else name


def given(name: str) -> "Content":
    """The content of a file, or for "-" of standard input.

    Raises WorkspaceError for a file that can't be read, and ReadError, with its name, for one that is no text.
    """
    from argmap.exchange import Content

    if name == "-" and sys.stdin is None:
        raise Failure("there is nothing to read: standard input is closed")
    data = sys.stdin.buffer.read(LARGEST + 1) if name == "-" else read_given(Path(name))
    with naming(Path(shown(name))):
        check_size(data)
        return Content(data, "" if name == "-" else Path(name).name)
