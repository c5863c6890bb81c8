"""How keys are written, and which of them a terminal can send apart from others."""

import difflib
import string
from collections.abc import Mapping

_NAMED = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete")
_PLAIN = ("enter", "escape", "tab", "space", "backspace")
_FUNCTION = tuple(f"f{n}" for n in range(1, 25))
NAMES = (*_NAMED, *_PLAIN, *_FUNCTION)
"""The names of keys that type no character."""

_ALIASES = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "⏎": "enter",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
    "comma": ",",
    "plus": "+",
    "minus": "-",
    "slash": "/",
    " ": "space",
}
_MODIFIERS = {"ctrl": "ctrl", "control": "ctrl", "shift": "shift", "alt": "alt", "meta": "alt", "option": "alt"}
_ORDER = ("ctrl", "alt", "shift")
_AS_CONTROL = {"i": "Tab", "m": "Enter", "h": "Backspace", "[": "Esc", "/": "ctrl+_", "@": "ctrl+space"}
_FAR = {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "delete"}
_FAR_MODIFIERS = ({"ctrl"}, {"shift"}, {"alt"}, {"ctrl", "shift"})


class KeyRefused(ValueError):
    """No key has this name, or no terminal can send it apart from another; the message says which."""


def key_of(written: str) -> str:
    """The name the app has for a key as people write it: `Ctrl+Z` and `^z` are `ctrl+z`, `Shift+a` is `A`.

    Raises KeyRefused.
    """
    name, modifiers = _parts(written)
    if not modifiers:
        return name
    if len(name) == 1:
        return _with_character(written, name, modifiers)
    if name in _PLAIN:
        if name == "tab" and modifiers == {"shift"}:
            return "shift+tab"
        raise KeyRefused(f"terminals can't tell {written} from {name}, or keep it for themselves")
    if name in _FAR and modifiers in _FAR_MODIFIERS:
        return _joined(name, modifiers)
    if name in _FUNCTION and modifiers == {"ctrl"}:
        return f"ctrl+{name}"
    if name in _FUNCTION[:12] and modifiers == {"shift"}:
        raise KeyRefused(f"terminals send f{int(name[1:]) + 12} for {written}: write that")
    raise KeyRefused(f"few terminals send {written}")


def _parts(written: str) -> tuple[str, set[str]]:
    text = written if written in (" ", "^") else written.strip()
    if len(text) > 1 and text[0] == "^":
        text = f"ctrl+{text[1:]}"
    before, name = _apart(text)
    modifiers = set()
    for part in before:
        modifier = _MODIFIERS.get(part.strip().lower())
        if modifier is None:
            raise KeyRefused(f"{part or '+'} in {written} is no modifier: take ctrl, alt or shift")
        modifiers.add(modifier)
    name = name.strip() or name
    if len(name) != 1:
        name = name.lower()
    name = _ALIASES.get(name, name)
    if name not in NAMES and (len(name) != 1 or not name.isprintable()):
        near = difflib.get_close_matches(name, [*NAMES, *_ALIASES], 1)
        hint = f"did you mean {near[0]}?" if near else f"take one character, or {', '.join(NAMES[:15])}, f1 to f24"
        raise KeyRefused(f"no key is called {written or 'nothing'}: {hint}")
    return name, modifiers


def _with_character(written: str, name: str, modifiers: set[str]) -> str:
    letter = name.lower() in string.ascii_lowercase
    if modifiers == {"shift"}:
        if letter:
            return name.upper()
        raise KeyRefused(f"{written}: write the character that it types, such as ! for Shift+1")
    if modifiers == {"alt"} and name.isascii():
        return f"alt+{name}"
    if "ctrl" in modifiers and name.lower() in _AS_CONTROL:
        raise KeyRefused(f"terminals send {_AS_CONTROL[name.lower()]} for {written}")
    if modifiers == {"ctrl"} and letter:
        return f"ctrl+{name.lower()}"
    if letter and modifiers == {"ctrl", "shift"}:
        raise KeyRefused(f"terminals send ctrl+{name.lower()} for {written}")
    raise KeyRefused(f"few terminals send {written}")


def _joined(name: str, modifiers: set[str]) -> str:
    return "+".join([*(modifier for modifier in _ORDER if modifier in modifiers), name])


_SHOWN = {
    "enter": "⏎",
    "escape": "Esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}
_SPOKEN = {"escape": "Esc", "pageup": "PgUp", "pagedown": "PgDn"}


def shown(key: str) -> str:
    """How a key is written for people, as short as it can be: `ctrl+z` as `^z`, `enter` as `⏎`."""
    return _written(key, _SHOWN)


def spoken(key: str) -> str:
    """How a key is written in a sentence, and without Unicode: `enter` as `Enter`."""
    return _written(key, _SPOKEN)


def _written(key: str, signs: Mapping[str, str]) -> str:
    modifiers, name = _apart(key)
    name = signs.get(name, name if len(name) == 1 else name.capitalize())
    if modifiers == ["ctrl"] and len(name) == 1 and name.isalpha():
        return f"^{name}"
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


def _apart(key: str) -> tuple[list[str], str]:
    if key == "+" or key.endswith("++"):
        return key[:-2].split("+") if len(key) > 1 else [], "+"
    *modifiers, name = key.split("+")
    return modifiers, name
