import errno
import os
import stat

import pytest

from argmap import edit
from argmap.format import ReadError, read
from argmap.workspace import ChangedOnDisk, WorkspaceError, find_maps, new_map, open_map, save_map
from argmap.workspace import files as workspace_files

MAP = b'argmap = 1\n\n[statement.a]\ntext = "A."\n'


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "a.argmap.toml"
    file.write_bytes(MAP)
    return file


def reworded(opened):
    history = edit.History(opened.map, opened.document)
    history.apply(edit.reword(history.map, "a", "B."))
    return history.document, history.map


def test_saving_an_untouched_file_changes_nothing(path):
    opened = open_map(path)
    save_map(path, opened.document, opened.map, opened.digest)
    assert path.read_bytes() == MAP


def test_saving_replaces_the_file_and_keeps_permissions_and_links(path, tmp_path):
    path.chmod(0o640)
    link = tmp_path / "link.argmap.toml"
    link.symlink_to(path)
    opened = open_map(link)
    document, map = reworded(opened)
    save_map(link, document, map, opened.digest)
    assert link.is_symlink()
    assert read(path.read_bytes()).map.entries["a"].text == "B."
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.argmap.toml", "link.argmap.toml"]


def test_a_file_changed_on_disk_is_not_overwritten_unasked(path):
    opened = open_map(path)
    path.write_bytes(MAP + b"# by somebody else\n")
    document, map = reworded(opened)
    with pytest.raises(ChangedOnDisk, match="changed on disk"):
        save_map(path, document, map, opened.digest)
    assert path.read_bytes().endswith(b"# by somebody else\n")
    save_map(path, document, map, "")
    assert b"B." in path.read_bytes()


def test_a_removed_file_and_an_existing_one_are_noticed(path):
    opened = open_map(path)
    with pytest.raises(ChangedOnDisk, match="exists already"):
        save_map(path, opened.document, opened.map, None)
    path.unlink()
    with pytest.raises(ChangedOnDisk, match="removed"):
        save_map(path, opened.document, opened.map, opened.digest)


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_whole(path, monkeypatch, call):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    opened = open_map(path)
    document, map = reworded(opened)
    monkeypatch.setattr(workspace_files.os, call, full)
    with pytest.raises(WorkspaceError, match="the disk is full; the file is as it was"):
        save_map(path, document, map, opened.digest)
    assert path.read_bytes() == MAP
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_file_is_opened_and_not_saved(path):
    path.chmod(0o444)
    opened = open_map(path)
    assert opened.read_only
    with pytest.raises(WorkspaceError, match="permission denied"):
        save_map(path, *reworded(opened), opened.digest)


def test_a_file_without_write_permission_is_refused_before_anything_is_written(path, monkeypatch):
    monkeypatch.setattr(workspace_files.os, "access", lambda *_: False)
    opened = open_map(path)
    assert opened.read_only
    with pytest.raises(WorkspaceError, match="permission denied"):
        save_map(path, *reworded(opened), opened.digest)


def test_a_document_that_does_not_read_back_as_the_map_is_never_written(path):
    opened = open_map(path)
    _, map = reworded(opened)
    with pytest.raises(WorkspaceError, match="does not read back"):
        save_map(path, opened.document, map, opened.digest)


def test_what_cannot_be_opened_says_why(tmp_path):
    with pytest.raises(WorkspaceError, match="argmap new"):
        open_map(tmp_path / "missing.toml")
    with pytest.raises(WorkspaceError, match="folder"):
        open_map(tmp_path)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(WorkspaceError):
        open_map(loop)
    (tmp_path / "empty.toml").touch()
    with pytest.raises(ReadError):
        open_map(tmp_path / "empty.toml")


def test_a_newer_file_is_read_only(path):
    path.write_bytes(MAP.replace(b"argmap = 1", b"argmap = 2"))
    assert "newer" in open_map(path).read_only


def test_maps_are_found_below_a_folder(tmp_path):
    for name in ("b.argmap.toml", "sub/a.argmap.toml", ".git/x.argmap.toml", "other.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [p.relative_to(tmp_path).as_posix() for p in find_maps(tmp_path)] == ["b.argmap.toml", "sub/a.argmap.toml"]


def test_a_new_map_reads_back():
    map, document = new_map(' The "ferry"\n')
    assert read(document.encode()).map == map
    assert map.title == 'The "ferry"'
