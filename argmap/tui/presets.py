"""Keymap presets: what each gives other keys than the action table does."""

from collections.abc import Mapping

PRESETS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "default": {},
    "vim": {
        "first": ("g", "home"),
        "last": ("G", "end"),
        "page-up": ("ctrl+b", "pageup"),
        "page-down": ("ctrl+f", "pagedown"),
        "beside": ("o", "enter"),
        "edit": ("e", "f2"),
        "fields": ("f4",),
        "cut": ("x", "ctrl+x"),
        "paste": ("p", "ctrl+v"),
        "paste-beside": ("P",),
        "paste-text": ("v",),
        "delete": ("d", "delete", "backspace"),
        "undo": ("u", "ctrl+z"),
        "redo": ("ctrl+r", "ctrl+y", "U"),
        "search": ("/",),
        "fold": ("z", "space"),
        "passage": ("'",),
    },
    "mind-map": {
        "beside": ("enter", "o"),
        "because": ("tab", "insert", "a"),
        "search": ("ctrl+f", "/"),
        "next-match": ("f3", "n"),
        "move-up": ("ctrl+up", "shift+up", "alt+up"),
        "move-down": ("ctrl+down", "shift+down", "alt+down"),
        "move-in": ("ctrl+right", "shift+right", "alt+right", ">"),
        "move-out": ("ctrl+left", "shift+left", "alt+left", "<"),
        "next-pane": ("f6",),
    },
}
"""Keys by action id, by preset; an action that a preset doesn't name keeps the table's keys."""
