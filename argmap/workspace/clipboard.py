"""The system's clipboard, by the platform's own commands; none is run through a shell."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from typing import NamedTuple

MOST_BYTES = 4_000_000
_SECONDS = 3.0
_POWERSHELL = ("powershell.exe", "-NoProfile", "-NonInteractive", "-Command")
_UTF8 = "[Console]::{}Encoding = [Text.UTF8Encoding]::new($false); "


class ClipboardError(Exception):
    """The clipboard can't be read; the message tells people why and what to do."""


class _Commands(NamedTuple):
    """How one program takes text and how one gives it."""

    copy: tuple[str, ...]
    paste: tuple[str, ...]


_MAC = _Commands(("pbcopy",), ("pbpaste",))
_WAYLAND = _Commands(("wl-copy",), ("wl-paste", "--no-newline"))
_X11 = (
    _Commands(("xclip", "-selection", "clipboard", "-in"), ("xclip", "-selection", "clipboard", "-out")),
    _Commands(("xsel", "--clipboard", "--input"), ("xsel", "--clipboard", "--output")),
)
_WINDOWS = _Commands(
    (*_POWERSHELL, _UTF8.format("Input") + "Set-Clipboard -Value ([Console]::In.ReadToEnd())"),
    (*_POWERSHELL, _UTF8.format("Output") + "Get-Clipboard -Raw"),
)


def copy_text(text: str) -> str | None:
    """Give a text to the clipboard; the name of the program that took it, or None where none did."""
    data = text.encode("utf-8", "replace")
    for commands in _at_hand(os.environ, sys.platform):
        program = shutil.which(commands.copy[0])
        if program is None:
            continue
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            subprocess.run(
                [program, *commands.copy[1:]],
                input=data,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_SECONDS,
                check=True,
            )
            return commands.copy[0]
    return None


def pasted_text() -> str:
    """The clipboard's text; raises ClipboardError where no program at hand can read it."""
    tried = ""
    for commands in _at_hand(os.environ, sys.platform):
        program = shutil.which(commands.paste[0])
        if program is None:
            continue
        tried = commands.paste[0]
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            return _output([program, *commands.paste[1:]])
    why = f"{tried} gave no text" if tried else "no program that reads the clipboard is at hand"
    raise ClipboardError(f"{why}: paste here with your terminal's own paste key")


def _output(command: list[str]) -> str:
    """What a program prints, as text; it is ended when it takes too long or prints too much."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        timer = threading.Timer(_SECONDS, lambda: _end(process))
        timer.start()
        try:
            assert process.stdout is not None
            data = process.stdout.read(MOST_BYTES + 1)
            if len(data) > MOST_BYTES:
                _end(process)
                raise ClipboardError(f"the clipboard holds more than {MOST_BYTES:,} bytes; copy less of the text")
            if process.wait() != 0:
                raise subprocess.SubprocessError
        finally:
            timer.cancel()
    return data.decode("utf-8", "replace").replace("\r\n", "\n")


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program and whatever it started."""
    if os.name != "posix":
        process.kill()
        return
    with contextlib.suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)


def _at_hand(environment: Mapping[str, str], platform: str) -> Iterator[_Commands]:
    """The programs that fit this platform and session, the best first."""
    if platform == "darwin":
        yield _MAC
    elif platform == "win32":
        yield _WINDOWS
    else:
        if environment.get("WAYLAND_DISPLAY"):
            yield _WAYLAND
        if environment.get("DISPLAY"):
            yield from _X11
        if environment.get("WSL_DISTRO_NAME"):
            yield _WINDOWS
