import subprocess
import sys

import pytest

from argmap.workspace.files import WorkspaceError
from argmap.workspace.folders import state_folder
from argmap.workspace.remembered import recall, remember


def test_what_was_remembered_comes_back_beside_other_things():
    remember("recent", ["a.argmap.toml"])
    remember("panes", {"side": 50})
    assert recall("recent") == ["a.argmap.toml"]
    assert recall("panes") == {"side": 50}


@pytest.mark.parametrize("bytes_there", [b"", b"[1]", b"\xff", b"{", b"[" * 100_000])
def test_a_spoiled_file_is_nothing_remembered(bytes_there):
    state_folder().mkdir(parents=True)
    (state_folder() / "remembered.json").write_bytes(bytes_there)
    assert recall("recent") is None
    remember("recent", [])
    assert recall("recent") == []


def test_a_state_folder_that_cannot_be_made_is_told():
    state_folder().parent.mkdir(parents=True)
    state_folder().write_text("in the way")
    with pytest.raises(WorkspaceError, match="can't be made"):
        remember("recent", [])


def test_what_two_argmaps_remember_at_once_is_kept_of_both():
    code = (
        "import sys; from argmap.workspace.remembered import revise\n"
        "for n in range(40): revise('all', lambda kept: [*(kept or []), f'{sys.argv[1]}{n}'])"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, name]) for name in "ab"]
    assert [process.wait() for process in running] == [0, 0]
    assert sorted(recall("all")) == sorted(f"{name}{n}" for name in "ab" for n in range(40))
