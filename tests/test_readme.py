"""The README's examples do what they say."""

import re
import tomllib

from argmap.check import check
from argmap.format import read
from argmap.tui.settings import settled
from argmap.workspace.config import load_config
from tests.published import README

TEXT = README.read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


def test_there_are_exactly_two_set_up_commands():
    set_up = TEXT[TEXT.index("## Set up") : TEXT.index("## Five minutes")]
    assert len(re.findall(r"```sh\n", set_up)) == 2
    assert all(len(block.strip().splitlines()) == 1 for block in blocks("sh")[:2])


def test_the_file_by_example_is_sound():
    _, example = blocks("toml")
    assert tomllib.loads(example)
    reading = read(example.encode())
    assert reading.problems == ()
    assert check(reading.map) == []


def test_the_configuration_by_example_is_sound(tmp_path):
    example, _ = blocks("toml")
    (tmp_path / "config.toml").write_text(example, encoding="utf-8")
    settings = settled(load_config(tmp_path / "config.toml"))
    assert settings.complaints == ()
    assert (settings.theme, settings.preset, settings.keymap.of("undo")) == ("light", "mind-map", ("u",))
