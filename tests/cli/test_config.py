"""`argmap config`, and the options of `argmap edit`."""

import pytest

from argmap.cli.app import run
from argmap.workspace.folders import config_file


def test_it_shows_what_is_in_force_and_who_settled_it(capsys):
    assert run(["config"]) == 0
    out = capsys.readouterr().out
    assert str(config_file()) in out
    assert "not there" in out
    config_file().parent.mkdir(parents=True)
    config_file().write_text('\nkeymap = "vim"\n')
    assert run(["config"]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if "keymap" in line)
    assert line.split() == ["keymap", "vim", "line", "2"]


def test_mistakes_are_listed_and_exit_1(capsys):
    config_file().parent.mkdir(parents=True)
    config_file().write_text('theme = "drak"\n[keys]\nsave = []\n')
    assert run(["config"]) == 1
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith(f"{config_file()}:1:1: theme must be")
    assert second.startswith(f"{config_file()}:3:1: “save”")


def test_a_first_file_is_written_once(capsys):
    assert run(["config", "--init"]) == 0
    written = config_file().read_bytes()
    assert run(["config", "--init"]) == 2
    assert config_file().read_bytes() == written
    assert run(["config"]) == 0


def test_all_keys_are_listed(capsys):
    assert run(["config", "--keys"]) == 0
    assert "  undo              ctrl+z  u" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written_is_told(capsys):
    config_file().parent.parent.mkdir(parents=True)
    config_file().parent.write_text("in the way")
    assert run(["config", "--init"]) == 2
    assert "can't be" in capsys.readouterr().err
    assert run(["config"]) in (0, 1)


@pytest.mark.parametrize("option", ["--theme", "--keymap"])
def test_unknown_names_are_refused(option, capsys):
    assert run(["edit", option, "nonsense"]) == 2
    assert "there is no" in capsys.readouterr().err
    assert run([option, "nonsense"]) == 2
