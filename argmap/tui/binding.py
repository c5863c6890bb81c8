"""Bindings made from a keymap; it is checked already, so none of them drops another."""

from collections.abc import Callable

from textual.binding import Binding

from argmap.tui.actions import ACTIONS, Where
from argmap.tui.keymap import Keymap

_NAMES = {",": "comma"}


def bindings(keymap: Keymap, acts: Callable[[Where], bool]) -> list[Binding]:
    """A binding for every key of the actions in the places for which `acts` holds; each asks for `act(id)`."""
    return [
        Binding(_NAMES.get(key, key), f"act('{action.id}')", action.verb, id=action.id, priority=True, show=False)
        for action in ACTIONS
        if acts(action.where)
        for key in keymap.of(action.id)
    ]
