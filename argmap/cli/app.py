"""The commands put together, and the one place where errors become messages."""

import contextlib
import functools
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from importlib import import_module
from types import ModuleType

import typer

from argmap import __version__
from argmap.cli.console import Failure, print_problems, say, say_line
from argmap.format import ReadError
from argmap.git.repository import GitError
from argmap.workspace.files import WorkspaceError, reason

_HELP = """Argument maps in the terminal: rebuild a text's argument, keep it in git, print it as a figure.

`argmap FILE` opens a map in the app; without a file the app lists the maps below this folder.

\b
Examples:
  argmap new bridge.argmap.toml --title "A new bridge"
  argmap bridge.argmap.toml
  argmap show bridge.argmap.toml
  argmap check maps/
  argmap import bridge.argdown
  argmap export bridge.argmap.toml -o bridge.svg
"""

_COMMANDS = (
    "edit",
    "new",
    "import",
    "show",
    "check",
    "explain",
    "suppose",
    "scenarios",
    "steps",
    "weight",
    "fmt",
    "export",
    "caption",
    "source",
    "diff",
    "log",
    "blame",
    "merge",
    "resolve",
    "git-setup",
    "schema",
    "config",
    "recover",
)
"""Every command, in the order help lists them; each is the module of its name."""
_MODULES = {"import": "import_"}
"""Modules that can't have the command's own name."""
_GROUPS = {"source"}
"""Those that are groups of commands: each is a package, with a module for each command in it."""
_OWN_OPTIONS = {"-h", "--help", "--version", "--install-completion", "--show-completion"}


def _exiting(run: Callable[..., int]) -> Callable[..., None]:
    """The command with its returned status as its exit status."""

    @functools.wraps(run)
    def command(*args: object, **kwargs: object) -> None:
        raise typer.Exit(run(*args, **kwargs))

    return command


def _print_version(asked: bool) -> None:
    if asked:
        say(f"argmap {__version__}")
        raise typer.Exit


def _root(
    version: bool = typer.Option(
        False, "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
    ),
) -> None:
    pass


def _app(commands: Iterable[str], within: str | None) -> typer.Typer:
    """The commands asked for; of a group among them, the one command asked for `within` it, or all."""
    app = typer.Typer(
        name="argmap",
        help=_HELP,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_root)
    for name in commands:
        module = import_module(f"argmap.cli.{_MODULES.get(name, name.replace('-', '_'))}")
        if name in _GROUPS:
            app.add_typer(_group(module, within), name=name)
        else:
            app.command(name)(_exiting(module.run))
    return app


def _group(module: ModuleType, within: str | None) -> typer.Typer:
    group = typer.Typer(help=module.HELP, rich_markup_mode=None, no_args_is_help=True)
    for name in (within,) if within in module.COMMANDS else module.COMMANDS:
        group.command(name)(_exiting(import_module(f"{module.__name__}.{name}").run))
    return group


def _what_else(file: str) -> str | None:
    """What people call the format of another program that a file is in; None where it is in none that is known."""
    from argmap.cli.given import given
    from argmap.exchange import recognised

    try:
        reader = recognised(given(file))
    except (ReadError, WorkspaceError):
        return None
    return None if reader is None else reader.title


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit status: 0 fine, 1 problems found, 2 not done."""
    try:
        status = _status(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except ReadError as error:
        foreign = error.problems[0].code.startswith("F") and error.file and not error.file.endswith(".toml")
        if foreign and (what := _what_else(error.file)) is not None:
            say_line(f"argmap: {error.file}: this is {what}: `argmap import {error.file}` takes it in", error=True)
            return 2
        print_problems(error)
        if foreign:
            say_line(f"argmap: `argmap import {error.file}` takes in maps of other programs", error=True)
    except (Failure, WorkspaceError, GitError) as error:
        say_line(f"argmap: {error}", error=True)
    except BrokenPipeError:
        _drop_output()
        return 141
    except OSError as error:
        _drop_output()
        place = f"{error.filename}: " if error.filename else ""
        say_line(f"argmap: {place}{reason(error)}; not all was done or printed", error=True)
    except KeyboardInterrupt:
        return 130
    return 2


def _status(arguments: Sequence[str]) -> int:
    """Run what is asked, without loading any other command, unless all are to be listed or completed."""
    asked, within, *_ = (*(a for a in arguments if not a.startswith("-")), None, None)
    unknown = asked is not None and asked not in _COMMANDS and len(arguments) > 1 and not os.path.lexists(asked)
    if asked is not None and unknown and (likely := get_close_matches(asked, _COMMANDS, 1)):
        raise Failure(f'there is no command "{asked}"; did you mean "{likely[0]}"?')
    if asked not in _COMMANDS and (asked is not None or not _OWN_OPTIONS & set(arguments)):
        asked, arguments = "edit", ["edit", *arguments]
    commands = _COMMANDS if asked is None or "_ARGMAP_COMPLETE" in os.environ else (asked,)
    command = typer.main.get_command(_app(commands, within))
    try:
        command.main(list(arguments), prog_name="argmap")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    return 0


def _drop_output() -> None:
    """Let go of what can't be printed, so that Python does not stumble over it when it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
