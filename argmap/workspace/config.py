"""The user's configuration: read from one TOML file, every mistake told, the rest in force."""

import difflib
import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, StrictBool, StrictStr, TypeAdapter, ValidationError

from argmap.format.blocks import headers
from argmap.format.keys import key_spans
from argmap.workspace.files import WorkspaceError, replace_file, told
from argmap.workspace.folders import CONFIG_VARIABLE, config_file

Theme: TypeAlias = Literal["dark", "light", "high-contrast", "ansi"]
Preset: TypeAlias = Literal["default", "vim", "mind-map"]
Pane: TypeAlias = Literal["source", "diagram", "details", "problems"]
THEMES: tuple[Theme, ...] = get_args(Theme)
PRESETS: tuple[Preset, ...] = get_args(Preset)
PANES: tuple[Pane, ...] = get_args(Pane)

_MOST_BYTES = 256 * 1024

Keys: TypeAlias = Annotated[
    tuple[StrictStr, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value)
]


class Config(BaseModel):
    """What a user has settled; what is None is settled by what is remembered, or by the terminal."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    theme: Theme | None = None
    keymap: Preset = "default"
    ascii: StrictBool | None = None
    mouse: StrictBool = True
    panes: tuple[Pane, ...] | None = None
    keys: Mapping[StrictStr, Keys] = {}


class Mistake(NamedTuple):
    """One mistake in the configuration: where (from 1, or 0 where there is no place), and what is wrong."""

    line: int
    column: int
    message: str


@dataclass(frozen=True)
class LoadedConfig:
    """A configuration as far as it can be read, its file, and its mistakes.

    `places` maps the path of each key, such as `("keys", "undo")`, to its line and column.
    """

    config: Config
    path: Path
    mistakes: tuple[Mistake, ...] = ()
    places: Mapping[tuple[str, ...], tuple[int, int]] = field(default_factory=dict)

    def mistake(self, path: tuple[str, ...], message: str) -> Mistake:
        """A mistake at a key of the file."""
        return Mistake(*_place(self.places, path), message)

    def told(self, mistake: Mistake) -> str:
        """A mistake as one line: file, line, column, what is wrong."""
        place = f":{mistake.line}:{mistake.column}" if mistake.line else ""
        return f"{self.path}{place}: {mistake.message}"


def load_config(path: Path | None = None) -> LoadedConfig:
    """The configuration in a file (the user's own unless another is named); never raises.

    What is wrong becomes a mistake; a table with bad TOML in it is left out, and so is a bad value.
    """
    named = path is not None or bool(os.environ.get(CONFIG_VARIABLE))
    path = path if path is not None else config_file()
    try:
        text = _text(path)
    except WorkspaceError as error:
        return LoadedConfig(Config(), path, (Mistake(0, 0, str(error)),))
    if text is None:
        missing = (Mistake(0, 0, "there is no such file; `argmap config --init` writes one"),) if named else ()
        return LoadedConfig(Config(), path, missing)
    places = _places(text)
    values, mistakes = _values(text)
    config, wrong = _checked(values, places)
    return LoadedConfig(config, path, tuple(sorted([*mistakes, *wrong])), places)


def write_example(path: Path, text: str) -> None:
    """Write a first configuration file; raises WorkspaceError, also where there is one already."""
    with told(path, "can't be looked up"):
        if os.path.lexists(path):
            raise WorkspaceError(f"{path} exists already; it is left as it is")
    with told(path.parent, "can't be made"):
        path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, text.encode())


def _text(path: Path) -> str | None:
    """A file's text, or None where there is no file; raises WorkspaceError, its message without the path."""
    try:
        with told(path, "can't be read"):
            if not os.path.lexists(path):
                return None
            if path.is_dir():
                raise WorkspaceError("this is a folder, not a file")
            if not path.exists():
                raise WorkspaceError("this link leads nowhere")
            if not path.is_file():
                raise WorkspaceError("this is not a regular file")
            with path.open("rb") as file:
                data = file.read(_MOST_BYTES + 1)
    except WorkspaceError as error:
        raise WorkspaceError(str(error).removeprefix(f"{path} ")) from None
    if len(data) > _MOST_BYTES:
        raise WorkspaceError(f"the file is larger than {_MOST_BYTES // 1024} KiB; it is no configuration")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise WorkspaceError(f"line {line} is not UTF-8 text; save the file as UTF-8") from None


def _tables(text: str) -> Iterator[tuple[int, str]]:
    """Each table's offset and text, the root keys first."""
    starts = [0, *(header.start for header in headers(text)), len(text)]
    for start, end in pairwise(starts):
        if end > start:
            yield start, text[start:end]


def _values(text: str) -> tuple[dict[str, Any], list[Mistake]]:
    """The values of a file; where it is no TOML, those of its good tables, and what is wrong with the others."""
    whole, wrong = _parsed(text)
    if not wrong:
        return whole, []
    values: dict[str, Any] = {}
    mistakes = []
    for start, table in _tables(text):
        # The tables above become blank lines, so that positions are those in the file.
        found, wrong = _parsed("\n" * text.count("\n", 0, start) + table)
        mistakes += wrong
        values = {**found, **values}
    return values, mistakes or _parsed(text)[1]


def _parsed(text: str) -> tuple[dict[str, Any], list[Mistake]]:
    try:
        return tomllib.loads(text), []
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).rpartition(" (at ")
        numbers = [int(word.strip(",)")) for word in place.split() if word.strip(",)").isdigit()]
        line, column = numbers if len(numbers) == 2 else (text.count("\n") + 1, 1)
        said = (message or str(error)).removesuffix(".")
        return {}, [Mistake(line, column, f"this is not TOML: {said[:1].lower()}{said[1:]}; this table is left out")]
    except (ValueError, ArithmeticError, RecursionError):
        return {}, [Mistake(1, 1, "this is not TOML that can be read: a number or a nesting in it is too large")]


def _places(text: str) -> dict[tuple[str, ...], tuple[int, int]]:
    """The line and column of each key and table header of a text."""
    places: dict[tuple[str, ...], tuple[int, int]] = {}

    def put(path: tuple[str, ...], at: int) -> None:
        for length in range(1, len(path) + 1):
            places.setdefault(path[:length], (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)))

    above: tuple[str, ...] = ()
    heads = {header.start: header for header in headers(text)}
    for start, table in _tables(text):
        body = 0
        if (head := heads.get(start)) is not None:
            above, body = head.path, head.end - start
            put(above, start)
        for span in key_spans(table, body):
            put((*above, *span.path), start + span.line)
    return places


def _place(places: Mapping[tuple[str, ...], tuple[int, int]], path: tuple[str, ...]) -> tuple[int, int]:
    return places.get(path) or places.get(path[:1], (0, 0))


def _checked(values: dict[str, Any], places: Mapping[tuple[str, ...], tuple[int, int]]) -> tuple[Config, list[Mistake]]:
    """The configuration that good values make, and what is wrong with the others."""
    good: dict[str, Any] = {}
    mistakes: list[Mistake] = []

    def wrong(path: tuple[str, ...], message: str) -> None:
        mistakes.append(Mistake(*_place(places, path), message))

    for name, value in values.items():
        known = Config.model_fields
        if name not in known:
            near = did_you_mean(name, known)
            what = "table" if isinstance(value, dict) else "setting"
            wrong((name,), f"there is no {what} {name}; {near or 'known are ' + ', '.join(known)}")
        elif name == "keys" and isinstance(value, dict):
            good["keys"] = {}
            for id, keys in value.items():
                try:
                    good["keys"][id] = TypeAdapter(Keys).validate_python(keys)
                except ValidationError:
                    wrong(("keys", id), f'{id} must be a key such as "f2", or a list of keys such as ["f2", "e"]')
        else:
            try:
                Config.model_validate({name: value})
            except ValidationError as error:
                wrong((name,), _must_be(name, value, error))
            else:
                good[name] = value
    return Config.model_validate(good), mistakes


_KINDS = {"ascii": "true or false", "mouse": "true or false", "keys": 'a table such as [keys] with undo = "u" in it'}
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "theme": THEMES,
    "keymap": PRESETS,
    "panes": PANES,
}


def _must_be(name: str, value: Any, error: ValidationError) -> str:
    if name in _KINDS:
        return f"{name} must be {_KINDS[name]}"
    choices = _CHOICES[name]
    found = error.errors()[0]["input"]
    listed = f"{', '.join(choices[:-1])} or {choices[-1]}"
    must = f"a list of {listed}" if name == "panes" else listed
    near = did_you_mean(found, choices) if isinstance(found, str) else ""
    return f"{name} must be {must}" + (f"; {near}" if near else "")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A hint at the known name that is most like this one, or nothing."""
    near = difflib.get_close_matches(name, list(known), 1)
    return f"did you mean {near[0]}?" if near else ""
