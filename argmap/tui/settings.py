"""What is in force: flags over the configuration over what is remembered over the terminal's needs."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from argmap.tui.keymap import Keymap, resolve
from argmap.workspace.config import THEMES, LoadedConfig
from argmap.workspace.remembered import recall


class Flags(NamedTuple):
    """What the command line settles; None is left to the configuration."""

    theme: str | None = None
    keymap: str | None = None
    ascii: bool | None = None


NO_FLAGS = Flags()


@dataclass(frozen=True)
class Settings:
    """What the app runs with; `came_from` says for each setting who settled it.

    `panes` are those that stand open at the start; None leaves them as they were left. `complaints`
    are the configuration's mistakes, one line each; `encoding` is what the terminal's text is written in.
    """

    keymap: Keymap = field(default_factory=Keymap)
    theme: str = "dark"
    ascii: bool = False
    mouse: bool = True
    panes: tuple[str, ...] | None = None
    encoding: str = "utf-8"
    preset: str = "default"
    config_name: str = "config.toml"
    complaints: tuple[str, ...] = ()
    came_from: Mapping[str, str] = field(default_factory=dict)

    @property
    def told(self) -> str:
        """In one line, that the configuration has mistakes."""
        count = len(self.complaints)
        mistakes = "1 mistake" if count == 1 else f"{count} mistakes"
        return f"{self.config_name}: {mistakes}; {self.keymap.shown('help')} and `argmap config` list them."


DEFAULTS = Settings()


def settled(loaded: LoadedConfig, flags: Flags = NO_FLAGS) -> Settings:
    """Settle everything; keys that can't be had are complaints, and the preset's stay."""
    from argmap.tui.plain import needs_ascii

    config = loaded.config
    came_from: dict[str, str] = {}

    def settle(name: str, *rest: tuple[Any, str]) -> Any:
        line = loaded.places.get((name,), (0, 0))[0]
        in_file = getattr(config, name) if name in config.model_fields_set else None
        candidates = ((getattr(flags, name, None), f"--{name}"), (in_file, f"line {line}"), *rest)
        value, came_from[name] = next(found for found in candidates if found[0] is not None)
        return value

    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    preset = settle("keymap", ("default", "default"))
    ascii = settle("ascii", (needs_ascii(encoding), "what the terminal can show"))
    keymap, complaints = resolve(config.keys, preset, ascii)
    line = loaded.places.get(("panes",), (0, 0))[0]
    came_from["panes"] = "as they were left" if config.panes is None else f"line {line}"
    mistakes = [*loaded.mistakes, *(loaded.mistake(("keys", id), message) for id, message in complaints)]
    return Settings(
        keymap,
        settle("theme", (_remembered(), "chosen in the app"), *_theme_of_terminal()),
        ascii,
        settle("mouse", (config.mouse, "default")),
        config.panes,
        encoding,
        preset,
        loaded.path.name,
        tuple(loaded.told(mistake) for mistake in sorted(mistakes)),
        came_from,
    )


def _remembered() -> str | None:
    name = recall("theme")
    return name if name in THEMES else None


def _theme_of_terminal() -> tuple[tuple[str, str], ...]:
    from rich.console import Console

    system = Console(force_terminal=True).color_system
    few = (("ansi", "what the terminal can show"),) if system in (None, "standard") else ()
    return (*few, ("dark", "default"))
