import stat

import pytest

from argmap.workspace import clipboard
from argmap.workspace.clipboard import ClipboardError, copy_text, pasted_text


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """Stands in for the system's programs: each is a small script in a folder of its own on the PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("WAYLAND_DISPLAY", "DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def make(name, script):
        file = folder / name
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)

    return make


def test_each_session_has_its_programs(programs, monkeypatch, tmp_path):
    programs("wl-copy", 'cat > "$0.got"')
    programs("wl-paste", 'cat "$(dirname "$0")/wl-copy.got"')
    assert copy_text("not here") is None
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert copy_text("Ünïcode\n$(rm x) ; `y`") == "wl-copy"
    assert pasted_text() == "Ünïcode\n$(rm x) ; `y`"


def test_the_next_program_is_tried_where_one_fails(programs, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    programs("xclip", "exit 1")
    programs("xsel", 'case "$2" in --output) printf hello;; *) cat > /dev/null;; esac')
    assert copy_text("x") == "xsel"
    assert pasted_text() == "hello"


def test_without_a_program_it_is_told_what_to_do(programs):
    with pytest.raises(ClipboardError, match="terminal's own paste key"):
        pasted_text()


def test_a_program_that_hangs_is_ended(programs, monkeypatch):
    monkeypatch.setattr(clipboard, "_SECONDS", 0.2)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    programs("wl-copy", "exec sleep 60")
    programs("wl-paste", "sleep 60\n:")
    assert copy_text("x") is None
    with pytest.raises(ClipboardError, match="wl-paste gave no text"):
        pasted_text()


def test_a_clipboard_without_end_is_refused(programs, monkeypatch):
    monkeypatch.setattr(clipboard, "MOST_BYTES", 1000)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    programs("wl-paste", "exec yes")
    with pytest.raises(ClipboardError, match="more than 1,000 bytes"):
        pasted_text()


def test_bytes_that_are_no_text_do_no_harm(programs, monkeypatch):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    programs("wl-paste", "printf 'a\\377b'")
    assert pasted_text() == "a\ufffdb"
    programs("wl-copy", "cat > /dev/null")
    assert copy_text("lone \ud800") == "wl-copy"


def test_mac_and_windows_use_their_own(programs, monkeypatch):
    assert [c.copy[0] for c in clipboard._at_hand({}, "darwin")] == ["pbcopy"]
    assert [c.paste[0] for c in clipboard._at_hand({}, "win32")] == ["powershell.exe"]
