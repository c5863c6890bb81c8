"""The configuration: what is good is in force, what is wrong is told with its place."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.cli.config import EXAMPLE
from argmap.workspace.config import Config, load_config, write_example
from argmap.workspace.files import WorkspaceError
from argmap.workspace.folders import config_file


@pytest.fixture
def load(tmp_path):
    """Loads a text as configuration."""

    def load(text):
        path = tmp_path / "config.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_config(path)

    return load


def test_without_a_file_nothing_is_settled_and_nothing_is_wrong():
    loaded = load_config()
    assert loaded.config == Config()
    assert loaded.mistakes == ()
    assert loaded.path == config_file()


def test_every_setting(load):
    loaded = load(
        'theme = "light"\nkeymap = "vim"\nascii = true\nmouse = false\npanes = ["details"]\n'
        '[keys]\nundo = "u"\nsave = ["ctrl+s", "f12"]\nfields = []\n'
    )
    assert loaded.mistakes == ()
    config = loaded.config
    assert (config.theme, config.keymap, config.ascii, config.mouse) == ("light", "vim", True, False)
    assert config.panes == ("details",)
    assert dict(config.keys) == {"undo": ("u",), "save": ("ctrl+s", "f12"), "fields": ()}
    assert loaded.places["keys", "save"] == (8, 1)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ('theme = "drak"', (1, 1), "theme must be dark, light, high-contrast or ansi; did you mean dark?"),
        ("theme = 3", (1, 1), "theme must be dark"),
        ('\nkeymap = "emacs"', (2, 1), "keymap must be default, vim or mind-map"),
        ('ascii = "yes"', (1, 1), "ascii must be true or false"),
        ("mouse = 1", (1, 1), "mouse must be true or false"),
        ('panes = ["detials"]', (1, 1), "did you mean details?"),
        ('panes = "details"', (1, 1), "panes must be a list of"),
        ('thme = "dark"', (1, 1), "there is no setting thme; did you mean theme?"),
        ("[colours]\nx = 1", (1, 1), "there is no table colours; known are"),
        ("[keys]\n  undo = 3", (2, 1), 'undo must be a key such as "f2", or a list'),
        ('keys.undo = ["u", 1]', (1, 1), "undo must be a key"),
        ("keys = 1", (1, 1), "keys must be a table"),
        ('mouse = false\n[keys]\nundo = "u\n', (3, 10), "this is not TOML"),
        ("theme = \n", (1, 9), "this is not TOML"),
        ("mouse = true\nmouse = true", (2, 1), "this is not TOML"),
        ("x = " + "[" * 5000, (1, 1), "too large"),
    ],
)
def test_mistakes_are_told_with_their_place(load, text, place, said):
    loaded = load(text)
    (mistake,) = loaded.mistakes
    assert said in mistake.message
    assert (mistake.line, mistake.column) == place
    assert loaded.told(mistake).startswith(f"{loaded.path}:{place[0]}:{place[1]}: ")


def test_one_mistake_leaves_the_rest_in_force(load):
    loaded = load('theme = "light"\nascii = 3\nwhat = 1\n[keys]\nundo = 4\nredo = "U"\n')
    assert loaded.config.theme == "light"
    assert dict(loaded.config.keys) == {"redo": ("U",)}
    assert len(loaded.mistakes) == 3


def test_a_table_that_is_no_toml_leaves_the_others_in_force(load):
    loaded = load('theme = "light"\n[keys]\nundo = "u\n[keys2]\n')
    assert loaded.config.theme == "light"
    assert [mistake.line for mistake in loaded.mistakes] == [3, 4]
    loaded = load('theme =\n[keys]\nundo = "u"\n')
    assert dict(loaded.config.keys) == {"undo": ("u",)}


def test_what_is_no_file_of_text_is_told(load, tmp_path):
    assert "UTF-8" in load(b"theme = 'dark'\n\xff\xfe\x00").mistakes[0].message
    assert "line 2" in load(b"theme = 'dark'\n\xff\xfe\x00").mistakes[0].message
    assert "larger than" in load(b"#" * 300_000).mistakes[0].message
    assert "folder" in load_config(tmp_path).mistakes[0].message
    assert "no such file" in load_config(tmp_path / "none.toml").mistakes[0].message
    os.mkfifo(tmp_path / "pipe")
    assert "regular" in load_config(tmp_path / "pipe").mistakes[0].message
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert load_config(tmp_path / "loop").mistakes


def test_a_file_nobody_may_read(load, tmp_path, monkeypatch):
    load("")

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    (mistake,) = load_config(tmp_path / "config.toml").mistakes
    assert mistake.message == "can't be read: permission denied"


def test_the_variable_names_another_file_which_must_be_there(monkeypatch, tmp_path):
    monkeypatch.setenv("ARGMAP_CONFIG", str(tmp_path / "mine.toml"))
    assert "no such file" in load_config().mistakes[0].message
    (tmp_path / "mine.toml").write_text('theme = "ansi"')
    assert load_config().config.theme == "ansi"


def test_the_example_is_written_once_and_settles_nothing(tmp_path):
    path = tmp_path / "new" / "config.toml"
    write_example(path, EXAMPLE)
    assert load_config(path).config == Config()
    assert load_config(path).mistakes == ()
    with pytest.raises(WorkspaceError, match="exists already"):
        write_example(path, "")
    assert path.read_text() == EXAMPLE


def test_the_examples_lines_are_all_right_when_they_are_switched_on(load):
    on = "\n".join(
        line.removeprefix("# ") if "=" in line and line[:2] == "# " else line for line in EXAMPLE.split("\n")
    )
    assert load(on).mistakes == ()
    assert load(on).config.keymap == "default"


@given(st.one_of(st.binary(max_size=60), st.text("[]keys.=\"'\n#,{}x1 ", max_size=60).map(str.encode)))
def test_no_bytes_are_too_bad(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("config") / "config.toml"
    path.write_bytes(data)
    loaded = load_config(path)
    assert loaded.mistakes or loaded.config.model_dump(exclude={"keys"}) == Config().model_dump(exclude={"keys"})


def test_a_link_that_leads_nowhere_is_told(tmp_path):
    link = tmp_path / "config.toml"
    link.symlink_to(tmp_path / "nowhere")
    (mistake,) = load_config(link).mistakes
    assert "leads nowhere" in mistake.message
