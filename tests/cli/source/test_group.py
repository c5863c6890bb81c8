import subprocess
import sys

import pytest

from argmap.cli.app import run
from argmap.cli.source import COMMANDS


def test_help_lists_the_group_and_its_commands(capsys):
    assert run(["--help"]) == 0
    assert "\n  source " in capsys.readouterr().out
    assert run(["source", "--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"\n  {name} " in out for name in COMMANDS)
    assert run(["source", "check", "-h"]) == 0
    assert "--accept" in capsys.readouterr().out


def test_what_is_no_command_of_it_is_said(capsys):
    assert run(["source"]) == 2
    assert "attach" in capsys.readouterr().err
    assert run(["source", "bogus"]) == 2
    assert "No such command 'bogus'" in capsys.readouterr().err


@pytest.mark.parametrize("name", COMMANDS)
def test_only_the_command_that_is_asked_is_loaded(name):
    others = [f"argmap.cli.source.{other}" for other in COMMANDS if other != name]
    code = (
        f"import sys; from argmap.cli.app import run; run(['source', '{name}', '--help']); "
        f"loaded = {{'textual', *{others}}} & set(sys.modules); assert not loaded, loaded"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_check_looks_into_the_texts(trams, capsys):
    trams.pin()
    assert run(["check", "."]) == 0
    trams.rewrite("The town has money.", "")
    assert run(["check", "."]) == 1
    assert "error S103: P2 (money)" in capsys.readouterr().out
