"""The app on a real pseudo-terminal: hostile input and signals end nothing badly (Linux)."""

import contextlib
import os
import re
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.benchmarks.processes import Terminal, python

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="drives a pseudo-terminal by way of /proc")

MAP = 'argmap = 1\ntitle = "T"\n\n[statement.a]\ntext = "A is here."\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "m.argmap.toml"
    file.write_text(MAP, encoding="utf-8")
    return file


def opened(path: Path) -> Terminal:
    terminal = Terminal(python(), "-m", "argmap", str(path), columns=80, rows=24)
    terminal.until("A is here.")
    terminal.rest(0.3)
    return terminal


def ended(terminal: Terminal) -> int:
    """The status with which the app ends by itself."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        with contextlib.suppress(OSError):  # the terminal's other end is closed
            terminal.rest(0.1, limit=0.2)
        pid, status = os.waitpid(terminal.pid, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status)
    raise AssertionError("the app did not end")


def test_a_paste_with_commands_in_it_is_text(path):
    with opened(path) as terminal:
        os.write(terminal.fd, b"\x1b[200~Evil thing.\x1b9\x7f\x13\x1b[201~")
        terminal.until("Evil thing.")
        assert path.read_text(encoding="utf-8") == MAP


@pytest.mark.parametrize("bad", [b"\xe9", b"\x1b[M \xc0\xc0", b"\x1b[1114112u", b"\x1b[99999999999;5u"])
def test_input_that_means_nothing_ends_nothing(path, bad):
    with opened(path) as terminal:
        os.write(terminal.fd, bad)
        terminal.rest(0.2)
        os.write(terminal.fd, b"aStill alive.\r")
        terminal.until("takes it back")
        os.write(terminal.fd, b"\x13")
        terminal.rest(0.5)
    assert "Still alive." in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_in_good_order(path, number):
    terminal = opened(path)
    try:
        os.write(terminal.fd, b"aUnsaved work.\r")
        terminal.until("takes it back")
        os.kill(terminal.pid, number)
        assert ended(terminal) == 128 + number
        assert re.search(rf"argmap was ended \({number.name}\).*argmap recover", terminal.shown, re.DOTALL)
        assert "\x1b[?1049l" in terminal.shown
        left = list(Path(terminal._home.name).rglob("*.toml"))
        assert any("Unsaved work." in file.read_text(encoding="utf-8") for file in left)
    finally:
        os.close(terminal.fd)
