"""`argmap config`: what is in force, and who settled it."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.console import Failure, say_line
from argmap.workspace.config import PRESETS, THEMES, load_config, write_example
from argmap.workspace.folders import config_file

if TYPE_CHECKING:
    from argmap.tui.settings import Settings


EXAMPLE = f"""\
# argmap's configuration. What stands behind a # is off; take the # away to settle it.
# `argmap config` tells what is in force and what is wrong here; `argmap config --keys` lists all keys.

# theme = "dark"             # {", ".join(THEMES)}; unset: what was chosen in the app, or what suits the terminal
# keymap = "default"         # {", ".join(PRESETS)}
# ascii = true               # marks and frames in ASCII; unset: where the terminal can't show others
# mouse = false              # leave the mouse to the terminal, for selecting text
# panes = ["source", "diagram", "details"]    # which stand open at the start

# Keys by action: one, a list (the first is shown in the footer), or [] for none. A key that you give to an
# action is taken from the one that has it, as long as that one keeps another key or gets one here.
[keys]
# undo = "u"
# save = ["ctrl+s", "f9"]
# because = ["a", "tab"]
# next-pane = "f6"
"""


def run(
    init: Annotated[bool, typer.Option("--init", help="Write a first file with comments; none is replaced.")] = False,
    keys: Annotated[bool, typer.Option("--keys", help="List every action with its keys in force.")] = False,
) -> int:
    """Show the configuration: its file, what is in force, and its mistakes.

    \b
    Examples:
      argmap config
      argmap config --init
      argmap config --keys
    """
    if init and keys:
        raise Failure("take one of --init and --keys")
    if init:
        path = config_file()
        write_example(path, EXAMPLE)
        say_line(f"wrote {path}")
        return 0
    from argmap.tui.settings import settled

    loaded = load_config()
    settings = settled(loaded)
    if keys:
        _print_keys(settings)
    else:
        there = "" if os.path.lexists(loaded.path) else " (not there; `argmap config --init` writes one)"
        say_line(f"{loaded.path}{there}")
        for name in ("theme", "keymap", "ascii", "mouse", "panes"):
            say_line(f"  {name:<8}{_told(getattr(settings, _FIELDS.get(name, name))):<28}{settings.came_from[name]}")
        own = loaded.config.keys
        say_line(f"  {'keys':<8}{f'{len(own)} of your own' if own else 'none of your own'}")
        if "NO_COLOR" in os.environ:
            say_line("  NO_COLOR is set: the app uses no colours")
    for complaint in settings.complaints:
        say_line(complaint, error=True)
    return 1 if settings.complaints else 0


_FIELDS = {"keymap": "preset"}


def _told(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "-"
    return ", ".join(value) or "none" if isinstance(value, tuple) else str(value)


def _print_keys(settings: "Settings") -> None:
    from argmap.tui.actions import ACTIONS, GROUPS

    for group, heading in GROUPS.items():
        say_line(heading)
        for action in ACTIONS:
            if action.group == group:
                written = "  ".join(settings.keymap.of(action.id)) or "-"
                say_line(f"  {action.id:<18}{written:<34}{action.verb}")
