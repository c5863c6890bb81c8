from collections import Counter

from argmap.tui import actions
from argmap.tui.actions import ACTIONS
from argmap.tui.key_names import shown
from argmap.tui.keymap import Keymap
from argmap.tui.open_map import OpenMap
from argmap.tui.screens.edit import EditScreen
from argmap.tui.screens.start import StartScreen


def test_ids_are_unique_and_groups_have_headings():
    assert not [id for id, count in Counter(a.id for a in ACTIONS).items() if count > 1]
    assert {a.group for a in ACTIONS} == set(actions.GROUPS)


def test_no_key_means_two_things_in_one_place():
    for places in (
        ("outline", "map"),
        ("scroll", "map"),
        ("scroll", "diagram", "map"),
        ("source", "map"),
        ("text",),
        ("maps",),
    ):
        hidden = Keymap().shadowed(places[-2]) if {"diagram", "source"} & {*places} else ()
        keys = Counter(key for a in ACTIONS if a.where in places and a.id not in hidden for key in a.keys)
        assert not [key for key, count in keys.items() if count > 1]


def test_every_action_of_a_map_can_be_done(tmp_path):
    screen = EditScreen(OpenMap.new(tmp_path / "x.argmap.toml", ""))
    wanted = {a.id for a in ACTIONS if a.where != "maps"}
    assert set(screen.handlers) == wanted


def test_every_key_of_the_table_is_bound(tmp_path):
    edit, start = EditScreen(OpenMap.new(tmp_path / "x.argmap.toml", "")), StartScreen(tmp_path)
    for screen, places in ((edit, ("outline", "map", "scroll", "diagram", "source", "text")), (start, ("maps",))):
        bound = {binding.id for _, binding in screen._bindings if binding.id}
        assert bound == {a.id for a in ACTIONS if a.where in places and a.keys}


def test_keys_that_terminals_send_as_others_are_not_bound():
    same = {"ctrl+m", "ctrl+i", "ctrl+h", "ctrl+enter", "shift+enter", "alt+enter", "ctrl+space", "shift+space"}
    assert not same & {key for a in ACTIONS for key in a.keys}


def test_alt_is_never_the_only_way():
    assert not [a.id for a in ACTIONS if a.keys and all(key.startswith("alt+") for key in a.keys)]


def test_how_keys_are_written():
    assert [shown(key) for key in ("enter", "ctrl+z", "f2", "shift+up", "B", "+", "-", "<", "alt+left")] == [
        "⏎",
        "^z",
        "F2",
        "Shift+↑",
        "B",
        "+",
        "-",
        "<",
        "Alt+←",
    ]
