"""The command line. `argmap FILE` opens the app; every result also has a command."""

import sys


def main() -> None:
    """Run the command line; exits with its status and never shows a traceback for bad input."""
    from argmap.cli.app import run

    sys.exit(run(sys.argv[1:]))
