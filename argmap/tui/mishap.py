"""Errors of argmap's own are said, and cost nobody unsaved work."""

import contextlib
import logging
from collections.abc import Callable, Iterator

from textual.app import App

LOG = logging.getLogger("argmap")
"""What `--debug` writes to its file; without it nothing is written anywhere."""
LOG.addHandler(logging.NullHandler())


@contextlib.contextmanager
def saying(app: App[int], say: Callable[[str], None]) -> Iterator[None]:
    """Say an unexpected error and go on; without a terminal, in tests, it is raised."""
    try:
        yield
    except Exception as error:
        if app.is_headless:
            raise
        LOG.exception("failed")
        say(mishap(error))


def mishap(error: BaseException) -> str:
    """What to tell people of an error that is a mistake of argmap's."""
    return f"argmap failed at that ({type(error).__name__}: {error}); save, and please report it"
