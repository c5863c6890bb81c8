"""The themes: every colour of the app by what it is for, as data."""

from collections.abc import Mapping

from textual.theme import Theme

_DEFAULT = "ansi_default"

COLOURS: Mapping[str, Mapping[str, str]] = {
    "dark": {
        "background": "#121212",
        "surface": "#1e1e1e",
        "panel": "#263340",
        "field": "#2d2d2d",
        "foreground": "#e4e4e4",
        "muted": "#b0b0b0",
        "good": "#7ddc8f",
        "bad": "#ff9aa8",
        "note": "#ffc46b",
        "edge": "#5a5a5a",
        "edge-focus": "#4aa3e8",
        "cursor": "#133a63",
        "cursor-blurred": "#383838",
        "selection": "#1f5a96",
    },
    "light": {
        "background": "#fcfcfc",
        "surface": "#f2f2f2",
        "panel": "#dce5ee",
        "field": "#e6e6e6",
        "foreground": "#161616",
        "muted": "#505050",
        "good": "#0f5a26",
        "bad": "#96102a",
        "note": "#6b4000",
        "edge": "#8c8c8c",
        "edge-focus": "#0b5cad",
        "cursor": "#cfe4fa",
        "cursor-blurred": "#dedede",
        "selection": "#b3d4f5",
    },
    "high-contrast": {
        "background": "#000000",
        "surface": "#000000",
        "panel": "#1a1a1a",
        "field": "#1f1f1f",
        "foreground": "#ffffff",
        "muted": "#e6e6e6",
        "good": "#8dffa1",
        "bad": "#ffc2c8",
        "note": "#ffe15c",
        "edge": "#ffffff",
        "edge-focus": "#ffe15c",
        "cursor": "#00266b",
        "cursor-blurred": "#303030",
        "selection": "#003da8",
    },
    "ansi": {
        "background": _DEFAULT,
        "surface": _DEFAULT,
        "panel": _DEFAULT,
        "field": _DEFAULT,
        "foreground": _DEFAULT,
        "muted": _DEFAULT,
        "good": "ansi_green",
        "bad": "ansi_red",
        "note": "ansi_magenta",
        "edge": _DEFAULT,
        "edge-focus": "ansi_cyan",
        "cursor": _DEFAULT,
        "cursor-blurred": _DEFAULT,
        "selection": _DEFAULT,
    },
}
"""Colours by theme. `ansi` has the terminal's own sixteen; there, and without colours, the selected row is reversed."""

TEXTS = ("foreground", "muted", "good", "bad", "note")
GROUNDS = ("background", "surface", "panel", "field", "cursor", "cursor-blurred")
"""Any of TEXTS may stand on any of GROUNDS; on `selection` stands `foreground` only."""


def theme(name: str) -> Theme:
    """Textual's theme made from the colours of a name in COLOURS."""
    colours = COLOURS[name]
    ansi = name == "ansi"
    dark = name != "light"
    styles = {
        "cursor-style": "reverse" if ansi else "none",
        "cursor-blurred-style": "bold" if ansi else "none",
        "ansi-background": _DEFAULT,
        "ansi-foreground": _DEFAULT,
        "bar-style": "bold reverse" if ansi else "bold",
        "veil": "transparent" if ansi else f"{colours['background']} 60%",
        "input-cursor-background": colours["foreground"],
        "input-cursor-foreground": colours["background"],
        "input-selection-background": colours["selection"],
        "input-selection-foreground": colours["foreground"],
        "input-cursor-text-style": "reverse" if ansi else "none",
        "block-cursor-background": colours["cursor"],
        "block-cursor-foreground": colours["foreground"],
        "block-cursor-text-style": "underline" if ansi else "bold",
        "text-muted": colours["muted"],
        "border": colours["edge-focus"],
        "border-blurred": colours["edge"],
        "scrollbar": colours["edge"],
        "scrollbar-hover": colours["edge-focus"],
        "scrollbar-active": colours["edge-focus"],
        "scrollbar-background": colours["surface"],
        "scrollbar-background-hover": colours["surface"],
        "scrollbar-background-active": colours["surface"],
        "scrollbar-corner-color": colours["surface"],
    }
    return Theme(
        name=name,
        primary=colours["edge-focus"],
        secondary=colours["edge"],
        accent=colours["note"],
        warning=colours["note"],
        error=colours["bad"],
        success=colours["good"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        boost=colours["field"],
        dark=dark,
        ansi=ansi,
        variables={**colours, **styles},
    )
