import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.format import read
from argmap.workspace import recovery as module
from argmap.workspace.files import WorkspaceError, open_map
from argmap.workspace.folders import state_folder
from argmap.workspace.presence import Presence
from argmap.workspace.recovery import Left, Recovery, Spoiled, discard, left_behind

MAP = b'argmap = 1\n\n[statement.a]\ntext = "A."\n'
WORK = MAP.replace(b'"A."', b'"B."')


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "a.argmap.toml"
    file.write_bytes(MAP)
    return file


@pytest.fixture
def left(path):
    """What a run left that kept its work and ended."""

    def leave(data=WORK, based=None, of=path):
        presence = Presence(of)
        recovery = Recovery(presence)
        recovery.keep(data, based or open_map(path).digest)
        presence.leave()
        return recovery.file

    return leave


def test_what_a_run_kept_is_found_when_it_has_ended_and_not_before(path):
    presence = Presence(path)
    Recovery(presence).keep(WORK, None)
    assert left_behind(path) == left_behind() == []
    presence.leave()
    (one,) = left_behind(path)
    assert (one.path, one.data, one.based, one.owner.pid, one.sure) == (path, WORK, None, os.getpid(), True)
    assert left_behind() == [one]
    assert left_behind(path.with_name("b.argmap.toml")) == []


@pytest.mark.parametrize("data", [WORK, b"\xef\xbb\xbf" + WORK, WORK.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf", b""])
def test_a_recovery_file_is_a_map_a_person_can_read_and_gives_back_every_byte(left, data):
    file = left(data)
    (one,) = left_behind()
    assert one.data == data
    if b"statement" in data:
        assert read(file.read_bytes()).map == read(data).map
        assert b"a.argmap.toml" in file.read_bytes()


@given(st.binary(max_size=300))
def test_any_bytes_come_back_as_they_were(data):
    presence = Presence(Path("x.argmap.toml"))
    recovery = Recovery(presence)
    recovery.keep(data, None)
    presence.leave()
    (one,) = left_behind(presence.path)
    assert one.data == data
    discard(one)


@pytest.mark.parametrize("name", ["a\nb", 'quo"te', "é", "[x]*?", "\udcff", "\x1b[31m", "x" * 200, ".toml"])
def test_any_file_name_comes_back(left, path, name):
    other = path.with_name(name)
    file = left(of=other)
    (one,) = left_behind(other)
    assert one.path == other
    assert one.file == file
    assert read(file.read_bytes()).map == read(WORK).map


def test_how_it_stands_to_the_file_is_told(left, path):
    left()
    (one,) = left_behind(path)
    assert one.standing == "newer"
    path.write_bytes(MAP + b"# somebody else\n")
    assert one.standing == "changed"
    path.unlink()
    assert one.standing == "changed"
    path.write_bytes(WORK)
    assert one.standing == "saved"


def test_a_map_that_was_never_saved_is_newer_than_nothing(tmp_path):
    presence = Presence(tmp_path / "new.argmap.toml")
    Recovery(presence).keep(WORK, None)
    presence.leave()
    assert [one.standing for one in left_behind()] == ["newer"]


def test_two_runs_on_one_map_keep_their_work_apart(left, path):
    left(WORK)
    left(WORK.replace(b"B.", b"C."))
    assert len(left_behind(path)) == 2
    assert {one.data for one in left_behind(path)} == {WORK, WORK.replace(b"B.", b"C.")}


def test_what_is_saved_or_given_up_is_dropped_and_stays_dropped(path):
    presence = Presence(path)
    recovery = Recovery(presence)
    recovery.drop()
    recovery.keep(WORK, None)
    recovery.drop()
    recovery.keep(WORK, None)
    recovery.close()
    recovery.keep(WORK, None)
    presence.leave()
    assert left_behind() == []
    assert list(recovery.file.parent.iterdir()) == []


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\xff\xfe",
        b"not a recovery file\n",
        WORK,
        b"# x\n" + module._END,
        b"# map = [\n" + module._END,
        b'# map = "a"\n# based = ""\n# pid = []\n# host = 1\n' + module._END,
        b"# map = 3\n# based = 1\n# pid = 1\n# host = 1\n" + module._END,
        b'# map = "a"\n# based = ""\n# pid = 1e999\n# host = "h"\n' + module._END,
        b'# map = "/elsewhere/other.argmap.toml"\n# based = ""\n# pid = 1\n# host = "h"\n' + module._END,
    ],
)
def test_a_damaged_recovery_file_is_told_and_kept(left, path, damaged):
    file = left()
    file.write_bytes(damaged)
    (one,) = left_behind(path)
    assert isinstance(one, Spoiled)
    assert str(file) in one.wrong
    assert file.read_bytes() == damaged


def test_a_recovery_file_that_is_no_file_is_told(left):
    file = left()
    file.unlink()
    file.mkdir()
    assert [type(one) for one in left_behind()] == [Spoiled]
    with pytest.raises(WorkspaceError, match="can't be removed"):
        discard(left_behind()[0])


def test_another_host_may_still_be_running(path, monkeypatch):
    presence = Presence(path)
    Recovery(presence).keep(WORK, None)
    monkeypatch.setattr("socket.gethostname", lambda: "another-host")
    (one,) = left_behind(path)
    assert isinstance(one, Left)
    assert not one.sure
    presence.leave()


def test_nobody_else_may_read_it(left):
    assert stat.S_IMODE(left().parent.stat().st_mode) == 0o700


def test_a_state_folder_that_cannot_be_written_is_told(path):
    presence = Presence(path)
    (state_folder() / "recovery").write_text("in the way")
    with pytest.raises(WorkspaceError, match="can't be made"):
        Recovery(presence).keep(WORK, None)
    presence.leave()
