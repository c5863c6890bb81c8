import errno
import multiprocessing
import os
import stat

import pytest

from argmap import edit
from argmap.format import ReadError, read
from argmap.workspace import files as workspace_files
from argmap.workspace.figures import save_figure
from argmap.workspace.files import ChangedOnDisk, WorkspaceError, is_folder, is_there, open_map, replace_file, save_map
from argmap.workspace.locks import alone_with
from argmap.workspace.maps import find_maps, map_path, new_map

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


@pytest.mark.parametrize("name", ["", " ", ".", "..", "/", "sub/", "sub/..", "a\0b", "a\ud800b"])
def test_what_no_file_can_be_called_is_no_map(name):
    with pytest.raises(WorkspaceError, match="name"):
        map_path(name)


def test_a_map_gets_its_suffix():
    assert [str(map_path(name)) for name in ("a", "b/a", "a.toml", "a.argmap.toml")] == [
        "a.argmap.toml",
        "b/a.argmap.toml",
        "a.toml",
        "a.argmap.toml",
    ]


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "a\ud800b"])
def test_impossible_paths_are_refused_in_words(tmp_path, path, name):
    opened = open_map(path)
    target = tmp_path / name
    for call in (
        lambda: open_map(target),
        lambda: save_map(target, opened.document, opened.map, None),
        lambda: save_map(target, opened.document, opened.map, ""),
        lambda: replace_file(target, b""),
        lambda: is_there(target),
        lambda: save_figure(target, b"", path),
    ):
        with pytest.raises(WorkspaceError, match=r"too long|no file can have this name"):
            call()


def test_a_folder_that_cannot_be_searched_is_told(path, monkeypatch):
    def locked(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(workspace_files.os, "lstat", locked)
    monkeypatch.setattr(workspace_files.Path, "is_dir", locked)
    monkeypatch.setattr(workspace_files.os, "stat", locked)
    for call in (is_there, is_folder, open_map):
        with pytest.raises(WorkspaceError, match="permission denied"):
            call(path)


def test_a_long_name_can_be_saved(tmp_path):
    map, document = new_map("Long")
    path = tmp_path / ("é" * 120 + ".toml")
    save_map(path, document, map, None)
    assert open_map(path).map.title == "Long"


def test_only_regular_files_are_maps_and_replaced(tmp_path):
    pipe = tmp_path / "pipe.argmap.toml"
    os.mkfifo(pipe)
    assert find_maps(tmp_path) == []
    with pytest.raises(WorkspaceError, match="not a regular file"):
        replace_file(pipe, b"x")
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_figure_never_replaces_a_map(path, tmp_path):
    other = tmp_path / "other.argmap.toml"
    other.write_bytes(MAP)
    hard, soft, chained = tmp_path / "hard.svg", tmp_path / "soft.svg", tmp_path / "chained.svg"
    hard.hardlink_to(path)
    soft.symlink_to(path)
    chained.symlink_to(other)
    for target in (path, other, hard, soft, chained):
        with pytest.raises(WorkspaceError, match="map"):
            save_figure(target, b"figure", path)
    assert (path.read_bytes(), other.read_bytes()) == (MAP, MAP)


def test_a_map_of_any_name_is_not_replaced_by_its_figure(tmp_path):
    source = tmp_path / "plain.toml"
    source.write_bytes(MAP)
    with pytest.raises(WorkspaceError, match="is the map itself"):
        save_figure(source, b"figure", source)


def test_a_figure_goes_through_links_and_to_regular_files_only(path, tmp_path):
    figure, link, pipe = tmp_path / "figure.svg", tmp_path / "link.svg", tmp_path / "pipe.svg"
    figure.write_bytes(b"old")
    link.symlink_to(figure)
    save_figure(link, b"new", path)
    assert link.is_symlink()
    assert figure.read_bytes() == b"new"
    os.mkfifo(pipe)
    with pytest.raises(WorkspaceError, match="not a regular file"):
        save_figure(pipe, b"new", path)
    assert pipe.is_fifo()
    with pytest.raises(WorkspaceError, match="folder"):
        save_figure(tmp_path, b"new", path)


def test_a_map_with_text_that_is_none_is_not_saved(tmp_path):
    map, document = new_map("A \ud800 title")
    with pytest.raises(WorkspaceError, match="not valid text"):
        save_map(tmp_path / "x.toml", document, map, None)


def test_what_killed_saves_left_is_cleared_by_the_next_and_nothing_else(path, tmp_path):
    old, young = tmp_path / ".a.argmap.toml.0123abc_.tmp", tmp_path / ".a.argmap.toml.76543210.tmp"
    others = [
        tmp_path / name for name in (".a.argmap.toml.tmp", ".a.argmap.toml.Mine1234.tmp", ".b.argmap.toml.01234567.tmp")
    ]
    for file in (old, young, *others):
        file.touch()
    for file in (old, *others):
        os.utime(file, (1, 1))
    replace_file(path, MAP)
    assert sorted(tmp_path.iterdir()) == sorted([path, young, *others])


def test_a_folder_that_may_not_be_written_is_named(path, monkeypatch):
    monkeypatch.setattr(workspace_files.os, "access", lambda place, _: place != path.parent)
    opened = open_map(path)
    assert "folder" in opened.read_only
    with pytest.raises(WorkspaceError, match="may not write in its folder; the file is as it was"):
        save_map(path, *reworded(opened), opened.digest)


def test_a_folder_that_is_gone_is_told_without_a_word_about_the_file(path):
    opened = open_map(path)
    document, map = reworded(opened)
    path.unlink()
    path.parent.rmdir()
    with pytest.raises(ChangedOnDisk, match="removed"):
        save_map(path, document, map, opened.digest)
    with pytest.raises(WorkspaceError, match=r"the folder does not exist$"):
        save_map(path, document, map, "")


def _save(path, text, barrier, told):
    opened = open_map(path)
    history = edit.History(opened.map, opened.document)
    history.apply(edit.reword(history.map, "a", text))
    barrier.wait(20)
    try:
        save_map(path, history.document, history.map, opened.digest)
        told.put("saved")
    except ChangedOnDisk:
        told.put("refused")


def test_of_two_saves_at_the_same_moment_one_is_refused(path):
    processes = multiprocessing.get_context("spawn")
    for _ in range(5):
        path.write_bytes(MAP)
        barrier, told = processes.Barrier(2), processes.Queue()
        both = [processes.Process(target=_save, args=(path, text, barrier, told)) for text in ("One.", "Two.")]
        for process in both:
            process.start()
        assert sorted(told.get(timeout=60) for _ in both) == ["refused", "saved"]
        for process in both:
            process.join(20)


def test_a_lock_that_is_held_for_too_long_is_told(path, monkeypatch):
    monkeypatch.setattr("argmap.workspace.locks._PATIENCE", 0.05)
    opened = open_map(path)
    document, map = reworded(opened)
    with alone_with(path), pytest.raises(WorkspaceError, match="another argmap is writing it"):
        save_map(path, document, map, opened.digest)
    assert path.read_bytes() == MAP


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may give files away")
def test_a_file_keeps_its_owner(path):
    os.chown(path, 65534, 65534)
    opened = open_map(path)
    document, map = reworded(opened)
    save_map(path, document, map, opened.digest)
    assert (path.stat().st_uid, path.stat().st_gid) == (65534, 65534)
