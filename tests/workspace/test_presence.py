import json
import os
import signal
import subprocess
import sys
import time

import pytest

from argmap.workspace import presence as module
from argmap.workspace.files import WorkspaceError
from argmap.workspace.folders import state_folder
from argmap.workspace.presence import Presence, others

HOLD = """
import sys, time
from pathlib import Path
from argmap.workspace.presence import Presence
held = Presence(Path(sys.argv[1]))
print(held.name, flush=True)
time.sleep(600)
"""


@pytest.fixture
def elsewhere(tmp_path):
    """Another process that has the map open."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "a.argmap.toml")], stdout=subprocess.PIPE, text=True
    ) as process:
        process.name = process.stdout.readline().strip()
        yield process
        process.kill()


def age():
    for file in (state_folder() / "open").iterdir():
        os.utime(file, (time.time() - 100, time.time() - 100))


def test_another_process_with_the_map_is_seen_until_it_is_killed(elsewhere, tmp_path):
    mine = Presence(tmp_path / "a.argmap.toml")
    (other,) = others(mine.path, mine)
    assert (other.owner.pid, other.sure) == (elsewhere.pid, True)
    assert f"process {elsewhere.pid}" == str(other.owner)
    elsewhere.send_signal(signal.SIGKILL)
    elsewhere.wait()
    assert others(mine.path, mine) == []
    age()
    assert others(mine.path, mine) == []
    assert [file.stem for file in (state_folder() / "open").iterdir()] == [mine.name]


def test_a_process_number_given_out_again_is_no_presence(tmp_path):
    """The number in the file is that of a process that runs: this one."""
    mine = Presence(tmp_path / "a.argmap.toml")
    os.close(mine._handle)
    assert others(mine.path) == []


def test_leaving_is_seen_at_once_and_may_be_done_twice(tmp_path):
    mine = Presence(tmp_path / "a.argmap.toml")
    assert len(others(mine.path)) == 1
    mine.leave()
    mine.leave()
    assert others(mine.path) == []
    assert list((state_folder() / "open").iterdir()) == []


def test_links_lead_to_the_same_map_and_other_maps_are_others(tmp_path):
    path = tmp_path / "a.argmap.toml"
    path.touch()
    link = tmp_path / "link.argmap.toml"
    link.symlink_to(path)
    Presence(path)
    kept = Presence(path)
    assert others(link)
    assert others(tmp_path / "b.argmap.toml") == []
    kept.leave()


@pytest.mark.parametrize("facts", [{"host": "another-host"}, {"locked": False}])
def test_where_a_process_cannot_be_asked_that_is_told(tmp_path, facts):
    mine = Presence(tmp_path / "a.argmap.toml")
    file = state_folder() / "open" / f"{mine.name}.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **facts}))
    os.close(mine._handle)
    age()
    (other,) = others(mine.path)
    assert not other.sure
    assert file.exists()
    if "host" in facts:
        assert "on another-host" in str(other.owner)


def test_a_file_system_without_locks_leaves_it_open_who_runs(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "lock", lambda handle, probe=False: False)
    Presence(tmp_path / "a.argmap.toml")
    assert [other.sure for other in others(tmp_path / "a.argmap.toml")] == [False]


@pytest.mark.parametrize("spoiled", [b"", b"[1]", b"\xff", b'{"pid": "x"}'])
def test_a_spoiled_presence_file_is_still_a_presence(tmp_path, spoiled):
    mine = Presence(tmp_path / "a.argmap.toml")
    (state_folder() / "open" / f"{mine.name}.json").write_bytes(spoiled)
    assert [(other.owner.pid, other.sure) for other in others(mine.path)] == [(0, True)]
    mine.leave()


def test_a_state_folder_in_the_way_is_told(tmp_path):
    state_folder().parent.mkdir(parents=True)
    state_folder().write_text("in the way")
    with pytest.raises(WorkspaceError, match="can't be made"):
        Presence(tmp_path / "a.argmap.toml")
    assert others(tmp_path / "a.argmap.toml") == []
