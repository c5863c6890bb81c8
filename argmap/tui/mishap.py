"""Errors of argmap's own are said, and cost nobody unsaved work."""

import contextlib
import traceback
from collections.abc import Callable, Iterator

from textual.app import App


@contextlib.contextmanager
def saying(app: App[int], say: Callable[[str], None]) -> Iterator[None]:
    """Say an unexpected error and go on; without a terminal, in tests, it is raised."""
    try:
        yield
    except Exception as error:
        if app.is_headless:
            raise
        app.log.error(traceback.format_exc())
        say(mishap(error))


def mishap(error: BaseException) -> str:
    """What to tell people of an error that is a mistake of argmap's."""
    return f"argmap failed at that ({type(error).__name__}: {error}); save, and please report it"
