"""The command line. `argmap FILE` opens the app; every result also has a command."""

import gc
import sys


def main() -> None:
    """Run the command line; exits with its status and never shows a traceback for bad input.

    A command is over before its garbage matters, and collecting it costs a fifth of its time; the app collects its own.
    """
    gc.disable()
    from argmap.cli.app import run

    sys.exit(run(sys.argv[1:]))
