"""Keys as data: nothing is dropped silently, and what is shown is what acts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

from argmap.tui.actions import ACTIONS, BY_ID
from argmap.tui.app import ArgmapApp
from argmap.tui.key_names import NAMES, KeyRefused, key_of, shown, spoken
from argmap.tui.keymap import ESSENTIAL, Keymap, preset_keys, resolve, together
from argmap.tui.open_map import OpenMap
from argmap.tui.presets import PRESETS
from argmap.tui.screens.edit import EditScreen
from argmap.tui.screens.help import HelpScreen
from argmap.tui.settings import Flags, Settings, settled
from argmap.tui.widgets.bars import FooterBar
from argmap.tui.widgets.lines import LinesView
from argmap.workspace.config import PRESETS as KNOWN_PRESETS
from argmap.workspace.config import load_config
from tests.tui.conftest import Driven

ASKED = st.dictionaries(
    st.sampled_from([*BY_ID, "nonsense"]),
    st.lists(
        st.sampled_from([*sorted({k for a in ACTIONS for k in a.keys}), "ctrl+i", "alt+q", "f13", "Z", "é", "ö+x", ""]),
        max_size=3,
    ),
    max_size=8,
)


def clashes(keys):
    pairs = [(a, k) for a in ACTIONS for k in keys[a.id]]
    return [
        (a.id, b.id, k)
        for n, (a, k) in enumerate(pairs)
        for b, other in pairs[:n]
        if k == other and together(a.where, b.where)
    ]


@given(ASKED, st.sampled_from(list(PRESETS)))
def test_no_keys_table_drops_a_binding_silently(asked, preset):
    base = preset_keys(preset)
    keymap, complaints = resolve(asked, preset)
    keys = keymap.keys
    told = {complaint.id for complaint in complaints}
    assert not clashes(keys)
    for id in BY_ID:
        if base[id] and not (id in asked and asked[id] == []):
            assert keys[id], id
        if id in ESSENTIAL:
            assert any(not key.startswith("alt+") for key in keys[id])
        if id in asked and id not in told:
            assert keys[id] == tuple(dict.fromkeys(key_of(key) for key in asked[id]))
        for key in set(base[id]) - set(keys[id]):
            takers = [t for t in asked if t in BY_ID and key in keys[t] and together(BY_ID[t].where, BY_ID[id].where)]
            assert id in asked or takers, (id, key)


def test_presets_are_those_of_the_configuration():
    assert tuple(PRESETS) == KNOWN_PRESETS


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_is_sound(preset):
    keys = preset_keys(preset)
    assert set(PRESETS[preset]) <= set(BY_ID)
    assert not clashes(keys)
    assert not [a.id for a in ACTIONS if a.keys and not keys[a.id]]
    assert not [key for keys in PRESETS[preset].values() for key in keys if key_of(key) != key]
    assert not [id for id, keys in keys.items() if keys and all(key.startswith("alt+") for key in keys)]


def test_two_actions_can_be_swapped():
    keymap, complaints = resolve({"undo": ["x"], "cut": ["u"]})
    assert complaints == []
    assert (keymap.of("undo"), keymap.of("cut")) == (("x",), ("u",))


def test_a_key_is_taken_from_an_action_that_has_another():
    keymap, complaints = resolve({"export": ["e"]})
    assert complaints == []
    assert keymap.of("edit") == ("f2",)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"export": ["b"]}, ("b is the only key of “but” (but)", "(export)", "give but another key")),
        ({"undo": ["w"], "redo": ["w"]}, ("w is given to “undo” (undo) and “redo” (redo)",)),
        ({"save": []}, ("(save) can't be left without a key",)),
        ({"quit": ["alt+q"]}, ("(quit) needs a key without Alt",)),
        ({"undo": ["ctrl+i"]}, ("terminals send Tab for ctrl+i",)),
        ({"commit": ["x"]}, ("text fields need x",)),
        ({"export": ["down"]}, ("the lists in the panes need Down",)),
        ({"unod": ["x"]}, ("there is no action unod; did you mean undo?",)),
        ({"undo": ["f2o"]}, ("no key is called f2o: did you mean f2?",)),
    ],
)
def test_what_is_refused_is_told_and_the_presets_keys_stay(asked, words):
    keymap, (complaint, *_) = resolve(asked)
    for word in words:
        assert word in complaint.message
    assert complaint.id not in BY_ID or keymap.of(complaint.id) == BY_ID[complaint.id].keys


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Ctrl+Z", "ctrl+z"), ("^z", "ctrl+z"), ("F2", "f2"), ("Esc", "escape"), ("Shift+Up", "shift+up"), ("?", "?"),
        ("shift+a", "A"), ("A", "A"), ("a", "a"), ("+", "+"), ("alt++", "alt++"), (" ", "space"), ("PgUp", "pageup"),
        ("shift+ctrl+left", "ctrl+shift+left"), ("comma", ","), ("é", "é"), ("Del", "delete"),
    ],
)  # fmt: skip
def test_keys_as_people_write_them(written, key):
    assert key_of(written) == key
    assert key_of(spoken(key)) == key
    if key != "A":
        assert key_of(shown(key)) == key


@pytest.mark.parametrize(
    "written",
    [
        "ctrl+enter", "shift+enter", "alt+enter", "ctrl+m", "ctrl+i", "ctrl+[", "ctrl+h", "ctrl+backspace", "ctrl+/",
        "ctrl+shift+z", "ctrl+space", "shift+space", "ctrl+tab", "ctrl+1", "ctrl+alt+x", "shift+1", "shift+f1",
        "super+x", "hyper", "", "ctrl+", "xx", "ctrl+é", "alt+f4", "shift+insert", "\t", "a+b",
    ],
)  # fmt: skip
def test_keys_that_terminals_cannot_send_apart(written):
    with pytest.raises(KeyRefused):
        key_of(written)


def test_every_key_with_a_name_is_one_that_textual_reads():
    sequences = [keys for keys in ANSI_SEQUENCES_KEYS.values() if isinstance(keys, tuple) and len(keys) == 1]
    read = {keys[0].value for keys in sequences}
    for name in [*NAMES, *"abcdefghijklmnopqrstuvwxyz"]:
        for modifiers in ("", "ctrl+", "shift+", "ctrl+shift+"):
            try:
                key = key_of(modifiers + name)
            except KeyRefused:
                continue
            assert len(key) == 1 or key in read or key in ("space", "insert"), key


@given(st.text(max_size=12))
def test_any_text_is_a_key_or_refused(text):
    try:
        key = key_of(text)
    except KeyRefused:
        return
    assert key_of(key) == key


def test_without_a_key_an_action_is_named_by_its_place_in_the_palette():
    assert Keymap().shown("title") == "“map: title” in ^p"


@pytest.mark.parametrize("preset", PRESETS)
async def test_every_key_of_a_preset_asks_for_its_action(town, preset, monkeypatch):
    keymap, _ = resolve({}, preset)
    app = ArgmapApp(OpenMap.open(town), town.parent, Settings(keymap))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        done = []
        monkeypatch.setattr(EditScreen, "act", lambda self, id: done.append(id))
        for action in ACTIONS:
            if action.where in ("outline", "map"):
                for key in keymap.of(action.id):
                    await pilot.press(key)
                    assert done == [action.id], key
                    done.clear()


async def test_mind_map_keys_build_a_map(town):
    app = ArgmapApp(OpenMap.open(town), town.parent, Settings(resolve({}, "mind-map")[0]))
    async with app.run_test(size=(120, 40)) as pilot:
        driven = Driven(pilot, app)
        await driven.press("tab", "=Cars are loud.", "enter", "enter", "=Loud is bad.", "enter")
        texts = [getattr(entry, "text", "") for entry in driven.map.entries.values()]
        assert {"Cars are loud.", "Loud is bad."} <= set(texts)
        assert "takes it back" in driven.said
        await driven.press("f6", "shift+tab")
        assert driven.screen.panes.current == "outline"


async def test_texts_name_the_keys_in_force(town):
    keymap, complaints = resolve({"undo": ["Z"], "commit": ["f9"], "abandon": ["f10"], "help": ["f11"], "paste": ["z"]})
    assert complaints == []
    app = ArgmapApp(OpenMap.open(town), town.parent, Settings(keymap))
    async with app.run_test(size=(120, 40)) as pilot:
        driven = Driven(pilot, app)
        await driven.press("a", "=Cars are loud.")
        assert "F9 keeps it, F10 leaves nothing behind" in driven.said
        await driven.press("f9")
        assert "Z takes it back" in driven.said
        assert "Z undo" in driven.screen.query_one(FooterBar).render().plain
        await driven.press("x")
        assert "z pastes it" in driven.said
        await driven.press("f11")
        lines = ["".join(part for part, _ in line) for line in app.screen.query_one(LinesView).lines]
        assert any(line.split()[:2] == ["Z", "undo:"] for line in lines)
        await driven.press("f11")
        assert not isinstance(app.screen, HelpScreen)


async def test_the_diagrams_title_names_its_key(town):
    app = ArgmapApp(OpenMap.open(town), town.parent, Settings(resolve({"pane-diagram": ["f9"]})[0]))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert str(app.screen.query_one("#diagram").border_title).startswith("F9 Diagram")


async def test_mistakes_are_told_at_the_start_and_listed_in_help(town, tmp_path, monkeypatch):
    path = tmp_path / "mine.toml"
    path.write_text('theme = "drak"\npanes = ["details"]\n[keys]\nundo = "ctrl+i"\nredo = "X"\n')
    settings = settled(load_config(path), Flags(theme="light"))
    app = ArgmapApp(OpenMap.open(town), town.parent, settings)
    async with app.run_test(size=(120, 40)) as pilot:
        driven = Driven(pilot, app)
        await driven.press("down")
        assert driven.said == "mine.toml: 2 mistakes; F1 and `argmap config` list them."
        assert driven.screen.keymap.of("redo") == ("X",)
        assert app.theme == "light"
        assert not driven.screen.query_one("#diagram").display
        await driven.press("f1")
        text = " ".join("".join(part for part, _ in line) for line in app.screen.query_one(LinesView).lines)
        assert "did you mean dark?" in text
        assert "ctrl+i" in text


async def test_no_key_and_no_help_is_read_as_markup(town):
    keymap, complaints = resolve(
        {"export": ["["], "undo": ["]", "/"], "search": ["ctrl+f"], "narrower": [], "wider": []}
    )
    assert complaints == []
    app = ArgmapApp(OpenMap.open(town), Path(), Settings(keymap))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"export")
        await pilot.pause(0.3)
        shown = "\n".join("".join(s.text for s in line) for line in app.screen._compositor.render_strips())
        assert "Write the map as a figure or as text.  [" in shown
